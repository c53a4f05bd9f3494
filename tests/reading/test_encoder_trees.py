import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reading.encoder_trees import tree


def scores(rows):
    return np.array(rows, dtype=np.float32)


CASES = [
    ([[0]], [0], [0], "one word is its own root"),
    ([[5, 0, 0], [4, 0, 1], [0, 4, 0]], [0, 0, 0], [0, 0, 1], "the best heads, when they make a tree"),
    ([[5, 0, 0], [4, 6, 1], [0, 4, 0]], [0, 0, 0], [0, 0, 1], "of two roots the one stays that would lose most by another head"),
    ([[5, 0, 0], [1, 0, 4], [0, 4, 0]], [0, 0, 0], [0, 0, 1], "a cycle is opened where it costs least"),
    ([[5, 0, -9, -9], [4, 0, -9, -9], [-9, -9, 0, 3], [-9, -9, 0, 3]], [0, 0, 1, 1], [0, 0, 3, 3], "each sentence has its root"),
]


@pytest.mark.parametrize(("rows", "sentence", "expected", "why"), CASES)
def test_trees(rows, sentence, expected, why):
    assert tree(scores(rows), sentence) == expected, why


@given(st.integers(1, 9).flatmap(lambda n: st.lists(st.lists(st.floats(-9, 9, width=32), min_size=n, max_size=n), min_size=n, max_size=n)))
def test_every_sentence_gets_one_root_and_no_cycle(rows):
    heads = tree(scores(rows), [0] * len(rows))
    assert sum(head == k for k, head in enumerate(heads)) == 1
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            assert steps <= len(heads)
