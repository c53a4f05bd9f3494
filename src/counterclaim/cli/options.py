"""Options that several verbs take, bundled into one value each."""

import functools
from collections.abc import Callable
from typing import Any

import click

from counterclaim.briefing import Scope
from counterclaim.reading.recipe import Recipe

Verb = Callable[..., Any]
Decorator = Callable[[Verb], Verb]

READING = (
    click.option("--reader", type=click.Choice(["hybrid", "grammar"]), default="hybrid", show_default=True, help="Which reader."),
    click.option("--conflict", help="A conflict's id or folder; without it, chosen from each text."),
    click.option("--time-zone", default="UTC", show_default=True, help="IANA name, for days without a zone."),
)
SCOPE = (
    click.argument("place", required=False),
    click.option("--since", metavar="DAY", help="From this ISO day."),
    click.option("--until", metavar="DAY", help="To this ISO day."),
)
SIDE_OR_QUESTION = (
    click.option("--side", help="Only questions to which this side gives an answer."),
    click.option("--question", metavar="ID", help="Only this question."),
)
CAUTION = (
    click.option("--recent", is_flag=True, help="Also what is newer than 72 hours. Logged in the record."),
    click.option("--fine", is_flag=True, help="Exact points and small units. Logged in the record."),
    click.option("--names", is_flag=True, help="Do not mask private persons' names. Logged in the record."),
)


def _bundled(options: tuple[Decorator, ...], names: tuple[str, ...], into: str, make: Callable[..., Any]) -> Decorator:
    """Returns a decorator that adds options and hands their values to the verb as one."""

    def decorate(verb: Verb) -> Verb:
        @functools.wraps(verb)
        def called(*args: Any, **given: Any) -> Any:
            return verb(*args, **{into: make(**{name: given.pop(name) for name in names})}, **given)

        wrapped: Verb = called
        for option in reversed(options):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def _chosen(**flags: bool) -> tuple[str, ...]:
    return tuple(name for name, on in flags.items() if on)


reading_options = _bundled(READING, ("reader", "conflict", "time_zone"), "recipe", Recipe)
scope_options = _bundled(SCOPE, ("place", "since", "until"), "scope", Scope)
dossier_scope_options = _bundled(SCOPE + SIDE_OR_QUESTION, ("place", "since", "until", "side", "question"), "scope", Scope)
caution_options = _bundled(CAUTION, ("recent", "fine", "names"), "less_careful", _chosen)
workers_option: Decorator = click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
jsonl_option: Decorator = click.option(
    "--jsonl",
    "jsonl",
    multiple=True,
    metavar="FILE|-",
    help='JSON lines: {"id", "text", "published", "publisher", "url", "language", "title"}.',
)
