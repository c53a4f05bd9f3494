"""MUC, B3 and CEAF-e on clusters small enough to count by hand."""

import pytest

from counterclaim.evaluation.coreference import measured

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}
CASES = [
    (GOLD, (100.0, 100.0, 100.0), "the same clusters under any name"),
    ({"a": "x", "b": "x", "c": "y", "d": "y"}, (50.0, 100 * 12 / 17, 100 * 11 / 15), "one link lost, one wrong"),
    ({"a": 1, "b": 2, "c": 3, "d": 4}, (0.0, 100 * 2 / 3, 50.0), "every mention alone"),
    ({"a": 1, "b": 1, "c": 1, "d": 1}, (80.0, 100 * 10 / 13, 100 * 4 / 7), "all in one"),
]


@pytest.mark.parametrize(("given", "wanted", "why"), CASES)
def test_the_three_measures_and_their_mean(given, wanted, why):
    found = measured(GOLD, given)
    assert (found.muc, found.b_cubed, found.ceaf_e) == pytest.approx(wanted), why
    assert found.conll == pytest.approx(sum(wanted) / 3), why


def test_the_best_alignment_is_not_the_greedy_one():
    gold = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    given = {"a": "x", "b": "x", "d": "x", "e": "x", "c": "y"}
    # phi-4: 1-x 4/7, 1-y 1/2, 2-x 2/3: the best is 1-y with 2-x
    assert measured(gold, given).ceaf_e == pytest.approx(100 * 2 * (1 / 2 + 2 / 3) / 4)
