"""Deeds: whether two accounts tell of one, and whether they then name the same doer, rivals, or nobody."""

from counterclaim.crosscheck import fields
from counterclaim.crosscheck.bearing import OUTSPOKEN, Verdict, too_early, words
from counterclaim.crosscheck.counts import compare_counts
from counterclaim.crosscheck.explicit import POINTING
from counterclaim.crosscheck.stands import DAY, Stand, named
from counterclaim.knowledge.codes import WORD, Codes
from counterclaim.model import Reason

LIKE = 0.4
"""How far two deeds of one kind, town and day are one: attacks are told of every day."""

SAME = 0.8
"""From here on the texts themselves show that it is one deed: they name the same thing, or stand in one sentence."""

APART = ("planned", "conduct", "another")
"""Degrees that a deed shares with no other: what one is only up to, years of abuse beside one attack, a second dam beside the first."""


def weigh_deeds(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns how two accounts of a deed bear on one another: who did it is the first question."""
    deed = _one_deed(one, other, codes)
    if deed is None:
        return None
    if one.positive and other.positive:
        return _caused(one, other, deed) or _counted(_weigh_agents(one, other, deed, codes), one, other, codes)
    if one.positive != other.positive:
        affirming, denying = (one, other) if one.positive else (other, one)
        return _denied(affirming, denying, deed, codes)
    if one.agent == other.agent and one.code == other.code:
        return Verdict("with", 0.7, (deed, Reason("polarity", 0.8, "both deny it")))
    return None


def _denied(affirming: Stand, denying: Stand, deed: Reason, codes: Codes) -> Verdict | None:
    """Returns how a denial bears on an account: of the same doer, not too early, and of this deed rather than another kind."""
    if denying.agent is not None and denying.agent != affirming.agent:
        return None
    if denying.agent not in (None, denying.side) and not _named_outright(denying):
        return None
    if too_early(affirming, denying, codes) and not _one_voice(affirming, denying):
        return None
    if not codes.entails(affirming.code, denying.code) and codes.akin(affirming.code, denying.code):
        specific = deed.agreement < SAME or not codes.entails(denying.code, affirming.code)
        if specific:
            why = f"a denial of a {words(denying.code)} is no denial of a {words(affirming.code)}"
            return Verdict("past", 0.6, (deed, Reason("event", 0.0, why)))
    if deed.agreement <= LIKE and not _flat(affirming, denying, codes):
        return None
    whom = f" by {named(denying.agent)}" if denying.agent else ""
    told = f"one says it, the other denies it: {words(denying.code)}{whom}"
    return Verdict("against", 0.8 if deed.agreement > LIKE else 0.7, (deed, Reason("polarity", -1.0, told)))


def _flat(affirming: Stand, denying: Stand, codes: Codes) -> bool:
    """Tells whether a denial of such a deed is of this one: it says who did not do it, or that nothing of the kind was that day."""
    if denying.agent is not None:
        return denying.claim.stance in OUTSPOKEN or (_named_outright(denying) and denying.agent == denying.side)
    told = fields.one_day(affirming, denying) or (denying.claim.stance in OUTSPOKEN and fields.one_moment(affirming, denying))
    return affirming.code == denying.code and told and fields.is_point(affirming, denying, codes)


def _one_voice(one: Stand, other: Stand) -> bool:
    return one.party is not None and one.party == other.party


def _caused(one: Stand, other: Stand, deed: Reason) -> Verdict | None:
    """Returns that the one puts a deed on somebody whom the other clears: it was an accident, it came by itself."""
    for blaming, clearing in ((one, other), (other, one)):
        if clearing.degree == "accident" and clearing.agent is None and blaming.degree != "accident" and blaming.agent is not None:
            why = f"one says that {named(blaming.agent)} did it, the other that nobody did"
            return Verdict("against", 0.75, (deed, Reason("agent", -0.9, why)))
    return None


def _counted(found: Verdict | None, one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns the verdict on two accounts that name one doer, unless what they count cannot both be so."""
    if found is None or found.bearing != "with" or one.agent is None or one.agent != other.agent:
        return found
    counted = compare_counts(one, other, codes)
    if counted is None or counted.agreement >= 0:
        return found
    return Verdict("against", 0.6, (found.because[0], counted)) if fields.one_day(one, other) else None


def _weigh_agents(one: Stand, other: Stand, deed: Reason, codes: Codes) -> Verdict | None:
    silent = [s.agent is None or not _blames(s) for s in (one, other)]
    if deed.agreement <= LIKE and all(silent) and not (one.agent is not None and one.agent == other.agent):
        return None
    if all(silent) and one.code == other.code and one.agent != other.agent:
        return Verdict("with", 0.5, (deed, Reason("event", 0.5, f"both tell of it, and name nobody: {words(one.code)}")))
    if one.agent is None or other.agent is None:
        if one.code != other.code or one.agent != other.agent:
            return None
        return Verdict("with", 0.5, (deed, Reason("event", 0.6, f"both tell of it, neither says who did it: {words(one.code)}")))
    if one.agent == other.agent:
        if not (codes.entails(one.code, other.code) or codes.entails(other.code, one.code)) and deed.agreement <= LIKE:
            return None
        return Verdict("with", 0.8, (deed, Reason("agent", 1.0, f"both say that {named(one.agent)} did it")))
    return _rivals(one, other, deed)


def _rivals(one: Stand, other: Stand, deed: Reason) -> Verdict | None:
    if one.agent is None or other.agent is None or deed.agreement <= LIKE:
        return None
    if one.side is not None and one.side == other.side and one.side not in (one.agent, other.agent):
        why = f"both put it on others than their own side, but not on the same: {named(one.agent)}, {named(other.agent)}"
        return Verdict("with", 0.5, (deed, Reason("agent", 0.3, why)))
    if "=" in (one.agent[0], other.agent[0]) or not (_blames(one) and _blames(other)):
        return None
    if (one.agent == one.side and other.agent == other.side) or not {one.side, other.side} & {one.agent, other.agent}:
        return None
    why = f"rival agents for one deed: {named(one.agent)} against {named(other.agent)}"
    return Verdict("against", 0.8, (deed, Reason("agent", -1.0, why)))


def _blames(stand: Stand) -> bool:
    """Tells whether the words themselves say who did it; whom a reader only supposes is no rival to anybody, nor who denies it."""
    if stand.claim.stance == "accuses":
        return True
    return _named_outright(stand) and stand.claim.stance != "denies"


def _named_outright(stand: Stand) -> bool:
    agent = stand.claim.event.agent if stand.claim.event else None
    return agent is not None and agent.span is not None


def _one_deed(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns what speaks for it that two accounts tell of one deed, or None: both sides shell one town on one day."""
    if _unlike(one, other, codes) or _unlike(other, one, codes) or any((one.degree == d) != (other.degree == d) for d in APART):
        return None
    if _rivals_of_two_days(one, other, codes) or _upon_people(one, other, codes):
        return None
    things = one.things & other.things
    if things:
        return Reason("deed", 0.8, f"both tell of the same thing: {', '.join(sorted(things))}")
    here, there = one.place, other.place
    if here is not None and there is not None and fields.is_facility(here, codes) and fields.same_place(here, there, codes) >= fields.SAME:
        return Reason("deed", 0.8, f"both tell of {here.name}")
    one_sentence = one.claim.document == other.claim.document and one.claim.sentence == other.claim.sentence
    if one_sentence and one.code == other.code:
        return Reason("deed", 0.9, "both stand in one sentence")
    if _taken_up(one, other, codes) or _taken_up(other, one, codes):
        return Reason("deed", 0.8, "the denial takes up what was told just before")
    if fields.denied_everywhere(one, other, codes) is not None:
        return Reason("deed", 0.5, f"a charge and its denial: {words(one.code)}")
    return _like(one, other, codes) if codes.akin(one.code, other.code) else None


def _taken_up(told: Stand, denial: Stand, codes: Codes) -> bool:
    """Tells whether a denial only points at a deed told before it in one report: "... a missile attack. The ministry denied the attack"."""
    if told.claim.document != denial.claim.document or not told.positive or denial.positive or denial.claim.stance != "denies":
        return False
    near = 0 <= denial.claim.sentence.start - told.claim.sentence.end <= codes.settings["places"]["again_within"]
    return near and codes.entails(told.code, denial.code) and len(WORD.findall(denial.claim.text)) <= POINTING


def _upon_people(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether two doers of two kinds are named, and one killed people where the other wrecked a thing: those are two deeds."""
    if not one.positive or not other.positive or one.code == other.code or one.agent == other.agent:
        return False
    return (codes.counts(one.claim.text) is None) != (codes.counts(other.claim.text) is None)


def _like(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns that two accounts of one kind, place and day are taken for one deed: of one doer, or of rivals whom each accuses."""
    rivals = one.positive and other.positive and one.agent != other.agent
    first = one.degree == other.degree == "first"
    if rivals and not first and not (_only_once(one, other, codes) and fields.one_day(one, other)):
        return None
    if not fields.is_point(one, other, codes) and not (_charged(one, other) or first):
        return None
    here, there = one.place, other.place
    if here is not None and there is not None and fields.same_place(here, there, codes) < fields.SAME:
        return None
    near = one.said is None or other.said is None or abs(one.said - other.said) <= 1.5 * DAY
    if not near and not fields.one_day(one, other):
        return None
    if rivals:
        return Reason("deed", 0.6, f"each says who {'was first' if first else 'did it'} there on that day: {words(one.code)}")
    return Reason("deed", LIKE, f"the same kind of event: {words(one.code)}")


def _rivals_of_two_days(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether two name two doers of what may well have happened twice, on days apart: an attack, not a wrecked dam."""
    if not one.positive or not other.positive or None in (one.agent, other.agent) or one.agent == other.agent:
        return False
    if any(entry is not None and entry.blamed for entry in (codes.get(one.code), codes.get(other.code))):
        return False
    apart = one.said is not None and other.said is not None and abs(one.said - other.said) > 1.5 * DAY
    return apart and not fields.one_day(one, other)


def _only_once(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether each accuses the other side of what nobody boasts of."""
    entry = codes.get(one.code)
    accused = one.claim.stance == other.claim.stance == "accuses" and one.agent == other.side and other.agent == one.side
    return entry is not None and entry.blamed and one.code == other.code and accused


def _charged(one: Stand, other: Stand) -> bool:
    """Tells whether the accused itself denies, of one wide place and day, what it is said to have done there."""
    if one.positive == other.positive or one.agent is None or one.agent != other.agent or one.place is None or other.place is None:
        return False
    denying = other if one.positive else one
    return denying.side == denying.agent and denying.claim.stance == "denies" and fields.one_moment(one, other)


def _unlike(one: Stand, other: Stand, codes: Codes) -> bool:
    entry = codes.get(one.code)
    return entry is not None and other.code in entry.unlike
