"""The trained readers that ship: where their graphs lie, and what their outputs mean."""

import functools
import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

FOLDER = Path(str(resources.files("counterclaim.knowledge"))) / "models"


class ModelError(RuntimeError):
    """A reader's file is missing or does not fit; the message names it and the way out."""


@dataclass(frozen=True, slots=True)
class ReaderModel:
    """One shipped reader: its files and the inventories of its heads (names to labels, in the order of the scores)."""

    graph: Path
    roles: Path
    tokenizer: Path
    labels: dict[str, tuple[str, ...]]
    transitions: tuple[tuple[float, ...], ...]


def has_reader(language: str) -> bool:
    """Tells whether a trained reader for a language ships."""
    return (FOLDER / language / "reader.onnx").is_file()


@functools.cache
def reader_model(language: str) -> ReaderModel:
    """Returns the trained reader of a language.

    Raises:
        ModelError: a file is missing or is no JSON.
    """
    folder = FOLDER / language
    files = {name: folder / name for name in ("reader.onnx", "roles.onnx", "tokenizer.json", "labels.json")}
    missing = [str(file) for file in files.values() if not file.is_file()]
    if missing:
        raise ModelError(f"{missing[0]}: missing; reinstall counterclaim, or read with --reader grammar")
    try:
        given: dict[str, Any] = json.loads(files["labels.json"].read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"{files['labels.json']}: {error}; reinstall counterclaim, or read with --reader grammar") from error
    transitions = tuple(tuple(row) for row in given.pop("transitions"))
    labels = {name: tuple(values) for name, values in given.items() if isinstance(values, list)}
    return ReaderModel(files["reader.onnx"], files["roles.onnx"], files["tokenizer.json"], labels, transitions)
