"""A quantity on its way: the page, the number with its modifiers, and what was found."""

from typing import NamedTuple

from counterclaim.model import Quantity, Span
from counterclaim.reading.number_words import Number
from counterclaim.reading.quantity_bounds import bound_behind, bounded, bounds_before, measure_at
from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_tokens import Token

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


def stretch_of(page: Page, number: Number, floor: int) -> Stretch:
    """Returns a number with the modifiers before and right behind it."""
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


def hit_of(page: Page, stretch: Stretch, last: int, meaning: tuple[str | None, str | None], kind: str, state: str | None = None) -> Hit:
    """Returns the quantity that a stretch and the words up to `last` make; `meaning` is its unit and what is counted."""
    span = Span(page.tokens[stretch.first].start, page.tokens[last - 1].end)
    low = None if stretch.low is None else float(stretch.low)
    high = None if stretch.high is None else float(stretch.high)
    return Hit(Quantity(span, low, high, *meaning), stretch.first, last, kind, state)


def rejected(stretch: Stretch, last: int) -> Hit:
    """Returns what looks like a quantity and is none; its words are not read again."""
    return Hit(Quantity(Span(0, 0), None, None), stretch.first, last, REJECTED)
