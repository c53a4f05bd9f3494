"""Finds and loads the data tables that ship with the package (TOML), once each."""

import functools
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

ROOT = resources.files("counterclaim.knowledge")


class DataError(ValueError):
    """A data file is damaged or an entry is not of its form; the message names the file and the entry."""


def parsed(file: Traversable) -> dict[str, Any]:
    """Returns the contents of a TOML file.

    Raises:
        DataError: the file is missing, not UTF-8 or not TOML.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{file}: {error}; mend the file or reinstall counterclaim") from error


@functools.cache
def language_table(language: str, name: str) -> dict[str, Any]:
    """Returns `languages/LANGUAGE/NAME.toml` (for example "en", "times")."""
    return parsed(ROOT / "languages" / language / f"{name}.toml")


@functools.cache
def languages_with(name: str) -> tuple[str, ...]:
    """Returns the codes of the languages that have a NAME.toml, sorted."""
    folders = (e for e in (ROOT / "languages").iterdir() if e.is_dir() and not e.name.startswith("_"))
    return tuple(sorted(e.name for e in folders if (e / f"{name}.toml").is_file()))


def languages() -> tuple[str, ...]:
    """Returns the codes of the languages that can be read, sorted: those whose reporting words are known (cues.toml)."""
    return languages_with("cues")
