"""The verbs of the terminal. Exit codes: 0 done; 1 some documents could not be read; 2 wrong use."""

import click

from counterclaim import __version__
from counterclaim.cli.comparing import compare
from counterclaim.cli.knowing import knowledge
from counterclaim.cli.listing import claims, events, questions, relations, show
from counterclaim.cli.output import dossier, export
from counterclaim.cli.reading import read, unpick
from counterclaim.cli.recording import add, crosscheck, judge, verify
from counterclaim.cli.session import Session
from counterclaim.cli.views import disputes, matrix, timeline

VERBS = (
    unpick, add, read, crosscheck, dossier, claims, relations, questions, events, timeline, matrix, disputes, show, judge, export,
    compare, verify, knowledge,
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="counterclaim")
@click.option("--db", default="counterclaim.db", envvar="COUNTERCLAIM_DB", show_default=True, help="The record: a path, or postgresql://…")
@click.pass_context
def main(context: click.Context, db: str) -> None:
    """Reads war reports and keeps who claims what happened, according to whom, and who says otherwise.

    \b
    The first minute:   counterclaim unpick report.txt
    A record:           counterclaim add reports/ && counterclaim dossier
    """  # noqa: D301
    context.obj = Session(db)


for verb in VERBS:
    main.add_command(verb)
