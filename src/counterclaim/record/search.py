"""Full-text search over documents: FTS5 in SQLite, tsvector in PostgreSQL. Words are matched whole, without stemming."""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

from counterclaim.record.values import storable

SEARCHED_CHARACTERS = 250_000
"""How far into a document search looks: PostgreSQL holds at most one megabyte of words for a row."""

_WORD = re.compile(r"\w+")
_POSTGRESQL_TABLE = "CREATE TABLE documents_search (document INTEGER PRIMARY KEY, words tsvector NOT NULL)"
_POSTGRESQL_INDEX = "CREATE INDEX documents_search_words ON documents_search USING gin (words)"
_FTS_TABLE = "CREATE VIRTUAL TABLE documents_search USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')"
_FTS_REMOVE = "INSERT INTO documents_search(documents_search, rowid, words) VALUES ('delete', :document, :words)"
_FTS_INSERT = "INSERT INTO documents_search(rowid, words) VALUES (:document, :words)"
_FTS_FIND = "SELECT rowid FROM documents_search WHERE documents_search MATCH :words ORDER BY rank, rowid LIMIT :limit"
_POSTGRESQL_INSERT = "INSERT INTO documents_search(document, words) VALUES (:document, to_tsvector('simple', :words))"
_POSTGRESQL_FIND = (
    "SELECT document FROM documents_search, plainto_tsquery('simple', :words) AS wanted "
    "WHERE words @@ wanted ORDER BY ts_rank(words, wanted) DESC, document LIMIT :limit"
)


def create_search(connection: Connection) -> None:
    """Makes the full-text index."""
    for statement in [_FTS_TABLE] if _is_sqlite(connection) else [_POSTGRESQL_TABLE, _POSTGRESQL_INDEX]:
        connection.exec_driver_sql(statement)


def searchable(title: str | None, body: str) -> str:
    """Returns what the index holds of a document: the title, unless the text begins with it, and the text."""
    beginning = body[:SEARCHED_CHARACTERS]
    return storable(beginning if title is None or beginning.startswith(title) else f"{title}\n{beginning}")


def index_documents(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Adds documents to the index: rows of `document` (key) and `words`."""
    if rows:
        connection.execute(text(_FTS_INSERT if _is_sqlite(connection) else _POSTGRESQL_INSERT), rows)


def forget_document(connection: Connection, document: int, words: str) -> None:
    """Removes a document from the index; `words` as they were put in."""
    statement = _FTS_REMOVE if _is_sqlite(connection) else "DELETE FROM documents_search WHERE document = :document"
    connection.execute(text(statement), {"document": document, "words": words} if _is_sqlite(connection) else {"document": document})


def find_documents(connection: Connection, wanted: str, limit: int) -> list[int]:
    """Returns the keys of the documents that hold all the words wanted, best first."""
    words = _WORD.findall(storable(wanted))
    if not words:
        return []
    sought = " ".join(f'"{w}"' for w in words) if _is_sqlite(connection) else " ".join(words)
    statement = text(_FTS_FIND if _is_sqlite(connection) else _POSTGRESQL_FIND)
    return [row[0] for row in connection.execute(statement, {"words": sought, "limit": limit})]


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
