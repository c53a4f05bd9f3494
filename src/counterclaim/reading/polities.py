"""States and armed groups that no file names, as a text itself betrays them: "Kestria's army", "the Orvanian defence ministry".

A war that nobody has written a folder for is read too: whoever has an army or a ministry in the text is a camp of its own.
"""

import copy
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, Term, Token, fold, tokens_of
from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.vocabulary import State, Vocabulary

STEM = 3
"""Letters that a country's name and its adjective share at the least."""


@dataclass(frozen=True, slots=True)
class Polity:
    """A state or armed group found in a text; `adjectives` are the forms that stand for it."""

    name: str
    adjectives: tuple[str, ...] = ()
    armed_group: bool = False

    @property
    def attribute(self) -> str:
        """The word before its institutions' names."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True, slots=True)
class _Words:
    """The table `polities.toml`, folded for look-up."""

    endings: tuple[tuple[str, str], ...]
    groups: frozenset[str]
    institutions: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]


def with_polities(words: Vocabulary, text: str, language: str) -> Vocabulary:
    """Returns the vocabulary with the text's own states and armed groups; the same object when there are none."""
    found = polities(text, words, language)
    if not found:
        return words
    extended = copy.copy(words)
    extended.states = words.states | {slug(p.name): _state(p) for p in found}
    extended.lexicon = words.lexicon.extended(_names(found))
    return extended


def polities(text: str, words: Vocabulary, language: str) -> tuple[Polity, ...]:
    """Returns the states and armed groups that a text names and the vocabulary does not know, sorted by name."""
    tokens = tokens_of(text)
    hits = words.lexicon.find(tokens)
    taken = frozenset(n for hit in hits for n in range(hit.first, hit.last) if not _is_common(hit))
    table = _words(language)
    nouns: set[str] = set()
    adjectives: set[str] = set()
    for name in _owners(tokens, hits, taken, table, _officials(words)):
        (adjectives if _ending(name, table) and " " not in name else nouns).add(name)
    groups = set(_groups(tokens, taken, table)) - nouns
    capitals = {t.text for n, t in enumerate(tokens) if n not in taken and _capital(t, table)}
    return tuple(sorted(_joined(nouns, adjectives, groups, capitals, table), key=lambda p: p.name))


def _owners(tokens: Sequence[Token], hits: Sequence[Hit], taken: frozenset[int], table: _Words, officials: frozenset[str]) -> Iterator[str]:
    """Yields the capitalised words that own a sovereign institution: before it ("X's army", "Xian army") or after ("army of X").

    Officials betray a state only by its adjective ("Xian officers"): towns and firms have officials too.
    """
    for hit in hits:
        if not _sovereign(hit, table, officials):
            continue
        by_adjective = not _sovereign(hit, table, frozenset())
        before = hit.first - 1
        possessive = before >= 0 and tokens[before].key == POSSESSIVE
        before -= possessive
        if (
            before >= 0
            and before not in taken
            and _capital(tokens[before], table)
            and ((possessive and not by_adjective) or _ending(tokens[before].text, table))
        ):
            yield tokens[before].text
        after = hit.last + 1
        if (
            not by_adjective
            and after < len(tokens)
            and tokens[hit.last].key == "of"
            and after not in taken
            and _capital(tokens[after], table)
        ):
            yield tokens[after].text


def _officials(words: Vocabulary) -> frozenset[str]:
    """Returns the keys of the nouns of unnamed people who serve a state: officials and soldiers, not residents or analysts."""
    nouns = words.nouns["unnamed"]
    return frozenset(str(n) for n, noun in enumerate(nouns) if noun.camp is None and not noun.kinds)


def _groups(tokens: Sequence[Token], taken: frozenset[int], table: _Words) -> Iterator[str]:
    """Yields the names before "rebels", "militia" and their like: one or more capitalised words, or a name with digits ("M23")."""
    for n, token in enumerate(tokens):
        if token.key not in table.groups or n == 0:
            continue
        first = n
        while first > 0 and first - 1 not in taken and _capital(tokens[first - 1], table):
            first -= 1
        if first < n:
            yield " ".join(t.text for t in tokens[first:n])


def _joined(nouns: set[str], adjectives: set[str], groups: set[str], capitals: set[str], table: _Words) -> Iterator[Polity]:
    """Yields each polity once, its adjectives with its name; an adjective whose country is not named makes the name."""
    homes: dict[str, set[str]] = {noun: set() for noun in nouns}
    for adjective in sorted(adjectives):
        stem = _stem(adjective, table)
        near = sorted(c for c in nouns | capitals if c != adjective and not _ending(c, table) and _same_stem(c, stem))
        home = near[0] if near else stem + dict(table.endings)[_ending(adjective, table)]
        homes.setdefault(home, set()).add(adjective)
    for noun in list(homes):
        homes[noun] |= {c for c in capitals if _ending(c, table) and c != noun and _same_stem(noun, _stem(c, table))}
    for name, forms in homes.items():
        yield Polity(name, tuple(sorted(forms)))
    known = {form for name, forms in homes.items() for form in (name, *forms)}
    for group in groups:
        if not _ending(group.split()[0], table) and group not in known:
            yield Polity(group, (), True)


def _same_stem(name: str, stem: str) -> bool:
    """Tells whether a country's name is an adjective's stem with at most two letters more ("Orvan" and "Orvane")."""
    return len(stem) >= STEM and name.startswith(stem) and len(name) - len(stem) <= 2


def _stem(adjective: str, table: _Words) -> str:
    return adjective[: len(adjective) - len(_ending(adjective, table))]


def _ending(word: str, table: _Words) -> str:
    """Returns the ending that makes a word an adjective of a country, or ""."""
    return next((ending for ending, _ in table.endings if word.endswith(ending) and len(word) - len(ending) >= STEM), "")


def _capital(token: Token, table: _Words) -> bool:
    text = token.text
    return (
        text[0].isupper()
        and len(text) > 2
        and text not in table.never
        and (text[1:].islower() or any(c.isdigit() for c in text) or text.isupper())
    )


def _sovereign(hit: Hit, table: _Words, officials: frozenset[str]) -> bool:
    return any(
        (t.kind == "institution" and t.key in table.institutions)
        or (t.kind == "title" and t.key in table.titles)
        or t.kind == "forces"
        or (t.kind == "unnamed" and t.key in officials)
        for t in hit.terms
    )


def _is_common(hit: Hit) -> bool:
    """Tells whether a hit is a common noun, which may be part of a name ("Front", "Army")."""
    return all(t.kind in ("unnamed", "anaphor", "place") for t in hit.terms)


def _state(polity: Polity) -> State:
    key = slug(polity.name)
    return State(key, Party(key, polity.name, key, "group" if polity.armed_group else "government"), polity.attribute, False)


def _names(found: Sequence[Polity]) -> Iterator[tuple[str, Term]]:
    for polity in found:
        key = slug(polity.name)
        yield polity.name, Term("state", key)
        for adjective in polity.adjectives:
            yield adjective, Term("state", key, "adjective")


@functools.cache
def _words(language: str) -> _Words:
    table = language_table(language, "polities")
    endings = sorted(((e["ending"], e["name"]) for e in table["adjective"]), key=lambda e: (-len(e[0]), e[0]))
    return _Words(
        tuple(endings),
        frozenset(fold(w) for w in table["groups"]["words"]),
        frozenset(table["sovereign"]["institutions"]),
        frozenset(table["sovereign"]["titles"]),
        frozenset(table["never"]["words"]),
    )
