"""Counts, ranges and measures: the grading table of another hand, the language data's own examples, and rows for mended faults."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Quantity, Span
from counterclaim.reading.quantities import in_metres, quantities

ROWS = [json.loads(line) for line in (Path(__file__).parent / "cases" / "quantities.jsonl").read_text(encoding="utf-8").splitlines()]
TABLE = language_table("en", "quantities")
ENTRIES = [entry for kind in ("bound", "unit", "state", "list") for entry in TABLE[kind]]
EXACT, SPANS = 0.99, 0.99


def expected(row: dict) -> list[Quantity]:
    found = []
    for q in row["quantities"]:
        start = -1
        for _ in range(q.get("nth", 1)):
            start = row["text"].index(q["words"], start + 1)
        found.append(Quantity(Span(start, start + len(q["words"])), q["low"], q["high"], q["unit"], q["of"]))
    return sorted(found, key=lambda q: q.span)


def values(found) -> list[tuple]:
    return [(q.low, q.high, q.unit, q.of) for q in found]


def test_the_grading_table_is_met():
    pairs = [(quantities(row["text"]), expected(row)) for row in ROWS]
    assert sum(values(said) == values(gold) for said, gold in pairs) / len(ROWS) >= EXACT
    assert sum(list(said) == gold for said, gold in pairs) / len(ROWS) >= SPANS


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["example"])
def test_each_entry_reads_its_example(entry):
    marked = entry["example"]
    start, end = marked.find("["), marked.find("]") - 1
    found = quantities(marked.replace("[", "").replace("]", ""))
    if start < 0:
        assert found == ()
        return
    finds = entry["finds"]
    assert found == (Quantity(Span(start, end), finds.get("low"), finds.get("high"), finds.get("unit"), finds.get("of")),)


MENDED = [
    ("The attack killed 2 and injured 5.", [("2", 2, 2, None, "killed"), ("5", 5, 5, None, "injured")], "each verb its own count"),
    (
        "The blast killed three guards and two boys.",
        [("three guards", 3, 3, None, "guards killed"), ("two boys", 2, 2, None, "boys killed")],
        "one verb governs both counts",
    ),
    ("Forty soldiers captured the mill.", [("Forty soldiers", 40, 40, None, "soldiers")], "an active verb with an object is no state"),
    (
        "Twelve men from the 3rd division were captured.",
        [("Twelve men", 12, 12, None, "men captured")],
        "the state stands behind a post-modifier",
    ),
    ("Soldiers of a dozen US firms came.", [("a dozen US firms", 12, 12, None, "us firms")], "US is no pronoun"),
    ("Two nine-year-old boys hid.", [("Two nine-year-old boys", 2, 2, None, "nine-year-old boys")], "an age inside the noun phrase"),
    ("It took four Leopard 2 tanks.", [("four Leopard 2 tanks", 4, 4, None, "leopard 2 tanks")], "a model with a number inside the count"),
    ("The town lies six miles (10 km) north.", [("six miles", 6, 6, "mi", None)], "a conversion in brackets is the same length again"),
    ("It cost $50m (£41m).", [("$50m", 50e6, 50e6, "USD", None)], "a conversion in brackets is the same money again"),
    ("Men aged 18 to 60 were called up between 28 April-2 May.", [], "a range of ages; a range of days written together"),
    ("It hit four NGOS tactical units.", [("four NGOS tactical units", 4, 4, None, "ngos tactical units")], "an acronym in s is no plural"),
    ("Heavy guns (152 mm) fired.", [], "a calibre in brackets"),
    ("It lasted two and half years.", [("two and half years", 2.5, 2.5, "year", None)], "a half without its article"),
    ("Several tens of thousands fled.", [("Several tens of thousands", 20000, None, None, None)], "several before an open group"),
    ("The two sides met.", [], "the two of them are named, not counted"),
    ("It raised €2.7-billion.", [("€2.7-billion", 2.7e9, 2.7e9, "EUR", None)], "a hyphen before the scale is no range"),
    ("In 486 BC the 2016-17 season began at -20 C.", [], "years before our era, seasons, temperatures"),
    ("Call +380 44 123 45 67 now.", [], "a telephone number"),
    ("Thousands evacuate in fear.", [("Thousands", 2000, None, None, None)], "a group without of has no noun"),
    (
        "About 1.2 million of the town's 3 million men fled.",
        [("About 1.2 million of the town's 3 million men", 1.2e6, 1.2e6, None, "men")],
        "N of M",
    ),
    ("They fought for two long years.", [("two long years", 2, 2, "year", None)], "an adjective inside a measure"),
    (
        "They got 500 pounds of flour for 500 pounds.",
        [("500 pounds of flour", 500, 500, "lb", "flour"), ("500 pounds", 500, 500, "GBP", None)],
        "weight and money",
    ),
    (
        "At least 12 people, including three children, were killed.",
        [("At least 12 people", 12, None, None, "people killed"), ("three children", 3, 3, None, "children")],
        "an aside on some of them",
    ),
    ("Twelve men, including the mayor, fled.", [("Twelve men", 12, 12, None, "men")], "an aside before no state"),
    ("Over the next 10 or 15 years it will grow.", [], "a window with a range"),
    (
        "Убито 40 солдат, 12 танков и 3,5 тыс. мин.",
        [("40 солдат", 40, 40, None, "солдат"), ("12 танков", 12, 12, None, "танков"), ("3,5 тыс. мин", 3500, 3500, None, "мин")],
        "Cyrillic with the words of English",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), MENDED, ids=[row[2] for row in MENDED])
def test_mended_faults_stay_mended(text, wanted, why):
    row = {"text": text, "quantities": [{"words": w, "low": a, "high": b, "unit": u, "of": o} for w, a, b, u, o in wanted]}
    for number, q in enumerate(row["quantities"]):
        q["nth"] = 1 + sum(q["words"] in earlier["words"] for earlier in row["quantities"][:number])
    assert list(quantities(text)) == expected(row), why


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "123 ",
        "1-",
        "1,",
        "one hundred and ",
        "two ",
        "a ",
        "one-",
        "dozens of ",
        "2 of the ",
        "between 1 and ",
        "no ",
        "about some ",
        "12 armed ",
    ],
)
def test_repeated_words_do_no_harm(piece):
    text = piece * (20_000 // len(piece))
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in quantities(text))


def test_a_language_without_words_has_no_quantities():
    assert quantities("40 танків", "xx") == ()


@pytest.mark.parametrize(
    ("text", "metres"),
    [("more than two miles", (3218.688, None)), ("40 km", (40000.0, 40000.0)), ("up to 30 cm", (None, 0.3)), ("40 tanks", None)],
)
def test_lengths_in_metres(text, metres):
    (quantity,) = quantities(text)
    assert in_metres(quantity) == metres


@given(
    st.lists(
        st.sampled_from(
            [*TABLE["numbers"], *TABLE["plurals"], "12", "½", "1,5", "-", "–", "(", "%", "$", "of", "killed", "men", "km", "\n", "a"]
        )
    )
)
def test_spans_are_sorted_apart_and_not_empty(pieces):
    text = " ".join(pieces)
    found = quantities(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.span.of(text).strip() for q in found)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)
