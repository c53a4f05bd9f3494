"""Objects with what is said of them: "put the toll at nine", "pinned the fire on the guards", "held the army responsible"."""

from collections.abc import Sequence

from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.attribution_subjects import has_finite, is_finite
from counterclaim.reading.clauses import Word

_FAR = 14
_NEAR = 4
_ENDS = frozenset({"stop", "semicolon", "colon", "subordinator", "complementiser", "question"})


def is_linked(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int]) -> bool:
    """Tells whether a noun phrase at `i` is followed by a link of the cue, and by what the cue needs there.

    Args:
        words: the unit's words.
        i: where the noun phrase begins.
        cue: the reporting verb.
        verbs: the places of the unit's finite cues.
    """
    for k in range(i + 1, min(len(words) - 1, i + _FAR)):
        if words[k].lower in cue.links:
            return _holds(words, i, k, cue)
        if (words[k].tags & _ENDS and not words[k].has("determiner")) or is_finite(words, k) or k in verbs:
            return False
    return False


def _holds(words: Sequence[Word], i: int, link: int, cue: Cue) -> bool:
    """Tells whether the words about a link are those that the cue needs: a figure after it, or one of `needs` near it."""
    after = words[link + 1 : link + 1 + _NEAR]
    if "figure" in cue.takes:
        return any(w.tags & {"number", "quantity"} or w.text[0].isdigit() for w in after)
    return not cue.needs or any(w.lower in cue.needs for w in (*words[i:link], *after))


def is_rolled(words: Sequence[Word], marker: int | None, verbs: frozenset[int]) -> bool:
    """Tells whether a role follows the marker ("as a mistake"), not a clause ("as the infantry left").

    Args:
        words: the unit's words.
        marker: the place of "as", None without one.
        verbs: the places of the unit's finite cues.
    """
    if marker is None or marker + 1 >= len(words):
        return False
    close = next((k for k in range(marker + 1, len(words)) if words[k].tags & {"pause", "stop", "relative", "coordinator"}), len(words))
    return not has_finite(words, marker + 1, close, verbs)
