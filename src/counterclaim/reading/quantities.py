"""How many: counts, ranges and measures of a text."""

from typing import NamedTuple

from counterclaim.model import Quantity, Span
from counterclaim.reading.number_words import Number, clean, number_at
from counterclaim.reading.quantity_bounds import Measure, bound_behind, bounded, bounds_before, measure_at, phrase_from, ranged
from counterclaim.reading.quantity_counts import Count, alone, counted, label_before, nothing, share_behind, share_in
from counterclaim.reading.quantity_lexicon import QuantityLexicon, counts_in, quantity_lexicon
from counterclaim.reading.quantity_nouns import Noun, is_plural, noun_phrase, past_determiner, state_before, state_behind, words_between
from counterclaim.reading.quantity_rejects import calibre, no_count, window
from counterclaim.reading.quantity_tokens import PADDING, Token, joined, tokens_of

REJECTED = "rejected"
SMALL = 10


class Page(NamedTuple):
    """A text, its tokens and the words of its language."""

    text: str
    tokens: list[Token]
    words: QuantityLexicon


class Hit(NamedTuple):
    """A quantity in the tokens `[first, last)`; `state` is handed on to a coordinated count; `kind` is that of its unit, or count."""

    quantity: Quantity
    first: int
    last: int
    kind: str = "count"
    state: str | None = None
    bare: bool = False


class Stretch(NamedTuple):
    """A number with its modifiers: the tokens `[first, last)` and the bounds they leave."""

    number: Number
    first: int
    last: int
    low: float | None
    high: float | None
    effect: str


def quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """Returns the quantities of a text, sorted by span, without overlap; none where the language has no data."""
    if not counts_in(language):
        return ()
    words = quantity_lexicon(language)
    page = Page(text, tokens_of(text, words.starters), words)
    found: list[Hit] = []
    here, end = 0, len(page.tokens) - PADDING
    while here < end:
        token = page.tokens[here]
        if token.kind != "n" and token.key not in words.starters:
            here += 1
            continue
        idle = no_count(page.tokens, here, words)
        hit = None if idle else _quantity_at(page, here, found[-1] if found else None)
        if hit is not None and hit.kind != REJECTED:
            found.append(hit)
        here = hit.last if hit else here + max(idle, _failed(page, here))
    return tuple(hit.quantity for hit in found)


def _failed(page: Page, here: int) -> int:
    """How many tokens a number takes that turned out to be none."""
    number = number_at(page.tokens, here, page.words)
    return max(1, number.last - here) if number else 1


def _quantity_at(page: Page, at: int, previous: Hit | None) -> Hit | None:
    tokens, words = page.tokens, page.words
    floor = previous.last if previous else 0
    none = nothing(tokens, at, words)
    if none is not None:
        return _count_hit(page, Stretch(Number(0, 0, at, at + 1, "word"), at, none.last, 0, 0, "same"), none, None)
    number = number_at(tokens, at, words)
    if number is None:
        return _one_unit(page, at)
    stretch = _stretch(page, ranged(tokens, number, words), floor)
    if stretch.number.shape == "fraction":
        return _fraction(page, stretch)
    measured = _money(page, stretch, previous) or _measured(page, stretch, previous)
    if measured is not None:
        return measured
    share = share_in(tokens, number, words)
    if share is not None:
        return _share(page, stretch, share)
    return _counting(page, stretch, previous)


def _stretch(page: Page, number: Number, floor: int) -> Stretch:
    """Takes in the modifiers before and right behind a number."""
    start = number.first
    if start > floor and page.tokens[start - 1].key in page.words.currencies:
        start -= 1
        pair = page.tokens[start - 1].key + page.tokens[start].key
        start -= 1 if start > floor and pair in page.words.currencies else 0
    small = number.shape == "vague" or (number.low < SMALL and measure_at(page.tokens, number.last, page.words) is None)
    first, effect = bounds_before(page.tokens, start, floor, page.words, small)
    behind = bound_behind(page.tokens, number.last, page.words)
    last = number.last + (behind[0] if behind else 0)
    effect = behind[1] if behind and behind[1] != "same" else effect
    low, high = bounded(number, effect)
    return Stretch(number, first, last, low, high, effect)


def _money(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    before = page.tokens[stretch.number.first - 1] if stretch.number.first else page.tokens[-1]
    if before.key not in page.words.currencies:
        return None
    if _restated(page, stretch, "money", previous):
        return _rejected(stretch, stretch.last)
    return _hit(page, stretch, stretch.last, (page.words.currencies[before.key], None), "money")


def _measured(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    """A number with a unit; REJECTED where it is a calibre, an age, a window of time."""
    tokens, words = page.tokens, page.words
    measure = measure_at(tokens, stretch.last, words)
    if measure is None or _no_unit(page, stretch, measure):
        return None
    rejected = _rejected(stretch, measure.last)
    if calibre(tokens, stretch.number, measure, words):
        return rejected
    if measure.unit.kind == "time" and window(tokens, stretch.first, measure, words):
        return rejected
    if _restated(page, stretch, measure.unit.kind, previous):
        return rejected
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
        return _hit(page, stretch, last, (measure.unit.name, of), measure.unit.kind)
    stretch, last = _and_a_half(page, stretch, last)
    if measure.unit.kind == "length" and stretch.first and tokens[stretch.first - 1].key in words.grammar["within"]:
        stretch = stretch._replace(first=stretch.first - 1, low=None, high=stretch.number.high)
        return _hit(page, stretch, last, (measure.unit.name, None), measure.unit.kind)
    behind = bound_behind(tokens, last, words)
    if behind and behind[1] != "same":
        low, high = bounded(stretch.number, behind[1])
        stretch, last = stretch._replace(low=low, high=high), last + behind[0]
    noun = _measured_noun(page, stretch, last)
    if noun is not None:
        last, of = noun.last, words_between(page.text, tokens, noun)
    return _hit(page, stretch, last, (measure.unit.name, of), measure.unit.kind)


def _measured_noun(page: Page, stretch: Stretch, last: int) -> Noun | None:
    tokens, words = page.tokens, page.words
    if tokens[last].key in words.grammar["of"]:
        noun = noun_phrase(tokens, past_determiner(tokens, last + 1, words), words, "any")
        if noun is None and tokens[last + 1].key in words.grammar["no"] and tokens[last + 2].key.endswith(words.endings["possessive-end"]):
            inner = noun_phrase(tokens, last + 2, words, "any")
            return inner._replace(first=last + 1) if inner else None
        return None if noun is None or all(t.text[0].isupper() for t in tokens[noun.first : noun.last]) else noun
    unit = tokens[last - 1].key
    if stretch.number.low != 1 and len(unit) > 3 and unit + "s" in words.unit_phrases:
        return noun_phrase(tokens, last, words, "any")
    return None


def _and_a_half(page: Page, stretch: Stretch, last: int) -> tuple[Stretch, int]:
    """An hour and a half, a mile and a quarter."""
    tokens, words = page.tokens, page.words
    if (
        tokens[last].key == "and"
        and tokens[last + 1].key == "a"
        and tokens[last + 2].key in ("half", "quarter")
        and stretch.low is not None
    ):
        more = clean(stretch.number.low + words.fractions[tokens[last + 2].key])
        number = stretch.number._replace(low=more, high=more)
        low, high = bounded(number, stretch.effect)
        return stretch._replace(number=number, low=low, high=high), last + 3
    return stretch, last


def _split(page: Page, at: int) -> bool:
    """Tells whether "and a half" stands here."""
    keys, grammar = [t.key for t in page.tokens[at : at + 3]], page.words.grammar
    return keys[0] in grammar["and"] and keys[1] in grammar["a"] and keys[2] in grammar["split"]


def _one_unit(page: Page, at: int) -> Hit | None:
    """A kilometre, an hour and a half; a rate ("an hour") is none."""
    tokens, words = page.tokens, page.words
    if tokens[at].key not in words.grammar["a"]:
        return None
    found = phrase_from(tokens, at + 1, words.unit_phrases)
    if found is None or len(tokens[at + 1].key) < 3:
        return None
    measure = Measure(words.units[found[1]], at + 1 + found[0], False)
    split = (
        tokens[measure.last].key == "and" and tokens[measure.last + 1].key == "a" and tokens[measure.last + 2].key in ("half", "quarter")
    )
    stretch = _stretch(page, Number(1, 1, at, at + 1, "word"), 0)
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


def _fraction(page: Page, stretch: Stretch) -> Hit | None:
    """A share of a whole, or of a unit ("half a kilometre")."""
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
    return _hit(page, stretch, count.last, ("share", of), "share")


def _share(page: Page, stretch: Stretch, share: Count) -> Hit:
    of = words_between(page.text, page.tokens, share.noun) if share.noun else None
    low, high = bounded(stretch.number._replace(low=share.share or 0, high=share.share), stretch.effect)
    return _hit(page, stretch._replace(low=low, high=high), share.last, ("share", of), "share")


def _counting(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    tokens, words = page.tokens, page.words
    count = counted(tokens, stretch.number, stretch.last, words)
    if count is not None and count.noun is not None:
        if _only_named(page, stretch, count.noun):
            return None
        measured = _long_measure(page, stretch, count.noun)
        if measured is not None:
            return measured
        share = share_behind(tokens, stretch.number, count, words)
        if share is not None:
            return _share(page, stretch, share)
    if stretch.number.shape == "figure" and joined(tokens[stretch.number.last - 1], tokens[stretch.number.last]):
        mark = tokens[stretch.number.last]
        if (mark.kind == "w" and mark.key not in words.grammar["times"]) or (mark.key in "-–" and count is None):
            return None
    if count is not None:
        return _count_hit(page, stretch, count, previous)
    return _bare(page, stretch, previous)


def _long_measure(page: Page, stretch: Stretch, noun: Noun) -> Hit | None:
    """A unit behind adjectives: "two long years"; a window of time ("four previous weeks") is rejected."""
    found = phrase_from(page.tokens, noun.last - 1, page.words.unit_phrases)
    if found is None or noun.last - noun.first < 2 or page.words.units[found[1]].kind != "time":
        return None
    measure = Measure(page.words.units[found[1]], noun.last, False)
    inside = any(t.key in page.words.lists["window"] for t in page.tokens[noun.first : noun.last])
    if inside or window(page.tokens, stretch.first, measure, page.words):
        return _rejected(stretch, noun.last)
    return _measure_hit(page, stretch, measure)


def _rejected(stretch: Stretch, last: int) -> Hit:
    return Hit(Quantity(Span(0, 0), None, None), stretch.first, last, REJECTED)


def _only_named(page: Page, stretch: Stretch, noun: Noun) -> bool:
    """Tells whether a number only names: "the 112 service", "the zero line", "the two sides"."""
    if stretch.number.low == 2 and page.tokens[stretch.first - 1].key in page.words.grammar["two-definite"]:
        return stretch.number.first == stretch.first
    head = page.tokens[noun.last - 1].key
    if is_plural(head, page.words) or noun.last - noun.first > 1 or stretch.number.low == 1:
        return False
    if stretch.number.low != int(stretch.number.low):
        return True
    zero = stretch.number.low == 0 and head not in page.words.lists["nobody"]
    return zero or (stretch.number.shape == "figure" and page.tokens[stretch.first - 1].key in page.words.grammar["the"])


def _count_hit(page: Page, stretch: Stretch, count: Count, previous: Hit | None) -> Hit:
    tokens, words = page.tokens, page.words
    last = max(count.last, stretch.last)
    behind = bound_behind(tokens, last, words)
    if behind and stretch.number.low:
        low, high = bounded(stretch.number, behind[1]) if behind[1] != "same" else (stretch.low, stretch.high)
        stretch, last = stretch._replace(low=low, high=high), last + behind[0]
    if count.noun is None:
        state = state_behind(tokens, last, words)
        return _hit(page, stretch, last, (None, state), "count", state)
    of = words_between(page.text, tokens, count.noun)
    label = label_before(tokens, stretch.first, last, words) if of in words.lists["classifier"] else None
    if label is not None:
        return _hit(page, stretch, last, (None, words_between(page.text, tokens, label)), "tally")
    if of in words.states:
        return _hit(page, stretch, last, (None, of), "count", words.states[of])
    part = tokens[stretch.last + 1].key in words.lists["pronoun"]
    given = None if part else state_before(tokens, stretch.first, words) or _handed_on(page, stretch, previous, False)
    state = given or state_behind(tokens, last, words)
    return _hit(page, stretch, last, (None, f"{of} {state}" if state else of), "count", state)


def _handed_on(page: Page, stretch: Stretch, previous: Hit | None, bare: bool) -> str | None:
    """The state of the count before, where the verb before it governs this one too: "killing 3 men and 2 boys"."""
    if previous is None or previous.state is None or not 0 < stretch.first - previous.last <= (6 if bare else 2):
        return None
    between = [t.key for t in page.tokens[previous.last : stretch.first]]
    joint = page.words.lists["joint"]
    if not bare and (not between or not joint.issuperset(between)):
        return None
    if bare and (not previous.bare or between[-1] not in page.words.grammar["and"]):
        return None
    return previous.state if state_before(page.tokens, previous.first, page.words) else None


def _bare(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    """A number without a noun: of a tally, with a state, or in a tale of change."""
    tokens, words = page.tokens, page.words
    if tokens[stretch.last].key in words.lists["extra"]:
        stretch = stretch._replace(last=stretch.last + 1)
    state = (
        state_before(tokens, stretch.first, words) or state_behind(tokens, stretch.last, words) or _handed_on(page, stretch, previous, True)
    )
    if state:
        return _hit(page, stretch, stretch.last, (None, state), "count", state)._replace(bare=True)
    label = label_before(tokens, stretch.first, stretch.last, words)
    if label is not None:
        return _hit(page, stretch, stretch.last, (None, words_between(page.text, tokens, label)), "tally")
    if previous and previous.kind == "tally" and tokens[stretch.first - 1].key == "(" and previous.last == stretch.first - 1:
        return _hit(page, stretch, stretch.last, (None, previous.quantity.of), "tally")
    if not alone(tokens, (stretch.first, stretch.last), stretch.number, words):
        return None
    return _hit(page, stretch, stretch.last, (None, None), "count")


def _hit(page: Page, stretch: Stretch, last: int, meaning: tuple[str | None, str | None], kind: str, state: str | None = None) -> Hit:
    span = Span(page.tokens[stretch.first].start, page.tokens[last - 1].end)
    low = None if stretch.low is None else float(stretch.low)
    high = None if stretch.high is None else float(stretch.high)
    return Hit(Quantity(span, low, high, *meaning), stretch.first, last, kind, state)
