"""Quotations: what stands between quote marks of any kind, balanced or not."""

import re
from dataclasses import dataclass, replace

from counterclaim.model import Span
from counterclaim.reading.sentences import paragraphs

_DOUBLE = '"“”„‟«»＂'
_MARKS = re.compile(r"[\"“”„‟«»＂‘’'`]+")
_OPENERS = "“„«"
_LONGEST_SINGLE = 1500
_MOST_MARKS = 200


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quote marks: `span` with the marks, `inner` without.

    `closed` is False where the closing mark is missing (damaged text, or a quotation that goes on in the next paragraph: then
    `continued` is True). `lower` tells that the words begin with a small letter, as they do where they go on with a clause.
    """

    span: Span
    inner: Span
    closed: bool = True
    continued: bool = False
    lower: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    double: bool
    opens: bool
    closes: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """Returns the outermost quotations, sorted; a quotation that goes on over paragraphs is one per paragraph."""
    found: list[Quotation] = []
    for paragraph in paragraphs(text):
        here = _of_paragraph(text, paragraph)
        if found and here and not found[-1].closed and _goes_on(text, found[-1], here[0], paragraph):
            last = found.pop()
            found.append(replace(last, continued=True))
        found += here
    return tuple(found)


def _goes_on(text: str, last: Quotation, first: Quotation, paragraph: Span) -> bool:
    return first.span.start == paragraph.start and text[last.span.end : first.span.start].strip() == ""


def _of_paragraph(text: str, paragraph: Span) -> list[Quotation]:
    marks = _marks(text, paragraph)
    last_opener = max((k for k, m in enumerate(marks) if m.double and m.opens), default=-1)
    found: list[Quotation] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not mark.opens:
            i += 1
            continue
        j = _closing(text, marks, i)
        if j is not None:
            inner = Span(mark.end, marks[j].start)
            found.append(Quotation(Span(mark.start, marks[j].end), inner, lower=inner.of(text).lstrip()[:1].islower()))
            i = j + 1
        elif mark.double and i == last_opener:
            found.append(Quotation(Span(mark.start, paragraph.end), Span(mark.end, paragraph.end), closed=False))
            break
        else:
            i += 1
    return found


def _closing(text: str, marks: list[_Mark], i: int) -> int | None:
    """The index of the mark that closes the one at `i`."""
    return _double_closing(text, marks, i) if marks[i].double else _single_closing(text, marks, i)


def _double_closing(text: str, marks: list[_Mark], i: int) -> int | None:
    depth = 0
    for j in range(i + 1, min(len(marks), i + _MOST_MARKS)):
        mark = marks[j]
        if not mark.double:
            continue
        if mark.opens and not mark.closes:
            depth += text[mark.start] in _OPENERS
            if depth > 1:
                return None
        elif mark.closes:
            if not depth:
                return j
            depth -= 1
    return None


def _single_closing(text: str, marks: list[_Mark], i: int) -> int | None:
    fallback = None
    for j in range(i + 1, min(len(marks), i + _MOST_MARKS)):
        mark = marks[j]
        if (
            mark.start - marks[i].end > _LONGEST_SINGLE
            or not (mark.double or mark.closes)
            or (mark.double and mark.opens and not mark.closes)
        ):
            break
        if mark.double:
            continue
        if not _perhaps_possessive(text, mark):
            return j
        fallback = j if fallback is None else fallback
    return fallback


def _perhaps_possessive(text: str, mark: _Mark) -> bool:
    """Tells whether a single closing mark may be the apostrophe of a plural ("the doctors' union")."""
    return (
        text[mark.start - 1 : mark.start] in ("s", "x", "z")
        and text[mark.end : mark.end + 1] == " "
        and text[mark.end + 1 : mark.end + 2].islower()
    )


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    found: list[_Mark] = []
    for match in _MARKS.finditer(text, paragraph.start, paragraph.end):
        run = match.group()
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if run in ("''", "``", "’’", "‘‘"):
            found.append(_Mark(start, end, True, run in ("``", "‘‘") or before.isspace(), run in ("''", "’’")))
            continue
        double = any(c in _DOUBLE for c in run)
        if double:
            at = next(i for i, c in enumerate(run) if c in _DOUBLE)
            start, end = start + at, start + at + 1
            found.append(_double(run[at], start, before, after))
        else:
            mark = _single(run, start, end, before, after)
            if mark:
                found.append(mark)
    return found


def _double(character: str, start: int, before: str, after: str) -> _Mark:
    left = before.isspace() or before in "([{—–-/:,'‘…" or not before.isprintable()
    right = after.isspace() or after in ".,;:!?)]}—–-/'’…"
    if character in "“„‟":
        closes = not left and (right and not after.isalnum())
        return _Mark(start, start + 1, True, not closes, closes)
    if character == "«":
        return _Mark(start, start + 1, True, left or not right, right and not left)
    if character in "”»":
        return _Mark(start, start + 1, True, left and not right, not (left and not right))
    opens = left and not (right and after.isspace())
    return _Mark(start, start + 1, True, opens, not opens or (right and not before.isspace()))


def _single(run: str, start: int, end: int, before: str, after: str) -> _Mark | None:
    if before.isalnum() and after.isalnum():
        return None
    opens = not before.isalnum() and before not in ".,!?" and not after.isspace() and run[0] != "’"
    closes = not before.isspace() and run[0] != "‘" and not after.isalnum()
    if opens and after.isdigit() and run[0] != "‘":
        opens = False
    return _Mark(start, end, False, opens and not closes, closes) if opens or closes else None
