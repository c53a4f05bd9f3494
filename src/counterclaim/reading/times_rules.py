"""Finds candidates of time expressions: the rules of `languages/XX/times.toml`, matched over token codes, the longest first."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from counterclaim.knowledge.tables import DataError, language_table
from counterclaim.reading.times_patterns import PatternError, Piece, compiled, expanded, groups_of, names_of, regular
from counterclaim.reading.times_tokens import Block, Lexicon

_ASKED = (
    "FUTUREVERB",
    "PASTVERB",
    "EDWORD",
    "PLURAL",
    "WORD",
    "LOWER",
    "INFINITIVE",
    "PREPOSITION",
    "DETERMINER",
    "MODAL",
    "AUXILIARY",
    "LIMIT",
    "FUNCTION",
    "DOT",
    "STOP",
    "BREAK",
)
"""Classes that values ask for in the words around a candidate."""


MONTHS = ("MONTH", "MONTHSHORT", "SUREMONTH")
"""Roles that name a month."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time: the tokens that make it, those that must or must not stand beside it, and what kind of value it has."""

    name: str
    kind: str
    piece: Piece
    roles: tuple[str, ...]
    prev: frozenset[str] | None
    not_prev: frozenset[str]
    next: frozenset[str] | None
    not_next: frozenset[str]
    give: dict[str, Any]


class Starts(dict[str, tuple[Rule, ...]]):
    """Rules by the codes of a token and its neighbour, found once for each pair (the neighbour is missing at the end)."""

    def __init__(self, by_first: dict[str, tuple[Rule, ...]]) -> None:
        """Takes the rules by the code that they can begin with."""
        super().__init__()
        self.by_first = by_first

    def __missing__(self, pair: str) -> tuple[Rule, ...]:
        """Returns and keeps the rules that can begin with a pair."""
        rules = self.by_first.get(pair[0], ())
        found = tuple(r for r in rules if r.piece.single or pair[1:] in r.piece.second)
        self[pair] = found
        return found


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words and rules of one language; `starts` holds, by the codes of two tokens, the rules that can begin so."""

    lexicon: Lexicon
    rules: tuple[Rule, ...]
    starts: "Starts"
    table: dict[str, Any]
    roles: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """A match before it has a value: its tokens `[first, stop)` in the block, and by role what each token stands for, in order."""

    block: Block
    first: int
    stop: int
    rule: Rule
    roles: dict[str, list[Any]]
    places: dict[str, list[int]]

    @property
    def start(self) -> int:
        """The first character."""
        return self.block.starts[self.first]

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.block.ends[self.stop - 1]

    def one(self, role: str, default: Any = None) -> Any:
        """Returns what the first token of a role stands for."""
        found = self.roles.get(role)
        return found[0] if found else self.rule.give.get(role, default)


@functools.cache
def grammar(language: str) -> Grammar:
    """Returns the grammar of a language.

    Raises:
        DataError: an entry of its times.toml is not well formed; the message names it.
    """
    table = language_table(language, "times")
    macros = table.get("macros", {})
    written = [(entry, expanded(entry["pattern"], macros)) for entry in _entries(table)]
    words = {name: dict(entries) for name, entries in table["words"].items()}
    endings = table.get("endings", {})
    lexicon = Lexicon(_by_word(words, written, tuple(endings.get("past", ()))), _capital(table.get("capital", {})), endings)
    rules = tuple(_rule(entry, pattern, lexicon, macros) for entry, pattern in written)
    starts: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for code in rule.piece.first:
            starts[code].append(rule)
    roles = {name: lexicon.codes_of(name) for name in _ASKED}
    roles["PASTWORD"] = roles["PASTVERB"] | roles["EDWORD"]
    roles["ENDER"] = roles["DOT"] | roles["STOP"] | roles["BREAK"]
    return Grammar(lexicon, rules, Starts({code: tuple(found) for code, found in starts.items()}), table, roles)


def _entries(table: dict[str, Any]) -> list[dict[str, Any]]:
    holidays = [
        {"name": entry["words"], "kind": "holiday", "pattern": pattern, "give": entry}
        for entry in table.get("holiday", ())
        for pattern in [table["macros"]["HOLIDAY"].replace("_", entry["words"].replace("'", " APOS ").replace("-", " DASH "))]
    ]
    return [*table.get("rule", ()), *holidays]


def _by_word(
    words: dict[str, dict[str, Any]], written: list[tuple[dict[str, Any], str]], past: tuple[str, ...]
) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, entries in words.items():
        for word, value in entries.items():
            found[word][name] = value
    for entry, pattern in written:
        beside = " ".join(entry.get(key, "") for key in ("prev", "not_prev", "next", "not_next"))
        for word in (*names_of(pattern)[1], *names_of(beside)[1]):
            found[word]["=" + word] = word
    for word, classes in found.items():
        if len(word) > 4 and word.endswith(past) and "FUTUREVERB" not in classes:
            classes["EDWORD"] = word
    return dict(found)


def _capital(listed: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in listed.items():
        for word in words:
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _rule(entry: dict[str, Any], pattern: str, lexicon: Lexicon, macros: dict[str, str]) -> Rule:
    def beside(key: str) -> frozenset[str]:
        names = expanded(entry.get(key, ""), macros).replace("|", " ").replace("(", " ").replace(")", " ").split()
        return frozenset().union(*(lexicon.codes_of(n if n[0].isupper() else "=" + n) for n in names))

    try:
        piece = compiled(pattern, lexicon.codes_of)
    except PatternError as error:
        raise DataError(f"times.toml, rule {entry['name']!r}: {error}") from error
    return Rule(
        entry["name"],
        entry["kind"],
        piece,
        groups_of(piece.regex),
        beside("prev") if "prev" in entry else None,
        beside("not_prev"),
        beside("next") if "next" in entry else None,
        beside("not_next"),
        entry.get("give", {}),
    )


def drafts(block: Block, rules: Grammar) -> Iterator[Draft]:
    """Yields the matches of a block from left to right: at each place the longest, then the first of the rules."""
    codes, starts, place = block.codes, rules.starts, 0
    size = len(codes)
    while place < size:
        if codes[place] == " ":
            place += 1
            continue
        best: tuple[int, Rule, re.Match[str]] | None = None
        for rule in starts[codes[place : place + 2]]:
            match = regular(rule.piece.regex).match(codes, place)
            if match is None or (best is not None and match.end() <= best[0]) or not _fits(rule, codes, place, match.end()):
                continue
            best = (match.end(), rule, match)
        if best is None:
            place += 1
        else:
            yield _draft(block, place, best, rules.lexicon)
            place = best[0]


def _fits(rule: Rule, codes: str, start: int, end: int) -> bool:
    before = codes[start - 1] if start else "\n"
    after = codes[end] if end < len(codes) else "\n"
    return (
        (rule.prev is None or before in rule.prev)
        and before not in rule.not_prev
        and (rule.next is None or after in rule.next or after == "\n")
        and after not in rule.not_next
    )


def _draft(block: Block, start: int, best: tuple[int, Rule, re.Match[str]], lexicon: Lexicon) -> Draft:
    stop, rule, match = best
    played = sorted([(span[0], role) for span, role in zip(match.regs[1:], rule.roles, strict=True) if span[0] >= 0])
    roles: dict[str, list[Any]] = defaultdict(list)
    places: dict[str, list[int]] = defaultdict(list)
    for at, role in played:
        roles[role].append(lexicon.means(block.words[at], role))
        places[role].append(at)
    return Draft(block, start, stop, rule, dict(roles), dict(places))
