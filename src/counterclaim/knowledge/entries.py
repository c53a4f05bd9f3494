"""Entries of the data tables as frozen values: every key checked, every error naming the file and the entry."""

import dataclasses
import functools
import typing
from collections.abc import Mapping
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from counterclaim.knowledge.tables import DataError, parsed

T = TypeVar("T")
File = Traversable | Path

RENAMED = {"from": "since"}


def table_of(file: File) -> dict[str, Any]:
    """Returns the contents of a TOML file, or an empty table when there is no such file.

    Raises:
        DataError: the file is not UTF-8 or not TOML.
    """
    return parsed(file) if file.is_file() else {}


def entries(file: File, table: Mapping[str, Any], key: str, kind: type[T]) -> tuple[T, ...]:
    """Returns the `[[key]]` entries of a parsed file as values of the dataclass `kind`.

    Args:
        file: where the table was read, for messages.
        table: the parsed file.
        key: the name of the array of tables.
        kind: a dataclass whose fields are strings, numbers, dates, or tuples of strings.

    Raises:
        DataError: an entry lacks a key, has one that `kind` does not know, or one of another type.
    """
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise DataError(f"{file}: {key} must be written [[{key}]], once for each entry")
    return tuple(entry(f"{file}: [[{key}]] number {number}", row, kind) for number, row in enumerate(rows, 1))


def entry(where: str, row: Mapping[str, Any], kind: type[T]) -> T:
    """Returns one entry as a value of `kind`; `where` begins the message of an error."""
    known = _fields(typing.cast(Any, kind))
    label = row.get("id") or row.get("name") or row.get("title") or row.get("iso")
    where = f"{where} ({label})" if label else where
    values = {RENAMED.get(key, key): value for key, value in row.items()}
    unknown = [key for key in row if RENAMED.get(key, key) not in known or key in RENAMED.values()]
    if unknown:
        written = {v: k for k, v in RENAMED.items()}
        raise DataError(f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(written.get(k, k) for k in known))}")
    missing = [key for key, (_, required) in known.items() if required and key not in values]
    if missing:
        raise DataError(f"{where}: {missing[0]!r} is missing")
    return kind(**{key: _value(where, key, value, known[key][0]) for key, value in values.items()})


def check_unique(file: File, ids: tuple[str, ...]) -> None:
    """Raises a DataError that names the first id that stands twice."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise DataError(f"{file}: the id {one!r} stands twice; give one of the entries another")
        seen.add(one)


@functools.cache
def _fields(kind: Any) -> dict[str, tuple[Any, bool]]:
    hints = typing.get_type_hints(kind)
    return {f.name: (hints[f.name], f.default is dataclasses.MISSING) for f in dataclasses.fields(kind)}


def _value(where: str, key: str, value: Any, hint: Any) -> Any:
    accepted = typing.get_args(hint) if typing.get_origin(hint) is not tuple else ()
    if typing.get_origin(hint) is tuple:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise DataError(f"{where}: {key!r} must be a list of strings")
        return tuple(value)
    plain = tuple(a for a in (accepted or (hint,)) if a is not type(None))
    if float in plain and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, plain) or (isinstance(value, str) and not value.strip()):
        names = {str: "a string", float: "a number", date: "a date such as 2023-05-12", bool: "true or false", int: "a whole number"}
        raise DataError(f"{where}: {key!r} must be {names.get(plain[0], 'of another type')}, not {value!r}")
    return value
