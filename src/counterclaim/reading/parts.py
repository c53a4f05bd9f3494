"""Long documents part by part: reading costs more than in proportion to length, since anything may refer to anything before it."""

import dataclasses
import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from counterclaim.model import Annotations, Attribution, Claim, Document, Problem, Reading, Span, short_id

PART = 12_000
"""Characters of a part at most: about twice a long report. What a part says is read without the parts before it."""
LEAST = 0.5
"""The share of a part before which no cut is sought."""
CUTS = ("\n\n", "\n", ". ", " ")
"""Where a part may end, the best first."""

Value = TypeVar("Value")


def parts(text: str) -> Iterator[Span]:
    """Yields the spans to be read apart: the whole text, or, for a long one, pieces that end with a paragraph, line, sentence or word."""
    start = 0
    while len(text) - start > PART:
        end = _cut(text, start)
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def read_in_parts(document: Document, read_part: Callable[[Document, Span], Reading]) -> Reading:
    """Returns the reading of a document, each part of a long one read on its own; all spans are those of the whole text.

    Args:
        document: the document.
        read_part: reads a document whose text is one part; the span is that of the part in the whole.
    """
    pieces = list(parts(document.text))
    if len(pieces) == 1:
        return read_part(document, pieces[0])
    found = [_placed(read_part(dataclasses.replace(document, text=piece.of(document.text)), piece), piece.start) for piece in pieces]
    marks = {f.name: tuple(m for r in found for m in getattr(r.annotations, f.name)) for f in dataclasses.fields(Annotations)}
    translated = next((r.document.translated_from for r in found if r.document.translated_from), None)
    whole = dataclasses.replace(document, translated_from=translated)
    return Reading(whole, Annotations(**marks), tuple(c for r in found for c in r.claims), _once([p for r in found for p in r.problems]))


def _cut(text: str, start: int) -> int:
    for sign in CUTS:
        found = text.rfind(sign, start + int(PART * LEAST), start + PART)
        if found >= 0:
            return found + len(sign)
    return start + PART


def _placed(reading: Reading, by: int) -> Reading:
    """Returns a part's reading with its spans moved into the whole text, and its ids made different from other parts'."""
    marks, claims = _moved(reading.annotations, by), _moved(reading.claims, by)
    named = tuple(_attribution(a, by) for a in marks.attributions)
    return Reading(
        reading.document,
        dataclasses.replace(marks, attributions=named),
        tuple(_claim(c, by) for c in claims),
        _moved(reading.problems, by),
    )


def _attribution(attribution: Attribution, by: int) -> Attribution:
    return dataclasses.replace(attribution, id=_id(attribution.id, by), parent=_id(attribution.parent, by))


def _claim(claim: Claim, by: int) -> Claim:
    ids = {"id": claim.id, "attribution": claim.attribution, "answers_to": claim.answers_to}
    return dataclasses.replace(claim, **{name: _id(id_, by) for name, id_ in ids.items()})


def _id(id_: Any, by: int) -> Any:
    return id_ if id_ is None or by == 0 else short_id(id_, by)


def _moved(value: Value, by: int) -> Value:
    """Returns a value of the model with all spans in it moved by `by` characters."""
    moved: Any = value
    if isinstance(value, Span):
        moved = value.shifted(by)
    elif isinstance(value, tuple):
        moved = tuple(_moved(v, by) for v in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        moved = type(value)(**{name: _moved(getattr(value, name), by) for name in _names(type(value))})
    return moved


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))


def _once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Returns the first of each kind of problem: what is wrong with a whole document is told once."""
    found: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        found.setdefault((problem.step, problem.message), problem)
    return tuple(found.values())
