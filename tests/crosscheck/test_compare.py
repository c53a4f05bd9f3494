"""Events held against an independent list."""

import dataclasses

import pytest

from counterclaim.crosscheck.compare import compared
from counterclaim.model import Claim, ClaimEvent, ClaimPlace, Event, Place, Quantity, Span
from counterclaim.model.lists import ListedEvent

DUNMAR = Place("x:dunmar", "Dunmar", -40.0, -20.0, None, "town", 2.0)
ROW = ListedEvent("r1", "2031-05-16", "2031-05-16", -40.05, -20.0, "Dunmar", 5.0, 2.0, 4.0)


def told(low=None, high=None, place=DUNMAR, code="shelling") -> tuple[Event, dict[str, Claim]]:
    killed = (Quantity(Span(0, 1), low, high, None, "people killed"),) if (low, high) != (None, None) else ()
    event = ClaimEvent(code, None, None, None, "positive", "certain")
    claim = Claim(
        "c",
        "d",
        Span(0, 1),
        "a",
        "indirect",
        "asserts",
        "none",
        0.5,
        None,
        (),
        (Span(0, 1),),
        "x",
        event,
        ClaimPlace(place, None),
        quantities=killed,
    )
    return Event("e", code, place.name, place.id, "2031-05-17", "2031-05-17", ("c",)), {"c": claim}


@pytest.mark.parametrize(
    ("told_", "row", "outcome", "why"),
    [
        (told(), ROW, "supported", "6 km and one night apart"),
        (told(3, 3), ROW, "supported", "three within two to four"),
        (told(40, 40), ROW, "conflicting", "forty is more than the list has"),
        (told(10, None), ROW, "conflicting", "at least ten is more than four"),
        (told(None, 3), ROW, "supported", "up to three meets two to four"),
        (told(), dataclasses.replace(ROW, begin="2031-05-10", end="2031-05-10"), "not covered", "a week earlier"),
        (told(), dataclasses.replace(ROW, latitude=-42.0), "not covered", "200 km away"),
        (told(code="ceasefire"), ROW, "not covered", "a code that the list does not hold"),
        (told(place=dataclasses.replace(DUNMAR, precision_km=300.0)), ROW, "not covered", "a country's point says nothing"),
    ],
)
def test_an_event_is_supported_conflicting_or_not_covered(told_, row, outcome, why):
    event, claims = told_
    (found,) = compared([event], claims, [row], frozenset(("shelling",)))
    assert found.outcome == outcome, (why, found.because)


def test_what_has_no_day_is_left_out():
    event, claims = told()
    assert compared([dataclasses.replace(event, begin=None)], claims, [ROW], frozenset()) == []
