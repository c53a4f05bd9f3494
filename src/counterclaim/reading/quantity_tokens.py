"""Tokens for counting: words, figures, marks and breaks of a text, in one linear pass."""

import re
from typing import NamedTuple

VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333, "⅔": 0.667, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}
FRACTIONS = "".join(VULGAR)
BLANKS = "[ \u00a0\u2009\u202f]"
TOKEN = re.compile(
    r"(?P<u>https?://\S+|www\.\S+)"
    rf"|(?P<n>\d{{1,3}}(?:{BLANKS}\d{{3}}){{1,4}}(?:[.,]\d{{1,2}})?(?![\d\w])(?![.,]\d)|\d+(?:[.,'’٫٬]\d+)*[{FRACTIONS}]?|[{FRACTIONS}])"
    r"|(?P<w>(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:[-‑'’ʼ+/&]\w+)*)"
    r"|(?P<g>\n\s*)"
    r"|(?P<s>[^\s\w]|_)"
)
PADDING = 12


class Token(NamedTuple):
    """A piece of text: `kind` n (figure), w (word), s (mark), g (break), u (address) or e (beyond the end); `key` folds case."""

    kind: str
    start: int
    end: int
    text: str
    key: str


END = Token("e", 0, 0, "", "")


def tokens_of(text: str, split: frozenset[str]) -> list[Token]:
    """Returns the tokens of a text, followed by padding, so that looking ahead or behind needs no check.

    Args:
        text: any text.
        split: number words; a hyphenated word that begins with one comes apart at its hyphens ("four-man").
    """
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        kind, start, end = match.lastgroup or "s", match.start(), match.end()
        piece = match.group()
        if kind == "w":
            key = piece.lower()
            if "-" in key and key.split("-", 1)[0] in split:
                tokens.extend(_pieces(piece, start))
                continue
            tokens.append(Token(kind, start, end, piece, key.replace("’", "'")))
        elif kind != "g":
            tokens.append(Token(kind, start, end, piece, piece))
        elif piece.count("\n") > 1 or not (text[end : end + 1].islower() or text[end : end + 1] == "("):
            tokens.append(Token(kind, start, end, piece, "\n"))
    tokens.extend([END] * PADDING)
    return tokens


def _pieces(word: str, start: int) -> list[Token]:
    found: list[Token] = []
    for number, piece in enumerate(word.split("-")):
        if number:
            found.append(Token("s", start, start + 1, "-", "-"))
            start += 1
        if piece:
            kind = "n" if piece[0].isdecimal() else "w"
            found.append(Token(kind, start, start + len(piece), piece, piece.lower()))
        start += len(piece)
    return found


def joined(left: Token, right: Token) -> bool:
    """Tells whether nothing stands between two tokens."""
    return left.end == right.start and right.kind != "e"
