"""Claims that name no day take it from the report, where the report gives one."""

import pytest

from counterclaim.model import Document
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

PUBLISHED = "2023-05-12"


def claim_of(text: str, words: str):
    """The speaker's claim whose content holds the words."""
    found = read(Document("one", text, "0", published=PUBLISHED), Recipe()).claims
    return next(c for c in found if c.source is not None and words in c.text)


def value(time) -> str | None:
    return None if time is None else time.value


SHELLED = "Heavy shelling hit Dunmar on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "time", "said", "why"),
    [
        (SHELLED + "The army said shells had hit a clinic.", "clinic", "2023-05-08", None, "the same kind of event, told once"),
        (SHELLED + "The army said rebels had attacked.", "attacked", "2023-05-08", None, "a deed told on from the narration's day"),
        (SHELLED + "The army said it controls the town.", "controls", None, None, "a state may be today's"),
        (SHELLED + "The army said on Wednesday that rebels had attacked.", "attacked", None, "2023-05-10", "said on another day"),
        (SHELLED + "The army said it would strike back.", "strike", None, None, "what is to come"),
        (SHELLED + "The army called on rebels to attack.", "attack", None, None, "a demand"),
        (
            "Rebels shelled Dunmar on Monday and Halvik on Wednesday. The army said rebels had shelled the town.",
            "had shelled",
            "2023-05-08",
            None,
            "the place inherited by both is Dunmar",
        ),
        (
            "Rebels shelled Dunmar on Monday. Rebels shelled Dunmar again on Wednesday. It rained. The army said Dunmar had been shelled.",
            "had been shelled",
            None,
            None,
            "two days are told",
        ),
        (
            "Governor says bridge blown up\n\nThe bridge at Dunmar was blown up on Wednesday. It rained.",
            "bridge blown up",
            "2023-05-10",
            None,
            "a headline's deed has the lede's day",
        ),
        (
            "Rebels attacked Dunmar in March 2021. The army at the time said it had repelled the attack.",
            "repelled",
            "2021-03",
            "2021-03",
            "said at the time",
        ),
        ("The war began in February 2022. The army said it had taken Dunmar.", "taken", None, None, "a war's beginning dates no deed"),
        ("Since January rebels have shelled Dunmar. The army said it had retaken a hill.", "hill", None, None, "months are no day"),
        (
            "Rebels took Dunmar on Monday. Shops were shut. It rained. A clinic closed. The army said it had taken a village.",
            "village",
            None,
            None,
            "too far off to be one event",
        ),
        (
            "The army said on Thursday: \u201cYesterday rebels shelled the port.\u201d The mayor said the port had been shelled.",
            "had been",
            "2023-05-11",
            None,
            "told in another's words",
        ),
        ("The council said the water would reach the quay within hours.", "quay", "2023-05-12", None, "hours from now are today's"),
        ("The council said the siege had lasted for hours.", "lasted", None, None, "a length of time alone is no day"),
        ("On Friday, the ministry said that a drone had struck the port on Thursday.", "drone", "2023-05-11", "2023-05-12", "two times"),
    ],
)
def test_days(text, words, time, said, why):
    claim = claim_of(text, words)
    assert (value(claim.time), value(claim.said)) == (time, said), why


def test_the_day_taken_points_at_its_words():
    text = SHELLED + "The army said shells had hit a clinic."
    claim = claim_of(text, "clinic")
    assert claim.time is not None and claim.time.span is not None
    assert claim.time.span.of(text) == "Monday"
    assert (claim.time.begin, claim.time.end) == ("2023-05-08", "2023-05-08")
