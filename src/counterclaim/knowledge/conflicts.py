"""Conflicts as data: sides, factions, parties, offices, publishers and places of one war, and which war a text is about."""

import functools
from collections import Counter
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from counterclaim.knowledge.entries import check_unique, entries, entry, table_of
from counterclaim.knowledge.lexicon import Lexicon, Term, tokens_of
from counterclaim.knowledge.tables import ROOT, DataError

ENOUGH = 3
"""Points that a text must score to be about a conflict (a side's demonym or a place 1, a party 2), from two names at least."""
MARGIN = 180
"""Days after its end, or before its beginning, in which a conflict is still reported."""


@dataclass(frozen=True, slots=True)
class Side:
    """A camp: its demonyms ("Varnian"), its capitals and the metonyms by which its government goes."""

    id: str
    name: str
    country: str | None = None
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Faction:
    """A camp within a side that has quarrelled with it in public."""

    id: str
    side: str
    name: str


@dataclass(frozen=True, slots=True)
class KnownParty:
    """A party of the tables. `descriptions` are common nouns that mean it in this conflict ("paramilitary group").

    `institution` names the institution of its side that it is ("armed-forces", world/institutions.toml), so that "the army" finds it;
    `pronoun` is the one that means it, where it is not plain from the title.
    """

    id: str
    name: str
    kind: str = "organisation"
    side: str | None = None
    faction: str | None = None
    member_of: str | None = None
    aliases: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    institution: str | None = None
    country: str | None = None
    pronoun: str | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds an office `since` when, `until` when (both days included). `of`: the id or name of a body, country or place."""

    title: str
    of: str
    holder: str
    aliases: tuple[str, ...] = ()
    side: str | None = None
    since: date | None = None
    until: date | None = None
    pronoun: str | None = None
    example: str | None = None

    def held_on(self, day: date | None) -> bool:
        """Tells whether the holder was in office on `day`; on an unknown day, whether they are still."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet: `kind` agency, newspaper, broadcaster, state-media, blog, magazine or website; `side` whose voice it is."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    side: str | None = None
    kind: str = "newspaper"
    example: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place that matters in a conflict: WGS 84 degrees, the radius in km that the point stands for, source and licence."""

    id: str
    name: str
    latitude: float
    longitude: float
    source: str
    licence: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    feature: str | None = None
    precision_km: float = 5.0
    within: str | None = None
    claimants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heading:
    id: str
    name: str
    begins: date
    summary: str
    ends: date | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """All that the tables know of one war; compared by identity, since each is loaded once."""

    id: str
    name: str
    begins: date
    ends: date | None
    countries: tuple[str, ...]
    summary: str
    sides: tuple[Side, ...]
    factions: tuple[Faction, ...]
    parties: tuple[KnownParty, ...]
    offices: tuple[Office, ...]
    publishers: tuple[Publisher, ...]
    places: tuple[PlaceEntry, ...]


def conflict_ids() -> tuple[str, ...]:
    """Returns the ids of the conflicts that ship, sorted."""
    folder = ROOT / "conflicts"
    return tuple(sorted(f.name for f in folder.iterdir() if (f / "conflict.toml").is_file())) if folder.is_dir() else ()


@functools.lru_cache(maxsize=64)
def load_conflict(name: str) -> Conflict:
    """Returns a conflict by its id, or from a folder of its tables.

    Args:
        name: the id of one that ships ("ukraine-2022"), or the path of a folder with a `conflict.toml`.

    Raises:
        DataError: there is none of that name, or one of its files is damaged; the message names the file and the entry.
    """
    if name in conflict_ids():
        return _loaded(ROOT / "conflicts" / name)
    folder = Path(name)
    if (folder / "conflict.toml").is_file():
        return _loaded(folder)
    raise DataError(f"no conflict {name!r}: neither one of {', '.join(conflict_ids())} nor a folder with a conflict.toml")


def _loaded(folder: Path | Traversable) -> Conflict:
    files = {part: folder / f"{part}.toml" for part in ("conflict", "sides", "parties", "offices", "publishers", "places")}
    tables = {part: table_of(file) for part, file in files.items()}
    heading = entry(str(files["conflict"]), tables["conflict"], _Heading)
    sides = entries(files["sides"], tables["sides"], "side", Side)
    factions = entries(files["sides"], tables["sides"], "faction", Faction)
    parties = entries(files["parties"], tables["parties"], "party", KnownParty)
    conflict = Conflict(
        id=heading.id,
        name=heading.name,
        begins=heading.begins,
        ends=heading.ends,
        countries=heading.countries,
        summary=heading.summary,
        sides=sides,
        factions=factions,
        parties=parties,
        offices=entries(files["offices"], tables["offices"], "office", Office),
        publishers=entries(files["publishers"], tables["publishers"], "publisher", Publisher),
        places=entries(files["places"], tables["places"], "place", PlaceEntry),
    )
    check_unique(files["sides"], tuple(s.id for s in sides))
    check_unique(files["parties"], tuple(p.id for p in parties))
    check_unique(files["places"], tuple(p.id for p in conflict.places))
    _check_references(conflict, files["parties"])
    return conflict


def _check_references(conflict: Conflict, file: Path | Traversable) -> None:
    factions, parties = {f.id for f in conflict.factions}, {p.id for p in conflict.parties}
    for party in conflict.parties:
        for key, known in (("faction", factions), ("member_of", parties)):
            value = getattr(party, key)
            if value is not None and value not in known:
                raise DataError(f"{file}: [[party]] {party.id}: {key} {value!r} is not listed; add it or mend the spelling")


def choose_conflict(text: str, published: str | None = None) -> Conflict | None:
    """Returns the conflict that a text is about, from the names of its sides, parties and places, or None.

    Args:
        text: the document's text; only its first 20,000 characters are looked at.
        published: the ISO 8601 day of publication, if known; conflicts of other years are left out.
    """
    points: Counter[str] = Counter()
    names: Counter[str] = Counter()
    seen: set[str] = set()
    tokens = tokens_of(text[:20_000])
    for hit in _evidence().find(tokens):
        name = " ".join(t.key for t in tokens[hit.first : hit.last])
        if name in seen:
            continue
        seen.add(name)
        for conflict, weight in {t.key: int(t.form) for t in hit.terms}.items():
            points[conflict] += weight
            names[conflict] += 1
    year = (published or "")[:10]
    fitting = [c for c in conflict_ids() if points[c] >= ENOUGH and names[c] >= 2 and _reported_on(load_conflict(c), year)]
    best = sorted(fitting, key=lambda c: (-points[c], c))
    if len(best) > 1 and points[best[0]] == points[best[1]]:
        return None
    return load_conflict(best[0]) if best else None


def _reported_on(conflict: Conflict, day: str) -> bool:
    try:
        published = date.fromisoformat(day)
    except ValueError:
        return True
    after = (published - conflict.ends).days if conflict.ends else 0
    return (conflict.begins - published).days <= MARGIN and after <= MARGIN


@functools.cache
def _evidence() -> Lexicon:
    """Returns one lexicon over all conflicts: each name with the conflict it speaks for and its points."""
    names: list[tuple[str, Term]] = []
    for conflict in map(load_conflict, conflict_ids()):
        own = {s.id for s in conflict.sides if s.country is None or s.country in conflict.countries}
        for side in conflict.sides:
            if side.id in own:
                words = (side.name, *side.demonyms, *side.capitals, *side.metonyms)
                names += [(name, Term("conflict", conflict.id, "1")) for name in words]
        for party in conflict.parties:
            weight = "2" if party.side in own else "1"
            names += [(name, Term("conflict", conflict.id, weight)) for name in (party.name, *party.aliases)]
        for place in conflict.places:
            names += [(name, Term("conflict", conflict.id, "1")) for name in (place.name, *place.aliases) if len(name) > 3]
    return Lexicon(names)
