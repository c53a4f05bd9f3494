"""Where paragraphs and sentences begin and end, in damaged text too."""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Span

_BREAK = re.compile(r"\n\s*")
_END = re.compile(
    r"""(?:\.{2,}|[.!?…]+)          # the mark
        (?:["'”’»“)\]]+(?=[\s\u200b]|$))?   # closing marks
        (?=[\s\u200b]|$|[A-ZÀ-ÞА-Я“"‘«])""",
    re.VERBOSE,
)
_BEFORE = re.compile(r"([^\W\d_][^\s“”\"()]*)\Z")
_AFTER = re.compile(r"[\s\u200b\"'“‘«(\[]*([^\W_]+)")
_GLUED = re.compile(r"(?<![\w@#/.])([^\W\d_]+?[a-zß-öø-ÿ])([A-ZÀ-Þ][a-zß-öø-ÿ]+)(?![\w@])")
_WORD = re.compile(r"[^\W\d_]+")
_WINDOW = 40
_WRAPPED = range(48, 101)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The word lists of sentences.toml that tell whether a full stop ends a sentence."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    openers: frozenset[str]
    numbering: frozenset[str]
    initials: frozenset[str]


def paragraphs(text: str) -> tuple[Span, ...]:
    """Returns the paragraphs: lines, but that lines of a text wrapped at a fixed width are put together again."""
    wrapped = _is_wrapped(text)
    found: list[Span] = []
    start = 0
    for gap in _BREAK.finditer(text):
        if _joins(text, start, gap, wrapped):
            continue
        if text[start : gap.start()].strip():
            found.append(_stripped(text, start, gap.start()))
        start = gap.end()
    if text[start:].strip():
        found.append(_stripped(text, start, len(text)))
    return tuple(found)


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Returns the sentences, sorted; each without the white space around it, its closing quote marks included.

    A heading without a full stop is a sentence of its own, and one run together with the next sentence ("collapseThe army") is cut off
    where the text itself holds both words apart elsewhere.
    """
    glued = _glued(text)
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        cuts = sorted(
            {
                *_ends(text, paragraph, language),
                *_boilerplate(text, paragraph, language),
                *(g for g in glued if paragraph.start < g < paragraph.end),
            }
        )
        for cut in (*cuts, paragraph.end):
            if text[start:cut].strip():
                found.append(_stripped(text, start, cut))
            start = cut
    return tuple(found)


def _ends(text: str, paragraph: Span, language: str) -> Iterator[int]:
    for mark in _END.finditer(text, paragraph.start, paragraph.end):
        if mark.end() < paragraph.end and _is_end(text, mark, language):
            yield mark.end()


def _boilerplate(text: str, paragraph: Span, language: str) -> Iterator[int]:
    """The edges of what feeds run together with the sentences around it."""
    pattern, hints = _boilerplate_pattern(language)
    words = text[paragraph.start : paragraph.end]
    if any(hint in words for hint in hints):
        for found in pattern.finditer(text, paragraph.start, paragraph.end):
            yield from (cut for cut in found.span() if paragraph.start < cut < paragraph.end and text[cut : cut + 1] not in ".,;:")


@functools.cache
def _boilerplate_pattern(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pattern of boilerplate, and words of which each match holds one."""
    patterns = [entry["pattern"] for entry in language_table(language, "sentences")["boilerplate"]]
    hints = tuple(language_table(language, "sentences")["boilerplate_hints"])
    return re.compile("|".join(f"(?:{p})" for p in patterns)), hints


def _is_end(text: str, mark: re.Match[str], language: str) -> bool:
    following = _AFTER.match(text, mark.end(), mark.end() + _WINDOW)
    if following is None:
        return True
    word = following.group(1)
    glued = following.start(1) == mark.end()
    before = _BEFORE.search(text[max(0, mark.start() - _WINDOW) : mark.start()])
    last = before.group(1) if before else ""
    if glued and (len(last) < 2 or not last[-1].islower() or not word[1:2].islower() or "." in last or "/" in last):
        return False
    if mark.group().startswith("."):
        return _stop_ends(last, word, mark.group(), _lists(language))
    return not word[0].islower()


def _stop_ends(last: str, word: str, mark: str, lists: _Lists) -> bool:
    """Tells whether a full stop after the word `last` and before `word` ends a sentence."""
    if word[0].islower():
        return False
    bare = last.lower().lstrip("'‘“\"(")
    if mark == ".":
        if bare in lists.titles and not (bare in lists.numbering and not word[0].isdigit()):
            return False
        if bare in lists.abbreviations or (len(last) == 1 and last.isupper()) or re.fullmatch(r"(?:\w\.)+\w", bare):
            return word.lower() in lists.openers and not (len(last) == 1 and last.isupper() and word.lower() in lists.initials)
    return not (mark.startswith("..") or mark == "…") or word[0].isupper()


@functools.cache
def _lists(language: str) -> _Lists:
    table = language_table(language, "sentences")
    return _Lists(**{f.name: frozenset(table[f.name]) for f in fields(_Lists)})


def _glued(text: str) -> frozenset[int]:
    """The places where two words run together of which each stands alone elsewhere in the text, or the first is no name."""
    candidates = [m for m in _GLUED.finditer(text) if m.group(1) not in _inner_capitals()]
    if not candidates:
        return frozenset()
    words = set(_WORD.findall(text))
    return frozenset(m.start(2) for m in candidates if (m.group(1) in words and m.group(2) in words and len(m.group(1)) > 3))


@functools.cache
def _inner_capitals() -> frozenset[str]:
    return frozenset(language_table("en", "sentences")["inner_capitals"])


def _is_wrapped(text: str) -> bool:
    """Tells whether most lines are about as long as one another: text wrapped at a fixed width."""
    lines = text.split("\n")
    inner = [len(line) for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    return len(inner) >= 3 and sum(n in _WRAPPED for n in inner) > 0.8 * len(inner)


def _joins(text: str, start: int, gap: re.Match[str], wrapped: bool) -> bool:
    """Tells whether the text runs on over a line break."""
    if gap.group().count("\n") > 1 or gap.end() >= len(text) or gap.start() == start:
        return False
    after = text[gap.end()]
    if gap.group().lstrip(" ") != "\n" or not after.isalnum():
        return wrapped and gap.group() == "\n"
    line = text[max(text.rfind("\n", start, gap.start()) + 1, start) : gap.start()]
    last = line.split()[-1]
    runs_on = last.islower() and (len(last) <= 3 or last.endswith(","))
    return (
        runs_on
        or (after.islower() and len(line) > _WINDOW and not line.endswith((".", "!", "?", ":")))
        or (wrapped and len(line) in _WRAPPED)
    )


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff"):
        end -= 1
    return Span(start, end)
