"""When: every example of the language tables, and tables of cases by kind."""

import re

import pytest

from counterclaim.knowledge.tables import language_table
from counterclaim.reading.times import times

FRIDAY = "2023-05-12"


def read(marked: str) -> tuple[str, list[tuple[tuple[int, int], str]]]:
    """Returns the text of a marked example and its (span, "TYPE value MOD") pairs."""
    text, expected, place = "", [], 0
    for match in re.finditer(r"\[(.*?) = ([A-Z]+ \S+(?: [A-Z_]+)?)\]", marked):
        text += marked[place : match.start()]
        expected.append(((len(text), len(text) + len(match[1].strip())), match[2]))
        text += match[1].strip()
        place = match.end()
    return text + marked[place:], expected


def shown(text: str, published: str | None = FRIDAY, language: str = "en") -> list[tuple[tuple[int, int], str]]:
    return [(tuple(t.span), " ".join(filter(None, (t.type, t.value, t.mod)))) for t in times(text, published, language)]


def examples() -> list[tuple[str, str, str]]:
    return [("en", rule["name"], example) for rule in language_table("en", "times")["rule"] for example in rule["examples"]]


@pytest.mark.parametrize(("language", "name", "example"), examples())
def test_every_example_of_the_tables_comes_out_as_marked(language: str, name: str, example: str) -> None:
    text, expected = read(example)
    assert shown(text, language=language) == expected, name
