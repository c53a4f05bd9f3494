"""One lexicon of who is who for a conflict and a language: states, bodies, persons, offices, titles, common nouns."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from counterclaim.knowledge.conflicts import Conflict, Side
from counterclaim.knowledge.entries import entries
from counterclaim.knowledge.lexicon import Lexicon, Term, fold, tokens_of
from counterclaim.knowledge.names import same_name, sound_keys
from counterclaim.knowledge.parties import KnownParty, Office, Publisher
from counterclaim.knowledge.tables import ROOT, language_table
from counterclaim.knowledge.world import Country, Institution, World, load_world, slug
from counterclaim.model import Party

OTHER = "other"
T = TypeVar("T")
SPELT_ALIKE = 0.9
"""The score of two full names from which an unlisted spelling is a listed person's."""
GENERIC = Institution("body", "{attribute}", ())


@dataclass(frozen=True, slots=True)
class Title:
    """A word for an office; its fields as `languages/en/titles.toml` explains them."""

    id: str
    words: tuple[str, ...]
    body: str | None = None
    within: str | None = None
    headship: bool = False
    leader: bool = False
    local: bool = False
    speaks: bool = False
    weak: bool = False
    abroad: bool = False
    each: bool = False
    of_group: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """Common nouns of sources and agents; its fields as `languages/en/mentions.toml` explains them."""

    words: tuple[str, ...]
    camp: str | None = None
    force: bool = False
    institution: str | None = None
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    pronoun: str | None = None
    public: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state or camp that names its bodies: `key` an ISO code or a side's id; `own_side` whether the conflict names it a side."""

    key: str
    party: Party
    attribute: str
    own_side: bool


@dataclass(frozen=True, slots=True)
class Post:
    """An office in the book: the titles it goes by, the keys of what it is of, its holder and the days."""

    titles: frozenset[str]
    of: frozenset[str]
    holder: Party
    pronoun: str | None
    heads: bool
    office: Office


class Vocabulary:
    """What the words of a text may mean, given the conflict; built once for each conflict."""

    def __init__(self, conflict: Conflict | None, language: str) -> None:
        """Compiles the world layer, the conflict's tables and the language's nouns into one lexicon."""
        world = load_world()
        self.conflict, self.language = conflict, language
        self.words = language_table(language, "mentions")
        self.titles = {t.id: t for row in _rows(language, "titles", "title", Title) for t in _each(row)}
        self.nouns = {kind: _rows(language, "mentions", kind, Noun) for kind in ("unnamed", "forces", "carrier", "anaphor")}
        self.honorifics = _rows(language, "titles", "honorific", Noun)
        self.pronouns = {fold(w): n.pronoun for n in _rows(language, "titles", "gender", Noun) for w in n.words if n.pronoun}
        self.institutions = {i.id: i for i in world.institutions}
        self.states = _states(world, conflict)
        self.parties = _parties(world, conflict)
        self.small_words = _small_words(self.words)
        self._named = _named_institutions(world, conflict, self.states, self.parties)
        self.publishers = {p.name: p for p in (*(conflict.publishers if conflict else ()), *world.publishers)}
        self.places = {p.id: p for p in (conflict.places if conflict else ())}
        self.posts = tuple(self._posts(world))
        self.people = {p.id: _party(p) for p in self.parties.values() if p.kind == "person"}
        for post in self.posts:
            self.people.setdefault(post.holder.id, post.holder)
        self._by_of: dict[str, list[Post]] = {}
        for post in self.posts:
            for key in sorted(post.of):
                self._by_of.setdefault(key, []).append(post)
        self.pronoun_of = {p.holder.id: p.pronoun for p in self.posts if p.pronoun}
        self.pronoun_of |= {p.id: p.pronoun for p in self.parties.values() if p.pronoun}
        self._by_sound: dict[str, list[str]] = {}
        for key, party in self.people.items():
            for sound in sorted(sound_keys(party.name)):
                self._by_sound.setdefault(sound, []).append(key)
        self.body_words = frozenset(self.words["body_words"])
        self.particles = frozenset(self.words["name_particles"])
        self.small = {name: frozenset(entries) for name, entries in self.words["small"].items()}
        self.openers = frozenset(self.words["openers"])
        self.lexicon = Lexicon(self._names(world))

    # ----------------------------------------------------------------- parties

    def body(self, institution: str, state: State) -> Party:
        """Returns a state's institution as a party: by its own name, else by the pattern of its kind; a government is the state."""
        named = self._named.get((institution, state.key))
        if named is not None:
            return named
        kind = self.institutions[institution]
        if kind.of_state:
            return state.party
        name = kind.name.format(attribute=state.attribute, country=state.party.name)
        return Party(slug(name), name, state.party.side, kind.kind, None, state.party.id)

    def body_of_side(self, institution: str, side: str | None) -> Party | None:
        """Returns the listed institution of a camp that is no state ("the health ministry" of those who rule a territory)."""
        found = (p for p in self.parties.values() if p.institution == institution and p.side == side and side is not None)
        known = next(found, None)
        return _party(known) if known is not None else None

    def person_called(self, name: str) -> Party | None:
        """Returns the listed person whose name is spelt so, in a spelling that no table has; None when there is none, or two."""
        return _spelt(self.conflict, self.language, name)

    def near_sound(self, name: str) -> tuple[Party, ...]:
        """Returns the listed persons whose last name sounds somewhat like that of `name`."""
        keys = {key for sound in sound_keys(name) for key in self._by_sound.get(sound, ())}
        return tuple(self.people[key] for key in sorted(keys))

    def posts_of(self, key: str) -> tuple[Post, ...]:
        """Returns the offices of a body, state or place (folded name)."""
        return tuple(self._by_of.get(key, ()))

    def party(self, key: str) -> Party:
        """Returns a listed party or office-holder by its id."""
        return self.people[key] if key in self.people else _party(self.parties[key])

    # ----------------------------------------------------------------- the book of offices

    def _posts(self, world: World) -> Iterator[Post]:
        offices = (*(self.conflict.offices if self.conflict else ()), *world.offices)
        ids = {fold(word): t.id for t in self.titles.values() for word in t.words}
        for office in offices:
            before = [fold(office.title.split(" of ")[0]), *(fold(a) for a in office.aliases if " of " not in a)]
            titles = frozenset(ids.get(name, name) for name in before)
            known = [self.titles[t] for t in sorted(titles) if t in self.titles]
            of = self._keys_of(office.of, known)
            place = office.title.partition(" of ")[2].removeprefix("the ")
            if place:
                of |= {fold(place)}
            heads = any(t.headship or t.leader or t.body for t in known)
            holder = self._holder(office)
            pronoun = office.pronoun or (self.parties[office.holder].pronoun if office.holder in self.parties else None)
            yield Post(titles, of, holder, pronoun, heads, office)

    def _keys_of(self, of: str, titles: list[Title]) -> frozenset[str]:
        by_name = {fold(s.party.name): s.key for s in self.states.values()}
        key = by_name.get(fold(of)) or next((s.key for s in self.states.values() if of in (s.key, s.party.id)), None)
        if key is not None:
            bodies = (self.body(t.body, self.states[key]).id for t in titles if t.body and t.body in self.institutions)
            return frozenset({key, *bodies})
        party = self.parties.get(of) or next((p for p in self.parties.values() if p.name == of), None)
        if party is None:
            return frozenset({fold(of), slug(of)})
        state = next((s.key for s in self.states.values() if party.side and s.party.side == party.side and s.own_side), None)
        belongs = state is not None and any(t.body or t.within for t in titles)
        return frozenset({party.id, state}) if belongs and state is not None else frozenset({party.id})

    def _holder(self, office: Office) -> Party:
        if office.holder in self.parties:
            return _party(self.parties[office.holder])
        side = office.side
        if side is None:
            of = next((s for s in self.states.values() if office.of in (s.key, s.party.name, s.party.id)), None)
            body = self.parties.get(office.of) or next((p for p in self.parties.values() if p.name == office.of), None)
            side = of.party.side if of else (body.side if body else self._side_by_name(office.of))
        return Party(slug(office.holder), office.holder, side, "person", None, None)

    def _side_by_name(self, name: str) -> str | None:
        """Returns the side of a body by its canonical name: a state's own name for it, or the state's adjective before it."""
        own = next((p.side for p in self._named.values() if p.name == name), None)
        return own or next((s.party.side for s in self.states.values() if name.startswith(s.attribute + " ")), None)

    # ----------------------------------------------------------------- names

    def _names(self, world: World) -> Iterator[tuple[str, Term]]:
        yield from self._party_names()
        yield from self._office_names()
        for institution in world.institutions:
            yield from _all(institution.words, Term("institution", institution.id))
        yield from self._body_names(world)
        for state, form, names in _state_names(world, self.conflict):
            yield from _all(names, Term("state", state, form))
        for title in self.titles.values():
            yield from _all(title.words, Term("title", title.id))
        for kind, nouns in (*self.nouns.items(), ("honorific", self.honorifics)):
            for number, noun in enumerate(nouns):
                yield from _all(noun.words, Term(kind, str(number)))
        yield from self._other_names(world)

    def _body_names(self, world: World) -> Iterator[tuple[str, Term]]:
        for (institution, state), party in self._named.items():
            if not self.institutions.get(institution, GENERIC).of_state:
                yield party.name, Term("body", f"{institution}/{state}")
        for named in world.named:
            if (named.institution, named.country) in self._named:
                yield from _all((named.name, *named.aliases), Term("body", f"{named.institution}/{named.country}"))

    def _other_names(self, world: World) -> Iterator[tuple[str, Term]]:
        for publisher in self.publishers.values():
            yield from _all((publisher.name, *publisher.aliases), Term("publisher", publisher.name))
        for place in self.places.values():
            yield from _all((place.name, *place.aliases), Term("place", place.id))
        for pronoun in ("he", "she", "they", "it", "who"):
            yield from _all(tuple(self.words[pronoun]), Term("pronoun", pronoun))
        yield from _all(tuple(self.words["weapons"]), Term("weapon", "weapon"))
        for number, rivalry in enumerate(world.rivalries if self.conflict is None else ()):
            yield from _all(rivalry.names, Term("region", str(number)))

    def _party_names(self) -> Iterator[tuple[str, Term]]:
        surnames: dict[str, set[str]] = {}
        people = {p.id: (p.name, *p.aliases) for p in self.parties.values() if p.kind == "person"}
        people |= {key: (party.name,) for key, party in self.people.items() if key not in people}
        for key, names in people.items():
            yield from _all(names, Term("person", key))
            for name in names:
                surnames.setdefault(fold(tokens_of(name)[-1].text), set()).add(key)
        common = {fold(w) for w in self.words["common_surnames"]}
        for key, names in people.items():
            for name in names:
                last = tokens_of(name)[-1].text
                if len(surnames[fold(last)]) == 1 and len(last) > 3 and last[0].isupper() and fold(last) not in common:
                    yield last, Term("person", key, "surname")
        states = {s.party.id: s.key for s in self.states.values()}
        for party in self.parties.values():
            if party.id in states:
                yield from _all((party.name, *party.aliases), Term("state", states[party.id]))
            elif party.kind != "person":
                yield from _all((party.name, *party.aliases), Term("party", party.id))
                yield from _all(party.descriptions, Term("party", party.id, "description"))

    def _office_names(self) -> Iterator[tuple[str, Term]]:
        for number, post in enumerate(self.posts):
            for name in (post.office.title, *post.office.aliases):
                folded = fold(name)
                if " of " in folded or any(t.text[0].isupper() for t in tokens_of(name)):
                    yield name, Term("post", str(number))
                elif folded in post.titles:
                    yield name, Term("title", folded)


@functools.lru_cache(maxsize=32)
def vocabulary(conflict: Conflict | None, language: str = "en") -> Vocabulary:
    """Returns the vocabulary of a conflict (None: of the world layer alone) in a language, built once."""
    return Vocabulary(conflict, language)


@functools.lru_cache(maxsize=16384)
def _spelt(conflict: Conflict | None, language: str, name: str) -> Party | None:
    near = vocabulary(conflict, language).near_sound(name) if " " in name else ()
    alike = [p for p in near if same_name(name, p.name).score >= SPELT_ALIKE]
    return alike[0] if len(alike) == 1 else None


def _all(names: tuple[str, ...], term: Term) -> Iterator[tuple[str, Term]]:
    return ((name, term) for name in names)


def _each(title: Title) -> tuple[Title, ...]:
    """Returns a title, or where each of its words is one of its own, those titles."""
    return tuple(replace(title, id=word, words=(word,)) for word in title.words) if title.each else (title,)


def _small_words(words: dict[str, Any]) -> dict[tuple[str, bool], str]:
    """Returns the kind of each small word, without and with a hyphen before it ("based in", "U.S.-based")."""
    found: dict[tuple[str, bool], str] = {}
    for kind in ("determiners", "prepositions", "conjunctions"):
        for word in words[kind]:
            found.setdefault((word, False), kind)
            found.setdefault((word, True), kind)
    found.update({(word, True): kind for kind in ("installed", "not_of", "allied") for word in words[kind]})
    return found


def _rows(language: str, table: str, key: str, kind: type[T]) -> tuple[T, ...]:
    return entries(ROOT / "languages" / language / f"{table}.toml", language_table(language, table), key, kind)


def _party(known: KnownParty) -> Party:
    return Party(known.id, known.name, known.side, known.kind, known.faction, known.member_of)


def _parties(world: World, conflict: Conflict | None) -> dict[str, KnownParty]:
    own = {p.id: p for p in (conflict.parties if conflict else ())}
    names = {fold(p.name) for p in own.values()}
    sides = {s.id for s in conflict.sides} if conflict else set()
    slugs = {c.slug for c in world.countries if c.side is None} - sides if conflict else set()
    others = (p for p in world.organisations if p.id not in own and fold(p.name) not in names)
    return own | {p.id: replace(p, side=OTHER) if p.side in slugs else p for p in others}


def _states(world: World, conflict: Conflict | None) -> dict[str, State]:
    sides: dict[str, Side] = {}
    for side in conflict.sides if conflict else ():
        sides.setdefault(side.country or side.id, side)
    states = {c.iso: _state(c, sides.get(c.iso), conflict) for c in world.countries}
    for side in sides.values():
        if side.country is None and (side.demonyms or side.capitals):
            party = next((p for p in conflict.parties if p.id == side.id), None) if conflict else None
            shown = _party(party) if party else Party(side.id, side.name, side.id, "government")
            states[side.id] = State(side.id, shown, side.demonyms[0] if side.demonyms else side.name, True)
    return states


def _state(country: Country, side: Side | None, conflict: Conflict | None) -> State:
    known = next((p for p in conflict.parties if p.kind == "government" and p.name == country.name), None) if conflict else None
    camp = side.id if side else country.side or (OTHER if conflict else country.slug)
    party = _party(known) if known else Party(country.slug, country.name, camp, "government")
    return State(country.iso, party, country.attribute, side is not None)


def _state_names(world: World, conflict: Conflict | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for side in conflict.sides if conflict else ():
        key = side.country or side.id
        if side.country or side.demonyms or side.capitals:
            yield key, "name", (side.name,) if not side.country else ()
            yield key, "adjective", side.demonyms
            yield key, "seat", (*side.capitals, *side.metonyms)
    for country in world.countries:
        yield country.iso, "name", (country.name, *country.aliases)
        yield country.iso, "adjective", country.adjectives
        yield country.iso, "people", country.people
        yield country.iso, "seat", country.seats


def _named_institutions(
    world: World, conflict: Conflict | None, states: dict[str, State], parties: dict[str, KnownParty]
) -> dict[tuple[str, str], Party]:
    named: dict[tuple[str, str], Party] = {}
    by_side = {s.party.side: s.key for s in states.values() if s.own_side}
    for known in parties.values():
        state = known.country or by_side.get(known.side)
        if known.institution and state:
            named.setdefault((known.institution, state), _party(known))
    for row in world.named:
        state_party = states[row.country].party
        kind = "government" if row.institution == "government" else "organisation"
        party = Party(slug(row.name), row.name, state_party.side, kind, None, state_party.id)
        named.setdefault((row.institution, row.country), party)
    return named


def published_day(published: str | None) -> date | None:
    """Returns the day of an ISO 8601 date or date-time, or None when there is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


__all__ = ["OTHER", "Institution", "Noun", "Post", "Publisher", "State", "Title", "Vocabulary", "published_day", "vocabulary"]
