"""Noun phrases and verb groups around a word, found by function words alone (no parser): who does what to whom."""

from dataclasses import dataclass

from counterclaim.model import Span
from counterclaim.reading.events_words import Word
from counterclaim.reading.polarity import Words

REACH = 18
ASIDE = 26
QUOTES = frozenset("\"'“”‘’«»„‚`")
LINKS = frozenset({"'s", "-", "’s", "'"}) | QUOTES
BREAKS = frozenset(".,;:!?()[]{}—–|/…")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence with the function words of its language; positions below are indices of `words`."""

    words: tuple[Word, ...]
    known: Words
    titled: bool

    def low(self, position: int) -> str:
        """Returns the lower-case word at a position, "" outside the sentence."""
        return self.words[position].low if 0 <= position < len(self.words) else ""

    def span(self, start: int, end: int) -> Span | None:
        """Returns the span of the words `[start, end)` without quotes and marks at its ends; None when nothing is left."""
        while start < end and (self.low(start) in LINKS | self.known.of or self.low(start) in BREAKS):
            start += 1
        while start < end and (self.low(end - 1) in QUOTES or self.low(end - 1) in BREAKS or self.low(end - 1) in self.known.joints):
            end -= 1
        return Span(self.words[start].start, self.words[end - 1].end) if start < end else None

    def named(self, position: int) -> bool:
        """Tells whether the word looks like a name: a capital that the sentence's start does not explain."""
        word = self.words[position]
        return word.capital and word.low not in self.known.determiners and word.low not in self.known.prepositions


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group `[start, verb)`: auxiliaries, adverbs and governors ("failed to") before the verb.

    `governor` is the position of the word that governs an infinitive, `infinitive` that of its "to"; None where there is none.
    """

    start: int
    passive: bool
    governor: int | None
    infinitive: int | None


def verb_group(sentence: Sentence, verb: int) -> Group:
    """Returns the words that belong to the verb at a position, walking left; "failed to", "is said to" belong to it."""
    known, start = sentence.known, verb
    governor: int | None = None
    infinitive: int | None = None
    while start > 0 and verb - start < REACH:
        low = sentence.low(start - 1)
        if low in QUOTES and start - 1 > 0:
            start -= 1
        elif low in known.to:
            start -= 1
            infinitive = start if infinitive is None else infinitive
            if _governs(sentence.low(start - 1), known):
                start -= 1
                governor = start if governor is None else governor
            else:
                governor = _distant_governor(sentence, start) if governor is None else governor
        elif low in known.auxiliaries or low in known.negators or _adverb(low, known):
            if low == "'s" and not _verbal(sentence, start):
                break
            start -= 1
        else:
            break
    while start < verb and sentence.low(start) in QUOTES:
        start += 1
    own = range(start if infinitive is None else infinitive + 1, verb)
    return Group(start, any(sentence.low(i) in known.be for i in own), governor, infinitive)


def _governs(low: str, known: Words) -> bool:
    return low in known.happened or low in known.failed or low in known.wishes or low in known.coming


def _distant_governor(sentence: Sentence, to: int) -> int | None:
    """Returns the word that governs an infinitive over its own subject or object: "forced the army to", "needs weapons to"."""
    for position in range(to - 1, max(-1, to - 8), -1):
        low = sentence.low(position)
        if low in BREAKS or low in sentence.known.subordinators or low in sentence.known.relatives:
            return None
        if _governs(low, sentence.known):
            return position
    return None


def _adverb(low: str, known: Words) -> bool:
    return low in known.adverbs or (low.endswith(known.endings_adverb) and len(low) > 4 and low not in known.not_adverbs)


def _verbal(sentence: Sentence, after: int) -> bool:
    """Tells whether the 's before position `after` is "is" or "has": the next word is no noun."""
    low = sentence.low(after)
    return (
        low in sentence.known.auxiliaries
        or low in sentence.known.negators
        or low.endswith(sentence.known.endings_gerund + sentence.known.endings_participle)
        or low in sentence.known.adverbs
    )


def phrase_before(sentence: Sentence, end: int, floor: int = 0) -> tuple[int, int] | None:
    """Returns the noun phrase that ends before a position, as word indices; an apposition between commas is skipped."""
    end = _skip_back(sentence, end, floor)
    start = end
    while start > floor and end - start < REACH:
        low = sentence.low(start - 1)
        if low in sentence.known.pointers and sentence.low(start) in sentence.known.spells:
            start -= 1
            continue
        if low in sentence.known.determiners and low not in sentence.known.relatives:
            start -= 1
            if sentence.low(start - 1) in sentence.known.joints or sentence.low(start - 1) in sentence.known.prepositions:
                start -= 1
                continue
            break
        if _ends_phrase(sentence, start - 1):
            break
        start -= 1
    while start < end and (sentence.low(start) in sentence.known.prepositions or sentence.low(start) in sentence.known.joints):
        if past_number(sentence, start, end) > start:
            break
        start += 1
    return (start, end) if start < end else None


def _skip_back(sentence: Sentence, end: int, floor: int) -> int:
    """Steps over closing quotes, a bracket, an apposition between commas and a relative pronoun before a position."""
    while end > floor and sentence.low(end - 1) in QUOTES:
        end -= 1
    if sentence.low(end - 1) in sentence.known.relatives and end - 1 > floor:
        end -= 1
        return end - 1 if sentence.low(end - 1) == "," and end - 1 > floor else end
    if end - 1 > floor and sentence.low(end - 1) in (",", ")"):
        opening = "(" if sentence.low(end - 1) == ")" else ","
        for position in range(end - 2, max(floor, end - ASIDE), -1):
            if sentence.low(position) == opening:
                return position
        return end - 1
    return end


def _ends_phrase(sentence: Sentence, position: int) -> bool:
    low, known = sentence.low(position), sentence.known
    if low in sentence.known.joints:
        return sentence.low(position - 1) in known.reporting or sentence.low(position - 1) == ","
    if low in BREAKS or low in sentence.known.relatives or low in known.contrast or low in known.to:
        return True
    if low in known.auxiliaries and low != "'s":
        return True
    return (low in known.subordinators and low not in known.like) or low in known.reporting or low in known.closing


def phrase_after(sentence: Sentence, start: int, ceiling: int | None = None) -> tuple[int, int] | None:
    """Returns the noun phrase that begins at a position, as word indices; "of" phrases belong to it, other prepositions end it."""
    limit = min(len(sentence.words) if ceiling is None else ceiling, start + REACH)
    while start < limit and (sentence.low(start) in QUOTES or _adverb(sentence.low(start), sentence.known)):
        start += 1
    end = past_number(sentence, start, limit)
    while end < limit:
        low = sentence.low(end)
        if low in BREAKS:
            break
        if low in sentence.known.joints and (end == start or sentence.low(end + 1) in sentence.known.auxiliaries):
            break
        if low in sentence.known.prepositions and low not in sentence.known.of:
            break
        if end > start and (
            low in sentence.known.relatives
            or (low in sentence.known.when and sentence.low(end - 1) not in sentence.known.determiners)
            or (sentence.low(end + 1) in sentence.known.determiners and low not in sentence.known.of)
        ):
            break
        if (
            low in sentence.known.subordinators
            or (low in sentence.known.auxiliaries and low != "'s")
            or low in sentence.known.contrast
            or low in sentence.known.to
        ):
            break
        if low in sentence.known.reporting and end > start:
            break
        end += 1
    return (start, end) if start < end else None


def past_number(sentence: Sentence, start: int, limit: int) -> int:
    """Returns where the words end that bound a number at the start of a phrase: "more than 40", "at least five"."""
    for position in range(start, min(limit, start + 4)):
        low = sentence.low(position)
        if low[:1].isdigit() or low in sentence.known.numbers:
            return position
        if low not in sentence.known.bounds:
            break
    return start


def prepositional(sentence: Sentence, start: int, prepositions: frozenset[str], reach: int = 12) -> tuple[int, int] | None:
    """Returns the noun phrase after the first of the given prepositions within the clause that follows a position."""
    for position in range(start, min(len(sentence.words), start + reach)):
        low = sentence.low(position)
        if (low in BREAKS and low != ",") or low in sentence.known.relatives or low in sentence.known.clausal:
            return None
        if low in prepositions:
            return phrase_after(sentence, position + 1)
    return None
