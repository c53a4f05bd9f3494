"""The number words, bounds, units and states of a language, compiled once from languages/LANGUAGE/quantities.toml."""

import functools
from dataclasses import dataclass

from counterclaim.knowledge.tables import DataError, language_table, languages

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by one of their words (the first or the last), longest first, each with what it means."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its short name, its kind (length, time, money or plain) and its length in metres, if it is one."""

    name: str
    kind: str
    metres: float | None = None


class Roles(dict[str, frozenset[str]]):
    """Words by role; a language may leave out roles that it has no words for."""

    def __missing__(self, role: str) -> frozenset[str]:
        """Returns no words."""
        return frozenset()


class Endings(dict[str, tuple[str, ...]]):
    """Endings by role, for `str.endswith`; none where a language has none."""

    def __missing__(self, role: str) -> tuple[str, ...]:
        """Returns no endings."""
        return ()


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """All words of counting. `before` and `after` are bounds, `verbs` and `states` map a word to its state."""

    numbers: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    collectives: dict[str, float]
    plurals: dict[str, float]
    fractions: dict[str, float]
    currencies: dict[str, str]
    before: Phrases
    after: Phrases
    unit_phrases: Phrases
    units: dict[str, Unit]
    verbs: dict[str, str]
    states: dict[str, str]
    lists: Roles
    grammar: Roles
    endings: Endings
    starters: frozenset[str]


@functools.cache
def counts_in(language: str) -> bool:
    """Tells whether a language has words of counting."""
    if language not in languages():
        return False
    try:
        return bool(language_table(language, "quantities"))
    except DataError as error:
        if isinstance(error.__cause__, OSError):
            return False
        raise


@functools.cache
def quantity_lexicon(language: str) -> QuantityLexicon:
    """Returns the compiled table of a language.

    Raises:
        DataError: the language has no such table, or an entry of it lacks its example.
    """
    table = language_table(language, "quantities")
    for kind in ("bound", "unit", "state", "list"):
        for number, entry in enumerate(table[kind], 1):
            if "example" not in entry:
                raise DataError(f"{language}/quantities.toml: [[{kind}]] number {number} needs an example")
    bounds, units, states = table["bound"], table["unit"], table["state"]
    grammar = Roles({role: frozenset(forms) for role, forms in table["grammar"].items()})
    lists = _lists(table["list"])
    openers = ("numbers", "plurals", "collectives", "fractions", "scales")
    words = frozenset(word for name in openers for word in table[name])
    return QuantityLexicon(
        numbers=table["numbers"],
        scales=table["scales"],
        suffixes=table["suffixes"],
        collectives=table["collectives"],
        plurals=table["plurals"],
        fractions=table["fractions"],
        currencies=table["currencies"],
        before=_phrases([(w, b["effect"]) for b in bounds if b["place"] == "before" for w in b["words"]], last=True),
        after=_phrases([(w, b["effect"]) for b in bounds if b["place"] == "after" for w in b["words"]]),
        unit_phrases=_phrases([(w, u["unit"]) for u in units for w in u["words"]]),
        units={u["unit"]: Unit(u["unit"], _kind(u), u.get("metres")) for u in units},
        verbs={v: s["state"] for s in states for v in s["verbs"]},
        states={v: s["state"] for s in states for v in s["states"]},
        lists=lists,
        grammar=grammar,
        endings=Endings({role: tuple(sorted(forms)) for role, forms in (*grammar.items(), ("plural-ending", lists["plural-ending"]))}),
        starters=words | grammar["article"] | grammar["no"] | grammar["not"] | grammar["none"] | grammar["several"],
    )


def _lists(entries: list[dict[str, object]]) -> Roles:
    found = Roles()
    for entry in entries:
        words = entry["words"]
        if isinstance(words, list):
            found[str(entry["use"])] = frozenset(words)
    return found


def _kind(unit: dict[str, object]) -> str:
    return next((kind for kind, key in (("length", "metres"), ("time", "time"), ("money", "money")) if key in unit), "plain")


def _phrases(pairs: list[tuple[str, str]], last: bool = False) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[-1 if last else 0], []).append((words, meaning))
    return {key: tuple(sorted(entries, key=lambda e: -len(e[0]))) for key, entries in found.items()}
