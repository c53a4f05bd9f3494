"""A denial that holds the denied words, of whomever they are: "denied the council's claim that ...", "denied reports of ..."."""

from dataclasses import replace

import pytest

from counterclaim.crosscheck import crosscheck
from counterclaim.model import Span

WORDS = "the claim that the northern army had taken the lock"
ANSWER, CLAIMED = Span(10, 61), Span(20, 61)


def relations(claim, stance, source="named", document="d1"):
    more = {"content": ANSWER, "text": WORDS, "stance": stance, "document": "d1"}
    denial = claim("Southern Ministry", "south", "capture", "north", False, **more)
    denied = claim(None, None, "capture", "north", content=CLAIMED, text=WORDS[10:], document=document)
    if source is None:
        denied = replace(denied, source=None, form="hearsay")
    return [(r.kind, r.tier) for r in crosscheck((denial, denied)).relations]


CASES = [
    ("denies", "named", "d1", [("contradicts", "explicit")], "the text says so, whoever the council is"),
    ("denies", None, "d1", [("contradicts", "explicit")], "reports that nobody is named for are denied too"),
    ("doubts", None, "d1", [], "who cannot confirm reports denies nothing"),
    ("denies", None, "d2", [], "hearsay meets nobody outside its report"),
]


@pytest.mark.parametrize(("stance", "source", "document", "expected", "why"), CASES)
def test_a_denial_parts_with_the_words_that_it_holds(claim, stance, source, document, expected, why):
    assert relations(claim, stance, source, document) == expected, why


def test_the_reason_does_not_make_hearsay_a_camp(claim):
    denial = claim("Southern Ministry", "south", "capture", "north", False, content=ANSWER, text=WORDS, document="d1")
    denied = replace(claim(None, None, "capture", "north", content=CLAIMED, text=WORDS[10:], document="d1"), source=None, form="hearsay")
    (relation,) = crosscheck((denial, denied)).relations
    assert relation.because[0].why == "Southern Ministry and hearsay, for which nobody is named"
