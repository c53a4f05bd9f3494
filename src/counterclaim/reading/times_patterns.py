"""Compiles patterns over word classes: `"the? DAY of? MONTH (COMMA? YEAR)?"` becomes a regular expression over one character a token.

A word in capitals is a class of words, a word in small letters itself; `?`, `*`, `+`, `|` and brackets mean what they mean in regular
expressions. Every class that matches becomes a named group, so that a rule knows which token played which role.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_GROUP = re.compile(r"\(\?P<([A-Z0-9]+)_\d+>")
_PIECE = re.compile(r"[A-Z][A-Z0-9]*|[^\W\d_A-Z][^\W\d_]*|[()|?*+]|\S")


class PatternError(ValueError):
    """A pattern of a data file is not well formed; the message shows it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern: its regular expression and what it can begin with.

    `empty`: may match nothing; `single`: may match just one token; `first`, `second`: the codes of its first and second token.
    """

    regex: str
    empty: bool
    single: bool
    first: frozenset[str]
    second: frozenset[str]


def expanded(pattern: str, macros: dict[str, str]) -> str:
    """Returns the pattern with its macros (names in capitals) written out, innermost last."""
    for _ in range(5):
        grown = re.sub(r"[A-Z][A-Z0-9]*", lambda m: f"({macros[m[0]]})" if m[0] in macros else m[0], pattern)
        if grown == pattern:
            return grown
        pattern = grown
    raise PatternError(f"{pattern[:80]!r}: a macro contains itself")


def names_of(pattern: str) -> tuple[list[str], list[str]]:
    """Returns the classes and the plain words that a pattern (macros written out) speaks of."""
    pieces = _PIECE.findall(pattern)
    return [p for p in pieces if p[0].isupper()], [p for p in pieces if p[0].isalpha() and not p[0].isupper()]


@functools.cache
def regular(expression: str) -> re.Pattern[str]:
    """Returns a regular expression, compiled when it is first asked for."""
    return re.compile(expression)


def groups_of(expression: str) -> tuple[str, ...]:
    """Returns the classes of the named groups of an expression, in order."""
    return tuple(_GROUP.findall(expression))


def compiled(pattern: str, codes_of: Callable[[str], frozenset[str]]) -> Piece:
    """Returns the whole pattern as one piece.

    Args:
        pattern: macros written out.
        codes_of: a class name, or a plain word after "=", to the one-character codes of its tokens.

    Raises:
        PatternError: a bracket is open, a class is unknown, or the pattern may be empty.
    """
    parser = _Parser(_PIECE.findall(pattern), codes_of)
    whole = parser.choice()
    if parser.rest or whole.empty:
        raise PatternError(f"{pattern!r}: " + (f"cannot read from {parser.rest[0]!r}" if parser.rest else "matches nothing at all"))
    return whole


_NONE = frozenset[str]()


def _joined(left: Piece, right: Piece) -> Piece:
    """Returns one piece behind another."""
    second = left.second | (right.first if left.single else _NONE) | (right.second if left.empty else _NONE)
    return Piece(
        left.regex + right.regex,
        left.empty and right.empty,
        (left.single and right.empty) or (left.empty and right.single),
        left.first | (right.first if left.empty else _NONE),
        second,
    )


class _Parser:
    def __init__(self, pieces: list[str], codes_of: Callable[[str], frozenset[str]]) -> None:
        self.rest = pieces
        self.codes_of = codes_of
        self.groups: dict[str, int] = {}

    def choice(self) -> Piece:
        options = [self.sequence()]
        while self.rest and self.rest[0] == "|":
            self.rest = self.rest[1:]
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        regex = "(?:" + "|".join(o.regex for o in options) + ")"
        return Piece(
            regex,
            any(o.empty for o in options),
            any(o.single for o in options),
            frozenset().union(*(o.first for o in options)),
            frozenset().union(*(o.second for o in options)),
        )

    def sequence(self) -> Piece:
        whole = Piece("", True, False, _NONE, _NONE)
        while self.rest and self.rest[0] not in "|)":
            whole = _joined(whole, self.repeated())
        return whole

    def repeated(self) -> Piece:
        piece = self.atom()
        while self.rest and self.rest[0] in "?*+":
            sign, self.rest = self.rest[0], self.rest[1:]
            again = piece.first if sign != "?" and piece.single else _NONE
            piece = Piece(f"(?:{piece.regex}){sign}", piece.empty or sign != "+", piece.single, piece.first, piece.second | again)
        return piece

    def atom(self) -> Piece:
        name, self.rest = self.rest[0], self.rest[1:]
        if name == "(":
            inner = self.choice()
            if not self.rest or self.rest[0] != ")":
                raise PatternError("a bracket is left open")
            self.rest = self.rest[1:]
            return replace(inner, regex=f"(?:{inner.regex})")
        if not name[0].isalpha():
            raise PatternError(f"{name!r} is neither a word nor a class")
        if not name[0].isupper():
            codes = self.codes_of("=" + name)
            return Piece(charset(codes), False, True, codes, _NONE)
        codes = self.codes_of(name)
        self.groups[name] = count = self.groups.get(name, 0) + 1
        return Piece(f"(?P<{name}_{count}>{charset(codes)})", False, True, codes, _NONE)


@functools.cache
def charset(codes: frozenset[str]) -> str:
    """Returns a regular expression for one token with any of the codes."""
    if not codes:
        raise PatternError("a class or word without members")
    return "[" + "".join(re.escape(c) for c in sorted(codes)) + "]"
