"""Words with their classes, and units to read: sentences whose quotations are one word each."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import load_world
from counterclaim.model import Span
from counterclaim.reading.quotes import Quotation

_TOKEN = re.compile(
    r"""(?:[^\W\d_]\.){2,}                                             # U.S.
      | \d{1,2}:\d{2}(?!\d)                                             # 14:30
      | [^\W_]+(?:[-‑'’/&@][^\W_]+|\.(?=\d)[^\W_]+|,(?=\d{3}(?!\d))\d{3})*(?:(?<=[sxz])['’](?=\s))?   # words, numbers, plural genitives
      | [,;:()\[\]—–―|…!?]|\.{3}|-+(?=\s)|\.|[$€£%&]""",
    re.VERBOSE,
)
_CONTRACTION = re.compile(r"(.+?)(['’](?:ve|re|ll|d|m|s))\Z", re.IGNORECASE)
_PUNCTUATION = {
    ",": frozenset({"comma", "pause"}),
    ";": frozenset({"semicolon", "pause"}),
    ":": frozenset({"colon", "pause"}),
    "(": frozenset({"open"}),
    ")": frozenset({"close"}),
    "[": frozenset({"open"}),
    "]": frozenset({"close"}),
    "!": frozenset({"stop"}),
    "?": frozenset({"stop"}),
    ".": frozenset({"stop"}),
    "…": frozenset({"stop"}),
    "...": frozenset({"stop"}),
}
_DASH = frozenset({"dash", "pause"})
_QUOTE = frozenset({"quote"})
_LONGEST = 250
_STEM = 3


class Word(NamedTuple):
    """A word or mark with its classes (`clauses.toml`, endings, capital); a quotation is one word of the class `quote`."""

    text: str
    lower: str
    start: int
    end: int
    tags: frozenset[str]
    quotation: Quotation | None = None

    def has(self, tag: str) -> bool:
        """Tells whether the word is of a class."""
        return tag in self.tags


class Unit(NamedTuple):
    """A sentence to read; `headline` when it has no final stop, `inside` the quotation that holds it."""

    span: Span
    words: tuple[Word, ...]
    headline: bool
    inside: Quotation | None = None
    opens_paragraph: bool = False

    def span_of(self, start: int, end: int) -> Span:
        """The characters of the words `start` to `end` (exclusive)."""
        return Span(self.words[start].start, self.words[end - 1].end)


def units(text: str, sentences: tuple[Span, ...], quotations: tuple[Quotation, ...], language: str = "en") -> tuple[Unit, ...]:
    """Returns the units of a text: sentences, merged where a quotation spans several, then the sentences within longer quotations."""
    outer = list(_merged(sentences, quotations))
    found: list[Unit] = []
    q = 0
    for span in outer:
        while q < len(quotations) and quotations[q].span.end <= span.start:
            q += 1
        inside = []
        k = q
        while k < len(quotations) and quotations[k].span.start < span.end:
            inside.append(quotations[k])
            k += 1
        found += _cut(_unit(text, span, inside, None, language))
    for quotation in quotations:
        for sentence in _within(sentences, quotation.inner):
            if sentence.end - sentence.start > 12:
                found += _cut(_unit(text, sentence, [], quotation, language))
    return tuple(found)


def _cut(unit: Unit) -> Iterator[Unit]:
    """A unit as it is, or in pieces where it is longer than sentences are (text without full stops): reading stays linear."""
    if len(unit.words) <= _LONGEST:
        yield unit
        return
    for start in range(0, len(unit.words), _LONGEST):
        words = unit.words[start : start + _LONGEST]
        yield unit._replace(span=Span(words[0].start, words[-1].end), words=words, opens_paragraph=unit.opens_paragraph and start == 0)


def _merged(sentences: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> Iterator[Span]:
    start = None
    q = 0
    for sentence in sentences:
        start = sentence.start if start is None else start
        while q < len(quotations) and quotations[q].span.end <= sentence.end:
            q += 1
        if q < len(quotations) and quotations[q].span.start < sentence.end < quotations[q].span.end:
            continue
        yield Span(start, sentence.end)
        start = None
    if start is not None:
        yield Span(start, sentences[-1].end)


def _within(sentences: tuple[Span, ...], inner: Span) -> Iterator[Span]:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= inner.start:
            low = middle + 1
        else:
            high = middle
    for sentence in sentences[low:]:
        if sentence.start >= inner.end:
            return
        clipped = Span(max(sentence.start, inner.start), min(sentence.end, inner.end))
        if clipped.start < clipped.end:
            yield clipped


def _unit(text: str, span: Span, quotations: list[Quotation], inside: Quotation | None, language: str) -> Unit:
    words: list[Word] = []
    at = span.start
    for quotation in quotations:
        words += _words(text, at, quotation.span.start, language)
        shown = Span(max(quotation.span.start, span.start), min(quotation.span.end, span.end))
        words.append(Word("“”", "“”", shown.start, shown.end, _QUOTE, quotation))
        at = max(at, shown.end)
    words += _words(text, at, span.end, language)
    final = bool(words) and (words[-1].has("stop") or (words[-1].has("quote") and text[words[-1].end - 2 : words[-1].end - 1] in ".!?…"))
    kept = tuple(w for k, w in enumerate(words) if not (w.has("stop") and w.lower == "." and k < len(words) - 1))
    opens = span.start == 0 or "\n" in text[max(0, span.start - 3) : span.start]
    return Unit(span, kept, not final, inside, opens)


def _words(text: str, start: int, end: int, language: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(text, start, end):
        token = match.group()
        split = _CONTRACTION.match(token)
        if split and (split.group(2)[1:].lower() != "s" or split.group(1).lower() in _classes(language)["genitive_host"]):
            middle = match.start() + split.end(1)
            for part, at in ((split.group(1), match.start()), (split.group(2), middle)):
                yield Word(part, part.lower(), at, at + len(part), tags(part, language))
        else:
            yield Word(token, token.lower(), match.start(), match.end(), tags(token, language))


@functools.lru_cache(maxsize=1 << 16)
def tags(token: str, language: str) -> frozenset[str]:
    """Returns the classes of a token."""
    if token in _PUNCTUATION:
        return _PUNCTUATION[token]
    if not token[0].isalnum() and token[0] not in "'’":
        return _DASH if token[0] in "—–―|-" else frozenset({"symbol"})
    special = {name for name, words in language_table(language, "clauses")["capitalised"].items() if token in words}
    if special:
        return frozenset({"capital", *special})
    lower = token.lower()
    found = {name for name, words in _classes(language).items() if lower in words}
    if token[0].isdigit():
        found.add("number")
    if token[0].isupper():
        found |= {"capital", *_nations(token, language)}
    if len(token) > _STEM:
        found |= _endings(token, found, language)
    if lower.endswith(_genitives(language)) and lower not in _classes(language)["be"]:
        found.add("genitive")
    return frozenset(found)


def _endings(token: str, known: set[str], language: str) -> set[str]:
    """The classes that a token's ending shows, where its known classes say nothing of its form."""
    endings = language_table(language, "clauses")["endings"]
    if known.difference(endings["open"]):
        return set()
    lower = token.lower()
    found = {name for name in ("adverb", "participle", "past") if lower.endswith(tuple(endings[name]))}
    if lower.endswith(tuple(endings["not_past"])):
        found.discard("past")
    if lower in endings["not_adverb"] or token[0].isupper():
        found.discard("adverb")
    if lower.endswith(tuple(endings["adjective"])) and "office" not in known:
        found.add("adjective")
    return found


@functools.cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in language_table(language, "clauses")["classes"].items()}


@functools.cache
def _world() -> tuple[frozenset[str], frozenset[str]]:
    countries = load_world().countries
    names = frozenset(n for c in countries for n in (c.name, *c.aliases, *c.seats))
    return frozenset(a for c in countries for a in (*c.adjectives, *c.people)) - names, names


def _nations(token: str, language: str) -> set[str]:
    """Whether a token is the adjective or people of a state, or a state or its seat."""
    bare = re.sub(r"['’]s?$", "", token)
    found = {tag for tag, names in zip(("demonym", "state"), _world(), strict=True) if bare in names}
    return found | {"demonym"} if token.lower().endswith(tuple(language_table(language, "clauses")["endings"]["demonym"])) else found


@functools.cache
def _genitives(language: str) -> tuple[str, ...]:
    return tuple(language_table(language, "clauses")["genitive"]["marks"])


@functools.cache
def setting_phrases(language: str = "en") -> tuple[list[str], ...]:
    """Returns the phrases, as words, that leave what was said for the setting of the story."""
    return tuple(phrase.split() for phrase in language_table(language, "clauses")["phrases"]["setting"])
