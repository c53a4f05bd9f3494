"""Counts: a number and what it counts, "26 of 33 drones", zero in words, labels of tallies, and numbers that stand alone."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.number_words import Number, clean, number_at
from counterclaim.reading.quantity_bounds import DASHES
from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_nouns import Noun, is_plural, noun_phrase, past_determiner
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
LABEL_ENDS = frozenset(",;.()\n")
LABEL_STARTS = frozenset(",;:.\n•|/([{-–—")
LABEL_LENGTH = 8
MANY = 10
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
    at += 1 if tokens[at].key in words.grammar["times"] else 0
    at += 1 if tokens[at].key in words.lists["extra"] else 0
    if tokens[at].key in words.grammar["of"]:
        return _part(tokens, number, at, words)
    if tokens[at].key in words.grammar["out"] and tokens[at + 1].key in words.grammar["of"]:
        return _part(tokens, number, at + 1, words)
    if tokens[number.last - 1].key in words.plurals and number.shape == "group" and not is_state(tokens, at, words):
        return None
    noun = _noun(tokens, at, words, "one" if number.low == 1 else "many")
    if noun is None:
        return None
    noun = _both(tokens, noun, words) if number.low >= MANY else noun
    return Count(noun.last, noun)


def _both(tokens: Tokens, noun: Noun, words: QuantityLexicon) -> Noun:
    """One number over two nouns: "200 drones and missiles"; a verb behind "and" has an object and is none."""
    if tokens[noun.last].key not in words.grammar["and"] or not is_plural(tokens[noun.last - 1].key, words):
        return noun
    first = tokens[noun.last + 1].key
    if (
        first in words.states
        or first in words.verbs
        or (first.endswith(words.endings["participle-end"]) and first not in words.lists["adjective"])
    ):
        return noun
    other = noun_phrase(tokens, noun.last + 1, words)
    if other is None or not is_plural(tokens[other.last - 1].key, words) or other.last - other.first > 2:
        return noun
    behind = tokens[other.last]
    verb = behind.key in words.lists["determiner"] or behind.kind == "n" or behind.key in words.numbers
    return noun if verb or behind.key in words.grammar["clause-break"] else Noun(noun.first, other.last)


def is_state(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a word of fate stands here as a noun ("three dead")."""
    return tokens[at].key in words.states and tokens[at].key not in words.lists["verb-state"]


def _in_adjective(tokens: Tokens, at: int, words: QuantityLexicon) -> Count | None:
    """A four-man crew, a 900-strong force."""
    key = tokens[at + 1].key
    if key in words.lists["hyphen-noun"] and tokens[at + 2].key not in DASHES:
        return Count(at + 2, Noun(at + 1, at + 2))
    if key in words.lists["strong"]:
        return Count(at + 2, noun_phrase(tokens, at + 2, words, "one"))
    return None


def _noun(tokens: Tokens, at: int, words: QuantityLexicon, form: str) -> Noun | None:
    """A noun phrase, which may begin with a state: "12 wounded soldiers", "three dead"."""
    if tokens[at].key not in words.states:
        return noun_phrase(tokens, at, words, form)
    if not is_state(tokens, at, words):
        return None
    behind = noun_phrase(tokens, at + 1, words, form)
    if behind and is_plural(tokens[behind.last - 1].key, words):
        return Noun(at, behind.last)
    return Noun(at, at + 1)


def _part(tokens: Tokens, number: Number, of: int, words: QuantityLexicon) -> Count | None:
    """Of: "hundreds of soldiers", "three of the bridges", "26 of 33 drones", "half of the wounded", "three of them"."""
    here = of + 1
    whole = _total(tokens, here, number, words)
    if whole is not None:
        return _whole(tokens, whole, words)
    if tokens[here].key in words.lists["pronoun"]:
        noun = noun_phrase(tokens, here + 1, words)
        plural = noun is not None and noun.last == here + 2 and is_plural(tokens[here + 1].key, words)
        return Count(noun.last, noun) if plural and noun else Count(here + 1, None)
    start = past_determiner(tokens, here, words)
    grouped = number.shape in ("group", "vague", "fraction") or tokens[number.first].key in words.grammar["article"]
    if (not grouped and start == here) or (number.low == 1 and number.shape == "word"):
        return None
    noun = _noun(tokens, start, words, "any" if number.shape == "fraction" else "many")
    return Count(noun.last, noun) if noun else None


def _total(tokens: Tokens, at: int, number: Number, words: QuantityLexicon) -> Number | None:
    """The total in "26 of the 33 drones"."""
    here = past_determiner(tokens, at, words)
    between = tokens[here]
    small = between.key in words.grammar["plain"] or between.key.endswith(words.endings["before-total"])
    here += 1 if between.kind == "w" and small and between.key not in words.numbers else 0
    whole = None if tokens[here].key in words.grammar["article"] else number_at(tokens, here, words)
    return whole if whole is not None and whole.shape in ("figure", "word") and whole.low >= number.low else None


def _whole(tokens: Tokens, whole: Number, words: QuantityLexicon) -> Count:
    """What a total counts: "of 33 drones"."""
    at = whole.last + (1 if tokens[whole.last].key in words.lists["extra"] else 0)
    noun = _noun(tokens, at, words, "many")
    return Count(noun.last, noun) if noun else Count(whole.last, None)


def share_in(tokens: Tokens, number: Number, words: QuantityLexicon) -> Count | None:
    """Returns the share "seven in ten rockets" with what it is a share of, or None."""
    at = _share_link(tokens, number.last, words)
    if at == number.last or number.high is None or number.shape not in ("word", "figure"):
        return None
    whole = number_at(tokens, at, words)
    if whole is None or whole.low <= number.low or tokens[whole.last].key in words.unit_phrases:
        return None
    if whole.low not in SHARES and number.low != 1:
        return None
    noun = noun_phrase(tokens, whole.last, words)
    return Count(noun.last if noun else whole.last, noun, clean(round(number.low / whole.low, 3)))


def _share_link(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Returns the token behind "in", "in every" or "out of every"; `at` itself where none stands."""
    every = words.grammar["every"]
    if tokens[at].key in words.grammar["in"]:
        return at + (2 if tokens[at + 1].key in every else 1)
    return at + 3 if tokens[at].key in words.grammar["out"] and tokens[at + 2].key in every else at


def share_behind(tokens: Tokens, number: Number, count: Count, words: QuantityLexicon) -> Count | None:
    """Returns the share "four shells in ten", or None."""
    at = _share_link(tokens, count.last, words)
    whole = number_at(tokens, at, words) if at > count.last else None
    if whole is None or whole.low not in SHARES or whole.low <= number.low or tokens[whole.last].key in words.unit_phrases:
        return None
    if noun_phrase(tokens, whole.last, words) is not None:
        return None
    return Count(whole.last, count.noun, clean(round(number.low / whole.low, 3)))


def nothing(tokens: Tokens, at: int, words: QuantityLexicon) -> Count | None:
    """Returns what there was none of: "no casualties", "not one house", "not a single tank", "none of the 14", or None."""
    key = tokens[at].key
    if key in words.grammar["no"]:
        noun = _noun(tokens, at + 1, words, "many")
        return Count(noun.last, noun) if noun and tokens[noun.last - 1].key in words.lists["nobody"] else None
    if key in words.grammar["not"]:
        return _not_one(tokens, at + 1, words)
    if key in words.grammar["none"] and tokens[at + 1].key in words.grammar["of"]:
        whole = number_at(tokens, past_determiner(tokens, at + 2, words), words)
        return _whole(tokens, whole, words) if whole else None
    return None


def _not_one(tokens: Tokens, at: int, words: QuantityLexicon) -> Count | None:
    single = tokens[at + 1].key in words.grammar["single"]
    if not (tokens[at].key in words.grammar["one"] or (tokens[at].key in words.grammar["a"] and single)):
        return None
    behind = at + (2 if single else 1)
    if tokens[behind].key in words.grammar["of"]:
        behind = past_determiner(tokens, behind + 1, words)
    noun = noun_phrase(tokens, behind, words, "one")
    return Count(noun.last, noun) if noun else None


def label_before(tokens: Tokens, first: int, last: int, words: QuantityLexicon) -> Noun | None:
    """Returns the label of a tally's number ("Tanks — 3,750", "boats 2"), or None."""
    if tokens[last].kind != "e" and tokens[last].key not in LABEL_ENDS:
        return None
    mark = tokens[first - 1] if first else tokens[-1]
    marked = mark.key in DASHES or mark.key in (":", "=")
    end = first - 1 if marked else first
    start = end
    while start > 0 and end - start < LABEL_LENGTH and tokens[start - 1].kind == "w":
        start -= 1
    if start == end or (start > 0 and tokens[start - 1].key not in LABEL_STARTS and tokens[start - 1].kind != "g"):
        return None
    if tokens[start].key in words.states:
        return Noun(start, start + 1)
    noun = noun_phrase(tokens, start, words)
    if noun is None or marked:
        return noun
    whole = (
        noun.last == end
        and tokens[end - 1].text.islower()
        and is_plural(tokens[end - 1].key, words)
        and tokens[end - 1].key not in words.lists["label"]
    )
    return noun if whole else None


def alone(tokens: Tokens, span: tuple[int, int], number: Number, words: QuantityLexicon) -> bool:
    """Tells whether a number without a noun is a count after all: "at least 12 were hit", "the toll rose to 19"."""
    first, last = span
    before, behind = tokens[first - 1].key if first else "", tokens[last]
    if (
        (before == "," and behind.key == ",")
        or before in words.lists["determiner"]
        or before in words.grammar["aged"]
        or number.low != int(number.low)
    ):
        return False
    if first < number.first or behind.key in words.lists["verb-to-be"]:
        return True
    if number.high is None and (number.shape == "group" or number.scaled):
        return before not in words.grammar["in"] and behind.kind == "w" and behind.key not in words.lists["preposition"]
    if before in words.lists["object-verb"] and (behind.kind != "w" or behind.key in words.lists["preposition"]):
        return True
    if before in words.lists["reached"] or f"{tokens[first - 2].key if first > 1 else ''} {before}" in words.lists["reached"]:
        return True
    changed = any(t.key in words.lists["change"] for t in tokens[max(0, first - 5) : first])
    return changed and before in words.grammar["from-to"]
