"""The workspace: adding is safe to repeat, findings stay current, nothing is lost or half-written."""

import functools
import itertools
import json

import pytest
from sqlalchemy import event

from counterclaim.crosscheck import Findings, crosscheck
from counterclaim.ingest import Unreadable
from counterclaim.knowledge.tables import DataError
from counterclaim.model import Annotations, Claim, ClaimEvent, Document, Problem, Question, Reading, Relation, Span, sha256_of, short_id
from counterclaim.reading.recipe import Recipe
from counterclaim.record import Fault, Record, RecordError
from counterclaim.workspace import AddReport, Rooms, Workspace, default_rooms, faults_of, read_all

NOW = "2031-03-03T00:00:00Z"
STORY = [
    ("2023-05-10", "Russian troops captured the town of Bakhmut, the Russian Ministry of Defence said on Wednesday."),
    ("2023-05-10", "Ukraine denied that Russian troops had captured Bakhmut."),
    ("2023-05-11", "Kyiv said on Thursday that its troops had advanced two kilometres near Bakhmut. Moscow denied a breach."),
    ("2023-05-12", "The Russian Ministry of Defence said 30 Ukrainian soldiers were killed near Soledar on Friday."),
    ("2023-05-12", "According to the Ukrainian army, nobody was killed near Soledar on Friday."),
    ("2023-05-12", "Russian troops captured the town of Bakhmut, the Russian Ministry of Defence said on Wednesday."),
]


def reader(document, recipe):
    """A claim for each word; faults where the text asks for them."""
    if "fault" in document.text:
        raise ValueError("no such thing")
    if "no data" in document.text:
        raise DataError("conflict 'x' does not exist")
    claims = tuple(_claim(document, n, word) for n, word in enumerate(document.text.split()))
    return Reading(document, Annotations(), claims)


def _claim(document, number, word):
    start = document.text.index(word)
    span = Span(start, start + len(word))
    return Claim(
        id=short_id(document.id, document.sha256, number), document=document.id, sentence=span, attribution=None, form="narration",
        stance="asserts", basis="none", confidence=0.5, source=None, cue=(), content=(span,), text=word,
        event=ClaimEvent(word, span, None, None, "positive", "certain"),
    )  # fmt: skip


def pairs(block, claims):
    """Every pair of a block agrees; the block's word is the question."""
    found = [Relation("repeats", *sorted((a.id, b.id)), "inferred", 0.5) for a, b in itertools.combinations(claims, 2)]
    return Findings(tuple(found), (Question(block, block, "whether", None, None, ()),), ())


ROOMS = Rooms(reader, lambda claim: [claim.text], pairs)


def lines(path, *records):
    path.write_text("".join(json.dumps(r if isinstance(r, dict) else {"text": r}) + "\n" for r in records))
    return [str(path)]


@pytest.fixture
def workspace(record_url):
    with Workspace.open(record_url, clock=lambda: NOW, rooms=ROOMS) as workspace:
        yield workspace


def test_adding_twice_changes_nothing(workspace, tmp_path):
    reports = lines(tmp_path / "a.jsonl", {"id": "1", "text": "town taken"}, {"id": "2", "text": "town held"})
    assert workspace.add([], reports) == AddReport(added=2)
    before = list(workspace.readings()), list(workspace.relations())
    assert workspace.add([], reports) == AddReport(unchanged=2)
    assert (list(workspace.readings()), list(workspace.relations())) == before
    assert [q.id for q in workspace.questions()] == ["held", "taken", "town"]
    assert len(before[1]) == 1


def test_same_id_with_another_text_keeps_the_old_as_a_version(workspace, tmp_path):
    workspace.add([], lines(tmp_path / "a.jsonl", {"id": "1", "text": "town taken"}, {"id": "2", "text": "town held"}))
    assert workspace.add([], lines(tmp_path / "b.jsonl", {"id": "1", "text": "village taken"})) == AddReport(revised=("1",))
    assert [d.text for d in workspace.documents()] == ["town held", "village taken"]
    assert [d.text for d in workspace.versions("1")] == ["town taken"]
    assert (list(workspace.relations()), [q.id for q in workspace.questions()]) == ([], ["held", "taken", "town", "village"])


def test_one_id_with_two_texts_in_one_run(workspace, tmp_path):
    report = workspace.add([], lines(tmp_path / "a.jsonl", *({"id": "1", "text": t} for t in ("one", "two", "two", "three"))))
    assert (report, [d.text for d in workspace.versions("1")]) == (AddReport(1, ("1", "1"), 1), ["one", "two"])
    assert workspace.document("1").text == "three"


def test_what_cannot_be_read_is_told_and_the_rest_is_done(workspace, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "town"}\nbroken\n{"id": "2", "text": "fault"}\n')
    report = workspace.add([str(tmp_path / "no.txt")], [str(tmp_path / "a.jsonl")])
    assert (report.added, [u.name for u in report.unreadable]) == (2, [str(tmp_path / "no.txt"), f"{tmp_path / 'a.jsonl'}:2"])
    told = "the reader failed (ValueError: no such thing); the document is kept unread; please report it"
    assert [r.problems for r in workspace.readings()] == [(), (Problem("reading", told),)]
    assert workspace.coverage().problems == {("reading", told): 1}


def test_damaged_data_is_no_fault_of_a_document(workspace, tmp_path):
    with pytest.raises(DataError, match="does not exist"):
        workspace.add([], lines(tmp_path / "a.jsonl", "no data"))
    assert list(workspace.documents()) == []


def test_raw_bytes_are_kept(workspace, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbftown")
    workspace.add([str(tmp_path / "a.txt")])
    (document,) = workspace.documents()
    assert (document.text, workspace._record.archived(document.archived)) == ("town", b"\xef\xbb\xbftown")


def test_raw_bytes_of_a_feed_are_kept_when_only_its_last_item_is_new(workspace, tmp_path):
    feed = '<rss version="2.0"><channel><title>T</title><item><title>town</title><guid>1</guid></item>{}</channel></rss>'
    path = tmp_path / "a.xml"
    contents = [feed.format(""), feed.format("<item><title>village</title><guid>2</guid></item>")]
    for content in contents:
        path.write_text(content)
        workspace.add([str(path)])
    workspace.add([str(path)])
    assert [workspace._record.archived(d.archived).decode() for d in workspace.documents()] == contents


def test_progress_counts_documents_and_blocks(workspace, tmp_path):
    steps = []
    workspace.add([], lines(tmp_path / "a.jsonl", *(f"text{n}" for n in range(250))), on_progress=lambda *step: steps.append(step))
    assert steps == [("read", 200), ("read", 250), ("cross-check", 200), ("cross-check", 250)]


def test_any_order_and_portion_gives_the_same_findings(tmp_path):
    texts = ["town taken", "town held", "village held", "town", "village taken held"]
    found = set()
    for n, order in enumerate(itertools.permutations(range(5))):
        if n % 20:
            continue
        with Workspace.open(tmp_path / f"{n}.db", clock=lambda: NOW, rooms=ROOMS) as workspace:
            for part in (order[:2], order[2:3], order[3:]):
                workspace.add([], lines(tmp_path / "a.jsonl", *({"id": str(i), "text": texts[i]} for i in part)))
            found.add((tuple(workspace.relations()), tuple(workspace.questions())))
            workspace.crosscheck()
            found.add((tuple(workspace.relations()), tuple(workspace.questions())))
    assert len(found) == 1


def test_work_that_was_cut_off_goes_on(record_url, tmp_path, monkeypatch):
    reports = lines(tmp_path / "a.jsonl", *({"id": str(n), "text": f"town{n % 50} word{n}"} for n in range(500)))

    def stop(step, done):
        if (step, done) == ("read", 400):
            raise KeyboardInterrupt

    with Workspace.open(record_url, rooms=ROOMS) as workspace, pytest.raises(KeyboardInterrupt):
        workspace.add([], reports, on_progress=stop)
    with Workspace.open(record_url, rooms=ROOMS) as workspace:
        assert len(list(workspace.documents())) == 400
        assert workspace.add([], reports) == AddReport(added=100, unchanged=400)
        assert len(list(workspace.relations())) == 50 * 10 * 9 / 2


def test_a_full_disk_costs_only_what_was_not_stored(tmp_path):
    reports = lines(tmp_path / "a.jsonl", *({"id": str(n), "text": f"word{n} {n}" + "x" * 10_000} for n in range(600)))
    with Workspace.open(tmp_path / "r.db", rooms=ROOMS) as workspace:
        engine = workspace._record._engine
        event.listen(engine, "checkout", lambda connection, *_: connection.execute("PRAGMA max_page_count = 8000"))
        with pytest.raises(RecordError, match="the disk is full; free some space and run the same command again"):
            workspace.add([], reports)
    with Workspace.open(tmp_path / "r.db", rooms=ROOMS) as workspace:
        stored = len(list(workspace.documents()))
        assert (stored % 200, 0 < stored < 600, list(workspace.verify())) == (0, True, [])
        assert workspace.add([], reports) == AddReport(added=600 - stored, unchanged=stored)


def test_judgements_outlive_a_new_text(workspace, tmp_path):
    workspace.add([], lines(tmp_path / "a.jsonl", {"id": "1", "text": "town"}))
    (claim,) = workspace.claims()
    judged = workspace.judge(claim.id, "reject", "the mayor said it", "ann")
    assert (judged.target, judged.verdict, judged.note, judged.by, judged.at) == (claim.id, "reject", "the mayor said it", "ann", NOW)
    workspace.add([], lines(tmp_path / "a.jsonl", {"id": "1", "text": "village"}))
    assert list(workspace.judgements(claim.id)) == [judged]


def test_verify_names_what_was_changed_behind_our_back(tmp_path):
    text = "town taken"
    claim = _claim(Document("1", text, sha256_of(text)), 0, "town")
    whole = Reading(Document("1", text, sha256_of(text)), Annotations(), (claim,))
    assert list(faults_of(whole)) == []
    changed = Reading(Document("1", "city taken", sha256_of(text)), Annotations(), (claim,))
    assert list(faults_of(changed)) == [
        Fault("1", "the text does not have its SHA-256"),
        Fault(claim.id, "the content's spans do not hold the claim's words"),
    ]
    cut = Reading(Document("1", "to", sha256_of("to")), Annotations(), (claim,))
    assert list(faults_of(cut)) == [Fault(claim.id, "a span lies outside the text")]


def test_reading_without_a_record_keeps_the_order(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\nbroken\n{"text": "two"}\n')
    found = [
        type(item) if isinstance(item, Unreadable) else item.document.text
        for item in read_all([], [str(tmp_path / "a.jsonl")], rooms=ROOMS)
    ]
    assert found == ["one", Unreadable, "two"]


def story(path, order):
    return lines(
        path, *({"id": str(n), "text": STORY[n][1], "published": STORY[n][0], "publisher": f"Outlet {n}", "language": "en"} for n in order)
    )


def test_the_real_rooms_find_the_same_in_portions_as_from_nothing(record_url, tmp_path):
    with Workspace.open(record_url, clock=lambda: NOW) as workspace:
        for part in ((5, 3), (0,), (4, 1, 2)):
            workspace.add([], story(tmp_path / "a.jsonl", part))
        found = [list(workspace.relations()), list(workspace.questions()), list(workspace.events())]
        claims = list(workspace.claims())
        assert list(workspace.verify()) == []
        workspace.crosscheck()
        assert [list(workspace.relations()), list(workspace.questions()), list(workspace.events())] == found
    whole = crosscheck(claims)
    assert [list(whole.relations), list(whole.questions), list(whole.events)] == found
    assert "contradicts" in {r.kind for r in whole.relations}
    assert len({(r.left, r.right) for r in whole.relations}) == len(whole.relations)


def test_workers_read_the_same_bytes(tmp_path):
    reports = lines(tmp_path / "a.jsonl", *({"id": f"{n}", "text": STORY[n % 6][1], "published": STORY[n % 6][0]} for n in range(70)))
    rooms = default_rooms()
    serial, processes = (list(read_all([], reports, workers, Recipe(), rooms)) for workers in (1, 2))
    assert serial == processes
    assert len(serial) == 70
    assert isinstance(rooms.check_block, functools.partial)


def test_a_record_and_a_workspace_close(record_url):
    with Workspace.open(record_url, rooms=ROOMS):
        pass
    with Record.open(record_url) as record:
        assert list(record.documents()) == []
