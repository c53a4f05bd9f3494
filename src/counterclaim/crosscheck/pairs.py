"""How two claims stand to one another: whose voices, what they say, and whether the text itself says so."""

from counterclaim.crosscheck import fields
from counterclaim.crosscheck.bearing import OUTSPOKEN, Bearing, Verdict
from counterclaim.crosscheck.explicit import Outright, denied_within, relays, said_outright
from counterclaim.crosscheck.footing import COUNTED, firm, grounded
from counterclaim.crosscheck.stands import Stand
from counterclaim.crosscheck.verdicts import weigh
from counterclaim.knowledge.codes import Code, Codes
from counterclaim.model import Reason, Relation, RelationKind

OUTRIGHT = 0.95
"""How sure a relation is that the text itself states."""


def speaks(stand: Stand, codes: Codes, in_report: bool = False) -> bool:
    """Tells whether a claim takes part in relations: somebody's word on what is so, not the publisher's own voice nor a demand.

    Of whom nothing is known, and what "reports" say, speaks only within its report, where the text itself may say who answers whom.
    """
    claim = stand.claim
    if claim.attribution is None or claim.stance in codes.settings["silence"]["stances"]:
        return False
    return stand.known or (in_report and (claim.form == "hearsay" or (claim.source is not None and bool(claim.source.spans))))


def compare(one: Stand, other: Stand, codes: Codes) -> Relation | None:
    """Returns the relation of two claims, each of somebody's voice, or None."""
    outright = _outright(one, other, codes)
    if outright is None and one.family != other.family:
        return None
    if not (one.known and other.known) and (outright is None or not outright.decides):
        return None
    place = fields.compare_places(one, other, codes)
    if outright is None and place is None:
        return None
    time = fields.compare_times(one, other, codes) or fields.same_matter_later(one, other, codes)
    if outright is None and time is None:
        return None
    found = weigh(one, other, codes) if one.family == other.family else None
    if outright is not None:
        found = _as_the_text_says(found, outright)
    if found is None:
        return None
    said = found.confidence == OUTRIGHT
    if not said and not (_specific(one, other, found, codes) and _plain(one, other, found, codes)):
        return None
    kind = _kind(one, other, found, said, codes)
    if kind is None:
        return None
    because = (_voices(one, other, codes), *found.because, *(r for r in (place, time) if r is not None))
    earlier, later = _ordered(one, other, kind)
    return Relation(kind, earlier, later, "explicit" if said else "inferred", round(found.confidence, 3), because)


def _outright(one: Stand, other: Stand, codes: Codes) -> Outright | None:
    """Returns what the text itself says of two claims; a call that is turned down is not denied, nor a deed by who cannot confirm it.

    Of two voices one must be known, and both where they do not speak of the very same words ("accused him of a coup, which he denied").
    """
    same_words = one.claim.content == other.claim.content or denied_within(one.claim, other.claim)
    if one.claim.document != other.claim.document or not ((one.known and other.known) or (same_words and (one.known or other.known))):
        return None
    if any(s.claim.stance == "doubts" and s.family in COUNTED for s in (one, other)):
        return None
    if any(s.claim.stance in OUTSPOKEN and codes.turned_down.search(s.claim.text.lower()) for s in (one, other)):
        return None
    return said_outright(one.claim, other.claim)


def _as_the_text_says(found: Verdict | None, outright: Outright) -> Verdict | None:
    """Returns the verdict once the text has spoken: its own words decide; a link by likeness only supports what the fields say."""
    bearing: Bearing = "against" if outright.against else "with"
    if found is not None and found.bearing == bearing:
        return Verdict(bearing, OUTRIGHT, (outright.reason, *found.because))
    return Verdict(bearing, OUTRIGHT, (outright.reason,)) if outright.decides else found


def _plain(one: Stand, other: Stand, found: Verdict, codes: Codes) -> bool:
    """Tells whether both claims say plainly enough what they are compared in."""
    if found.bearing == "against":
        return _one_party(one, other) or firm(one, other, codes)
    return grounded(one, other, codes)


def _specific(one: Stand, other: Stand, found: Verdict, codes: Codes) -> bool:
    """Tells whether two claims are two, and of one thing: in a wide place they must name a rare thing, or to agree any thing or a count."""
    agreeing = found.bearing == "with"
    if agreeing and relays(one.claim, other.claim):
        return False
    place, entry = one.place, codes.get(one.code)
    if entry is not None and entry.scope == "campaign" and not _of_one_matter(one, other, entry):
        return False
    if found.bearing == "against" and place is not None and fields.is_region(place, codes) and _nobodys(one, other, entry):
        return False
    if place is None or one.claim.document == other.claim.document or set(one.unlisted) & set(other.unlisted):
        return True
    if agreeing and entry is not None and entry.many and fields.is_region(place, codes):
        return False
    if (entry is not None and entry.scope == "campaign") or one.things & other.things & codes.rare:
        return True
    if entry is not None and entry.lasting and one.code == other.code and one.agent is not None and one.agent == other.agent:
        return True
    if agreeing:
        counted = any(r.field == "quantities" for r in found.because)
        return not fields.is_wide(place, codes) or bool(one.things & other.things) or counted
    return not fields.is_region(place, codes) or (not fields.is_wide(place, codes) and _denied_outright(one, other))


def _nobodys(one: Stand, other: Stand, entry: Code | None) -> bool:
    """Tells whether neither says whose it is, where it matters whose: in a wide region such things happen to many."""
    return one.agent is None and other.agent is None and entry is not None and not entry.agentless and not one.things & other.things


def _of_one_matter(one: Stand, other: Stand, entry: Code) -> bool:
    """Tells whether two claims of what needs no place have more in common than their kind: whose it is, a report, a place, or the day."""
    if one.claim.document == other.claim.document or _one_party(one, other) or fields.one_day(one, other):
        return True
    if not entry.agentless:
        return one.agent is not None or other.agent is not None
    return one.place is not None or other.place is not None or bool(one.things & other.things)


def _denied_outright(one: Stand, other: Stand) -> bool:
    """Tells whether one denies, whatever its words, what the other says of the same side."""
    denials = [s for s in (one, other) if not s.positive]
    return len(denials) == 1 and one.family != "toll" and one.code == other.code and one.agent is not None and one.agent == other.agent


def _kind(one: Stand, other: Stand, found: Verdict, said: bool, codes: Codes) -> RelationKind | None:
    possible = any(s.claim.event is not None and s.claim.event.certainty == "possible" and s.claim.stance != "denies" for s in (one, other))
    if found.bearing == "against":
        if _one_party(one, other):
            return "updates" if one.said != other.said and not possible else None
        if (
            possible
            or _unverified(one, codes)
            or _unverified(other, codes)
            or (_one_house(one, other, codes) and not (said and len(found.because) > 1))
        ):
            return None
        return "contradicts"
    if found.bearing == "with" and not said and any(s.positive and s.claim.stance == "doubts" for s in (one, other)):
        return None
    if found.bearing == "past":
        return None if _one_party(one, other) else "talks-past"
    if _one_party(one, other):
        return "repeats"
    return "echoes" if _one_side(one, other, codes) else "corroborates"


def _unverified(stand: Stand, codes: Codes) -> bool:
    """Tells whether an observer only says that it could not make sure, which denies nothing."""
    return stand.claim.stance == "doubts" and stand.side in codes.settings["observers"]


def _one_party(one: Stand, other: Stand) -> bool:
    return one.party is not None and one.party == other.party


def _one_side(one: Stand, other: Stand, codes: Codes) -> bool:
    return one.side is not None and one.side == other.side and one.side not in codes.settings["neutral_sides"]


def _one_house(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether two voices of one side speak for one house, so far as is known: their differing words are no dispute."""
    if not _one_side(one, other, codes):
        return False
    here, there = one.claim.source, other.claim.source
    factions = {s.faction for s in (here, there) if s is not None and s.faction is not None}
    one_report = one.claim.document == other.claim.document
    if len(factions) == 1 and one_report and any(s.claim.stance == "denies" for s in (one, other)):
        return (here is not None and here.faction) == (there is not None and there.faction)
    return len(factions) < 2


def _voices(one: Stand, other: Stand, codes: Codes) -> Reason:
    if _one_party(one, other):
        return Reason("source", 1.0, f"one voice: {_name(one)}")
    names = " and ".join(sorted((_name(one), _name(other))))
    if _one_side(one, other, codes):
        return Reason("source", 0.5, f"two voices of one side: {names}")
    if one.claim.source is None or other.claim.source is None:
        return Reason("source", 0.0, f"{_name(one if one.claim.source else other)} and hearsay, for which nobody is named")
    return Reason("source", 0.0, f"voices of different camps: {names}")


def _name(stand: Stand) -> str:
    source = stand.claim.source
    return (source.party or source.text or source.side or "unnamed") if source else "unnamed"


def _ordered(one: Stand, other: Stand, kind: RelationKind) -> tuple[str, str]:
    ids = (one.claim.id, other.claim.id)
    if kind != "updates" or one.said is None or other.said is None:
        return min(ids), max(ids)
    return ids if one.said < other.said else (ids[1], ids[0])
