"""The door of ingest: whatever the user names, as Documents in order; what cannot be read is named, and the rest is done."""

import functools
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from counterclaim.ingest.decoding import decoded
from counterclaim.ingest.feeds import read_feed
from counterclaim.ingest.html import read_html
from counterclaim.ingest.jsonl import document_of, read_lines
from counterclaim.ingest.pdf import read_pdf
from counterclaim.ingest.plain import read_text
from counterclaim.ingest.unreadable import MAX_BYTES, Archive, Unreadable, too_big
from counterclaim.ingest.warc import read_warc
from counterclaim.ingest.web import fetched
from counterclaim.model import Document, sha256_of, short_id
from counterclaim.plugins import INGESTERS, names, plugin

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".pdf": "pdf",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "lines",
    ".warc": "warc",
    ".warc.gz": "warc",
}
MEDIA = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/pdf": "pdf",
    "application/json": "json",
    "text/plain": "text",
}
NOT_REPORTS = ("readme", "license", "notice")
"""Files of a folder whose names begin so are about the folder; they are read only when named."""


def documents(given: Sequence[str], jsonl: Sequence[str] = (), archive: Archive = sha256_of) -> Iterator[Document | Unreadable]:
    """Yields the documents of files, folders and addresses, then those of JSON lines, in the order given.

    Args:
        given: paths, http(s):// and file:// addresses; "-" is text on the standard input. Folders are read in sorted order.
        jsonl: files of JSON lines whatever their names; "-" is the standard input.
        archive: called with the raw bytes of what is read, returns their SHA-256; the workspace keeps them.
    """
    for name in given:
        if name == "-":
            yield from _whole("standard input", sys.stdin.buffer.read(MAX_BYTES + 1), "text", archive)
        elif _scheme(name) in ("http", "https"):
            yield from _address(name, archive)
        elif _scheme(name) == "file":
            yield from _path(Path(url2pathname(urlsplit(name).path)), archive)
        else:
            yield from _path(Path(name), archive)
    for name in jsonl:
        yield from read_lines(name, archive)


def _scheme(name: str) -> str:
    """Returns the scheme of an address in lower case, "" for a path."""
    return name.split("://", 1)[0].lower() if "://" in name else ""


def _path(path: Path, archive: Archive) -> Iterator[Document | Unreadable]:
    if path.is_dir():
        yield from _folder(path, archive)
    else:
        yield from _file(path, archive)


def _folder(folder: Path, archive: Archive) -> Iterator[Document | Unreadable]:
    """Yields the reports of a folder and those below it; hidden files and kinds that are no reports are passed over."""
    faults: list[OSError] = []
    found = 0
    for above, below, here in os.walk(folder, onerror=faults.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(here):
            if _kind(name) is not None and not name.startswith(".") and not name.lower().startswith(NOT_REPORTS):
                found += 1
                yield from _file(Path(above) / name, archive)
    for fault in faults:
        yield Unreadable(str(fault.filename), fault.strerror or "it cannot be listed", "change the folder's rights; the rest is done")
    if not found and not faults:
        yield Unreadable(str(folder), "the folder holds no reports", f"known kinds: {' '.join(KINDS)}")


def _file(path: Path, archive: Archive) -> Iterator[Document | Unreadable]:
    name, kind = str(path), _kind(path.name) or "text"
    if kind in ("lines", "warc"):
        yield from read_lines(name, archive) if kind == "lines" else read_warc(name, archive)
        return
    try:
        size = path.stat().st_size
        data = b"" if size > MAX_BYTES else path.read_bytes()
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error), "check the path and its rights")
        return
    if size > MAX_BYTES:
        yield too_big(name, size)
    else:
        yield from _whole(name, data, kind, archive)


def _address(url: str, archive: Archive) -> Iterator[Document | Unreadable]:
    answer = fetched(url)
    if isinstance(answer, Unreadable):
        yield answer
        return
    kind = _sniffed(answer.data, MEDIA.get(answer.kind, "text"))
    if not answer.data.strip():
        yield Unreadable(url, "the answer is empty", "open it in a browser and save the page as .html")
    elif kind == "html":
        yield read_html(url, answer.data, archive, answer.url, short_id(url))
    elif kind == "feed":
        yield from read_feed(url, answer.data, archive, url)
    elif kind == "pdf":
        yield read_pdf(url, answer.data, archive, url)
    else:
        yield from _bytes(url, answer.data, kind, archive)


def _whole(name: str, data: bytes, kind: str, archive: Archive) -> Iterator[Document | Unreadable]:
    if len(data) > MAX_BYTES:
        yield too_big(name)
    elif not data:
        yield Unreadable(name, "it is empty", "give a file that holds a report")
    else:
        yield from _bytes(name, data, _sniffed(data, kind), archive)


def _bytes(name: str, data: bytes, kind: str, archive: Archive) -> Iterator[Document | Unreadable]:
    if kind == "html":
        yield read_html(name, data, archive)
    elif kind == "feed":
        yield from read_feed(name, data, archive)
    elif kind == "pdf":
        yield read_pdf(name, data, archive)
    elif kind == "json":
        yield from _json(name, data, archive)
    elif kind == "text":
        yield read_text(name, data, archive)
    else:
        yield from plugin(INGESTERS, kind)(name, data, archive)


def _json(name: str, data: bytes, archive: Archive) -> Iterator[Document | Unreadable]:
    """Yields the documents of one JSON object or a list of them."""
    text = decoded(name, data)
    if isinstance(text, Unreadable):
        yield text
        return
    try:
        parsed = json.loads(text[0])
    except (ValueError, RecursionError) as error:
        yield Unreadable(name, f"it is not JSON ({error})", "mend it, or name a file of JSON lines .jsonl")
        return
    archived = functools.cache(lambda: archive(data))
    for number, record in enumerate(parsed if isinstance(parsed, list) else [parsed], 1):
        yield document_of(f"{name} item {number}" if isinstance(parsed, list) else name, record, archived)


def _kind(name: str) -> str | None:
    suffixes = [s.lower() for s in Path(name).suffixes]
    if not suffixes:
        return None
    added = suffixes[-1][1:]
    return KINDS.get("".join(suffixes[-2:])) or KINDS.get(suffixes[-1]) or (added if added in _added_kinds() else None)


@functools.cache
def _added_kinds() -> tuple[str, ...]:
    """Returns the suffixes that other packages' ingesters know, without the full stop."""
    return names(INGESTERS)


def _sniffed(data: bytes, kind: str) -> str:
    """Returns the kind that bytes begin like, which counts for more than a name or a server's word; else `kind`."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if kind in ("feed", "html", "text") and head.startswith(b"<?xml"):
        return "html" if b"<html" in head else "feed"
    return "feed" if head.startswith((b"<rss", b"<feed", b"<rdf:rdf")) else kind
