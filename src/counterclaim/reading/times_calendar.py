"""The calendar behind TIMEX3 values: points in time, their shifts, and the interval that a value means (ISO 8601)."""

import calendar
import datetime
import re
from dataclasses import dataclass, replace

HOURS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 22), "NI": (20, 30), "DT": (6, 20)}
"""Hours of a part of the day; a night ends at six on the next day."""

EARLY_HOURS = (0, 8)
"""Hours of a morning's start: the early hours, before dawn, at dawn."""

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of a season, north of the equator; winter bears the year that it begins in."""

MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
THIRDS = {"START": 0, "MID": 1, "END": 2}
DAYS_IN = {"D": 1, "W": 7, "2W": 14, "WE": 7}


@dataclass(frozen=True, slots=True)
class Point:
    """A date as far as it is known; `bc` counts years before Christ; `season`, `week` (ISO year and week) refine a year alone."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    bc: bool = False
    season: str | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value: XXXX-05-12, 1918-11, BC0480, 1942-WI."""
        year = "XXXX" if self.year is None else f"BC{self.year:04}" if self.bc else f"{self.year:04}"
        if self.season:
            return f"{year}-{self.season}"
        if self.day is not None:
            return f"{year}-{_two(self.month)}-{self.day:02}"
        return year if self.month is None else f"{year}-{self.month:02}"

    @property
    def date(self) -> datetime.date | None:
        """The day of the calendar, None where it is not known or not after Christ."""
        if self.year is None or self.month is None or self.day is None or self.bc:
            return None
        return datetime.date(self.year, self.month, self.day)

    @property
    def exists(self) -> bool:
        """Tells whether the calendar has such a day (29 February in some year will do when the year is not known)."""
        if self.year == 0 or (self.year or 1) > 9999 or not 1 <= (self.month or 1) <= 12:
            return False
        if self.day is None:
            return True
        year = 2000 if self.year is None or self.bc else self.year
        return 1 <= self.day <= (31 if self.month is None else calendar.monthrange(year, self.month)[1])


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


def point_of(day: datetime.date) -> Point:
    """Returns a day of the calendar as a point."""
    return Point(day.year, day.month, day.day)


def parsed_day(value: str | None) -> datetime.date | None:
    """Returns the day of an ISO 8601 date or date-time in its own zone, None when it is none."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", value or "")
    if match is None:
        return None
    try:
        return datetime.date(*(int(g) for g in match.groups()))
    except ValueError:
        return None


def moved(day: datetime.date, days: int) -> datetime.date | None:
    """Returns the day that lies `days` later, None beyond the years 1 to 9999."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def shifted(point: Point, unit: str, count: int) -> Point | None:
    """Returns a point moved by units, as fine as the unit (a week: its day): None where the point is too coarse or the calendar ends."""
    if unit in DAYS_IN:
        day = point.date
        later = None if day is None else moved(day, DAYS_IN[unit] * count)
        return None if later is None else point_of(later)
    if point.year is None:
        return None
    if unit == "M" and point.month is not None:
        months = (-point.year if point.bc else point.year) * 12 + point.month - 1 + count
        found = replace(point, year=abs(months // 12), month=months % 12 + 1, day=None, season=None)
        return found if found.exists and not point.bc else None
    if unit not in MONTHS_IN or unit in ("M", "Q"):
        return None
    years = (-point.year if point.bc else point.year) + MONTHS_IN[unit] // 12 * count
    return Point(abs(years), bc=years < 0) if years and abs(years) <= 9999 else None


def week(day: datetime.date) -> str:
    """Returns the ISO week of a day: 2023-W19."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def easter(year: int) -> datetime.date:
    """Returns western Easter Sunday (Meeus, Jones and Butcher's rule for the Gregorian calendar)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def eastern_easter(year: int) -> datetime.date:
    """Returns Orthodox Easter Sunday as a Gregorian date (Meeus's rule for the Julian calendar)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=year // 100 - year // 400 - 2)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """Returns the n-th weekday (1 Monday) of a month, the last for -1."""
    first = datetime.date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1 if nth > 0 else 4)
    return datetime.date(year, month, day if day <= calendar.monthrange(year, month)[1] else day - 7)


Interval = tuple[str | None, str | None]
NO_INTERVAL: Interval = (None, None)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def interval(value: str, mod: str | None = None) -> Interval:
    """Returns first and last day (or minute) that a DATE or TIME value means, None twice where it means none.

    START, MID and END narrow a week or more to its first, middle or last third, and mornings to the early hours.
    """
    if value[:2] == "BC" or "X" in value or not value[:2].isdigit():
        return NO_INTERVAL
    try:
        if "T" in value:
            day, clock = value.split("T", 1)
            return _hours(day, clock, mod == "START")
        return _third(_days(value), mod)
    except (ValueError, OverflowError):
        return NO_INTERVAL


def _days(value: str) -> Interval:
    if value.isdigit() and len(value) < 4:
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return f"{max(first, 1):04}-01-01", f"{first + size - 1:04}-12-31"
    if "-" in value and value[5].isalpha():
        return _part_of_year(int(value[:4]), value[5:])
    return _whole(value)


def _third(whole: Interval, mod: str | None) -> Interval:
    if mod not in THIRDS or whole[0] is None or whole[1] is None:
        return whole
    first, last = datetime.date.fromisoformat(whole[0]), datetime.date.fromisoformat(whole[1])
    days = (last - first).days + 1
    if days < DAYS_IN["W"]:
        return whole
    begin, end = (THIRDS[mod] + n for n in (0, 1))
    around = (first + datetime.timedelta(days=days * begin // 3), first + datetime.timedelta(days=-(-days * end // 3) - 1))
    return around[0].isoformat(), around[1].isoformat()


def _whole(value: str) -> Interval:
    match = _DATE.match(value)
    if match is None:
        return NO_INTERVAL
    year, month, day = (None if g is None else int(g) for g in match.groups())
    if year is None or not 1 <= year <= 9999:
        return NO_INTERVAL
    if day is not None:
        return value, value
    return _months(year, month or 1, month or 12)


def _months(year: int, first: int, last: int) -> Interval:
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if last_year > 9999:
        return NO_INTERVAL
    end = calendar.monthrange(last_year, last_month)[1]
    return f"{year:04}-{first:02}-01", f"{last_year:04}-{last_month:02}-{end:02}"


def _part_of_year(year: int, part: str) -> Interval:
    if part in SEASONS:
        return _months(year, *SEASONS[part])
    if part[0] in "QH":
        size = 3 if part[0] == "Q" else 6
        last = int(part[1]) * size
        return _months(year, last - size + 1, last)
    number, weekend = int(part[1:3]), part.endswith("WE")
    return (
        datetime.date.fromisocalendar(year, number, 6 if weekend else 1).isoformat(),
        datetime.date.fromisocalendar(year, number, 7).isoformat(),
    )


def _hours(day: str, clock: str, early: bool) -> Interval:
    date = datetime.date.fromisoformat(day)
    if clock in HOURS:
        first, last = EARLY_HOURS if early and clock == "MO" else HOURS[clock]
        end = date if last < 24 else date + datetime.timedelta(days=1)
        return f"{day}T{first:02}:00", f"{end.isoformat()}T{last % 24:02}:00"
    match = re.match(r"(\d\d)(?::(\d\d))?(?::\d\d)?(Z|[+-]\d\d)?$", clock)
    if match is None:
        return NO_INTERVAL
    hour, minute, zone = int(match[1]), match[2], match[3] or ""
    if hour == 24:
        date, hour = date + datetime.timedelta(days=1), 0
    zone += ":00" if len(zone) == 3 else ""
    moment = f"{date.isoformat()}T{hour:02}:"
    return moment + (minute or "00") + zone, moment + (minute or "59") + zone


def ending(moment: str, unit: str, count: float, forward: bool) -> Interval:
    """Returns the interval of `count` units before (or after) a moment: an ISO date or date-time (TIMEX3 anchored durations)."""
    day = parsed_day(moment)
    if day is None or count > 100_000:
        return NO_INTERVAL
    sign = 1 if forward else -1
    if unit[0] == "T":
        return _ending_hours(moment, sign * count * {"TH": 3600, "TM": 60, "TS": 1}[unit])
    by_days = unit in DAYS_IN
    size = round(count * (DAYS_IN[unit] if by_days else MONTHS_IN[unit])) * sign
    other = moved(day, size) if by_days else _months_away(day, size)
    if other is None:
        return NO_INTERVAL
    first, last = sorted((day, other))
    return first.isoformat(), last.isoformat()


def _ending_hours(moment: str, seconds: float) -> Interval:
    try:
        now = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00"))
        other = now + datetime.timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return NO_INTERVAL
    if "T" not in moment:
        first, last = sorted((now.date(), other.date()))
        return first.isoformat(), last.isoformat()
    first_moment, last_moment = sorted((now, other))
    return first_moment.isoformat(timespec="minutes"), last_moment.isoformat(timespec="minutes")


def _months_away(day: datetime.date, months: int) -> datetime.date | None:
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
