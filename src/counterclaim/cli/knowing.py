"""`knowledge`: what the program knows, and how to add to it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table

from counterclaim.cli.session import console, ends_clearly, say
from counterclaim.knowledge.conflicts import conflict_ids, load_conflict
from counterclaim.knowledge.gazetteer import add_dump, open_gazetteer
from counterclaim.knowledge.names import same_name
from counterclaim.knowledge.tables import DataError


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


@knowledge.command(epilog="Example: counterclaim knowledge names --pairs pairs.csv")
@click.option("--pairs", required=True, type=click.Path(path_type=Path), metavar="FILE.csv", help="Columns name1, name2, maybe is_match.")
def names(pairs: Path) -> None:
    """Print, for each pair of names, how surely they are one person's, and why; with is_match given, precision and recall."""
    with ends_clearly():
        rows = list(_pairs(pairs))
    counted = {"true": [0, 0], "false": [0, 0]}
    for row in rows:
        match = same_name(row["name1"], row["name2"])
        click.echo(f"{match.score:.2f}\t{'same' if match.same else 'other'}\t{row['name1']}\t{row['name2']}\t{match.reason}")
        if row.get("is_match") in counted:
            counted[row["is_match"]][match.same] += 1
    (missed, found), (_, wrong) = counted["true"], counted["false"]
    if found + missed:
        precision, recall = found / max(1, found + wrong), found / (found + missed)
        f1 = 2 * found / (2 * found + missed + wrong)
        say(f"{len(rows)} pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, {wrong} false matches")


def _pairs(path: Path) -> Iterator[dict[str, str]]:
    """Yields the rows of a file of pairs.

    Raises:
        DataError: it cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if not {"name1", "name2"} <= set(rows.fieldnames or ()):
                raise DataError(f"{path}: needs columns name1 and name2, has {', '.join(rows.fieldnames or ()) or 'none'}")
            yield from rows
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}; give a CSV file in UTF-8") from error
