"""Relations that the text itself states: a denial or confirmation of what another says in the same words, or blame put on one another."""

from counterclaim.model import Claim, Reason

ANSWERS = {"denies": "denies", "doubts": "doubts", "confirms": "confirms"}


def said_outright(one: Claim, other: Claim) -> Reason | None:
    """Returns the reason when one claim answers the other in so many words, else None."""
    for answer, answered in ((one, other), (other, one)):
        if answer.answers_to is not None and answer.answers_to == answered.id:
            return Reason("text", 1.0, f"the text says so: one {ANSWERS.get(answer.stance, 'answers')} what the other says")
    if one.document != other.document or one.source is None or other.source is None or one.source.spans == other.source.spans:
        return None
    if not any(a.overlaps(b) for a in one.content for b in other.content):
        return None
    stances = {one.stance, other.stance}
    if stances == {"accuses"} and one.cue == other.cue:
        return Reason("text", 1.0, "the text says so: they blame one another")
    answering = sorted(stances & ANSWERS.keys())
    return (
        Reason("text", 1.0, f"the text says so: one {ANSWERS[answering[0]]} what the other says, in the same words") if answering else None
    )
