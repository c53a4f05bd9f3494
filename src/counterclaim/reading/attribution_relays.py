"""Relays: an attribution inside the content of another ("Reuters reported that the governor said P")."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model import Attribution

_NEAR = 80


def related(made: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yields each attribution, with the id of the smallest content that holds its words as its parent."""
    held = sorted((span, place) for place, a in enumerate(made) if a.source for span in a.content)
    starts = [span.start for span, _ in held]
    for place, inner in enumerate(made):
        own = (*inner.cue, *inner.source, *inner.content)[0]
        end = bisect.bisect_right(starts, own.start)
        near = held[max(0, end - _NEAR) : end]
        outer = [made[p] for span, p in near if p != place and span.covers(own) and not _inside(inner, made[p])]
        yield replace(inner, parent=min(outer, key=_size).id) if outer else inner


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Tells whether the cue of `outer` stands in the content of `inner`: then `inner` is the relay."""
    return any(span.covers(cue) for span in inner.content for cue in outer.cue)


def _size(attribution: Attribution) -> tuple[int, str]:
    return sum(s.end - s.start for s in attribution.content), attribution.id
