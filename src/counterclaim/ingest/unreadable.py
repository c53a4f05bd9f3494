"""What could not be taken in: a value, so that the rest is done."""

from collections.abc import Callable
from dataclasses import dataclass

Archive = Callable[[bytes], str]
"""Takes raw bytes to be kept and returns their SHA-256."""

MAX_BYTES = 20_000_000
"""The most bytes of one document; a longer one is refused, since nobody reads it and every step holds it whole."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """`name` of the file, line or address; `why` it could not be read; `way_out` what the user can do."""

    name: str
    why: str
    way_out: str

    def __str__(self) -> str:
        """Returns one line for the user."""
        return f"{self.name}: {self.why}; {self.way_out}"


def too_big(name: str, size: int | None = None) -> Unreadable:
    """Returns the refusal of a document that is too long; `size` in bytes, None when unknown."""
    long = f"{size / 1e6:.0f} MB" if size else f"more than {MAX_BYTES / 1e6:.0f} MB"
    way_out = "give one report a file (split -C 10m FILE cuts a text at line ends), or JSON lines with one report a line"
    return Unreadable(name, f"it is {long} long, a document may have {MAX_BYTES / 1e6:.0f} MB", way_out)
