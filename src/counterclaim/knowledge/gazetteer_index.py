"""The file behind a gazetteer: an SQLite index of places by folded name, written whole and then only read."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from counterclaim.knowledge.gazetteer_fold import fold

MAIN, ALTERNATE, DEMONYM = 0, 1, 2
DEGREE = 10_000
"""Coordinates are stored as whole ten-thousandths of a degree (11 m): a third smaller than floats, and the same on every machine."""
_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT NOT NULL, latitude INTEGER NOT NULL, longitude INTEGER NOT NULL,
                    country TEXT, feature TEXT NOT NULL, population INTEGER NOT NULL, admin1 TEXT, precision_km REAL NOT NULL);
CREATE TABLE name (folded TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (folded, place)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A place to be indexed: WGS 84 degrees, `names` further names of the first rank, `alternates` other spellings.

    `demonyms` are the adjectives of a country.
    """

    ref: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    feature: str
    population: int = 0
    admin1: str | None = None
    precision_km: float = 3.0
    alternates: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def write_index(rows: Iterable[Row], target: Path) -> int:
    """Writes an index of `rows` to `target`, whole or not at all; returns how many places it holds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".gazetteer-", dir=target.parent)
    os.close(handle)
    try:
        count = _fill(Path(name), rows)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return count


def _fill(path: Path, rows: Iterable[Row]) -> int:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + _SCHEMA)
        names: dict[tuple[str, int], int] = {}
        count = 0
        for count, row in enumerate(rows, 1):
            number, ref = _identity(row.ref, count)
            point = round(row.latitude * DEGREE), round(row.longitude * DEGREE)
            place = (number, ref, row.name, *point, row.country, row.feature, row.population, row.admin1, row.precision_km)
            connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
            for kind, spellings in ((DEMONYM, row.demonyms), (ALTERNATE, row.alternates), (MAIN, (row.name, *row.names))):
                names.update({(folded, number): kind for spelling in spellings if (folded := fold(spelling))})
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", ((f, n, kind) for (f, n), kind in sorted(names.items())))
        connection.commit()
        return count
    finally:
        connection.close()


def _identity(ref: str, count: int) -> tuple[int, str | None]:
    """A GeoNames id is the place's number itself; any other place has its number below zero and keeps its `ref`."""
    origin, _, number = ref.partition(":")
    return (int(number), None) if origin == "geonames" and number.isdigit() else (-count, ref)
