"""Law: words of a language and names of actors are data, never literals in code."""

import ast
from pathlib import Path

import pytest

import counterclaim
from counterclaim.knowledge.conflicts import conflict_ids, load_conflict
from counterclaim.knowledge.tables import language_table
from counterclaim.knowledge.world import load_world

SOURCE = Path(counterclaim.__file__).parent
ROOMS = ("reading", "crosscheck", "knowledge", "ingest", "record", "engine")
STANCES = {"asserts", "denies", "confirms", "accuses", "demands", "promises", "warns", "doubts"}
NAMES_OF_OUR_OWN = STANCES | {"accuse", "urge", "state", "question", "claim", "post", "rule", "told"}
"""The contract's stances, names of constructions, terms and moods, which are also verbs of English."""


def literals(path: Path) -> set[str]:
    """String constants of a module, but for docstrings and the keys under which tables are read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docs = {id(n.body[0].value) for n in bodies if n.body and isinstance(n.body[0], ast.Expr)}
    keys = {id(n.slice) for n in ast.walk(tree) if isinstance(n, ast.Subscript)}
    found = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return {n.value for n in found if id(n) not in docs | keys}


MODULES = sorted(path for room in ROOMS for path in (SOURCE / room).glob("*.py"))


@pytest.fixture(scope="module")
def cues() -> set[str]:
    verbs = language_table("en", "cues")["verb"]
    return {v["lemma"] for v in verbs} | {v["past"] for v in verbs if "past" in v}


@pytest.fixture(scope="module")
def actors() -> set[str]:
    conflicts = [load_conflict(name) for name in conflict_ids()]
    names = {n for c in conflicts for p in c.parties for n in (p.name, *p.aliases)}
    names |= {n for c in conflicts for s in c.sides for n in (s.name, *s.demonyms, *s.capitals, *s.metonyms)}
    return names | {n for country in load_world().countries for n in (country.name, *country.adjectives, *country.seats)}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_cue_and_no_actor_is_a_literal(path, cues, actors):
    found = literals(path)
    assert sorted(found & actors) == []
    if path.parent.name == "reading":
        assert sorted((found & cues) - NAMES_OF_OUR_OWN) == []
