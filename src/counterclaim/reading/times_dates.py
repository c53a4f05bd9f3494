"""Values of calendar dates: days, months, years, seasons, quarters, holidays."""

import datetime
from dataclasses import replace
from typing import Any

from counterclaim.reading.times_calendar import Point, easter, eastern_easter, moved, nth_weekday, point_of, shifted, week
from counterclaim.reading.times_rules import MONTHS, Draft, Grammar
from counterclaim.reading.times_scene import Scene, reported_year, tense, told_year
from counterclaim.reading.times_values import Value, mod_of, step_of, timed, with_clock

RECENT = 4
"""Days back that a weekday without a verb beside it may lie; else it is the coming one."""

SEASON_ORDER = ("WI", "SP", "SU", "FA")
LATE_WINTER = 6
"""Before June "the winter" is the one that began last year."""

ROUND = 50
"""Years seldom are multiples of it, counts of things mostly are."""


def date(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A day, month or season, with or without its year; a weekday alone; with a time of day if one stands there."""
    point = written(draft, scene)
    if not point.exists or (point.month is None and point.day is not None):
        return []
    weekday = draft.one("WEEKDAY", draft.one("WEEKDAYSHORT", draft.one("WEEKDAYTAIL")))
    if point == Point() and weekday is not None:
        return _on_weekday(draft, scene, weekday, tense(draft, grammar))
    if point.year is None:
        point = _on_its_weekday(with_year(draft, point, scene, tense(draft, grammar)), weekday)
    return timed(draft, point) if point.exists else []


def _on_its_weekday(point: Point, weekday: int | None) -> Point:
    """Returns a day in the nearest year in which it falls on the weekday that the words name, if one of its neighbours does."""
    if weekday is None or point.year is None or point.day is None or point.bc:
        return point
    years = (replace(point, year=point.year + by) for by in (0, 1, -1))
    return next((p for p in years if p.exists and p.date and p.date.isoweekday() == weekday), point)


def written(draft: Draft, scene: Scene) -> Point:
    """Returns what the words themselves say."""
    day = draft.one("DAY", draft.one("ORDINAL"))
    month = next((m for r in (*MONTHS, "MONTHNUM") if (m := draft.one(r)) is not None), None)
    year = draft.one("YEAR", draft.one("SUREYEAR"))
    bc = _before_christ(draft)
    if year is None and draft.one("NUM") is not None:
        year = draft.one("NUM")
    if year is None and draft.one("YY") is not None:
        year = _century(draft.one("YY"), scene)
    if year is None and "YEARWORD" in draft.roles:
        year, bc = _other_year(draft, scene)
    return Point(year, month, day, bc, next((x for r in ("SEASON", "SURESEASON", "SPRING") if (x := draft.one(r)) is not None), None))


def _before_christ(draft: Draft) -> bool:
    return "BC" in draft.roles or "BCHEAD" in draft.roles


def _century(short: int, scene: Scene) -> int:
    """Returns the full year of a two-digit one: in the century last told, else the latest that is not long after publication."""
    if scene.narrative and scene.told.year is not None and not scene.told.bc:
        return scene.told.year // 100 * 100 + short
    last = scene.published.year if scene.published else 2050
    year = last // 100 * 100 + short
    return year if year <= last + 10 else year - 100


def _other_year(draft: Draft, scene: Scene) -> tuple[int | None, bool]:
    """Returns the year of "that year", "the following year", "last year"."""
    step = step_of(draft)
    anchor = scene.there(draft.start, "Y") if {"THAT", "FOLLOWING", "SAME"} & draft.roles.keys() else scene.here()
    point = shifted(Point(anchor.year, bc=anchor.bc), "Y", step)
    return (None, False) if point is None else (point.year, point.bc)


def with_year(draft: Draft, point: Point, scene: Scene, tense_: int) -> Point:
    """Returns a point whose year the words leave out in the year that the anchors give."""
    if scene.narrative:
        step = step_of(draft)
        found = told_year(point, scene, draft.start) if not point.season else _season_year(point, scene.told, 0)
        return found if found.year is None or not step or point.month is None else replace(found, year=_stepped(found, scene.told, step))
    here = scene.here()
    if here.year is None:
        return point
    if point.season:
        return _season_by_tense(point, here, step_of(draft), tense_, "THIS" in draft.roles)
    if "THIS" in draft.roles:
        return replace(point, year=here.year)
    if "LAST" in draft.roles or "NEXT" in draft.roles or "FOLLOWING" in draft.roles:
        return replace(point, year=_stepped(replace(point, year=here.year), here, step_of(draft)))
    return reported_year(point, scene, draft.start, tense_)


def _stepped(point: Point, anchor: Point, step: int) -> int | None:
    """Returns the year of the next (1) or last (-1) such month, seen from the anchor."""
    if point.year is None or anchor.year is None or point.month is None or anchor.month is None:
        return point.year
    if step < 0:
        return anchor.year - (point.month >= anchor.month)
    return anchor.year + (point.month <= anchor.month) if step > 0 else anchor.year


def _season_year(point: Point, here: Point, step: int) -> Point:
    if here.year is None:
        return point
    year = here.year
    if step and here.month is not None:
        now, wanted = (here.month % 12) // 3, SEASON_ORDER.index(point.season or "WI")
        if step < 0:
            year -= now <= wanted
        else:
            year += now >= wanted
    return replace(point, year=year, bc=here.bc)


def _season_by_tense(point: Point, here: Point, step: int, tense_: int, this: bool) -> Point:
    """Returns a season of the news in its year; "the winter" before June is the one that began last year."""
    found = _season_year(point, here, step)
    if step or this or here.month is None or here.year is None:
        return found
    now, wanted = (here.month % 12) // 3, SEASON_ORDER.index(point.season or "WI")
    if point.season == "WI":
        return replace(found, year=here.year - (here.month < LATE_WINTER and tense_ <= 0))
    return replace(found, year=here.year - (wanted > now and tense_ < 0) + (wanted < now and tense_ > 0))


def _on_weekday(draft: Draft, scene: Scene, weekday: int, tense_: int) -> list[Value]:
    told = scene.narrative or "FOLLOWING" in draft.roles or "SAME" in draft.roles
    here = (scene.there(draft.start) if told else scene.here()).date
    if here is None:
        return [with_clock(draft, f"XXXX-WXX-{weekday}", None)]
    back = (here.isoweekday() - weekday) % 7
    if "LAST" in draft.roles or draft.one("FOLLOWING", 1) < 0:
        days = -(back or 7)
    elif "NEXT" in draft.roles or "FOLLOWING" in draft.roles or scene.narrative:
        days = 7 - back if back or not scene.narrative else 0
    else:
        coming = tense_ > 0 or (tense_ == 0 and "THIS" not in draft.roles and back > RECENT)
        days = (7 - back) % 7 if coming else -back
    day = moved(here, days)
    return [] if day is None else timed(draft, point_of(day))


def days(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Several days of one month: "8 and 10 May", "April 3 to 9", "5, 6 and 9 June"."""
    numbers, places = draft.roles["DAY"], draft.places["DAY"]
    last = replace(written(draft, scene), day=numbers[-1])
    if not last.exists:
        return []
    if last.year is None:
        last = with_year(draft, last, scene, tense(draft, grammar))
    starts, stops = [draft.first, *places[1:]], [*(p + 1 for p in places[:-1]), draft.stop]
    found = []
    for number, start, stop in zip(numbers, starts, stops, strict=True):
        point = replace(last, day=number)
        if number <= numbers[-1]:
            found.append(Value("DATE", point.value, told=point, tokens=(start, stop)))
    return found


def dayonly(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A day of the month last told, else of the month of writing: "on the 13th"."""
    anchor = scene.there(draft.start, "M")
    if anchor.year is None or anchor.month is None:
        return []
    point = Point(anchor.year, anchor.month, draft.one("DAY"), anchor.bc)
    return timed(draft, point) if point.exists else []


def dotted(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A date in figures: 09.05.2023."""
    day, month, year = (int(p) for p in draft.block.words[draft.first].split("."))
    point = Point(year if year > 99 else _century(year, scene), month, day)
    return timed(draft, point) if point.exists else []


def slashed(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Day and month in the order that is possible and nearest to publication, else the American one."""
    first, second = draft.roles["DAY"][:2]
    year = draft.one("YEAR") or _century(draft.one("YY"), scene)
    choices = [p for p in (Point(year, first, second), Point(year, second, first)) if p.exists]
    here = scene.published
    if here is not None:
        choices.sort(key=lambda p: abs(((p.date or here) - here).days))
    return timed(draft, choices[0]) if choices else []


def year(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A year alone, unless it counts something: a round number before a plural, or part of a longer figure."""
    number, block, at = draft.one("SUREYEAR", draft.one("YEAR")), draft.block, draft.first
    if at and block.words[at - 1] in "/:#" and block.ends[at - 1] == block.starts[at]:
        return []
    if draft.stop < len(block.codes) and block.codes[draft.stop] in grammar.roles["PLURAL"]:
        led = at and block.codes[at - 1] in grammar.roles["PREPOSITION"] | grammar.roles["DETERMINER"]
        if draft.stop == at + 1 and (not led or number % ROUND == 0):
            return []
    cited = at and block.words[at - 1] == "(" and block.words[draft.stop : draft.stop + 1] == [")"]
    return [Value("DATE", f"{number:04}", mod_of(draft), told=None if cited else Point(number))]


def shortyear(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A year of two digits behind an apostrophe that touches it."""
    place = draft.places["YY"][0]
    if draft.block.ends[place - 1] != draft.block.starts[place]:
        return []
    return [Value("DATE", f"{_century(draft.one('YY'), scene):04}", mod_of(draft))]


def years(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Two years: "1939-45", "2014 and 2016"."""
    first = draft.roles["YEAR"][0]
    second = draft.roles["YEAR"][1] if len(draft.roles["YEAR"]) > 1 else first // 100 * 100 + draft.roles["YY"][0]
    if not 1000 <= first < second <= 2199:
        return []
    place = draft.places["YEAR"][0]
    return [
        Value("DATE", f"{first:04}", told=Point(first), tokens=(place, place + 1)),
        Value("DATE", f"{second:04}", tokens=(draft.stop - 1, draft.stop)),
    ]


def bcyears(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Two years before Christ, the mark behind the second: "499 to 493 BC"."""
    (first, second), (left, right) = draft.roles["NUM"][:2], draft.places["NUM"][:2]
    points = [Point(number, bc=True) for number in (first, second)]
    if not isinstance(first, int) or not isinstance(second, int) or not 9999 >= first > second >= 1:
        return []
    return [
        Value("DATE", points[0].value, told=points[0], tokens=(left, left + 1)),
        Value("DATE", points[1].value, tokens=(right, draft.stop)),
    ]


def decade(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Ten years: "the 1950s", "the '30s"; a year with an apostrophe ("1965's") is that year."""
    year = draft.one("YEAR")
    if year is None:
        short = draft.one("YY", (draft.one("TENSES") or 0) * 10)
        year = _century(short, scene)
    if year % 10:
        place = draft.places.get("YEAR", [0])[0]
        return (
            [Value("DATE", f"{year:04}", told=Point(year), tokens=(place, place + 1))]
            if "APOS" in draft.roles and "YEAR" in draft.roles
            else []
        )
    bc = _before_christ(draft)
    return [Value("DATE", ("BC" if bc else "") + f"{year // 10:03}", mod_of(draft))]


def century_of(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A hundred years: "the 17th century"."""
    number = draft.one("DAY", (draft.one("TENS") or 0) + (draft.one("ORDINAL") or 0))
    if not 1 <= number <= 30:
        return []
    bc = _before_christ(draft)
    return [Value("DATE", f"{'BC' if bc else ''}{number - 1:02}", mod_of(draft))]


def quarter(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Three months of a year: "the third quarter", "the last quarter", Q3 2022."""
    year, here = written(draft, scene).year, scene.here()
    number = next((n for r in ("QUARTERNAME", "ORDINAL", "DAY") if (n := draft.one(r)) is not None), None)
    now = None if here.year is None or here.month is None else here.year * 4 + (here.month - 1) // 3
    if number is None and "FINAL" in draft.roles and year is not None:
        number = 4
    if number is None and now is not None:
        year, number = divmod(now + step_of(draft) - ("FINAL" in draft.roles), 4)
        number += 1
    if number is None or not 1 <= number <= 4:
        return []
    if year is None and now is not None:
        year = _quarter_year(number, now, tense(draft, grammar))
    return [Value("DATE", f"{'XXXX' if year is None else f'{year:04}'}-Q{number}", mod_of(draft), told=Point(year, 3 * number))]


def _quarter_year(number: int, now: int, tense_: int) -> int:
    """Returns the year of a quarter without one: by tense, else the nearer."""
    year, current = divmod(now, 4)
    ahead = (number - 1 - current) % 4
    coming = tense_ > 0 or (tense_ == 0 and ahead == 1)
    return year + (number - 1 < current and coming) - (number - 1 > current and not coming)


def half(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Half a year: "the second half of 2022"."""
    year = written(draft, scene).year
    number = next((n for r in ("HALFNAME", "ORDINAL", "WHICHHALF") if (n := draft.one(r)) is not None), 0)
    if number not in (1, 2):
        return []
    return [Value("DATE", f"{'XXXX' if year is None else f'{year:04}'}-H{number}", told=Point(year))]


def fiscal(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A fiscal year."""
    return [Value("DATE", f"FY{draft.one('YEAR'):04}")]


def weekof(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The n-th week of a month: that of its n-th seventh day."""
    month = draft.one("MONTH", draft.one("MONTHSHORT"))
    point = Point(draft.one("YEAR"), month)
    if point.year is None:
        point = with_year(draft, point, scene, tense(draft, grammar))
    number = draft.one("ORDINAL", 4)
    if point.year is None or point.bc or not 1 <= number <= 5:
        return [Value("DATE", "XXXX-WXX")]
    start = replace(point, day=1).date
    day = None if start is None else moved(start, 7 * number - 4 if number < 5 else 28)
    return [] if day is None else [Value("DATE", week(day), told=point)]


def week_number(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """An ISO week: 2023-W19."""
    number = draft.one("NUM")
    return [Value("DATE", f"{draft.one('YEAR'):04}-W{number:02}")] if 1 <= number <= 53 else []


def name(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Words that only look like a time: "The Sunday Times"."""
    return []


def _easter_of(give: dict[str, Any], year: int | None) -> datetime.date | None:
    """Returns the Easter Sunday of a year that a feast is counted from, None for feasts that are not."""
    if year is None or not 1583 <= year <= 9998:
        return None
    return easter(year) if "easter" in give else eastern_easter(year) if "eastern_easter" in give else None


def holiday(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A day with a name, by its date or its distance from Easter."""
    give = draft.rule.give
    year = give.get("year", draft.one("YEAR"))
    if year is None and "YEARWORD" in draft.roles:
        year = _other_year(draft, scene)[0]
    day = _easter_of(give, year or scene.here().year)
    if "nth" in give and scene.here().year is not None:
        year = year or scene.here().year
        return timed(draft, point_of(nth_weekday(year or 2000, give["month"], give["weekday"], give["nth"])))
    if day is not None:
        day = moved(day, give.get("easter", give.get("eastern_easter", 0)))
        point = Point() if day is None else point_of(day)
    else:
        point = Point(year, give.get("month"), give.get("day"))
        if point.year is None:
            point = with_year(draft, point, scene, tense(draft, grammar))
    return timed(draft, point) if point.month is not None and point.exists else []
