"""`claims`, `relations`, `questions`, `events`, `show`: what a record holds."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from counterclaim.cli.session import Session, WrongUse, console, pass_session, put
from counterclaim.export.card import claim_card
from counterclaim.export.phrases import claim_cells, day_words
from counterclaim.model.contract import claim_json, event_json, question_json, relation_json
from counterclaim.record import Selection

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON lines (the contract's shapes).")


@click.command(epilog="Example: counterclaim claims --side ukraine --code advance --json")
@json_option
@click.option("--place", help="A place's name or id.")
@click.option("--party", help="A party's canonical name.")
@click.option("--side", help="A side's id.")
@click.option("--code", help="An event code.")
@click.option("--since", metavar="DAY", help="From this ISO day.")
@click.option("--until", metavar="DAY", help="To this ISO day.")
@click.option("--document", help="A document's id.")
@pass_session
def claims(session: Session, as_json: bool, **wanted: str | None) -> None:
    """List claims."""
    with session.workspace() as workspace:
        found = workspace.claims(Selection(**wanted))
        if as_json:
            put(_lines(found, claim_json))
            return
        rows = ((c.id[:8], *claim_cells(c)) for c in found)
        _print_table(("id", "who", "says", "what", "where", "when", "how many"), rows)


@click.command(epilog="Example: counterclaim relations --kind contradicts")
@json_option
@click.option("--kind", help="contradicts, corroborates, echoes, repeats, updates or talks-past.")
@click.option("--claim", help="Only those of one claim.")
@pass_session
def relations(session: Session, as_json: bool, kind: str | None, claim: str | None) -> None:
    """List relations between claims, each with its reasons and tier."""
    with session.workspace() as workspace:
        found = (r for r in workspace.relations(claim) if kind in (None, r.kind))
        if as_json:
            put(_lines(found, relation_json))
            return
        rows = ((r.kind, r.left[:8], r.right[:8], r.tier, f"{r.confidence:.2f}", "; ".join(b.why for b in r.because)) for r in found)
        _print_table(("kind", "left", "right", "tier", "confidence", "because"), rows)


@click.command(epilog="Example: counterclaim questions")
@json_option
@pass_session
def questions(session: Session, as_json: bool) -> None:
    """List the questions that claims answer."""
    with session.workspace() as workspace:
        if as_json:
            put(_lines(workspace.questions(), question_json))
            return
        rows = (
            (q.id[:8], q.text, q.kind, q.place or "", day_words(q.time), _tally(a.answer for a in q.answers)) for q in workspace.questions()
        )
        _print_table(("id", "question", "kind", "where", "when", "answers"), rows)


@click.command(epilog="Example: counterclaim events --json")
@json_option
@pass_session
def events(session: Session, as_json: bool) -> None:
    """List the happenings that claims are about, with each version's credibility."""
    with session.workspace() as workspace:
        if as_json:
            put(_lines(workspace.events(), event_json))
            return
        rows = (
            (
                e.id[:8],
                e.code,
                e.place or "",
                day_words(e.begin),
                str(len(e.claims)),
                " / ".join(f"{v.summary} ({v.assessment.credibility})" for v in e.versions),
            )
            for e in workspace.events()
        )
        _print_table(("id", "code", "where", "when", "claims", "versions (credibility)"), rows)


@click.command(epilog="Example: counterclaim show 3f2a91c0")
@click.argument("claim_id", metavar="ID")
@pass_session
def show(session: Session, claim_id: str) -> None:
    """Show one claim: its sentence with each field underlined and named, its relations, people's judgements."""
    with session.workspace() as workspace:
        found = [c for c in workspace.claims() if c.id.startswith(claim_id)]
        if len(found) != 1:
            raise WrongUse(f"{claim_id}: {'no claim' if not found else f'{len(found)} claims'} with that id; ids stand in claims --json")
        claim = found[0]
        document = workspace.document(claim.document)
        if document is None:
            raise WrongUse(f"{claim.document}: the claim's document is missing; run counterclaim verify")
        others = [(r, workspace.claim(r.right if r.left == claim.id else r.left)) for r in workspace.relations(claim.id)]
        judged = list(workspace.judgements(claim.id))
        console().print(claim_card(claim, document, [(r, c) for r, c in others if c], judged))


def _lines(values: Iterable[Any], shape: Callable[[Any], Any]) -> Iterable[str]:
    return (json.dumps(shape(value), ensure_ascii=False) + "\n" for value in values)


def _print_table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    table = Table(show_lines=False)
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def _tally(answers: Iterable[str]) -> str:
    counted: dict[str, int] = {}
    for answer in answers:
        counted[answer] = counted.get(answer, 0) + 1
    return ", ".join(f"{answer} {n}" for answer, n in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
