"""Drafts: attributions as the constructions find them, before ids, stances and relays."""

from dataclasses import dataclass

from counterclaim.model import Basis, Role, Span
from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.clauses import Word


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution in the making.

    `cue_entry` is the lexicon's cue, None where no word reports; `how` the way the content is bound ("tail" when it stands before the cue);
    `basis` what the construction itself offers; `unit` the index of its unit.
    """

    source: Role
    cue: Role
    content: Role
    cue_entry: Cue | None
    how: str
    unit: int = 0
    negated: bool = False
    able: bool = False
    hearsay: bool = False
    basis: Basis = "none"
    mutual: Role = ()
    confidence: float = 0.8


def pieces(words: tuple[Word, ...], *ranges: tuple[int, int]) -> Role:
    """Returns the spans of the word ranges `(start, end)` that hold anything but marks."""
    found = []
    for start, end in ranges:
        while start < end and words[start].tags & {"pause", "stop", "close"}:
            start += 1
        while end > start and words[end - 1].tags & {"pause", "stop", "open"}:
            end -= 1
        if end < len(words) and words[end].has("close") and sum(w.has("open") - w.has("close") for w in words[start:end]) > 0:
            end += 1
        if start < end:
            found.append(Span(words[start].start, words[end - 1].end))
    return tuple(sorted(found))
