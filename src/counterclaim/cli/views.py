"""`timeline`, `matrix`, `disputes`: a record's dossier from three sides."""

import json
from collections.abc import Callable

import click

from counterclaim.briefing import Scope, dossier_of
from counterclaim.cli.listing import json_option
from counterclaim.cli.options import dossier_scope_options
from counterclaim.cli.session import Session, console, pass_session, put, say
from counterclaim.export.sections import Grid
from counterclaim.export.text import rendered
from counterclaim.export.views import disputes_grid, disputes_json, matrix_grid, matrix_json, timeline_grid, timeline_json
from counterclaim.model.contract import Json
from counterclaim.model.dossier import Dossier


def _view(name: str, help_text: str, grid: Callable[[Dossier], Grid], shape: Callable[[Dossier], list[Json]]) -> click.Command:
    """Returns the verb of one view."""

    @click.command(name, help=help_text, epilog=f"Example: counterclaim {name} Bakhmut --since 2023-05-10 --json")
    @dossier_scope_options
    @json_option
    @pass_session
    def verb(session: Session, scope: Scope, as_json: bool) -> None:
        with session.workspace() as workspace:
            found = dossier_of(workspace, scope)
        if as_json:
            put(json.dumps(line, ensure_ascii=False) + "\n" for line in shape(found))
            return
        table = grid(found)
        console().print(rendered(table))
        say(f"{len(table.rows)} rows from {found.coverage.documents} documents")

    return verb


timeline = _view("timeline", "List claims by day: when it is said to have happened, else when it was said.", timeline_grid, timeline_json)
matrix = _view("matrix", "Table of answers: questions and parties down, days across.", matrix_grid, matrix_json)
disputes = _view("disputes", "List the contradictions under each question, with their reasons.", disputes_grid, disputes_json)
