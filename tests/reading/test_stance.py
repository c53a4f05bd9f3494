"""Stance, polarity, certainty and basis; each entry of the tables carries an example that comes out so."""

import re
from typing import Any

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Attribution
from counterclaim.reading.attributions import attributions
from counterclaim.reading.quotes import quotations
from counterclaim.reading.sentences import sentences

TABLE = language_table("en", "stances")


def first(text: str) -> Attribution:
    return attributions(text, sentences(text), quotations(text))[0]


def unmarked(example: str) -> str:
    return re.sub(r"[{}\[\]<>]", "", example)


@pytest.mark.parametrize("entry", TABLE["turn"], ids=lambda e: e["stance"])
def test_content_turns_the_stance(entry: dict[str, Any]) -> None:
    assert first(unmarked(entry["example"])).stance == entry["stance"]


@pytest.mark.parametrize("entry", TABLE["hedge"], ids=lambda e: e["certainty"])
def test_hedges(entry: dict[str, Any]) -> None:
    assert first(unmarked(entry["example"])).certainty == entry["certainty"]


@pytest.mark.parametrize("entry", TABLE["basis"], ids=lambda e: e["basis"])
def test_basis(entry: dict[str, Any]) -> None:
    text = unmarked(entry["example"])
    found = attributions(text, sentences(text), quotations(text))
    assert entry["basis"] in [a.basis for a in found]


POLARITY = [
    ("The army denied the loss.", "denies", "negative", "a denial"),
    ("The army did not deny the loss.", "asserts", "positive", "a negated denial"),
    ("The army never denied the loss.", "asserts", "positive", "negated by an adverb"),
    ("The army confirmed the loss.", "confirms", "positive", "a confirmation"),
    ("The army could not confirm the loss.", "doubts", "positive", "unable to confirm"),
    ("The army has not confirmed the loss.", "doubts", "positive", "not confirmed"),
    ("The army cannot rule out a loss.", "asserts", "positive", "unable to rule out"),
    ("The army said the report is not true.", "denies", "positive", "the content denies, the cue does not"),
    ("The army said Kelvar is to blame.", "accuses", "positive", "the content blames"),
    ("The army says it will hold the mill.", "promises", "positive", "the speaker's own future"),
    ("The army says the rain will stop.", "asserts", "positive", "another's future"),
    ("The army asked whether the mill stood.", "doubts", "positive", "a question"),
    ("The army asked residents to leave.", "demands", "positive", "a request"),
    ("The army mocked claims of a breakthrough.", "doubts", "positive", "mockery"),
]


@pytest.mark.parametrize(("text", "stance", "polarity", "why"), POLARITY)
def test_stance_and_polarity(text: str, stance: str, polarity: str, why: str) -> None:
    assert (first(text).stance, first(text).polarity) == (stance, polarity), why


CERTAINTY = [
    ("The army said the mill burned.", "certain", "no hedge"),
    ("The army said the mill may have burned.", "possible", "a modal"),
    ("The army said the mill burned, and rain could follow.", "certain", "a hedge after the first clause"),
    ("The mill reportedly burned.", "probable", "hearsay"),
    ("The army believes the mill burned.", "probable", "a verb of thought"),
    ("The army cannot rule out a loss.", "possible", "unable to deny it"),
    ("The army could not confirm that the mill burned.", "certain", "ability is no hedge"),
]


@pytest.mark.parametrize(("text", "certainty", "why"), CERTAINTY)
def test_certainty(text: str, certainty: str, why: str) -> None:
    assert first(text).certainty == certainty, why


BASIS = [
    ("The army said the mill burned.", "none", "nothing offered"),
    ("The army said footage of the mill was old.", "none", "footage that is the content"),
    ("A witness told reporters the mill burned.", "witness", "the source is one"),
    ("In a video, Holm said the mill burned.", "footage", "the setting shows it"),
]


@pytest.mark.parametrize(("text", "basis", "why"), BASIS)
def test_what_is_offered(text: str, basis: str, why: str) -> None:
    assert first(text).basis == basis, why
