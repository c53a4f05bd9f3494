"""States and armed groups that no file names, as a text itself betrays them: "Kestria's army", "the Orvanian defence ministry".

A war that nobody has written a folder for is read too: whoever has an army or a ministry in the text is a camp of its own.
"""

import copy
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, Term, Token, fold, tokens_of
from counterclaim.knowledge.parties import KnownParty
from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.bodies import Body, introduced
from counterclaim.reading.camps import ARMED
from counterclaim.reading.vocabulary import State, Vocabulary

NAMES = frozenset({"party", "person", "body", "publisher", "post"})
"""Kinds of names that are no part of a body's own name."""
RIVALS = 2
"""States that a text is about at the most, for a one-word source to be one of them by that alone."""
SEATED = 8
"""Tokens between a town and the government that sits in it."""
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
class _Words:
    """The table `polities.toml`, folded for look-up."""

    endings: tuple[tuple[str, str], ...]
    groups: frozenset[str]
    institutions: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    lands: frozenset[str]
    owned: frozenset[str]
    national: tuple[str, ...]
    small: dict[str, frozenset[str]]
    regular: tuple[tuple[str, str], ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A text with what the tables have in it: tokens, names, the tokens of these, and the one-word sources."""

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    taken: frozenset[int]
    said: frozenset[str]
    table: _Words
    officials: frozenset[str]

    def free(self, n: int) -> bool:
        """Tells whether a token is a capitalised word that no table has and that may name a state."""
        return 0 <= n < len(self.tokens) and n not in self.taken and _capital(self.tokens[n], self.table)


def with_polities(words: Vocabulary, text: str, language: str, said: Sequence[str] = ()) -> Vocabulary:
    """Returns the vocabulary with the text's own states, armed groups and relief groups; the same object when there are none.

    Args:
        words: the vocabulary of no conflict.
        text: the text.
        language: the language whose words are used.
        said: the words of each known source.
    """
    seen = _found(text, words, language, said)
    found = _polities(seen, words)
    named = frozenset(n for hit in seen.hits if any(t.kind in NAMES for t in hit.terms) for n in range(hit.first, hit.last))
    bodies = tuple(dict.fromkeys((*introduced(seen.tokens, named, language), *(_group(p) for p in found if p.armed_group))))
    states = [p for p in found if not p.armed_group]
    if not found and not bodies:
        return words
    extended = copy.copy(words)
    extended.states = words.states | {slug(p.name): _state(p, seen.table) for p in states}
    extended.parties = words.parties | {slug(b.name): KnownParty(slug(b.name), b.name, b.kind, b.side) for b in bodies}
    extended.lexicon = words.lexicon.extended((*_names(states), *_names_of_bodies(bodies)))
    return extended


def polities(text: str, words: Vocabulary, language: str, said: Sequence[str] = ()) -> tuple[Polity, ...]:
    """Returns the states and armed groups that a text names and the vocabulary does not know, sorted by name."""
    return _polities(_found(text, words, language, said), words)


def _found(text: str, words: Vocabulary, language: str, said: Sequence[str]) -> _Found:
    tokens = tokens_of(text)
    hits = words.lexicon.find(tokens)
    taken = frozenset(n for hit in hits for n in range(hit.first, hit.last) if not _is_common(hit))
    alone = frozenset(s for s in said if s and s.isalpha())
    return _Found(tokens, hits, taken, alone, _words(language), _officials(words))


def _polities(seen: _Found, words: Vocabulary) -> tuple[Polity, ...]:
    table = seen.table
    nouns: set[str] = set()
    adjectives: set[str] = set()
    for name, is_noun in (*_owners(seen), *_lands(seen)):
        (nouns if is_noun or not _ending(name, table) else adjectives).add(name)
    adjectives -= nouns
    capitals = {t.text for n, t in enumerate(seen.tokens) if seen.free(n)}
    capitals |= {word.capitalize() for word in capitals if word.isupper() and word.isalpha() and len(word) > STEM}
    nouns |= _speaking(seen, words, nouns, adjectives)
    groups = set(_groups(seen)) - nouns
    found = tuple(sorted(_joined(nouns, adjectives, groups, capitals, table), key=lambda p: p.name))
    return seated(found, seen)


def _owners(seen: _Found) -> Iterator[tuple[str, bool]]:
    """Yields the capitalised words that own a sovereign institution: before it ("X's army", "Xian army") or after ("army of X").

    With each whether it must be a name, not an adjective. Officials betray a state only by its adjective ("Xian officers"): towns and
    firms have officials too.
    """
    tokens, table = seen.tokens, seen.table
    for hit in seen.hits:
        if not _sovereign(hit, table, seen.officials):
            continue
        by_adjective = not _sovereign(hit, table, frozenset())
        before = hit.first - 1
        possessive = before >= 0 and tokens[before].key == POSSESSIVE
        before -= possessive
        if seen.free(before) and ((possessive and not by_adjective) or (not possessive and _ending(tokens[before].text, table))):
            yield tokens[before].text, possessive
        after = hit.last + 1
        if not by_adjective and seen.free(after) and tokens[hit.last].key in table.small["of"]:
            noun = after + 1 >= len(tokens) or not tokens[after + 1].text[0].islower() or not _ending(tokens[after].text, table)
            yield tokens[after].text, noun


def _lands(seen: _Found) -> Iterator[tuple[str, bool]]:
    """Yields adjectives before what a country has ("the Orvanese port"), and names that own such ("Orvane's Vell province")."""
    tokens, table = seen.tokens, seen.table
    for n, token in enumerate(tokens[1:], 1):
        if (
            token.key in table.lands
            and seen.free(n - 1)
            and tokens[n - 1].text.endswith(table.national)
            and _ending(tokens[n - 1].text, table)
        ):
            yield tokens[n - 1].text, False
        if token.key == POSSESSIVE and seen.free(n - 1) and any(t.key in table.owned for t in tokens[n + 1 : n + 3]):
            yield tokens[n - 1].text, True


def _speaking(seen: _Found, words: Vocabulary, nouns: set[str], adjectives: set[str]) -> set[str]:
    """Returns the one-word sources that must be states: those with an adjective in the text, and the one rival of another.

    No surname, and no word of a headline: these have another capitalised word or a title before them somewhere.
    """
    stems = {_stem(a, seen.table) for a in adjectives}
    listed = any(t.kind == "state" for hit in seen.hits for t in hit.terms)
    free = {t.text for n, t in enumerate(seen.tokens) if t.text in seen.said and seen.free(n)}
    alone = free - nouns - adjectives - {t.text for t in _names_of_persons(seen, words)}
    sure = {w for w in alone if any(_same_stem(w, s) for s in stems)}
    homes = nouns | sure
    homes |= {s for s in stems if not any(_same_stem(n, s) for n in homes)}
    rivals = alone - sure
    return sure | rivals if homes and not listed and len(homes | rivals) <= RIVALS else sure


def _names_of_persons(seen: _Found, words: Vocabulary) -> Iterator[Token]:
    """Yields the free capitalised words that follow another one, or a title: surnames, and parts of longer names."""
    titles = {n for hit in seen.hits if any(t.kind in ("title", "honorific") for t in hit.terms) for n in range(hit.first, hit.last)}
    for n, token in enumerate(seen.tokens[1:], 1):
        before = seen.tokens[n - 1]
        named = before.text[0].isupper() and before.key not in words.openers and (n - 1, before.key) not in words.small_words
        if n - 1 in titles or (named and n - 1 not in seen.taken and before.key not in words.words["determiners"]):
            yield token


def _officials(words: Vocabulary) -> frozenset[str]:
    """Returns the keys of the nouns of unnamed people who serve a state: officials and soldiers, not residents or analysts."""
    nouns = words.nouns["unnamed"]
    return frozenset(str(n) for n, noun in enumerate(nouns) if noun.camp is None and not noun.kinds)


def _groups(seen: _Found) -> Iterator[str]:
    """Yields the names before "rebels", "militia" and their like: one or more capitalised words, or a name with digits ("M23")."""
    for n, token in enumerate(seen.tokens):
        if token.key not in seen.table.groups or n == 0:
            continue
        first = n
        while first > 0 and seen.free(first - 1):
            first -= 1
        if first < n:
            yield " ".join(t.text for t in seen.tokens[first:n])


def _joined(nouns: set[str], adjectives: set[str], groups: set[str], capitals: set[str], table: _Words) -> Iterator[Polity]:
    """Yields each polity once, its adjectives with its name; an adjective whose country is not named makes the name."""
    homes: dict[str, set[str]] = {noun: set() for noun in nouns}
    for adjective in sorted(adjectives):
        stem = _stem(adjective, table)
        made = stem + dict(table.endings)[_ending(adjective, table)]
        near = sorted(c for c in nouns | capitals if c == made or (_may_be(c, nouns, table) and c != adjective and _same_stem(c, stem)))
        home = made if made in near or not near else near[0]
        homes.setdefault(home, set()).add(adjective)
    for noun in list(homes):
        homes[noun] |= {c for c in capitals if _ending(c, table) and c != noun and _same_stem(noun, _stem(c, table))}
    for forms in homes.values():
        forms |= {c for c in capitals for end in table.people if c.endswith(end) and c.removesuffix(end) in forms}
    for name, forms in homes.items():
        yield Polity(name, tuple(sorted(forms)))
    known = {form for name, forms in homes.items() for form in (name, *forms)}
    for group in groups:
        if not _ending(group.split()[0], table) and group not in known:
            yield Polity(group, (), True)


def _may_be(name: str, nouns: set[str], table: _Words) -> bool:
    """Tells whether a word may be a country's name: no adjective, or known to be a name."""
    return name in nouns or not _ending(name, table)


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


def _state(polity: Polity, table: _Words) -> State:
    key = slug(polity.name)
    return State(key, Party(key, polity.name, key, "government"), _attribute(polity, table), False)


def _attribute(polity: Polity, table: _Words) -> str:
    """Returns the word before its institutions' names: the text's own adjective, else the regular one ("Kestria", "Kestrian")."""
    if polity.adjectives:
        return polity.adjectives[0]
    grown = next((more for end, more in table.regular if polity.name.endswith(end) and " " not in polity.name), "")
    return polity.name + grown


def _group(polity: Polity) -> Body:
    return Body(polity.name, "group", slug(polity.name))


def _names(found: Sequence[Polity]) -> Iterator[tuple[str, Term]]:
    for polity in found:
        key = slug(polity.name)
        yield polity.name, Term("state", key)
        for adjective in polity.adjectives:
            yield adjective, Term("state", key, "adjective")
        for seat in polity.seats:
            yield seat, Term("state", key, "seat")


def _names_of_bodies(bodies: Sequence[Body]) -> Iterator[tuple[str, Term]]:
    for body in bodies:
        yield body.name, Term("party", slug(body.name))
        if body.letters:
            yield body.letters, Term("party", slug(body.name))


def seated(found: tuple[Polity, ...], seen: _Found) -> tuple[Polity, ...]:
    """Returns the states with the towns that speak for them: called their capital, or where their government is said to be."""
    forms = {form: p.name for p in found if not p.armed_group for form in (p.name, *p.adjectives)}
    seats: dict[str, set[str]] = {}
    for n in range(len(seen.tokens)):
        owner, seat = _capital_of(seen, forms, n) or _government_in(seen, forms, n) or ("", "")
        if owner and seat not in forms:
            seats.setdefault(owner, set()).add(seat)
    return tuple(replace(p, seats=tuple(sorted(seats.get(p.name, ())))) for p in found)


def _capital_of(seen: _Found, forms: dict[str, str], n: int) -> tuple[str, str] | None:
    """Returns state and seat of "the Kestrian capital, Talvar", "Talvar, the capital of Kestria" and their like."""
    tokens = seen.tokens
    if tokens[n].key not in seen.table.small["capital"]:
        return None
    before = n - 2 if n > 1 and tokens[n - 1].key == POSSESSIVE else n - 1
    owner, start, after = forms.get(tokens[before].text, ""), before, n + 1
    if not owner and n + 2 < len(tokens) and tokens[n + 1].key in seen.table.small["of"]:
        owner, start, after = forms.get(tokens[n + 2].text, ""), n, n + 3
    after += after < len(tokens) and tokens[after].text == ","
    if owner and seen.free(after):
        return owner, tokens[after].text
    while start > 0 and tokens[start].text != "," and n - start < 4:
        start -= 1
    return (owner, tokens[start - 1].text) if owner and tokens[start].text == "," and seen.free(start - 1) else None


def _government_in(seen: _Found, forms: dict[str, str], n: int) -> tuple[str, str] | None:
    """Returns state and seat where a one-word source is a town in which the text has a state's government or president."""
    tokens = seen.tokens
    if tokens[n].key not in seen.table.small["in"] or not seen.free(n + 1) or tokens[n + 1].text not in seen.said:
        return None
    near = {forms[t.text] for t in _clause(tokens, n) if t.text in forms}
    ruling = any(h.first < n + SEATED and h.last > n - SEATED and _ruling(h, seen.table) for h in seen.hits)
    return (near.pop(), tokens[n + 1].text) if len(near) == 1 and ruling else None


def _clause(tokens: Sequence[Token], n: int) -> Sequence[Token]:
    """Returns the tokens around one up to the next full stops, not far."""
    first, last = n, n
    while first > max(0, n - SEATED) and tokens[first - 1].text != ".":
        first -= 1
    while last < min(len(tokens), n + SEATED) and tokens[last].text != ".":
        last += 1
    return tokens[first:last]


def _ruling(hit: Hit, table: _Words) -> bool:
    """Tells whether a name is of those who rule: a head of state or a civil institution; armies are in many towns."""
    return any(
        (t.kind == "title" and t.key in table.titles) or (t.kind == "institution" and t.key in table.institutions and t.key not in ARMED)
        for t in hit.terms
    )


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
        frozenset(table["lands"]["words"]),
        frozenset(table["lands"]["owned"]),
        tuple(table["lands"]["national"]),
        {name: frozenset(words) for name, words in language_table(language, "mentions")["small"].items()},
        tuple((e["name"], e["add"]) for e in table["regular"]),
        tuple(table["people"]["endings"]),
    )
