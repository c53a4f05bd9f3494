"""Conflict folders: what loads, and what a damaged entry is told."""

from datetime import date

import pytest

from counterclaim.knowledge.conflicts import conflict_ids, load_conflict
from counterclaim.knowledge.parties import Office
from counterclaim.knowledge.tables import DataError

HEADING = 'id = "fjord-2040"\nname = "War of the Fjord"\nbegins = 2040-01-02\nsummary = "Invented."\n'
SIDES = '[[side]]\nid = "north"\nname = "North"\ndemonyms = ["Norther"]\n\n[[side]]\nid = "south"\nname = "South"\n'
PARTIES = '[[party]]\nid = "army"\nname = "Army of the North"\nside = "north"\n'


def folder(tmp_path, **files):
    """A conflict folder of the given files, the others as above."""
    for name, text in {"conflict": HEADING, "sides": SIDES, "parties": PARTIES, **files}.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    load_conflict.cache_clear()
    return str(tmp_path)


def test_the_conflicts_that_ship_load_with_sides_parties_offices_and_publishers():
    assert conflict_ids() == ("israel-gaza-2023", "sudan-2023", "ukraine-2022")
    for name in conflict_ids():
        conflict = load_conflict(name)
        assert conflict.id == name
        sides = {s.id for s in conflict.sides} | {"us", "uk", "un", "ngo", "other", "belarus"}
        assert {p.side for p in conflict.parties} - {None} <= sides, name
        holders = {p.id for p in conflict.parties if p.kind == "person"}
        assert {o.holder for o in conflict.offices} <= holders, name


def test_a_folder_loads_by_its_path(tmp_path):
    conflict = load_conflict(folder(tmp_path))
    assert (conflict.id, conflict.begins, conflict.ends) == ("fjord-2040", date(2040, 1, 2), None)
    assert [s.demonyms for s in conflict.sides] == [("Norther",), ()]
    assert [(p.id, p.kind, p.aliases) for p in conflict.parties] == [("army", "organisation", ())]
    assert (conflict.offices, conflict.publishers, conflict.places) == ((), (), ())


DAMAGED = [
    (
        "parties",
        PARTIES + 'alias = ["x"]\n',
        r"parties\.toml: \[\[party\]\] number 1 \(army\): unknown key 'alias'; known are aliases",
        "a misspelt key",
    ),
    ("parties", PARTIES + 'aliases = "x"\n', r"parties\.toml.*\(army\): 'aliases' must be a list of strings", "a string for a list"),
    ("parties", PARTIES.replace('name = "Army of the North"\n', ""), r"parties\.toml.*\(army\): 'name' is missing", "a key left out"),
    ("parties", PARTIES + 'name = ""\n', r"parties\.toml", "a key twice"),
    ("parties", PARTIES.replace('"Army of the North"', "7"), r"\(army\): 'name' must be a string, not 7", "a number for a string"),
    ("parties", PARTIES * 2, r"parties\.toml: the id 'army' stands twice", "an id twice"),
    ("parties", PARTIES + 'faction = "guard"\n', r"\[\[party\]\] army: faction 'guard' is not listed", "a faction that is not there"),
    ("parties", PARTIES + 'member_of = "crown"\n', r"\[\[party\]\] army: member_of 'crown' is not listed", "a body that is not there"),
    ("parties", '[party]\nid = "army"\n', r"party must be written \[\[party\]\]", "one table for a list"),
    ("conflict", HEADING.replace("2040-01-02", '"January"'), r"conflict\.toml.*'begins' must be a date such as", "a month for a day"),
    ("conflict", HEADING + "ended = 2041-01-01\n", r"unknown key 'ended'", "a misspelt key of the heading"),
    ("sides", "[[side]]\nid = ", r"sides\.toml", "no TOML"),
    (
        "offices",
        '[[office]]\ntitle = "head"\nof = "army"\nholder = "x"\nsince = 2040-01-01\n',
        r"unknown key 'since'; known are aliases, example, from",
        "from, not since",
    ),
    (
        "places",
        '[[place]]\nid = "a"\nname = "A"\nlatitude = 1\nlongitude = 2\nsource = "x"\n',
        r"places\.toml.*'licence' is missing",
        "a place needs a licence",
    ),
]


@pytest.mark.parametrize(("file", "text", "message", "why"), DAMAGED, ids=[row[-1] for row in DAMAGED])
def test_a_damaged_entry_is_named(tmp_path, file, text, message, why):
    name = folder(tmp_path, **{file: text})
    with pytest.raises(DataError, match=message):
        load_conflict(name)


def test_an_unknown_conflict_says_what_there_is():
    with pytest.raises(
        DataError, match="no conflict 'nowhere-1999': neither one of israel-gaza-2023, sudan-2023, ukraine-2022 nor a folder"
    ):
        load_conflict("nowhere-1999")


HELD = [
    (date(2023, 1, 1), date(2023, 6, 30), date(2022, 12, 31), False, "the day before"),
    (date(2023, 1, 1), date(2023, 6, 30), date(2023, 1, 1), True, "the first day"),
    (date(2023, 1, 1), date(2023, 6, 30), date(2023, 6, 30), True, "the last day"),
    (date(2023, 1, 1), date(2023, 6, 30), date(2023, 7, 1), False, "the day after"),
    (date(2023, 1, 1), None, date(2030, 1, 1), True, "still in office"),
    (None, None, date(2030, 1, 1), True, "days unknown"),
    (date(2023, 1, 1), None, None, True, "no day: who is in office now"),
    (date(2023, 1, 1), date(2023, 6, 30), None, False, "no day: not one who left"),
]


@pytest.mark.parametrize(("since", "until", "day", "held", "why"), HELD, ids=[row[-1] for row in HELD])
def test_an_office_is_held_from_its_first_to_its_last_day(since, until, day, held, why):
    assert Office("mayor", "town", "x", since=since, until=until).held_on(day) is held, why
