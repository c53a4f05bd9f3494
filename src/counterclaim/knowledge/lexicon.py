"""A lexicon: many names, found in a text in one pass, by whole words, whatever their case, accents and hyphens."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|['’ʼ]s\b|[^\W_]+(?:['’ʼ](?!s\b)[^\W_]+)*|\n|[^\w\s'’ʼ/-]")
"""A token: an abbreviation with dots, a possessive ending, a word, a line break or a mark; hyphens and apostrophes join words."""


POSSESSIVE = "'s"


class Token(NamedTuple):
    """A word or mark of a text: its characters `[start, end)`, as written, and folded for look-up."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Term:
    """What a name may mean: `kind` (country, person, title ...), `key` (an id), and `form` (name, adjective, seat ...)."""

    kind: str
    key: str
    form: str = "name"


class Hit(NamedTuple):
    """A name found: the tokens `[first, last)` and all that it may mean, in the order in which the lexicon was given it."""

    first: int
    last: int
    terms: tuple[Term, ...]


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Returns a word without case and accents; letters of every script stay letters."""
    if word.isascii():
        return word.lower() if "." not in word else word.lower().replace(".", "")
    marked = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in marked if not unicodedata.combining(c)).replace("’", "'").replace("ʼ", "'")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Returns the tokens of a text, in order; linear in its length."""
    return tuple(Token(m.start(), m.end(), m.group(), fold(m.group())) for m in TOKEN.finditer(text))


class Lexicon:
    """Names with what they mean. Of names that begin at one word the longest is found; found names do not overlap."""

    def __init__(self, names: Iterable[tuple[str, Term]]) -> None:
        """Compiles the names; a name may be given more than once with another meaning."""
        self._terms: dict[tuple[str, ...], list[tuple[tuple[str, ...], Term]]] = {}
        self._longest: dict[str, int] = {}
        self._add(names)

    def extended(self, names: Iterable[tuple[str, Term]]) -> "Lexicon":
        """Returns a lexicon that has these names too; this one stays as it is."""
        wider = Lexicon(())
        wider._terms, wider._longest = dict(self._terms), dict(self._longest)
        wider._add(names)
        return wider

    def _add(self, names: Iterable[tuple[str, Term]]) -> None:
        for name, term in names:
            words = tuple(t.text for t in tokens_of(name.removeprefix("the ")) if t.key != POSSESSIVE)
            keys = tuple(fold(w) for w in words)
            if not keys:
                continue
            held = self._terms.get(keys, [])
            if (words, term) not in held:
                self._terms[keys] = [*held, (words, term)]
            self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def find(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """Returns the names in a tokenised text, left to right, the longest first, without overlap.

        Possessive endings within a name do not count: "the UN's refugee agency" is "UN refugee agency".
        """
        kept = [n for n, t in enumerate(tokens) if t.key != POSSESSIVE]
        keys = [tokens[n].key for n in kept]
        longest, hits, position = self._longest, [], 0
        while position < len(keys):
            length = longest.get(keys[position], 0)
            found = self._at(tokens, kept, keys, position, length) if length else None
            if found is None:
                position += 1
            else:
                length, terms = found
                hits.append(Hit(kept[position], kept[position + length - 1] + 1, terms))
                position += length
        return tuple(hits)

    def _at(
        self, tokens: Sequence[Token], kept: list[int], keys: list[str], position: int, longest: int
    ) -> tuple[int, tuple[Term, ...]] | None:
        for length in range(min(longest, len(keys) - position), 0, -1):
            held = self._terms.get(tuple(keys[position : position + length]))
            if held is None:
                continue
            found = [tokens[n] for n in kept[position : position + length]]
            terms = tuple(dict.fromkeys(term for words, term in held if _cased_alike(words, found)))
            if terms:
                return length, terms
        return None


def _cased_alike(words: tuple[str, ...], found: Sequence[Token]) -> bool:
    """Tells whether capitals stand where the name has them: "WHO" is not "who", "Police" in a headline is "police"."""
    for word, token in zip(words, found, strict=True):
        if word[0].isupper() and not token.text[0].isupper():
            return False
        if len(word) > 1 and word.isupper() and not token.text.isupper():
            return False
    return True
