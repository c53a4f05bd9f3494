"""What a time is anchored on: the publication day, the last date told, the tense of the words around, and the way the text tells."""

import datetime
from dataclasses import dataclass, field, replace

from counterclaim.reading.times_calendar import Point, parsed_day, point_of
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_tokens import Block

NEAR = 1500
"""Characters within which "the next day" looks for a date that was told before."""

SENTENCE = 40
"""Tokens on either side in which a verb's tense is sought."""

VERB_GROUP = 3
"""Tokens before a participle that may hold its auxiliary ("will not be held")."""

AHEAD_MONTHS = 3
AHEAD_DAYS = 75
"""How far ahead a date without a year may lie when no verb says that it is to come."""

FAR_MONTHS = 9
FAR_DAYS = 270
"""How far ahead it may lie when one does."""

ONWARD = 1
"""Months by which a history goes on without naming a year."""

LEAP = 8
"""A bare year so much later than the last is a remark ("papers released in 2005") until a second one confirms it."""

OLD = 2
OLD_TIMES = 4
DATELINE = 400
LEAD = 600
AROUND = 10
"""Days: a full date so near to publication shows that the text tells of its own days."""

PRESENT = ("deictic", "period", "thispart", "lastpart", "span")
"""Kinds of times that start from the day of writing."""


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
    told: Point = field(default_factory=Point)
    told_at: int = -1
    fine: Point = field(default_factory=Point)
    fine_at: int = -1
    doubtful: int | None = None

    def tell(self, point: Point, at: int) -> None:
        """Remembers a date told. A bare year keeps month and day when it is the same year."""
        if point.year is None:
            return
        last = self.told
        if point.month is None and not point.season:
            if (last.year, last.bc) == (point.year, point.bc):
                self.told_at = at
                return
            leap = last.year is not None and not last.bc and not point.bc and point.year > last.year + LEAP
            if leap and last.month is not None and (self.doubtful is None or abs(self.doubtful - (point.year or 0)) > LEAP):
                self.doubtful = point.year
                return
        self.doubtful = None
        self.told, self.told_at = point, at
        if point.month is not None:
            self.fine, self.fine_at = point, at

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


def scene(drafts: list[Draft], published: str | None, since: str | None) -> Scene:
    """Returns the anchors at the beginning of a text.

    A text that speaks of at least four years long before its publication, of little that starts from its own day (yesterday, this
    week, on Friday), and of nothing of the kind where it opens, is a history. Without a publication day, a full date in one of the
    first lines (a dateline) is taken for it.
    """
    day, moment = parsed_day(published), published
    if day is None:
        day = next((d for draft in drafts if draft.start < DATELINE and (d := _dateline(draft)) is not None), None)
        moment = None if day is None else day.isoformat()
    years = [(y, "BCHEAD" in d.roles or "BC" in d.roles) for d in drafts if (y := d.one("YEAR", d.one("SUREYEAR"))) is not None]
    bc = sum("BC" in d.roles or "BCHEAD" in d.roles for d in drafts)
    written = day.year if day else max((y for y, _ in years), default=0)
    old = bc + sum(year <= written - OLD for year, _ in years)
    present = [d.start for d in drafts if d.rule.kind in PRESENT or (d.rule.kind == "date" and _own_day(d, day))]
    news = bool(present) and present[0] < LEAD
    narrative = old >= OLD_TIMES and 2 * old >= len(years) and old >= 3 * len(present) and not news
    return Scene(day, moment, parsed_day(since), narrative)


def _own_day(draft: Draft, published: datetime.date | None) -> bool:
    """Tells whether a date is a weekday alone or a day of the weeks around publication."""
    if not draft.roles.keys() & {"MONTH", "MONTHSHORT", "SUREMONTH", "MONTHNUM", "SEASON", "SURESEASON"}:
        return "WEEKDAY" in draft.roles
    point = _full(draft)
    return published is not None and point is not None and abs((published - point).days) <= AROUND


def _full(draft: Draft) -> datetime.date | None:
    point = Point(draft.one("YEAR"), draft.one("MONTH", draft.one("MONTHSHORT", draft.one("MONTHNUM"))), draft.one("DAY"))
    return point.date if point.exists else None


def _dateline(draft: Draft) -> datetime.date | None:
    """Returns the full date that stands alone on its line."""
    if draft.rule.kind != "date" or len(draft.roles.get("YEAR", ())) != 1:
        return None
    words = draft.block.words
    alone = (draft.first == 0 or words[draft.first - 1] == "\n") and (draft.stop == len(words) or words[draft.stop] == "\n")
    return _full(draft) if alone else None


def tense(draft: Draft, grammar: Grammar) -> int:
    """Returns -1 for a past, 1 for a future and 0 for no tense: that of the nearest verb before in the sentence, else after.

    An infinitive counts where the sentence has no other verb before ("Envoy to visit on Monday"); behind a past form it leaves open
    which of the two the date belongs to ("agreed to meet on Monday").
    """
    codes = draft.block.codes
    before = range(draft.first - 1, max(-1, draft.first - SENTENCE), -1)
    found, infinitive = _first_verb(draft.block, before, grammar)
    if infinitive:
        return 0 if found < 0 else 1
    if found:
        return found
    return _first_verb(draft.block, range(draft.stop, min(len(codes), draft.stop + SENTENCE)), grammar)[0]


def _first_verb(block: Block, places: range, grammar: Grammar) -> tuple[int, bool]:
    """Returns the tense of the first verb within a sentence, and whether an infinitive came before it."""
    future, past = grammar.roles["FUTUREVERB"], grammar.roles["PASTWORD"]
    to, lower = grammar.roles["INFINITIVE"], grammar.roles["LOWER"]
    infinitive, last = False, " "
    codes, enders = block.codes, grammar.roles["ENDER"]
    for place in places:
        code = codes[place]
        if code in enders and ends_sentence(block, place):
            break
        if code in future:
            return 1, infinitive
        if code in past:
            return (1 if any(c in future for c in codes[max(0, place - VERB_GROUP) : place]) else -1), infinitive
        infinitive = infinitive or (code in to and last in lower)
        last = code
    return 0, infinitive


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
    before = (point.month, point.day or here.day or 1) < (here.month, here.day or 1)
    ahead = (point.month - here.month) % 12
    if point.day is not None and here.day is not None:
        ahead_days = (ahead * 30 + point.day - here.day) % 365
        later = ahead_days <= (FAR_DAYS if tense_ > 0 else AHEAD_DAYS)
    else:
        later = ahead <= (FAR_MONTHS if tense_ > 0 else AHEAD_MONTHS)
    return replace(point, year=here.year + before - (not later), bc=here.bc)


def told_year(point: Point, scene_: Scene, at: int) -> Point:
    """Returns a point without a year as a history means it.

    It goes on from the last day or month told nearby, over the turn of a year too; else it is in the year last told.
    """
    told, fine = scene_.told, scene_.fine
    if fine.year is not None and fine.month is not None and point.month is not None and not fine.bc and at - scene_.fine_at <= NEAR:
        ahead = (point.month - fine.month) % 12
        if ahead <= ONWARD:
            return replace(point, year=fine.year + (point.month < fine.month))
    return point if told.year is None else replace(point, year=told.year, bc=told.bc)
