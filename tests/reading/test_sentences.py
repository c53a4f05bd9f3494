"""Where paragraphs and sentences begin and end."""

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Span
from counterclaim.reading.sentences import paragraphs, sentences

CASES = [
    ("The mill burned. Nobody was hurt.", ["The mill burned.", "Nobody was hurt."], "two sentences"),
    ("The mill burned!  Nobody was hurt?", ["The mill burned!", "Nobody was hurt?"], "other marks, two blanks"),
    ("", [], "nothing"),
    (" \n\t ", [], "white space only"),
    ("Gen. Holm met Mr. Brand on Jan. 5 in the U.S. capital.", ["Gen. Holm met Mr. Brand on Jan. 5 in the U.S. capital."], "abbreviations"),
    (
        "He lives in the U.S. The mill is in Brenn.",
        ["He lives in the U.S.", "The mill is in Brenn."],
        "an abbreviation that ends a sentence",
    ),
    ("J. Holm wrote it.", ["J. Holm wrote it."], "an initial"),
    ("It cost 3.5 million. It sank.", ["It cost 3.5 million.", "It sank."], "a decimal point"),
    ("The mill burned.The mayor fled.", ["The mill burned.", "The mayor fled."], "a missing space"),
    ("See brenn.example.org for more.", ["See brenn.example.org for more."], "no missing space in an address"),
    ("“The mill burned.” Holm fled.", ["“The mill burned.”", "Holm fled."], "closing quote marks stay with the sentence"),
    ("“Stop!” said Holm.", ["“Stop!” said Holm."], "a small letter goes on with the sentence"),
    ("Mill burns\n\nA mill burned.", ["Mill burns", "A mill burned."], "a headline has no full stop"),
    ("Mill burns\n Read on A mill", ["Mill burns", "Read on A mill"], "a feed's pieces"),
    ("A mill burned in\nBrenn on Monday.", ["A mill burned in\nBrenn on Monday."], "a line break after a small word"),
    (
        "The army held. The armyBrenn fell. Brenn is lost.",
        ["The army held.", "The army", "Brenn fell.", "Brenn is lost."],
        "words run together",
    ),
    ("McAllen and YouTube agreed.", ["McAllen and YouTube agreed."], "a capital inside a name"),
    ("He waited... Then he left.", ["He waited...", "Then he left."], "three dots"),
    ("He waited… and left.", ["He waited… and left."], "an ellipsis within a sentence"),
    ("\ufeffThe mill burned.\u200b", ["The mill burned."], "zero-width characters"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=lambda v: v[:30] if isinstance(v, str) else None)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in sentences(text)] == expected, why


def test_spans_refer_to_the_text_as_given() -> None:
    assert sentences("  A mill.\n\n B mill. ") == (Span(2, 9), Span(12, 19))


def test_paragraphs_are_lines() -> None:
    assert paragraphs("A\n\nB b\n C") == (Span(0, 1), Span(3, 6), Span(8, 9))


def test_lines_of_a_wrapped_text_are_one_paragraph() -> None:
    line = "the mill by the river has burned for nine days and nine nights"
    text = "\n".join([line] * 4 + ["and then it fell."])
    assert paragraphs(text) == (Span(0, len(text)),)
    assert paragraphs(f"{text}\n\nAnother.") == (Span(0, len(text)), Span(len(text) + 2, len(text) + 10))


@pytest.mark.parametrize("entry", language_table("en", "sentences")["boilerplate"], ids=lambda e: e["example"][:30])
def test_boilerplate_is_a_sentence_of_its_own(entry: dict[str, str]) -> None:
    marked = entry["example"]
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    assert Span(start, start + marked.index("]") - start - 1) in sentences(text)


def test_text_without_a_stop_is_cut_in_linear_time() -> None:
    assert len(sentences("a mill " * 150_000)) == 1
    assert sentences(" " * 1_000_000) == ()
