"""Every example sentence of the tables of who is who comes out as marked: `{source} [cue] <content>`."""

import re
from datetime import date

import pytest

from counterclaim.knowledge.conflicts import Conflict, conflict_ids, load_conflict
from counterclaim.knowledge.world import load_world
from counterclaim.model import Span
from counterclaim.reading.cast import Speaker, cast
from counterclaim.reading.vocabulary import vocabulary

CONFLICTS = (*conflict_ids(), "examples/varnia/conflict")
WORLD = load_world()


def speaker(example: str, conflict: Conflict | None, day: date | None) -> Speaker:
    """Who the words in braces mean, in the sentence without its marks."""
    plain = re.sub(r"[{}\[\]<>]", "", example)
    found = re.search(r"\{(.+?)\}", example)
    assert found, f"no braces in {example!r}"
    start = plain.index(found.group(1))
    read = cast(plain, (Span(0, len(plain)),), conflict, day.isoformat() if day else None)
    return read.resolve((Span(start, start + len(found.group(1))),))


def cases(part):
    rows = []
    for name in CONFLICTS:
        conflict = load_conflict(name)
        for entry in getattr(conflict, part):
            if entry.example:
                rows.append(
                    pytest.param(conflict, entry, id=f"{conflict.id}:{getattr(entry, 'name', None) or entry.title + ' of ' + entry.of}")
                )
    return rows


@pytest.mark.parametrize(("conflict", "party"), cases("parties"))
def test_a_conflicts_party_is_found(conflict, party):
    said = speaker(party.example, conflict, conflict.begins)
    assert said.party is not None and (said.party.id, said.party.name) == (party.id, party.name)
    assert said.side == party.side


@pytest.mark.parametrize(("conflict", "office"), cases("offices"))
def test_a_conflicts_office_has_its_holder_on_the_first_day(conflict, office):
    said = speaker(office.example, conflict, office.since)
    assert said.party is not None
    assert office.holder in (said.party.id, said.party.name)
    assert not said.anonymous


@pytest.mark.parametrize(("conflict", "publisher"), cases("publishers"))
def test_a_conflicts_publisher_is_found(conflict, publisher):
    said = speaker(publisher.example, conflict, conflict.begins)
    assert said.party is not None and said.party.name == publisher.name


@pytest.mark.parametrize(("conflict", "side"), cases("sides"))
def test_a_side_speaks_by_its_metonyms(conflict, side):
    assert speaker(side.example, conflict, conflict.begins).side == side.id


@pytest.mark.parametrize("country", WORLD.countries, ids=lambda c: c.iso)
def test_a_country_is_found(country):
    said = speaker(country.example, None, None)
    assert said.party is not None and said.party.name == country.name


@pytest.mark.parametrize("country", WORLD.countries, ids=lambda c: c.iso)
def test_each_adjective_and_seat_of_a_country_speaks_for_it(country):
    for seat in country.seats:
        said = speaker(f"{{{seat}}} [said] <so>.", None, None)
        assert said.party is not None and said.party.name == country.name, seat
    for adjective in country.adjectives:
        said = speaker(f"{{The {adjective} foreign ministry}} [said] <so>.", None, None)
        assert said.party is not None and said.party.member_of == country.slug, adjective


@pytest.mark.parametrize("body", WORLD.institutions, ids=lambda i: i.id)
def test_an_institution_is_that_of_its_state(body):
    said = speaker(body.example, None, None)
    words = vocabulary(None)
    assert said.party is not None
    assert said.party.id in {words.body(body.id, state).id for state in words.states.values()}
    assert not said.anonymous


@pytest.mark.parametrize("body", WORLD.named, ids=lambda n: n.name)
def test_a_named_institution_is_found(body):
    for name in (body.name, *body.aliases):
        said = speaker(f"{{{name}}} [said] <so>.", None, None)
        assert said.party is not None and said.party.name == body.name, name
    if body.example:
        said = speaker(body.example, None, None)
        assert said.party is not None and said.party.name == body.name


@pytest.mark.parametrize("party", WORLD.organisations, ids=lambda p: p.id)
def test_a_body_of_the_world_is_found_by_each_name(party):
    for name in (party.name, *party.aliases):
        said = speaker(f"{{{name}}} [said] <so>.", None, None)
        assert said.party is not None and said.party.name == party.name, name
    if party.example:
        said = speaker(party.example, None, None)
        assert said.party is not None and said.party.name == party.name


@pytest.mark.parametrize("office", WORLD.offices, ids=lambda o: f"{o.title} of {o.of} {o.since}")
def test_an_office_of_the_world_has_its_holder(office):
    said = speaker(office.example, None, office.since)
    assert said.party is not None and said.party.name == office.holder
    held = speaker(f"{{The {office.title} of {office.of}}} [said] <so>.", None, office.since)
    same = [o.holder for o in WORLD.offices if (o.title, o.of) == (office.title, office.of) and o.held_on(office.since)]
    assert held.party is not None and held.party.name in same


@pytest.mark.parametrize("publisher", WORLD.publishers, ids=lambda p: p.name)
def test_an_outlet_is_found_and_passes_words_on(publisher):
    said = speaker(publisher.example, None, None)
    assert said.party is not None and said.party.name == publisher.name
    told = speaker(f"{{The governor of Varn}} [told] {publisher.name} <that the road was open>.", None, None)
    assert told.relayed_by == (publisher.name,)
