"""Our own layer of the gazetteer: countries and their peoples, regions, waters and sites, from knowledge/world/*.toml."""

import functools
import hashlib
from collections.abc import Iterator
from typing import Any

from counterclaim.knowledge.gazetteer_index import Row
from counterclaim.knowledge.tables import ROOT, DataError, parsed

_PEOPLES = "countries.toml"
_TOWNS = "places_towns.toml"
_TABLES = ("regions.toml", "waters.toml", "places.toml", _TOWNS)


def world_version() -> str:
    """Returns a content hash of the layer's tables."""
    digest = hashlib.sha256()
    for name in (_PEOPLES, *_TABLES):
        digest.update((ROOT / "world" / name).read_bytes())
    return digest.hexdigest()[:12]


@functools.cache
def press_names() -> dict[str, str]:
    """Returns the names that English papers print of towns that GeoNames names otherwise, by id."""
    return {f"geonames:{entry['geonames']}": entry["name"] for entry in parsed(ROOT / "world" / _TOWNS)["place"]}


def world_rows() -> Iterator[Row]:
    """Yields the layer's places; a country's demonyms are those of countries.toml.

    Raises:
        DataError: an entry lacks a field; the message names it.
    """
    peoples = {country["iso"]: country for country in parsed(ROOT / "world" / _PEOPLES)["country"]}
    for name in _TABLES:
        for entry in parsed(ROOT / "world" / name)["place"]:
            try:
                yield _row(entry, peoples.get(entry.get("country", ""), {}))
            except KeyError as missing:
                raise DataError(f"world/{name}, place {entry.get('id')}: {missing} is missing; add it") from missing


def _row(entry: dict[str, Any], people: dict[str, Any]) -> Row:
    is_country = entry["feature"] == "country"
    demonyms = (*entry.get("demonyms", ()), *(people.get("adjectives", ()) if is_country else ()))
    aliases = (*entry.get("aliases", ()), *((people["name"],) if is_country and people else ()))
    return Row(
        _ref(entry),
        entry["name"],
        entry["latitude"],
        entry["longitude"],
        entry.get("country"),
        entry["feature"],
        entry.get("population", 0),
        entry.get("admin1"),
        entry["precision_km"],
        aliases,
        demonyms,
        tuple(entry.get("names", ())),
    )


def _ref(entry: dict[str, Any]) -> str:
    """A country and a first-level region bear the id that the index of towns has for them, and so replace it."""
    if "geonames" in entry:
        return f"geonames:{entry['geonames']}"
    if entry["feature"] == "region" and "admin1" in entry:
        return f"geonames-region:{entry['admin1']}"
    return f"world:{entry['id']}"
