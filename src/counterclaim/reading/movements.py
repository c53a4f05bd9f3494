"""Movements, councils and commands that no file lists, by the name a text gives them: "the Iron League", "the Sons of the Steppe".

One that the text shows armed is a camp of its own, unless the text says whose it is or for whom it fights.
"""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, Token, fold
from counterclaim.knowledge.tables import language_table
from counterclaim.reading.bodies import armed_name
from counterclaim.reading.camps import ARMED

APPOSED = 9
"""Tokens after a name in which its apposition tells what it is, or for whom it fights."""
HELD = 3
"""Tokens after the possessive of a name in which the noun of what it has stands."""
LONGEST = 5
"""Words of a name at the most."""
BLOCKING = frozenset({"state", "title", "honorific", "pronoun", "person", "publisher", "post", "body", "party"})
"""Kinds of names that are no part of a movement's own."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A body found by name: its short forms ("the League"), its side if the text tells, whether it fights."""

    name: str
    shorts: tuple[str, ...]
    side: str | None
    armed: bool
    unit: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The table `movements` of polities.toml, folded for look-up."""

    heads: frozenset[str]
    armed: frozenset[str]
    acts: frozenset[str]
    fights: tuple[tuple[str, ...], ...]
    backed: frozenset[str]
    units: frozenset[str]
    joining: frozenset[str]
    never: frozenset[str]
    unions: frozenset[str]
    political: frozenset[str]
    civil: frozenset[str]
    alone: frozenset[str]
    definite: frozenset[str]
    articles: frozenset[str]
    having: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text's tokens, those that cannot be part of a name, the states' forms with their sides, whether soldiers are spoken of."""

    tokens: Sequence[Token]
    blocked: frozenset[int]
    forms: Mapping[str, str]
    table: _Words
    language: str
    at_war: bool

    def key(self, n: int) -> str:
        """Returns the folded word at a token, "" outside the text."""
        return self.tokens[n].key if 0 <= n < len(self.tokens) else ""

    def the(self, n: int) -> bool:
        """Tells whether a definite article stands at a token."""
        return self.key(n) in self.table.definite

    def capital(self, n: int) -> bool:
        """Tells whether a token may be a word of a name."""
        if not 0 <= n < len(self.tokens) or n in self.blocked:
            return False
        text = self.tokens[n].text
        return text[0].isupper() and len(text) > 1 and text not in self.table.never and text not in self.forms


def movements(tokens: Sequence[Token], hits: Sequence[Hit], forms: Mapping[str, str], language: str) -> tuple[Movement, ...]:
    """Returns the movements and bodies that a text calls by a name of two words or more, in the order of names.

    Args:
        tokens: the text's tokens.
        hits: the names of the lexicon in it.
        forms: the names and adjectives of the states that the text is about, each with its side.
        language: the language whose words are used.
    """
    blocked = frozenset(n for h in hits if _blocks(tokens, h) for n in range(h.first, h.last))
    table = _words(language)
    at_war = any(t.kind == "forces" or (t.kind == "institution" and t.key in ARMED) for h in hits for t in h.terms)
    at_war = at_war or any(t.text in table.armed for t in tokens)
    text = _Text(tokens, blocked, forms, table, language, at_war)
    places: dict[str, list[tuple[int, int]]] = {}
    nouns = frozenset(n for h in hits if any(t.kind in ("institution", "forces") for t in h.terms) for n in range(h.first, h.last))
    for first, last in _runs(text):
        if nouns.issuperset(range(first, last)):
            continue
        places.setdefault(" ".join(t.text for t in tokens[first:last]), []).append((first, last))
    shorts = _shorts(text, tuple(places))
    taken_up: set[str] = set()
    for n in _alone(text):
        word = tokens[n].text
        name = shorts.get(word) or (word if word in text.table.heads and n not in nouns and fold(word) not in text.table.units else None)
        if name is not None:
            places.setdefault(name, []).append((n, n + 1))
            taken_up |= {word} if text.the(n - 1) else set()
    found = (_movement(text, name, _shorts_of(name, shorts, taken_up, text.table.joining), places[name]) for name in sorted(places))
    return tuple(m for m in found if " " in m.name or (m.armed and m.name in taken_up))


def _blocks(tokens: Sequence[Token], hit: Hit) -> bool:
    """Tells whether a listed name is no part of a movement's: an outlet's own capitals go on in "the National Salvation Front"."""
    kinds = {t.kind for t in hit.terms} & BLOCKING
    goes_on = hit.last < len(tokens) and tokens[hit.last].text[0].isupper()
    return bool(kinds - {"publisher"}) or (bool(kinds) and not goes_on)


def _alone(text: _Text) -> Iterator[int]:
    """Yields the capitalised words without another beside them."""
    return (n for n in range(len(text.tokens)) if text.capital(n) and not text.capital(n + 1) and not text.capital(n - 1))


def _shorts_of(name: str, shorts: Mapping[str, str], taken_up: set[str], joining: frozenset[str]) -> tuple[str, ...]:
    """Returns the short forms of a name that the text uses, and what stands before the "of" in it ("the Eastern Group of Forces")."""
    words = name.split()
    front = " ".join(words[: next((n for n, w in enumerate(words) if w in joining), len(words))])
    own = (short for short, full in shorts.items() if full == name and short in taken_up and short != name)
    return (*own, *((front,) if front != name and " " in front else ()))


def _runs(text: _Text) -> Iterator[tuple[int, int]]:
    """Yields the names: capitalised words of which the last is a body's, or such a word with "of the" and capitalised words after it."""
    n = 0
    while n < len(text.tokens):
        first = n
        n += _ordinal(text, n) and text.capital(n + 1)
        while text.capital(n) and n - first < LONGEST:
            n += 1
        if n == first:
            n += 1
            continue
        last = next((m for m in range(n, first, -1) if text.tokens[m - 1].text in text.table.heads), first)
        end = _of_name(text, last) if last > first else last
        if end > last or last - first > 1:
            yield first, end
            n = max(n, end)


def _ordinal(text: _Text, n: int) -> bool:
    """Tells whether a token is an ordinal of digits ("9th")."""
    word = text.tokens[n].text
    return word[0].isdigit() and word[-1].isalpha()


def _of_name(text: _Text, last: int) -> int:
    """Returns where "League of the Wells" ends, given where its first word does; the same token when nothing follows."""
    if text.key(last) not in text.table.joining or text.key(last - 1) in text.table.armed:
        return last
    start = last + 1 + text.the(last + 1)
    end = start
    while text.capital(end) and end - start < LONGEST:
        end += 1
    return end if end > start and (end - start == 1 or text.tokens[start].text not in text.table.heads) else last


def _shorts(text: _Text, names: Sequence[str]) -> dict[str, str]:
    """Returns the one word by which a name is taken up ("the League"), where no second name of the text has it."""
    heads: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        head = next((w for w in reversed(words) if w in text.table.heads), words[-1])
        heads.setdefault(head, set()).add(name)
    return {head: next(iter(held)) for head, held in heads.items() if len(held) == 1 and fold(head) not in text.table.units}


def _movement(text: _Text, name: str, shorts: tuple[str, ...], places: Sequence[tuple[int, int]]) -> Movement:
    sides = dict.fromkeys(s for first, last in places for s in (_patron(text, first, last), _owner(text, first, last)) if s)
    words = name.split()
    unit = fold(words[-1]) in text.table.units and (words[0][0].isdigit() or not armed_name(words, text.language))
    armed = not unit and (armed_name(words, text.language) or _political(text, words) or any(_armed(text, *place) for place in places))
    return Movement(name, shorts, next(iter(sides)) if len(sides) == 1 else None, armed and not sides, unit)


def _political(text: _Text, words: Sequence[str]) -> bool:
    """Tells whether a name is of a body that rules or fights where there is war ("the Lowland Union"), no trade's or town's."""
    camp = not (text.table.political if len(words) > 1 else text.table.alone).isdisjoint(words)
    return camp and text.at_war and text.table.civil.isdisjoint(words)


def _owner(text: _Text, first: int, last: int) -> str | None:
    """Returns the side of the state before a name or after it ("Karsh's Eastern Group", "the Eastern Group of the Karshi army")."""
    before = first - 2 if text.key(first - 1) == POSSESSIVE else first - 1
    if before >= 0 and (side := text.forms.get(text.tokens[before].text)):
        return side
    after = last + 1 + text.the(last + 1) if text.key(last) in text.table.joining else len(text.tokens)
    if text.key(last) == ",":
        clause = tuple(_clause(text, last + 1))
        after = clause[1] if len(clause) > 1 and any(text.key(n) in text.table.armed | text.table.units for n in clause) else after
    return text.forms.get(text.tokens[after].text) if after < len(text.tokens) else None


def _patron(text: _Text, first: int, last: int) -> str | None:
    """Returns the side that a movement fights for: "the Karsh-backed League", "the League, a militia loyal to Karsh"."""
    if text.key(first - 1) in text.table.backed and first > 1 and (side := text.forms.get(text.tokens[first - 2].text)):
        return side
    for n in range(last, min(len(text.tokens), last + APPOSED)):
        if text.tokens[n].text in ".;\n":
            return None
        phrase = next((p for p in text.table.fights if tuple(text.key(n + k) for k in range(len(p))) == p), None)
        if phrase is not None:
            of = n + len(phrase) + text.the(n + len(phrase))
            return text.forms.get(text.tokens[of].text) if of < len(text.tokens) else None
    return None


def _armed(text: _Text, first: int, last: int) -> bool:
    """Tells whether a name has fighters beside it: "the League's gunmen", "fighters of the League", "the League, an armed movement"."""
    if text.key(last) in text.table.acts or (text.key(last) in text.table.having and text.key(last + 1) in text.table.acts):
        return True
    own = text.key(last) == POSSESSIVE
    held = range(last + own, last + own + (HELD if own else 1))
    if any(text.key(n) in text.table.armed for n in held):
        return True
    before = first - 1 - text.the(first - 1)
    if text.key(before) in text.table.joining and text.key(before - 1) in text.table.armed:
        return True
    if text.key(first - 1) in text.table.armed and text.tokens[first - 1].text[0].islower():
        return True
    return text.key(last) == "," and any(text.key(n) in text.table.armed for n in _clause(text, last + 1))


def _clause(text: _Text, start: int) -> Iterator[int]:
    """Yields the tokens of an apposition from its first one on, "a" or "an": after "the" another speaker may come."""
    if text.key(start) not in text.table.articles:
        return
    for n in range(start, min(len(text.tokens), start + APPOSED)):
        if not text.tokens[n].text[0].isalnum():
            return
        yield n


@functools.cache
def _words(language: str) -> _Words:
    table, mentions = language_table(language, "polities"), language_table(language, "mentions")
    own = table["movements"]
    return _Words(
        frozenset((*mentions["body_words"], *own["heads"])) - frozenset(own["quiet"]),
        frozenset(fold(w) for w in (*own["armed"], *table["groups"]["words"])),
        frozenset(own["acts"]),
        tuple(sorted((tuple(p.split()) for p in own["fights"]), key=lambda p: (-len(p), p))),
        frozenset(own["backed"]),
        frozenset(mentions["unit_words"]) - frozenset(own["camps"]),
        frozenset(mentions["small"]["of"]),
        frozenset(table["never"]["words"]) - frozenset(own["part_of_names"]),
        frozenset(table["sovereign"]["unions"]),
        frozenset(own["political"]),
        frozenset(own["civil"]),
        frozenset(own["alone"]),
        frozenset(mentions["small"]["the"]),
        frozenset(own["articles"]),
        frozenset(own["having"]),
    )
