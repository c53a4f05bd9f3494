"""TIMEX3 values, and what the words of a candidate say of modifier, time of day and number."""

from dataclasses import dataclass
from typing import Any

from counterclaim.reading.times_calendar import Interval, Point
from counterclaim.reading.times_rules import Draft

NO_MORE = {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}
"""What "no more than" and "no less than" mean."""

UNTOLD_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Value:
    """A TIMEX3 value.

    `interval` is given where the value itself does not tell it; `told` is what later times may start from; `tokens` where the value
    stands for a part of the candidate only.
    """

    type: str
    value: str
    mod: str | None = None
    interval: Interval | None = None
    told: Point | None = None
    tokens: tuple[int, int] | None = None


def mod_of(draft: Draft) -> str | None:
    """Returns the modifier that the words of a candidate name."""
    for role in ("MOD", "MID", "EDGE", "EARLY", "ATLEAST", "UPTO", "OVER", "UNDER", "ABOUT", "AROUND"):
        if (mod := draft.one(role)) is not None:
            return str(mod)
    compared = draft.one("MORETHAN", draft.one("LESSTHAN"))
    return NO_MORE[compared] if compared is not None and "NO" in draft.roles else compared


def step_of(draft: Draft) -> int:
    """Returns how many units "this", "last", "the next" lie from their anchor: 0, -1, 1."""
    if "FOLLOWING" in draft.rule.give:
        return int(draft.rule.give["FOLLOWING"])
    return int(next((draft.one(r) for r in ("TURN", "LATE", "LAST", "NEXT", "FOLLOWING", "THIS", "SAME") if r in draft.roles), 0))


def clock_of(draft: Draft) -> str | None:
    """Returns the time of day that the words give, with its zone: 05:30, 16:00Z; None where they give none or an impossible one."""
    name = draft.one("HOURNAME")
    if name is not None:
        return str(name)
    hour, minute = _hour(draft)
    if hour is None:
        return None
    half = draft.one("AMPM", draft.one("AP"))
    if half is None and draft.one("PART") in ("AF", "EV", "NI") and hour < 12:
        half = 12
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    if hour == 24 and minute:
        return None
    zone = draft.one("ZONE", "") if "PLUS" not in draft.roles else ""
    return f"{hour:02}:{minute:02}{zone}"


def _hour(draft: Draft) -> tuple[int | None, int]:
    if "CLOCKDOT" in draft.roles:
        hour, minute = draft.block.words[draft.places["CLOCKDOT"][0]].split(".")
        return int(hour), int(minute)
    if "HHMM" in draft.roles:
        return divmod(int(draft.block.words[draft.places["HHMM"][0]]), 100)
    hour = draft.one("HOUR")
    if hour is None and any(role in draft.roles for role in ("OCLOCK", "AP", "AMPM")):
        hour = draft.one("NUMWORD")
    return hour, draft.one("MINUTE", 0)


def timed(draft: Draft, point: Point) -> list[Value]:
    """Returns a day with the time of day that the words add, if any."""
    return [with_clock(draft, point.value, point)]


def with_clock(draft: Draft, day: str, point: Point | None) -> Value:
    """Returns a day, known or not, with the time of day that the words add, if any."""
    clock, mod = clock_of(draft), mod_of(draft)
    part = draft.one("OVERNIGHT", draft.one("PART"))
    if clock is not None:
        return Value("TIME", f"{day}T{clock}", mod, told=point)
    if part is None and "HOURSOF" in draft.roles:
        part, mod = draft.one("HOURSOF"), "START"
    return Value("DATE" if part is None else "TIME", day if part is None else f"{day}T{part}", mod, told=point)


def unit_of(draft: Draft) -> str:
    """Returns the unit that a candidate counts in."""
    return str(next((draft.one(r) for r in ("UNIT", "UNITS", "PERIOD", "LENGTH") if draft.one(r) is not None), "D"))


def amount(draft: Draft) -> Any:
    """Returns how many: a number, or "X" for a vague number."""
    if any(draft.one(role) is not None for role in ("VAGUE", "MANIFOLD")):
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
    return half if half and _half_alone(draft) else 1 + half


def _half_alone(draft: Draft) -> bool:
    """Tells "half a year" from "a year and a half"."""
    units = [place for role in ("UNIT", "UNITS", "LENGTH") for place in draft.places.get(role, ())]
    return bool(units) and draft.places["HALF"][0] < units[0]


def period(count: Any, unit: str) -> str:
    """Returns the value of a duration: P3W, PT24H, PXM, P2W for a fortnight."""
    times = {"2W": (2, "W"), "ML": (10, "CE")}.get(unit)
    if times is not None:
        count, unit = (count * times[0] if isinstance(count, int | float) else count), times[1]
    if isinstance(count, float):
        count = int(count) if count == int(count) else f"{count:g}"
    return f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}"
