"""Relations that the text itself states: a denial or confirmation of what another says in the same words, or blame put on one another."""

from dataclasses import dataclass

from counterclaim.knowledge.codes import WORD
from counterclaim.model import Claim, Reason

AGAINST = {"denies": "denies", "doubts": "doubts"}
MOST = 0.62
"""The share of a denial's words that what it denies takes: "the claim that ..." and little else."""
POINTING = 4
"""So many words point at a claim rather than tell of anything else: "the charges", "any part in it"."""
MEANING = 5
"""Words of fewer letters join others and mean little by themselves."""

ANSWERS = AGAINST | {"confirms": "confirms"}


@dataclass(frozen=True, slots=True)
class Outright:
    """What the text says of two claims: whether they part, whether its words decide by themselves, and the reason.

    They decide where one denies or confirms the other in its own words; a doubt, or a link by likeness, needs the fields to bear it out.
    """

    against: bool
    decides: bool
    reason: Reason


def said_outright(one: Claim, other: Claim) -> Outright | None:
    """Returns what the text says of two claims when one answers the other in so many words, else None."""
    if one.document != other.document or not _two_voices(one, other):
        return None
    for answer, answered in ((one, other), (other, one)):
        if _tells_of(answered, answer):
            return None
        if answer.stance in ANSWERS and answer.answers_to == answered.id:
            why = f"the text says so: one {ANSWERS[answer.stance]} what the other says"
            same_words = _holds(answer, answered) or (answer.event is None and _refers(answer, answered))
            return Outright(answer.stance in AGAINST, same_words and answer.stance != "doubts", Reason("text", 1.0, why))
    if one.stance == other.stance == "accuses" and one.cue == other.cue and _holds(one, other):
        return Outright(True, True, Reason("text", 1.0, "the text says so: they blame one another"))
    answers = [
        a for a, b in ((one, other), (other, one)) if a.stance in ANSWERS and b.stance not in ANSWERS and _holds(a, b) and _mostly(a, b)
    ]
    if len(answers) != 1:
        return None
    stance = answers[0].stance
    why = f"the text says so: one {ANSWERS[stance]} what the other says, in the same words"
    return Outright(stance in AGAINST, stance != "doubts", Reason("text", 1.0, why))


def _two_voices(one: Claim, other: Claim) -> bool:
    """Tells whether two claims come from two sources; what "reports" say, with nobody named, is another's word than a denial of it."""
    if one.source is None or other.source is None:
        return one.source is not other.source and denied_within(one, other)
    return one.source.spans != other.source.spans


def denied_within(one: Claim, other: Claim) -> bool:
    """Tells whether one claim denies the other's very words: "denied the council's claim that ...", "denied reports of ..."."""
    return any(a.stance == "denies" and _holds(a, b) and _mostly(a, b) for a, b in ((one, other), (other, one)))


def _holds(answer: Claim, answered: Claim) -> bool:
    """Tells whether the answered words stand within the answer's: who reports another's denial does not deny."""
    return bool(answered.content) and all(any(a.covers(b) for a in answer.content) for b in answered.content)


def _tells_of(one: Claim, other: Claim) -> bool:
    """Tells whether one claim reports that the other was made: "the institute says that the ministry denies it"."""
    return bool(other.cue) and all(any(mine.covers(cue) for mine in one.content) for cue in other.cue) and one.stance not in ANSWERS


def _mostly(answer: Claim, answered: Claim) -> bool:
    """Tells whether the answered words are the greater part of what is denied, and no aside within it."""
    return len(answered.text) >= MOST * len(answer.text)


def _refers(answer: Claim, answered: Claim) -> bool:
    """Tells whether an answer without a code only points at what it answers ("the claim", "any part in it"), or shares words with it."""
    mine, theirs = (frozenset(WORD.findall(c.text.lower())) for c in (answer, answered))
    return len(mine) <= POINTING or any(len(word) >= MEANING for word in mine & theirs)


def relays(one: Claim, other: Claim) -> bool:
    """Tells whether one claim only passes the other on: its words hold the other's, and more."""
    if one.document != other.document or one.content == other.content:
        return False
    return _holds(one, other) or _holds(other, one)
