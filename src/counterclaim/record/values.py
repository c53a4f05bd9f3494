"""Values of the model as JSON text in a column, and back without loss."""

import json
from typing import Any, TypeVar

from counterclaim.model.codec import decode, encode

T = TypeVar("T")

INDEXED_CHARACTERS = 300


def packed(value: Any) -> str:
    """Returns a value of the model as one line of JSON that every database can hold.

    Lone surrogates, which UTF-8 has no bytes for, are escaped; so is NUL, which PostgreSQL refuses.
    """
    line = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(encode(value), separators=(",", ":"))
    return line


def unpacked(kind: type[T], line: str) -> T:
    """Returns the value of type `kind` that `packed` turned into `line`."""
    return decode(kind, json.loads(line))


def indexed(text: str | None) -> str | None:
    """Returns a text as an index can hold it: without NUL and lone surrogates, and not overlong."""
    if text is None:
        return None
    return storable(text)[:INDEXED_CHARACTERS]


def storable(text: str) -> str:
    """Returns a text without the characters that a database refuses (NUL, lone surrogates), each replaced by U+FFFD."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
