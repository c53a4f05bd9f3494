"""The record: what goes in comes out, in SQLite and PostgreSQL; it says what is wrong with it."""

import dataclasses
import sqlite3

import pytest
from sqlalchemy import event, text

from counterclaim.model import (
    Annotations,
    Attribution,
    Claim,
    ClaimEvent,
    ClaimPlace,
    ClaimTime,
    Document,
    Event,
    Judgement,
    Participant,
    Place,
    Problem,
    Question,
    Reading,
    Relation,
    Source,
    Span,
    sha256_of,
)
from counterclaim.record import Fault, Record, RecordError, Selection
from counterclaim.record.migrations import MIGRATIONS

AT = "2031-03-03T00:00:00Z"
TEXT = "The army of Varnia said it had taken Orlivka."


def document(id_="d1", body=TEXT, **fields):
    return Document(id=id_, text=body, sha256=sha256_of(body), **fields)


def claim(id_, of="d1", **fields):
    known = {
        "id": id_,
        "document": of,
        "sentence": Span(0, 45),
        "attribution": "a1",
        "form": "indirect",
        "stance": "asserts",
        "basis": "none",
        "confidence": 0.5,
        "source": Source((Span(0, 18),), "The army of Varnia", "Army of Varnia", "varnia-army", "varnia"),
        "cue": (Span(19, 23),),
        "content": (Span(24, 44),),
        "text": "it had taken Orlivka",
        "published": "2031-03-02",
    }
    return Claim(**(known | fields))


def reading(of=None, claims=(), problems=()):
    marks = Annotations(
        sentences=(Span(0, 45),), attributions=(Attribution("a1", (Span(0, 18),), (Span(19, 23),), (Span(24, 44),), "indirect", "asserts"),)
    )
    return Reading(of or document(), marks, tuple(claims), tuple(problems))


def stored(record, *readings, keys=lambda claim: ["b"]):
    with record.writing() as changes:
        changes.store([(r, [keys(c) for c in r.claims]) for r in readings], AT)


@pytest.fixture
def record(record_url):
    with Record.open(record_url) as record:
        yield record


def test_what_goes_in_comes_out(record):
    first = reading(
        document(title="T", published="2031-03-02T08:00:00Z", language="en", synthetic=True, problems=(Problem("ingest", "guessed"),)),
        [claim("c1"), claim("c2", event=ClaimEvent("capture", Span(31, 36), Participant("Varnia", "varnia"), None, "positive", "certain"))],
        [Problem("reading", "odd", Span(1, 2))],
    )
    second = reading(document("d2", "Nothing.\0 \ud800 end"))
    stored(record, first, second)
    assert list(record.readings()) == [first, second]
    assert list(record.readings("d2")) == [second]
    assert list(record.documents()) == [first.document, second.document]
    assert (record.document("d2"), record.document("d3")) == (second.document, None)
    assert list(record.claims()) == list(first.claims)
    assert (record.claim("c2"), record.claim("c3")) == (first.claims[1], None)
    assert record.shas(["d1", "d2", "d3"]) == {"d1": first.document.sha256, "d2": second.document.sha256}


ORLIVKA = ClaimPlace(Place("p1", "Orlivka", 48.0, 37.0), Span(37, 44))
CLAIMS = [
    claim("c1", place=ORLIVKA, time=ClaimTime("2031-03-01", "2031-03-01", "2031-03-01", None)),
    claim("c2", source=None, event=ClaimEvent("capture", None, None, None, "positive", "certain"), published="2031-03-05T08:00:00Z"),
    claim("c3", time=ClaimTime("2031-W10", "2031-03-03", "2031-03-09T12:00:00", None), of="d2"),
]
SELECTIONS = [
    (Selection(), "c1 c2 c3", "all"),
    (Selection(place="orlivka"), "c1", "a place by name, in any case"),
    (Selection(place="p1"), "c1", "a place by id"),
    (Selection(party="army of varnia"), "c1 c3", "a party"),
    (Selection(side="varnia", document="d2"), "c3", "two conditions"),
    (Selection(code="capture"), "c2", "a code"),
    (Selection(since="2031-03-05"), "c2 c3", "from a day: said to have happened, else published"),
    (Selection(until="2031-03-03"), "c1 c3", "to a day"),
    (Selection(since="2031-03-02", until="2031-03-04T10:00:00"), "c3", "days only"),
    (Selection(party="nobody"), "", "none"),
]


@pytest.mark.parametrize(("wanted", "ids", "why"), SELECTIONS)
def test_claims_that_meet_conditions(tmp_path, wanted, ids, why):
    with Record.open(tmp_path / "r.db") as record:
        stored(record, reading(claims=CLAIMS[:2]), reading(document("d2", "Other."), CLAIMS[2:]))
        assert " ".join(c.id for c in record.claims(wanted)) == ids, why


def test_claims_that_meet_conditions_on_any_database(record):
    stored(record, reading(claims=CLAIMS[:2]), reading(document("d2", "Other."), CLAIMS[2:]))
    for wanted, ids, why in SELECTIONS:
        assert " ".join(c.id for c in record.claims(wanted)) == ids, why


def test_blocks_and_what_is_found_in_them(record):
    stored(record, reading(claims=[claim("c2"), claim("c1")]), keys=lambda c: ["x", "y"] if c.id == "c1" else ["y", "y"])
    assert record.stale_blocks() == ["x", "y"]
    weak, strong = Relation("repeats", "c1", "c2", "inferred", 0.4), Relation("contradicts", "c2", "c1", "explicit", 0.9)
    question, happening = Question("q", "Who?", "who", None, None, ()), Event("e", "capture", None, None, None, None, ("c1",))
    with record.writing() as changes:
        assert [(block, [c.id for c in claims]) for block, claims in changes.blocks(["x", "y", "z"])] == [
            ("x", ["c1"]),
            ("y", ["c1", "c2"]),
        ]
        changes.forget_findings(["x", "y"])
        changes.find("x", [weak], [question], [])
        changes.find("y", [strong], [question], [happening])
    assert record.stale_blocks() == []
    assert list(record.relations()) == list(record.relations("c2")) == [weak, strong]
    assert (list(record.relations("c9")), list(record.questions()), list(record.events())) == ([], [question, question], [happening])
    with record.writing() as changes:
        changes.forget_findings(["y"])
    assert (list(record.relations()), list(record.events())) == ([weak], [])
    with record.writing() as changes:
        changes.mark_all_stale()
    assert record.stale_blocks() == ["x", "y"]


def test_a_removed_document_stays_as_a_version(record):
    old = document(title="Hill", problems=(Problem("ingest", "guessed"),))
    stored(record, reading(old, [claim("c1")], [Problem("reading", "odd")]))
    with record.writing() as changes:
        changes.forget_findings(["b"])
        changes.remove(["d1", "unknown"], AT)
    assert (list(record.documents()), list(record.claims()), record.versions("d1")) == ([], [], (old,))
    assert (record.stale_blocks(), record.search("army"), record.coverage().problems) == (["b"], [], {})


def test_search_finds_whole_words_in_any_case(record):
    stored(record, reading(document("d1", TEXT, title="Hill taken")), reading(document("d2", "Варнія заявила: «місто наше».")))
    found = {
        words: [d.id for d in record.search(words)] for words in ("ORLIVKA army", "hill", "army місто", "місто", '"', "", "a* OR (", "arm")
    }
    assert found == {"ORLIVKA army": ["d1"], "hill": ["d1"], "army місто": [], "місто": ["d2"], '"': [], "": [], "a* OR (": [], "arm": []}


def test_a_long_document_is_searched_at_its_beginning(record):
    stored(record, reading(document("d1", " ".join(f"word{n}" for n in range(200_000)))))
    assert [d.id for d in record.search("word7")] == ["d1"]


def test_judgements_are_appended_and_never_changed(record):
    one, two = Judgement("j1", "c1", "accept", "", "ann", AT), Judgement("j2", "c1", "reject", "no\0te", "bob", AT)
    with record.writing() as changes:
        for judgement in (one, two, one):
            changes.judge(judgement)
    assert (list(record.judgements()), list(record.judgements("c2"))) == ([one, two], [])
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET verdict = 'reject'"):
        with pytest.raises(RecordError, match="never changed"), record.writing() as changes:
            changes._connection.execute(text(statement))
    assert list(record.judgements("c1")) == [one, two]


def test_archive_keeps_bytes_once_and_notices_damage(record):
    with record.writing() as changes:
        changes.archive({sha256_of(b"raw"): b"raw", sha256_of(b""): b""})
    with record.writing() as changes:
        changes.archive({sha256_of(b"raw"): b"raw"})
    assert (record.archived(sha256_of(b"raw")), record.archived(sha256_of(b"")), record.archived("x")) == (b"raw", b"", None)
    assert list(record.archive_faults()) == []
    with record.writing() as changes:
        changes.archive({"0" * 64: b"other"})
    assert list(record.archive_faults()) == [Fault("0" * 64, "the archived bytes do not have this SHA-256")]


def test_coverage_counts(record):
    stored(
        record,
        reading(
            document("d1", language="en", publisher="One", published="2031-03-02T08:00:00Z"), [claim("c1")], [Problem("reading", "no data")]
        ),
        reading(document("d2", language="en", publisher="One", published="2031-03-02")),
        reading(document("d3", language="pl"), [claim("c2", "d3", source=None)], [Problem("reading", "no data")]),
    )
    found = record.coverage()
    assert (found.documents, found.claims, found.first_day, found.last_day, found.days) == (3, 2, "2031-03-02", "2031-03-02", 1)
    assert (found.languages, found.publishers) == ({"en": 2, "pl": 1}, {"One": 2, None: 1})
    assert (found.sides, found.problems) == ({None: 1, "varnia": 1}, {("reading", "no data"): 2})


def test_a_transaction_that_fails_leaves_nothing(record):
    stored(record, reading())
    with pytest.raises(ZeroDivisionError), record.writing() as changes:
        changes.store([(reading(document("d2", "Two.")), [])], AT)
        raise ZeroDivisionError
    with pytest.raises(RecordError), record.writing() as changes:
        changes.store([(reading(document("d3", "Three.")), []), (reading(document("d1", "Again.")), [])], AT)
    assert [d.id for d in record.documents()] == ["d1"]


def test_reading_while_writing_sees_what_was_there(record):
    stored(record, *(reading(document(f"d{n}", f"Text {n}.")) for n in range(1200)))
    iterator = record.documents()
    next(iterator)
    stored(record, reading(document("late", "Late.")))
    assert len(list(iterator)) >= 1199
    assert record.document("late").text == "Late."


def test_opening_again_finds_all(record_url):
    with Record.open(record_url) as record:
        stored(record, reading())
    with Record.open(record_url) as record:
        assert [d.id for d in record.documents()] == ["d1"]


def test_a_newer_record_is_refused(record_url):
    with Record.open(record_url) as record, record.writing() as changes:
        changes._connection.execute(text("UPDATE meta SET value = '99'"))
    with pytest.raises(RecordError, match=f"schema 99, this one knows {len(MIGRATIONS)}\\); upgrade counterclaim"):
        Record.open(record_url)


def test_a_database_of_something_else_is_refused(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name)")
    before = path.read_bytes()
    with pytest.raises(RecordError, match=r"other\.db: it is a database but not a counterclaim record"):
        Record.open(path)
    assert len(path.read_bytes()) == len(before)


NOT_RECORDS = [
    ("text.db", b"Dear diary", "it is not a counterclaim record"),
    ("short.db", b"SQLite", "it is not a counterclaim record"),
    ("cut.db", b"SQLite format 3\0" + b"\x01" * 500, "it is not a counterclaim record"),
]


@pytest.mark.parametrize(("name", "data", "says"), NOT_RECORDS)
def test_a_file_that_is_no_record_is_refused_and_left_alone(tmp_path, name, data, says):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RecordError, match=says):
        Record.open(tmp_path / name)
    assert (tmp_path / name).read_bytes() == data


ADDRESSES = [
    ("{tmp}", "it is a folder; name a file"),
    ("{tmp}/no/r.db", "does not exist; make it first"),
    ("mysql://host/name", "only sqlite and postgresql records are known"),
    ("postgresql://127.0.0.1:1/none", "the server does not answer"),
    ("postgresql://host:port/name", "neither a path nor an address"),
]


@pytest.mark.parametrize(("where", "says"), ADDRESSES)
def test_a_bad_address_says_what_to_do(tmp_path, where, says):
    with pytest.raises(RecordError, match=says):
        Record.open(where.format(tmp=tmp_path))


def test_a_password_is_never_shown():
    with pytest.raises(RecordError) as error:
        Record.open("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)


def test_a_record_that_must_exist(tmp_path):
    with pytest.raises(RecordError, match=r"there is no record yet; make one with: counterclaim --db .*r\.db add FILE"):
        Record.open(tmp_path / "r.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_costs_only_the_open_transaction(tmp_path):
    with Record.open(tmp_path / "r.db") as record:
        stored(record, reading())
        event.listen(record._engine, "checkout", lambda connection, *_: connection.execute("PRAGMA max_page_count = 1"))
        with pytest.raises(RecordError, match="the disk is full; free some space and run the same command again; nothing half-written"):
            stored(record, reading(document("d2", "x" * 10_000_000)))
    with Record.open(tmp_path / "r.db") as record:
        assert [d.id for d in record.documents()] == ["d1"]


def test_two_writers_take_turns(record_url):
    with Record.open(record_url) as one, Record.open(record_url) as two:
        for n in range(5):
            stored(one, reading(document(f"a{n}", "A.")))
            stored(two, reading(document(f"b{n}", "B."), [claim(f"c{n}", f"b{n}")]))
        assert [d.id for d in one.documents()] == [f"{who}{n}" for n in range(5) for who in "ab"]
        assert [dataclasses.replace(c).id for c in two.claims()] == [f"c{n}" for n in range(5)]
