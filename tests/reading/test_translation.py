"""Signs of machine translation, as data with examples, and stray words before surnames."""

import re

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Mention, Party, Place, Span, Toponym
from counterclaim.reading.translation import translation_signs

TABLE = language_table("en", "translation")
TARVEL = Party("tarvel", "Ivan Tarvel", "ostrel", "person")


@pytest.mark.parametrize("sign", TABLE["sign"], ids=lambda s: s["example"])
def test_each_sign_is_seen_in_its_example(sign):
    assert re.search(sign["pattern"], sign["example"])


@pytest.mark.parametrize("rule", TABLE["spelling"], ids=lambda r: r["example"][0])
def test_each_spelling_rule_tells_its_pair_apart(rule):
    foreign, english = rule["example"]
    assert re.search(rule["text"], foreign)
    assert re.search(rule["canonical"], english)


def named(text: str, word: str, place: str) -> Toponym:
    at = text.index(word)
    return Toponym(Span(at, at + len(word)), Place("x", place, 0.0, 0.0))


def test_two_weak_signs_and_a_spelling_betray_french():
    text = "The minister assured this Friday that Soumar stood."
    signs = translation_signs(text, (), (named(text, "Soumar", "Sumar"),))
    assert signs.language == "fr"
    assert signs.problems[0].message == "machine-translated from French by the look of it: quotations are not verbatim"


@pytest.mark.parametrize(
    "text",
    [
        "The union demands an end to the shelling.",
        "The ministry said on Friday that the road was open.",
        "The mayor assured reporters the bridge would hold.",
    ],
)
def test_plain_english_is_no_translation(text):
    assert translation_signs(text, (), ()).language is None


def test_a_place_right_before_a_surname_is_a_stray():
    text = "“They fled,” said Sumar Tarvel."
    at = text.index("Tarvel")
    person = Mention(Span(at, at + 6), "person", TARVEL)
    (problem,) = translation_signs(text, (person,), (named(text, "Sumar", "Sumar"),)).problems
    assert problem.message.startswith('a stray "Sumar" before "Tarvel"')


@pytest.mark.parametrize("given", ["Ivan", "Ivahn"])
def test_a_given_name_that_is_a_place_too_is_no_stray(given):
    text = f"So said {given} Tarvel."
    end = text.index("Tarvel")
    for start in (8, end):
        person = Mention(Span(start, end + 6), "person", TARVEL)
        assert translation_signs(text, (person,), (named(text, given, given),)).problems == ()


def test_a_possessive_place_before_a_name_is_none():
    text = "Sumar's Tarvel spoke."
    person = Mention(Span(8, 14), "person", TARVEL)
    assert translation_signs(text, (person,), (Toponym(Span(0, 7), Place("x", "Sumar", 0.0, 0.0)),)).problems == ()
