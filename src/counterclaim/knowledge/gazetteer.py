"""The gazetteer: every place that bears a name, from an index that ships with the package and the user's own additions."""

import functools
import logging
import lzma
import os
import shutil
import sqlite3
import tempfile
import threading
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import platformdirs

from counterclaim.knowledge.gazetteer_dump import read_dump
from counterclaim.knowledge.gazetteer_fold import SCHOLARLY, fold, plain
from counterclaim.knowledge.gazetteer_index import DEGREE, DEMONYM, MAIN, write_index
from counterclaim.knowledge.gazetteer_world import press_names, world_rows, world_version
from counterclaim.knowledge.tables import ROOT, DataError, parsed

_LOG = logging.getLogger(__name__)
_QUERY = """SELECT p.id, p.ref, p.name, p.latitude, p.longitude, p.country, p.feature, p.population, p.admin1, p.precision_km, n.kind
            FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ?"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean. `is_main_name` tells that the name looked up is its own, not an alternate spelling.

    `id` is "geonames:NUMBER" or "world:NAME"; `country` ISO 3166-1 alpha-2; `feature` town, country, region, county, river and so on;
    `admin1` the GeoNames code of its first-level region ("UA.05"); `is_demonym` that the name means its people ("Turkish").
    `is_listed` tells that our own layer or the user's has it (knowledge/world), which holds what the press writes about.
    `crowd` counts the places of a conflict's own list around it: where many lie, the front runs.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    feature: str
    population: int
    admin1: str | None
    is_main_name: bool
    is_demonym: bool = False
    precision_km: float = 5.0
    crowd: int = 0
    claimants: tuple[str, ...] = ()
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by name; read-only, safe in threads and processes. `layers` are index files, the last outranks the first."""

    layers: tuple[Path, ...]

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Returns the places that bear the name: main names first, then the populous; empty when it is not in the gazetteer."""
        folded = fold(name)
        return _found(self.layers, folded) if folded else ()


@functools.lru_cache(maxsize=50_000)
def _found(layers: tuple[Path, ...], folded: str) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for i, layer in enumerate(layers):
        for row in _connection(layer, os.getpid(), threading.get_ident()).execute(_QUERY, (folded,)):
            entry = _entry(row, is_listed=i > 0)
            entries[entry.id] = entry
    return tuple(sorted(entries.values(), key=lambda e: (not e.is_main_name, -e.population, e.id)))


def _entry(row: tuple[Any, ...], is_listed: bool) -> Entry:
    number, ref, name, latitude, longitude, country, feature, population, admin1, precision, kind = row
    place = ref or f"geonames:{number}"
    return Entry(
        id=place,
        name=press_names().get(place) or (plain(name) if country in SCHOLARLY else name),
        latitude=latitude / DEGREE,
        longitude=longitude / DEGREE,
        country=country,
        feature=feature,
        population=population,
        admin1=admin1,
        is_main_name=kind == MAIN,
        is_demonym=kind == DEMONYM,
        precision_km=precision,
        is_listed=is_listed,
    )


@functools.lru_cache(maxsize=64)
def _connection(layer: Path, process: int, thread: int) -> sqlite3.Connection:
    """One connection a process and thread: SQLite's do not survive a fork."""
    return sqlite3.connect(f"{layer.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def cache_folder() -> Path:
    """Returns the folder for files that can be made again: COUNTERCLAIM_CACHE, else the user's cache folder."""
    chosen = os.environ.get("COUNTERCLAIM_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("counterclaim", appauthor=False))


def user_folder() -> Path:
    """Returns the folder for what the user added: COUNTERCLAIM_DATA, else the user's data folder."""
    chosen = os.environ.get("COUNTERCLAIM_DATA")
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("counterclaim", appauthor=False))


def open_gazetteer(cache_dir: Path | None = None) -> Gazetteer:
    """Returns the gazetteer; the first call on a machine unpacks its index into the cache folder (about a second).

    Args:
        cache_dir: where the unpacked index goes; the user's cache folder by default, a temporary folder where that is read-only.
    """
    added = sorted(user_folder().glob("places-*.sqlite"))
    core = _core(cache_dir or cache_folder())
    return Gazetteer((core, _world(core.parent), *(path.resolve() for path in added)))


def add_dump(path: Path, into: Path | None = None) -> int:
    """Imports a GeoNames country dump (`UA.txt` as of download.geonames.org) into the user's layer; returns its number of places.

    Args:
        path: a tab-separated dump, or a `.zip` that holds one.
        into: the folder of the user's layers; the user's data folder by default.

    Raises:
        DataError: the file is no GeoNames dump; the message names the line.
    """
    target = (into or user_folder()) / f"places-{fold(path.stem).replace(' ', '-') or 'dump'}.sqlite"
    count = write_index(read_dump(path), target)
    _found.cache_clear()
    _connection.cache_clear()
    return count


@functools.cache
def _core(folder: Path) -> Path:
    version = parsed(ROOT / "places.toml")["version"]
    for attempt in (folder, Path(tempfile.gettempdir()) / f"counterclaim-{os.getuid() if hasattr(os, 'getuid') else 'cache'}"):
        target = (attempt / f"places-{version}.sqlite").absolute()
        if target.is_file():
            return target
        try:
            _unpack(target)
        except OSError as error:
            _LOG.warning("cannot write the gazetteer to %s (%s)", attempt, error)
        else:
            return target
    raise DataError(f"no folder for the gazetteer can be written; set COUNTERCLAIM_CACHE to one (tried {folder})")


@functools.cache
def _world(folder: Path) -> Path:
    target = folder / f"world-{world_version()}.sqlite"
    if not target.is_file():
        write_index(world_rows(), target)
    return target


def _unpack(target: Path) -> None:
    _LOG.info("unpacking the gazetteer to %s, once", target)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".places-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as out, as_file(ROOT / "places.sqlite.xz") as packed, lzma.open(packed) as source:
            shutil.copyfileobj(source, out, 1 << 20)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
