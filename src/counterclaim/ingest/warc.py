"""WARC: the web pages of a web archive (warcio, an extra)."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from counterclaim.ingest.html import read_html
from counterclaim.ingest.unreadable import MAX_BYTES, Archive, Unreadable, too_big
from counterclaim.model import Document

PAGES = ("text/html", "application/xhtml+xml")


def read_warc(name: str, archive: Archive) -> Iterator[Document | Unreadable]:
    """Yields the pages of a WARC file that were fetched with success."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 (heavy and optional)
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError:
        yield Unreadable(name, "reading WARC needs an extra", "pip install 'counterclaim[warc]'")
        return
    try:
        with Path(name).open("rb") as stream:
            for record in ArchiveIterator(stream):
                if _is_page(record):
                    yield _page(name, record, archive)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
        yield Unreadable(name, f"the archive is damaged ({error})", "fetch it again; the pages before the damage are done")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in PAGES


def _page(name: str, record: Any, archive: Archive) -> Document | Unreadable:
    url = record.rec_headers.get_header("WARC-Target-URI")
    data = record.content_stream().read(MAX_BYTES + 1)
    return too_big(f"{name} {url}") if len(data) > MAX_BYTES else read_html(f"{name} {url}", data, archive, url)
