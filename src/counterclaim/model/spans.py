"""Spans of a text: half-open, in Unicode code points."""

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """The characters `[start, end)` of a document's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Returns the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Returns the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Tells whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tells whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Role = tuple[Span, ...]
"""A role (source, cue, content): its spans in order; empty when the text has none."""


def hull(spans: Iterable[Span]) -> Span | None:
    """Returns the smallest span that covers all `spans`, or None when there are none."""
    found = list(spans)
    if not found:
        return None
    return Span(min(s.start for s in found), max(s.end for s in found))


def words_of(text: str, role: Role) -> str:
    """Returns the words of a role, its pieces joined by one blank."""
    return " ".join(span.of(text) for span in role)


def holder(spans: tuple[Span, ...], inner: Span) -> Span | None:
    """Returns the first of `spans` (sorted) that holds the start of `inner`, or None."""
    for span in spans:
        if span.start <= inner.start < span.end:
            return span
    return None
