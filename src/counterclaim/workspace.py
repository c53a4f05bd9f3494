"""The workspace: one record and the rooms around it; the only composer, and the owner of every transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim import crosscheck
from counterclaim.crosscheck import Findings
from counterclaim.engine import mapped
from counterclaim.ingest import Unreadable, documents
from counterclaim.knowledge.codes import load_codes
from counterclaim.knowledge.tables import DataError
from counterclaim.model import Annotations, Claim, Document, Event, Judgement, Problem, Question, Reading, Relation, sha256_of, short_id
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.record import Coverage, Fault, Record, Selection

BATCH = 200
"""Documents that are stored in one transaction."""
CROSSCHECK_AFTER = 5_000
"""Documents after which a long `add` brings relations and questions up to date, and at its end."""
BLOCKS_AT_ONCE = 200
READER_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a fault of the reader raises: it costs one document, told as a Problem, never the batch."""

Progress = Callable[[str, int], None]
"""Called with the step ("read", "cross-check") and how many documents or blocks of it are done."""


def now() -> str:
    """Returns the present second in UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Rooms:
    """The pure functions that a workspace composes; the defaults are those of `reading` and `crosscheck`."""

    read: Callable[[Document, Recipe], Reading]
    block_keys: Callable[[Claim], Sequence[str]]
    check_block: Callable[[str, Sequence[Claim]], Findings]


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add` did: counts of documents new, replaced by a new text, and there already; and what could not be read."""

    added: int = 0
    revised: tuple[str, ...] = ()
    unchanged: int = 0
    unreadable: tuple[Unreadable, ...] = ()


def default_rooms() -> Rooms:
    """Returns the rooms of this program."""
    return Rooms(read, crosscheck.block_keys, partial(crosscheck.check_block, codes=load_codes()))


class Workspace:
    """A record and what can be done with it; each method is a few lines over the rooms."""

    def __init__(self, record: Record, clock: Callable[[], str] = now, rooms: Rooms | None = None) -> None:
        """Takes an open record, a clock (returns ISO 8601), and the rooms to compose; use `Workspace.open`."""
        self._record = record
        self._clock = clock
        self._rooms = rooms or default_rooms()

    @classmethod
    def open(cls, where: str | Path, create: bool = True, clock: Callable[[], str] = now, rooms: Rooms | None = None) -> Self:
        """Opens the record at a path or postgresql:// address.

        Raises:
            RecordError: it cannot be opened, or `create` is False and it is missing.
        """
        return cls(Record.open(where, create), clock, rooms)

    def __enter__(self) -> Self:
        """Returns itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the record."""
        self._record.close()

    def add(
        self,
        sources: Sequence[str],
        jsonl: Sequence[str] = (),
        workers: int = 1,
        recipe: Recipe = Recipe(),  # noqa: B008
        on_progress: Progress | None = None,
    ) -> AddReport:
        """Reads documents into the record and brings relations and questions up to date.

        What is stored is stored in whole batches; whatever ends the work early, adding the same again goes on from there.

        Args:
            sources: files, folders, addresses; "-" for text on the standard input.
            jsonl: files of JSON lines; "-" for the standard input.
            workers: processes that read.
            recipe: how to read.
            on_progress: called as the work goes on.

        Raises:
            RecordError: the record cannot be written.
        """
        return _Adding(self._record, self._rooms, self._clock, on_progress or _quiet).run(sources, jsonl, workers, recipe)

    def crosscheck(self, on_progress: Progress | None = None) -> int:
        """Builds relations, questions and events anew from all claims; returns the number of blocks."""
        keyed = ((key, self._rooms.block_keys(claim)) for key, claim in self._record.keyed_claims())
        while part := list(islice(keyed, BLOCKS_AT_ONCE)):
            with self._record.writing() as changes:
                changes.regroup(part)
        with self._record.writing() as changes:
            changes.mark_all_stale()
        return check_stale(self._record, self._rooms, on_progress or _quiet)

    def documents(self) -> Iterator[Document]:
        """Yields all documents in the order in which they were added."""
        return self._record.documents()

    def document(self, id_: str) -> Document | None:
        """Returns a document by its id."""
        return self._record.document(id_)

    def versions(self, id_: str) -> tuple[Document, ...]:
        """Returns the earlier texts of a document that was added again with another text."""
        return self._record.versions(id_)

    def readings(self, wanted: str | None = None) -> Iterator[Reading]:
        """Yields all readings, or that of one document."""
        return self._record.readings(wanted)

    def claims(self, wanted: Selection = Selection()) -> Iterator[Claim]:  # noqa: B008
        """Yields the claims that meet the conditions, in order of documents and text."""
        return self._record.claims(wanted)

    def claim(self, id_: str) -> Claim | None:
        """Returns a claim by its id."""
        return self._record.claim(id_)

    def relations(self, claim: str | None = None) -> Iterator[Relation]:
        """Yields all relations, at most one a pair, sorted by their claims; those of one claim only, if given."""
        return self._record.relations(claim)

    def questions(self) -> Iterator[Question]:
        """Yields all questions, sorted by id."""
        return self._record.questions()

    def events(self) -> Iterator[Event]:
        """Yields all events, sorted by id."""
        return self._record.events()

    def search(self, words: str, limit: int = 100) -> list[Document]:
        """Returns the documents that hold all the words, best first."""
        return self._record.search(words, limit)

    def judge(self, target: str, verdict: str, note: str, by: str) -> Judgement:
        """Stores a person's word on a claim, question or event (by id) or relation ("ID ID"); returns it."""
        at = self._clock()
        judgement = Judgement(short_id(target, verdict, note, by, at), target, verdict, note, by, at)
        with self._record.writing() as changes:
            changes.judge(judgement)
        return judgement

    def judgements(self, target: str | None = None) -> Iterator[Judgement]:
        """Yields people's judgements, oldest first."""
        return self._record.judgements(target)

    def coverage(self) -> Coverage:
        """Returns what has been read: documents, days, languages, publishers, sides, problems."""
        return self._record.coverage()

    def verify(self) -> Iterator[Fault]:
        """Yields where the record does not hold what it says: a text against its SHA-256, a span against its words."""
        for reading in self._record.readings():
            yield from faults_of(reading)
        yield from self._record.archive_faults()


class _Adding:
    """One `add`: its counts and the raw bytes whose documents are on their way."""

    def __init__(self, record: Record, rooms: Rooms, clock: Callable[[], str], progress: Progress) -> None:
        self._record, self._rooms, self._clock, self._progress = record, rooms, clock, progress
        self._raw: dict[str, bytes] = {}
        self._source: str | None = None
        self._source_wanted = False
        self._unchanged = 0
        self._unreadable: list[Unreadable] = []

    def run(self, sources: Sequence[str], jsonl: Sequence[str], workers: int, recipe: Recipe) -> AddReport:
        added, checked = 0, 0
        revised: list[str] = []
        fresh = self._fresh(documents(sources, jsonl, self._keep))
        readings = mapped(partial(_read_safely, self._rooms.read, recipe), fresh, workers)
        for batch in _batches(readings):
            new, replaced = self._store(batch)
            added, revised = added + new, revised + replaced
            self._progress("read", added + len(revised))
            if added + len(revised) - checked >= CROSSCHECK_AFTER:
                checked = added + len(revised)
                check_stale(self._record, self._rooms, self._progress)
        check_stale(self._record, self._rooms, self._progress)
        return AddReport(added, tuple(revised), self._unchanged, tuple(self._unreadable))

    def _keep(self, data: bytes) -> str:
        sha256 = sha256_of(data)
        self._raw[sha256] = data
        return sha256

    def _fresh(self, found: Iterator[Document | Unreadable]) -> Iterator[Document]:
        """Yields the documents that the record does not hold with this text; of two with one id, in one run, each is new."""
        while part := list(islice(found, BATCH)):
            self._unreadable += [item for item in part if isinstance(item, Unreadable)]
            given = [item for item in part if isinstance(item, Document)]
            known = self._record.shas(d.id for d in given)
            for document in given:
                self._begin_source(document.archived)
                if known.get(document.id) == document.sha256:
                    self._unchanged += 1
                else:
                    known[document.id] = document.sha256
                    self._source_wanted = True
                    yield document
        self._begin_source(None)

    def _begin_source(self, archived: str | None) -> None:
        """Forgets the raw bytes of the source before this one if none of its documents (they come in a row) is new."""
        if archived != self._source:
            if self._source is not None and not self._source_wanted:
                self._raw.pop(self._source, None)
            self._source, self._source_wanted = archived, False

    def _store(self, batch: list[Reading]) -> tuple[int, list[str]]:
        """Stores a batch in one transaction; returns how many are new, and the ids whose earlier text is replaced."""
        keys, at = self._rooms.block_keys, self._clock()
        with self._record.writing() as changes:
            known = changes.shas(r.document.id for r in batch)
            changed = [r for r in batch if known.get(r.document.id) != r.document.sha256]
            replaced = [r.document.id for r in changed if r.document.id in known]
            raw = {sha256: self._raw[sha256] for r in changed if (sha256 := r.document.archived) in self._raw}
            changes.archive(raw)
            changes.remove(replaced, at)
            changes.store([(r, [keys(c) for c in r.claims]) for r in changed], at)
        self._unchanged += len(batch) - len(changed)
        for sha256 in raw:
            del self._raw[sha256]
        return len(changed) - len(replaced), replaced


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Yields readings in batches; a document whose id the batch holds already begins the next."""
    batch: dict[str, Reading] = {}
    for reading in readings:
        if len(batch) >= BATCH or reading.document.id in batch:
            yield list(batch.values())
            batch = {}
        batch[reading.document.id] = reading
    if batch:
        yield list(batch.values())


def check_stale(record: Record, rooms: Rooms, progress: Progress) -> int:
    """Cross-checks the blocks whose claims have changed; returns their number."""
    stale, done = record.stale_blocks(), 0
    for start in range(0, len(stale), BLOCKS_AT_ONCE):
        part = stale[start : start + BLOCKS_AT_ONCE]
        with record.writing() as changes:
            changes.forget_findings(part)
            for block, claims in changes.blocks(part):
                findings = rooms.check_block(block, claims)
                changes.find(block, findings.relations, findings.questions, findings.events)
        done += len(part)
        progress("cross-check", done)
    return done


def read_all(
    sources: Sequence[str],
    jsonl: Sequence[str] = (),
    workers: int = 1,
    recipe: Recipe = Recipe(),  # noqa: B008
    rooms: Rooms | None = None,
) -> Iterator[Reading | Unreadable]:
    """Yields the reading of each document in order, with no record."""
    return mapped(partial(_read_safely, (rooms or default_rooms()).read, recipe), documents(sources, jsonl), workers)


def _read_safely(reader: Callable[[Document, Recipe], Reading], recipe: Recipe, item: Any) -> Any:
    """Returns the reading of a document, with a Problem where the reader failed; what is Unreadable passes through.

    Damaged data, or a conflict that does not exist, is no fault of the document and ends the work.
    """
    if not isinstance(item, Document):
        return item
    try:
        return reader(item, recipe)
    except DataError:
        raise
    except READER_FAULTS as error:
        told = f"the reader failed ({type(error).__name__}: {error}); the document is kept unread; please report it"
        return Reading(item, Annotations(), (), (Problem("reading", told),))


def faults_of(reading: Reading) -> Iterator[Fault]:
    """Yields where a reading's text does not have its SHA-256, or a claim's words are not what its spans hold."""
    document = reading.document
    if sha256_of(document.text) != document.sha256:
        yield Fault(document.id, "the text does not have its SHA-256")
    for claim in reading.claims:
        spans = [*claim.content, *claim.cue, claim.sentence, *(claim.source.spans if claim.source else ())]
        if any(not 0 <= s.start <= s.end <= document.characters for s in spans):
            yield Fault(claim.id, "a span lies outside the text")
        elif claim.text != " ".join(s.of(document.text) for s in claim.content):
            yield Fault(claim.id, "the content's spans do not hold the claim's words")


def _quiet(step: str, done: int) -> None:
    """Does nothing."""
