"""The gazetteer: look-up, folding, unpacking, and the user's own layer."""

import multiprocessing
import sqlite3
import threading
from pathlib import Path

import pytest

from counterclaim.knowledge.gazetteer import Gazetteer, add_dump, open_gazetteer
from counterclaim.knowledge.gazetteer_fold import fold, plain
from counterclaim.knowledge.gazetteer_world import world_rows
from counterclaim.knowledge.tables import DataError


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "place", "feature", "why"),
    [
        ("Ukraine", "geonames:690791", "country", "a main name outranks the alternate name of a town in Spain"),
        ("Kiev", "geonames:703448", "capital", "an older spelling"),
        ("Artemivs'k", "geonames:713174", "town", "a former name, with its soft sign"),
        ("БАХМУТ", "geonames:713174", "town", "another script, in capitals"),
        ("Turkish", "geonames:298795", "country", "a demonym"),
        ("St. Louis", "geonames:4407066", "town", "a shortened word"),
        ("Kherson region", "geonames-region:UA.08", "region", "our own layer"),
        ("Kakhovka hydroelectric power plant", "world:kakhovka-dam", "dam", "a site by another name"),
        ("Dnieper", "world:dnipro-river", "river", "a river by its older name"),
        ("Congo", "geonames:203312", "country", "the larger of two"),
    ],
)
def test_lookup_finds_the_place_first(gazetteer: Gazetteer, name: str, place: str, feature: str, why: str) -> None:
    best = max(gazetteer.lookup(name), key=lambda e: (e.id == place, e.is_main_name))
    assert (best.id, best.feature) == (place, feature), why


@pytest.mark.parametrize(("name", "why"), [("", "nothing"), ("...", "marks"), ("Qwxzburg", "no such place")])
def test_lookup_invents_nothing(gazetteer: Gazetteer, name: str, why: str) -> None:
    assert gazetteer.lookup(name) == (), why


def test_the_main_name_comes_first_then_the_larger(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("Paris")
    assert [e.country for e in found[:2]] == ["FR", "US"]
    assert found[0].is_main_name and found[0].population > found[1].population


@pytest.mark.parametrize(
    ("left", "right", "alike", "why"),
    [
        ("Artemivs'k", "ARTEMIVSK", True, "apostrophes and case"),
        ("Wilkes-Barre", "wilkes barre", True, "hyphens"),
        ("Saint-Louis", "St. Louis", True, "a shortened word"),
        ("El Fasher", "al-Fasher", True, "the article"),
        ("Łódź", "Lodz", True, "marks"),
        ("Йосипівка", "Иосипівка", False, "й is not и"),
        ("Мар'їнка", "Мар’їнка", True, "two apostrophes"),
    ],
)
def test_fold(left: str, right: str, alike: bool, why: str) -> None:
    assert (fold(left) == fold(right)) is alike, why


@pytest.mark.parametrize(
    ("name", "printed"), [("Khān Yūnis", "Khan Yunis"), ("‘Abasān al Kabīrah", "Abasan al Kabirah"), ("Cox’s Bāzār", "Cox’s Bazar")]
)
def test_plain_names_are_those_that_papers_print(name: str, printed: str) -> None:
    assert plain(name) == printed


def test_every_row_of_our_own_layer_can_be_found_by_its_name(gazetteer: Gazetteer) -> None:
    lost = [r.ref for r in world_rows() if not any(e.id == r.ref for e in gazetteer.lookup(r.name))]
    assert lost == []


def test_unpacking_is_whole_or_not_at_all(tmp_path: Path) -> None:
    first = open_gazetteer(tmp_path)
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".sqlite", ".sqlite"]
    assert first.lookup("Soledar")[0].id == "geonames:706757"
    assert open_gazetteer(tmp_path) == first


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert open_gazetteer(blocked).lookup("Soledar")[0].id == "geonames:706757"


def _ids(gazetteer: Gazetteer) -> list[str]:
    return [e.id for e in gazetteer.lookup("Soledar")]


def test_threads_and_processes_share_a_gazetteer(gazetteer: Gazetteer) -> None:
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(_ids(gazetteer))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found += pool.map(_ids, [gazetteer] * 4)
    assert found == [_ids(gazetteer)] * 8


def dump_line(number: int, name: str, alternates: str = "", code: str = "PPL", kind: str = "P") -> str:
    columns = [
        str(number),
        name,
        name,
        alternates,
        "48.5281",
        "37.9583",
        kind,
        code,
        "UA",
        "",
        "05",
        "",
        "",
        "",
        "500",
        "",
        "",
        "Europe/Kyiv",
        "2024-01-01",
    ]
    return "\t".join(columns) + "\n"


def test_a_country_dump_becomes_a_layer(tmp_path: Path) -> None:
    dump = tmp_path / "UA.txt"
    dump.write_text(
        dump_line(706000, "Vymyshliane", "Выдуманное,Vymyshlennoe,xyz") + dump_line(706001, "Road", kind="R", code="RD"), encoding="utf-8"
    )
    assert add_dump(dump, tmp_path / "user") == 1
    found = Gazetteer((tmp_path / "user" / "places-ua.sqlite",)).lookup("ВЫДУМАННОЕ")
    assert [(e.id, e.name, e.latitude, e.longitude, e.country, e.feature, e.admin1) for e in found] == [
        ("geonames:706000", "Vymyshliane", 48.5281, 37.9583, "UA", "town", "UA.05")
    ]


@pytest.mark.parametrize(
    ("text", "message", "why"),
    [
        ("a\tb\n", "line 1: 2 columns instead of 19", "another table"),
        (dump_line(1, "X").replace("48.5281", "north"), "line 1: could not convert", "a word for a number"),
        (dump_line(1, "X").replace("48.5281", "148.5"), "is no place on earth", "off the globe"),
    ],
)
def test_a_damaged_dump_is_named_with_its_line(tmp_path: Path, text: str, message: str, why: str) -> None:
    dump = tmp_path / "UA.txt"
    dump.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        add_dump(dump, tmp_path / "user")
    assert not (tmp_path / "user").exists() or list((tmp_path / "user").iterdir()) == [], why


def test_the_index_says_its_version(gazetteer: Gazetteer) -> None:
    with sqlite3.connect(gazetteer.layers[0]) as connection:
        assert connection.execute("SELECT count(*) FROM place").fetchone()[0] > 250_000
