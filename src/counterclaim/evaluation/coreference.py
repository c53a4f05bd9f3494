"""Scores of coreference over mentions that both sides cluster: MUC, B3, CEAF-e and their mean, CoNLL F1.

Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005 (phi-4); Pradhan et al. 2012. Only for mentions that gold and answer share.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Clusters = Mapping[Any, Hashable]
"""Each mention's cluster."""


@dataclass(frozen=True, slots=True)
class Measured:
    """F1 of the three measures and their mean, in per cent."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def measured(gold: Clusters, given: Clusters) -> Measured:
    """Returns the measures of `given` against `gold`; both must hold the same mentions."""
    return Measured(
        100 * _f1(_muc(gold, given), _muc(given, gold)),
        100 * _f1(_b_cubed(gold, given), _b_cubed(given, gold)),
        100 * _ceaf(gold, given),
    )


def _f1(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _members(clusters: Clusters) -> list[frozenset[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return [frozenset(members) for members in found.values()]


def _muc(keys: Clusters, answers: Clusters) -> float:
    """Returns MUC recall: the links of each key cluster that the answer keeps."""
    kept = total = 0
    for members in _members(keys):
        parts = len({answers[m] for m in members})
        kept, total = kept + len(members) - parts, total + len(members) - 1
    return kept / total if total else 0.0


def _b_cubed(keys: Clusters, answers: Clusters) -> float:
    """Returns B3 recall: for each mention, how much of its key cluster stands with it in the answer."""
    theirs = {members_id: frozenset(m for m in answers if answers[m] == members_id) for members_id in set(answers.values())}
    total = 0.0
    for members in _members(keys):
        total += sum(len(members & theirs[answers[m]]) / len(members) for m in members)
    return total / len(keys) if keys else 0.0


def _ceaf(keys: Clusters, answers: Clusters) -> float:
    """Returns CEAF-e F1: the best one-to-one alignment of clusters by phi-4, found component by component of overlapping clusters."""
    left, right = _members(keys), _members(answers)
    home = {m: n for n, members in enumerate(right) for m in members}
    links = [sorted({home[m] for m in members}) for members in left]
    best = sum(_alignment(part, links, left, right) for part in _components(links))
    return 2 * best / (len(left) + len(right)) if left else 0.0


def _components(links: Sequence[Sequence[int]]) -> list[list[int]]:
    """Returns the left clusters in groups that share no right cluster with one another."""
    by_right: dict[int, list[int]] = defaultdict(list)
    for i, rights in enumerate(links):
        for j in rights:
            by_right[j].append(i)
    seen: set[int] = set()
    found = []
    for start in range(len(links)):
        if start in seen:
            continue
        seen.add(start)
        group, waiting = [], [start]
        while waiting:
            i = waiting.pop()
            group.append(i)
            fresh = {k for j in links[i] for k in by_right[j]} - seen
            seen |= fresh
            waiting += sorted(fresh)
        found.append(sorted(group))
    return found


def _alignment(
    part: Sequence[int], links: Sequence[Sequence[int]], left: Sequence[frozenset[Hashable]], right: Sequence[frozenset[Hashable]]
) -> float:
    """Returns the greatest sum of phi-4 over one-to-one pairs within one component."""
    columns = sorted({j for i in part for j in links[i]})
    rows = [[2 * len(left[i] & right[j]) / (len(left[i]) + len(right[j])) for j in columns] for i in part]
    if len(rows) > len(columns):
        rows = [list(column) for column in zip(*rows, strict=True)]
    return _assigned(rows)


def _assigned(gain: Sequence[Sequence[float]]) -> float:
    """Returns the greatest total of an assignment of rows (no more than columns) to columns: the Hungarian method, O(n^2 m)."""
    height, width = len(gain), len(gain[0])
    u, v, match = [0.0] * (height + 1), [0.0] * (width + 1), [0] * (width + 1)
    for i in range(1, height + 1):
        match[0], j0 = i, 0
        least, way, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
        while match[j0]:
            used[j0] = True
            row, delta, j1 = match[j0], float("inf"), 0
            for j in range(1, width + 1):
                if not used[j]:
                    cost = -gain[row - 1][j - 1] - u[row] - v[j]
                    if cost < least[j]:
                        least[j], way[j] = cost, j0
                    if least[j] < delta:
                        delta, j1 = least[j], j
            _shift(used, delta, match, u, v, least)
            j0 = j1
        while j0:
            match[j0], j0 = match[way[j0]], way[j0]
    return sum(gain[match[j] - 1][j - 1] for j in range(1, width + 1) if match[j])


def _shift(used: list[bool], delta: float, match: list[int], u: list[float], v: list[float], least: list[float]) -> None:
    """Moves the potentials of the Hungarian method by `delta`."""
    for j, taken in enumerate(used):
        if taken:
            u[match[j]] += delta
            v[j] -= delta
        else:
            least[j] -= delta
