"""Who says what, from the trained reader's scores: cues first, then each word's role towards each cue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from counterclaim.reading.encoder_session import Numbers, Scores, Session, softmax

SURE = 0.5
"""The probability from which a word is taken for the beginning of a cue."""
SOURCE, CONTENT, CUE = 1, 2, 3
Runs = tuple[tuple[int, int], ...]
"""Runs of words `[first, last]`."""


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution in words: `cue` is empty where a mark stands for it; `confidence` is the cue's and the roles' mean probability."""

    anchor: int
    cue: Runs
    source: Runs
    content: Runs
    form: str
    stance: str
    confidence: float

    def moved(self, by: int) -> "Saying":
        """Returns the saying with all word indices moved."""
        cue, source, content = (tuple((a + by, b + by) for a, b in runs) for runs in (self.cue, self.source, self.content))
        return replace(self, anchor=self.anchor + by, cue=cue, source=source, content=content)


def sayings(reader: Session, scores: dict[str, Scores], sentence: Sequence[int], words: Sequence[str]) -> list[Saying]:
    """Returns the attributions of a window whose contents hold a letter, in the order of their anchors."""
    shares = softmax(scores["cues"])
    cues = list(_cues(shares, sentence))
    if not cues:
        return []
    anchors: Numbers = np.array([last for _, last, _ in cues])
    roles = softmax(reader.roles(scores, anchors, sentence))
    found = []
    for (first, last, marked), share in zip(cues, roles, strict=True):
        best = viterbi(np.log(share + 1e-9), reader.model.transitions)
        for k in range(first, last + 1):
            best[k] = 0 if marked else CUE
        content = _runs(best, CONTENT, words)
        if content:
            sure = float(np.mean([share[k, best[k]] for k in range(len(best)) if best[k]] + [shares[first].max()]))
            found.append(_saying(reader, scores, (first, last, marked), best, (content, words, sentence), sure))
    return found


def _saying(
    reader: Session,
    scores: dict[str, Scores],
    cue: tuple[int, int, bool],
    best: list[int],
    seen: tuple[Runs, Sequence[str], Sequence[int]],
    sure: float,
) -> Saying:
    (first, last, marked), (content, words, sentence) = cue, seen
    labels = reader.model.labels
    form, stance = (labels[name][int(scores[name][last].argmax())] for name in ("forms", "stances"))
    more = tuple(r for r in _runs(best, CUE, words) if sentence[r[0]] == sentence[last] and not r[0] <= last <= r[1])
    source = _nearest(_runs(best, SOURCE, words), last)
    return Saying(last, () if marked else tuple(sorted(((first, last), *more))), source, content, form, stance, sure)


def _cues(shares: Scores, sentence: Sequence[int]) -> list[tuple[int, int, bool]]:
    """Returns the cues: first word, last word, and whether it is a mark that stands for one."""
    found: list[tuple[int, int, bool]] = []
    k = 0
    while k < len(shares):
        if shares[k, 3] >= SURE:
            found.append((k, k, True))
        elif shares[k, 1] >= SURE:
            last = k
            while last + 1 < len(shares) and sentence[last + 1] == sentence[k] and shares[last + 1, 2] >= SURE:
                last += 1
            found.append((k, last, False))
            k = last
        k += 1
    return found


def viterbi(scores: Scores, transitions: Sequence[Sequence[float]]) -> list[int]:
    """Returns the best path through log scores [W, R], given the log odds of one role after another [R][R]."""
    steps = np.array(transitions)
    best, back = scores[0].astype(np.float64), []
    for row in scores[1:]:
        reach = best[:, None] + steps
        back.append(reach.argmax(0))
        best = reach.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _runs(best: Sequence[int], role: int, words: Sequence[str]) -> Runs:
    """Returns the runs of a role that hold a letter or digit."""
    found: list[tuple[int, int]] = []
    for k, one in enumerate(best):
        if one != role:
            continue
        if found and found[-1][1] == k - 1:
            found[-1] = (found[-1][0], k)
        else:
            found.append((k, k))
    return tuple(r for r in found if any(c.isalnum() for word in words[r[0] : r[1] + 1] for c in word))


def _nearest(runs: Runs, anchor: int) -> Runs:
    """Returns the run that is the source: the nearest one before or after the anchor."""
    return (min(runs, key=lambda r: min(abs(r[0] - anchor), abs(r[1] - anchor))),) if runs else ()
