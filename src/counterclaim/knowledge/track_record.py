"""How reliable a user has found sources (Admiralty A to F): a file of parties and letters; whoever it does not name is F."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from counterclaim.knowledge.tables import ROOT, DataError, parsed

UNKNOWN = "F"


def load_track_record(path: Path) -> dict[str, str]:
    """Returns the letter of each party that a file names: lines of `"Party" = "B"` (TOML).

    Raises:
        DataError: the file cannot be read, or a letter is none of A to F; the message names it.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f'{path}: {error}; write lines of "Party" = "B"') from error
    letters = parsed(ROOT / "codes" / "admiralty.toml")["reliability"]
    for party, letter in table.items():
        if letter not in letters:
            raise DataError(f"{path}: {party}: {letter!r} is none of {', '.join(letters)}")
    return table


def reliability_of(parties: Mapping[str, str], names: frozenset[str]) -> tuple[str, str | None]:
    """Returns the best letter among the voices of one version, and whose it is; F and None where none is known."""
    known = sorted((parties[name], name) for name in names if name in parties)
    return known[0] if known else (UNKNOWN, None)
