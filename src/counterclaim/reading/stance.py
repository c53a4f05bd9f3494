"""What a cue does (stance, polarity), how sure its words sound (certainty) and what they offer for it (basis)."""

from counterclaim.model import Basis, Certainty, Polarity, Span, Stance, words_of
from counterclaim.reading.attribution_drafts import Draft


def stance(draft: Draft, text: str, language: str = "en") -> tuple[Stance, Polarity]:
    """Returns the stance of a draft and whether its cue affirms or denies the content."""
    given: Stance = draft.cue_entry.stance if draft.cue_entry else "asserts"
    if draft.negated:
        if draft.able:
            return "doubts", "positive"
        return ("asserts", "positive") if given == "denies" else (("denies", "negative") if given == "confirms" else (given, "positive"))
    return given, "negative" if given == "denies" else "positive"


def certainty(draft: Draft, text: str, language: str = "en") -> Certainty:
    """Returns how sure the cue and content sound."""
    return "probable" if draft.hearsay else "certain"


def basis(draft: Draft, text: str, sentence: Span, language: str = "en") -> Basis:
    """Returns what the speaker offers for it."""
    return "none"


__all__ = ["basis", "certainty", "stance", "words_of"]
