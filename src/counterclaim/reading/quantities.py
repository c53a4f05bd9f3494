"""How many: counts, ranges and measures of a text."""

from counterclaim.model import Quantity
from counterclaim.reading.number_words import Number, clean, number_at
from counterclaim.reading.quantity_bounds import bound_behind, bounded, ranged
from counterclaim.reading.quantity_counts import Count, alone, counted, label_before, nothing, share_behind, share_in
from counterclaim.reading.quantity_hits import REJECTED, Hit, Page, Stretch, hit_of, stretch_of
from counterclaim.reading.quantity_lexicon import counts_in, quantity_lexicon
from counterclaim.reading.quantity_measures import fraction, long_measure, measured, money, one_unit, share_hit
from counterclaim.reading.quantity_nouns import Noun, is_plural, state_before, state_behind, words_between
from counterclaim.reading.quantity_rejects import no_count
from counterclaim.reading.quantity_tokens import PADDING, joined, tokens_of


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


def in_metres(quantity: Quantity, language: str = "en") -> tuple[float | None, float | None] | None:
    """Returns the bounds of a length in metres, or None for a quantity that is no length."""
    unit = quantity_lexicon(language).units.get(quantity.unit or "")
    if unit is None or unit.metres is None:
        return None
    low, high = (None if bound is None else clean(bound * unit.metres) for bound in (quantity.low, quantity.high))
    return low, high


def _failed(page: Page, here: int) -> int:
    """How many tokens a number takes that turned out to be none."""
    number = number_at(page.tokens, here, page.words)
    return max(1, ranged(page.tokens, number, page.words).last - here) if number else 1


def _quantity_at(page: Page, at: int, previous: Hit | None) -> Hit | None:
    tokens, words = page.tokens, page.words
    floor = previous.last if previous else 0
    none = nothing(tokens, at, words)
    if none is not None:
        return _count_hit(page, Stretch(Number(0, 0, at, at + 1, "word"), at, none.last, 0, 0, "same"), none, None)
    number = number_at(tokens, at, words)
    if number is None:
        return one_unit(page, at)
    stretch = stretch_of(page, ranged(tokens, number, words), floor)
    if stretch.number.shape == "fraction":
        return fraction(page, stretch)
    measure = money(page, stretch, previous) or measured(page, stretch, previous)
    if measure is not None:
        return measure
    share = share_in(tokens, number, words)
    if share is not None:
        return share_hit(page, stretch, share)
    return _counting(page, stretch, previous)


def _counting(page: Page, stretch: Stretch, previous: Hit | None) -> Hit | None:
    tokens, words = page.tokens, page.words
    count = counted(tokens, stretch.number, stretch.last, words)
    if count is not None and count.noun is not None:
        if _only_named(page, stretch, count.noun):
            return None
        measure = long_measure(page, stretch, count.noun)
        if measure is not None:
            return measure
        share = share_behind(tokens, stretch.number, count, words)
        if share is not None:
            return share_hit(page, stretch, share)
    if stretch.number.shape == "figure" and joined(tokens[stretch.number.last - 1], tokens[stretch.number.last]):
        mark = tokens[stretch.number.last]
        if (mark.kind == "w" and mark.key not in words.grammar["times"]) or (mark.key in "-–" and count is None):
            return None
    if count is not None:
        return _count_hit(page, stretch, count, previous)
    return _bare(page, stretch, previous)


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
        return hit_of(page, stretch, last, (None, state), "count", state)
    of = words_between(page.text, tokens, count.noun)
    label = label_before(tokens, stretch.first, last, words) if of in words.lists["classifier"] else None
    if label is not None:
        return hit_of(page, stretch, last, (None, words_between(page.text, tokens, label)), "tally")
    if of in words.states:
        return hit_of(page, stretch, last, (None, of), "count", words.states[of])
    part = tokens[stretch.last + 1].key in words.lists["pronoun"]
    given = None if part else state_before(tokens, stretch.first, words) or _handed_on(page, stretch, previous, False)
    state = given or state_behind(tokens, last, words)
    return hit_of(page, stretch, last, (None, f"{of} {state}" if state else of), "count", state)


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
        return hit_of(page, stretch, stretch.last, (None, state), "count", state)._replace(bare=True)
    label = label_before(tokens, stretch.first, stretch.last, words)
    if label is not None:
        return hit_of(page, stretch, stretch.last, (None, words_between(page.text, tokens, label)), "tally")
    if previous and previous.kind == "tally" and tokens[stretch.first - 1].key == "(" and previous.last == stretch.first - 1:
        return hit_of(page, stretch, stretch.last, (None, previous.quantity.of), "tally")
    if not alone(tokens, (stretch.first, stretch.last), stretch.number, words):
        return None
    return hit_of(page, stretch, stretch.last, (None, None), "count")
