"""Opens a record's database: a path is SQLite, a postgresql:// address a team's server."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from counterclaim.record.errors import RecordError, explained
from counterclaim.record.migrations import migrate

BUSY_SECONDS = 30
WRITER_LOCK = 0x636C61696D
SQLITE_HEADER = b"SQLite format 3\0"


def open_engine(where: str | Path) -> tuple[Engine, str]:
    """Returns the database of a record, made or migrated as needed, and its name to show.

    Args:
        where: a path, `sqlite:///PATH`, or `postgresql://USER@HOST/NAME`.

    Raises:
        RecordError: there is something else under this name, or it cannot be opened.
    """
    url = _address(str(where))
    name = url.render_as_string(hide_password=True) if url.drivername.startswith("postgresql") else str(url.database)
    if url.drivername == "sqlite":
        _check_file(name)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS} if url.drivername == "sqlite" else {})
    if url.drivername == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    with explained(name), engine.connect().execution_options(writes=True) as connection, connection.begin():
        lock_writers(connection)
        migrate(connection, name)
    return engine, name


def lock_writers(connection: Connection) -> None:
    """Makes this transaction the only writer: SQLite's BEGIN IMMEDIATE has done so, PostgreSQL takes a lock of its own."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


def _address(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise RecordError(f"{where}: it is neither a path nor an address; write postgresql://USER@HOST/NAME") from error
    kind = url.drivername.split("+")[0]
    if kind == "sqlite" and url.database:
        return url.set(drivername="sqlite")
    if kind in ("postgresql", "postgres"):
        if find_spec("psycopg") is None:
            raise RecordError("PostgreSQL needs an extra: pip install 'counterclaim[postgresql]'")
        return url.set(drivername="postgresql+psycopg")
    raise RecordError(f"{where}: only sqlite and postgresql records are known")


def _check_file(name: str) -> None:
    path = Path(name)
    if path.is_dir():
        raise RecordError(f"{name}: it is a folder; name a file, such as {path / 'counterclaim.db'}")
    if not path.parent.is_dir():
        raise RecordError(f"{name}: the folder {path.parent} does not exist; make it first")
    try:
        with path.open("rb") as file:
            start = file.read(len(SQLITE_HEADER))
    except FileNotFoundError:
        return
    except OSError as error:
        raise RecordError(f"{name}: {error.strerror}; change the file's rights, or name another with --db") from error
    if start and start != SQLITE_HEADER:
        raise RecordError(f"{name}: it is not a counterclaim record; name another file with --db, or move this one away")


def _set_up_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None
    for setting in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "cache_size = -32768", "temp_store = FILE"):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
