"""`compare`: a record's events against an independent list."""

import json
from collections import Counter
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from counterclaim.cli.listing import json_option
from counterclaim.cli.session import Session, console, end, pass_session, put, say
from counterclaim.crosscheck.compare import compared
from counterclaim.ingest import Unreadable
from counterclaim.ingest.lists import listed_events
from counterclaim.knowledge.lists import load_map
from counterclaim.model.lists import ListedEvent


@click.command(epilog="Example: counterclaim compare ged.jsonl --map ucdp-ged --json")
@click.argument("listing", metavar="LIST.csv|json|jsonl", type=click.Path(path_type=Path))
@click.option(
    "--map", "by", required=True, metavar="NAME|FILE.toml", help="Its columns: ucdp-ged, bellingcat-civharm, viina-deepstrike, or a file."
)
@json_option
@pass_session
def compare(session: Session, listing: Path, by: str, as_json: bool) -> None:
    """Hold events against an independent list: supported, conflicting in a field, or not covered. Silence is no contradiction."""
    with session.workspace() as workspace:
        columns = load_map(by)
        read = list(listed_events(listing, columns))
        rows = [item for item in read if isinstance(item, ListedEvent)]
        events = {event.id: event for event in workspace.events()}
        found = compared(events.values(), {c.id: c for c in workspace.claims()}, rows, columns.codes)
    if as_json:
        put(
            json.dumps({"event": c.event, "outcome": c.outcome, "listed": c.listed, "because": c.because}, ensure_ascii=False) + "\n"
            for c in found
        )
    else:
        table = Table(title=f"Events against {columns.name}")
        for name in ("event", "where", "when", "outcome", "because"):
            table.add_column(name, overflow="fold")
        for c in found:
            event = events[c.event]
            table.add_row(event.code, event.place or "", event.begin or "", c.outcome, Text("; ".join(c.because)))
        console().print(table)
    counted = Counter(c.outcome for c in found)
    without = len(events) - len(found)
    told = ", ".join(f"{n} {outcome}" for outcome, n in sorted(counted.items())) or "none"
    say(f"{len(rows)} rows; events: {told}; {without} without a point or a day")
    end(item for item in read if isinstance(item, Unreadable))
