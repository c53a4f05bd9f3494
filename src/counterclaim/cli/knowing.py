"""`knowledge`: what the program knows, and how to add to it."""

from pathlib import Path

import click
from rich.table import Table

from counterclaim.cli.session import console, ends_clearly, say
from counterclaim.knowledge.conflicts import conflict_ids, load_conflict
from counterclaim.knowledge.gazetteer import add_dump, open_gazetteer


@click.group(epilog="Example: counterclaim knowledge conflicts")
def knowledge() -> None:
    """Show the conflicts and places that the program knows; add places."""


@knowledge.command(epilog="Example: counterclaim knowledge conflicts")
def conflicts() -> None:
    """List the conflicts that ship."""
    table = Table()
    for name in ("id", "name", "sides", "parties", "places"):
        table.add_column(name)
    with ends_clearly():
        for found in map(load_conflict, conflict_ids()):
            table.add_row(found.id, found.name, ", ".join(s.id for s in found.sides), str(len(found.parties)), str(len(found.places)))
    console().print(table)


@knowledge.group(epilog="Example: counterclaim knowledge gazetteer find Bakhmut")
def gazetteer() -> None:
    """Look places up, or add villages from a GeoNames country file."""


@gazetteer.command(epilog="Example: counterclaim knowledge gazetteer find Soledar")
@click.argument("name")
def find(name: str) -> None:
    """Print the entries of a name, in any spelling."""
    for entry in open_gazetteer().lookup(name):
        click.echo(f"{entry.id}\t{entry.name}\t{entry.latitude:.4f}\t{entry.longitude:.4f}\t{entry.country or ''}\t{entry.feature or ''}")


@gazetteer.command("add", epilog="Example: counterclaim knowledge gazetteer add UA.txt")
@click.argument("file", type=click.Path(path_type=Path))
def add_file(file: Path) -> None:
    """Add the places of a GeoNames country file (tab-separated, as its readme describes)."""
    with ends_clearly():
        added = add_dump(file)
    say(f"{file}: {added} places added")
