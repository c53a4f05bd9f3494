"""All that was read in one document, in one value from which its claims are assembled."""

import bisect
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.model import Attribution, Document, Quantity, Role, Source, Span, TimeExpression, Toponym
from counterclaim.reading.cast import Cast
from counterclaim.reading.events_roles import Told


@dataclass(frozen=True, slots=True)
class Material:
    """The marks of one document; `told` holds future and wished events too, `usable` the toponyms that may be locations."""

    document: Document
    language: str
    conflict: Conflict | None
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    cast: Cast
    toponyms: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    told: tuple[Told, ...]
    usable: tuple[Toponym, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with its source resolved: what a claim is made of."""

    attribution: Attribution
    source: Source | None
    sentence: Span


def inside(role: Role, span: Span) -> bool:
    """Tells whether a span begins within one of the pieces of a role."""
    return any(piece.start <= span.start < piece.end for piece in role)


def told_in(material: Material, role: Role) -> list[Told]:
    """Returns the events told that begin within one of the pieces of a role; linear in what stands there."""
    told = material.told
    edges = [bisect.bisect_left(told, bound, key=lambda t: t.mention.span.start) for piece in role for bound in (piece.start, piece.end)]
    return [t for first, last in zip(edges[::2], edges[1::2], strict=True) for t in told[first:last]]


def times_in(material: Material, span: Span) -> tuple[TimeExpression, ...]:
    """Returns the time expressions that begin within a span; linear in what stands there."""
    first, last = (bisect.bisect_left(material.times, bound, key=lambda t: t.span.start) for bound in (span.start, span.end))
    return material.times[first:last]


def clipped(span: Span | None, role: Role) -> Span | None:
    """Returns the part of a span that lies in the piece of a role where it ends; None where nothing does."""
    if span is None:
        return None
    for piece in role:
        if piece.start < span.end and span.start < piece.end:
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return None
