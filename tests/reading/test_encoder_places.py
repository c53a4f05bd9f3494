"""Places that only the trained reader knows for such."""

import pytest

from counterclaim.model import Document
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

CASES = [
    (
        "Kelmory was levelled street by street, the council said.",
        ["Kelmory"],
        "a town that no gazetteer has, without a word of place beside it",
    ),
    ("Kelmory was levelled, the council said. Nobody left Kelmory.", ["Kelmory", "Kelmory"], "once a place, a place wherever it stands"),
    ("Tomas Quill said Tomas Quill would stay.", [], "who is somebody is no place"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_places(text, expected, why):
    marks = read(Document("x", text, ""), Recipe()).annotations
    assert [t.span.of(text) for t in marks.toponyms if t.place is None] == expected, why


def test_a_claim_takes_its_own_town_before_another_of_the_report():
    text = "IMREL - Officials met on Monday.\n\nKelmory was levelled street by street over nine days, the council said."
    (claim,) = (c for c in read(Document("x", text, ""), Recipe()).claims if c.source is not None)
    assert claim.place is not None
    assert (claim.place.place.name, claim.place.place.latitude) == ("Kelmory", None)
