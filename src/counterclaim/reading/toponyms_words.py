"""The words of a text as the search for place names sees them, and what a language's tables say about words."""

import functools
import re
from dataclasses import dataclass, fields
from typing import NamedTuple

from counterclaim.knowledge.tables import language_table, languages_with

_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?!(?<=['’ʼ])s\b)[^\W\d_]+(?:['’ʼ](?!s\b)[^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…:;\"“”»«(\n•|]")
_LONG = 4
_CAPITALS_SHARE = 0.6


class Word(NamedTuple):
    """A word of the text `[start, end)` with the characters before it; `opens` a sentence, a quotation or a line."""

    start: int
    end: int
    text: str
    gap: str
    opens: bool
    capital: bool
    shouted: bool
    titled: bool

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the tables of a language say (languages/LANGUAGE/toponyms.toml, toponym_words.toml)."""

    inside: frozenset[str]
    articles: frozenset[str]
    the: frozenset[str]
    of: frozenset[str]
    calling: frozenset[str]
    contracted: frozenset[str]
    shortened: frozenset[str]
    locating: frozenset[str]
    moving: frozenset[str]
    kinds: frozenset[str]
    after_place: frozenset[str]
    endings: frozenset[str]
    towns: frozenset[str]
    conjunctions: frozenset[str]
    directions: frozenset[str]
    never: frozenset[str]
    never_phrases: frozenset[str]
    person_before: frozenset[str]
    person_after: frozenset[str]
    organisation_after: frozenset[str]
    organisation_before: frozenset[str]
    common: frozenset[str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    openers: frozenset[str] = frozenset()
    is_known: bool = True


@functools.cache
def vocabulary(language: str) -> Vocabulary:
    """Returns the vocabulary of a language; where it has no tables, that of English, marked as not its own (`is_known` False)."""
    known = language if language in languages_with("toponyms") else "en"
    table = language_table(known, "toponyms")
    words = language_table(known, "toponym_words") if known in languages_with("toponym_words") else {}
    names = (
        {f.name for f in fields(Vocabulary)} - {"endings", "never_phrases", "openers", "is_known"} - {"common", "first_names", "surnames"}
    )
    first = f"{words.get('first_names', '')} {words.get('more_first_names', '')}"
    return Vocabulary(
        **{name: frozenset(table[name].split()) for name in names},
        endings=frozenset(f"{table['kinds']} {table['ending_words']}".split()),
        never_phrases=frozenset(table.get("never_phrases", ())),
        common=frozenset(words.get("common", "").split()),
        first_names=frozenset(first.split()),
        surnames=frozenset(words.get("surnames", "").split()),
        openers=frozenset(language_table(known, "sentences")["openers"] if known in languages_with("sentences") else ()),
        is_known=known == language,
    )


def words_of(text: str) -> tuple[Word, ...]:
    """Returns the words of a text in order; linear in its length."""
    found: list[Word] = []
    for line in re.finditer(r"[^\n]+", text):
        found += _line(text, line.start(), line.end())
    return tuple(found)


def _line(text: str, start: int, end: int) -> list[Word]:
    matches = list(_WORD.finditer(text, start, end))
    shouted, titled = _style([m.group() for m in matches])
    words: list[Word] = []
    before = start
    for m in matches:
        gap = text[before : m.start()]
        opens = not words or bool(_SENTENCE.search(gap)) or (gap.strip() == "." and not shouted)
        words.append(Word(m.start(), m.end(), m.group(), gap, opens, m.group()[0].isupper(), shouted, titled))
        before = m.end()
    return words


def _style(words: list[str]) -> tuple[bool, bool]:
    """Tells whether a line is all in capitals, and whether most of its long words begin with one, as headlines do."""
    long = [w for w in words if len(w) >= _LONG]
    if len(long) < 3:
        return len(words) > 1 and all(w.isupper() for w in words), False
    shouted = sum(w.isupper() for w in long) > _CAPITALS_SHARE * len(long)
    return shouted, not shouted and sum(w[0].isupper() for w in long) > _CAPITALS_SHARE * len(long) + 1
