"""States and armed groups that no file names, as a text itself betrays them: "Kestria's army", "the Orvanian defence ministry".

A war that nobody has written a folder for is read too: whoever has an army or a ministry in the text is a camp of its own.
"""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, Term, Token, tokens_of
from counterclaim.knowledge.parties import KnownParty
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.bodies import Body, introduced
from counterclaim.reading.movements import Movement, movements
from counterclaim.reading.polities_seats import seated
from counterclaim.reading.polities_text import (
    STEM,
    Found,
    Polity,
    PolityWords,
    ending_of,
    is_common,
    polity_words,
    same_stem,
    sovereign,
    stem_of,
)
from counterclaim.reading.vocabulary import State, Vocabulary

OPENING = frozenset('.!?\n:;“”"«—–')
"""Marks after which any word has a capital."""
PERSONAL = 16
"""Tokens after a surname in which "he" or "she" may take it up."""
NAMES = frozenset({"party", "person", "body", "publisher", "post"})
"""Kinds of names that are no part of a body's own name."""
RIVALS = 2
"""States that a text is about at the most, for a one-word source to be one of them by that alone."""


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
    own = tuple(_body(m) for m in movements(seen.tokens, seen.hits, _forms(seen, words, found), language))
    bodies = _merged((*introduced(seen.tokens, named, language), *own, *(_group(p) for p in found if p.armed_group)))
    states = [p for p in found if not p.armed_group]
    if not found and not bodies:
        return words
    extended = copy.copy(words)
    extended.states = words.states | {slug(p.name): _state(p, seen.table) for p in states}
    extended.parties = words.parties | {slug(b.name): KnownParty(slug(b.name), b.name, b.kind, b.side) for b in bodies}
    extended.lexicon = words.lexicon.extended((*_names(states, seen.table.unions), *_names_of_bodies(bodies)))
    return extended


def _forms(seen: Found, words: Vocabulary, found: Sequence[Polity]) -> dict[str, str]:
    """Returns the one-word names and adjectives of the states of a text, each with its side."""
    listed = ((h.first, t.key) for h in seen.hits if h.last - h.first == 1 for t in h.terms if t.kind == "state" and t.form != "seat")
    forms = {seen.tokens[n].text: words.states[key].party.side for n, key in listed}
    forms |= {form: slug(p.name) for p in found for form in (p.name, *p.adjectives)}
    return {form: side for form, side in forms.items() if side is not None}


def _merged(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """Returns each body once: of two of one name the first, with the side of a patron that the other has."""
    held: dict[str, Body] = {}
    for body in bodies:
        known = held.setdefault(body.name, body)
        if known.side is None or (known.side == slug(known.name) and body.side):
            held[body.name] = replace(body, letters=known.letters or body.letters, aliases=(*known.aliases, *body.aliases))
    return tuple(held.values())


def polities(text: str, words: Vocabulary, language: str, said: Sequence[str] = ()) -> tuple[Polity, ...]:
    """Returns the states and armed groups that a text names and the vocabulary does not know, sorted by name."""
    return _polities(_found(text, words, language, said), words)


def _found(text: str, words: Vocabulary, language: str, said: Sequence[str]) -> Found:
    tokens = tokens_of(text)
    hits = words.lexicon.find(tokens)
    taken = frozenset(n for hit in hits for n in range(hit.first, hit.last) if not is_common(hit))
    alone = frozenset(s for s in said if s and s.isalpha())
    bearers = frozenset(_bearers(tokens, hits))
    lower = frozenset(t.text for t in tokens if t.text[0].islower())
    return Found(tokens, hits, taken, alone, polity_words(language), _officials(words), words.body_words, bearers, lower)


def _polities(seen: Found, words: Vocabulary) -> tuple[Polity, ...]:
    table = seen.table
    nouns: set[str] = set()
    adjectives: set[str] = set()
    for name, is_noun in (*_owners(seen), *_lands(seen), *_sending(seen), *_united(seen)):
        (nouns if is_noun or not ending_of(name, table) else adjectives).add(name)
    for name in {*_patrons(seen), *_fielding(seen)} - {t.text for t in _names_of_persons(seen, words)}:
        (adjectives if ending_of(name, table) else nouns).add(name)
    nouns -= seen.bearers | seen.bodies
    adjectives -= nouns
    capitals = {t.text for n, t in enumerate(seen.tokens) if seen.free(n)}
    capitals |= {word.capitalize() for word in capitals if word.isupper() and word.isalpha() and len(word) > STEM}
    seats = {seat for p in seated(tuple(_joined(nouns, adjectives, set(), capitals, table)), seen) for seat in p.seats}
    nouns |= _speaking(seen, words, nouns, adjectives, seats)
    groups = set(_groups(seen)) - nouns
    found = tuple(sorted(_joined(nouns, adjectives, groups, capitals, table), key=lambda p: p.name))
    return seated(found, seen)


def _owners(seen: Found) -> Iterator[tuple[str, bool]]:
    """Yields the capitalised words that own a sovereign institution: before it ("X's army", "Xian army") or after ("army of X").

    With each whether it must be a name, not an adjective. Officials betray a state only by its adjective ("Xian officers"): towns and
    firms have officials too.
    """
    tokens, table = seen.tokens, seen.table
    for hit in seen.hits:
        if not sovereign(hit, table, seen.officials):
            continue
        by_adjective = not sovereign(hit, table, frozenset())
        before = hit.first - 1
        possessive = before >= 0 and tokens[before].key == POSSESSIVE
        before -= possessive
        if seen.free(before) and ((possessive and not by_adjective) or (not possessive and ending_of(tokens[before].text, table))):
            yield tokens[before].text, possessive
        after = hit.last + 1
        if not by_adjective and seen.free(after) and tokens[hit.last].key in table.small["of"]:
            noun = after + 1 >= len(tokens) or not tokens[after + 1].text[0].islower() or not ending_of(tokens[after].text, table)
            yield tokens[after].text, noun


def _lands(seen: Found) -> Iterator[tuple[str, bool]]:
    """Yields adjectives before what a country has ("the Orvanese port"), and names that own such ("Orvane's Vell province")."""
    tokens, table = seen.tokens, seen.table
    for n, token in enumerate(tokens[1:], 1):
        if (
            token.key in table.lands
            and seen.free(n - 1)
            and ending_of(tokens[n - 1].text, table)
            and (tokens[n - 1].text.endswith(table.national) or token.text in table.strong or _has_name(tokens[n - 1].text, seen))
        ):
            yield tokens[n - 1].text, False
        if token.key == POSSESSIVE and seen.free(n - 1) and any(t.key in table.owned for t in tokens[n + 1 : n + 3]):
            yield tokens[n - 1].text, True


def _has_name(adjective: str, seen: Found) -> bool:
    """Tells whether the text has a name of an adjective's stem ("Karsh" for "Karshi")."""
    stem = stem_of(adjective, seen.table)
    return len(stem) > STEM and any(same_stem(t.text, stem) and t.text != adjective for n, t in enumerate(seen.tokens) if seen.free(n))


def _sending(seen: Found) -> Iterator[tuple[str, bool]]:
    """Yields names that own an officer or envoy ("Karsh's General Toland"), that one is of, and those that "the capital of" names."""
    tokens, table = seen.tokens, seen.table
    for hit in seen.hits:
        office = any(t.kind == "title" and t.key in table.offices for t in hit.terms)
        rank = any(t.kind == "honorific" for t in hit.terms) and tokens[hit.first].key in table.ranks
        if (office or rank) and hit.first > 1 and tokens[hit.first - 1].key == POSSESSIVE and seen.free(hit.first - 2):
            yield tokens[hit.first - 2].text, True
        after = hit.last
        while rank and after < min(len(tokens), hit.last + 3) and seen.free(after):
            after += 1
        of = after if rank and after > hit.last else hit.last if office else len(tokens)
        if of + 1 < len(tokens) and tokens[of].key in table.small["of"] and seen.free(of + 1):
            yield tokens[of + 1].text, True
    for hit in seen.hits:
        ruling = any(t.kind == "title" and t.key in table.titles for t in hit.terms)
        opening = hit.first > 2 and tokens[hit.first - 3].key in table.small["in"] and tokens[hit.first - 3].text[0].isupper()
        if ruling and opening and tokens[hit.first - 1].text == "," and seen.free(hit.first - 2):
            yield tokens[hit.first - 2].text, True
    for n, token in enumerate(tokens[:-2]):
        if token.key in table.small["capital"] and tokens[n + 1].key in table.small["of"] and seen.free(n + 2) and _whole(seen, n):
            yield tokens[n + 2].text, True


def _patrons(seen: Found) -> Iterator[str]:
    """Yields the free words for whom somebody fights: "Karsh-backed", "loyal to Karsh"; and those that own a named force."""
    tokens, table = seen.tokens, seen.table
    for n, token in enumerate(tokens[1:], 1):
        if token.key in table.backed and seen.free(n - 1):
            yield tokens[n - 1].text
        owning = token.key == POSSESSIVE or tokens[n - 1].text.endswith(table.national)
        if owning and seen.free(n - 1) and any(t.text in table.arms for t in _capitals(seen, n + (token.key == POSSESSIVE))):
            yield tokens[n - 1].text
        phrase = next((p for p in table.serving if tuple(t.key for t in tokens[n : n + len(p)]) == p), None)
        if phrase is not None and seen.free(n + len(phrase)):
            yield tokens[n + len(phrase)].text


def _fielding(seen: Found) -> Iterator[str]:
    """Yields the names that stand right before two nouns of what a country fields ("Orvane infantry", "the Orvane lines")."""
    held: dict[str, set[str]] = {}
    for n, token in enumerate(seen.tokens[1:], 1):
        if token.text in seen.table.bare and seen.free(n - 1) and n > 1 and seen.tokens[n - 2].text[0].isascii():
            held.setdefault(seen.tokens[n - 1].text, set()).add(token.key)
    return (name for name in sorted(held) if len(held[name]) > 1 and _within(seen, name))


def _capitals(seen: Found, start: int) -> Iterator[Token]:
    """Yields the capitalised words and ordinals from a token on, over a small word of belonging."""
    for token in seen.tokens[start : start + 5]:
        if token.text[0].islower() and token.key not in seen.table.small["of"]:
            return
        yield token


def _whole(seen: Found, n: int) -> bool:
    """Tells whether "the capital of X" at a token is that of a state: no word of a part of one stands beside."""
    beside = {t.key for t in (*seen.tokens[max(0, n - 1) : n], *seen.tokens[n + 3 : n + 4])}
    return beside.isdisjoint(seen.table.parts)


def _united(seen: Found) -> Iterator[tuple[str, bool]]:
    """Yields the names after a word for a kind of state ("the Federation of Kestria")."""
    for n, token in enumerate(seen.tokens[:-2]):
        if (
            token.text[0].isupper()
            and token.key in seen.table.unions
            and seen.tokens[n + 1].key in seen.table.small["of"]
            and seen.free(n + 2)
        ):
            yield seen.tokens[n + 2].text, True


def _speaking(seen: Found, words: Vocabulary, nouns: set[str], adjectives: set[str], seats: set[str]) -> set[str]:
    """Returns the one-word sources that must be states: those with an adjective in the text, and the one rival of another.

    No surname, and no word of a headline: these have another capitalised word or a title before them somewhere.
    """
    stems = {a: stem_of(a, seen.table) for a in (*sorted(adjectives), *_before_nouns(seen))}
    listed = any(t.kind == "state" for hit in seen.hits for t in hit.terms)
    free = {t.text for n, t in enumerate(seen.tokens) if t.text in seen.said and seen.free(n)}
    free -= {w for w in free if w.endswith(seen.table.people) and not _within(seen, w)}
    alone = free - nouns - adjectives - seats - seen.bodies - {t.text for t in _names_of_persons(seen, words)}
    sure = {w for w in alone if any(a != w and same_stem(w, s) for a, s in stems.items())}
    homes = nouns | sure
    homes |= {s for s in (stem_of(a, seen.table) for a in adjectives) if not any(same_stem(n, s) for n in homes)}
    rivals = {w for w in alone - sure if not _taken_up(seen, w)}
    return sure | rivals if homes and not listed and len(homes | rivals) <= RIVALS else sure


def _taken_up(seen: Found, word: str) -> bool:
    """Tells whether "he" or "she" follows a word soon, so that it is a surname."""
    places = (n for n, t in enumerate(seen.tokens) if t.text == word)
    return any(t.key in seen.table.persons for n in places for t in seen.tokens[n + 1 : n + PERSONAL])


def _before_nouns(seen: Found) -> Iterator[str]:
    """Yields the free words with the ending of an adjective that stand before a small word ("Karshi conscripts")."""
    for n, token in enumerate(seen.tokens[:-1]):
        after = seen.tokens[n + 1].text
        if after[0].islower() and after[0].isalpha() and ending_of(token.text, seen.table) and seen.free(n):
            yield token.text


def _within(seen: Found, word: str) -> bool:
    """Tells whether a word has its capital within a sentence, and nowhere is without one."""
    inside = any(t.text == word and seen.tokens[n - 1].text not in OPENING for n, t in enumerate(seen.tokens[1:], 1))
    return inside and word.lower() not in seen.lower


def _names_of_persons(seen: Found, words: Vocabulary) -> Iterator[Token]:
    """Yields the free capitalised words that follow another one, or a title: surnames, and parts of longer names."""
    titles = {n for hit in seen.hits if any(t.kind in ("title", "honorific") for t in hit.terms) for n in range(hit.first, hit.last)}
    for n, token in enumerate(seen.tokens[1:], 1):
        before = seen.tokens[n - 1]
        named = before.text[0].isupper() and before.key not in words.openers and (n - 1, before.key) not in words.small_words
        if n - 1 in titles or (named and n - 1 not in seen.taken and before.key not in words.words["determiners"]):
            yield token


def _bearers(tokens: Sequence[Token], hits: Sequence[Hit]) -> Iterator[str]:
    """Yields the capitalised words right after titles and ranks: names of persons, who may own an army too."""
    for hit in hits:
        if not any(t.kind in ("title", "honorific") for t in hit.terms):
            continue
        for token in tokens[hit.last : hit.last + 4]:
            if not token.text[0].isupper():
                break
            yield token.text


def _officials(words: Vocabulary) -> frozenset[str]:
    """Returns the keys of the nouns of unnamed people who serve a state: officials and soldiers, not residents or analysts."""
    nouns = words.nouns["unnamed"]
    return frozenset(str(n) for n, noun in enumerate(nouns) if noun.camp is None and not noun.kinds)


def _groups(seen: Found) -> Iterator[str]:
    """Yields the names before "rebels", "militia" and their like: one or more capitalised words, or a name with digits ("M23")."""
    for n, token in enumerate(seen.tokens):
        if token.key not in seen.table.groups or n == 0:
            continue
        first = n
        while first > 0 and seen.free(first - 1):
            first -= 1
        if first < n:
            yield " ".join(t.text for t in seen.tokens[first:n])


def _joined(nouns: set[str], adjectives: set[str], groups: set[str], capitals: set[str], table: PolityWords) -> Iterator[Polity]:
    """Yields each polity once, its adjectives with its name; an adjective whose country is not named makes the name."""
    homes: dict[str, set[str]] = {noun: set() for noun in nouns}
    for adjective in sorted(adjectives):
        stem = stem_of(adjective, table)
        made = stem + dict(table.endings)[ending_of(adjective, table)]
        near = sorted(c for c in nouns | capitals if c == made or (_may_be(c, nouns, table) and c != adjective and same_stem(c, stem)))
        home = made if made in near or not near else near[0]
        homes.setdefault(home, set()).add(adjective)
    for noun in list(homes):
        homes[noun] |= {c for c in capitals if ending_of(c, table) and c != noun and same_stem(noun, stem_of(c, table))}
    for noun, forms in homes.items():
        people = {c: c.removesuffix(end) for c in capitals for end in table.people if c.endswith(end)}
        forms |= {
            c
            for c, one in people.items()
            if one in forms or (ending_of(one, table) and same_stem(noun, stem_of(one, table)) and one != noun)
        }
    for name, forms in homes.items():
        yield Polity(name, tuple(sorted(forms)))
    known = {form for name, forms in homes.items() for form in (name, *forms)}
    for group in groups:
        if not ending_of(group.split()[0], table) and group not in known:
            yield Polity(group, (), True)


def _may_be(name: str, nouns: set[str], table: PolityWords) -> bool:
    """Tells whether a word may be a country's name: no adjective, or known to be a name."""
    return name in nouns or not ending_of(name, table)


def _state(polity: Polity, table: PolityWords) -> State:
    key = slug(polity.name)
    return State(key, Party(key, polity.name, key, "government"), _attribute(polity, table), False)


def _attribute(polity: Polity, table: PolityWords) -> str:
    """Returns the word before its institutions' names: the text's own adjective, else the regular one ("Kestria", "Kestrian")."""
    adjective = next((a for a in polity.adjectives if not a.endswith(table.people)), None)
    if adjective is not None:
        return adjective
    grown = next((more for end, more in table.regular if polity.name.endswith(end) and " " not in polity.name), "")
    return polity.name + grown


def _body(movement: Movement) -> Body:
    side = movement.side or (slug(movement.name) if movement.armed else None)
    kind = "unit" if movement.unit else "organisation" if side is None else "group"
    return Body(movement.name, kind, side, None, movement.shorts)


def _group(polity: Polity) -> Body:
    return Body(polity.name, "group", slug(polity.name))


def _names(found: Sequence[Polity], unions: frozenset[str]) -> Iterator[tuple[str, Term]]:
    for polity in found:
        key = slug(polity.name)
        yield polity.name, Term("state", key)
        for union in sorted(unions):
            yield f"{union.capitalize()} of {polity.name}", Term("state", key)
            yield f"{polity.name} {union.capitalize()}", Term("state", key)
        for adjective in polity.adjectives:
            yield adjective, Term("state", key, "adjective")
        for seat in polity.seats:
            yield seat, Term("state", key, "seat")


def _names_of_bodies(bodies: Sequence[Body]) -> Iterator[tuple[str, Term]]:
    for body in bodies:
        yield body.name, Term("party", slug(body.name))
        yield f"The {body.name}", Term("party", slug(body.name))
        for name in (body.letters, *body.aliases):
            if name:
                yield name, Term("party", slug(body.name))
