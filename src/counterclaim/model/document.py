"""Documents: the text as given, who published it and when, and what could not be read."""

import hashlib
from dataclasses import dataclass, field

from counterclaim.model.spans import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a step could not do, said in words for the user, never an exception for the batch."""

    step: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` never changes: every span of the record refers to its code points.

    `published` is an ISO 8601 date or date-time; `language` a BCP 47 code; `translated_from` the language that a machine
    translation betrays; `sha256` that of the text in UTF-8; `synthetic` marks a report that was written, not found.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    translated_from: str | None = None
    synthetic: bool = False
    archived: str | None = None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def characters(self) -> int:
        """The length of the text in code points."""
        return len(self.text)


def sha256_of(data: bytes | str) -> str:
    """Returns the SHA-256 of bytes, or of a text in UTF-8 (lone surrogates kept), in hexadecimal."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def short_id(*parts: object) -> str:
    """Returns a content hash of the parts: 16 hexadecimal digits, the same on every run and machine."""
    return sha256_of("\x1f".join(str(p) for p in parts))[:16]
