"""Bytes to text: byte order marks, UTF-8, then a guess that is told; the characters are never changed."""

import codecs
import re

from charset_normalizer import from_bytes

from counterclaim.ingest.unreadable import Unreadable
from counterclaim.model import Problem

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSED_BYTES = 65_536
CONTROL_SHARE = 0.02
ZERO_SHARE = 0.2
BINARY = "give text, HTML, a feed, PDF, WARC or JSON lines"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]] | Unreadable:
    """Returns the text that bytes hold, with a Problem where its encoding was guessed.

    Args:
        name: for messages.
        data: the whole file.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _as(name, data, encoding)
    if zeros := _utf16_without_mark(data[:GUESSED_BYTES]):
        return _as(name, data, zeros)
    if _binary(data[:GUESSED_BYTES]):
        return Unreadable(name, "it is not text", BINARY)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(name, data)


def _as(name: str, data: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]] | Unreadable:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        return Unreadable(name, f"it says it is {encoding} but byte {error.start} is not", "save it as UTF-8 and add it again")


def _guessed(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]] | Unreadable:
    best = from_bytes(data[:GUESSED_BYTES]).best()
    if best is None:
        return Unreadable(name, "its encoding cannot be told", "save it as UTF-8 and add it again")
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        return text, (Problem("ingest", "not wholly UTF-8: broken characters were replaced; save the file as UTF-8 if words look wrong"),)
    return text, (Problem("ingest", f"not UTF-8: read as {best.encoding}; save the file as UTF-8 if words look wrong"),)


def _binary(head: bytes) -> bool:
    return b"\0" in head or len(_CONTROL.findall(head)) > CONTROL_SHARE * len(head)


def _utf16_without_mark(head: bytes) -> str | None:
    """Returns the UTF-16 kind of bytes whose every second byte is mostly zero, as Windows programs write Latin text."""
    even, odd, half = head[::2].count(0), head[1::2].count(0), len(head) / 2
    if half < 2 or min(even, odd) > 0.02 * half or max(even, odd) < ZERO_SHARE * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
