"""The record's tables, one schema for SQLite and PostgreSQL. Values of the model stand in `value`, as JSON; the rest is index."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _words() -> Text:
    """Returns text that sorts by code point on every database, so that listings come in the same order."""
    return Text().with_variant(Text(collation="C"), "postgresql")


meta = Table("meta", metadata, Column("name", _words(), primary_key=True), Column("value", _words(), nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", _words(), nullable=False, unique=True),
    Column("sha256", _words(), nullable=False, index=True),
    Column("title", _words()),
    Column("publisher", _words(), index=True),
    Column("url", _words()),
    Column("published", _words(), index=True),
    Column("language", _words(), index=True),
    Column("characters", Integer, nullable=False),
    Column("synthetic", Boolean, nullable=False),
    Column("added", _words(), nullable=False),
    Column("value", _words(), nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", _words(), nullable=False, index=True),
    Column("sha256", _words(), nullable=False),
    Column("replaced", _words(), nullable=False),
    Column("value", _words(), nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("value", _words(), nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("step", _words(), nullable=False),
    Column("message", _words(), nullable=False),
    Column("value", _words(), nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("id", _words(), nullable=False, index=True),
    Column("document", Integer, ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("party", _words(), index=True),
    Column("side", _words(), index=True),
    Column("code", _words(), index=True),
    Column("place", _words(), index=True),
    Column("place_name", _words(), index=True),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("begins", _words()),
    Column("ends", _words()),
    Column("published", _words()),
    Column("value", _words(), nullable=False),
    Index("claims_days", "begins", "ends"),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", _words(), primary_key=True),
    Column("claim", Integer, ForeignKey("claims.key", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True),
)

stale = Table("stale", metadata, Column("block", _words(), primary_key=True))

relations = Table(
    "relations",
    metadata,
    Column("block", _words(), nullable=False, index=True),
    Column("one", _words(), nullable=False),
    Column("other", _words(), nullable=False, index=True),
    Column("kind", _words(), nullable=False, index=True),
    Column("tier", _words(), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("value", _words(), nullable=False),
    Index("relations_pair", "one", "other"),
)

questions = Table(
    "questions",
    metadata,
    Column("block", _words(), nullable=False, index=True),
    Column("id", _words(), nullable=False, index=True),
    Column("value", _words(), nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("block", _words(), nullable=False, index=True),
    Column("id", _words(), nullable=False, index=True),
    Column("value", _words(), nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", _words(), nullable=False, unique=True),
    Column("target", _words(), nullable=False, index=True),
    Column("verdict", _words(), nullable=False),
    Column("by", _words(), nullable=False),
    Column("at", _words(), nullable=False),
    Column("value", _words(), nullable=False),
)

archive = Table(
    "archive",
    metadata,
    Column("sha256", _words(), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
