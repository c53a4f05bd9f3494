"""Gives a candidate its TIMEX3 value: one small function for each kind of rule."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.reading.times_calendar import (
    NO_INTERVAL,
    Interval,
    Point,
    easter,
    ending,
    moved,
    point_of,
    shifted,
    week,
)
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_scene import Scene, nearest_year, tense, told_year

MODS = ("EARLY", "EDGE", "MID")
_UNTOLD = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value; `interval` where the value itself does not tell it; `told` what later times may start from."""

    type: str
    value: str
    mod: str | None = None
    interval: Interval | None = None
    told: Point | None = None
    tokens: tuple[int, int] | None = None


Kind = Callable[[Draft, Scene, Grammar], list[Value]]


def resolved(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Returns the values of a candidate: none where it is no time, two where it holds two ("8 and 10 May")."""
    return KINDS[draft.rule.kind](draft, scene, grammar)


def mod_of(draft: Draft) -> str | None:
    """Returns the modifier that the words of a candidate name."""
    for role in ("MOD", "MID", "EDGE", "EARLY"):
        if (mod := draft.one(role)) is not None:
            return str(mod)
    words = [w.lower() for w in draft.block.words[draft.first : draft.first + 4]]
    for start, mod in _COMPARED:
        if words[: len(start)] == list(start):
            return mod
    hedge = next((draft.one(r) for r in ("OVER", "UNDER", "ABOUT") if draft.one(r)), None)
    return None if hedge is None else str(hedge)


_COMPARED = (
    (("more", "than"), "MORE_THAN"),
    (("at", "least"), "EQUAL_OR_MORE"),
    (("no", "less", "than"), "EQUAL_OR_MORE"),
    (("not", "less", "than"), "EQUAL_OR_MORE"),
    (("less", "than"), "LESS_THAN"),
    (("fewer", "than"), "LESS_THAN"),
    (("no", "more", "than"), "EQUAL_OR_LESS"),
    (("up", "to"), "EQUAL_OR_LESS"),
)


# ---- dates


def _date(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    point = _written(draft, scene)
    if not point.exists or (point.month is None and point.day is not None):
        return []
    weekday = draft.one("WEEKDAY", draft.one("WEEKDAYSHORT"))
    if point == Point() and weekday is not None:
        return _on_weekday(draft, scene, weekday, tense(draft, grammar))
    if point.year is None:
        point = _with_year(draft, point, scene, tense(draft, grammar))
    return _timed(draft, point) if point.exists else []


def _written(draft: Draft, scene: Scene) -> Point:
    """Returns what the words themselves say."""
    day = draft.one("DAY", draft.one("ORDINAL"))
    month = next((m for r in ("MONTH", "MONTHSHORT", "SUREMONTH", "MONTHNUM") if (m := draft.one(r)) is not None), None)
    year = draft.one("YEAR", draft.one("SUREYEAR"))
    bc = "BC" in draft.roles or _has(draft, "b") and _has(draft, "c")
    if year is None and draft.one("NUM") is not None:
        year = draft.one("NUM")
    if year is None and draft.one("YY") is not None:
        year = _century(draft.one("YY"), scene)
    if year is None and _has(draft, "year"):
        year, bc = _other_year(draft, scene)
    return Point(year, month, day, bc, draft.one("SEASON", draft.one("SURESEASON")))


def _has(draft: Draft, word: str) -> bool:
    return any(w.lower() == word for w in draft.block.words[draft.first : draft.stop])


def _century(short: int, scene: Scene) -> int:
    """Returns the full year of a two-digit one: in the century last told, else the latest that is not long after publication."""
    if scene.narrative and scene.told.year is not None and not scene.told.bc:
        return scene.told.year // 100 * 100 + short
    last = scene.published.year if scene.published else 2050
    year = last // 100 * 100 + short
    return year if year <= last + 10 else year - 100


def _other_year(draft: Draft, scene: Scene) -> tuple[int | None, bool]:
    """Returns the year of "that year", "the following year", "last year"."""
    step = _step(draft)
    anchor = scene.there(draft.start, "Y") if _has(draft, "that") or "FOLLOWING" in draft.roles or "SAME" in draft.roles else scene.here()
    point = shifted(Point(anchor.year, bc=anchor.bc), "Y", step)
    return (None, False) if point is None else (point.year, point.bc)


def _step(draft: Draft) -> int:
    return int(next((draft.one(r) for r in ("THIS", "LAST", "NEXT", "SAME", "FOLLOWING") if draft.one(r) is not None), 0))


def _with_year(draft: Draft, point: Point, scene: Scene, tense_: int) -> Point:
    if scene.narrative:
        step = _step(draft)
        found = told_year(point, scene.told) if not point.season else _season_year(point, scene.told, 0)
        return found if found.year is None or not step or point.month is None else replace(found, year=_stepped(found, scene.told, step))
    here = scene.here()
    if here.year is None:
        return point
    if point.season:
        return _season_year(point, here, _step(draft) if "THIS" not in draft.roles else 0)
    if "THIS" in draft.roles:
        return replace(point, year=here.year)
    if "LAST" in draft.roles or "NEXT" in draft.roles or "FOLLOWING" in draft.roles:
        return replace(point, year=_stepped(replace(point, year=here.year), here, _step(draft)))
    return nearest_year(point, here, tense_)


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
    order = ("WI", "SP", "SU", "FA")
    year = here.year
    if step and here.month is not None:
        now, wanted = (here.month % 12) // 3, order.index(point.season or "WI")
        if step < 0:
            year -= now <= wanted
        else:
            year += now >= wanted
    return replace(point, year=year, bc=here.bc)


def _on_weekday(draft: Draft, scene: Scene, weekday: int, tense_: int) -> list[Value]:
    told = scene.narrative or "FOLLOWING" in draft.roles or "SAME" in draft.roles
    here = (scene.there(draft.start) if told else scene.here()).date
    if here is None:
        return [_with_clock(draft, f"XXXX-WXX-{weekday}", None)]
    back = (here.isoweekday() - weekday) % 7
    if "LAST" in draft.roles or draft.one("FOLLOWING", 1) < 0:
        days = -(back or 7)
    elif "NEXT" in draft.roles or "FOLLOWING" in draft.roles or scene.narrative:
        days = 7 - back if back or not scene.narrative else 0
    else:
        days = (7 - back) % 7 if tense_ > 0 else -back
    day = moved(here, days)
    return [] if day is None else _timed(draft, point_of(day))


def _timed(draft: Draft, point: Point) -> list[Value]:
    return [_with_clock(draft, point.value, point)]


def _with_clock(draft: Draft, day: str, point: Point | None) -> Value:
    """Returns a day with the time of day that the words add, if any."""
    clock = clock_of(draft)
    part = draft.one("PART")
    mod = mod_of(draft)
    if _has(draft, "overnight"):
        part = "NI"
    if clock is not None:
        return Value("TIME", f"{day}T{clock}", mod, told=point)
    if part is None and (_has(draft, "hours") or _has(draft, "predawn")):
        part, mod = "MO", "START"
    return Value("DATE" if part is None else "TIME", day if part is None else f"{day}T{part}", mod, told=point)


def clock_of(draft: Draft) -> str | None:
    """Returns the time of day that the words give, with its zone: 05:30, 16:00Z; None where they give none or an impossible one."""
    name = draft.one("HOURNAME")
    if name is not None:
        return str(name)
    hour, minute = draft.one("HOUR"), draft.one("MINUTE", 0)
    if draft.one("CLOCKDOT") is not None:
        hour, minute = (int(p) for p in draft.block.words[draft.places["CLOCKDOT"][0]].split("."))
    elif draft.one("HHMM") is not None:
        hour, minute = divmod(int(draft.block.words[draft.places["HHMM"][0]]), 100)
    elif hour is None and (_has(draft, "clock") or "AP" in draft.roles or "AMPM" in draft.roles):
        hour = draft.one("NUMWORD")
    if hour is None:
        return None
    half = draft.one("AMPM", draft.one("AP"))
    if half is None and draft.one("PART") in ("AF", "EV", "NI") and hour < 12:
        half = 12
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    zone = draft.one("ZONE", "") if "PLUS" not in draft.roles else ""
    return f"{hour:02}:{minute:02}{zone}"


def _days(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Two days of one month, the month behind them: "8 and 10 May"."""
    first, second = draft.roles["DAY"][:2]
    place = draft.places["DAY"][1]
    month = draft.one("MONTH", draft.one("MONTHSHORT"))
    found = _with_year_of_both(draft, scene, grammar, month, first, second)
    if found is None:
        return []
    start = draft.first
    return [
        Value("DATE", found[0].value, told=found[0], tokens=(start, draft.places["DAY"][0] + 1)),
        Value("DATE", found[1].value, told=found[1], tokens=(place, draft.stop)),
    ]


def _monthdays(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Two days of one month, the month before them: "April 3 to 9"."""
    first, second = draft.roles["DAY"][:2]
    month = draft.one("MONTH", draft.one("MONTHSHORT"))
    found = _with_year_of_both(draft, scene, grammar, month, first, second)
    if found is None:
        return []
    places = draft.places["DAY"]
    return [
        Value("DATE", found[0].value, told=found[0], tokens=(draft.first, places[0] + 1)),
        Value("DATE", found[1].value, told=found[1], tokens=(places[1], draft.stop)),
    ]


def _with_year_of_both(draft: Draft, scene: Scene, grammar: Grammar, month: int, first: int, second: int) -> tuple[Point, Point] | None:
    last = replace(_written(draft, scene), month=month, day=second)
    if not last.exists:
        return None
    if last.year is None:
        last = _with_year(draft, last, scene, tense(draft, grammar))
    begin = replace(last, day=first)
    return (begin, last) if begin.exists and last.exists else None


def _dotted(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    day, month, year = (int(p) for p in draft.block.words[draft.first].split("."))
    point = Point(year if year > 99 else _century(year, scene), month, day)
    return _timed(draft, point) if point.exists else []


def _slashed(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Day and month in the order that is possible, else American (5/9/2023 is in May unless only September is near publication)."""
    first, second = draft.roles["DAY"][:2]
    year = draft.one("YEAR") or _century(draft.one("YY"), scene)
    choices = [p for p in (Point(year, first, second), Point(year, second, first)) if p.exists]
    here = scene.published
    if here is not None:
        days = [p.date for p in choices]
        choices.sort(key=lambda p: abs(((p.date or here) - here).days) if days else 0)
    return _timed(draft, choices[0]) if choices else []


def _year(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    year = draft.one("SUREYEAR")
    if _counted(draft):
        return []
    return [Value("DATE", f"{year:04}", mod_of(draft), told=Point(year))]


def _counted(draft: Draft) -> bool:
    """Tells whether a bare four-digit number counts something or is part of a name: glued by a dash, slash or colon to other words."""
    block, at = draft.block, draft.first
    before = block.words[at - 1] if at else ""
    return before in ("/", ":", "#") and block.ends[at - 1] == block.starts[at]


def _years(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    first = draft.roles["YEAR"][0]
    second = draft.roles["YEAR"][1] if len(draft.roles["YEAR"]) > 1 else first // 100 * 100 + draft.roles["YY"][0]
    if not 1000 <= first < second <= 2199:
        return []
    last = draft.stop - 1
    return [
        Value("DATE", f"{first:04}", told=Point(first), tokens=(draft.first, draft.first + 1)),
        Value("DATE", f"{second:04}", told=Point(second), tokens=(last, last + 1)),
    ]


def _decade(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    year = draft.one("YEAR")
    if year is None:
        short = draft.one("YY", (draft.one("TENSES") or 0) * 10)
        year = _century(short, scene)
    if year % 10:
        return []
    bc = "BC" in draft.roles or (_has(draft, "b") and _has(draft, "c"))
    return [Value("DATE", ("BC" if bc else "") + f"{year // 10:03}", mod_of(draft))]


def _century_of(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    number = draft.one("DAY", (draft.one("TENS") or 0) + (draft.one("ORDINAL") or 0))
    if not 1 <= number <= 30:
        return []
    bc = "BC" in draft.roles or (_has(draft, "b") and _has(draft, "c"))
    return [Value("DATE", f"{'BC' if bc else ''}{number - 1:02}", mod_of(draft))]


def _quarter(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    point = _written(draft, scene)
    here = scene.here()
    year, number = point.year, draft.one("ORDINAL", draft.one("DAY"))
    if number is None:
        number = 4 if "FINAL" in draft.roles and year is not None else None
    if number is None and here.month is not None and here.year is not None:
        quarter = here.year * 4 + (here.month - 1) // 3 + _step(draft) - ("FINAL" in draft.roles)
        year, number = quarter // 4, quarter % 4 + 1
    if number is None or not 1 <= number <= 4:
        return []
    if year is None and here.year is not None:
        year = here.year - (here.month is not None and number > (here.month + 2) // 3 and tense(draft, grammar) <= 0)
    return [Value("DATE", f"{'XXXX' if year is None else f'{year:04}'}-Q{number}", mod_of(draft), told=Point(year))]


def _half(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    year = _written(draft, scene).year
    number = draft.one("ORDINAL", 1 if _has(draft, "former") else 2)
    if number not in (1, 2):
        return []
    return [Value("DATE", f"{'XXXX' if year is None else f'{year:04}'}-H{number}", told=Point(year))]


def _fiscal(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("DATE", f"FY{draft.one('YEAR'):04}")]


def _weekof(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The n-th week of a month: that of its n-th seventh day."""
    month = draft.one("MONTH", draft.one("MONTHSHORT"))
    point = Point(draft.one("YEAR"), month)
    if point.year is None:
        point = _with_year(draft, point, scene, tense(draft, grammar))
    number = draft.one("ORDINAL", 4)
    if point.year is None or point.bc or not 1 <= number <= 5:
        return [Value("DATE", "XXXX-WXX")]
    start = replace(point, day=1).date
    day = None if start is None else moved(start, 7 * number - 4 if number < 5 else 28)
    return [] if day is None else [Value("DATE", week(day), told=point)]


def _week_number(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    number = draft.one("NUM")
    return [Value("DATE", f"{draft.one('YEAR'):04}-W{number:02}")] if 1 <= number <= 53 else []


def _holiday(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    give = draft.rule.give
    year = give.get("year", _written(replace(draft, roles={r: v for r, v in draft.roles.items() if r in _YEARLY}), scene).year)
    day = easter(year) if "easter" in give and year is not None and 1583 <= year <= 9998 else None
    if "easter" in give and year is None and scene.here().year is not None:
        day = easter(scene.here().year or 2000)
    if day is not None:
        day = moved(day, give["easter"])
        point = Point() if day is None else point_of(day)
    else:
        point = Point(year, give.get("month"), give.get("day"))
        if point.year is None:
            point = _with_year(draft, point, scene, tense(draft, grammar))
    return _timed(draft, point) if point.month is not None and point.exists else []


_YEARLY = {"YEAR", "THIS", "LAST", "NEXT"}


# ---- from an anchor


def _deictic(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    here = scene.published
    if scene.narrative or here is None:
        return [Value("DATE", "PRESENT_REF")] if draft.one("DEICTIC") == 0 else [_with_clock(draft, "XXXX-XX-XX", None)]
    day = moved(here, draft.one("DEICTIC"))
    return [] if day is None else _timed(draft, point_of(day))


def _beyond(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    days = draft.one("DEICTIC")
    day = None if scene.published is None else moved(scene.published, days + (1 if _has(draft, "after") else -1))
    return [Value("DATE", "XXXX-XX-XX")] if day is None else _timed(draft, point_of(day))


def _thispart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    here = scene.here()
    part = draft.one("PART")
    if here.day is None:
        return [Value("TIME", f"XXXX-XX-XXT{part}")]
    return [Value("TIME", f"{here.value}T{part}", mod_of(draft), told=here)]


def _lastpart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    here = scene.here()
    day = shifted(here, "D", -1)
    part = draft.one("PART")
    if day is None:
        return [Value("TIME", f"XXXX-XX-XXT{part}")]
    return [Value("TIME", f"{day.value}T{part}", mod_of(draft), told=day)]


def _overnight(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The night that ends on the day of writing; the coming one where the words speak of what will be."""
    day = shifted(scene.here(), "D", 0 if tense(draft, grammar) > 0 else -1)
    return [Value("TIME", f"{'XXXX-XX-XX' if day is None else day.value}TNI", told=day)]


def _period(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    unit = draft.one("PERIOD")
    return _unit_from(draft, scene.here(), unit, _step(draft))


def _unit_from(draft: Draft, anchor: Point, unit: str, step: int) -> list[Value]:
    """The day, week, month, year ... that lies `step` units from the anchor."""
    point = shifted(anchor, unit, step) if unit not in ("Q",) else anchor
    mod = mod_of(draft)
    if unit == "Q" and anchor.month is not None and anchor.year is not None:
        quarter = anchor.year * 4 + (anchor.month - 1) // 3 + step
        return [Value("DATE", f"{quarter // 4:04}-Q{quarter % 4 + 1}", mod)]
    if point is None or point.year is None:
        return [Value("DATE", _UNTOLD[unit], mod)] if unit in _UNTOLD else []
    if unit in ("W", "WE", "2W"):
        day = point.date
        return [] if day is None else [Value("DATE", week(day) + ("-WE" if unit == "WE" else ""), mod, told=point if step else None)]
    if unit in ("DE", "CE"):
        text = f"{point.year:04}"[: 3 if unit == "DE" else 2]
        return [Value("DATE", ("BC" if point.bc else "") + text, mod)]
    if unit == "Y":
        point = Point(point.year, bc=point.bc)
    return [Value("DATE", point.value, mod, told=point)] if unit in ("D", "M", "Y") else []


def _ago(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return _counted_from(draft, scene.here(), scene, -1)


def _fromnow(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return _counted_from(draft, scene.here(), scene, 1)


def _later(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    words = [w.lower() for w in draft.block.words[draft.first : draft.stop]]
    back = any(w in ("earlier", "before", "previously", "beforehand") for w in words)
    unit = draft.one("UNIT", draft.one("UNITS"))
    return _counted_from(draft, scene.there(draft.start, unit), scene, -1 if back else 1)


def _counted_from(draft: Draft, anchor: Point, scene: Scene, sign: int) -> list[Value]:
    """So many units before or after an anchor; a vague number gives PAST_REF or FUTURE_REF."""
    unit, count = draft.one("UNIT", draft.one("UNITS")), amount(draft)
    if unit[0] == "T":
        return _hours_from(draft, scene, count, unit, sign)
    mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod_of(draft) or "", mod_of(draft)) if sign < 0 else mod_of(draft)
    if not isinstance(count, int | float) or count > 100_000:
        return [Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)]
    if count != int(count):
        unit, count = ("M", round(count * 12)) if unit == "Y" else ("D", round(count * {"W": 7, "M": 30}.get(unit, 1)))
    found = _unit_from(draft, anchor, unit, sign * int(count))
    if unit in ("DE", "CE"):
        point = shifted(anchor, unit, sign * int(count))
        found = [Value("DATE", Point(point.year, bc=point.bc).value, mod)] if point and point.year else found
    return [replace(v, mod=mod) for v in found]


def _hours_from(draft: Draft, scene: Scene, count: Any, unit: str, sign: int) -> list[Value]:
    if scene.narrative or scene.moment is None or not isinstance(count, int | float):
        return [Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod_of(draft))]
    first, last = ending(scene.moment, unit, count, sign > 0)
    moment = first if sign < 0 else last
    if moment is None:
        return []
    return [Value("TIME" if "T" in moment else "DATE", moment[:16], mod_of(draft))]


def _toldunit(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    unit = draft.one("UNIT", "D")
    if unit[0] == "T":
        return []
    step = _step(draft) if "FOLLOWING" not in draft.rule.give else 0
    last = draft.block.words[draft.stop - 1].lower()
    step = {"before": -1, "beforehand": -1, "earlier": -1, "previous": -1, "after": 1, "later": 1}.get(last, step)
    anchor = scene.there(draft.start, unit)
    if anchor.year is None and scene.narrative:
        return []
    return _unit_from(draft, anchor, unit, step)


def _toldpart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    last = draft.block.words[draft.stop - 1].lower()
    step = {"before": -1, "earlier": -1, "after": 1}.get(last, _step(draft) if "FOLLOWING" not in draft.rule.give else 0)
    day = shifted(scene.there(draft.start), "D", step)
    part = draft.one("PART")
    if day is None:
        return [Value("TIME", f"XXXX-XX-XXT{part}")]
    return [Value("TIME", f"{day.value}T{part}", mod_of(draft), told=day)]


def _laterref(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("DATE", "PAST_REF" if _has(draft, "earlier") else "FUTURE_REF")]


# ---- how long, how often


def amount(draft: Draft) -> Any:
    """Returns how many: a number, or "X" for a vague number."""
    for role in ("VAGUE", "MANIFOLD"):
        if role in draft.roles or role in draft.rule.give:
            return "X"
    half = 0.5 if "HALF" in draft.roles else 0
    if draft.one("NUM") is not None:
        return draft.one("NUM") + half
    if "COUPLE" in draft.roles or "DOZEN" in draft.roles:
        return draft.one("COUPLE", 12)
    plain = (draft.one("TENS") or 0) + (draft.one("ONES") or 0)
    words = draft.roles.get("NUMWORD", [])
    if "HUNDRED" in draft.roles:
        return (words[0] if words else 1) * draft.one("HUNDRED") + sum(words[1:]) + plain
    plain += sum(words[:1])
    if plain:
        return plain + half
    if half and not _has(draft, "and"):
        return half
    return 1 + half


def period(count: Any, unit: str) -> str:
    """Returns the value of a duration: P3W, PT24H, PXM, P2W for a fortnight."""
    if unit == "2W":
        count, unit = (count * 2 if isinstance(count, int | float) else count), "W"
    if unit == "WE":
        return f"P{_number(count)}WE"
    if unit == "ML":
        count, unit = (count * 10 if isinstance(count, int | float) else count), "CE"
    return f"PT{_number(count)}{unit[1]}" if unit[0] == "T" and len(unit) == 2 else f"P{_number(count)}{unit}"


def _number(count: Any) -> str:
    if isinstance(count, float):
        return str(int(count)) if count == int(count) else f"{count:g}"
    return str(count)


def _duration(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    unit = draft.one("UNIT", draft.one("UNITS"))
    return [Value("DURATION", period(amount(draft), unit), mod_of(draft))]


def _span(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A duration anchored on the day of writing: "the past 24 hours", "the next two weeks"."""
    unit, count = draft.one("UNIT", draft.one("UNITS")), amount(draft)
    value = period(count, unit)
    around = NO_INTERVAL
    if scene.moment is not None and isinstance(count, int | float) and unit in _SPANS and not scene.narrative:
        if draft.one("LAST") is not None:
            around = ending(scene.moment, unit, count, forward=False)
        elif "NEXT" in draft.roles:
            around = ending(scene.moment, unit, count, forward=True)
    return [Value("DURATION", value, mod_of(draft), around)]


_SPANS = ("TS", "TM", "TH", "D", "W", "2W", "M", "Q", "Y", "DE", "CE")


def _recent(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("DURATION", period("X", draft.one("UNITS")))]


def _set(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("SET", draft.one("OFTEN"))]


def _every(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    weekday = draft.one("WEEKDAY", draft.one("WEEKDAYS"))
    if weekday is not None:
        return [Value("SET", f"XXXX-WXX-{weekday}")]
    if (part := draft.one("PART")) is not None:
        return [Value("SET", f"XXXX-XX-XXT{part}")]
    if (month := draft.one("MONTH")) is not None:
        return [Value("SET", f"XXXX-{month:02}")]
    if (season := draft.one("SEASON")) is not None:
        return [Value("SET", f"XXXX-{season}")]
    count = amount(draft) * (2 if _has(draft, "other") else 1)
    return [Value("SET", period(count, draft.one("UNIT", draft.one("UNITS"))))]


def _rate(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("SET", period(1, draft.one("UNIT")))]


# ---- vague, time of day, days of a war


def _ref(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("DATE", draft.rule.give.get("REF") or draft.one("PRESENT") or draft.one("PAST"))]


def _clock(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    clock = clock_of(draft)
    if clock is None:
        return []
    anchor = scene.there(draft.start)
    return [Value("TIME", f"{anchor.value if anchor.day is not None else 'XXXX-XX-XX'}T{clock}", mod_of(draft))]


def _part(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    anchor = scene.there(draft.start)
    part = draft.one("PART", draft.one("EDGEPART"))
    return [Value("TIME", f"{anchor.value if anchor.day is not None else 'XXXX-XX-XX'}T{part}", mod_of(draft))]


def _somepart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    return [Value("TIME", f"XXXX-XX-XXT{draft.one('PART')}")]


def _warday(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Day 1 is the first day of the war."""
    number = draft.one("NUM") or (draft.one("TENS") or 0) + (draft.one("ORDINAL") or 0)
    if not isinstance(number, int) or not 1 <= number <= 40_000:
        return []
    day = None if scene.since is None else moved(scene.since, number - 1)
    return [Value("DATE", "XXXX-XX-XX")] if day is None else _timed(draft, point_of(day))


KINDS: dict[str, Kind] = {
    "date": _date, "days": _days, "monthdays": _monthdays, "dotted": _dotted, "slashed": _slashed, "year": _year, "years": _years,
    "decade": _decade, "century": _century_of, "quarter": _quarter, "half": _half, "fiscal": _fiscal, "weekof": _weekof,
    "week": _week_number, "holiday": _holiday, "deictic": _deictic, "beyond": _beyond, "thispart": _thispart, "lastpart": _lastpart,
    "overnight": _overnight, "period": _period, "ago": _ago, "fromnow": _fromnow, "later": _later, "laterref": _laterref,
    "toldunit": _toldunit, "toldpart": _toldpart, "duration": _duration, "span": _span, "recent": _recent, "set": _set,
    "every": _every, "rate": _rate, "ref": _ref, "clock": _clock, "part": _part, "somepart": _somepart, "warday": _warday,
}  # fmt: skip
