"""Whether what two claims say agrees, parts, or only seems to answer: by what follows from codes, by rival agents, by counts."""

from counterclaim.crosscheck import fields
from counterclaim.crosscheck.bearing import OUTSPOKEN, Verdict, too_early, words
from counterclaim.crosscheck.counts import compare_counts, open_ended
from counterclaim.crosscheck.deeds import weigh_deeds
from counterclaim.crosscheck.stands import POSSESSION, Literal, Stand, clash, named, same_agent, shared
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Reason

NARROW = "narrow"
"""The kinds that narrow a denial: "no official talks" is no denial of talks."""


def weigh(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns how two claims of one family, place and time bear on one another, or None when neither says anything of the other."""
    if not one.code or not other.code:
        return None
    if one.family == "deed":
        return weigh_deeds(one, other, codes)
    found = _weigh_logic(one, other, codes)
    if found is not None and found.bearing != "past":
        found = _of_one_kind(one, other, found)
    if found is not None and found.bearing == "past":
        return found
    if found is None:
        return None
    if found.bearing == "with" and open_ended(one, other, codes):
        return Verdict("past", 0.6, (Reason("quantities", 0.0, "more than the one number and fewer than the other: both can be so"),))
    counted = compare_counts(one, other, codes)
    if counted is None:
        uncounted = one.family == "toll" and found.bearing == "with" and one.positive
        return None if uncounted else found
    if counted.agreement < 0:
        return Verdict("against", 0.6, (counted,))
    return Verdict(found.bearing, found.confidence, (*found.because, counted)) if counted.agreement else None


def _of_one_kind(one: Stand, other: Stand, found: Verdict) -> Verdict | None:
    """Returns the verdict, unless the words name different kinds ("tanks" and "shells"), or less is denied than is claimed."""
    if one.code != other.code and one.family == "loss":
        return found if one.kinds & other.kinds else None
    if one.family == "ground":
        return found
    apart = _other_kinds(one, other)
    if apart is not None:
        of, kinds = apart
        if found.bearing == "with" or of == "people" or one.family in ("loss", "toll"):
            return None
        return Verdict("past", 0.6, (Reason("event", 0.0, f"a denial of the one is no denial of the other: {kinds}"),))
    narrow = _narrower(one, other) if found.bearing == "against" else None
    if narrow is None:
        return found
    return Verdict("past", 0.6, (Reason("event", 0.0, f"only so much is denied: {narrow}"),))


def _other_kinds(one: Stand, other: Stand) -> tuple[str, str] | None:
    """Returns of what (arms, troops, people, goods) each claim names another kind, and the kinds in words, or None."""
    mine, theirs = (_by_class(s) for s in (one, other))
    for of in sorted(mine.keys() & theirs.keys() - {NARROW}):
        if not mine[of] & theirs[of]:
            return of, f"{', '.join(sorted(mine[of]))} and {', '.join(sorted(theirs[of]))}"
    return None


def _narrower(one: Stand, other: Stand) -> str | None:
    """Returns the word by which a denial denies less than what is claimed ("official", "combat"), or None."""
    affirming, denying = (other, one) if other.positive else (one, other)
    words_ = sorted(kind for of, kind in denying.kinds - affirming.kinds if of == NARROW)
    return words_[0] if words_ and affirming.positive and not denying.positive else None


def _by_class(stand: Stand) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for of, kind in stand.kinds:
        found.setdefault(of, set()).add(kind)
    return found


def _weigh_logic(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    for affirming, denying in ((one, other), (other, one)):
        point = clash(affirming.yes, denying.no)
        partly = next((s for s in (affirming, denying) if s.degree == "part" and s.positive and s.code not in POSSESSION), None)
        if point is not None and partly is not None:
            why = f"a {words(partly.code)} in part, and the place may still be held"
            return Verdict("past", 0.6, (Reason("event", 0.0, why),))
        if point is not None:
            one_voice = one.party is not None and one.party == other.party
            ceased = denying.degree == "ceased" and not fields.one_day(affirming, denying)
            early = ceased or too_early(affirming, denying, codes) or _misread(affirming, denying)
            if (early or _of_another(affirming, denying, codes)) and not one_voice:
                return None
            return Verdict("against", _sureness(one, other), (_why_against(affirming, denying, point),))
    agreed = _agreed(one, other)
    if agreed is not None:
        return Verdict("with", agreed.agreement, (agreed,))
    return _talks_past(one, other, codes)


def _misread(one: Stand, other: Stand) -> bool:
    """Tells whether two positive claims part only because a speaker seems to grant the place to the other side."""
    if not one.positive or not other.positive:
        return False
    return (one.side is not None and one.side == other.agent != one.agent) or (
        other.side is not None and other.side == one.agent != other.agent
    )


def _of_another(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether a denial may be of another such thing: of what happens all the time, of a toll of no side, or of no truce at all."""
    entry = codes.get(other.code)
    if entry is None or other.positive:
        return False
    if one.family == "toll":
        return other.agent is None and not (fields.is_point(one, other, codes) and fields.one_moment(one, other))
    if entry.scope == "campaign" and one.claim.document != other.claim.document:
        wish = entry.agentless and entry.state and one.degree != "stated" and one.side in codes.settings["observers"]
        if wish or other.claim.stance == "doubts":
            return True
    if (entry.outright and _complains(one, other, entry.agentless)) or other.degree == "outcome":
        return True
    if entry.scope == "campaign" and not entry.agentless and one.agent != other.agent and one.claim.document != other.claim.document:
        return other.side != one.agent
    if not entry.many:
        return False
    if entry.agentless or other.agent is None:
        return not fields.one_day(one, other)
    if one.agent != other.agent:
        return True
    return not entry.lasting and not (fields.one_moment(one, other) and fields.is_point(one, other, codes))


def _complains(one: Stand, other: Stand, agentless: bool) -> bool:
    """Tells whether what sounds like a denial of a truce or of talks is none: a reproach, a wish, or a word on others' talks.

    "They broke it" does not say that there is none, and "there will be none" says nothing of what is.
    """
    if "future" in (one.degree, other.degree) or one.degree == "breach":
        return True
    if other.degree == "refused" and other.claim.stance in OUTSPOKEN and one.degree != "stated":
        return True
    if not agentless and one.claim.document != other.claim.document and one.agent not in (one.side, other.side):
        return True
    if OUTSPOKEN & {one.claim.stance, other.claim.stance}:
        return False
    if other.claim.stance == "accuses" or other.degree == "breach":
        return True
    if not agentless:
        return one.agent not in (one.side, other.side)
    return _blamed(other) not in (None, other.side) or not one.degree == other.degree == "stated"


def _blamed(stand: Stand) -> str | None:
    """Returns whom a claim of what takes two names all the same ("they broke the truce"); one of no known side is "?"."""
    agent = stand.claim.event.agent if stand.claim.event else None
    return None if agent is None else agent.side or agent.party or "?"


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
    if both is not None and both[1] is None and one.code == other.code and _blamed(one) != _blamed(other):
        return None
    if both is not None:
        return Reason("event", 0.7, f"both rule out the same: {words(both[0])}")
    return None


def _own(stand: Stand) -> str | None:
    return next((agent for code, agent in stand.yes if code == stand.code), stand.agent)


def _bears_out(strong: Stand, weak: Stand) -> Reason:
    if strong.code == weak.code:
        return Reason("event", 0.9, f"both say it: {words(weak.code)}")
    return Reason("event", 0.6, f"{words(strong.code)} is also {words(weak.code)}: the stronger account bears out the weaker one")


def _why_against(affirming: Stand, denying: Stand, point: Literal) -> Reason:
    if denying.degree == "contested":
        return Reason("event", -0.7, f"one says {words(affirming.code)}, the other that the fight for it goes on")
    if not denying.positive and affirming.code == denying.code:
        return Reason("polarity", -1.0, f"one says it, the other denies it: {words(denying.code)}")
    if not denying.positive:
        return Reason("polarity", -0.8, f"{words(affirming.code)} would be {words(denying.code)}, and that is denied")
    held = f"{words(denying.code)} by {named(denying.agent)}"
    return Reason("event", -0.8, f"{held} rules out {words(point[0])} by {named(affirming.agent)}")


def _talks_past(one: Stand, other: Stand, codes: Codes) -> Verdict | None:
    """Returns the verdict on a denial of the stronger thing beside a claim of the weaker one that serves the same side."""
    for affirming, denying in ((one, other), (other, one)):
        if affirming.family != "ground" or not affirming.positive or denying.degree == "contested":
            continue
        winner = _served(affirming, codes)
        if winner is None:
            continue
        if not denying.positive and _one_winner(_served(denying, codes), winner):
            why = f"a denial of {words(denying.code)} is no denial of {words(affirming.code)}"
            return Verdict("past", 0.7, (Reason("event", 0.0, why),))
        if denying.code == "hold" and affirming.code in ("advance", "breach") and _opposed(winner, denying.agent):
            why = "a place can still be held while ground near it is lost"
            return Verdict("past", 0.6, (Reason("event", 0.0, why),))
    return _parts(one, other)


def _parts(one: Stand, other: Stand) -> Verdict | None:
    """Returns the verdict on two rivals of whom each has a part of one place."""
    rivals = [agent for s in (one, other) for code, agent in s.yes if code == "partly"]
    if len(rivals) != 2 or None in rivals or rivals[0] == rivals[1]:
        return None
    why = "each has a part of the place, and both can be so"
    return Verdict("past", 0.6, (Reason("event", 0.0, why),))


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
