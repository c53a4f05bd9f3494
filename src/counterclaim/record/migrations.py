"""The steps from one schema of the record to the next, in order; a record says which it has had."""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from counterclaim.record import tables
from counterclaim.record.errors import RecordError
from counterclaim.record.search import create_search

APPEND_ONLY_SQLITE = (
    "CREATE TRIGGER judgements_stay_{event} BEFORE {event} ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END"
)
APPEND_ONLY_POSTGRESQL = (
    "CREATE FUNCTION judgements_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'judgements are never changed'; END $$",
    "CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements FOR EACH STATEMENT EXECUTE FUNCTION judgements_stay()",
)


def _first(connection: Connection) -> None:
    """Makes all tables, the full-text index, and the guard that keeps judgements append-only."""
    tables.metadata.create_all(connection)
    create_search(connection)
    if connection.dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(APPEND_ONLY_SQLITE.format(event=event))
    else:
        for statement in APPEND_ONLY_POSTGRESQL:
            connection.exec_driver_sql(statement)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first,)
"""Step number n (from 1) brings a record from schema n - 1 to schema n. Append; never change a step that was released."""


def version_of(connection: Connection) -> int | None:
    """Returns the record's schema version: 0 for an empty database, None for a database that is no record."""
    present = set(inspect(connection).get_table_names())
    if tables.meta.name not in present:
        return None if present else 0
    found = connection.scalar(select(tables.meta.c.value).where(tables.meta.c.name == "counterclaim-schema"))
    return int(found) if found is not None and found.isdigit() else None


def migrate(connection: Connection, name: str) -> None:
    """Brings a record to the present schema.

    Raises:
        RecordError: the database holds something else, or a newer counterclaim wrote it.
    """
    version = version_of(connection)
    if version is None:
        raise RecordError(f"{name}: it is a database but not a counterclaim record; name another with --db")
    if version > len(MIGRATIONS):
        raise RecordError(
            f"{name}: a newer counterclaim wrote it (schema {version}, this one knows {len(MIGRATIONS)}); upgrade counterclaim"
        )
    if version == len(MIGRATIONS):
        return
    for step in MIGRATIONS[version:]:
        step(connection)
    connection.execute(tables.meta.delete().where(tables.meta.c.name == "counterclaim-schema"))
    connection.execute(tables.meta.insert().values(name="counterclaim-schema", value=str(len(MIGRATIONS))))
