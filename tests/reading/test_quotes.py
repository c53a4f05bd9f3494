"""Quotations of every kind of mark, balanced or not."""

import pytest

from counterclaim.model import Span
from counterclaim.reading.quotes import Quotation, quotations

CASES = [
    ("“A mill,” he said.", ["“A mill,”"], "curly"),
    ('He said "a mill" and "a dam".', ['"a mill"', '"a dam"'], "straight"),
    ("Er sagte „eine Mühle“ dazu.", ["„eine Mühle“"], "German"),
    ("Il dit «un moulin» ici.", ["«un moulin»"], "French"),
    ("He said ``a mill'' there.", ["``a mill''"], "typewriter"),
    ("He said ''a mill'' there.", ["''a mill''"], "two apostrophes"),
    ("‘Almost no walls left’ in Brenn", ["‘Almost no walls left’"], "single curly"),
    ("A 'critical zone' near Brenn", ["'critical zone'"], "single straight"),
    ("Holm's mill isn't the miller's.", [], "apostrophes"),
    ("The doctors' union and the nurses' union", [], "plural genitives"),
    ("A ‘doctors’ strike’ began.", ["‘doctors’ strike’"], "a plural genitive inside single quote marks"),
    ("'I thought we'd die' - a patient", ["'I thought we'd die'"], "an apostrophe inside single quote marks"),
    ("The class of '68 met.", [], "a year"),
    ("“He said ‘go’ to us,” Holm said.", ["“He said ‘go’ to us,”"], "only the outermost"),
    ('He said “a mill" there.', ['“a mill"'], "marks that do not match"),
    ("He said “a mill has burned and", ["“a mill has burned and"], "no closing mark: to the paragraph's end"),
    ("A mill” burned.", [], "no opening mark"),
    ("“ no risk ” here", ["“ no risk ”"], "blanks inside"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=lambda v: v[:30] if isinstance(v, str) else None)
def test_quotations(text: str, expected: list[str], why: str) -> None:
    assert [q.span.of(text) for q in quotations(text)] == expected, why


def test_fields_of_a_quotation() -> None:
    assert quotations("He “held it” on.") == (Quotation(Span(3, 12), Span(4, 11), closed=True, continued=False, lower=True),)


def test_a_quotation_that_goes_on_in_the_next_paragraph() -> None:
    text = "“A mill.\n\n“A dam.” he said."
    assert [(q.span.of(text), q.closed, q.continued) for q in quotations(text)] == [("“A mill.", False, True), ("“A dam.”", True, False)]


def test_an_unclosed_quotation_that_ends_with_its_paragraph() -> None:
    text = "He said “a mill.\n\nA dam “burst” then."
    assert [(q.span.of(text), q.closed, q.continued) for q in quotations(text)] == [("“a mill.", False, False), ("“burst”", True, False)]


@pytest.mark.parametrize("mark", [' "a', " “a", " 'a", " ‘a", "” "], ids=repr)
def test_many_unbalanced_marks_end_in_linear_time(mark: str) -> None:
    text = mark * 50_000
    assert all(q.span.end <= len(text) for q in quotations(text))
