"""Turns a text into tokens with one code each, so that rules can be matched over codes instead of letters.

Every distinct set of word classes (`MONTH`, `WEEKDAY`, `UNIT` ...) has one character as its code. Numbers get their classes by
shape, unknown words by case and ending.
"""

import re
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
        self._seen: dict[str, str] = {}

    def codes_of(self, name: str) -> frozenset[str]:
        """Returns the codes of all tokens that belong to a class."""
        return frozenset(code for classes, code in self._codes.items() if name in classes)

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
