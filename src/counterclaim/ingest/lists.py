"""Reads independent event lists (CSV, JSON, JSON lines) by a column map."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from counterclaim.ingest.unreadable import Unreadable
from counterclaim.knowledge.lists import ListMap
from counterclaim.model.lists import ListedEvent


def listed_events(path: Path, by: ListMap) -> Iterator[ListedEvent | Unreadable]:
    """Yields the rows of a list as events; a row that cannot be read is named with its number, and the rest is done."""
    try:
        rows = _rows(path)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        yield Unreadable(str(path), str(error), "give a CSV file, a JSON list or JSON lines in UTF-8")
        return
    for number, row in enumerate(rows, 1):
        try:
            yield _event(row, by, f"{path.name}:{number}")
        except (KeyError, TypeError, ValueError) as error:
            yield Unreadable(
                f"{path} row {number}", f"{type(error).__name__}: {error}", "mend the row, or the map's columns and date_format"
            )


def _rows(path: Path) -> list[Mapping[str, Any]]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text)))
    if text.lstrip().startswith("["):
        found: list[Mapping[str, Any]] = json.loads(text)
        return found
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _event(row: Mapping[str, Any], by: ListMap, number: str) -> ListedEvent:
    begin = _day(_value(row, by, "begin"), by)
    end = _value(row, by, "end")
    precision = by.precision_km.get(str(_value(row, by, "precision")), 5.0)
    return ListedEvent(
        id=str(_value(row, by, "id") or number),
        begin=begin,
        end=_day(end, by) if end else begin,
        latitude=float(_value(row, by, "latitude")),
        longitude=float(_value(row, by, "longitude")),
        place=_value(row, by, "place"),
        precision_km=precision,
        deaths_low=_number(_value(row, by, "deaths_low")),
        deaths_high=_number(_value(row, by, "deaths_high")),
    )


def _value(row: Mapping[str, Any], by: ListMap, name: str) -> Any:
    """A field's value, None where the map has no column for it; a dot goes into an object."""
    column = by.columns.get(name)
    if column is None:
        return None
    value: Any = row
    for part in column.split("."):
        value = value[part]
    return value


def _day(value: Any, by: ListMap) -> str:
    return datetime.strptime(str(value), by.date_format).date().isoformat()


def _number(value: Any) -> float | None:
    return None if value in (None, "", "NULL") else float(value)
