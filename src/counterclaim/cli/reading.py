"""`unpick` and `read`: reading without a record."""

import dataclasses
import json
from collections.abc import Iterator

import click

from counterclaim.briefing import relations_within, unpicked
from counterclaim.cli.options import jsonl_option, reading_options, workers_option
from counterclaim.cli.session import WrongUse, console, end, ends_clearly, progress, put, say
from counterclaim.export.html import unpicked_html
from counterclaim.export.text import unpicked_text
from counterclaim.ingest import Unreadable, documents
from counterclaim.model import Document, Reading
from counterclaim.model.contract import reading_json
from counterclaim.reading.read import read as read_document
from counterclaim.reading.recipe import Recipe
from counterclaim.workspace import read_all


@click.command(epilog="Example: counterclaim unpick report.txt --published 2023-05-12 --html page.html")
@click.argument("source", metavar="FILE|URL|-")
@click.option("--html", "html", metavar="FILE", help="Write one offline page instead of text.")
@click.option("--json", "as_json", is_flag=True, help="Print the contract's JSON line instead of text.")
@click.option("--published", metavar="DAY", help='The publication day (ISO), for "Friday" and "the day before".')
@reading_options
def unpick(source: str, html: str | None, as_json: bool, published: str | None, recipe: Recipe) -> None:
    """Unpick one report: who says what, who contradicts whom, what is hearsay. No record is kept."""
    with ends_clearly():
        found = list(documents([source]))
        given = [dataclasses.replace(d, published=published or d.published) for d in found if isinstance(d, Document)]
        readings = [read_document(d, recipe) for d in given]
    unreadable = [item for item in found if isinstance(item, Unreadable)]
    if not readings:
        raise WrongUse("; ".join(map(str, unreadable)) or f"{source}: nothing to read there")
    if as_json:
        put(_line(reading) for reading in readings)
    elif html:
        put([unpicked_html(unpicked(readings))], html)
        say(f"written: {html}")
    else:
        console().print(unpicked_text(unpicked(readings)))
    end(unreadable)


@click.command(epilog="Example: counterclaim read report.txt | head -1;  counterclaim read --jsonl - < reports.jsonl")
@click.argument("files", nargs=-1, metavar="FILE...")
@jsonl_option
@workers_option
@reading_options
def read(files: tuple[str, ...], jsonl: tuple[str, ...], workers: int, recipe: Recipe) -> None:
    """Read reports and print one JSON line a document, in order. No record is kept."""
    if not files and not jsonl:
        raise click.UsageError("nothing to read: name FILE... or --jsonl FILE|-")
    unreadable: list[Unreadable] = []

    def lines() -> Iterator[str]:
        with progress() as shown:
            for n, item in enumerate(read_all(files, jsonl, workers, recipe), 1):
                shown("read", n)
                if isinstance(item, Unreadable):
                    unreadable.append(item)
                else:
                    yield _line(item)

    with ends_clearly():
        put(lines())
    end(unreadable)


def _line(reading: Reading) -> str:
    return json.dumps(reading_json(reading, relations_within(reading)), ensure_ascii=False) + "\n"
