"""A long document is read part by part; nothing is lost at the seams, and all spans are those of the whole text."""

import dataclasses

import pytest

from counterclaim.model import Document, Problem, Span, sha256_of, words_of
from counterclaim.reading.parts import PART, parts, read_in_parts
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

REPORT = "Kyiv said on Friday that its troops had advanced two kilometres near Bakhmut. Moscow denied a breach.\n\n"
HALF = "x" * (PART // 2 + 10)
TEXTS = [
    ("", 0, "nothing is one part"),
    ("x" * PART, PART, "as long as a part"),
    ("x" * (PART + 1), PART, "no place to cut"),
    (f"{HALF} a\n\nb. c\nd {HALF}", PART // 2 + 14, "a paragraph before a line, sentence or word"),
    (f"{HALF} a\nb. c {HALF}", PART // 2 + 13, "a line before a sentence or word"),
    (f"{HALF} a. b c {HALF}", PART // 2 + 14, "a sentence before a word"),
]


@pytest.mark.parametrize(("text", "end", "why"), TEXTS)
def test_where_parts_end(text, end, why):
    found = list(parts(text))
    assert (found[0].end, found[-1].end, len(found) <= 2) == (end, len(text), True), why
    assert "".join(p.of(text) for p in found) == text


def document(text):
    return Document("d", text, sha256_of(text), published="2023-05-12", language="en")


def test_a_long_document_reads_as_its_parts():
    text = REPORT * 250
    whole, first = read(document(text), Recipe()), read(document(next(parts(text)).of(text)), Recipe())
    assert whole.document.text == text
    assert whole.claims[: len(first.claims)] == first.claims
    assert whole.annotations.times[: len(first.annotations.times)] == first.annotations.times
    assert all(c.text == words_of(text, c.content) and text.count("\n\n", *c.sentence) == 0 for c in whole.claims)
    assert len(whole.claims) == 250 * len(read(document(REPORT), Recipe()).claims)
    for ids in ([c.id for c in whole.claims], [a.id for a in whole.annotations.attributions]):
        assert len(set(ids)) == len(ids)
    assert {c.attribution for c in whole.claims} <= {a.id for a in whole.annotations.attributions} | {None}
    assert whole == read(document(text), Recipe())


def test_one_problem_of_all_parts_is_told_once():
    def reader(part, piece):
        told = (Problem("reading", "odd"), Problem("reading", part.text[:3], Span(1, 2)))
        return dataclasses.replace(read(document("A."), Recipe()), document=part, problems=told)

    text = "one" + "x" * (PART - 3) + "two"
    assert read_in_parts(document(text), reader).problems == (
        Problem("reading", "odd"),
        Problem("reading", "one", Span(1, 2)),
        Problem("reading", "two", Span(PART + 1, PART + 2)),
    )


@pytest.mark.parametrize("unit", ["the army said that it took the hill and ", "x", "word ", "“"])
def test_a_long_text_of_one_piece_is_read(unit):
    text = (unit * 40_000)[:40_000]
    found = read(document(text), Recipe())
    assert all(0 <= s.start <= s.end <= len(text) for s in found.annotations.sentences)
