"""The month is no hedge and no modal: "12 May", "in May"; the verb is both."""

import pytest

from counterclaim.model import Document
from counterclaim.reading.events import told_events
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences

TOLD = [
    ("Orva, 12 May - Its troops overran the quarry.", "certain", "told", "a dateline"),
    ("On 9 May the army captured the town.", "certain", "told", "a day before the month"),
    ("On May 9 the army captured the town.", "certain", "told", "a day after the month"),
    ("In May the army captured the town.", "certain", "told", "a preposition"),
    ("The army in May captured the town.", "certain", "told", "between subject and verb"),
    ("The army may have captured the town.", "possible", "told", "the verb"),
    ("Army May Have Captured the Town", "possible", "told", "the verb in a title"),
]


@pytest.mark.parametrize(("text", "certainty", "mood", "why"), TOLD)
def test_events(text, certainty, mood, why):
    (told,) = told_events(text, sentences(text))
    assert (told.mention.certainty, told.mood) == (certainty, mood), why


SAID = [
    ("The council said that on 9 May the army captured the town.", "certain"),
    ("The council said the army may have captured the town.", "possible"),
    ("The council said in May the army captured the town.", "certain"),
]


@pytest.mark.parametrize(("text", "certainty"), SAID)
def test_attributions(text, certainty):
    (attribution,) = read(Document("x", text, ""), Recipe()).annotations.attributions
    assert attribution.certainty == certainty
