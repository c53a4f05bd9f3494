"""All that was read in one document, in one value from which its claims are assembled."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.model import Attribution, Document, Participant, Quantity, Role, Source, Span, TimeExpression, Toponym
from counterclaim.reading.cast import Cast
from counterclaim.reading.events_roles import Told


@dataclass(frozen=True, slots=True)
class Material:
    """The marks of one document; `told` holds future and wished events too."""

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


def within(role: Role, spans: Iterable[Span]) -> list[Span]:
    """Returns the spans that begin within a role's pieces, in order."""
    return [span for span in spans if inside(role, span)]


def clipped(span: Span | None, role: Role) -> Span | None:
    """Returns the part of a span that lies in the piece of a role where it ends; None where nothing does."""
    if span is None:
        return None
    for piece in role:
        if piece.start < span.end and span.start < piece.end:
            return Span(max(span.start, piece.start), min(span.end, piece.end))
    return None


def opponent(conflict: Conflict | None, side: str | None) -> str | None:
    """Returns the other main side of a conflict of two, None where there is not one."""
    sides = [s.id for s in conflict.sides][:2] if conflict is not None else []
    if side not in sides or len(sides) != 2:
        return None
    return sides[1 - sides.index(side)]


def nobody(span: Span | None = None) -> Participant:
    """Returns a participant of whom only the words are known."""
    return Participant(None, None, span)
