"""Other names in the same sentences: so that the reader learns the sentences, not who is who in them."""

import random
from collections.abc import Sequence
from dataclasses import replace

from samples import KINDS, MENTION_TAGS, Sample, Saying

from counterclaim.reading.encoder_parse import bio_runs

SWAPPED = ("person", "organisation", "unit", "place", "nationality")
Runs = list[tuple[int, int, str]]


def names_of(samples: Sequence[Sample]) -> dict[str, list[tuple[str, ...]]]:
    """Returns all names of the samples by kind, sorted."""
    found: dict[str, set[tuple[str, ...]]] = {kind: set() for kind in KINDS}
    for sample in samples:
        for first, last, kind in _runs(sample):
            found[kind].add(tuple(sample.words[first : last + 1]))
    return {kind: sorted(names) for kind, names in found.items()}


def renamed(sample: Sample, names: dict[str, list[tuple[str, ...]]], clock: random.Random) -> Sample:
    """Returns a sample with each capitalised name of persons, bodies, units, places and peoples replaced by another of its kind."""
    chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
    order: list[tuple[int, str]] = []
    at = 0
    for first, last, kind in _runs(sample):
        given = tuple(sample.words[first : last + 1])
        if kind not in SWAPPED or not given[0][:1].isupper():
            continue
        order += [(k, sample.words[k]) for k in range(at, first)]
        new = chosen.setdefault(given, clock.choice(names[kind]))
        order += [(min(first + n, last), word) for n, word in enumerate(new)]
        at = last + 1
    order += [(k, sample.words[k]) for k in range(at, len(sample.words))]
    return _reordered(sample, order)


def _runs(sample: Sample) -> Runs:
    return bio_runs(MENTION_TAGS[tag] for tag in sample.mentions or [])


def _reordered(sample: Sample, order: Sequence[tuple[int, str]]) -> Sample:
    """Returns the sample with the words of an order: for each the word that it stands for, and its letters."""
    old = [k for k, _ in order]
    new_of = {k: n for n, k in enumerate(old)}

    def taken(values: list[int] | None) -> list[int] | None:
        return None if values is None else [values[k] for k in old]

    return replace(
        sample,
        words=[word for _, word in order],
        layout=[sample.layout[k] for k in old],
        sentence=[sample.sentence[k] for k in old],
        mentions=_begun(taken(sample.mentions), old),
        events=taken(sample.events),
        polarity=taken(sample.polarity),
        certainty=taken(sample.certainty),
        cues=taken(sample.cues),
        hints=taken(sample.hints),
        sayings=[Saying(new_of[s.anchor], [s.roles[k] for k in old], s.form, s.stance) for s in sample.sayings if s.anchor in new_of],
    )


def _begun(tags: list[int] | None, old: Sequence[int]) -> list[int] | None:
    """Returns mention tags in which a word that was repeated for a longer name goes on with it."""
    if tags is None:
        return None
    return [tag + 1 if n and old[n] == old[n - 1] and MENTION_TAGS[tag][0] == "B" else tag for n, tag in enumerate(tags)]
