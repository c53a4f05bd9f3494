"""Counts, ranges and measures: the grading table of another hand, the language data's own examples, and rows for mended faults."""

import json
from pathlib import Path

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Quantity, Span
from counterclaim.reading.quantities import quantities

ROWS = [json.loads(line) for line in (Path(__file__).parent / "cases" / "quantities.jsonl").read_text(encoding="utf-8").splitlines()]
TABLE = language_table("en", "quantities")
ENTRIES = [entry for kind in ("bound", "unit", "state", "list") for entry in TABLE[kind]]
EXACT, SPANS = 0.90, 0.90


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
