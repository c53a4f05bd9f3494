"""Spellings of one place fall together, those of two do not; every conflict's places say where they come from."""

import tomllib

import pytest

from counterclaim.knowledge.gazetteer_spelling import skeleton, skeletons
from counterclaim.knowledge.tables import ROOT, parsed

CONVENTIONS = parsed(ROOT / "world" / "places_spelling.toml")["convention"]


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda c: c["name"])
def test_each_convention_reads_its_example(convention: dict) -> None:
    one, other = convention["example"]
    assert skeleton(one) in skeletons(other)
    assert skeleton(one) not in skeletons(convention["never"])


@pytest.mark.parametrize(
    ("spellings", "why"),
    [
        (("Bakhmut", "Bachmut", "Bakhmout", "Bahmut"), "English, German, French, bare"),
        (("Klishchiivka", "Klishchiyivka", "Klischijiwka", "Klichtchiïvka", "Kleshcheevka"), "five ways to write щії"),
        (("Avdiivka", "Avdeevka", "Avdeyevka", "Awdijiwka"), "a Russian form"),
        (("Blahodatne", "Blagodatne", "Blagodatnoye"), "г as g, and a Russian ending"),
        (("Robotyne", "Robotino"), "-yne and -ino"),
        (("Yampil", "Yampol", "Jampol"), "-pil and -pol"),
        (("Bilohorivka", "Belogorovka"), "-ivka and -ovka"),
    ],
)
def test_spellings_of_one_place_share_a_skeleton(spellings: tuple[str, ...], why: str) -> None:
    assert all(skeleton(spellings[0]) in skeletons(s) for s in spellings), why


@pytest.mark.parametrize(
    ("one", "other"),
    [("Klishchiivka", "Lishchynivka"), ("Soledar", "Solidarne"), ("Izium", "Izmail"), ("Lyman", "Limanivka"), ("Vuhledar", "Vuhlehirsk")],
)
def test_two_places_do_not(one: str, other: str) -> None:
    assert not set(skeletons(one)) & set(skeletons(other))


@pytest.mark.parametrize("name", ["", "Izum", "Бахмут", "千葉", "-"])
def test_short_names_and_other_scripts_have_none(name: str) -> None:
    assert skeletons(name) == ()


@pytest.mark.parametrize(("conflict", "least"), [("ukraine-2022", 400), ("sudan-2023", 100), ("israel-gaza-2023", 400)])
def test_every_place_names_its_source_and_licence(conflict: str, least: int) -> None:
    rows = tomllib.loads((ROOT / "conflicts" / conflict / "places.toml").read_text(encoding="utf-8"))["place"]
    assert len(rows) >= least
    assert [r["id"] for r in rows if not r["source"] or not r["licence"]] == []
    assert not any("ellingcat" in r["source"] for r in rows)
