"""What the rules for states that no file names look at: a text's tokens and names, the words that tell, and the stems of adjectives."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import Hit, Token, fold
from counterclaim.knowledge.tables import language_table

STEM = 3
"""Letters that a country's name and its adjective share at the least."""


@dataclass(frozen=True, slots=True)
class Polity:
    """A state or armed group found in a text; `adjectives` are the forms that stand for it, `seats` where its government sits."""

    name: str
    adjectives: tuple[str, ...] = ()
    armed_group: bool = False
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PolityWords:
    """The table `polities.toml`, folded for look-up."""

    endings: tuple[tuple[str, str], ...]
    groups: frozenset[str]
    institutions: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    ranks: frozenset[str]
    unions: frozenset[str]
    parts: frozenset[str]
    never: frozenset[str]
    lands: frozenset[str]
    owned: frozenset[str]
    national: tuple[str, ...]
    strong: frozenset[str]
    bare: frozenset[str]
    arms: frozenset[str]
    backed: frozenset[str]
    serving: tuple[tuple[str, ...], ...]
    small: dict[str, frozenset[str]]
    regular: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A text with what the tables have in it.

    `taken` are the tokens of names, `said` the one-word sources, `bodies` words of bodies' names, `bearers` the names after titles,
    `lower` the words that the text has without a capital.
    """

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    taken: frozenset[int]
    said: frozenset[str]
    table: PolityWords
    officials: frozenset[str]
    bodies: frozenset[str]
    bearers: frozenset[str]
    lower: frozenset[str]

    def free(self, n: int) -> bool:
        """Tells whether a token is a capitalised word that no table has and that may name a state."""
        return 0 <= n < len(self.tokens) and n not in self.taken and capital(self.tokens[n], self.table)


def same_stem(name: str, stem: str) -> bool:
    """Tells whether a country's name is an adjective's stem with at most two letters more ("Orvan" and "Orvane")."""
    return len(stem) >= STEM and name.startswith(stem) and len(name) - len(stem) <= 2


def stem_of(adjective: str, table: PolityWords) -> str:
    """Returns an adjective without its ending."""
    return adjective[: len(adjective) - len(ending_of(adjective, table))]


def ending_of(word: str, table: PolityWords) -> str:
    """Returns the ending that makes a word an adjective of a country, or ""."""
    return next((ending for ending, _ in table.endings if word.endswith(ending) and len(word) - len(ending) >= STEM), "")


def capital(token: Token, table: PolityWords) -> bool:
    """Tells whether a token is a capitalised word that a state or group may be called."""
    text = token.text
    return (
        text[0].isupper()
        and len(text) > 2
        and text not in table.never
        and (text[1:].islower() or any(c.isdigit() for c in text) or text.isupper())
    )


def sovereign(hit: Hit, table: PolityWords, officials: frozenset[str]) -> bool:
    """Tells whether a name is of what only a state has: an army, a foreign minister, soldiers; `officials` the keys of its servants."""
    return any(
        (t.kind == "institution" and t.key in table.institutions)
        or (t.kind == "title" and t.key in table.titles)
        or t.kind == "forces"
        or (t.kind == "unnamed" and t.key in officials)
        for t in hit.terms
    )


def is_common(hit: Hit) -> bool:
    """Tells whether a hit is a common noun, which may be part of a name ("Front", "Army")."""
    return all(t.kind in ("unnamed", "anaphor", "place") for t in hit.terms)


@functools.cache
def polity_words(language: str) -> PolityWords:
    """Returns the table `polities.toml` of a language, folded for look-up."""
    table = language_table(language, "polities")
    endings = sorted(((e["ending"], e["name"]) for e in table["adjective"]), key=lambda e: (-len(e[0]), e[0]))
    return PolityWords(
        tuple(endings),
        frozenset(fold(w) for w in table["groups"]["words"]),
        frozenset(table["sovereign"]["institutions"]),
        frozenset(table["sovereign"]["titles"]),
        frozenset(table["sovereign"]["offices"]),
        frozenset(table["sovereign"]["ranks"]),
        frozenset(table["sovereign"]["unions"]),
        frozenset(table["sovereign"]["parts"]),
        frozenset(table["never"]["words"]),
        frozenset(table["lands"]["words"]),
        frozenset(table["lands"]["owned"]),
        tuple(table["lands"]["national"]),
        frozenset(table["lands"]["strong"]),
        frozenset(table["lands"]["bare"]),
        frozenset(table["movements"]["arms"]),
        frozenset(table["movements"]["backed"]),
        tuple(tuple(p.split()) for p in table["movements"]["serving"]),
        {name: frozenset(words) for name, words in language_table(language, "mentions")["small"].items()},
        tuple((e["name"], e["add"]) for e in table["regular"]),
        tuple(table["people"]["endings"]),
        frozenset(fold(w) for k in ("he", "she") for w in language_table(language, "mentions")[k]),
    )
