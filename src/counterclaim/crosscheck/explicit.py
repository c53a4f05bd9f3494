"""Relations that the text itself states: a denial or confirmation of what another says in the same words, or blame put on one another."""

from dataclasses import dataclass

from counterclaim.model import Claim, Reason

AGAINST = {"denies": "denies", "doubts": "doubts"}
ANSWERS = AGAINST | {"confirms": "confirms"}


@dataclass(frozen=True, slots=True)
class Outright:
    """What the text says of two claims: whether they part, whether the one stands in the other's own words, and the reason."""

    against: bool
    same_words: bool
    reason: Reason


def said_outright(one: Claim, other: Claim) -> Outright | None:
    """Returns what the text says of two claims when one answers the other in so many words, else None."""
    if one.document != other.document or one.source is None or other.source is None or one.source.spans == other.source.spans:
        return None
    overlap = any(a.overlaps(b) for a in one.content for b in other.content)
    for answer, answered in ((one, other), (other, one)):
        if answer.stance in ANSWERS and answer.answers_to == answered.id:
            why = f"the text says so: one {ANSWERS[answer.stance]} what the other says"
            return Outright(answer.stance in AGAINST, overlap or answer.event is None, Reason("text", 1.0, why))
    if not overlap:
        return None
    if one.stance == other.stance == "accuses" and one.cue == other.cue:
        return Outright(True, True, Reason("text", 1.0, "the text says so: they blame one another"))
    answering = sorted({one.stance, other.stance} & ANSWERS.keys())
    if len(answering) != 1 or one.stance == other.stance:
        return None
    why = f"the text says so: one {ANSWERS[answering[0]]} what the other says, in the same words"
    return Outright(answering[0] in AGAINST, True, Reason("text", 1.0, why))
