"""One transaction on a record: everything that changes it. The workspace opens and ends it."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select

from counterclaim.model import Claim, Document, Event, Judgement, Question, Reading, Relation
from counterclaim.record import tables
from counterclaim.record.search import forget_document, index_documents, searchable
from counterclaim.record.values import indexed, packed, storable, unpacked

CHUNK = 500


class Transaction:
    """Changes to a record that are stored together or not at all."""

    def __init__(self, connection: Connection) -> None:
        """Takes an open connection in a transaction of its own."""
        self._connection = connection
        self._document_key = self._last(tables.documents)
        self._claim_key = self._last(tables.claims)

    def shas(self, ids: Iterable[str]) -> dict[str, str]:
        """Returns the SHA-256 of the texts of those documents that the record holds, by id."""
        return shas(self._connection, ids)

    def blocks(self, keys: Iterable[str]) -> Iterator[tuple[str, list[Claim]]]:
        """Yields blocks with their claims, sorted by id; blocks without claims are left out."""
        member, claim = tables.blocks.c, tables.claims.c
        query = select(member.block, claim.value).join_from(tables.blocks, tables.claims)
        for part in chunks(keys):
            wanted = query.where(member.block.in_(part)).order_by(member.block, claim.id, claim.key)
            found = self._connection.execute(wanted, execution_options={"yield_per": CHUNK})
            for block, rows in groupby(found, key=lambda row: row.block):
                yield block, [unpacked(Claim, row.value) for row in rows]

    def archive(self, blobs: Mapping[str, bytes]) -> None:
        """Stores raw bytes under their SHA-256; those that are there stay."""
        known: set[str] = set()
        column = tables.archive.c.sha256
        for part in chunks(blobs):
            known.update(self._connection.scalars(select(column).where(column.in_(part))))
        rows = [{"sha256": sha256, "size": len(data), "data": zlib.compress(data)} for sha256, data in blobs.items() if sha256 not in known]
        self._insert(tables.archive, rows)

    def store(self, readings: Sequence[tuple[Reading, Sequence[Sequence[str]]]], at: str) -> None:
        """Stores readings of documents that the record does not hold, and marks the blocks of their claims as stale.

        Args:
            readings: each reading with, claim by claim, the blocks that the claim belongs to.
            at: when they were added, ISO 8601.
        """
        rows: dict[Table, list[dict[str, Any]]] = {
            table: [] for table in (tables.documents, tables.readings, tables.problems, tables.claims, tables.blocks)
        }
        words = []
        for reading, keys in readings:
            self._document_key += 1
            document, key = reading.document, self._document_key
            rows[tables.documents].append(_document_row(document, key, at))
            rows[tables.readings].append({"document": key, "value": packed(reading.annotations)})
            rows[tables.problems] += _problem_rows(reading, key)
            words.append({"document": key, "words": searchable(document.title, document.text)})
            for claim, its_blocks in zip(reading.claims, keys, strict=True):
                self._claim_key += 1
                rows[tables.claims].append(_claim_row(claim, self._claim_key, key))
                rows[tables.blocks] += [{"block": b, "claim": self._claim_key} for b in sorted(set(its_blocks))]
        for table, some in rows.items():
            self._insert(table, some)
        index_documents(self._connection, words)
        self.mark_stale(row["block"] for row in rows[tables.blocks])

    def remove(self, ids: Iterable[str], at: str) -> None:
        """Takes documents with their claims out of the record, keeping each as a version; marks their blocks as stale."""
        for id_ in ids:
            row = self._connection.execute(select(tables.documents).where(tables.documents.c.id == id_)).one_or_none()
            if row is None:
                continue
            old = unpacked(Document, row.value)
            kept = {"id": row.id, "sha256": row.sha256, "replaced": at, "value": row.value}
            self._insert(tables.versions, [kept])
            here = select(tables.claims.c.key).where(tables.claims.c.document == row.key)
            self.mark_stale(self._connection.scalars(select(tables.blocks.c.block).where(tables.blocks.c.claim.in_(here)).distinct()))
            forget_document(self._connection, row.key, searchable(old.title, old.text))
            self._connection.execute(tables.documents.delete().where(tables.documents.c.key == row.key))

    def mark_stale(self, blocks: Iterable[str]) -> None:
        """Notes that blocks must be cross-checked again."""
        wanted = set(blocks)
        for part in chunks(wanted):
            column = tables.stale.c.block
            known = set(self._connection.scalars(select(column).where(column.in_(part))))
            self._insert(tables.stale, [{"block": b} for b in sorted(set(part) - known)])

    def mark_all_stale(self) -> None:
        """Notes that every block must be cross-checked again, those with findings but no claims included."""
        self._connection.execute(tables.stale.delete())
        members = select(tables.blocks.c.block)
        found = [select(table.c.block) for table in (tables.relations, tables.questions, tables.events)]
        self._connection.execute(tables.stale.insert().from_select(["block"], members.union(*found)))

    def regroup(self, claims: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Replaces the blocks that claims belong to.

        Args:
            claims: each claim's key in the record with its blocks.
        """
        for part in chunks(claims):
            self._connection.execute(tables.blocks.delete().where(tables.blocks.c.claim.in_([key for key, _ in part])))
            self._insert(tables.blocks, [{"block": b, "claim": key} for key, blocks in part for b in sorted(set(blocks))])

    def forget_findings(self, blocks: Iterable[str]) -> None:
        """Removes what was found in blocks, and the note that they are stale."""
        for part in chunks(blocks):
            for table in (tables.relations, tables.questions, tables.events, tables.stale):
                self._connection.execute(table.delete().where(table.c.block == bindparam("b")), [{"b": b} for b in part])

    def find(self, block: str, relations: Sequence[Relation], questions: Sequence[Question], events: Sequence[Event]) -> None:
        """Stores what was found in one block."""
        self._insert(tables.relations, [_relation_row(block, r) for r in relations])
        self._insert(tables.questions, [_found_row(block, q) for q in questions])
        self._insert(tables.events, [_found_row(block, e) for e in events])

    def judge(self, judgement: Judgement) -> None:
        """Appends a person's judgement; one that stands there already is not doubled."""
        known = select(tables.judgements.c.id).where(tables.judgements.c.id == judgement.id)
        if self._connection.scalar(known) is None:
            shown = {name: indexed(getattr(judgement, name)) for name in ("id", "target", "verdict", "by", "at")}
            self._insert(tables.judgements, [shown | {"value": packed(judgement)}])

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(table.insert(), rows)

    def _last(self, table: Table) -> int:
        return self._connection.scalar(select(func.coalesce(func.max(table.c.key), 0))) or 0


def shas(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Returns the SHA-256 of the texts of those documents that a record holds, by id."""
    table = tables.documents.c
    found: dict[str, str] = {}
    for part in chunks(ids):
        found.update({row.id: row.sha256 for row in connection.execute(select(table.id, table.sha256).where(table.id.in_(part)))})
    return found


def chunks(items: Iterable[Any], size: int = CHUNK) -> Iterable[list[Any]]:
    """Returns items in lists of at most `size`."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def _document_row(document: Document, key: int, at: str) -> dict[str, Any]:
    shown = {name: indexed(getattr(document, name)) for name in ("id", "sha256", "title", "publisher", "url", "published", "language")}
    measured = {"key": key, "characters": document.characters, "synthetic": document.synthetic, "added": at}
    return shown | measured | {"value": packed(document)}


def _problem_rows(reading: Reading, key: int) -> list[dict[str, Any]]:
    """Returns the reading's own problems (positions from 0) and, before them, the document's (below 0)."""
    first = -len(reading.document.problems)
    return [
        {"document": key, "position": n, "step": indexed(p.step), "message": indexed(p.message), "value": packed(p)}
        for n, p in enumerate((*reading.document.problems, *reading.problems), first)
    ]


def _claim_row(claim: Claim, key: int, document: int) -> dict[str, Any]:
    place = None if claim.place is None else claim.place.place
    time = claim.time
    return {
        "key": key,
        "id": indexed(claim.id),
        "document": document,
        "party": None if claim.source is None else indexed(claim.source.party),
        "side": None if claim.source is None else indexed(claim.source.side),
        "code": None if claim.event is None else indexed(claim.event.code),
        "place": None if place is None else indexed(place.id),
        "place_name": None if place is None else indexed(place.name),
        "latitude": None if place is None else place.latitude,
        "longitude": None if place is None else place.longitude,
        "begins": None if time is None else _day(time.begin),
        "ends": None if time is None else _day(time.end),
        "published": _day(claim.published),
        "value": packed(claim),
    }


def _day(moment: str | None) -> str | None:
    return None if moment is None else indexed(moment[:10])


def _relation_row(block: str, relation: Relation) -> dict[str, Any]:
    one, other = sorted(map(storable, (relation.left, relation.right)))
    shown = {"kind": relation.kind, "tier": relation.tier, "confidence": relation.confidence}
    return shown | {"block": block, "one": one, "other": other, "value": packed(relation)}


def _found_row(block: str, found: Question | Event) -> dict[str, Any]:
    return {"block": block, "id": indexed(found.id), "value": packed(found)}
