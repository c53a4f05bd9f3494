"""Bad input: a clear message that names the file and the way out, the right exit code, nothing stored lost."""

import json

import pytest

from counterclaim.model import sha256_of

GOOD = json.dumps({"id": "good", "text": "The army said it held Dunmar."}) + "\n"


@pytest.mark.parametrize(
    ("name", "data", "words", "why"),
    [
        ("empty.txt", b"", "it is empty", "an empty file"),
        ("binary.txt", bytes(range(256)) * 40, "not text", "a binary under a text's name"),
        ("half.jsonl", GOOD.encode() + b'{"id": "x", "text"\n', "half.jsonl", "a broken line; the other is read"),
        ("no.txt", None, "no.txt", "a file that is not there"),
        ("notext.jsonl", b'{"id": "x"}\n', "text", "a line without its text"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_done(counterclaim, tmp_path, name, data, words, why):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.jsonl").write_text(GOOD, encoding="utf-8")
    ran = counterclaim("add", name, "good.jsonl")
    assert ran.code == 1, why
    assert name in ran.err and words in ran.err
    assert "Traceback" not in ran.err
    assert [c["document"] for c in counterclaim("claims", "--json").lines][:1] == ["good"]


def test_a_huge_file_is_refused_with_a_way_out(counterclaim, tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    ran = counterclaim("read", "huge.txt")
    assert ran.code == 1
    assert "huge.txt" in ran.err and "split" in ran.err


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("word " * 200_000, "1 MB without a full stop"),
        ("\u200b\u202e\ufeff\u0600" * 2000, "zero-width and right-to-left characters"),
        ("“" * 20_000, "nothing but opening quotation marks"),
        ("said " * 50_000, "nothing but a reporting verb"),
        ("9" * 200_000, "nothing but digits"),
        ("\x00 the army said that it fled \ud800", "a null and a lone surrogate"),
    ],
)
def test_odd_texts_are_read(counterclaim, text, why):
    ran = counterclaim("read", "--jsonl", "-", given=json.dumps({"id": "odd", "text": text}) + "\n")
    assert ran.code == 0, (why, ran.err[-500:])
    assert ran.lines[0]["document"]["characters"] == len(text)


def test_wrongly_encoded_text_is_read_or_named(counterclaim, tmp_path):
    text = "Le général dit que l'armée a tenu, déclare-t-il à la presse régionale."
    (tmp_path / "latin.txt").write_bytes(text.encode("latin-1"))
    ran = counterclaim("read", "latin.txt")
    assert ran.code == 0
    assert ran.lines[0]["document"]["sha256"] == sha256_of(text)


def test_a_record_that_is_none_is_said_so_and_left_alone(counterclaim, tmp_path):
    (tmp_path / "letter.db").write_text("Dear all, this is no record." * 50, encoding="utf-8")
    ran = counterclaim("claims", db="letter.db")
    assert ran.code == 2
    assert "letter.db" in ran.err and "not a counterclaim record" in ran.err
    assert (tmp_path / "letter.db").read_text(encoding="utf-8").startswith("Dear all")


def test_a_missing_record_is_not_made_by_asking(counterclaim, tmp_path):
    ran = counterclaim("claims", db="none.db")
    assert ran.code == 2
    assert "none.db" in ran.err and "add" in ran.err
    assert not (tmp_path / "none.db").exists()


def test_a_full_disk_loses_nothing(counterclaim, report):
    counterclaim("add", report)
    before = counterclaim("claims", "--json").out
    ran = counterclaim("export", "csv", "--output", "/dev/full", "--recent")
    assert ran.code == 2
    assert "/dev/full" in ran.err
    assert counterclaim("claims", "--json").out == before


@pytest.mark.parametrize(
    "words",
    [("add",), ("read",), ("unpick",), ("nonsense",), ("export", "docx"), ("show", "zzzz"), ("unpick", "x.txt", "--conflict", "none-such")],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(counterclaim, report, tmp_path, words):
    (tmp_path / "x.txt").write_text("The army said it held Dunmar.", encoding="utf-8")
    counterclaim("add", report)
    ran = counterclaim(*words)
    assert ran.code == 2
    assert "Traceback" not in ran.err
