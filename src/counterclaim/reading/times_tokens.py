"""Turns a text into tokens with one code each, so that rules can be matched over codes instead of letters.

Every distinct set of word classes (`MONTH`, `WEEKDAY`, `UNIT` ...) has one character as its code. Numbers get their classes by
shape, unknown words by case and ending.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LONGEST_WORD = 24
BLOCK = 4000
"""Tokens in a block: rules never look across its edge, so that memory and time stay linear."""

WRAPPED = 50
"""A line so long goes on in the next one if that begins small, or if it ends with a word that leads on ("on", "the")."""

_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)+|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+|[QqHh][1-4](?![^\W_])|[^\W\d_]+|\n|[^\s\w]|\w")
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_MARKS = {
    ",": "COMMA",
    "-": "DASH",
    "‐": "DASH",
    "‑": "DASH",
    "–": "DASH",
    "/": "SLASH",
    ":": "COLON",
    ".": "DOT",
    "'": "APOS",
    "’": "APOS",
    "‘": "APOS",
    "`": "APOS",
    "(": "OPEN",
    ")": "CLOSE",
    "!": "STOP",
    "?": "STOP",
    ";": "SEMICOLON",
    "$": "MONEY",
    "€": "MONEY",
    "£": "MONEY",
    "+": "PLUS",
    '"': "QUOTE",
    "“": "QUOTE",
    "”": "QUOTE",
}
_PLAIN = frozenset[str]()
_SHAPES = (
    frozenset({"LETTER"}),
    frozenset({"WORD", "CAP"}),
    frozenset({"WORD", "LOWER"}),
    frozenset({"WORD", "LOWER", "PLURAL"}),
    frozenset({"WORD", "LOWER", "EDWORD"}),
)
OTHERS = frozenset({*_MARKS.values(), "BREAK"})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of tokens: where each starts and ends in the text, its words and its codes (one character each)."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


class Lexicon:
    """The words of one language: word -> class -> what it stands for; and the codes of class sets."""

    def __init__(self, words: dict[str, dict[str, Any]], capital: dict[str, frozenset[str]], endings: dict[str, list[str]]) -> None:
        """Takes the classes of every lower-case word, for some the classes that need a capital, and what unknown words end in.

        Args:
            words: word -> class -> what it stands for.
            capital: word -> classes that hold only with a capital letter.
            endings: `past`, `plural` and `singular` endings (those that only look like a plural).
        """
        self.words = words
        self.capital = capital
        self.past = tuple(endings.get("past", ()))
        self.plural = tuple(endings.get("plural", ()))
        self.singular = tuple(endings.get("singular", ()))
        self._codes: dict[frozenset[str], str] = {_PLAIN: " "}
        for classes in self._possible():
            self._codes.setdefault(classes, chr(0x4E00 + len(self._codes)))
        by_class: dict[str, set[str]] = defaultdict(set)
        for classes, code in self._codes.items():
            for name in classes:
                by_class[name].add(code)
        self._by_class = {name: frozenset(codes) for name, codes in by_class.items()}
        self._seen: dict[str, str] = {}

    def codes_of(self, name: str) -> frozenset[str]:
        """Returns the codes of all tokens that belong to a class."""
        return self._by_class.get(name, _PLAIN)

    def means(self, word: str, name: str) -> Any:
        """Returns what a word stands for as a member of a class: an entry's value, or a number's."""
        entry = self.words.get(word.lower())
        if entry is not None and name in entry:
            return entry[name]
        return number(word) if word[0].isdigit() else word.lower()

    def code(self, word: str) -> str:
        """Returns the code of a token."""
        code = self._seen.get(word)
        if code is None:
            code = self._codes.get(self._classes(word), " ")
            if len(word) <= LONGEST_WORD and len(self._seen) < 100_000:
                self._seen[word] = code
        return code

    def _classes(self, word: str) -> frozenset[str]:
        if word in _MARKS:
            return frozenset({_MARKS[word]})
        if word == "\n":
            return frozenset({"BREAK"})
        if len(word) > LONGEST_WORD:
            return _PLAIN
        if "0" <= word[0] <= "9":
            return _number_classes(word)
        low = word.lower()
        entry = self.words.get(low)
        if entry is None:
            return self._shape(word)
        names = frozenset(entry)
        return _cased(names if word[0].isupper() else names - self.capital.get(low, _PLAIN), word)

    def _shape(self, word: str) -> frozenset[str]:
        """Returns the classes of a word that the data do not know: its case, a plural's or a past form's ending."""
        if len(word) == 1:
            return _SHAPES[0]
        if word[0].isupper():
            return _SHAPES[1]
        if len(word) > 3 and word.endswith(self.plural) and not word.endswith(self.singular):
            return _SHAPES[3]
        return _SHAPES[4] if len(word) > 4 and word.endswith(self.past) else _SHAPES[2]

    def _possible(self) -> Iterator[frozenset[str]]:
        yield from (frozenset({name}) for name in sorted(OTHERS))
        yield from (_number_classes(n) for n in _SAMPLES)
        yield from (frozenset(names) for names in _SHAPES)
        for word in sorted(self.words):
            names = frozenset(self.words[word])
            yield from (_cased(names, "A"), _cased(names, "a"), _cased(names - self.capital.get(word, _PLAIN), "a"))


def _cased(names: frozenset[str], word: str) -> frozenset[str]:
    return names | ({"WORD", "CAP"} if word[0].isupper() else {"WORD"})


def number(word: str) -> float | int | None:
    """Returns the value of a numeral with at most nine digits, None for anything else."""
    plain = word.replace(",", "")
    if len(plain) > 9 or not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    return float(plain) if "." in plain else int(plain)


def _number_classes(word: str) -> frozenset[str]:
    if "." in word:
        return _dotted(word)
    if "," in word:
        return frozenset({"NUM"} if number(word) is not None else ())
    size, value = len(word), int(word) if len(word) <= 4 else 0
    if size > 4:
        return frozenset({"NUM"} if size <= 9 and word[0] != "0" else ())
    if size == 4:
        return _four_digits(word, value)
    if size == 3:
        return frozenset({"NUM", "YEAR3"} if word[0] != "0" else ())
    limits = (("DAY", 1, 31), ("HOUR", 0, 24), ("MONTHNUM", 1, 12))
    names = {name for name, low, high in limits if low <= value <= high}
    names |= {"NUM"} if word[0] != "0" else {"ZERO"}
    return frozenset(names | ({"YY"} | ({"MINUTE"} if value < 60 else set()) if size == 2 else set()))


def _four_digits(word: str, value: int) -> frozenset[str]:
    clock = {"HHMM"} if value // 100 <= 24 and value % 100 < 60 else set()
    if word[0] == "0":
        return frozenset(clock)
    return frozenset(clock | {"NUM", "YEAR"} | ({"SUREYEAR"} if 1500 <= value <= 2099 else set()))


def _dotted(word: str) -> frozenset[str]:
    parts = word.split(".")
    if len(parts) == 2:
        clock = len(parts[1]) == 2 and int(parts[1]) < 60 and len(parts[0]) <= 2 and int(parts[0]) <= 24
        return frozenset(({"NUM"} if len(word) <= 9 else set()) | ({"CLOCKDOT"} if clock else set()))
    sizes = [len(p) for p in parts]
    dated = len(parts) == 3 and sizes[0] <= 2 and sizes[1] <= 2 and sizes[2] in (2, 4)
    return frozenset({"DOTDATE"} if dated else ())


_SAMPLES = (
    *(str(n) for n in range(100)),
    *(f"{n:02}" for n in range(10)),
    "100", "0000", "0560", "0330", "1000", "1099", "1230", "1500", "1599", "1600", "1799", "1800", "1960", "2000", "2070", "2099",
    "2100", "2170", "2230", "2300", "2500", "9999", "10000", "1,000", "2.5", "5.30", "5.99", "31.12", "1.234567", "1.2345678",
    "12.05.2023", "1.2.3.4",
)  # fmt: skip


def blocks(text: str, lexicon: Lexicon) -> Iterator[Block]:
    """Yields the tokens of a text in blocks that end with a line where they can."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    codes: list[str] = []
    line = 0
    code_of = lexicon.code
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        code = code_of(word)
        if word == "\n":
            goes_on = start - line >= WRAPPED and (text[end : end + 1].islower() or (bool(words) and words[-1] in lexicon.words))
            line = end
            if goes_on or not words or words[-1] == "\n":
                continue
        elif "0" <= word[0] <= "9" and _glued(text, start, end, lexicon):
            code = " "
        starts.append(start)
        ends.append(end)
        words.append(word if end - start <= LONGEST_WORD else "_")
        codes.append(code)
        if len(words) >= BLOCK and (word in "\n.!?" or len(words) >= 2 * BLOCK):
            yield Block(starts, ends, words, "".join(codes))
            starts, ends, words, codes = [], [], [], []
    if words:
        yield Block(starts, ends, words, "".join(codes))


def _glued(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Tells whether a numeral is part of a name or measure ("T72", "155mm"), so that it is no time."""
    before = text[max(0, start - LONGEST_WORD) : start]
    if before[-1:].isalpha() or before[-1:] == "_":
        return True
    if before[-1:] == "-" and before[-2:-1].isalpha():
        return _LAST_WORD.search(before).group(1).lower() not in lexicon.words  # type: ignore[union-attr]
    if not text[end : end + 1].isalpha():
        return False
    stop = end
    while stop < len(text) and stop - end < 6 and text[stop].isalpha():
        stop += 1
    return "GLUE" not in lexicon.words.get(text[end:stop].lower(), ())
