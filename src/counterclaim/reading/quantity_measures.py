"""Measures: a number with a unit, money, shares; windows of time and calibres are none."""

from counterclaim.reading.number_words import Number, clean
from counterclaim.reading.quantity_bounds import Measure, bound_behind, bounded, measure_at, phrase_from
from counterclaim.reading.quantity_counts import Count, counted
from counterclaim.reading.quantity_hits import Hit, Page, Stretch, hit_of, rejected, stretch_of
from counterclaim.reading.quantity_nouns import Noun, noun_phrase, past_determiner, words_between
from counterclaim.reading.quantity_rejects import calibre, window


def money(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    """Returns an amount behind its currency, or None; rejected where brackets say the amount before again."""
    before = page.tokens[stretch.number.first - 1] if stretch.number.first else page.tokens[-1]
    if before.key not in page.words.currencies:
        return None
    if _restated(page, stretch, "money", previous):
        return rejected(stretch, stretch.last)
    return hit_of(page, stretch, stretch.last, (page.words.currencies[before.key], None), "money")


def measured(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    """Returns a number with its unit, or None; rejected where it is a calibre, an age, a window of time."""
    tokens, words = page.tokens, page.words
    measure = measure_at(tokens, stretch.last, words)
    if measure is None or _no_unit(page, stretch, measure):
        return None
    if calibre(tokens, stretch.number, measure, words):
        return rejected(stretch, measure.last)
    if measure.unit.kind == "time" and window(tokens, stretch.first, measure, words):
        return rejected(stretch, measure.last)
    if _restated(page, stretch, measure.unit.kind, previous):
        return rejected(stretch, measure.last)
    return _measure_hit(page, stretch, measure)


def _no_unit(page: Page, stretch: Stretch, measure: Measure) -> bool:
    """Tells whether the unit is another word: "the 40 min", "3 l", "five t-shirts"."""
    token = page.tokens[measure.last - 1]
    return len(token.text) == 1 and token.key.isalpha() and stretch.number.shape != "figure"


def _restated(page: Page, stretch: Stretch, kind: str, previous: Hit | None) -> bool:
    """Tells whether a length in brackets says again what stands before: "six miles (10 km)"."""
    if previous is None or previous.kind != kind or kind == "time":
        return False
    return page.tokens[stretch.first - 1].key == "(" and previous.last == stretch.first - 1


def _measure_hit(page: Page, stretch: Stretch, measure: Measure) -> Hit:
    tokens, words = page.tokens, page.words
    last, of = measure.last, None
    if measure.attributive:
        if tokens[stretch.first].key in words.grammar["article"]:
            stretch = stretch._replace(first=stretch.first + 1)
        noun = noun_phrase(tokens, last, words, "one") if tokens[last].key not in words.lists["determiner"] else None
        of = words_between(page.text, tokens, noun) if noun else None
        return hit_of(page, stretch, last, (measure.unit.name, of), measure.unit.kind)
    stretch, last = _and_a_half(page, stretch, last)
    if measure.unit.kind == "length" and stretch.first and tokens[stretch.first - 1].key in words.grammar["within"]:
        stretch = stretch._replace(first=stretch.first - 1, low=None, high=stretch.number.high)
        return hit_of(page, stretch, last, (measure.unit.name, None), measure.unit.kind)
    behind = bound_behind(tokens, last, words)
    if behind and behind[1] != "same":
        low, high = bounded(stretch.number, behind[1])
        stretch, last = stretch._replace(low=low, high=high), last + behind[0]
    noun = _measured_noun(page, stretch, last)
    if noun is not None:
        last, of = noun.last, words_between(page.text, tokens, noun)
    return hit_of(page, stretch, last, (measure.unit.name, of), measure.unit.kind)


def _measured_noun(page: Page, stretch: Stretch, last: int) -> Noun | None:
    tokens, words = page.tokens, page.words
    if tokens[last].key in words.grammar["of"]:
        noun = noun_phrase(tokens, past_determiner(tokens, last + 1, words), words, "any")
        if noun is None and tokens[last + 1].key in words.grammar["no"] and tokens[last + 2].key.endswith(words.endings["possessive-end"]):
            inner = noun_phrase(tokens, last + 2, words, "any")
            return inner._replace(first=last + 1) if inner else None
        return None if noun is None or all(t.text[0].isupper() for t in tokens[noun.first : noun.last]) else noun
    unit = tokens[last - 1].key
    juxtaposed = stretch.number.low > 1 and len(unit) > 3 and unit + "s" in words.unit_phrases
    if juxtaposed and tokens[last].key not in words.grammar["dimension"]:
        return noun_phrase(tokens, last, words, "any")
    return None


def _and_a_half(page: Page, stretch: Stretch, last: int) -> tuple[Stretch, int]:
    """An hour and a half, a mile and a quarter."""
    tokens, words = page.tokens, page.words
    if _split(page, last) and stretch.number.high is not None:
        more = clean(stretch.number.low + words.fractions[tokens[last + 2].key])
        number = stretch.number._replace(low=more, high=more)
        low, high = bounded(number, stretch.effect)
        return stretch._replace(number=number, low=low, high=high), last + 3
    return stretch, last


def _split(page: Page, at: int) -> bool:
    """Tells whether "and a half" stands here."""
    keys, grammar = [t.key for t in page.tokens[at : at + 3]], page.words.grammar
    return keys[0] in grammar["and"] and keys[1] in grammar["a"] and keys[2] in grammar["split"]


def one_unit(page: Page, at: int) -> Hit | None:
    """Returns "a kilometre" or "an hour and a half", or None; a rate ("shells an hour") is none."""
    tokens, words = page.tokens, page.words
    if tokens[at].key not in words.grammar["a"]:
        return None
    found = phrase_from(tokens, at + 1, words.unit_phrases)
    if found is None or len(tokens[at + 1].key) < 3:
        return None
    measure = Measure(words.units[found[1]], at + 1 + found[0], False)
    split = _split(page, measure.last)
    stretch = stretch_of(page, Number(1, 1, at, at + 1, "word"), 0)
    if window(tokens, stretch.first, measure, words) or (not split and not _measures(page, at, measure)):
        return None
    return _measure_hit(page, stretch, measure)


def _measures(page: Page, at: int, measure: Measure) -> bool:
    """Tells whether "a" and a unit measure something: not a rate, not a foot of flesh."""
    before = page.tokens[at - 1] if at else page.tokens[-1]
    if measure.unit.kind == "time":
        return before.key in page.words.lists["measuring"]
    if measure.unit.kind != "length" or page.tokens[measure.last - 1].key in page.words.grammar["verb-like-unit"]:
        return before.key in page.words.lists["measuring"] and measure.unit.kind != "money"
    return not (before.kind == "n" or before.key in page.words.unit_phrases or before.key.endswith("s"))


def fraction(page: Page, stretch: Stretch) -> Hit | None:
    """Returns a share of a whole, or of a unit ("half a kilometre"), or None."""
    tokens, words = page.tokens, page.words
    measure = measure_at(tokens, stretch.last, words)
    if measure is not None:
        if measure.unit.kind == "time" and window(tokens, stretch.first, measure, words):
            return None
        return _measure_hit(page, stretch, measure)
    at = stretch.last
    if tokens[at].key in words.grammar["of"]:
        count = counted(tokens, stretch.number, at, words)
    elif tokens[at].key in words.lists["determiner"] and tokens[at - 1].key in words.grammar["whole"]:
        noun = noun_phrase(tokens, past_determiner(tokens, at, words), words, "any")
        count = Count(noun.last, noun) if noun else None
    elif tokens[at].key in words.lists["verb-to-be"] and tokens[at - 1].key in words.grammar["half"]:
        count = Count(at, None)
    else:
        count = None
    if count is None:
        return None
    of = words_between(page.text, tokens, count.noun) if count.noun else None
    return hit_of(page, stretch, count.last, ("share", of), "share")


def share_hit(page: Page, stretch: Stretch, share: Count) -> Hit:
    """Returns the share that a number and its total make."""
    of = words_between(page.text, page.tokens, share.noun) if share.noun else None
    low, high = bounded(stretch.number._replace(low=share.share or 0, high=share.share), stretch.effect)
    return hit_of(page, stretch._replace(low=low, high=high), share.last, ("share", of), "share")


def long_measure(page: Page, stretch: Stretch, noun: Noun) -> Hit | None:
    """Returns a unit behind adjectives ("two long years"), or None; a window of time ("four previous weeks") is rejected."""
    found = phrase_from(page.tokens, noun.last - 1, page.words.unit_phrases)
    if found is None or noun.last - noun.first < 2 or page.words.units[found[1]].kind != "time":
        return None
    measure = Measure(page.words.units[found[1]], noun.last, False)
    inside = any(t.key in page.words.lists["window"] for t in page.tokens[noun.first : noun.last])
    if inside or window(page.tokens, stretch.first, measure, page.words):
        return rejected(stretch, noun.last)
    return _measure_hit(page, stretch, measure)
