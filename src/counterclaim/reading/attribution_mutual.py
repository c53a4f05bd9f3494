"""X and Y blaming one another: a report of each."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model import Span
from counterclaim.reading.attribution_contents import is_reciprocal
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.clauses import Word


def parted(words: Sequence[Word], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yields the drafts, those on "each other" once for each of their sources; `mutual` holds the other's span."""
    for draft in drafts:
        halves = _halves(words, draft) if _is_mutual(words, draft) else None
        if halves is None:
            yield draft
            continue
        left, right = halves
        yield replace(draft, source=(left,), mutual=(right,))
        yield replace(draft, source=(right,), mutual=(left,))


def _is_mutual(words: Sequence[Word], draft: Draft) -> bool:
    return any(is_reciprocal(words, i) for span in draft.content for i in range(_first(words, span.start), _first(words, span.end)))


def _first(words: Sequence[Word], start: int) -> int:
    """Returns the place of the first word that begins at an offset or after it."""
    return bisect.bisect_left(words, start, key=lambda w: w.start)


def _halves(words: Sequence[Word], draft: Draft) -> tuple[Span, Span] | None:
    """The two sources that "and" or a comma joins."""
    if len(draft.source) != 1:
        return None
    inside = list(words[_first(words, draft.source[0].start) : _first(words, draft.source[0].end)])
    while inside and inside[0].tags & {"preverb"}:
        inside = inside[1:]
    joints = [k for k, w in enumerate(inside) if w.has("joining") or w.has("comma")]
    if not joints or joints[0] == 0 or joints[-1] == len(inside) - 1:
        return None
    middle = joints[0]
    after = middle + 1 + (inside[middle + 1].has("joining") if middle + 2 < len(inside) else 0)
    return Span(inside[0].start, inside[middle - 1].end), Span(inside[after].start, inside[-1].end)
