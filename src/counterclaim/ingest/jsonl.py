"""JSON lines: a report a line; a broken line is named and the rest is done."""

import gzip
import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from counterclaim.ingest.making import Known, make_document
from counterclaim.ingest.unreadable import MAX_BYTES, Archive, Unreadable, too_big
from counterclaim.model import Document, Problem

MEND = "mend the line and add it again; the other lines are done"
MAX_ID_CHARACTERS = 300
_NAMES = ("title", "publisher", "url", "published", "language")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:?\d\d.*)?)?)?\Z", re.DOTALL)


def read_lines(name: str, archive: Archive) -> Iterator[Document | Unreadable]:
    """Yields the document of each line of a file (`.gz` too) or, for "-", of the standard input."""
    try:
        with _opened(name) as stream:
            yield from _lines(name, stream, archive)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or "it is damaged or cut off"
        yield Unreadable(name, str(why), "check the path and its rights, or fetch the file again; lines before this are done")


def _opened(name: str) -> Any:
    if name == "-":
        return sys.stdin.buffer
    path = Path(name)
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


def _lines(name: str, stream: BinaryIO, archive: Archive) -> Iterator[Document | Unreadable]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield too_big(where)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _document(where, line.rstrip(b"\r\n"), archive)


def _document(where: str, line: bytes, archive: Archive) -> Document | Unreadable:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Unreadable(where, f"byte {error.start} is not UTF-8", MEND)
    except (ValueError, RecursionError) as error:
        return Unreadable(where, f"it is not JSON ({error})", MEND)
    return document_of(where, record, lambda: archive(line))


def document_of(where: str, record: Any, archived: Any) -> Document | Unreadable:
    """Returns the document of one JSON object, its text unchanged.

    Args:
        where: file and line, for messages.
        record: the parsed object: `text`, and as far as known `id`, `published`, `publisher`, `url`, `language`, `title`, `synthetic`.
        archived: called once the object is known to be good; keeps the raw bytes and returns their SHA-256.
    """
    if why := _fault(record):
        return Unreadable(where, why, MEND)
    given: dict[str, Any] = {name: record.get(name) or None for name in _NAMES}
    id_ = record.get("id")
    problems = _undated(given["published"])
    if problems:
        given["published"] = None
    shown = None if id_ in (None, "") else str(id_)
    known = Known(id=shown, synthetic=bool(record.get("synthetic")), archived=archived(), problems=problems, **given)
    return make_document(record["text"], known)


def _fault(record: Any) -> str | None:
    """Returns why an object is no report, or None."""
    if not isinstance(record, dict):
        return 'it is no object such as {"text": "..."}'
    text, id_ = record.get("text"), record.get("id")
    if not isinstance(text, str):
        return 'it has no "text"'
    if not text.strip():
        return 'its "text" is empty'
    if isinstance(id_, bool) or not isinstance(id_, str | int | None) or not _storable(str(id_)):
        return f'its "id" is not a plain text or number of at most {MAX_ID_CHARACTERS} characters'
    for name in _NAMES:
        if not isinstance(record.get(name), str | None):
            return f'its "{name}" is not a text'
    return None


def _undated(published: str | None) -> tuple[Problem, ...]:
    """Returns the problem of a publication day that is no ISO 8601 date: the report is read all the same, as one without a day."""
    if published is None or _DATE.match(published):
        return ()
    why = f'its "published" ({published[:40]!r}) is not a date (2023-05-12) or date-time (2023-05-12T10:00:00Z): read as undated'
    return (Problem("ingest", why),)


def _storable(id_: str) -> bool:
    return len(id_) <= MAX_ID_CHARACTERS and "\0" not in id_ and not any("\ud800" <= c <= "\udfff" for c in id_)
