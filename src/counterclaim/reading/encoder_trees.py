"""Dependency trees from arc scores: each sentence gets one root and no cycle."""

from collections.abc import Sequence

import numpy as np

from counterclaim.reading.encoder_session import Scores


def tree(arcs: Scores, sentence: Sequence[int]) -> list[int]:
    """Returns each word's head, a root's its own, from scores [W, W] (word by head).

    Each word takes its best head; of several roots the best stays; a cycle is opened where it costs least.
    """
    heads = [0] * len(sentence)
    start = 0
    while start < len(sentence):
        end = start
        while end < len(sentence) and sentence[end] == sentence[start]:
            end += 1
        for k, head in enumerate(_of_sentence(arcs[start:end, start:end])):
            heads[start + k] = start + head
        start = end
    return heads


def _of_sentence(scores: Scores) -> list[int]:
    root = int(np.argmax(np.diag(scores) - _without_own(scores).max(1))) if len(scores) > 1 else 0
    others = _without_own(scores)
    heads = [int(head) for head in others.argmax(1)] if len(scores) > 1 else [0]
    heads[root] = root
    while cycle := _cycle(heads, root):
        outside = np.ones(len(scores), dtype=bool)
        outside[cycle] = False
        outside[_below(heads, cycle)] = False
        costs = [(float(others[k, heads[k]] - others[k][outside].max()), k) for k in cycle]
        _, opened = min(costs)
        best = np.where(outside, others[opened], -np.inf)
        heads[opened] = int(best.argmax())
    return heads


def _without_own(scores: Scores) -> Scores:
    found = scores.copy()
    np.fill_diagonal(found, -np.inf)
    return found


def _cycle(heads: Sequence[int], root: int) -> list[int]:
    """Returns the words of a cycle, none when there is none."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for k in path:
            state[k] = 2
    return []


def _below(heads: Sequence[int], cycle: Sequence[int]) -> list[int]:
    """Returns all words that hang on a cycle, however deep."""
    held = set(cycle)
    grown = True
    while grown:
        more = {k for k, head in enumerate(heads) if head in held} - held
        grown = bool(more)
        held |= more
    return sorted(held)
