"""The grammar of numbers: figures with separators, number words, scales, fractions, open groups ("dozens")."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_tokens import VULGAR, Token, joined

Tokens = Sequence[Token]
LONGEST = 24  # figures of a number; words of a number
GROUPS = re.compile(r"\d{1,3}(?:\D\d{3})+")


class Number(NamedTuple):
    """A number in the tokens `[first, last)`. `shape`: figure, word, group ("dozens"), vague ("several") or fraction."""

    low: float
    high: float | None
    first: int
    last: int
    shape: str
    scaled: bool = False


def figure_value(text: str, scaled: bool = False) -> float | None:
    """Returns the value of figures, or None where they are no number (a date, a version, a docket, far too long).

    Args:
        text: figures of any script with the separators of any country.
        scaled: whether a scale or a unit follows, which makes "1.125" a decimal and no "1125".
    """
    if len(text) > LONGEST:
        return None
    tail = 0.0
    if text[-1] in VULGAR:
        tail, text = VULGAR[text[-1]], text[:-1]
    if not text:
        return tail
    marks = [c for c in text if not c.isdecimal()]
    if not marks:
        return None if len(text) > 1 and float(text[0]) == 0 else float(text) + tail
    if len(set(marks)) == 1:
        return _one_separator(text, marks, scaled)
    whole, fraction = text.rsplit(marks[-1], 1)
    if len(set(marks)) > 2 or marks.count(marks[-1]) > 1 or not GROUPS.fullmatch(whole):
        return None
    return float("".join(c for c in whole if c.isdecimal()) + "." + fraction)


def _one_separator(text: str, marks: list[str], scaled: bool) -> float | None:
    mark = marks[0]
    plain = "".join(c for c in text if c.isdecimal())
    grouped = GROUPS.fullmatch(text) is not None and float(text[0]) != 0
    if len(marks) > 1 or mark not in ".,٫":
        return float(plain) if grouped else None
    whole, fraction = text.split(mark)
    if len(whole) > 1 and float(whole[0]) == 0:
        return None
    decimal = float(f"{whole}.{fraction}")
    if not grouped or mark == "٫":
        return decimal
    if mark == ",":
        return float(plain)
    return decimal if scaled and not fraction.endswith("00") else float(plain)


def number_at(tokens: Tokens, at: int, words: QuantityLexicon) -> Number | None:
    """Returns the number that begins at a token, or None. A range, a bound or a unit is not looked for here."""
    token = tokens[at]
    if token.kind == "n":
        return _figures(tokens, at, words)
    if token.kind != "w" or token.key not in words.starters:
        return None
    key = token.key
    if key in words.grammar["article"]:
        return _with_article(tokens, at, words)
    if key in words.grammar["several"]:
        return _vague(tokens, at, at + 1, words)
    if key in words.grammar["half"]:
        return _half(tokens, at, at + 1, words)
    if key in words.plurals and key not in words.numbers:
        return _group(tokens, at, words)
    if key in words.numbers or (key in words.scales and key not in words.plurals):
        return _chain(tokens, at, words)
    return None


def slash_fraction(tokens: Tokens, at: int, words: QuantityLexicon) -> Number | None:
    """Returns "3/4" before "of" or a unit as a fraction, or None: a date, a docket, a clock of all days."""
    slash, below = tokens[at + 1], tokens[at + 2]
    if slash.key != "/" or below.kind != "n" or not joined(tokens[at], slash) or not joined(slash, below) or len(below.text) > 2:
        return None
    part, whole = figure_value(tokens[at].text), figure_value(below.text)
    follows = tokens[at + 3].key in words.grammar["of"] or tokens[at + 3].key in words.unit_phrases
    return _fraction(tokens, at, at + 3, part / whole, words) if part and whole and part < whole and follows else None


def _figures(tokens: Tokens, at: int, words: QuantityLexicon) -> Number | None:
    part = slash_fraction(tokens, at, words)
    if part is not None:
        return part
    following, last, scale = tokens[at + 1], at + 1, 1.0
    if following.kind == "w":
        touching = joined(tokens[at], following)
        scales = words.suffixes if touching and following.key in words.suffixes else words.scales
        if touching and following.key in words.grammar["million-letter"] and not _millions(tokens, at, words):
            scales = {}
        dotted = following.key + "." if tokens[at + 2].key == "." and joined(following, tokens[at + 2]) else ""
        if dotted in scales:
            scale, last = scales[dotted], at + 3
        elif following.key in scales:
            scale, last = scales[following.key], at + 2
    elif following.key == "-" and joined(tokens[at], following) and tokens[at + 2].key in words.scales:
        scale, last = words.scales[tokens[at + 2].key], at + 3
    unit = tokens[last].key in words.unit_phrases or tokens[last].key == "-"
    value = figure_value(tokens[at].text, scaled=scale > 1 or unit)
    if value is None:
        return None
    return Number(clean(value * scale), clean(value * scale), at, last, "figure", scale > 1)


def _millions(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether "5m" is five million: of money or of people."""
    return tokens[at + 2].key in words.lists["people"] or (at > 0 and tokens[at - 1].key in words.currencies)


def _with_article(tokens: Tokens, at: int, words: QuantityLexicon) -> Number | None:
    key = tokens[at + 1].key
    following = tokens[at + 2].key
    if key in words.grammar["few"]:
        return _vague(tokens, at, at + 2, words)
    if key in words.grammar["half"]:
        return _half(tokens, at, at + 2, words)
    if key in words.grammar["single"]:
        return Number(1, 1, at, at + 2, "word")
    if key in words.collectives and key not in words.scales:
        value = words.collectives[key]
        last = at + 2
        scaled = last + 1 if following in words.grammar["of"] else last
        scale = words.scales.get(_singular(tokens[scaled].key, words))
        if scale:
            return Number(value * scale, value * scale, at, scaled + 1, "group", True)
        return Number(value, value, at, last, "group")
    if key in words.scales:
        inner = _chain(tokens, at + 1, words)
        return inner._replace(first=at) if inner else None
    if key in words.fractions and following in words.grammar["of"]:
        return _fraction(tokens, at, at + 2, words.fractions[key], words)
    return None


def _singular(key: str, words: QuantityLexicon) -> str:
    """A scale without its plural ending: "thousands" is "thousand"."""
    return key[:-1] if key.endswith("s") and key[:-1] in words.scales else key


def _vague(tokens: Tokens, at: int, last: int, words: QuantityLexicon) -> Number:
    if tokens[last].key in words.plurals:
        return _group(tokens, last, words)._replace(first=at)
    key = _singular(tokens[last].key, words)
    if key in words.scales:
        return Number(2 * words.scales[key], None, at, last + 1, "vague", True)
    return Number(3, None, at, last, "vague")


def _half(tokens: Tokens, at: int, last: int, words: QuantityLexicon) -> Number | None:
    behind = last + 1 if tokens[last].key == "-" or tokens[last].key in words.grammar["a"] else last
    if tokens[behind].key in words.scales:
        value = clean(words.scales[tokens[behind].key] / 2)
        return Number(value, value, at, behind + 1, "word", True)
    return _fraction(tokens, at, last, 0.5, words)


def _fraction(tokens: Tokens, at: int, last: int, value: float, words: QuantityLexicon) -> Number:
    """A fraction; "a quarter of a million" is a number."""
    if tokens[last].key in words.grammar["of"] and tokens[last + 1].key in words.grammar["a"] and tokens[last + 2].key in words.scales:
        value = clean(value * words.scales[tokens[last + 2].key])
        return Number(value, value, at, last + 3, "word", True)
    value = clean(round(value, 3))
    return Number(value, value, at, last, "fraction")


def _group(tokens: Tokens, at: int, words: QuantityLexicon) -> Number:
    """Dozens, hundreds of thousands."""
    low, last = words.plurals[tokens[at].key], at + 1
    while (
        last - at < 5
        and tokens[last].key in words.grammar["of"]
        and tokens[last + 1].key in words.plurals
        and tokens[last + 1].key.rstrip("s") in words.scales
    ):
        low, last = low * words.scales[tokens[last + 1].key.rstrip("s")], last + 2
    return Number(low, None, at, last, "group")


def _chain(tokens: Tokens, at: int, words: QuantityLexicon) -> Number:
    """Two thousand three hundred and five; one and a half million; twenty-five; three quarters."""
    total, current, step, last = 0.0, 0.0, 1000.0, at
    scaled = False
    while last - at < LONGEST:
        key = tokens[last].key
        if key in words.numbers and words.numbers[key] < step:
            value = words.numbers[key]
            current, step, last = current + value, _room(value), last + 1
        elif key in words.scales:
            scaled, current, step, last = True, (current or 1) * words.scales[key], 1000.0, last + 1
            if words.scales[key] >= 1000:
                total, current = total + current, 0.0
            elif words.scales[key] == 12:
                break
            else:
                step = 100.0
        else:
            break
        last = _past_joint(tokens, last, words, scaled, step)
    return _finished(tokens, (at, last), total + current, words, scaled)


def _room(value: float) -> float:
    """What may be added behind a number word: units behind tens, nothing behind units."""
    return 10.0 if value >= 20 and value % 10 == 0 else 0.0


def _past_joint(tokens: Tokens, last: int, words: QuantityLexicon, scaled: bool, step: float) -> int:
    """Steps over the hyphen or "and" that joins number words, if number words follow it."""
    key, following = tokens[last].key, tokens[last + 1].key
    fits = (following in words.numbers and words.numbers[following] < step) or (following in words.scales and key == "-")
    if key == "-" and joined(tokens[last - 1], tokens[last]) and fits:
        return last + 1
    if key in words.grammar["and"] and scaled and following in words.numbers and words.numbers[following] < min(step, 100.0):
        behind = tokens[last + 2].key
        return last + 1 if step == 100.0 and behind not in words.scales else last
    return last


def _finished(tokens: Tokens, at: tuple[int, int], value: float, words: QuantityLexicon, scaled: bool) -> Number:
    """Adds what may follow a chain: "and a half [million]", "thirds of"."""
    first, last = at
    keys = tuple(t.key for t in tokens[last : last + 3])
    bare = keys[1] in words.grammar["half"]
    if keys[0] in words.grammar["and"] and (bare or (keys[1] in words.grammar["a"] and keys[2] in words.grammar["split"])):
        value += words.fractions[keys[1] if bare else keys[2]]
        last += 2 if bare else 3
        scale = words.scales.get(tokens[last].key)
        if scale:
            value, last, scaled = value * scale, last + 1, True
        return Number(clean(value), clean(value), first, last, "word", scaled)
    behind = last + 1 if keys[0] == "-" and joined(tokens[last - 1], tokens[last]) else last
    part = tokens[behind].key
    if not scaled and part in words.fractions and (value > 1 or tokens[behind + 1].key in words.grammar["of-the"] or behind > last):
        return _fraction(tokens, first, behind + 1, value * words.fractions[part], words)
    return Number(clean(value), clean(value), first, last, "word", scaled)


def clean(value: float) -> float:
    """Returns a value without the dust of binary fractions, whole numbers as such."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
