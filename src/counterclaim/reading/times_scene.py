"""What a time is anchored on: the publication day, the last date told, the tense of the words around, and the way the text tells."""

import datetime
import re
from dataclasses import dataclass, replace

from counterclaim.reading.times_calendar import Point, parsed_day, point_of
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_tokens import Block

NEAR = 700
"""Characters within which "the next day" looks for a date that was told before."""

SENTENCE = 40
"""Tokens on either side in which a verb's tense is sought."""

AHEAD_MONTHS = 2
AHEAD_DAYS = 45
"""How far ahead a date without a year may lie when no verb says that it is to come."""

_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_OLD = 2


@dataclass(slots=True)
class Scene:
    """The anchors while one text is read from left to right.

    `published` is the text's own day; `moment` it as given; `since` the first day of a war whose days are counted; `told` the last
    date told and `told_at` where; `narrative` anchors on `told` only, as histories do.
    """

    published: datetime.date | None
    moment: str | None
    since: datetime.date | None
    narrative: bool
    told: Point = Point()
    told_at: int = -1

    def tell(self, point: Point, at: int) -> None:
        """Remembers a date told; a coarser one keeps what it shares with the last."""
        if point.year is None:
            return
        self.told, self.told_at = point, at

    def here(self) -> Point:
        """Returns the point that "this", "last" and "next" start from: the publication day, in histories the last date told."""
        if self.narrative or self.published is None:
            return self.told
        return point_of(self.published)

    def there(self, at: int, unit: str = "D") -> Point:
        """Returns the point that "the next" and "later" start from: the last date told if it is near and fine enough, else `here`."""
        fine = self.told.day is not None if unit in ("D", "W") else self.told.month is not None if unit == "M" else True
        if self.narrative or (self.told.year is not None and fine and at - self.told_at <= NEAR):
            return self.told
        return self.here()


def scene(text: str, published: str | None, since: str | None) -> Scene:
    """Returns the anchors at the beginning of a text.

    A text that speaks of at least four years and mostly of years long before its publication is a history. Without a publication
    day, a date alone in one of the first lines (a dateline) is taken for it.
    """
    day = parsed_day(published)
    years = [int(y) for y in _YEAR.findall(text[:60_000])]
    written = day.year if day else 9999
    old = sum(year <= written - _OLD for year in years)
    narrative = old >= 4 and old >= 0.6 * len(years) and old * 1500 >= min(len(text), 60_000)
    return Scene(day, published if day else None, parsed_day(since), narrative)


def tense(draft: Draft, grammar: Grammar) -> int:
    """Returns -1 for a past, 1 for a future and 0 for no tense: that of the nearest verb before in the sentence, else after."""
    lexicon, block = grammar.lexicon, draft.block
    future, past = grammar.roles["FUTUREVERB"], grammar.roles["PASTVERB"] | grammar.roles["EDWORD"]
    del lexicon
    for places in (
        range(draft.first - 1, max(-1, draft.first - SENTENCE), -1),
        range(draft.stop, min(len(block.codes), draft.stop + SENTENCE)),
    ):
        for place in places:
            if ends_sentence(block, place):
                break
            code = block.codes[place]
            if code in future:
                return 1
            if code in past:
                return -1
    return 0


def ends_sentence(block: Block, place: int) -> bool:
    """Tells whether a token ends a sentence: a line's end, a question mark, or a full stop after a word and before a blank."""
    word = block.words[place]
    if word in "!?\n":
        return True
    if word != "." or place == 0 or len(block.words[place - 1]) < 3:
        return False
    return place + 1 == len(block.words) or block.starts[place + 1] > block.ends[place]


def nearest_year(point: Point, here: Point, tense_: int) -> Point:
    """Returns a point without a year in the year that puts it nearest to `here`, by tense; unchanged when that is not known."""
    if here.year is None:
        return point
    if here.month is None or point.month is None:
        return replace(point, year=here.year, bc=here.bc)
    ahead = (point.month - here.month) % 12
    if point.day is not None and here.day is not None:
        days = (ahead * 30 + point.day - here.day) % 365
        later = days <= (330 if tense_ > 0 else AHEAD_DAYS)
        if days == 0:
            return replace(point, year=here.year, bc=here.bc)
        year = here.year + ((point.month, point.day) < (here.month, here.day)) - (not later)
        return replace(point, year=year, bc=here.bc)
    later = ahead <= (10 if tense_ > 0 else AHEAD_MONTHS)
    year = here.year + (point.month < here.month) - (not later)
    return replace(point, year=year, bc=here.bc)


def told_year(point: Point, told: Point) -> Point:
    """Returns a point without a year in the year last told; over a turn of the year the next."""
    if told.year is None:
        return point
    turn = told.month is not None and point.month is not None and told.month >= 10 and point.month <= 3 and not told.bc
    return replace(point, year=told.year + turn, bc=told.bc)
