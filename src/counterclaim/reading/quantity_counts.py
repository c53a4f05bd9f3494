"""Counts: a number and what it counts, "26 of 33 drones", zero in words, labels of tallies, and numbers that stand alone."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.number_words import Number, clean, number_at
from counterclaim.reading.quantity_bounds import DASHES
from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_nouns import Noun, is_plural, noun_phrase, state_behind
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
TIMES = frozenset("x×х")
LABEL_ENDS = frozenset(",;.()\n")
LABEL_STARTS = frozenset(",;:.\n•|/([{-–—")
SHARES = frozenset((2, 3, 4, 5, 6, 8, 10, 20, 100, 1000))


class Count(NamedTuple):
    """What a number counts: its words end before the token `last`; `noun` is None for a pronoun or a number that stands alone."""

    last: int
    noun: Noun | None
    share: float | None = None


def counted(tokens: Tokens, number: Number, at: int, words: QuantityLexicon) -> Count | None:
    """Returns what stands behind a number and is counted by it, or None.

    Args:
        tokens: the tokens of the text.
        number: the number.
        at: the first token behind it and its modifiers.
        words: the lexicon.
    """
    if tokens[at].key in DASHES and joined(tokens[at - 1], tokens[at]):
        return _in_adjective(tokens, at, words)
    if tokens[at].key in TIMES:
        at += 1
    while tokens[at].key in ("more", "other", "additional", "further", "separate"):
        at += 1
    if tokens[at].key in words.lists["of"] or (tokens[at].key == "out" and tokens[at + 1].key == "of"):
        return _part(tokens, number, at, words)
    noun = _noun(tokens, at, words, "one" if number.low == 1 else "many")
    return Count(noun.last, noun) if noun else None


def _in_adjective(tokens: Tokens, at: int, words: QuantityLexicon) -> Count | None:
    """A four-man crew, a 900-strong force."""
    key = tokens[at + 1].key
    if key in words.lists["hyphen-noun"] and tokens[at + 2].key not in DASHES:
        return Count(at + 2, Noun(at + 1, at + 2))
    if key in words.lists["strong"]:
        noun = noun_phrase(tokens, at + 2, words, "one")
        return Count(at + 2, noun)
    return None


def _noun(tokens: Tokens, at: int, words: QuantityLexicon, form: str) -> Noun | None:
    """A noun phrase, which may begin with a state: "12 wounded soldiers", "three dead"."""
    if tokens[at].key not in words.states:
        return noun_phrase(tokens, at, words, form)
    if tokens[at].key in ("died", "die", "dies", "dying"):
        return None
    behind = noun_phrase(tokens, at + 1, words, form) if tokens[at + 1].key not in words.lists["determiner"] else None
    if behind and is_plural(tokens[behind.last - 1].key, words) and tokens[at + 1].kind == "w":
        return Noun(at, behind.last)
    return Noun(at, at + 1)


def _part(tokens: Tokens, number: Number, at: int, words: QuantityLexicon) -> Count | None:
    """Of: "hundreds of soldiers", "three of the bridges", "26 of 33 drones", "half of the wounded", "three of them"."""
    here = at + (2 if tokens[at].key == "out" else 1)
    whole_at = here + (1 if tokens[here].key in words.lists["determiner"] else 0)
    whole_at += 1 if tokens[whole_at].key in ("some", "about", "all") else 0
    whole = number_at(tokens, whole_at, words)
    if whole is not None and whole.shape in ("figure", "word") and whole.low >= number.low and tokens[whole_at].key not in ("a", "an"):
        count = counted(tokens, whole, whole.last, words)
        return count if count else Count(whole.last, None)
    if tokens[here].key in words.lists["pronoun"] and tokens[here + 1].key not in ("who",) and _ends(tokens, here + 1, words):
        return Count(here + 1, None)
    open_group = number.shape in ("group", "vague", "fraction") or number.first < at - 1 or number.high is None
    if not open_group and tokens[here].key not in words.lists["determiner"]:
        return None
    start = here + (1 if tokens[here].key in words.lists["determiner"] else 0)
    noun = _noun(tokens, start, words, "any" if number.shape == "fraction" else "many")
    if noun is None or (number.low == 1 and number.shape == "word"):
        return None
    return Count(noun.last, noun)


def _ends(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    return tokens[at].kind != "w" or tokens[at].key in words.lists["stop"] or tokens[at].key.endswith("ed")


def share_in(tokens: Tokens, number: Number, words: QuantityLexicon) -> Count | None:
    """Returns the share "seven in ten rockets" with what it is a share of, or None."""
    if tokens[number.last].key not in ("in", "out") or number.high is None or number.shape not in ("word", "figure"):
        return None
    at = number.last + (2 if tokens[number.last + 1].key == "of" and tokens[number.last].key == "out" else 1)
    if tokens[number.last].key == "out":
        return None
    whole = number_at(tokens, at, words)
    if whole is None or whole.low not in SHARES or whole.low <= number.low or tokens[whole.last].key in words.unit_phrases:
        return None
    noun = noun_phrase(tokens, whole.last, words)
    return Count(noun.last if noun else whole.last, noun, clean(round(number.low / whole.low, 3)))


def nothing(tokens: Tokens, at: int, words: QuantityLexicon) -> Count | None:
    """Returns what there was none of: "no casualties", "not one house", "not a single tank", "none of the 14", or None."""
    key, following = tokens[at].key, tokens[at + 1].key
    if key == "no":
        noun = noun_phrase(tokens, at + 1, words) if tokens[at + 1].key not in words.states else _noun(tokens, at + 1, words, "many")
        return Count(noun.last, noun) if noun and tokens[noun.last - 1].key in words.lists["nobody"] else None
    if key == "not" and (following == "one" or (following in ("a", "one") and tokens[at + 2].key == "single")):
        behind = at + (3 if tokens[at + 2].key == "single" else 2)
        behind += 2 if tokens[behind].key == "of" and tokens[behind + 1].key in words.lists["determiner"] else 0
        noun = noun_phrase(tokens, behind, words, "one")
        return Count(noun.last, noun) if noun else None
    if key == "none" and following == "of":
        here = at + 2 + (1 if tokens[at + 2].key in words.lists["determiner"] else 0)
        whole = number_at(tokens, here, words)
        count = counted(tokens, whole, whole.last, words) if whole else None
        return count or (Count(whole.last, None) if whole else None)
    return None


def label_before(tokens: Tokens, first: int, last: int, words: QuantityLexicon) -> Noun | None:
    """Returns the label of a tally's number ("Tanks — 3,750", "boats 2"), or None."""
    if tokens[last].kind != "e" and tokens[last].key not in LABEL_ENDS:
        return None
    mark = tokens[first - 1] if first else tokens[-1]
    marked = mark.key in DASHES or mark.key in (":", "=")
    end = first - 1 if marked else first
    start = end
    while start > 0 and end - start < 8 and tokens[start - 1].kind == "w":
        start -= 1
    if start == end or (start > 0 and tokens[start - 1].key not in LABEL_STARTS and tokens[start - 1].kind != "g"):
        return None
    if tokens[start].key in words.states:
        return Noun(start, start + 1)
    noun = noun_phrase(tokens, start, words)
    if noun is None or (
        not marked and (noun.last != end or not is_plural(tokens[end - 1].key, words) or tokens[end - 1].key in words.lists["label"])
    ):
        return None
    return noun


def alone(tokens: Tokens, first: int, last: int, words: QuantityLexicon, bounded: bool) -> bool:
    """Tells whether a number without a noun is a count after all: "at least 12 were hit", "the toll rose to 19"."""
    before, behind = tokens[first - 1].key if first else "", tokens[last]
    if before == "," and behind.key == ",":
        return False
    if bounded or state_behind(tokens, last, words) or behind.key in ("were", "was", "others"):
        return True
    if before in words.lists["reached"] or f"{tokens[first - 2].key if first > 1 else ''} {before}" in words.lists["reached"]:
        return True
    changed = any(t.key in words.lists["change"] for t in tokens[max(0, first - 5) : first])
    return before in ("from", "to") and changed
