"""Conflicts as data: sides, factions, parties, offices, publishers and places of one war, checked as they are loaded."""

import functools
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from counterclaim.knowledge.entries import check_unique, entries, entry, table_of
from counterclaim.knowledge.parties import KnownParty, Office, Publisher
from counterclaim.knowledge.tables import ROOT, DataError


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
    theatre: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """All that the tables know of one war; compared by identity, since each is loaded once.

    `countries` are at war; `theatre` those of them on whose land it is fought, whose names alone tell of it.
    """

    id: str
    name: str
    begins: date
    ends: date | None
    countries: tuple[str, ...]
    theatre: tuple[str, ...]
    summary: str
    sides: tuple[Side, ...]
    factions: tuple[Faction, ...]
    parties: tuple[KnownParty, ...]
    offices: tuple[Office, ...]
    publishers: tuple[Publisher, ...]
    places: tuple[PlaceEntry, ...]


@functools.cache
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
        theatre=heading.theatre or heading.countries,
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
