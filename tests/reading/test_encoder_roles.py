import math

import numpy as np

from counterclaim.reading.encoder_roles import Saying, viterbi


def logs(rows):
    return np.log(np.array(rows, dtype=np.float32))


def test_viterbi_takes_the_best_role_of_each_word_when_every_step_costs_the_same():
    assert viterbi(logs([[0.7, 0.1, 0.1, 0.1], [0.1, 0.1, 0.7, 0.1]]), [[0.0] * 4] * 4) == [0, 2]


def test_viterbi_bridges_a_gap_that_is_dearer_than_the_word():
    stay, leave = math.log(0.95), math.log(0.01)
    steps = [[stay if a == b else leave for b in range(4)] for a in range(4)]
    rows = [[0.05, 0.05, 0.85, 0.05], [0.5, 0.05, 0.4, 0.05], [0.05, 0.05, 0.85, 0.05]]
    assert viterbi(logs(rows), steps) == [2, 2, 2]


def test_moved_moves_all_words():
    saying = Saying(3, ((3, 3),), ((0, 1),), ((4, 6), (8, 9)), "indirect", "asserts", 0.9)
    assert saying.moved(10) == Saying(13, ((13, 13),), ((10, 11),), ((14, 16), (18, 19)), "indirect", "asserts", 0.9)
