"""Reading whole documents: what comes out, that it is pure, and that nothing it is given makes it fail."""

import dataclasses

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.model import Document, Reading, sha256_of
from counterclaim.model.contract import reading_json
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe


def document(text, language="en", published="2023-05-12"):
    return Document(id="d", text=text, sha256=sha256_of(text), language=language, published=published)


def test_a_language_without_data_is_a_problem():
    reading = read(document("Armia zajęła wieś.", "pl"), Recipe())
    assert reading.claims == ()
    assert [p.step for p in reading.problems] == ["reading"]
    assert reading.problems[0].message.startswith('no data for language "pl"')


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", None])
def test_regions_and_no_language_are_english(language):
    reading = read(document("The mayor said rebels had captured the village.", language), Recipe())
    assert [c.event.code for c in reading.claims] == ["capture"]


def test_the_same_document_gives_the_same_reading():
    text = "Kyiv said its forces had advanced near Bakhmut on Friday. Moscow denied the claim. Fighting went on in the town."
    assert read(document(text), Recipe()) == read(document(text), Recipe())


def spans(value):
    """All spans anywhere in a value of the model."""
    if isinstance(value, tuple) and hasattr(value, "covers"):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))


PIECES = st.sampled_from(
    [
        "Kyiv said ",
        "the rebels ",
        "had captured ",
        "denied ",
        "claims of ",
        "a breach ",
        "near Bakhmut ",
        "on Friday ",
        "“we hold ",
        "it” ",
        ", ",
        ". ",
        "\n\n",
        "each other ",
        "blamed ",
        "for ",
        "40 tanks ",
        "by ",
        "to ",
        "no ",
        "\u200b",
        "U.S. ",
        "(",
        "’",
        "— ",
        "accused ",
        "Ukraine ",
        "of shelling ",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("")
@example("denied")
@example("said \ud800 that")
def test_no_text_makes_it_fail_and_all_spans_lie_in_the_text(text):
    reading = read(document(text), Recipe())
    assert isinstance(reading, Reading)
    assert all(0 <= s.start < s.end <= len(text) for s in spans((reading.annotations, reading.claims)))
    assert len({c.id for c in reading.claims}) == len(reading.claims)
    reading_json(reading)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_characters_can_be_read(text):
    assert read(document(text), Recipe()).document.text == text


def test_a_long_text_without_a_stop_is_read():
    text = "the army captured the town and " * 4000
    assert len(read(document(text), Recipe()).annotations.events) == 4000
