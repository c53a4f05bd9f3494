"""A record of claims: opening it, reading from it row by row, and the transactions that change it."""

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine, Select, func, or_, select

from counterclaim.model import Annotations, Claim, Document, Event, Judgement, Problem, Question, Reading, Relation, sha256_of
from counterclaim.record import tables
from counterclaim.record.errors import RecordError, explained
from counterclaim.record.opening import lock_writers, open_engine
from counterclaim.record.search import find_documents
from counterclaim.record.selection import Selection, selected
from counterclaim.record.values import unpacked
from counterclaim.record.writing import Transaction, chunks, shas

ROWS_AT_ONCE = 500
READINGS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a record has read: counts by language, publisher and side, the days of publication, and problems by message."""

    documents: int
    claims: int
    first_day: str | None
    last_day: str | None
    days: int
    languages: dict[str | None, int]
    publishers: dict[str | None, int]
    sides: dict[str | None, int]
    problems: dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where a record does not hold what it says; `where` is a document's or claim's id."""

    where: str
    what: str


class Record:
    """An open record. Iterators fetch as they go, so that a record of any size is read in little memory."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Takes the database and the record's name for messages; use `Record.open`."""
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, where: str | Path, create: bool = True) -> Self:
        """Opens the record at a path or postgresql:// address, made new when there is none.

        Raises:
            RecordError: it is no record, it is newer than this program, it cannot be opened, or `create` is False and it is missing.
        """
        if not create and "://" not in str(where) and not Path(where).exists():
            raise RecordError(f"{where}: there is no record yet; make one with: counterclaim --db {where} add FILE")
        return cls(*open_engine(where))

    def close(self) -> None:
        """Ends all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Returns itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Closes the record."""
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Opens a transaction: stored when the block ends, undone when it raises.

        Raises:
            RecordError: the database failed (full disk, lost server); nothing of the transaction is stored.
        """
        with explained(self.name, writing=True), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            lock_writers(connection)
            yield Transaction(connection)

    def shas(self, ids: Iterable[str]) -> dict[str, str]:
        """Returns the SHA-256 of the texts of those documents that the record holds, by id."""
        with explained(self.name), self._engine.connect() as connection:
            return shas(connection, ids)

    def documents(self) -> Iterator[Document]:
        """Yields all documents in the order in which they were added."""
        return self._values(Document, select(tables.documents.c.value).order_by(tables.documents.c.key))

    def document(self, id_: str) -> Document | None:
        """Returns the document with an id, or None."""
        return next(self._values(Document, select(tables.documents.c.value).where(tables.documents.c.id == id_)), None)

    def versions(self, id_: str) -> tuple[Document, ...]:
        """Returns the earlier texts of a document, oldest first."""
        table = tables.versions
        return tuple(self._values(Document, select(table.c.value).where(table.c.id == id_).order_by(table.c.key)))

    def readings(self, wanted: str | None = None) -> Iterator[Reading]:
        """Yields all readings, or that of the document `wanted`, as they were made."""
        table = tables.documents
        query = select(table.c.key, table.c.value, tables.readings.c.value.label("marks")).join_from(
            table, tables.readings, tables.readings.c.document == table.c.key
        )
        query = query.order_by(table.c.key) if wanted is None else query.where(table.c.id == wanted)
        for part in chunks(self._rows(query), READINGS_AT_ONCE):
            keys = [row.key for row in part]
            claims = self._by_document(Claim, tables.claims, keys, tables.claims.c.key)
            problems = self._by_document(Problem, tables.problems, keys, tables.problems.c.position)
            for row in part:
                document, marks = unpacked(Document, row.value), unpacked(Annotations, row.marks)
                own = len(document.problems)
                yield Reading(document, marks, tuple(claims.get(row.key, ())), tuple(problems.get(row.key, ())[own:]))

    def claims(self, wanted: Selection = Selection()) -> Iterator[Claim]:  # noqa: B008
        """Yields the claims that meet the conditions, in the order of their documents and of the text."""
        query = select(tables.claims.c.value).join_from(tables.claims, tables.documents)
        return self._values(Claim, selected(query, wanted).order_by(tables.claims.c.key))

    def claim(self, id_: str) -> Claim | None:
        """Returns the claim with an id, or None."""
        return next(self._values(Claim, select(tables.claims.c.value).where(tables.claims.c.id == id_)), None)

    def keyed_claims(self) -> Iterator[tuple[int, Claim]]:
        """Yields all claims with their keys in this record."""
        for row in self._rows(select(tables.claims.c.key, tables.claims.c.value).order_by(tables.claims.c.key)):
            yield row.key, unpacked(Claim, row.value)

    def stale_blocks(self) -> list[str]:
        """Returns the blocks that must be cross-checked again, sorted."""
        return [row.block for row in self._rows(select(tables.stale.c.block).order_by(tables.stale.c.block))]

    def relations(self, claim: str | None = None) -> Iterator[Relation]:
        """Yields all relations, sorted by their claims; of the claim `claim` only, if given."""
        table = tables.relations.c
        query = select(table.value).order_by(table.one, table.other, table.block)
        return self._values(Relation, query if claim is None else query.where(or_(table.one == claim, table.other == claim)))

    def questions(self) -> Iterator[Question]:
        """Yields all questions, sorted by id."""
        return self._values(Question, select(tables.questions.c.value).order_by(tables.questions.c.id, tables.questions.c.block))

    def events(self) -> Iterator[Event]:
        """Yields all events, sorted by id."""
        return self._values(Event, select(tables.events.c.value).order_by(tables.events.c.id, tables.events.c.block))

    def judgements(self, target: str | None = None) -> Iterator[Judgement]:
        """Yields people's judgements, oldest first; on `target` only, if given."""
        table = tables.judgements.c
        query = select(table.value).order_by(table.key)
        return self._values(Judgement, query if target is None else query.where(table.target == target))

    def archived(self, sha256: str) -> bytes | None:
        """Returns archived raw bytes, or None."""
        row = next(self._rows(select(tables.archive.c.data).where(tables.archive.c.sha256 == sha256)), None)
        return None if row is None else zlib.decompress(row.data)

    def search(self, words: str, limit: int = 100) -> list[Document]:
        """Returns the documents that hold all the words, best first."""
        with explained(self.name), self._engine.connect() as connection:
            keys = find_documents(connection, words, limit)
        table = tables.documents.c
        found = {row.key: row.value for row in self._rows(select(table.key, table.value).where(table.key.in_(keys)))}
        return [unpacked(Document, found[key]) for key in keys if key in found]

    def coverage(self) -> Coverage:
        """Returns what the record has read."""
        documents, claims, problems = tables.documents.c, tables.claims.c, tables.problems.c
        day = func.substr(documents.published, 1, 10)
        days = next(self._rows(select(func.min(day), func.max(day), func.count(day.distinct()))))
        counted = self._counts(problems.step, problems.message)
        return Coverage(
            documents=next(self._rows(select(func.count(documents.key))))[0],
            claims=next(self._rows(select(func.count(claims.key))))[0],
            first_day=days[0],
            last_day=days[1],
            days=days[2],
            languages={row[0]: row[1] for row in self._counts(documents.language)},
            publishers={row[0]: row[1] for row in self._counts(documents.publisher)},
            sides={row[0]: row[1] for row in self._counts(claims.side)},
            problems={(row[0], row[1]): row[2] for row in counted},
        )

    def archive_faults(self) -> Iterator[Fault]:
        """Yields the archived bytes that no longer have their SHA-256."""
        table = tables.archive.c
        for row in self._rows(select(table.sha256, table.data).order_by(table.sha256)):
            try:
                whole = sha256_of(zlib.decompress(row.data)) == row.sha256
            except zlib.error:
                whole = False
            if not whole:
                yield Fault(row.sha256, "the archived bytes do not have this SHA-256")

    def _counts(self, *columns: Any) -> Iterator[Any]:
        number = func.count()
        return self._rows(select(*columns, number).group_by(*columns).order_by(number.desc(), *columns))

    def _by_document(self, kind: type[Any], table: Any, keys: list[int], order: Any) -> dict[int, list[Any]]:
        """Returns the values of a table that belong to some documents, by the document's key, in order."""
        found: dict[int, list[Any]] = {}
        for row in self._rows(select(table.c.document, table.c.value).where(table.c.document.in_(keys)).order_by(table.c.document, order)):
            found.setdefault(row.document, []).append(unpacked(kind, row.value))
        return found

    def _values(self, kind: type[Any], query: Select[Any]) -> Iterator[Any]:
        for row in self._rows(query):
            yield unpacked(kind, row.value)

    def _rows(self, query: Any) -> Iterator[Any]:
        with explained(self.name), self._engine.connect() as connection:
            yield from connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query)
