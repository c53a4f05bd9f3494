"""What the user names becomes documents, in order; what cannot be read is named with a way out."""

import gzip
import io
import json
import os
import sys

import pytest

from counterclaim.ingest import Unreadable, documents, jsonl, unreadable
from counterclaim.ingest.documents import _kind, _sniffed
from counterclaim.model import Problem, sha256_of

REPORT = "Army takes hill\n\nThe army said on Monday that it had taken the hill.\n"


class Standard:
    """A standard input that holds bytes."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


def one(path, data, **options):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (found,) = documents([str(path)], **options)
    return found


TEXTS = [
    (REPORT.encode(), REPORT, "plain UTF-8"),
    (REPORT.replace("\n", "\r\n").encode(), REPORT.replace("\n", "\r\n"), "line ends stay as they are, so offsets are the user's own"),
    (b"\xef\xbb\xbf" + REPORT.encode(), REPORT, "a byte order mark is no character of the text"),
    (REPORT.encode("utf-16"), REPORT, "UTF-16 with its mark"),
    (REPORT.encode("utf-16-le"), REPORT, "UTF-16 without a mark, as Windows programs write it"),
    (REPORT.encode("utf-32"), REPORT, "UTF-32 with its mark"),
    (
        "\u200bThe\u200d army\u202e said\ufeff so.".encode(),
        "\u200bThe\u200d army\u202e said\ufeff so.",
        "zero-width and direction marks stay",
    ),
    ("قال الجيش إنه تقدم.".encode(), "قال الجيش إنه تقدم.", "right-to-left text stays in its order"),
    ("cafe\u0301".encode(), "cafe\u0301", "nothing is normalised"),
    (b"  \n The army said so. \x0c\n", "  \n The army said so. \x0c\n", "outer white space and form feeds stay"),
]


@pytest.mark.parametrize(("data", "text", "why"), TEXTS)
def test_plain_text_is_the_given_text(tmp_path, data, text, why):
    found = one(tmp_path / "a.txt", data)
    assert (found.text, found.sha256, found.problems) == (text, sha256_of(text), ()), why
    assert found.id == sha256_of(text)[:16]


def test_guessed_encoding_is_told(tmp_path):
    text = "Военные сообщили, что город остаётся под их контролем, а противник отступил к реке. " * 5
    found = one(tmp_path / "a.txt", text.encode("cp1251"))
    assert found.text == text
    assert found.problems == (Problem("ingest", "not UTF-8: read as cp1251; save the file as UTF-8 if words look wrong"),)


NAMES = [
    ("2023-05-12 evening.txt", "2023-05-12", "a day before the name"),
    ("2023-05-12.txt", "2023-05-12", "a day alone"),
    ("2023-13-40 x.txt", None, "no such day"),
    ("report-2023-05-12.txt", "2023-05-12", "a day behind the name"),
    ("2023-05-123.txt", None, "a longer number"),
    ("a.txt", None, "no day is never today"),
]


@pytest.mark.parametrize(("name", "published", "why"), NAMES)
def test_day_of_publication_from_the_name(tmp_path, name, published, why):
    assert one(tmp_path / name, REPORT).published == published, why


TITLES = [
    (REPORT, "Army takes hill", "a first line without full stop"),
    ("# Army takes hill\nText.", "Army takes hill", "a Markdown heading"),
    ("The army took the hill.\nIt said so.", None, "a sentence is no headline"),
    ("Army takes hill", None, "a single line is the report itself"),
    ("x" * 200 + "\n\nText.", None, "too long for a headline"),
]


@pytest.mark.parametrize(("text", "title", "why"), TITLES)
def test_title_of_plain_text(tmp_path, text, title, why):
    assert one(tmp_path / "a.txt", text).title == title, why


BAD = [
    (b"", "it is empty", "an empty file"),
    (b" \n\t\n", "it is empty", "only white space"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "it is not text", "a picture"),
    (b"\x7fELF\x02\x01\x01" + b"\0" * 64, "it is not text", "a program"),
    (b"\xff\xfe\x00\xd8x", "it says it is utf-16 but byte 2 is not", "broken UTF-16"),
]


@pytest.mark.parametrize(("data", "says", "why"), BAD)
def test_bad_files_are_named(tmp_path, data, says, why):
    found = one(tmp_path / "a.txt", data)
    assert isinstance(found, Unreadable), why
    assert (found.name, found.why) == (str(tmp_path / "a.txt"), says), why
    assert found.way_out


def test_missing_file_and_broken_link(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert [str(u).split("; ")[0] for u in documents([str(tmp_path / "no.txt"), str(tmp_path / "gone.txt")])] == [
        f"{tmp_path / 'no.txt'}: No such file or directory",
        f"{tmp_path / 'gone.txt'}: No such file or directory",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.xml", "a.json"])
def test_huge_file_is_refused_before_it_is_read(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(100_000_000)
    (found,) = documents([str(path)])
    assert (found.why, "split" in found.way_out) == ("it is 100 MB long, a document may have 20 MB", True)


def test_a_megabyte_without_a_full_stop(tmp_path):
    text = "the army said that " * 55_000
    found = one(tmp_path / "a.txt", text)
    assert (found.text, found.language) == (text, "en")


def test_folder_is_read_in_order_and_survives_a_bad_file(tmp_path):
    (tmp_path / "b").mkdir()
    for name, data in (
        ("z.txt", REPORT),
        ("a.txt", "One."),
        ("b/c.md", "Two."),
        ("bad.txt", ""),
        ("picture.png", "x"),
        (".hidden.txt", "x"),
    ):
        (tmp_path / name).write_text(data)
    (tmp_path / "README.md").write_text("About the folder.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    found = list(documents([str(tmp_path)]))
    assert [d.why if isinstance(d, Unreadable) else d.text for d in found] == [
        "One.",
        "it is empty",
        "No such file or directory",
        REPORT,
        "Two.",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_with_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    (tmp_path / "a.txt").chmod(0)
    first, second = documents([str(tmp_path)])
    assert (first.name, first.why, second.text) == (str(tmp_path / "a.txt"), "Permission denied", "Two.")


def test_folder_without_reports_says_so(tmp_path):
    (found,) = documents([str(tmp_path)])
    assert found.why == "the folder holds no reports"


def test_file_address_and_standard_input(tmp_path, monkeypatch):
    (tmp_path / "a b.txt").write_text(REPORT)
    monkeypatch.setattr(sys, "stdin", Standard(b"Pasted text."))
    assert [d.text for d in documents([(tmp_path / "a b.txt").as_uri(), "-"])] == [REPORT, "Pasted text."]


def test_json_of_one_and_of_many(tmp_path):
    (tmp_path / "one.json").write_text('{"text": "A.", "id": 7}')
    (tmp_path / "many.json").write_text('[{"text": "B."}, {"id": "x"}]')
    (tmp_path / "bad.json").write_text("{")
    found = list(documents([str(tmp_path / n) for n in ("one.json", "many.json", "bad.json")]))
    assert [d.why if isinstance(d, Unreadable) else (d.id, d.text) for d in found] == [
        ("7", "A."),
        (sha256_of("B.")[:16], "B."),
        'it has no "text"',
        "it is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))",
    ]


def test_raw_bytes_go_to_the_archive(tmp_path):
    kept = []
    found = one(tmp_path / "a.txt", b"\xef\xbb\xbf" + REPORT.encode(), archive=lambda data: kept.append(data) or sha256_of(data))
    assert kept == [b"\xef\xbb\xbf" + REPORT.encode()]
    assert found.archived == sha256_of(kept[0])


LINES = [
    ('{"text": "A.\\r\\nB."}', "A.\r\nB.", "escapes are characters"),
    ('{"text": "A\\u2028B"}', "A\u2028B", "a line separator inside a text"),
    ('{"text": "\\ud83d\\ude00 A"}', "\U0001f600 A", "a surrogate pair is one code point"),
    ('{"text": "\\ud800 A"}', "\ud800 A", "a lone surrogate is kept"),
    ('{"text": "A\\u0000B"}', "A\0B", "NUL is kept"),
]


@pytest.mark.parametrize(("line", "text", "why"), LINES)
def test_text_of_a_json_line_is_unchanged(tmp_path, line, text, why):
    found = one(tmp_path / "a.jsonl", line)
    assert (found.text, found.sha256) == (text, sha256_of(text)), why


def test_json_line_with_all_its_fields(tmp_path):
    line = (
        '{"id": "r1", "text": "A.", "published": "2031-03-02T10:00:00Z", "publisher": "The Example", "url": "https://example.org/1", '
        '"language": "en", "title": "T", "synthetic": true, "other": [1]}\n'
    )
    found = one(tmp_path / "a.jsonl", line)
    assert (found.id, found.text, found.published, found.publisher) == ("r1", "A.", "2031-03-02T10:00:00Z", "The Example")
    assert (found.url, found.language, found.title, found.synthetic) == ("https://example.org/1", "en", "T", True)
    assert found.archived == sha256_of(line.rstrip("\n"))


def test_a_language_given_stands_but_is_doubted(tmp_path):
    text = "Armia podała w poniedziałek, że zajęła wzgórze nad rzeką po dwóch dniach walk, a przeciwnik temu zaprzeczył."
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "language": "en"}))
    (found,) = documents([str(tmp_path / "a.jsonl")])
    assert (found.language, found.problems) == ("en", (Problem("ingest", 'given as "en" but written in "pl"'),))


BROKEN = [
    ("{", "it is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))", "cut off"),
    ("[1]", 'it is no object such as {"text": "..."}', "another JSON value"),
    ("{}", 'it has no "text"', "no text"),
    ('{"text": 1}', 'it has no "text"', "a text that is none"),
    ('{"text": " "}', 'its "text" is empty', "an empty text"),
    ('{"text": "A.", "id": {}}', 'its "id" is not a plain text or number of at most 300 characters', "an id that is none"),
    ('{"text": "A.", "id": "\\u0000"}', 'its "id" is not a plain text or number of at most 300 characters', "an id no database can hold"),
    ('{"text": "A.", "publisher": 3}', 'its "publisher" is not a text', "a publisher that is none"),
    ("[" * 100_000, "it is not JSON (", "nesting that would break a parser"),
]


@pytest.mark.parametrize("published", ["yesterday", "03-02-2009", "12 May 2023"])
def test_a_report_whose_day_is_none_is_read_as_undated(tmp_path, published):
    found = one(tmp_path / "a.jsonl", json.dumps({"text": "A.", "published": published}))
    says = f'its "published" ({published!r}) is not a date (2023-05-12) or date-time (2023-05-12T10:00:00Z): read as undated'
    assert (found.published, found.problems) == (None, (Problem("ingest", says),))


@pytest.mark.parametrize(("line", "says", "why"), BROKEN)
def test_a_broken_line_is_named_and_the_rest_is_done(tmp_path, line, says, why):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "Before."}}\n\n{line}\n{{"text": "After."}}')
    before, broken, after = documents([], [str(path)])
    assert (before.text, after.text) == ("Before.", "After."), why
    assert broken.name == f"{path}:3"
    assert broken.why.startswith(says), why


def test_a_line_that_is_not_utf8_and_one_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_BYTES", 100)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "\xff"}\n' + b'{"text": "' + b"x" * 450 + b'"}\n' + b'{"text": "After."}')
    broken, long, after = documents([], [str(path)])
    assert (broken.name, broken.why) == (f"{path}:1", "byte 10 is not UTF-8")
    assert (long.name, long.why) == (f"{path}:2", unreadable.too_big("").why)
    assert after.text == "After."


def test_packed_lines_and_a_damaged_pack(tmp_path):
    whole = gzip.compress(b"".join(b'{"text": "Report %d."}\n' % n for n in range(2000)))
    (tmp_path / "a.jsonl.gz").write_bytes(whole)
    (tmp_path / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    assert [d.text for d in documents([str(tmp_path / "a.jsonl.gz")])] == [f"Report {n}." for n in range(2000)]
    *_, last = documents([str(tmp_path / "cut.jsonl.gz")])
    assert (last.name, last.why) == (str(tmp_path / "cut.jsonl.gz"), "it is damaged or cut off")


def test_lines_from_the_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Standard(b'{"text": "A."}\nx\n'))
    good, bad = documents([], ["-"])
    assert (good.text, bad.name) == ("A.", "-:2")


def test_one_text_in_two_outlets_is_two_documents(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "A.", "publisher": "One"}\n{"text": "A.", "publisher": "Two"}\n{"text": "A.", "publisher": "One"}')
    ids = [d.id for d in documents([], [str(path)])]
    assert ids[0] == ids[2] != ids[1]


KINDS = [
    ("report.HTML", b"plain words", "html", "a suffix in capitals"),
    ("page.txt", b"\n<!DOCTYPE html><html></html>", "html", "a page saved as text"),
    ("feed.txt", b'<?xml version="1.0"?><rss version="2.0">', "feed", "a feed saved as text"),
    ("a.html", b"%PDF-1.7", "pdf", "a PDF saved as a page"),
    ("a.unknown", b"words", "text", "an unknown suffix, named by the user, is tried as text"),
]


@pytest.mark.parametrize(("name", "data", "kind", "why"), KINDS)
def test_kind_from_first_bytes_before_suffix(name, data, kind, why):
    assert _sniffed(data, _kind(name) or "text") == kind, why


def test_standard_input_too_long(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Standard(b"x" * (unreadable.MAX_BYTES + 1)))
    assert list(documents(["-"])) == [unreadable.too_big("standard input")]
