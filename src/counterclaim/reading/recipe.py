"""How to read: the options of one reading, in one value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Options of a reading; with the document they determine the result.

    `reader` names the reader: "hybrid" (the grammar, and beside it the trained reader of the language where one ships) or "grammar";
    `conflict` the conflict's id or None to choose it from the text; `time_zone` an IANA name for dates without one.
    """

    reader: str = "hybrid"
    conflict: str | None = None
    time_zone: str = "UTC"
