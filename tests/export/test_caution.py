"""What may leave a record."""

import dataclasses

import pytest

from counterclaim.export.caution import Caution, cautious, held_back
from counterclaim.model import Span

NOW = "2031-05-20T12:00:00Z"


@pytest.mark.parametrize(
    ("published", "now", "held", "why"),
    [
        ("2031-05-17", NOW, False, "older than 72 hours"),
        ("2031-05-17T13:00:00Z", NOW, True, "71 hours"),
        ("2031-05-19", NOW, True, "yesterday"),
        ("2031-05-19", None, False, "the user chose --recent"),
        (None, NOW, False, "undated"),
        ("soon", NOW, False, "no date at all"),
    ],
)
def test_what_is_recent_is_held_back(document, published, now, held, why):
    assert held_back(dataclasses.replace(document, published=published), Caution(now)) is held, why


def test_points_are_coarse_and_small_units_masked(claims):
    told = dataclasses.replace(claims[0], text="the 2nd Rifle Battalion held")
    (found,) = cautious([told], Caution(NOW), {})
    assert found.text == "the " + "█" * 19 + " held"
    assert abs(found.place.place.latitude - -40.123) < 0.05 and found.place.place.latitude != -40.123
    assert found.place.place.precision_km == 5.0


def test_fine_keeps_both(claims):
    (found,) = cautious([claims[0]], Caution(NOW, fine=True), {})
    assert found == claims[0]


def test_private_names_are_masked_at_their_length(claims):
    (found,) = cautious([claims[0]], Caution(NOW, fine=True), {"d1": (Span(16, 22),)})
    assert found.text == "its ██████ held Dunmar"


def test_names_keeps_them(claims):
    (found,) = cautious([claims[0]], Caution(NOW, fine=True, names=True), {"d1": (Span(16, 22),)})
    assert found.text == "its troops held Dunmar"
