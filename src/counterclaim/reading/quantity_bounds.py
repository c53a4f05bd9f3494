"""Around a number: the words that bound it, the other end of a range, its unit and its currency."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.number_words import Number, clean, number_at
from counterclaim.reading.quantity_lexicon import Phrases, QuantityLexicon, Unit
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
DASHES = frozenset("-–—‑−")
MODIFIERS = 4


class Measure(NamedTuple):
    """A unit behind a number: the unit, where its words end, and whether it stands in an adjective ("two-month")."""

    unit: Unit
    last: int
    attributive: bool


def phrase_from(tokens: Tokens, at: int, phrases: Phrases) -> tuple[int, str] | None:
    """Returns (length, meaning) of the longest phrase that begins at a token."""
    for words, meaning in phrases.get(tokens[at].key, ()):
        length = _length(tokens, at, words)
        if length:
            return length, meaning
    return None


def _length(tokens: Tokens, at: int, words: tuple[str, ...]) -> int:
    here = at
    for word in words:
        if tokens[here].key == word:
            here += 1
        elif word[-1] == "." and tokens[here].key == word[:-1] and tokens[here + 1].key == ".":
            here += 2
        else:
            return 0
    return here - at


def bounds_before(tokens: Tokens, at: int, floor: int, words: QuantityLexicon, small: bool = False) -> tuple[int, str]:
    """Returns where the modifiers of a number begin and how they bound it: low, high or same.

    Args:
        tokens: the tokens of the text.
        at: the number's first token.
        floor: the first token that is free.
        words: the lexicon.
        small: whether "over" and its like are rather a place here ("over two villages").
    """
    effect = "same"
    for _ in range(MODIFIERS):
        length, meaning = _modifier_behind(tokens, at, floor, words)
        place = length == 1 and tokens[at - 1].key in words.grammar["spatial"]
        if not length or (place and (small or tokens[at - 2].key in words.lists["flying"])):
            break
        at -= length
        effect = meaning if effect == "same" else effect
    return at, effect


def _modifier_behind(tokens: Tokens, at: int, floor: int, words: QuantityLexicon) -> tuple[int, str]:
    last = tokens[at - 1] if at > floor else None
    if last is None or last.kind not in "ws":
        return 0, "same"
    dotted = last.key == "." and joined(tokens[at - 2], last)
    key = tokens[at - 2].key + "." if dotted else last.key
    for phrase, meaning in words.before.get(key, ()):
        length = len(phrase) + (1 if dotted else 0)
        if at - length >= floor and all(tokens[at - length + n].key == word for n, word in enumerate(phrase[:-1])):
            return length, meaning
    return 0, "same"


def bound_behind(tokens: Tokens, at: int, words: QuantityLexicon) -> tuple[int, str] | None:
    """Returns (length, effect) of a modifier behind: "or more", "-odd", "+"."""
    here = at + 1 if tokens[at].key == "-" and joined(tokens[at - 1], tokens[at]) and tokens[at + 1].key in words.grammar["odd"] else at
    found = phrase_from(tokens, here, words.after)
    if (
        found is None
        or (tokens[here].key in words.grammar["odd"] and here == at)
        or (tokens[here].key == "+" and not joined(tokens[here - 1], tokens[here]))
    ):
        return None
    return found[0] + here - at, found[1]


def bounded(number: Number, effect: str) -> tuple[float | None, float | None]:
    """Returns the bounds of a number under a modifier."""
    if effect == "low":
        return number.low, None
    if effect == "high":
        return None, number.high if number.high is not None else number.low
    return number.low, number.high


def ranged(tokens: Tokens, number: Number, words: QuantityLexicon) -> Number:
    """Returns the range that a number opens ("20 to 25", "10–12", "two or three", "between 6 and 8"), or the number itself."""
    first = number.first
    if number.high is None or number.shape == "fraction" or _changes(tokens, first, words):
        return number
    between = tokens[first - 1].key in words.grammar["between"]
    ready = _past_unit(tokens, number.last, words)
    link = tokens[ready]
    if not ((between and link.key in words.grammar["and"]) or link.key in words.grammar["link"] or link.key in DASHES):
        return number
    if link.key in DASHES and not _tight(tokens, ready):
        return number
    behind = ready + 1 + (1 if tokens[ready + 1].key in words.currencies else 0)
    other = number_at(tokens, behind, words)
    if other is None or other.high is None or other.shape == "fraction" or tokens[behind].key in words.scales:
        return number
    low = number.low
    if other.scaled and not number.scaled:
        scale = _scale(tokens, other, words)
        low = clean(low * scale) if low * scale < other.low else low
    if low >= other.low or (
        link.key in DASHES
        and tokens[other.last].key in DASHES
        and joined(tokens[other.last - 1], tokens[other.last])
        and tokens[other.last + 1].kind == "n"
    ):
        return number
    return Number(low, other.low, first - _opener(tokens, first, words), other.last, number.shape, True)


def _changes(tokens: Tokens, first: int, words: QuantityLexicon) -> bool:
    """Tells whether "from A to B" is a change ("rose from 12 to 19"), two counts and no range."""
    return tokens[first - 1].key in words.grammar["change-from"] and any(
        t.key in words.lists["change"] for t in tokens[max(0, first - 5) : first]
    )


def _past_unit(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Steps over a unit, when the same unit stands behind the other end: "5 km to 10 km", "5 % to 10 %"."""
    found = phrase_from(tokens, at, words.unit_phrases)
    if found is None:
        return at
    link = at + found[0]
    other = link + 2
    while tokens[other].key in words.scales:
        other += 1
    again = phrase_from(tokens, other, words.unit_phrases)
    return link if again and again[1] == found[1] else at


def _tight(tokens: Tokens, at: int) -> bool:
    left, right = joined(tokens[at - 1], tokens[at]), joined(tokens[at], tokens[at + 1])
    return left == right


def _scale(tokens: Tokens, number: Number, words: QuantityLexicon) -> float:
    last = tokens[number.last - 1].key
    return words.suffixes.get(last, 1.0) if tokens[number.last - 1].kind == "w" and last in words.suffixes else words.scales.get(last, 1.0)


def _opener(tokens: Tokens, first: int, words: QuantityLexicon) -> int:
    """How many words open a range: "between", "from", "anywhere from"."""
    if tokens[first - 1].key not in words.grammar["range-open"]:
        return 0
    return 2 if tokens[first - 2].key in words.grammar["anywhere"] else 1


def measure_at(tokens: Tokens, at: int, words: QuantityLexicon) -> Measure | None:
    """Returns the unit behind a number, or None."""
    attributive = tokens[at].key in DASHES and joined(tokens[at - 1], tokens[at]) and joined(tokens[at], tokens[at + 1])
    here = at + 1 if attributive else at
    here += 0 if attributive else _before_unit(tokens, here, words)
    found = phrase_from(tokens, here, words.unit_phrases)
    if found is None:
        return None
    last = here + found[0]
    if tokens[last - 1].key in words.grammar["weight-or-money"] and (attributive or tokens[last].key in words.grammar["of"]):
        return Measure(words.units["lb"], last, attributive)
    return Measure(words.units[found[1]], last, attributive)


def _before_unit(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """How many small words stand between a number and its unit: "half a mile", "a quarter of an hour", "ten more days"."""
    last, here = tokens[at - 1].key, tokens[at].key
    if here in words.grammar["a"] and last in words.grammar["split"]:
        return 1
    if here in words.grammar["of"] and tokens[at + 1].key in words.grammar["a"]:
        return 2
    group = last in words.plurals or last in words.scales or last in words.collectives or last in words.grammar["few"]
    return 1 if here in words.grammar["more"] or (here in words.grammar["of"] and group) else 0
