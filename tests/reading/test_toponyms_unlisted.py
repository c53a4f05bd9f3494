"""Place names that no gazetteer has, as the words around them announce them."""

import re

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Place, Span, Toponym
from counterclaim.reading.toponyms_unlisted import unlisted, unlisted_place
from counterclaim.reading.toponyms_words import vocabulary, words_of


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Troops stood in Halvik on Friday. They took Halvik at dawn.", ["Halvik", "Halvik"], "announced once, a place everywhere"),
        ("They took Halvik, a town of mills.", ["Halvik"], "called a town"),
        ("The village of Port Senna burned.", ["Port Senna"], "the village of"),
        ("They stood east of Halvik.", ["Halvik"], "a direction of"),
        ("He arrived in May and spoke in English.", [], "a month and a language"),
        ("Ilo Dresk spoke. They fled from Dresk.", [], "from goes with persons too"),
        ("Rebels took Halvik on Friday.", ["Halvik"], "the object of a capture"),
        ("Rebels took Halvikan guns.", [], "an adjective"),
        ("Rebels captured Dresk. Colonel Dresk had led the guard.", [], "a person elsewhere in the text"),
        ("Troops left Halvik on Thursday Island Day.", ["Halvik"], "no weekday"),
        ("They marched past Brannock Pass and Fort Ellum.", ["Brannock Pass", "Fort Ellum"], "the name says what it is"),
        ("The Halvik Defence Council spoke of Operation Falcon Ridge.", [], "an organisation and an operation"),
        ("They work at Halvik Group offices.", [], "an organisation"),
    ],
)
def test_names_that_words_of_place_announce(text, expected, why):
    found = unlisted(text, words_of(text), (), vocabulary("en"))
    assert [t.span.of(text) for t in found] == expected, why
    assert all(t.place is None for t in found)


def test_what_the_gazetteer_has_is_left_to_it():
    text = "Troops stood in Halvik."
    known = Toponym(Span(16, 22), Place("x", "Halvik", 1.0, 1.0))
    assert unlisted(text, words_of(text), (known,), vocabulary("en")) == ()


def test_an_unlisted_place_has_a_name_and_no_point():
    place = unlisted_place("Port Senna")
    assert (place.id, place.name, place.point) == ("text:port-senna", "Port Senna", None)


@pytest.mark.parametrize("example", language_table("en", "toponyms")["announcing"]["examples"])
def test_examples_of_the_table(example):
    text = example.replace("{", "").replace("}", "")
    marked = [m.replace("{", "").replace("}", "") for m in re.findall(r"{[^}]*}", example)]
    assert [t.span.of(text) for t in unlisted(text, words_of(text), (), vocabulary("en"))] == marked
