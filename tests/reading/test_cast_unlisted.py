"""Who is who in wars that no file lists: short invented reports with the party and side of each source in braces."""

import json
import re
from pathlib import Path

import pytest

from counterclaim.model import Attribution, Span
from counterclaim.reading.cast import cast
from counterclaim.reading.sentences import sentences

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases" / "unlisted.jsonl").read_text(encoding="utf-8").splitlines()]


def spoken(marked):
    """The text without its braces, and the spans that they held."""
    text, spans, start = "", [], 0
    for part in re.split(r"([{}])", marked):
        if part == "{":
            start = len(text)
        elif part == "}":
            spans.append(Span(start, len(text)))
        else:
            text += part
    return text, spans


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_party_and_side_of_each_source(case):
    text, spans = spoken(case["text"])
    hint = [Attribution(str(n), (s,), (), (), "indirect", "asserts") for n, s in enumerate(spans)]
    found = cast(text, sentences(text), None, case["day"], "en", hint)
    answers = [found.resolve((span,)) for span in spans]
    assert [[a.party.name if a.party else None, a.side] for a in answers] == case["who"]
