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
NAMES_OF_OUR_OWN = STANCES | set(
    "accuse urge state question claim post rule told count direct give hold object place quote rate".split()  # noqa: SIM905
)
"""The contract's stances, names of constructions, terms and moods, which are also verbs of English."""


def literals(path: Path) -> set[str]:
    """String constants of a module, but for docstrings and the keys under which tables are read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docs = {id(n.body[0].value) for n in bodies if n.body and isinstance(n.body[0], ast.Expr)}
    keys = {id(n.slice) for n in ast.walk(tree) if isinstance(n, ast.Subscript)}
    found = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return {n.value for n in found if id(n) not in docs | keys}


FUNCTION_WORDS = (
    "article",
    "determiner",
    "pronoun",
    "subject",
    "object",
    "possessive",
    "preposition",
    "coordinator",
    "subordinator",
    "relative",
)
NAMES_IN = {
    "attribution": {"be", "have", "do", "as", "nobody"},  # classes of words and constructions
    "events_verbs": {"itself"},  # a list of words
    "times_resolve": {"beyond", "every", "half"},  # kinds of rules
    "vocabulary": {"other"},  # a side
    "encoder_words": {"other"},
}
"""Names of our own that are words of English too, by the beginning of the modules' names."""
AUXILIARIES = ("be", "have", "do", "modal", "negation")
POSSESSIVES = {"'s", "’s"}
"""A token of its own in every table of names (knowledge/lexicon.py)."""
OF_TEXT = {"low", "lower", "lows", "text", "key", "words", "word", "bare", "before", "after", "endswith", "startswith"}
"""Attributes, methods and variables that hold words of the text."""


def compared(path: Path) -> set[str]:
    """String constants that a module compares with words of the text, and those of its sets and tuples of words."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) or (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            names = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)} | {
                n.id for n in ast.walk(node) if isinstance(n, ast.Name)
            }
            if names & OF_TEXT:
                found |= constants(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and node in tree.body:
            found |= constants(node.value)
    return found


def constants(node: ast.AST) -> set[str]:
    """String constants below a node, but for keys of tables and arguments of `get`, which are names of our own."""
    keys = {id(n.slice) for n in ast.walk(node) if isinstance(n, ast.Subscript)}
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in keys}


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


@pytest.fixture(scope="module")
def function_words() -> set[str]:
    classes = language_table("en", "clauses")["classes"]
    return (
        {word for name in (*FUNCTION_WORDS, *AUXILIARIES) for word in classes[name]}
        | {"the", "a", "an"}
        | {e["ending"] for e in language_table("en", "polities")["adjective"]}
    )


READING = [path for path in MODULES if path.parent.name == "reading"]


@pytest.mark.parametrize("path", READING, ids=lambda p: p.name)
def test_no_word_of_a_language_is_a_literal(path, function_words):
    own = next((names for start, names in NAMES_IN.items() if path.name.startswith(start)), set())
    assert sorted(w for w in compared(path) - own if w.strip() in function_words - POSSESSIVES) == []


@pytest.mark.parametrize(
    ("code", "expected", "why"),
    [
        ('SMALL = frozenset({"against", "upon"})', {"against", "upon"}, "a set of words at the top of a module"),
        ('def f(t):\n    return t.low == "of"', {"of"}, "compared with a word of the text"),
        ('def f(t):\n    return t.key in ("the", "a")', {"the", "a"}, "looked for among words"),
        ('def f(word):\n    return word.endswith("n\'t")', {"n't"}, "an ending"),
        ('def f(t, table):\n    return t.low in table["of"]', set(), "the key of a table is a name of our own"),
    ],
)
def test_the_law_sees_literals(code, expected, why, tmp_path):
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")
    assert compared(path) == expected, why
