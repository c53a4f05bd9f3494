"""The build of a noun phrase that names a speaker: its segments, its head, whose it is and of what."""

from dataclasses import dataclass

from counterclaim.reading.scene import Item, Scene

HEADS = frozenset(
    {
        "person",
        "post",
        "party",
        "body",
        "institution",
        "title",
        "honorific",
        "state",
        "forces",
        "publisher",
        "carrier",
        "unnamed",
        "anaphor",
        "pronoun",
    }
)


SINGLE = frozenset({"person", "post", "party", "body", "state", "publisher", "pronoun"})
"""Heads that name one by itself."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One segment of a phrase: the items up to the first preposition, and the complements after it.

    `head` is its last heavy item before the first preposition; `before` what stands before the head, `after` the plain words that
    follow it; `complement` the items after a `preposition` of belonging ("of", "for").
    """

    items: tuple[Item, ...]
    head: Item | None
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    complement: tuple[Item, ...]
    preposition: str = ""


def segments(scene: Scene, first: int, last: int) -> tuple[tuple[Item, ...], ...]:
    """Returns the items of a phrase, parted at commas, brackets, dashes and line breaks; empty parts are left out."""
    parts: list[list[Item]] = [[]]
    for item in scene.items(first, last):
        if item.kind == "mark":
            parts.append([])
        else:
            parts[-1].append(item)
    return tuple(tuple(p) for p in parts if p)


def phrase_of(scene: Scene, items: tuple[Item, ...]) -> Phrase:
    """Returns the build of one segment."""
    cut = next((n for n, i in enumerate(items) if i.kind == "prepositions" and n > 0), len(items))
    front, rest = _first_of_many(items[:cut]), items[cut:]
    heavy = [n for n, i in enumerate(front) if i.kind in HEADS and i.kind != "pronoun"]
    heavy = heavy or [n for n, i in enumerate(front) if i.kind == "pronoun"]
    preposition, complement = _complement(scene, rest)
    if not heavy:
        return Phrase(items, None, front, (), complement, preposition)
    head = heavy[-1]
    rear = front[head + 1 :]
    after = tuple(i for i in rear if i.kind in ("Word", "word"))
    return Phrase(items, front[head], front[:head], after, complement, preposition)


def _first_of_many(front: tuple[Item, ...]) -> tuple[Item, ...]:
    """Returns the first of several speakers joined by "and"; one head for all ("Russian and Ukrainian officials") stays whole."""
    for number, item in enumerate(front):
        if item.kind != "conjunctions":
            continue
        before = [i for i in front[:number] if i.kind in HEADS]
        after = [i for i in front[number + 1 :] if i.kind in HEADS]
        if before and before[-1].kind in SINGLE and (not after or after[-1].kind in SINGLE):
            return front[:number]
    return front


def _complement(scene: Scene, rest: tuple[Item, ...]) -> tuple[str, tuple[Item, ...]]:
    belonging = scene.words.words["belonging"]
    for number, item in enumerate(rest):
        if item.kind == "prepositions" and scene.tokens[item.first].key in belonging:
            return scene.tokens[item.first].key, rest[number + 1 :]
    return "", ()
