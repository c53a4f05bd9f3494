"""Whether what two claims say agrees, parts, or only seems to answer: by what follows from codes, by rival agents, by counts."""

from dataclasses import dataclass
from typing import Literal as Choice

from counterclaim.crosscheck import fields
from counterclaim.crosscheck.counts import compare_counts
from counterclaim.crosscheck.stands import DAY, Literal, Stand, clash, named, same_agent, shared
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Reason

LIKE = 0.4
"""How far two deeds of one kind, town and day are one: attacks are told of every day."""

OUTSPOKEN = frozenset({"denies", "doubts"})

Bearing = Choice["against", "with", "past"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the contents of two claims bear on one another, how surely, and why."""

    bearing: Bearing
    confidence: float
    because: tuple[Reason, ...]


def weigh(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns how two claims of one family, place and time bear on one another, or None when neither says anything of the other."""
    if not one.code or not other.code:
        return None
    if one.family == "deed":
        return _weigh_deeds(one, other, codes)
    found = _weigh_logic(one, other, codes)
    if found is not None and found.bearing == "past":
        return found
    counted = compare_counts(one, other, codes)
    if found is None:
        return None
    if counted is None:
        uncounted = one.family == "toll" and found.bearing == "with" and one.positive
        return None if uncounted else found
    if counted.agreement < 0:
        return Verdict("against", 0.6, (counted,))
    return Verdict(found.bearing, found.confidence, (*found.because, counted)) if counted.agreement else None


def _weigh_logic(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    for affirming, denying in ((one, other), (other, one)):
        point = clash(affirming.yes, denying.no)
        if point is not None:
            if _too_early(affirming, denying, codes) or _misread(affirming, denying) or _of_another(affirming, denying, codes):
                return None
            return Verdict("against", _sureness(one, other), (_why_against(affirming, denying, point),))
    agreed = _agreed(one, other)
    if agreed is not None:
        return Verdict("with", agreed.agreement, (agreed,))
    return _talks_past(one, other, codes)


def _too_early(affirming: Stand, denying: Stand, codes: Codes) -> bool:
    """Tells whether the denial was told so long before the claim that it cannot be about it."""
    if affirming.said is None or denying.said is None or (affirming.begin is not None and affirming.begin <= denying.said):
        return False
    limits = codes.settings["days"]
    limit = limits["contested_ahead_hours"] if denying.degree == "contested" else limits["denial_ahead_hours"]
    return affirming.said - denying.said > limit


def _misread(one: Stand, other: Stand) -> bool:
    """Tells whether two positive claims part only because a speaker seems to grant the place to the other side."""
    if not one.positive or not other.positive:
        return False
    return (one.side is not None and one.side == other.agent != one.agent) or (
        other.side is not None and other.side == one.agent != other.agent
    )


def _of_another(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether a denial may be of another such thing: of what happens all the time, of a toll of no side, or not in so many words."""
    entry = codes.get(other.code)
    if entry is None or other.positive:
        return False
    if one.family == "toll":
        return other.agent is None
    return entry.many or (entry.outright and not OUTSPOKEN & {one.claim.stance, other.claim.stance})


def _sureness(one: Stand, other: Stand) -> float:
    unsure = sum(s.claim.event is not None and s.claim.event.certainty == "probable" for s in (one, other))
    return (0.85 if one.code == other.code else 0.75) - 0.1 * unsure


def _agreed(one: Stand, other: Stand) -> Reason | None:
    """Returns why two claims say the same, or that the one bears out the other; None when they do not."""
    if one.positive and other.positive:
        if one.agent is not None and one.agent == other.agent and ("partly", one.agent) in one.yes and ("partly", one.agent) in other.yes:
            return Reason("event", 0.8, "both say that a part is in these hands, not all of it")
        for strong, weak in ((one, other), (other, one)):
            if (weak.code, _own(weak)) in strong.yes and (weak.code, _own(weak)) in weak.yes:
                return _bears_out(strong, weak)
    both = shared(one.no, other.no)
    if both is not None:
        return Reason("event", 0.7, f"both rule out the same: {_words(both[0])}")
    return None


def _own(stand: Stand) -> str | None:
    return next((agent for code, agent in stand.yes if code == stand.code), stand.agent)


def _bears_out(strong: Stand, weak: Stand) -> Reason:
    if strong.code == weak.code:
        return Reason("event", 0.9, f"both say it: {_words(weak.code)}")
    return Reason("event", 0.6, f"{_words(strong.code)} is also {_words(weak.code)}: the stronger account bears out the weaker one")


def _why_against(affirming: Stand, denying: Stand, point: Literal) -> Reason:
    if denying.degree == "contested":
        return Reason("event", -0.7, f"one says {_words(affirming.code)}, the other that the fight for it goes on")
    if not denying.positive and affirming.code == denying.code:
        return Reason("polarity", -1.0, f"one says it, the other denies it: {_words(denying.code)}")
    if not denying.positive:
        return Reason("polarity", -0.8, f"{_words(affirming.code)} would be {_words(denying.code)}, and that is denied")
    held = f"{_words(denying.code)} by {named(denying.agent)}"
    return Reason("event", -0.8, f"{held} rules out {_words(point[0])} by {named(affirming.agent)}")


def _talks_past(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns the verdict on a denial of the stronger thing beside a claim of the weaker one that serves the same side."""
    for affirming, denying in ((one, other), (other, one)):
        if affirming.family != "ground" or not affirming.positive or denying.degree == "contested":
            continue
        winner = _served(affirming, codes)
        if winner is None:
            continue
        if not denying.positive and _one_winner(_served(denying, codes), winner):
            why = f"a denial of {_words(denying.code)} is no denial of {_words(affirming.code)}"
            return Verdict("past", 0.7, (Reason("event", 0.0, why),))
        if denying.code == "hold" and affirming.code in ("advance", "breach") and _opposed(winner, denying.agent):
            why = "a place can still be held while ground near it is lost"
            return Verdict("past", 0.6, (Reason("event", 0.0, why),))
    return None


def _served(stand: Stand, codes: Codes) -> str | None:
    """Returns the side that the event serves: its agent, or "!side" when it serves the agent's opponent."""
    entry = codes.get(stand.code)
    if entry is None or stand.agent is None or entry.favours == "none":
        return None
    return stand.agent if entry.favours == "agent" else f"!{stand.agent}"


def _one_winner(one: str | None, other: str) -> bool:
    return one is not None and same_agent(one, other)


def _opposed(winner: str, side: str | None) -> bool:
    return side is not None and not winner.startswith("!") and winner != side


def _weigh_deeds(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns how two accounts of a deed bear on one another: who did it is the first question."""
    deed = _one_deed(one, other, codes)
    if deed is None:
        return None
    if one.positive and other.positive:
        return _weigh_agents(one, other, deed)
    if one.positive != other.positive:
        affirming, denying = (one, other) if one.positive else (other, one)
        if denying.agent is not None and denying.agent != affirming.agent:
            return None
        if denying.agent not in (None, denying.side) and not _named_outright(denying):
            return None
        if _too_early(affirming, denying, codes) or (deed.agreement <= LIKE and not _outspoken(denying)):
            return None
        whom = f" by {named(denying.agent)}" if denying.agent else ""
        return Verdict("against", 0.8, (deed, Reason("polarity", -1.0, f"one says it, the other denies it: {_words(denying.code)}{whom}")))
    if one.agent == other.agent:
        return Verdict("with", 0.7, (deed, Reason("polarity", 0.8, "both deny it")))
    return None


def _outspoken(denying: Stand) -> bool:
    """Tells whether a denial is one in so many words, of a deed that it puts to somebody."""
    return denying.claim.stance in OUTSPOKEN and denying.agent is not None


def _weigh_agents(one: Stand, other: Stand, deed: Reason) -> Verdict | None:
    silent = [s.agent is None or not _blames(s) for s in (one, other)]
    if deed.agreement <= LIKE and all(silent):
        return None
    if all(silent) and one.code == other.code and one.agent != other.agent:
        return Verdict("with", 0.5, (deed, Reason("event", 0.5, f"both tell of it, and name nobody: {_words(one.code)}")))
    if one.agent is None or other.agent is None:
        if one.code != other.code or one.agent != other.agent:
            return None
        return Verdict("with", 0.5, (deed, Reason("event", 0.6, f"both tell of it, neither says who did it: {_words(one.code)}")))
    if one.agent == other.agent:
        return Verdict("with", 0.8, (deed, Reason("agent", 1.0, f"both say that {named(one.agent)} did it")))
    if one.side is not None and one.side == other.side and one.side not in (one.agent, other.agent):
        why = f"both put it on others than their own side, but not on the same: {named(one.agent)}, {named(other.agent)}"
        return Verdict("with", 0.5, (deed, Reason("agent", 0.3, why)))
    if "=" in (one.agent[0], other.agent[0]) or not (_blames(one) and _blames(other)):
        return None
    if one.agent == one.side and other.agent == other.side:
        return None
    return Verdict(
        "against", 0.8, (deed, Reason("agent", -1.0, f"rival agents for one deed: {named(one.agent)} against {named(other.agent)}"))
    )


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
    if _unlike(one, other, codes) or _unlike(other, one, codes):
        return None
    here, there = one.place, other.place
    things = one.things & other.things
    if things:
        return Reason("deed", 0.8, f"both tell of the same thing: {', '.join(sorted(things))}")
    if here is not None and there is not None and fields.is_facility(here, codes) and fields.same_place(here, there, codes) >= fields.SAME:
        return Reason("deed", 0.8, f"both tell of {here.name}")
    one_sentence = one.claim.document == other.claim.document and one.claim.sentence == other.claim.sentence
    if one_sentence and one.code == other.code:
        return Reason("deed", 0.9, "both stand in one sentence")
    if one.code == other.code and fields.denied_everywhere(one, other, codes) is not None:
        return Reason("deed", 0.5, f"a charge and its denial: {_words(one.code)}")
    if any(place is None or fields.is_region(place, codes) for place in (here, there)):
        return None
    if one.code != other.code or (one.positive and other.positive and one.agent != other.agent):
        return None
    if one.said is not None and other.said is not None and abs(one.said - other.said) > 1.5 * DAY:
        return None
    return Reason("deed", LIKE, f"the same kind of event: {_words(one.code)}")


def _unlike(one: Stand, other: Stand, codes: Codes) -> bool:
    entry = codes.get(one.code)
    return entry is not None and other.code in entry.unlike


def _words(code: str) -> str:
    return code.replace("-", " ")
