"""Which war a text is about, told by the names in it."""

import functools
from collections import Counter
from collections.abc import Iterator
from datetime import date

from counterclaim.knowledge.conflicts import Conflict, conflict_ids, load_conflict
from counterclaim.knowledge.lexicon import Lexicon, Term, tokens_of
from counterclaim.knowledge.world import Country, load_world

LOOKED_AT = 20_000
"""Characters of a text that are looked at."""
MARGIN = 180
"""Days before its beginning, or after its end, in which a conflict is reported too."""
STATE = "state"
"""The key under which states are found that no conflict here is about."""
STRONG, WEAK = "2", "1"
"""Points of a name that tells of this war alone (its theatre, its armed groups), and of one that may tell of another."""
ALONE = 2
"""Weak names that tell of a war that goes on, where no third state and no other rivalry is named ("Moscow", "Wagner")."""
ENOUGH = 2
"""Points that make a text one on a conflict, one strong name among them; one more where the day of publication is unknown."""


def choose_conflict(text: str, published: str | None = None) -> Conflict | None:
    """Returns the conflict that a text is about, from the names of its sides, parties and places, or None.

    A text that names more of another rivalry of states (world/countries.toml) is about that, and none of these.

    Args:
        text: the document's text; only its beginning is looked at.
        published: the ISO 8601 day of publication, if known; conflicts of other years are left out.
    """
    points, strong, names, foreign = _counted(text[:LOOKED_AT])
    day = _day(published)
    enough = ENOUGH if day else ENOUGH + 1
    others = {key: n for key, n in names.items() if key.startswith("rivalry:")}
    fitting = []
    for key in conflict_ids():
        conflict = load_conflict(key)
        rival = max((n for other, n in others.items() if not set(other[8:].split("-")) <= set(conflict.countries)), default=0)
        alone = day is not None and not others and not foreign - set(conflict.countries)
        telling = strong[key] or (names[key] >= ALONE and alone)
        if points[key] >= enough and telling and names[key] >= rival and _reported_on(conflict, day):
            fitting.append(key)
    best = sorted(fitting, key=lambda key: (-points[key], key))
    if not best or (len(best) > 1 and points[best[0]] == points[best[1]]):
        return None
    return load_conflict(best[0])


def _counted(text: str) -> tuple[Counter[str], Counter[str], Counter[str], set[str]]:
    """Returns for each conflict and rivalry its points, strong names and names (a rivalry only with both ends); the states named."""
    points: Counter[str] = Counter()
    strong: Counter[str] = Counter()
    names: Counter[str] = Counter()
    ends: dict[str, set[str]] = {}
    states: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    tokens = tokens_of(text)
    for hit in _evidence().find(tokens):
        name = tuple(t.key for t in tokens[hit.first : hit.last])
        if name in seen:
            continue
        seen.add(name)
        best: dict[str, str] = {}
        for term in hit.terms:
            best[term.key] = max(best.get(term.key, ""), term.form)
        for key, form in best.items():
            names[key] += 1
            if key == STATE:
                states.update(form.split())
            elif key.startswith("rivalry:"):
                ends.setdefault(key, set()).add(form)
            else:
                points[key] += int(form)
                strong[key] += form == STRONG
    for key, found in ends.items():
        if len(found) < 2 and "region" not in found:
            del names[key]
    return points, strong, names, states


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _reported_on(conflict: Conflict, day: date | None) -> bool:
    if day is None:
        return True
    after = (day - conflict.ends).days if conflict.ends else 0
    return (conflict.begins - day).days <= MARGIN and after <= MARGIN


@functools.cache
def _evidence() -> Lexicon:
    """Returns one lexicon over all conflicts and rivalries: each name with what it speaks for and its weight or end."""
    names: list[tuple[str, Term]] = []
    for conflict in map(load_conflict, conflict_ids()):
        names.extend(_of_conflict(conflict))
    countries = {c.iso: c for c in load_world().countries}
    for rivalry in load_world().rivalries:
        key = "rivalry:" + "-".join(rivalry.countries)
        names += [(name, Term("rivalry", key, "region")) for name in rivalry.names]
        for iso in rivalry.countries:
            names += [(name, Term("rivalry", key, iso)) for name in _names_of(countries[iso])]
    for country in countries.values():
        if country.side is None:
            names += [(name, Term("state", STATE, country.iso)) for name in _names_of(country)]
    return Lexicon(names)


def _names_of(country: Country) -> tuple[str, ...]:
    return (country.name, *country.aliases, *country.adjectives, *country.people, *country.seats)


def _of_conflict(conflict: Conflict) -> Iterator[tuple[str, Term]]:
    theatre = {s.id for s in conflict.sides if s.country in conflict.theatre or s.country is None}
    own = {s.id: s for s in conflict.sides if s.country is None or s.country in conflict.countries}
    countries = {c.iso: c for c in load_world().countries}
    for side in own.values():
        form = STRONG if side.id in theatre else WEAK
        for name in (side.name, *side.demonyms, *side.capitals, *side.metonyms):
            yield name, Term("conflict", conflict.id, form)
        for name in _names_of(countries[side.country]) if side.country in countries else ():
            yield name, Term("conflict", conflict.id, form)
    for party in conflict.parties:
        form = STRONG if party.side in theatre and party.side in own else WEAK
        for name in (party.name, *party.aliases):
            yield name, Term("conflict", conflict.id, form)
    for place in conflict.places:
        for name in (place.name, *place.aliases):
            if len(name) > 3 and place.country in (None, *conflict.theatre):
                yield name, Term("conflict", conflict.id, STRONG)
