"""`add`, `crosscheck`, `judge` and `verify`: what changes or checks a record."""

import getpass

import click

from counterclaim.cli.options import jsonl_option, reading_options, workers_option
from counterclaim.cli.session import Session, WrongUse, end, pass_session, progress, say
from counterclaim.reading.recipe import Recipe

VERDICTS = ("accept", "reject", "correct", "note")


@click.command(epilog="Example: counterclaim add reports/ page.html https://example.org/feed.xml --jsonl more.jsonl")
@click.argument("sources", nargs=-1, metavar="FILE|FOLDER|URL...")
@jsonl_option
@workers_option
@reading_options
@pass_session
def add(session: Session, sources: tuple[str, ...], jsonl: tuple[str, ...], workers: int, recipe: Recipe) -> None:
    """Read reports into the record and cross-check them with all that it holds."""
    if not sources and not jsonl:
        raise click.UsageError("nothing to add: name files, folders, addresses, or --jsonl FILE|-")
    with session.workspace(create=True) as workspace, progress() as shown:
        report = workspace.add(sources, jsonl, workers, recipe, shown)
    told = [f"{report.added} added"]
    told += [f"{len(report.revised)} with a new text (the old one is kept)"] if report.revised else []
    told += [f"{report.unchanged} there already"] if report.unchanged else []
    say(f"{session.db}: {', '.join(told)}")
    end(report.unreadable)


@click.command(epilog="Example: counterclaim crosscheck")
@pass_session
def crosscheck(session: Session) -> None:
    """Build all relations, questions and events anew. `add` keeps them current; this is for after an upgrade."""
    with session.workspace() as workspace, progress() as shown:
        blocks = workspace.crosscheck(shown)
    say(f"{session.db}: {blocks} blocks cross-checked")


@click.command(epilog='Example: counterclaim judge 3f2a... reject --note "the speaker is the mayor, not the governor"')
@click.argument("target", metavar="ID")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option("--note", default="", help="Why, in your words.")
@click.option("--by", default=None, help="Who judges; your user name by default.")
@pass_session
def judge(session: Session, target: str, verdict: str, note: str, by: str | None) -> None:
    """Store a person's judgement on a claim, question or event, or on a relation ("ID ID"). It outlives every re-reading."""
    with session.workspace() as workspace:
        known = all(workspace.claim(part) for part in target.split()) or any(
            target == item.id for found in (workspace.questions(), workspace.events()) for item in found
        )
        if not known:
            raise WrongUse(f"{target}: no claim, question or event of this record; ids stand in claims --json, questions --json")
        judged = workspace.judge(target, verdict, note, by or getpass.getuser())
    say(f"{judged.verdict} {judged.target}, by {judged.by}, {judged.at}")


@click.command(epilog="Example: counterclaim verify")
@pass_session
def verify(session: Session) -> None:
    """Check that the record holds what it says: texts against their SHA-256, spans against their words."""
    with session.workspace() as workspace:
        faults = [f"{fault.where}: {fault.what}" for fault in workspace.verify()]
    for line in faults:
        say(line)
    if faults:
        raise SystemExit(1)
    say(f"{session.db}: all texts and spans are as stored")
