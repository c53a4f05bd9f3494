"""Bad input for the four normalisers: nothing crashes, nothing is invented, every span lies in the text."""

import pytest

from counterclaim.knowledge.gazetteer import Gazetteer, open_gazetteer
from counterclaim.knowledge.names import same_name
from counterclaim.model import Span
from counterclaim.reading.cast import cast
from counterclaim.reading.quantities import quantities
from counterclaim.reading.sentences import sentences
from counterclaim.reading.times import times
from counterclaim.reading.toponyms import toponyms

DAY = "2023-05-12"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


TEXTS = [
    ("7" * 20_000, "digits without end"),
    ("7 " * 5_000, "single digits"),
    ("1-" * 5_000, "digits and hyphens"),
    ("48.5958, 37.9989 and 48°35′45″N 37°59′56″E", "coordinates"),
    ("X met Y in Z. A. B. C.", "names of one letter"),
    ("Кyiv and Bаkhmut and ВAKHMUT", "Cyrillic letters within Latin words, and the other way round"),
    ("\u202eKyiv\u200b\u0000\ufeff \ud7ff", "marks that nobody sees"),
    ("(((((((((( “““““ ’’’’’ ---- ....", "marks alone"),
    ("ꓘꓙꓚ ᚠᚢᚦ ጤና ይስጥልኝ", "scripts without data"),
]


@pytest.mark.parametrize(("text", "why"), TEXTS, ids=[why for _, why in TEXTS])
def test_nothing_fails_and_spans_lie_in_the_text(text: str, why: str, gazetteer: Gazetteer) -> None:
    marks = [
        *times(text, DAY),
        *toponyms(text, None, gazetteer),
        *quantities(text),
        *cast(text, sentences(text), None, DAY).mentions,
    ]
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in marks), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("7" * 20_000, "a number of so many digits"),
        ("It was number 9999 of them.", "a number of four digits"),
        ("It fell in 99999.", "a year of five digits"),
        ("It fell on 31 February 2023.", "no such day"),
        ("It fell on 12.13.2023 at 25:61.", "no such month, no such hour"),
        ("The place is at 48.5958, 37.9989.", "coordinates"),
        ("The place is at 48°35′45″N 37°59′56″E.", "coordinates in degrees"),
        ("0500 rounds, 100 to 1, call 12-05-99-31.", "counts, odds and a telephone"),
        ("It may march on.", "verbs"),
    ],
)
def test_no_time_is_invented(text: str, why: str) -> None:
    assert times(text, DAY) == (), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("X met Y. Q said Z.", "names of one letter"),
        ("Кyivкy fell.", "no such place in any one script"),
        ("The point 48.5958, 37.9989 was hit.", "coordinates"),
        ("7" * 2_000, "digits"),
        ("ጤና ይስጥልኝ", "a script without data"),
    ],
)
def test_no_place_is_invented(text: str, why: str, gazetteer: Gazetteer) -> None:
    assert [t for t in toponyms(text, None, gazetteer) if t.place is not None] == [], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("48.5958, 37.9989", "coordinates"),
        ("48°35′45″N 37°59′56″E", "coordinates in degrees"),
        ("on 12 May 9999", "a date"),
        ("X Y Z", "names of one letter"),
    ],
)
def test_no_quantity_is_invented(text: str, why: str) -> None:
    assert quantities(text) == (), why


@pytest.mark.parametrize("text", ["X said so.", "Q. said so.", "Кyiv Bаker said so.", "9999 said so."])
def test_no_party_is_invented(text: str) -> None:
    found = cast(text, sentences(text), None, DAY)
    said = found.resolve((Span(0, text.index(" said")),))
    assert said.party is None or not said.party.id.startswith(("ukraine", "russia")), text


@pytest.mark.parametrize(
    ("left", "right"), [("X", "Y"), ("A", "A B"), ("", "Olena Kravets"), ("7" * 500, "8" * 500), ("Ж", "J"), ("ᚠᚢᚦ", "Olena Kravets")]
)
def test_names_of_one_letter_and_none_match_nobody(left: str, right: str) -> None:
    assert not same_name(left, right).same


@pytest.mark.parametrize("language", ["xx", "am", "zz-Latn"])
def test_a_language_without_data_yields_nothing(language: str) -> None:
    text = "On 12 May 2023 Kyiv counted 30 drones."
    assert times(text, DAY, language) == ()
    assert quantities(text, language) == ()


def test_the_year_9999_is_what_the_text_says() -> None:
    found = [(t.value, t.begin, t.end) for t in times("It fell on 12 May 9999, and in the century after.", DAY)]
    assert found[0] == ("9999-05-12", "9999-05-12", "9999-05-12")
    assert all(begin is None or begin.startswith("9999") for _, begin, _ in found)


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_publication_at_the_ends_of_the_calendar(published: str) -> None:
    text = "It fell yesterday, tomorrow, next year, a century ago, in 24 hours and in the next ten days, overnight, at midnight."
    for time in times(text, published):
        assert time.span.end <= len(text)
        assert time.begin is None or time.begin[:4].isdigit()
