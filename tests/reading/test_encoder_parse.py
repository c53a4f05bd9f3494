"""The trained reader on invented sentences: it must find the plain cases, and the same bytes come whatever stands beside a text."""

import pytest

from counterclaim.knowledge.models import ModelError, ReaderModel, has_reader, reader_model
from counterclaim.model import Span
from counterclaim.reading.attributions import attributions
from counterclaim.reading.encoder_attributions import learned
from counterclaim.reading.encoder_parse import LONGEST, _windows, parse
from counterclaim.reading.encoder_session import Session
from counterclaim.reading.quotes import quotations
from counterclaim.reading.sentences import sentences

TEXT = (
    "The Selmar council said its troops overran the quarry at Dolna overnight. The militia's commander, Ilo Dresk, dismissed the account "
    "and insisted his fighters still held the ridge.\n\nShells struck the market, residents said."
)


def parsed(text, reader=None):
    return parse(text, sentences(text), (), "en", reader)


def test_a_reader_ships_for_english_and_for_no_language_without_one():
    assert has_reader("en")
    assert not has_reader("xx")


def test_a_missing_reader_names_the_file_and_the_way_out():
    with pytest.raises(ModelError, match=r"reader\.onnx: missing; reinstall counterclaim, or read with --reader grammar"):
        reader_model("xx")


def test_words_tags_and_arcs():
    found = parsed(TEXT)
    low = [word.of(TEXT) for word in found.words]
    verb = low.index("overran")
    assert found.upos[verb] == "VERB"
    assert low[found.heads[low.index("troops")]] == "overran"
    assert found.relations[low.index("troops")] == "nsubj"
    assert found.relations[low.index("quarry")] == "obj"
    assert low[found.heads[verb]] == "said"
    assert found.relations[verb] == "ccomp"


def test_attributions():
    drafts = learned(TEXT, parsed(TEXT))
    told = {(d.source[0].of(TEXT), d.cue[0].of(TEXT), d.content[0].of(TEXT)) for d in drafts if d.source and d.cue}
    assert ("The Selmar council", "said", "its troops overran the quarry at Dolna overnight") in told
    assert ("residents", "said", "Shells struck the market") in told


def test_names():
    found = parsed(TEXT)
    assert ("Ilo Dresk", "person") in {(TEXT[found.words[m.first].start : found.words[m.last].end], m.label) for m in found.mentions}


def test_the_same_text_gives_the_same_scores_whatever_was_read_before_and_with_how_many_threads():
    alone = parsed(TEXT)
    parsed("Something else entirely. " * 30)
    assert parsed(TEXT) == alone
    assert parsed(TEXT, Session(reader_model("en"), threads=2)) == alone


def test_hints_of_the_grammar_are_taken():
    spans = sentences(TEXT)
    known = attributions(TEXT, spans, quotations(TEXT))
    assert known
    assert parse(TEXT, spans, known) != parse(TEXT, spans)


@pytest.mark.parametrize("text", ["", "?", "\u200b", "x" * 5000, "12 " * 400, "— ".join("ab" * 300), "Київ заявив, що місто тримається."])
def test_odd_texts_are_read_without_error_and_every_word_is_answered_for_once(text):
    found = parsed(text) if text.strip() else parse(text, ())
    assert len(found.words) == len(found.upos) == len(found.heads) == len(found.relations) == len(found.reporting)
    assert all(0 <= head < len(found.words) for head in found.heads)


SIZES = [[10] * 60, [LONGEST] * 3, [1], [90, 110, 90, 110, 30], [199, 2, 199, 2], []]


@pytest.mark.parametrize("sizes", SIZES)
def test_windows_answer_for_each_word_once_and_are_no_longer_than_the_longest(sizes):
    found = list(_windows(sizes))
    assert [k for w in found for k in range(w.own, w.past)] == list(range(sum(sizes)))
    assert all(w.start <= w.own and w.past <= w.end and w.end - w.start <= LONGEST for w in found)


def test_a_damaged_label_file_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "zz"
    folder.mkdir()
    for name in ("reader.onnx", "roles.onnx", "tokenizer.json"):
        (folder / name).write_bytes(b"")
    (folder / "labels.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr("counterclaim.knowledge.models.FOLDER", tmp_path)
    reader_model.cache_clear()
    with pytest.raises(ModelError, match=r"labels\.json: .*; reinstall counterclaim, or read with --reader grammar"):
        reader_model("zz")


def test_content_spans_lie_in_the_text():
    for draft in learned(TEXT, parsed(TEXT)):
        assert all(Span(0, len(TEXT)).covers(span) for role in (draft.source, draft.cue, draft.content) for span in role)


def test_models_are_values():
    assert isinstance(reader_model("en"), ReaderModel)
