"""What can go wrong with a record, said in words for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError

WAYS_OUT = (
    ("disk is full", "the disk is full; free some space and run the same command again"),
    ("no space left", "the disk is full; free some space and run the same command again"),
    ("not a database", "it is not a counterclaim record; name another file with --db, or move this one away"),
    ("malformed", "the file is damaged; restore a copy, or add the documents to a new record"),
    ("is locked", "another program is writing to it; wait for it to end and run the same command again"),
    ("readonly database", "it may only be read; change the file's rights, or copy it"),
    ("read-only", "it may only be read; change the rights, or copy it"),
    ("unable to open", "it cannot be opened; check that its folder exists and may be written to"),
    ("disk i/o error", "the disk reports an error; check the disk, or copy the record to another"),
    ("resolve host", "the server does not answer; check its address"),
    ("connection", "the server does not answer; check its address, name and password"),
)
UNDONE = "; nothing half-written is left behind"


class RecordError(Exception):
    """A record cannot be opened, read or written; the message names it and the way out."""


@contextmanager
def explained(name: str, writing: bool = False) -> Iterator[None]:
    """Turns the database's errors into RecordError, with the record's name and a way out.

    Args:
        name: the record's path or address, without its password.
        writing: whether to say that the transaction was undone.

    Raises:
        RecordError: the database failed; nothing of the open transaction is stored.
    """
    try:
        yield
    except DBAPIError as error:
        raise RecordError(f"{name}: {_why(error)}{UNDONE if writing else ''}") from error


def _why(error: DatabaseError | DBAPIError) -> str:
    said = str(error.orig).strip()
    for sign, way_out in WAYS_OUT:
        if sign in said.lower():
            return way_out
    return f"the database says: {said.splitlines()[0] if said else type(error).__name__}"
