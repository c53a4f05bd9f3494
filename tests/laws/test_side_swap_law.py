"""A law on texts: where two sides' names change places in a story, the output changes sides and nothing else."""

import re

import pytest

from counterclaim.crosscheck import crosscheck
from counterclaim.model import Document, sha256_of
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

STORIES = [
    (
        ("ukraine", "russia"),
        [("Ukraine", "Russia"), ("Ukrainian", "Russian"), ("Kyiv", "Moscow"), ("Zelenskyy", "Putin")],
        [
            "Ukraine said its troops had captured the town of Soledar. Russia denied that Ukrainian troops had taken the town.",
            "Kyiv accused Moscow of blowing up the dam near Nova Kakhovka. Moscow said that Ukrainian forces had shelled the dam.",
            "The Ukrainian defence ministry said at least 40 Russian soldiers had been killed near Bakhmut. "
            "The Russian defence ministry said that four Russian soldiers had been killed near Bakhmut.",
            "Zelenskyy said the fight for Bakhmut was not over. Putin announced that Russian troops had taken Bakhmut.",
        ],
    ),
    (
        ("armenia", "azerbaijan"),
        [("Armenia", "Azerbaijan"), ("Armenian", "Azerbaijani"), ("Yerevan", "Baku")],
        [
            "Armenia and Azerbaijan accused each other of shelling villages near Goris.",
            "Armenia said that Azerbaijani troops had opened fire first. Azerbaijan rejected the claim.",
            "Yerevan said it had agreed to a cease-fire. Baku denied that a cease-fire had been agreed.",
        ],
    ),
]
LINES = [(sides, names, text) for sides, names, texts in STORIES for text in texts]


def swapped(text, names):
    """Returns the text with each pair of names changed about, longest names first."""
    pairs = {a: b for one, other in names for a, b in ((one, other), (other, one))}
    return re.sub(r"\b(?:" + "|".join(sorted(pairs, key=len, reverse=True)) + r")\b", lambda m: pairs[m[0]], text)


def plain(text, sides, turned):
    """Returns what is read and found, without offsets and names, its sides changed about where `turned`."""
    one, other = sides
    turn = {one: other, other: one} if turned else {}
    document = Document("d", text, sha256_of(text), published="2023-06-10T12:00:00Z", language="en")
    claims = read(document, Recipe()).claims
    numbers = {c.id: n for n, c in enumerate(claims)}
    told = [
        (
            c.stance,
            c.form,
            turn.get(c.source.side, c.source.side) if c.source else None,
            c.event and (c.event.code, c.event.polarity, c.event.certainty),
            turn.get(c.event.agent.side, c.event.agent.side) if c.event and c.event.agent else None,
            c.place.place.name if c.place else None,
            [(q.low, q.high) for q in c.quantities],
        )
        for c in claims
    ]
    relations = sorted(
        (r.kind, r.tier, r.confidence, *sorted((numbers[r.left], numbers[r.right])), *[(b.field, b.agreement) for b in r.because])
        for r in crosscheck(claims).relations
    )
    return told, relations


@pytest.mark.parametrize(("sides", "names", "text"), LINES, ids=[text[:40] for _, _, text in LINES])
def test_swapping_the_sides_names_in_a_text_swaps_the_sides_and_changes_nothing_else(sides, names, text):
    assert plain(text, sides, False) == plain(swapped(text, names), sides, True)


@pytest.mark.parametrize(("sides", "names", "text"), LINES, ids=[text[:40] for _, _, text in LINES])
def test_the_stories_have_something_to_swap(sides, names, text):
    told, relations = plain(text, sides, False)
    assert {side for claim in told for side in (claim[2], claim[4])} >= set(sides)
    assert swapped(swapped(text, names), names) == text
    assert {r[0] for r in relations} == (set() if "at least" in text else {"contradicts"})
