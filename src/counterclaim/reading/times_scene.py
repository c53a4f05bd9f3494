"""What a time is anchored on: the publication day, the last date told, the tense of the words around, and the way the text tells."""

import datetime
from dataclasses import dataclass, field, replace

from counterclaim.reading.times_calendar import Point, parsed_day, point_of
from counterclaim.reading.times_rules import MONTHS, Draft, Grammar
from counterclaim.reading.times_tokens import Block

NEAR = 1500
"""Characters within which "the next day" looks for a date that was told before."""

SENTENCE = 40
"""Tokens on either side in which a verb's tense is sought."""

VERB_GROUP = 3
"""Tokens beside a past form that may hold the rest of its verb group ("will not be held")."""

AHEAD = {1: (9, 270), 0: (3, 75), -1: (2, 45), -2: (0, 0)}
"""By tense, how many months and days ahead a date without a year may lie; else it is past."""

ONWARD = 1
"""Months by which a history goes on without naming a year."""

RECENT_MONTHS = 2
"""Months around publication that the news tell of without a year, whatever was told before."""

LEAP = 8
"""A bare year so much later than the last is a remark ("papers released in 2005") until a second one confirms it."""

OLD = 2
OLD_TIMES = 4
OLD_BOOK = 40
MANY_DAYS = 10
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
    date told and `told_at` where, `fine` the last with a month; `coming` a day named right behind a time of day; `narrative` anchors on
    `told` only, as histories do.
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
    coming: Point | None = None

    def tell(self, point: Point, at: int) -> None:
        """Remembers a date told. A bare year keeps month and day when it is the same year."""
        if point.year is None:
            return
        last = self.told
        if point.month is None and not point.season:
            if (last.year, last.bc) == (point.year, point.bc):
                self.told_at = at
                return
            leap = last.year is not None and not last.bc and not point.bc and abs(point.year - last.year) > LEAP
            if leap and last.month is not None and not (self.doubtful is not None and 0 < abs(self.doubtful - point.year) <= LEAP):
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
        for point, told_at in ((self.told, self.told_at), (self.fine, self.fine_at)):
            fine = point.day is not None if unit in ("D", "W") else point.month is not None if unit == "M" else True
            if point.year is not None and fine and at - told_at <= NEAR:
                return point
        return self.here()


def scene(drafts: list[Draft], published: str | None, since: str | None) -> Scene:
    """Returns the anchors at the beginning of a text.

    Without a publication day, a full date in one of the first lines (a dateline) is taken for it.
    """
    day, moment = parsed_day(published), published
    if day is None:
        day = next((d for draft in drafts if draft.start < DATELINE and (d := _dateline(draft)) is not None), None)
        moment = None if day is None else day.isoformat()
    return Scene(day, moment, parsed_day(since), _is_history(drafts, day))


def _is_history(drafts: list[Draft], published: datetime.date | None) -> bool:
    """Tells whether a text tells of times gone by.

    It speaks of several years long before its publication and of their months, or of many days without a year, of little that starts
    from its own day (yesterday, this week, on Friday), and of nothing of the kind where it opens.
    """
    present = [d.start for d in drafts if d.rule.kind in PRESENT or (d.rule.kind == "date" and _own_day(d, published))]
    if present and present[0] < LEAD:
        return False
    years = [y for d in drafts if (y := d.one("YEAR", d.one("SUREYEAR"))) is not None]
    written = published.year if published else max(years, default=0)
    bc = sum("BC" in d.roles or "BCHEAD" in d.roles for d in drafts)
    old = bc + sum(year <= written - OLD for year in years)
    months = sum(not d.roles.keys().isdisjoint(MONTHS) for d in drafts)
    told = bc >= OLD_TIMES or 4 * months >= len(years) or len(years) >= OLD_BOOK
    if old >= OLD_TIMES and told and 2 * old >= len(years) and old >= 3 * len(present):
        return True
    days = sum("DAY" in d.roles and "YEAR" not in d.roles for d in drafts)
    return bool(years) and days >= MANY_DAYS and days >= 4 * len(present)


def _own_day(draft: Draft, published: datetime.date | None) -> bool:
    """Tells whether a date is a weekday alone or a day of the weeks around publication."""
    if not draft.roles.keys() & {*MONTHS, "MONTHNUM", "SEASON", "SURESEASON"}:
        return "WEEKDAY" in draft.roles
    point = _full(draft)
    return published is not None and point is not None and abs((published - point).days) <= AROUND


def _full(draft: Draft) -> datetime.date | None:
    point = Point(draft.one("YEAR"), draft.one("MONTH", draft.one("MONTHSHORT", draft.one("MONTHNUM"))), draft.one("DAY"))
    return point.date if point.exists else None


def in_passing(draft: Draft, scene_: Scene, grammar: Grammar) -> bool:
    """Tells whether a date in a history only says which thing is meant ("the August 1792 uprising"), so that nothing starts from it."""
    codes = draft.block.codes
    if draft.first == 0 or draft.stop >= len(codes) or not scene_.narrative or scene_.told.year is None:
        return False
    noun = codes[draft.stop] in grammar.roles["WORD"] and codes[draft.stop] not in grammar.roles["FUNCTION"]
    return noun and codes[draft.first - 1] in grammar.roles["DETERMINER"]


def _dateline(draft: Draft) -> datetime.date | None:
    """Returns the full date that stands alone on its line."""
    if draft.rule.kind != "date" or len(draft.roles.get("YEAR", ())) != 1:
        return None
    words = draft.block.words
    alone = (draft.first == 0 or words[draft.first - 1] == "\n") and (draft.stop == len(words) or words[draft.stop] == "\n")
    return _full(draft) if alone else None


def tense(draft: Draft, grammar: Grammar) -> int:
    """Returns -1 for a past, 1 for a future and 0 for no tense: that of the nearest verb before in the sentence, else after.

    -2 is a past form behind a date that opens its sentence, where no verb of saying can come between.

    An infinitive counts where the sentence has no other verb before ("Envoy to visit on Monday"); behind a past form it leaves open
    which of the two the date belongs to ("agreed to meet on Monday").
    """
    codes = draft.block.codes
    before = range(draft.first - 1, max(-1, draft.first - SENTENCE), -1)
    found, infinitive = _first_verb(draft.block, before, grammar)
    limit = draft.first > 0 and codes[draft.first - 1] in grammar.roles["LIMIT"]
    if infinitive or limit:
        return 0 if found < 0 else 1 if infinitive else found
    if found:
        return found
    behind = _first_verb(draft.block, range(draft.stop, min(len(codes), draft.stop + SENTENCE)), grammar)[0]
    return 2 * behind if behind < 0 else behind


def will_be(draft: Draft, grammar: Grammar) -> bool:
    """Tells whether the nearest verb before in the sentence says that something is to come."""
    return _first_verb(draft.block, range(draft.first - 1, max(-1, draft.first - SENTENCE), -1), grammar)[0] > 0


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
            return (1 if _to_come(codes, place, grammar) else -1), infinitive
        infinitive = infinitive or (code in to and last in lower)
        last = code
    return 0, infinitive


def _to_come(codes: str, place: int, grammar: Grammar) -> bool:
    """Tells whether the verb group around a past form speaks of what is to come: "will be held", "has been scheduled"."""
    modal, future = grammar.roles["MODAL"], grammar.roles["FUTUREVERB"]
    if any(code in modal for code in codes[max(0, place - VERB_GROUP) : place]):
        return True
    return codes[place] in grammar.roles["AUXILIARY"] and any(code in future for code in codes[place + 1 : place + 1 + VERB_GROUP])


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
    months, days = AHEAD[tense_]
    exact = point.day is not None and here.day is not None
    later = (ahead * 30 + (point.day or 0) - (here.day or 0)) % 365 <= days if exact else ahead <= months
    return replace(point, year=here.year + before - (not later), bc=here.bc)


def told_year(point: Point, scene_: Scene, at: int) -> Point:
    """Returns a point without a year as a history means it.

    It goes on from the last day or month told nearby, over the turn of a year too; else it is in the year last told. It is never
    later than the publication.
    """
    found = onward(point, scene_, at)
    told, published = scene_.told, scene_.published
    if found is None:
        if told.year is None:
            return point if published is None else nearest_year(point, point_of(published), -2)
        found = replace(point, year=told.year, bc=told.bc)
    if published is not None and not found.bc and found.year is not None and found.month is not None:
        after = (found.year, found.month, found.day or 1) > (published.year, published.month, published.day)
        return replace(found, year=found.year - 1) if after else found
    return found


def onward(point: Point, scene_: Scene, at: int) -> Point | None:
    """Returns a month or day without a year as going on from the last one told nearby, None where it does not."""
    fine = scene_.fine
    if fine.year is None or fine.month is None or point.month is None or fine.bc or at - scene_.fine_at > NEAR:
        return None
    ahead = (point.month - fine.month) % 12
    return replace(point, year=fine.year + (point.month < fine.month)) if ahead <= ONWARD else None


def reported_year(point: Point, scene_: Scene, at: int, tense_: int) -> Point:
    """Returns a point without a year as the news mean it: nearest to publication, by tense.

    Far from publication it goes on from a month told nearby ("It fell in August 2016. On the 19 August ...").
    """
    here = scene_.here()
    found = nearest_year(point, here, tense_)
    told = onward(point, scene_, at) if tense_ <= 0 else None
    if told is None or told == found or found.year is None or here.year is None or (told.year or 0) >= here.year:
        return found
    months = abs((found.year - here.year) * 12 + (found.month or 1) - (here.month or 1))
    return told if months > RECENT_MONTHS else found
