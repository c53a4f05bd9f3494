"""The contradictions read by eye (docs/contradictions-judged.tsv) are what the product's figures come from."""

from collections import Counter
from pathlib import Path

import pytest

from counterclaim.knowledge.tables import ROOT, parsed

ROWS = [line.split("\t") for line in (Path(__file__).parents[2] / "docs" / "contradictions-judged.tsv").read_text().splitlines()]


@pytest.mark.parametrize(("tier", "wanted"), [("explicit", 0.9), ("inferred", 0.75)])
def test_each_tiers_figure_is_that_of_the_table(tier, wanted):
    found = Counter(row[1] for row in ROWS[1:] if row[0] == tier)
    stated = parsed(ROOT / "codes" / "precision.toml")[tier]
    assert (stated["held"], stated["judged"]) == (found["yes"], found["yes"] + found["no"])
    assert stated["held"] / stated["judged"] >= wanted


def test_every_row_names_both_ends_by_address_and_characters():
    assert len(ROWS) == 101
    for tier, holds, left, one, right, other, told in ROWS[1:]:
        assert (tier in ("explicit", "inferred"), holds in ("yes", "no")) == (True, True)
        assert left.startswith("http"), left
        assert right.startswith("http"), right
        assert all(int(a) < int(b) for spans in (one, other) for a, b in [s.split("-") for s in spans.split(";")])
        assert told
