"""Values of times that start from another: yesterday, this week, two days later, overnight."""

from dataclasses import replace
from typing import Any

from counterclaim.reading.times_calendar import Point, ending, moved, point_of, shifted, week
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_scene import Scene, tense, will_be
from counterclaim.reading.times_values import UNTOLD_DAY, Value, amount, mod_of, step_of, timed, unit_of, with_clock

_UNTOLD = {"D": UNTOLD_DAY, "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX"}


def deictic(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Today, yesterday, tomorrow, with a time of day if one stands there."""
    here = scene.published
    if scene.narrative or here is None:
        return [Value("DATE", "PRESENT_REF")] if draft.one("DEICTIC") == 0 else [with_clock(draft, UNTOLD_DAY, None)]
    day = moved(here, draft.one("DEICTIC"))
    return [] if day is None else timed(draft, point_of(day))


def beyond(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The day before yesterday."""
    days = draft.one("DEICTIC")
    day = None if scene.published is None else moved(scene.published, days + draft.one("TURN"))
    return [Value("DATE", UNTOLD_DAY)] if day is None else timed(draft, point_of(day))


def thispart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """This morning, tonight."""
    here = scene.here()
    part = draft.one("PART")
    if here.day is None:
        return [Value("TIME", f"{UNTOLD_DAY}T{part}")]
    return [Value("TIME", f"{here.value}T{part}", mod_of(draft), told=here)]


def lastpart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Last night."""
    here = scene.here()
    day = shifted(here, "D", -1)
    part = draft.one("PART")
    if day is None:
        return [Value("TIME", f"{UNTOLD_DAY}T{part}")]
    return [Value("TIME", f"{day.value}T{part}", mod_of(draft), told=day)]


def overnight(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The night that ends on the day of writing; the coming one where the words speak of what will be."""
    day = shifted(scene.here(), "D", 0 if will_be(draft, grammar) else -1)
    return [Value("TIME", f"{UNTOLD_DAY if day is None else day.value}TNI", told=day)]


def this_period(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """This week, last month, next year."""
    return unit_from(draft, scene.here(), unit_of(draft), step_of(draft))


def unit_from(draft: Draft, anchor: Point, unit: str, step: int) -> list[Value]:
    """The day, week, month, year ... that lies `step` units from the anchor."""
    point = shifted(anchor, unit, step) if unit not in ("Q",) else anchor
    mod = mod_of(draft)
    if unit == "Q" and anchor.month is not None and anchor.year is not None:
        quarter = anchor.year * 4 + (anchor.month - 1) // 3 + step
        return [Value("DATE", f"{quarter // 4:04}-Q{quarter % 4 + 1}", mod)]
    if point is None or point.year is None:
        known = "" if anchor.year is None or anchor.bc else f"{anchor.year:04}"
        return [Value("DATE", known + _UNTOLD[unit][len(known) :], mod)] if unit in _UNTOLD else []
    if unit in ("W", "WE", "2W"):
        day = point.date
        return [] if day is None else [Value("DATE", week(day) + ("-WE" if unit == "WE" else ""), mod, told=point if step else None)]
    if unit in ("DE", "CE", "ML"):
        text = f"{point.year:04}"[: 3 if unit == "DE" else 2]
        return [Value("DATE", ("BC" if point.bc else "") + text, mod)]
    if unit == "Y":
        point = Point(point.year, bc=point.bc)
    return [Value("DATE", point.value, mod, told=point)] if unit in ("D", "M", "Y") else []


def ago(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """So many units before now: "three days ago"."""
    return _counted_from(draft, scene.here(), scene, -1)


def fromnow(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """So many units from now."""
    return _counted_from(draft, scene.here(), scene, 1)


def later(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """So many units from what was told: "two days later", "a year before that"."""
    return _counted_from(draft, scene.there(draft.start, unit_of(draft)), scene, step_of(draft))


def _counted_from(draft: Draft, anchor: Point, scene: Scene, sign: int) -> list[Value]:
    """So many units before or after an anchor; a vague number gives PAST_REF or FUTURE_REF."""
    unit, count = unit_of(draft), amount(draft)
    if unit[0] == "T":
        return _hours_from(draft, scene, count, unit, sign)
    mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod_of(draft) or "", mod_of(draft)) if sign < 0 else mod_of(draft)
    if not isinstance(count, int | float) or count > 100_000:
        return [Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod)]
    if count != int(count):
        unit, count = ("M", round(count * 12)) if unit == "Y" else ("D", round(count * {"W": 7, "M": 30}.get(unit, 1)))
    found = unit_from(draft, anchor, unit, sign * int(count))
    if unit in ("DE", "CE"):
        point = shifted(anchor, unit, sign * int(count))
        found = [Value("DATE", Point(point.year, bc=point.bc).value, mod)] if point and point.year else found
    return [replace(v, mod=mod, told=v.told if sign > 0 else None) for v in found]


def _hours_from(draft: Draft, scene: Scene, count: Any, unit: str, sign: int) -> list[Value]:
    if "AGO" not in draft.roles or scene.narrative or scene.moment is None or not isinstance(count, int | float):
        return [Value("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod_of(draft))]
    first, last = ending(scene.moment, unit, count, sign > 0)
    moment = first if sign < 0 else last
    if moment is None:
        return []
    return [Value("TIME" if "T" in moment else "DATE", moment[:16], mod_of(draft))]


def toldunit(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A unit seen from what was told: "the next day", "that month", "the end of the year"."""
    unit = unit_of(draft)
    if unit[0] == "T":
        return []
    anchor = scene.there(draft.start, unit)
    if anchor.year is None and scene.narrative:
        return []
    return unit_from(draft, anchor, unit, step_of(draft))


def toldpart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A part of a day seen from what was told: "that night", "the next morning"."""
    day = shifted(scene.there(draft.start), "D", step_of(draft))
    part = draft.one("PART")
    if day is None:
        return [Value("TIME", f"{UNTOLD_DAY}T{part}")]
    return [Value("TIME", f"{day.value}T{part}", mod_of(draft), told=day)]


def laterref(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Weeks later: some time after what was told."""
    return [Value("DATE", "PAST_REF" if step_of(draft) < 0 else "FUTURE_REF")]


def weekend(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The weekend that comes, or the last one that has begun."""
    day = scene.here().date
    if day is None:
        return [Value("DATE", _UNTOLD["WE"])]
    back = 0 if tense(draft, grammar) > 0 or day.isoweekday() >= 6 else -7
    begun = moved(day, back)
    return [] if begun is None else [Value("DATE", f"{week(begun)}-WE")]


def nightinto(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The night before a weekday: "overnight into Saturday"."""
    here = scene.here().date
    if here is None:
        return [Value("TIME", f"{UNTOLD_DAY}TNI")]
    back = (here.isoweekday() - draft.one("WEEKDAY")) % 7
    day = moved(here, (7 - back) % 7 - 1 if tense(draft, grammar) > 0 else -back - 1)
    return [] if day is None else [Value("TIME", f"{day.isoformat()}TNI", told=point_of(day))]
