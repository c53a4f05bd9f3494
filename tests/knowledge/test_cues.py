"""Every entry of the cue tables carries an example; each comes out as it is marked."""

import re
from typing import Any

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Span
from counterclaim.reading.attributions import attributions
from counterclaim.reading.quotes import quotations
from counterclaim.reading.sentences import sentences

KINDS = ("verb", "noun", "passive", "adverb", "adjective", "phrase")
ENTRIES = [(kind, entry) for kind in KINDS for entry in language_table("en", "cues")[kind]]


def marked(example: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The plain text of an example and its marked roles: {source}, [cue], <content>."""
    text, roles, opened = "", {"source": [], "cue": [], "content": []}, {}
    names = {"{": "source", "[": "cue", "<": "content", "}": "source", "]": "cue", ">": "content"}
    for piece in re.split(r"([{}\[\]<>])", example):
        if piece in ("{", "[", "<"):
            opened[names[piece]] = len(text)
        elif piece in ("}", "]", ">"):
            roles[names[piece]].append(Span(opened.pop(names[piece]), len(text)))
        else:
            text += piece
    return text, {name: tuple(spans) for name, spans in roles.items()}


def identity(value: Any) -> str:
    kind, entry = value
    return f"{kind}-{entry.get('lemma') or entry.get('participle') or entry.get('word') or entry.get('words')}"


@pytest.mark.parametrize("entry", ENTRIES, ids=identity)
def test_example_comes_out_as_marked(entry: tuple[str, dict[str, Any]]) -> None:
    text, roles = marked(entry[1]["example"])
    found = attributions(text, sentences(text), quotations(text))
    shown = [{name: getattr(a, name) for name in roles} for a in found]
    assert roles in shown, [{name: [s.of(text) for s in spans] for name, spans in a.items()} for a in shown]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e[0] == "verb"], ids=identity)
def test_stance_of_verb(entry: tuple[str, dict[str, Any]]) -> None:
    text, roles = marked(entry[1]["example"])
    found = [a for a in attributions(text, sentences(text), quotations(text)) if a.cue == roles["cue"]]
    assert [a.stance for a in found] == [entry[1]["stance"]]
    assert [a.polarity for a in found] == ["negative" if entry[1]["stance"] == "denies" else "positive"]
