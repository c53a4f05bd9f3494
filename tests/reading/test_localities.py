"""Where exactly: relations to a place, and "the city"."""

import pytest

from counterclaim.model import Place, Span, Toponym
from counterclaim.reading.localities import back_references, localities, located, widened

BAKHMUT = Place("c:bakhmut", "Bakhmut", 48.6, 38.0, "UA", "town", 3.0)
SOLEDAR = Place("c:soledar", "Soledar", 48.7, 38.1, "UA", "town", 3.0)
LEBANON = Place("geonames:272103", "Lebanon", 33.83, 35.83, "LB", "country", 58.0)
DAM = Place("world:dam", "Kakhovka Dam", 46.777, 33.371, "UA", "dam", 1.0)
KNOWN = {"Bakhmut": BAKHMUT, "Soledar": SOLEDAR, "Lebanon": LEBANON, "Kakhovka dam": DAM}


def named(text: str) -> tuple[Toponym, ...]:
    found = [Toponym(Span(text.index(n), text.index(n) + len(n)), p) for n, p in KNOWN.items() if n in text]
    return tuple(sorted(found, key=lambda t: t.span))


CASES = [
    ("Troops stood in Bakhmut.", ("Bakhmut", 48.6, 38.0, 3.0), "only named"),
    ("Troops stood near Bakhmut.", ("Bakhmut", 48.6, 38.0, 10.0), "near: wider"),
    ("Troops stood on the outskirts of Bakhmut.", ("Bakhmut", 48.6, 38.0, 10.0), "outskirts"),
    ("Fighting in the Bakhmut sector went on.", ("Bakhmut", 48.6, 38.0, 20.0), "a sector"),
    ("The army moved in the direction of Bakhmut.", ("Bakhmut", 48.6, 38.0, 20.0), "a direction"),
    ("It fell 10 km west of Bakhmut.", ("Bakhmut", 48.6, 37.864, 5.0), "a distance and a bearing"),
    ("It fell ten kilometres north of Bakhmut.", ("Bakhmut", 48.6899, 38.0, 5.0), "a number in words"),
    ("It fell 5 miles south of the town of Bakhmut.", ("Bakhmut", 48.5277, 38.0, 4.0), "miles, and what it is"),
    ("Units advanced north of Bakhmut.", ("Bakhmut", 48.6899, 38.0, 5.0), "a bearing alone"),
    ("Clashes broke out between Bakhmut and Soledar.", ("Bakhmut", 48.65, 38.05, 6.7), "between two"),
    ("Jets struck southern Lebanon.", ("Lebanon", 33.83, 35.83, 58.0), "a part of a country is no name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[row[2] for row in CASES])
def test_relations_move_or_widen_a_place(text: str, expected: tuple, why: str) -> None:
    given = named(text)
    found = localities(text, given)
    assert [t.span for t in found] == [t.span for t in given]
    place = found[0].place
    assert place is not None
    assert (place.name, place.latitude, place.longitude, place.precision_km) == expected, why


def test_a_language_without_relations_changes_nothing() -> None:
    text = "Bakhmut"
    assert localities(text, named(text), "uk") == named(text)
    assert back_references(text, named(text), "uk") == ()


BACK = [
    ("Bakhmut was shelled. The city lay dark.", [("The city", "Bakhmut")], "the last town"),
    ("Kakhovka dam burst near Bakhmut. The dam is old.", [("The dam", "Kakhovka Dam")], "the last dam, not the last place"),
    ("Bakhmut fell. Few live there.", [("there", "Bakhmut")], "there"),
    ("In Bakhmut there was silence.", [], "there that is no place"),
    ("The city of Bakhmut fell.", [], "the city has its name with it"),
    ("The town lay dark.", [], "nothing before it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BACK, ids=[row[2] for row in BACK])
def test_back_references(text: str, expected: list, why: str) -> None:
    assert [(t.span.of(text), t.place and t.place.name) for t in back_references(text, named(text))] == expected, why


def test_claims_may_be_placed_in_parts_and_by_reference() -> None:
    text = "Jets struck southern Lebanon and Bakhmut. The city burned."
    found = located(text, named(text))
    shown = [(t.span.of(text), t.place and (t.place.name, t.place.latitude, t.place.precision_km)) for t in found]
    assert shown == [
        ("Lebanon", ("Southern Lebanon", 33.5692, 29.0)),
        ("Bakhmut", ("Bakhmut", 48.6, 3.0)),
        ("The city", ("Bakhmut", 48.6, 3.0)),
    ]


def test_a_toponym_keeps_its_point() -> None:
    text = "It fell 20 km west of Bakhmut."
    assert [t.place for t in widened(text, named(text))] == [Place("c:bakhmut", "Bakhmut", 48.6, 38.0, "UA", "town", 10.0)]


UKRAINE, POLAND = Place("w:ua", "Ukraine", 49.0, 32.0, "UA", "country", 438.0), Place("w:pl", "Poland", 52.0, 20.0, "PL", "country", 280.0)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Ukraine said shells fell in the east of the country.", ["the east of the country", "Eastern Ukraine"], "the only country"),
        ("Ukraine lost power in the country's north.", ["the country's north", "Northern Ukraine"], "of what was named before"),
        ("In Ukraine the lights went out. The country's north lay dark.", ["The country's north", "Northern Ukraine"], "owned"),
        ("Poland said Ukraine lost Bakhmut, in the east of the country.", ["the east of the country", "Eastern Ukraine"], "the town's"),
        ("Poland told Ukraine that rain fell in the east of the country.", [], "two countries and no town"),
    ],
)
def test_the_part_of_the_country_is_put_back(text: str, expected: list[str], why: str) -> None:
    given = [Toponym(Span(text.index(p.name), text.index(p.name) + len(p.name)), p) for p in (UKRAINE, POLAND) if p.name in text]
    known = tuple(sorted((*given, *named(text)), key=lambda t: t.span))
    found = [t for t in located(text, known) if t not in known and "country" in t.span.of(text)]
    assert [w for t in found for w in (t.span.of(text), t.place.name if t.place else None)] == expected, why


@pytest.mark.parametrize(
    ("text", "name"), [("Rain fell in the east of Ukraine.", "Eastern Ukraine"), ("Rain fell in Ukraine's east.", "Eastern Ukraine")]
)
def test_the_side_of_a_named_country_is_its_part(text: str, name: str) -> None:
    given = (Toponym(Span(text.index("Ukraine"), text.index("Ukraine") + 7), UKRAINE),)
    assert [t.place.name for t in located(text, given) if t.place] == [name]
