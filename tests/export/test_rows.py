"""JSON lines, CSV and GeoJSON of claims."""

import csv
import dataclasses
import io
import json

from counterclaim.export.rows import geojson, jsonl, table


def test_json_lines_are_the_contract_with_the_synthetic_mark(claims, document):
    first, second = [json.loads(line) for line in jsonl(claims, {"d1": document})]
    assert (first["id"], first["synthetic"], first["place"]["name"], second["said"]["value"]) == ("c1", True, "Dunmar", "2031-05-16")


def test_csv_has_a_row_a_claim_and_defuses_formulas(claims, document):
    odd = dataclasses.replace(claims[0], text="=1+1")
    rows = list(csv.DictReader(io.StringIO("".join(table([odd, claims[1]], {"d1": document})))))
    assert [(r["id"], r["party"], r["polarity"], r["text"], r["start"]) for r in rows] == [
        ("c1", "Varnia", "positive", "'=1+1", "12"),
        ("c2", "Ostrel", "negative", "it", "50"),
    ]


def test_geojson_is_one_collection_of_points(claims, document):
    found = json.loads("".join(geojson(claims, {"d1": document})))
    assert [f["geometry"]["coordinates"] for f in found["features"]] == [[-20.456, -40.123]] * 2
    assert found["features"][1]["properties"]["synthetic"] is True


def test_geojson_of_nothing_is_still_one(document):
    assert json.loads("".join(geojson([], {}))) == {"type": "FeatureCollection", "features": []}
