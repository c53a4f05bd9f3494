"""Plain text: the characters as they are; the file's name may begin with the day, its first line may be the title."""

import re
from datetime import date
from pathlib import PurePath

from counterclaim.ingest.decoding import decoded
from counterclaim.ingest.making import Known, make_document
from counterclaim.ingest.unreadable import Archive, Unreadable
from counterclaim.model import Document

TITLE_CHARACTERS = 160
_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_FIRST_LINE = re.compile(r"\s*(?:#+ +)?([^\r\n]+?)[ \t]*(?:\r\n|\r|\n)\s*\S")
_FULL_STOP = (".", "!", "…", ";", ",", ":")


def read_text(name: str, data: bytes, archive: Archive) -> Document | Unreadable:
    """Returns the document of a plain text file; its text is the file's, unchanged."""
    text_and_problems = decoded(name, data)
    if isinstance(text_and_problems, Unreadable):
        return text_and_problems
    text, problems = text_and_problems
    if not text.strip():
        return Unreadable(name, "it is empty", "give a file that holds a report")
    known = Known(title=title_of(text), published=day_of(name), archived=archive(data), problems=problems)
    return make_document(text, known)


def day_of(name: str) -> str | None:
    """Returns the first day (ISO) in a file's name, None where there is none."""
    found = _DAY.search(PurePath(name).name)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]).isoformat()
    except ValueError:
        return None


def title_of(text: str) -> str | None:
    """Returns the first line where it reads as a headline: short, no full stop, and more text below."""
    found = _FIRST_LINE.match(text[: TITLE_CHARACTERS * 4])
    if found is None or len(found[1]) > TITLE_CHARACTERS or found[1].endswith(_FULL_STOP):
        return None
    return found[1]
