"""`dossier` and `export`: what leaves a record."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from counterclaim.briefing import Scope, dossier_of, outgoing
from counterclaim.cli.options import caution_options, dossier_scope_options, scope_options
from counterclaim.cli.session import Session, console, now, pass_session, put, say
from counterclaim.export.caution import HOURS, Caution
from counterclaim.export.data import dossier_json
from counterclaim.export.html import dossier_html
from counterclaim.export.markdown import dossier_markdown
from counterclaim.export.rows import geojson, jsonl, table
from counterclaim.export.text import dossier_text
from counterclaim.knowledge.track_record import load_track_record
from counterclaim.model import Claim, Document
from counterclaim.model.dossier import Dossier
from counterclaim.workspace import Workspace

Exporter = Callable[[Iterable[Claim], Mapping[str, Document]], Iterable[str]]
FORMATS: dict[str, Exporter] = {"jsonl": jsonl, "csv": table, "geojson": geojson}
PAGES: dict[str, Callable[[Dossier], str]] = {"markdown": dossier_markdown, "html": dossier_html, "json": dossier_json}


@click.command(epilog="Example: counterclaim dossier Bakhmut --since 2023-05-10 --format markdown --output bakhmut.md")
@dossier_scope_options
@click.option("--format", "form", type=click.Choice(["text", *PAGES]), default="text", show_default=True)
@click.option("--output", metavar="FILE", help="Write to a file.")
@click.option(
    "--track-record", type=click.Path(path_type=Path), metavar="FILE", help='How reliable you find parties: TOML lines "Party" = "B".'
)
@caution_options
@pass_session
def dossier(
    session: Session, scope: Scope, form: str, output: str | None, track_record: Path | None, less_careful: tuple[str, ...]
) -> None:
    """Print a dossier: by question, each party's answers by day, contradictions with reasons, voices, coverage."""
    with session.workspace() as workspace:
        caution = _caution(workspace, less_careful) if form == "html" else None
        found = dossier_of(workspace, scope, caution)
        if track_record is not None:
            found = dataclasses.replace(found, track_record=tuple(sorted(load_track_record(track_record).items())))
        if caution:
            _tell_held_back(workspace, found.documents)
    if form != "text":
        put([PAGES[form](found)], output)
    elif output is None:
        console().print(dossier_text(found))
    else:
        plain = console()
        with plain.capture() as captured:
            plain.print(dossier_text(found))
        put([captured.get()], output)


@click.command(epilog="Example: counterclaim export geojson Bakhmut --output bakhmut.geojson")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@scope_options
@click.option("--output", metavar="FILE", help="Write to a file.")
@caution_options
@pass_session
def export(session: Session, form: str, scope: Scope, output: str | None, less_careful: tuple[str, ...]) -> None:
    """Export claims as jsonl, csv or geojson: by default older than 72 hours, no finer than 5 km, private names masked."""
    with session.workspace() as workspace:
        claims, documents = outgoing(workspace, scope, _caution(workspace, less_careful))
        put(FORMATS[form](claims, documents), output)
        _tell_held_back(workspace, documents)


def _tell_held_back(workspace: Workspace, shown: Mapping[str, Document]) -> None:
    held = workspace.coverage().documents - len(shown)
    if held:
        say(f"{held} documents of the last {HOURS} hours held back; --recent takes them too")


def _caution(workspace: Workspace, less_careful: tuple[str, ...]) -> Caution:
    """Returns the user's choice, logged in the record where it is less careful than the default."""
    if less_careful:
        told = f"exported with {', '.join(less_careful)}"
        workspace.judge("export", "note", told, "counterclaim")
        say(f"logged in the record: {told}")
    return Caution(None if "recent" in less_careful else now(), "fine" in less_careful, "names" in less_careful)
