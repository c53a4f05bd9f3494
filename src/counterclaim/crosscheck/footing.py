"""How firmly the fields of two claims stand on their own words: what one report says must be plain before another parts with it."""

from counterclaim.crosscheck.bearing import OUTSPOKEN
from counterclaim.crosscheck.explicit import relays
from counterclaim.crosscheck.stands import Stand
from counterclaim.knowledge.codes import WORD, Codes
from counterclaim.model import Claim, Span

COUNTED = ("toll", "loss", "deed")
"""Families of which one report tells several: each claim must say where."""
ALIKE = 0.6
"""From this share of common words on, two affirmations of one code in one report are one statement read twice."""


def firm(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether two claims that seem to part stand on words of their own: place and doer are told, and neither is the other's echo."""
    if one.positive and other.positive and (relays(one.claim, other.claim) or _one_statement(one, other)):
        return False
    # "denied that it had not struck it" was hardly read right
    if one.family == "deed" and any(s.positive and s.claim.stance == "denies" for s in (one, other)):
        return False
    if not all(_tells(s, codes) for s in (one, other)):
        return False
    if one.claim.sentence == other.claim.sentence and one.claim.document == other.claim.document:
        return True
    if one.things & other.things & codes.rare:
        return True
    placed = [_placed(s, codes) for s in (one, other)]
    if one.claim.document == other.claim.document and one.family not in COUNTED:
        entry = codes.get(one.code)
        return any(placed) or (entry is not None and entry.scope == "campaign")
    return all(placed) and _own_doer(one) and _own_doer(other)


def grounded(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether two claims of two reports that seem to agree, or to talk past one another, tell of one thing in words of their own."""
    if one.claim.document == other.claim.document or one.things & other.things & codes.rare:
        return True
    entry = codes.get(one.code)
    here, there = one.place, other.place
    if entry is not None and entry.outright and entry.agentless and (one.claim.stance == "accuses") != (other.claim.stance == "accuses"):
        return False
    if entry is not None and entry.scope == "campaign" and here is not None and there is not None and here.id != there.id:
        return False
    return all((_placed(s, codes) or _of_the_headline(s, codes)) and _tells(s, codes) for s in (one, other))


def _tells(stand: Stand, codes: Codes) -> bool:
    """Tells whether a claim says what is so: in plain words, of what its speaker knows, and not only that a wish was turned down."""
    claim, words = stand.claim, stand.claim.text.lower()
    if claim.stance in OUTSPOKEN and codes.turned_down.search(words):
        return False
    if (claim.stance == "doubts" and stand.family in COUNTED) or codes.unknowing.search(words):
        return False
    agent = claim.event.agent if claim.event else None
    if agent is not None and agent.span is not None and codes.backers.search(_words(claim, agent.span)):
        return False
    limits, word = codes.settings["footing"], trigger(claim)
    return claim.stance in OUTSPOKEN or (word not in limits["weak"] and (word not in limits["loose"] or _of_the_place(claim, codes)))


def _of_the_place(claim: Claim, codes: Codes) -> bool:
    """Tells whether the place stands right beside the trigger: "had taken Soledar", "Soledar had been taken"."""
    event, place = claim.event.span if claim.event else None, claim.place.span if claim.place else None
    if event is None or place is None:
        return False
    return 0 <= max(place.start - event.end, event.start - place.end) <= codes.settings["footing"]["right_beside"]


def asks(stand: Stand, codes: Codes) -> bool:
    """Tells whether a claim answers questions: its trigger tells of the event, and a seat of power is a place in its words."""
    limits, word = codes.settings["footing"], trigger(stand.claim)
    if word in limits["weak"] or (word in limits["loose"] and not _of_the_place(stand.claim, codes)):
        return False
    return _in_the_seat(stand, codes)


def _in_the_seat(stand: Stand, codes: Codes) -> bool:
    """Tells whether the place is no seat of power, or the words make it a place: "near the Kremlin", not "the Kremlin said"."""
    place = stand.claim.place.place if stand.claim.place and stand.claim.place.span else None
    if place is None or place.name not in codes.seats or stand.family == "deed":
        return True
    return any(found.startswith(place.name) for found in codes.named_as_place(stand.claim.text))


def trigger(claim: Claim) -> str:
    """Returns the word that tells of a claim's event, as it stands in the claim's own words; "" where it stands elsewhere."""
    return _words(claim, claim.event.span) if claim.event and claim.event.span else ""


def _words(claim: Claim, span: Span) -> str:
    """Returns the words of a span in small letters as far as it lies in the claim's own words, else ""."""
    begin = 0
    for part in claim.content:
        if part.covers(span):
            return claim.text[begin + span.start - part.start : begin + span.end - part.start].lower()
        begin += part.end - part.start + 1
    return ""


def _one_statement(one: Stand, other: Stand) -> bool:
    """Tells whether two affirmations of one report are the same words twice, once of its headline: whose they are was misread."""
    if one.claim.document != other.claim.document or one.code != other.code:
        return False
    mine, theirs = (set(WORD.findall(s.claim.text.lower())) for s in (one, other))
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs)) > 0


def _placed(stand: Stand, codes: Codes) -> bool:
    """Tells whether the claim's sentence or the report's headline says where it was, or it answers words that do.

    A seat of power stands for who sits there ("against the Kremlin") unless the words make it a place, and "the mayor of the town"
    says who speaks, not where it was. A toll needs its place in its own sentence, or taken up from before: there are others on every day.
    """
    claim = stand.claim
    if claim.place is None or claim.place.span is None:
        return True
    if not _in_the_seat(stand, codes):
        return False
    span = claim.place.span
    if claim.stance in OUTSPOKEN or claim.answers_to is not None:
        return True
    if claim.source is not None and any(said.covers(span) for said in claim.source.spans):
        return stand.family != "toll"
    if claim.sentence.covers(span):
        return True
    limits = codes.settings["places"]
    taken_up = 0 <= claim.sentence.start - span.end <= limits["again_within"] and codes.again.search(claim.text.lower()) is not None
    return taken_up or (stand.family != "toll" and _of_the_headline(stand, codes))


def _of_the_headline(stand: Stand, codes: Codes) -> bool:
    """Tells whether the report's headline names the place; a seat of power must be a place in the claim's own words."""
    span = stand.claim.place.span if stand.claim.place else None
    return span is not None and span.end <= codes.settings["places"]["headline"] and _in_the_seat(stand, codes)


def _own_doer(stand: Stand) -> bool:
    """Tells whether the words name the doer, or the speaker tells of its own side; whom a reader only supposes is no ground to part."""
    agent = stand.claim.event.agent if stand.claim.event else None
    if agent is None or (agent.span is not None and stand.claim.sentence.covers(agent.span)) or stand.claim.stance in OUTSPOKEN:
        return True
    return stand.side is not None and agent.side == stand.side
