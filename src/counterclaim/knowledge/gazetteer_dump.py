"""Reads GeoNames dumps: 19 tab-separated columns a place (download.geonames.org/export/dump/readme.txt)."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counterclaim.knowledge.gazetteer_fold import script
from counterclaim.knowledge.gazetteer_index import Row
from counterclaim.knowledge.tables import DataError

_COLUMNS = 19
_FEATURES = {
    "PCL": ("country", 300.0),
    "ADM1": ("region", 80.0),
    "ADM": ("county", 25.0),
    "STM": ("river", 40.0),
    "RSV": ("reservoir", 20.0),
    "LK": ("lake", 15.0),
    "SEA": ("sea", 200.0),
    "DAM": ("dam", 2.0),
    "AIRP": ("airport", 3.0),
    "ISL": ("island", 10.0),
    "MT": ("mountain", 5.0),
    "PPLX": ("district", 2.0),
    "PPL": ("town", 3.0),
}
_KEPT_CLASSES = frozenset("AHPLTSUV")
_READABLE = ("latin", "cyrillic", "arabic", "hebrew", "greek")


def read_dump(path: Path) -> Iterator[Row]:
    """Yields the places of a GeoNames country dump, as text or zipped.

    Raises:
        DataError: a line lacks columns or its coordinates are no numbers; the message names file and line.
    """
    with _opened(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                row = _row(line.rstrip("\r\n").split("\t"), f"{path}, line {number}")
                if row:
                    yield row


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    try:
        if path.suffix.lower() != ".zip":
            with open(path, encoding="utf-8-sig") as plain:
                yield plain
            return
        with zipfile.ZipFile(path) as archive:
            inner = next((n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()), None)
            if inner is None:
                raise DataError(f"{path}: holds no .txt; give a GeoNames country dump such as UA.zip")
            with io.TextIOWrapper(archive.open(inner), encoding="utf-8-sig") as zipped:
                yield zipped
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile) as error:
        raise DataError(f"{path}: {error}; give a GeoNames country dump (UTF-8 text or zip)") from error


def _row(columns: list[str], where: str) -> Row | None:
    if len(columns) != _COLUMNS:
        raise DataError(f"{where}: {len(columns)} columns instead of {_COLUMNS}; give a GeoNames country dump, unchanged")
    number, name, _, alternates, latitude, longitude, kind, code, country, *rest = columns
    if kind not in _KEPT_CLASSES or not name:
        return None
    try:
        point = float(latitude), float(longitude)
        population = int(rest[5] or 0)
        int(number)
    except ValueError as error:
        raise DataError(f"{where}: {error}; give a GeoNames country dump, unchanged") from error
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        raise DataError(f"{where}: {latitude}, {longitude} is no place on earth")
    feature, precision = feature_of(code)
    admin1 = f"{country}.{rest[1]}" if country and rest[1] else None
    return Row(f"geonames:{number}", name, *point, country or None, feature, population, admin1, precision, readable(alternates.split(",")))


def feature_of(code: str) -> tuple[str, float]:
    """Returns our feature and its precision in km for a GeoNames feature code; "site" and 3 km for one that we have no word for."""
    for length in (4, 3, 2):
        if code[:length] in _FEATURES:
            return _FEATURES[code[:length]]
    return "site", 3.0


def readable(spellings: list[str]) -> tuple[str, ...]:
    """Returns the spellings in scripts that reports of our languages use; codes and small-letter romanisations are left out."""
    return tuple(s for s in spellings if script(s) in _READABLE and _is_name(s))


def _is_name(spelling: str) -> bool:
    if script(spelling) != "latin":
        return True
    return any(letter.isupper() for letter in spelling) and not (spelling.isupper() and len(spelling) <= 4)
