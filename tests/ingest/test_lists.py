"""Independent lists: CSV, JSON and JSON lines by a column map."""

import json

import pytest

from counterclaim.ingest import Unreadable
from counterclaim.ingest.lists import listed_events
from counterclaim.knowledge.lists import load_map, shipped_maps
from counterclaim.knowledge.tables import DataError
from counterclaim.model.lists import ListedEvent


@pytest.mark.parametrize("name", shipped_maps())
def test_shipped_maps_load(name):
    assert {"begin", "latitude", "longitude"} <= load_map(name).columns.keys()


def test_a_csv_row_and_a_broken_one(tmp_path):
    path = tmp_path / "strikes.csv"
    path.write_text(
        "event_id_1pd,date,latitude,longitude,asciiname\n7,20310516,-40.0,-20.0,Dunmar\n8,soon,-40.0,-20.0,Dunmar\n", encoding="utf-8"
    )
    good, bad = listed_events(path, load_map("viina-deepstrike"))
    assert good == ListedEvent("7", "2031-05-16", "2031-05-16", -40.0, -20.0, "Dunmar")
    assert isinstance(bad, Unreadable) and "row 2" in bad.name


def test_json_lines_with_nested_columns(tmp_path):
    row = {
        "ucdp_event_id": "1",
        "date_start": "16.05.2031",
        "date_end": "17.05.2031",
        "lat": "-40",
        "lon": "-20",
        "where": "Dunmar",
        "where_prec": "2",
    }
    path = tmp_path / "ged.jsonl"
    path.write_text(json.dumps(row | {"deaths": {"low": "1", "high": "3"}}) + "\n", encoding="utf-8")
    assert list(listed_events(path, load_map("ucdp-ged"))) == [
        ListedEvent("1", "2031-05-16", "2031-05-17", -40.0, -20.0, "Dunmar", 25.0, 1.0, 3.0)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[columns]\nbegin = "d"\n', "lacks latitude, longitude"),
        ('[columns]\nbegin="d"\nlatitude="y"\nlongitude="x"\nwho="z"\n', "unknown who"),
    ],
)
def test_a_map_that_lacks_or_misspells_is_named(tmp_path, text, words):
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=words):
        load_map(str(path))


def test_a_missing_map_names_those_that_ship():
    with pytest.raises(DataError, match="ucdp-ged"):
        load_map("none")
