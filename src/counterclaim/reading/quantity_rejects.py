"""What looks like a number and counts nothing: dates, clocks, labels, models, calibres, ages, windows of time, idioms."""

from collections.abc import Sequence

from counterclaim.reading.number_words import Number, slash_fraction
from counterclaim.reading.quantity_bounds import DASHES, Measure
from counterclaim.reading.quantity_lexicon import QuantityLexicon
from counterclaim.reading.quantity_nouns import is_plural
from counterclaim.reading.quantity_tokens import Token, joined

Tokens = Sequence[Token]
SENTENCE_ENDS = frozenset(".!?:;\n\"'“”‘’«»(—–-•/|")
RUN = 8


def no_count(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Returns how many tokens from here are no count, whatever follows: 0 when a number may be read."""
    if at > 1 and tokens[at - 1].key in DASHES and joined(tokens[at - 1], tokens[at]) and joined(tokens[at - 2], tokens[at - 1]):
        return 1
    if tokens[at].kind != "n":
        return 1 if _named(tokens, at, words) else 0
    return _date(tokens, at, words) or _code(tokens, at, words) or (1 if _label(tokens, at, words) else 0)


def _date(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Steps over "12 May 2023", "6-9 January", "May 12, 2023"."""
    if not tokens[at].text.isdecimal() or len(tokens[at].text) > 4:
        return 0
    here = at + 1
    here += 1 if tokens[here].key in words.grammar["ordinal"] and joined(tokens[at], tokens[here]) else 0
    linked = tokens[here].key in DASHES or tokens[here].key in words.grammar["and"] or tokens[here].key in words.grammar["link"]
    if linked and tokens[here + 1].kind == "n" and _is_month(tokens, here + 2, words):
        here += 2
    here += 1 if tokens[here].key in words.grammar["of"] and _is_month(tokens, here + 1, words) else 0
    if _is_month(tokens, here, words):
        here += 1
        here += 1 if tokens[here].key == "," and _is_year(tokens[here + 1]) else 0
        return here - at + (1 if _is_year(tokens[here]) else 0)
    return _month_first(tokens, at, words)


def _month_first(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    dotted = tokens[at - 1].key == "." and joined(tokens[at - 2], tokens[at - 1])
    month = at - (2 if dotted else 1)
    if month < 0 or not _is_month(tokens, month, words) or _counts_after_month(tokens, at, month, words):
        return 0
    here = at + 1
    while (tokens[here].key in DASHES and tokens[here + 1].kind == "n") or (tokens[here].key == "," and _is_year(tokens[here + 1])):
        here += 2
    return here - at


def _is_month(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a month stands here, perhaps with the hyphen of a range ("28 April-2 May")."""
    token = tokens[at]
    return (
        token.kind == "w" and token.key.partition("-")[0] in words.lists["month"] and (token.text[0].isupper() or not token.text.isascii())
    )


def _is_year(token: Token) -> bool:
    return (
        token.kind == "n" and len(token.text) == 4 and token.text.isdecimal() and (token.text[0] == "1" or token.text[:2] in ("20", "21"))
    )


def _counts_after_month(tokens: Tokens, at: int, month: int, words: QuantityLexicon) -> bool:
    """Tells whether a figure behind a month is no day: "On 3 June 3 buses", "In May 12 people"."""
    before, following = tokens[month - 1], tokens[at + 1]
    counted = following.kind == "w" and following.key not in words.lists["stop"] and is_plural(following.key, words)
    counted = counted or (following.key in words.grammar["of"] and tokens[at + 2].kind == "n")
    return counted and (before.kind == "n" or before.key in words.grammar["in"])


def _code(tokens: Tokens, at: int, words: QuantityLexicon) -> int:
    """Steps over clocks, ordinals, dockets, coordinates, seasons ("2016-17"), models that begin with a figure."""
    token, following, before = tokens[at], tokens[at + 1], tokens[at - 1]
    touching = joined(token, following)
    if following.kind == "w" and touching and _suffixed(before, following, words):
        return 2
    if following.kind == "n" and tokens[at + 2].kind == "n":
        return 3
    if touching and _result(tokens, at):
        return 3
    if touching and following.key in "/:°#" and tokens[at + 2].kind in "nw" and not slash_fraction(tokens, at, words):
        return _run(tokens, at)
    if before.kind == "s" and before.key in "/#№_°" and joined(before, token):
        return 1
    if following.key in words.lists["result"] or (following.key in words.grammar["clock-o"] and tokens[at + 2].key in "'’"):
        return 2
    if following.key in DASHES and touching and tokens[at + 2].kind == "n" and (_is_year(token) or tokens[at + 3].key in DASHES):
        return 3 if tokens[at + 3].key not in DASHES or tokens[at + 4].kind != "n" else 5
    return 1 if _is_year(token) and not _counted_year(tokens, at, words) else 0


def _result(tokens: Tokens, at: int) -> bool:
    """Tells whether two figures between two names are the result of a match: "Everton 1-2 Southampton"."""
    if tokens[at + 1].key not in DASHES or tokens[at + 2].kind != "n" or len(tokens[at].text) > 2:
        return False
    before, behind = tokens[at - 1], tokens[at + 3]
    return (
        before.kind == "w" and behind.kind == "w" and before.text[0].isupper() and behind.text[0].isupper() and not title_case(tokens, at)
    )


def _suffixed(before: Token, following: Token, words: QuantityLexicon) -> bool:
    """Tells whether the letters at a figure make it an ordinal ("9th"), a decade ("1990s") or a model ("2S19")."""
    if following.key in words.grammar["ordinal"] or (following.key == "s" and before.kind != "w"):
        return True
    return following.text[0].isupper() and any(c.isdecimal() for c in following.text)


def _run(tokens: Tokens, at: int) -> int:
    here = at
    while joined(tokens[here], tokens[here + 1]) and here - at < RUN and tokens[here + 1].key not in (",", ".", ";"):
        here += 1
    return here - at + 1


def _counted_year(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    following = tokens[at + 1]
    if following.kind != "w" or following.text[0].isupper() or not is_plural(following.key, words):
        return following.kind in "ws" and (following.key in words.unit_phrases or following.key in words.scales)
    return tokens[at - 1].key not in words.grammar["year-lead"] and not _is_month(tokens, at - 1, words)


def _label(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a figure is the name of the noun before it: Hill 203, Article 12, Leopard 2, day 12."""
    before = tokens[at - 1]
    if at == 0 or before.kind != "w":
        return before.key == "." and tokens[at - 2].key in words.grammar["number-sign"] and joined(tokens[at - 2], before)
    if before.key in words.lists["label"]:
        if before.text[0].islower() and measured_by(tokens[at + 1], words):
            return False
        return before.text[0].isupper() or before.key not in words.grammar["no"]
    if not before.text[0].isupper() or any(before.key in words.lists[use] for use in ("opener", "weekday", "month", "stop")):
        return False
    if before.key in words.lists["model"]:
        return True
    if not before.text.isascii() and (at == 1 or tokens[at - 2].key in SENTENCE_ENDS):
        return False
    known = before.key in words.before or before.key in words.currencies or before.key in words.verbs
    if known or before.key.endswith(words.endings["opener-end"]) or tokens[at - 2].key in words.grammar["place-lead"]:
        return False
    return not (title_case(tokens, at) or "," in tokens[at].text)


def measured_by(token: Token, words: QuantityLexicon) -> bool:
    """Tells whether a token is a unit of length ("a sector 1.5 km by 2 km")."""
    known = words.unit_phrases.get(token.key)
    return known is not None and words.units[known[-1][1]].kind == "length"


def title_case(tokens: Tokens, at: int) -> bool:
    """Tells whether the words around are all capitalised, as in a headline."""
    long = [t for t in tokens[max(0, at - 5) : at + 6] if t.kind == "w" and len(t.text) > 3]
    return len(long) > 3 and sum(t.text[0].isupper() for t in long) >= 0.8 * len(long)


def _named(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether a number word is part of a name or a set phrase: the Big Four, Three Rivers, rule one, no one."""
    token, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if at and token.key in words.numbers and before.kind == "w":
        if before.key in words.grammar["quantifier"]:
            return True
        if before.key in words.lists["label"] and (before.text[0].isupper() or before.key not in words.lists["noun-label"]):
            return True
    if token.key in words.grammar["one"]:
        return _idle_one(tokens, at, words)
    if not token.text[0].isupper() or at == 0 or before.key in SENTENCE_ENDS or title_case(tokens, at):
        return False
    beyond = tokens[at + 2] if following.key in DASHES else following
    if beyond.kind == "w" and beyond.text[0].isupper():
        return True
    counted = following.kind == "w" and following.key not in words.lists["stop"]
    return not counted and before.kind == "w" and (before.text[0].isupper() or before.key in words.grammar["of"])


def _idle_one(tokens: Tokens, at: int, words: QuantityLexicon) -> bool:
    """Tells whether "one" counts nothing: one another, one day, one of the worst, the one."""
    following, behind = tokens[at + 1], tokens[at + 2]
    if following.key == "-":
        return not any(behind.key in known for known in (words.fractions, words.unit_phrases, words.lists["hyphen-noun"]))
    if following.key in words.scales or following.key in words.grammar["and"]:
        return following.key in words.grammar["and"] and tokens[at + 3].key not in words.grammar["split"]
    if following.key in words.grammar["in"]:
        return not (behind.key in words.numbers or behind.kind == "n" or behind.key in words.grammar["every"])
    if following.key in words.grammar["link"]:
        return behind.key not in words.numbers
    if following.key in words.lists["one-idiom"] or following.kind != "w":
        return True
    if following.key.endswith(words.endings["participle-end"]) and following.key not in words.states:
        return behind.key in words.lists["stop"]
    return at > 0 and tokens[at - 1].key in words.grammar["the-one"]


def window(tokens: Tokens, first: int, measure: Measure, words: QuantityLexicon) -> bool:
    """Tells whether a span of time is a point or window in time, an age or a rate, and so measures nothing."""
    before, behind = tokens[first - 1].key if first else "", tokens[measure.last].key
    if behind in words.lists["locator"] or (behind in words.grammar["from"] and tokens[measure.last + 1].key in words.grammar["now"]):
        return True
    if behind in DASHES and joined(tokens[measure.last - 1], tokens[measure.last]):
        return tokens[measure.last + 1].key in words.grammar["old"]
    return not measure.attributive and before in words.lists["window"]


def calibre(tokens: Tokens, number: Number, measure: Measure, words: QuantityLexicon) -> bool:
    """Tells whether millimetres are a calibre."""
    if tokens[measure.last - 1].key not in words.grammar["calibre-unit"]:
        return False
    if tokens[number.first - 1].key == "(" and tokens[number.first - 2].key in words.lists["calibre"]:
        return True
    behind = tokens[measure.last]
    if behind.key == "-":
        behind = tokens[measure.last + 1]
    return behind.key in words.lists["calibre"] or (
        joined(tokens[number.last - 1], tokens[number.last]) and behind.key not in words.grammar["of"]
    )
