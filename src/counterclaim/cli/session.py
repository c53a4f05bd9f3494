"""What every verb shares: the record's address, the console, clear ends."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from counterclaim.ingest import Unreadable
from counterclaim.knowledge.tables import DataError
from counterclaim.record import RecordError
from counterclaim.workspace import Workspace

PLAIN_WIDTH = 120
SOME_UNREADABLE = 1
MENDABLE = (RecordError, DataError)


class WrongUse(click.ClickException):
    """Ends the program with exit code 2 and a message that names the way out."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program: where the record is."""

    db: str

    @contextmanager
    def workspace(self, create: bool = False) -> Iterator[Workspace]:
        """Opens the record; what is wrong with it ends the program with exit code 2."""
        with ends_clearly(), Workspace.open(self.db, create=create, clock=now) as workspace:
            yield workspace


pass_session = click.make_pass_decorator(Session)


@contextmanager
def ends_clearly() -> Iterator[None]:
    """Turns the errors that a user can mend into a message and exit code 2."""
    try:
        yield
    except MENDABLE as error:
        raise WrongUse(str(error)) from error


def now() -> str:
    """Returns the present second in UTC: the program's one clock."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def console() -> Console:
    """Returns standard output: coloured on a terminal, plain and of a fixed width when piped."""
    return Console(highlight=False, emoji=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)


def put(pieces: Iterable[str], output: str | None = None) -> None:
    """Writes pieces of text as UTF-8, whatever the locale, to a file or the standard output.

    Raises:
        WrongUse: the file cannot be written.
    """
    if output is None or output == "-":
        _print(pieces)
        return
    try:
        _write(Path(output), pieces)
    except OSError as error:
        raise WrongUse(f"{output}: {error.strerror or error}; name a file that may be written") from error


def _print(pieces: Iterable[str]) -> None:
    """Writes to the standard output; when its reader has seen enough ("| head"), ends the program quietly."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Writes a file whole or not at all: beside it first, then in its place; what is no regular file is written to as it is."""
    special = path.exists() and not path.is_file()
    part = path if special else path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.writelines(pieces)
        if not special:
            part.replace(path)
    except OSError:
        if not special:
            part.unlink(missing_ok=True)
        raise


def say(message: str) -> None:
    """Writes a message for the user to the standard error."""
    click.echo(message, err=True)


def end(unreadable: Iterable[Unreadable]) -> None:
    """Names what could not be read and ends with exit code 1 if there was any."""
    found = list(unreadable)
    for item in found:
        say(f"not read: {item}")
    if found:
        raise SystemExit(SOME_UNREADABLE)


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """Shows steps and counts on a terminal while work goes on; nothing when piped. Yields what to call with both."""
    if not sys.stderr.isatty():
        yield lambda step, done: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step, done: bar.update(task, description=step, completed=done)
