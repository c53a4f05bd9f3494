"""The pages: their links lead somewhere, the commands they show exist, every verb's help has an example that parses."""

import re
import shlex
from pathlib import Path

import click
import pytest

from counterclaim.cli import main

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"^\s*(?:\$ )?(?:\.venv/bin/)?counterclaim ([^#\n]*)", re.MULTILINE)


def commands(group: click.Group, before: tuple[str, ...] = ()):
    for name, verb in group.commands.items():
        yield (*before, name), verb
        if isinstance(verb, click.Group):
            yield from commands(verb, (*before, name))


VERBS = dict(commands(main))


def ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_lead_somewhere(page):
    targets = [t for t in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in t]
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_commands_shown_exist(page):
    for shown in COMMAND.findall(page.read_text(encoding="utf-8")):
        words = [w for w in shlex.split(shown.split("|")[0].split(">")[0].split("&&")[0], posix=True) if w]
        words = words[2:] if words[:1] == ["--db"] else words
        assert words, shown
        assert words[0].startswith("-") or (words[0],) in VERBS, shown


@pytest.mark.parametrize("name", sorted(VERBS), ids=" ".join)
def test_help_has_an_example_of_the_verb_itself(name):
    verb = VERBS[name]
    assert verb.help
    assert verb.epilog, f"{' '.join(name)} has no example"
    assert f"counterclaim {' '.join(name)}" in verb.epilog


@pytest.mark.parametrize("name", sorted(n for n, v in VERBS.items() if not isinstance(v, click.Group)), ids=" ".join)
def test_examples_of_help_parse(name):
    for example in VERBS[name].epilog.removeprefix("Example: ").split(";  "):
        words = shlex.split(example.split("|")[0].split("<")[0].split("&&")[0])
        arguments = words[1 + len(name) :]
        VERBS[name].make_context(name[-1], arguments, obj=None)
