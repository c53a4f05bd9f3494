"""What looks like a number and counts nothing: dates, clocks, labels, models, calibres, ages, windows of time, idioms."""

from collections.abc import Sequence

from counterclaim.reading.number_words import Number
from counterclaim.reading.quantity_bounds import DASHES, Measure
from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_nouns import is_plural
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
SENTENCE_ENDS = frozenset(".!?:;\n\"'“”‘’«»(—–-•/|")
ORDINAL = frozenset(("st", "nd", "rd", "th"))
YEAR_LEADS = frozenset(
    ("in", "since", "of", "by", "until", "till", "from", "early", "late", "mid", "the", "during", "before", "after", "to", "for", "and")
)


def no_count(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Returns how many tokens from here are no count, whatever follows: 0 when a number may be read."""
    token = tokens[at]
    if token.kind != "n":
        return 1 if _named(tokens, at, words) else 0
    return _date(tokens, at, words) or _code(tokens, at, words) or (1 if _label(tokens, at, words) else 0)


def _date(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Steps over "12 May 2023", "6-9 January", "May 12, 2023"."""
    if not tokens[at].text.isdecimal() or len(tokens[at].text) > 4:
        return 0
    here = at + 1
    if tokens[here].key in ORDINAL and joined(tokens[at], tokens[here]):
        here += 1
    if tokens[here].key in DASHES or tokens[here].key in ("and", "to", "or"):
        behind = here + 1
        if tokens[behind].kind == "n" and _is_month(tokens, behind + 1, words):
            here = behind + 1
    here += 1 if tokens[here].key == "of" and _is_month(tokens, here + 1, words) else 0
    if _is_month(tokens, here, words):
        here += 1
        here += 1 if tokens[here].key == "," and _is_year(tokens[here + 1]) else 0
        return here - at + (1 if _is_year(tokens[here]) else 0)
    if _is_month(tokens, at - 1, words) and not _counts_after_month(tokens, at, words):
        here = at + 1
        while (tokens[here].key in DASHES and tokens[here + 1].kind == "n") or (tokens[here].key == "," and _is_year(tokens[here + 1])):
            here += 2
        return here - at
    return 0


def _is_month(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    token = tokens[at]
    return token.kind == "w" and token.key in words.lists["month"] and (token.text[0].isupper() or not token.text.isascii())


def _is_year(token: Token) -> bool:
    return token.kind == "n" and len(token.text) == 4 and token.text[:2] in ("18", "19", "20", "21") and token.text.isdecimal()


def _counts_after_month(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    before = tokens[at - 2]
    return tokens[at + 1].kind == "w" and is_plural(tokens[at + 1].key, words) and (before.kind == "n" or before.key == "in")


def _code(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Steps over clocks, ordinals, results, dockets, coordinates, models that begin with a figure."""
    token, following = tokens[at], tokens[at + 1]
    before = tokens[at - 1]
    touching = joined(token, following)
    if following.kind == "w" and touching:
        if following.key in ORDINAL or (following.key == "s" and before.kind != "w"):
            return 2
        if following.text[0].isupper() and any(c.isdecimal() for c in following.text):
            return 2
    if touching and following.key in "/:°#" and tokens[at + 2].kind in "nw":
        return _run(tokens, at)
    if before.kind == "s" and before.key in "/#№_°" and joined(before, token):
        return 1
    if following.key in words.lists["result"] or (following.key == "o" and tokens[at + 2].key in "'’"):
        return 2
    if _is_year(token) and not _counted_year(tokens, at, words):
        return 1
    if following.key in DASHES and touching and tokens[at + 2].kind == "n" and tokens[at + 3].key in DASHES and tokens[at + 4].kind == "n":
        return 5
    return 0


def _run(tokens: Tokens, at: int) -> int:
    here = at
    while joined(tokens[here], tokens[here + 1]) and here - at < 8 and tokens[here + 1].key not in (",", ".", ";"):
        here += 1
    return here - at + 1


def _counted_year(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    following = tokens[at + 1]
    if following.kind != "w" or following.text[0].isupper() or not is_plural(following.key, words):
        return phrase_is_unit(following, words)
    return tokens[at - 1].key not in YEAR_LEADS and not _is_month(tokens, at - 1, words)


def phrase_is_unit(token: Token, words: QuantityLexicon) -> bool:
    """Tells whether a token begins a unit of measure."""
    return token.kind in "ws" and token.key in words.unit_phrases


def _label(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a figure is the name of the noun before it: Hill 203, Article 12, Leopard 2, day 12."""
    before = tokens[at - 1]
    if before.kind != "w" or at == 0:
        return before.key == "." and tokens[at - 2].key in ("no", "nr", "art", "res") and joined(tokens[at - 2], before)
    if before.key in words.lists["label"]:
        return before.text[0].isupper() or before.key not in ("no",)
    if not before.text[0].isupper() or any(before.key in words.lists[use] for use in ("opener", "weekday", "month", "stop")):
        return False
    if (
        before.key in words.before
        or before.key in words.currencies
        or before.key in words.verbs
        or before.key.endswith(("ly", "ed", "ing"))
    ):
        return False
    lead = tokens[at - 2]
    if lead.kind == "w" and lead.key in ("in", "at", "near", "on", "of", "from", "to", "for", "outside", "inside", "across", "around"):
        return False
    return not (title_case(tokens, at) or "," in tokens[at].text)


def title_case(tokens: Tokens, at: int) -> bool:
    """Tells whether the words around are all capitalised, as in a headline."""
    long = [t for t in tokens[max(0, at - 5) : at + 6] if t.kind == "w" and len(t.text) > 3]
    return len(long) > 3 and sum(t.text[0].isupper() for t in long) >= 0.8 * len(long)


def _named(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a number word is part of a name or a set phrase: the Big Four, Three Rivers, rule one, no one."""
    token, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if (
        at
        and token.key in words.numbers
        and before.kind == "w"
        and before.key in (*words.lists["label"], "no", "any", "every", "each", "this", "that", "which")
    ):
        return (
            before.key
            not in ("army", "mine", "house", "school", "war", "hospital", "company", "unit", "group", "base", "post", "camp", "year")
            or before.text[0].isupper()
        )
    if token.key == "one":
        return _idle_one(tokens, at, words)
    if not token.text[0].isupper() or at == 0 or before.key in SENTENCE_ENDS or title_case(tokens, at):
        return False
    if before.key == "the":
        return following.kind == "w" and following.text[0].isupper()
    counted = following.kind == "w" and following.key not in words.lists["stop"]
    return not counted and (before.text[0].isupper() or before.key == "of") and before.kind == "w"


def _idle_one(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    following = tokens[at + 1]
    if following.key in words.scales or following.key in ("-", "and"):
        return following.key == "-" and tokens[at + 2].key not in (*words.fractions, *words.unit_phrases, *words.lists["hyphen-noun"])
    if following.key == "in":
        return tokens[at + 2].key not in words.numbers and tokens[at + 2].kind != "n"
    if following.key == "or" and tokens[at + 2].key == "two":
        return False
    if following.key in words.lists["one-idiom"] or following.kind != "w":
        return True
    return tokens[at - 1].key in ("the", "as", "'s") if at else False


def window(tokens: Tokens, first: int, measure: Measure, words: QuantityLexicon) -> bool:
    """Tells whether a span of time is a point or window in time, an age or a rate, and so measures nothing."""
    before, behind = tokens[first - 1].key if first else "", tokens[measure.last].key
    if measure.unit.name == "year" and behind in ("old", "-"):
        return True
    if behind in words.lists["locator"] or (behind == "from" and tokens[measure.last + 1].key == "now"):
        return True
    if behind == "-" and tokens[measure.last + 1].key in ("old", "olds"):
        return True
    return not measure.attributive and before in words.lists["window"]


def calibre(tokens: Tokens, number: Number, measure: Measure, words: QuantityLexicon) -> bool:
    """Tells whether millimetres are a calibre."""
    if measure.unit.name != "mm":
        return False
    behind = tokens[measure.last]
    if behind.key == "-":
        behind = tokens[measure.last + 1]
    return behind.key in words.lists["calibre"] or (
        joined(tokens[number.last - 1], tokens[number.last]) and behind.key not in words.lists["of"]
    )
