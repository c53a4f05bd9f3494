"""Bodies that no file lists, as the text itself introduces them: "Open Wards, a relief group", "the Free Hills Army (FHA)"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import Token, fold
from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import slug

NGO = "ngo"
LONGEST = 6
"""Words that a body's name has at the most."""
CAPITALS = 3
"""Capitals that make a word in brackets a body's letters, at the least; one less where the name's initials agree."""


@dataclass(frozen=True, slots=True)
class Body:
    """An unlisted body: its name, kind of party, side, and the letters and short names that it goes by."""

    name: str
    kind: str
    side: str | None
    letters: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    """The table `bodies` of polities.toml, folded for look-up."""

    relief: dict[str, tuple[tuple[str, ...], ...]]
    joining: frozenset[str]
    armed: frozenset[str]
    bodies: frozenset[str]
    army: frozenset[str]
    introducing: frozenset[str]
    never: frozenset[str]


def introduced(tokens: Sequence[Token], taken: frozenset[int], language: str) -> Iterator[Body]:
    """Yields the relief groups, monitors and armed groups that a text names together with what they are.

    Args:
        tokens: the text's tokens.
        taken: the tokens of names that the tables have.
        language: the language whose words are used.
    """
    table = _words(language)
    for n, token in enumerate(tokens):
        if token.text == "(" and n + 2 < len(tokens) and tokens[n + 2].text == ")":
            yield from _lettered(tokens, n, taken, table)
        phrases = table.relief.get(token.key, ())
        phrase = next((p for p in phrases if tuple(t.key for t in tokens[n : n + len(p)]) == p), None)
        if phrase is not None:
            name = _name_before(tokens, n, taken, table) or _name_after(tokens, n + len(phrase), taken, table)
            if name:
                yield Body(name, "organisation", NGO)


def armed_name(words: Sequence[str], language: str) -> bool:
    """Tells whether a capitalised name is an armed group's: a word of such in it, or an army with a name of its own."""
    return _armed(words, _words(language))


def _armed(words: Sequence[str], table: _Words) -> bool:
    own = len(words) > 2 and words[-1] in table.army and not any(w[0].isdigit() for w in words) and table.never.isdisjoint(words)
    return own or not table.armed.isdisjoint(words)


def _lettered(tokens: Sequence[Token], bracket: int, taken: frozenset[int], table: _Words) -> Iterator[Body]:
    """Yields the body of "the Free Hills Army (FHA)"; what is in brackets must be the initials of the name."""
    letters = tokens[bracket + 1].text
    name = _run_back(tokens, bracket, taken, table)
    if not (letters.isupper() and letters.isalpha() and len(letters) >= CAPITALS - 1 and len(name) > 1):
        return
    words = [tokens[n].text for n in name]
    capitals = [w for w in words if w[0].isupper()]
    first = next((n for n in range(len(capitals)) if [w[0] for w in capitals[n:]] == list(letters)), None)
    if first is None:
        return
    words = words[words.index(capitals[first]) :]
    armed = _armed(words, table)
    if armed or not table.bodies.isdisjoint(words):
        whole = " ".join(words)
        yield Body(whole, "group" if armed else "organisation", slug(whole) if armed else None, letters)


def _name_before(tokens: Sequence[Token], noun: int, taken: frozenset[int], table: _Words) -> str:
    """Returns the name before ", a (London-based) relief group"."""
    comma = noun - 1
    while comma > max(0, noun - 5) and tokens[comma].text != ",":
        comma -= 1
    if comma <= 0 or tokens[comma].text != "," or tokens[comma + 1].key not in table.introducing:
        return ""
    name = _run_back(tokens, comma, taken, table)
    return " ".join(tokens[n].text for n in name)


def _name_after(tokens: Sequence[Token], start: int, taken: frozenset[int], table: _Words) -> str:
    """Returns the name after "the relief group"; a comma may stand between them."""
    if start < len(tokens) and tokens[start].text == ",":
        start += 1
    last = start
    while last < min(len(tokens), start + LONGEST) and _in_name(tokens, last, taken, table):
        last += 1
    while last > start and tokens[last - 1].key in table.joining:
        last -= 1
    return " ".join(t.text for t in tokens[start:last])


def _run_back(tokens: Sequence[Token], end: int, taken: frozenset[int], table: _Words) -> list[int]:
    """Returns the tokens of the capitalised name that ends before a token."""
    first = end
    while first > max(0, end - LONGEST) and _in_name(tokens, first - 1, taken, table):
        first -= 1
    while first < end and (tokens[first].key in table.joining or tokens[first].text in table.never):
        first += 1
    return list(range(first, end))


def _in_name(tokens: Sequence[Token], n: int, taken: frozenset[int], table: _Words) -> bool:
    text = tokens[n].text
    return n not in taken and (tokens[n].key in table.joining or (text[0].isupper() and text[0].isalpha()))


@functools.cache
def _words(language: str) -> _Words:
    table, mentions = language_table(language, "polities"), language_table(language, "mentions")
    return _Words(
        _by_first_word(table["relief"]["words"]),
        frozenset(table["relief"]["joining"]),
        frozenset(mentions["armed_words"]),
        frozenset(mentions["body_words"]),
        frozenset(mentions["army_words"]),
        frozenset(mentions["small"]["introducing"]),
        frozenset(table["never"]["words"]),
    )


def _by_first_word(nouns: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the nouns as folded words under their first one, the longest first."""
    phrases = sorted((tuple(fold(w) for w in noun.split()) for noun in nouns), key=lambda p: (-len(p), p))
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted({p[0] for p in phrases})}
