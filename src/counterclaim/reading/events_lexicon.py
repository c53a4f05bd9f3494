"""The event words of a language, compiled once: first word of a trigger -> the entries that it may belong to."""

import functools
from dataclasses import dataclass
from typing import Any

from counterclaim.knowledge.tables import DataError, language_table
from counterclaim.reading.events_words import noun_forms, verb_forms, words
from counterclaim.reading.polarity import function_words

SPECIAL = frozenset({"name", "nothing", "number"})
KINDS = ("verbs", "nouns", "phrases")
TABLES = ("events_idioms", "events", "events_ground", "events_fire", "events_people", "events_politics", "events_wording")
"""The tables of event words, in the order in which their entries are tried."""
IDLE = "none"
"""Stands as the code of entries whose words look like an event and are none ("captured the mood")."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry of the event tables: a way of telling one code, with the conditions on its roles (names of word lists)."""

    code: str
    kind: str
    order: int
    use: str
    object: frozenset[str]
    subject: frozenset[str]
    weapon: frozenset[str]
    unless: frozenset[str]
    agent: str
    recipient: str
    of: str
    negative: bool
    narrow: bool
    example: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of a frame's trigger: the words after the first ("*" is one to four words) and the form's tags.

    `gap` holds the words of a pattern with "*", so that a sentence without them need not be searched.
    """

    rest: tuple[str, ...]
    frame: Frame
    tags: frozenset[str]
    gap: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All patterns by their first word, longest first, narrow entries next, then in the tables' order; and the word lists.

    `likely` holds the same patterns by their first two words, so that few are tried; under "" those that any second word may follow.
    `kinds` names the word lists that each word stands in.
    """

    patterns: dict[str, tuple[Pattern, ...]]
    likely: dict[str, dict[str, tuple[Pattern, ...]]]
    lists: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    frames: tuple[Frame, ...]
    implied: dict[str, str]


@functools.cache
def event_lexicon(language: str) -> Lexicon:
    """Returns the compiled event table of a language.

    Raises:
        DataError: an entry has no code or example, or names a word list that does not exist.
    """
    tables = [language_table(language, name) for name in TABLES]
    lists = _merged(tables)
    irregular = {lemma: forms for table in tables for lemma, forms in table.get("irregular", {}).items()}
    entries = [entry for table in tables for entry in table.get("event", ())]
    frames = tuple(_frame(entry, order, lists) for order, entry in enumerate(entries))
    found: dict[str, list[Pattern]] = {}
    particles = function_words(language).particles
    for frame, entry in zip(frames, entries, strict=True):
        for lemma in entry[frame.kind]:
            for first, pattern in _patterns(lemma, frame, irregular, particles):
                found.setdefault(first, []).append(pattern)
    ordered = {first: tuple(sorted(ps, key=lambda p: (-len(p.rest), not p.frame.narrow, p.frame.order))) for first, ps in found.items()}
    implied = {code: whose for table in tables for code, whose in table.get("implied", {}).items()}
    likely = {first: _by_second(patterns) for first, patterns in ordered.items()}
    kinds: dict[str, set[str]] = {}
    for name, entries_of in lists.items():
        for word in entries_of:
            kinds.setdefault(word, set()).add(name)
    return Lexicon(ordered, likely, lists, {word: frozenset(names) for word, names in kinds.items()}, frames, implied)


def _by_second(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Pattern, ...]]:
    """Returns patterns of one first word by the word that must follow it, in their order; those that need none stand in each."""
    seconds = {p.rest[0] for p in patterns if p.rest and p.rest[0] != "*"}
    any_word = {"", "*"}
    return {
        second: tuple(p for p in patterns if (p.rest[0] if p.rest else "") in any_word or p.rest[0] == second)
        for second in sorted(seconds | {""})
    }


def _merged(tables: list[dict[str, Any]]) -> dict[str, frozenset[str]]:
    """Returns the word lists of all tables; those of one name are one list."""
    found: dict[str, set[str]] = {}
    for table in tables:
        for name, entries in table.get("lists", {}).items():
            found.setdefault(name, set()).update(entries)
    return {name: frozenset(entries) for name, entries in found.items()}


def _frame(entry: dict[str, Any], order: int, lists: dict[str, frozenset[str]]) -> Frame:
    kinds = [kind for kind in KINDS if kind in entry]
    named = {key: frozenset(entry.get(key, ())) for key in ("object", "subject", "weapon", "unless")}
    unknown = sorted(frozenset().union(*named.values()) - lists.keys() - SPECIAL)
    if len(kinds) != 1 or "code" not in entry or "example" not in entry or unknown:
        raise DataError(
            f"event tables, entry {order + 1} ({entry.get('code')}, {entry.get('example')}): needs code, example and one of {KINDS};"
            f" unknown lists {unknown}"
        )
    return Frame(
        entry["code"],
        kinds[0],
        order,
        entry.get("use", "both"),
        named["object"],
        named["subject"],
        named["weapon"],
        named["unless"],
        entry.get("agent", "subject"),
        entry.get("recipient", "object"),
        entry.get("of", "recipient"),
        entry.get("polarity") == "negative",
        entry.get("narrow", False),
        entry["example"],
    )


def _patterns(lemma: str, frame: Frame, irregular: dict[str, list[str]], particles: frozenset[str]) -> list[tuple[str, Pattern]]:
    if frame.kind == "verbs":
        first, *rest = lemma.split()
        split = [("*", rest[0])] if len(rest) == 1 and rest[0] in particles and frame.use == "transitive" else []
        return [
            (form, Pattern(r, frame, tags, _gap(r))) for form, tags in verb_forms(first, irregular).items() for r in (tuple(rest), *split)
        ]
    forms = noun_forms(lemma) if frame.kind == "nouns" else (lemma,)
    spelt = [[w.low for w in words(form, 0, len(form))] for form in forms]
    return [(form[0], Pattern(tuple(form[1:]), frame, frozenset(), _gap(tuple(form[1:])))) for form in spelt]


def _gap(rest: tuple[str, ...]) -> frozenset[str]:
    return frozenset(rest) - {"*"} if "*" in rest else frozenset()
