"""The words that the trained reader sees: tokens close to those of Universal Dependencies, with their shape and layout."""

import bisect
import functools
import re
from collections.abc import Iterable, Sequence

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Attribution, Span
from counterclaim.reading.quotes import quotations

SHAPES = (
    "other", "lower", "title", "upper", "mixed", "number", "alphanumeric", "opening", "closing", "quote", "stop", "comma", "dash", "colon",
)  # fmt: skip
"""What a word looks like, since the vocabulary of the encoder knows no capitals."""
LAYOUTS = 6
"""Inside quotation marks or not, times: within a line, first of a line, first of a paragraph."""
HINTS = 4
"""What the grammar takes a word for: nothing, content, source, cue."""

_MARKS = {
    **dict.fromkeys("([", "opening"),
    **dict.fromkeys(")]", "closing"),
    **dict.fromkeys("\"'“”‘’«»„", "quote"),
    **dict.fromkeys(".!?…", "stop"),
    **dict.fromkeys(",;", "comma"),
    **dict.fromkeys("-–—", "dash"),
    ":": "colon",
}


def encoder_words(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Span]:
    """Returns the words of a text between two offsets: clitics, hyphens and marks stand alone, abbreviations keep their point.

    Source: the tokens of Universal Dependencies English (EWT, GUM).
    """
    return [Span(*match.span()) for match in _pattern(language).finditer(text, start, len(text) if end is None else end)]


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    shortened = language_table(language, "sentences")
    parted = language_table(language, "tokens")
    short = _any(word for kind in ("titles", "abbreviations") for word in shortened[kind])
    negations = _any(parted["negations"]).replace("'", "['’]")
    pairs = "|".join(rf"{re.escape(first)}(?={re.escape(second)}\b)" for first, second in parted["pairs"])
    return re.compile(
        rf"(?:[^\W\d_]\.){{2,}}|(?:{short})\.(?=\s)|[^\W\d_]+?(?={negations}\b)|{negations}\b|['’](?:{_any(parted['clitics'])})\b|{pairs}"
        r"|\d+(?:st|nd|rd|th)\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]{3,})*|\.{2,}|-{2,}|\S",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


def shape(word: str) -> int:
    """Returns the number of a word's shape in SHAPES."""
    return SHAPES.index(_shape(word))


def _shape(word: str) -> str:
    if word[0] in _MARKS:
        return _MARKS[word[0]]
    if any(c.isdigit() for c in word):
        return "alphanumeric" if any(c.isalpha() for c in word) else "number"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "title"
    if word.istitle():
        return "title"
    return "mixed" if word.isalpha() else "other"


def layouts(text: str, words: Sequence[Span]) -> list[int]:
    """Returns each word's layout, 0 to LAYOUTS - 1: its break from the word before, twice, plus one inside quotation marks."""
    spoken = [quotation.span for quotation in quotations(text)]
    found, at, last = [], 0, 0
    for word in words:
        while at < len(spoken) and spoken[at].end <= word.start:
            at += 1
        inside = at < len(spoken) and spoken[at].start <= word.start
        lines = text.count("\n", last, word.start)
        found.append(2 * min(2, lines if last else 2) + inside)
        last = word.end
    return found


def hints(words: Sequence[Span], attributions: Iterable[Attribution]) -> list[int]:
    """Returns what the grammar's attributions take each word for, 0 to HINTS - 1; a cue counts before a source before a content."""
    found = [0] * len(words)
    starts = [word.start for word in words]
    for attribution in attributions:
        for number, role in enumerate((attribution.content, attribution.source, attribution.cue), 1):
            for span in role:
                for k in range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end)):
                    found[k] = max(found[k], number)
    return found
