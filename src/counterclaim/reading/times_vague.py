"""Values of durations, sets, vague references, times of day and the days of a war."""

from counterclaim.reading.times_calendar import NO_INTERVAL, ending, moved, point_of
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_scene import Scene, tense
from counterclaim.reading.times_values import UNTOLD_DAY, Value, amount, clock_of, mod_of, period, timed, unit_of

NEWS_DAYS = 7
FIRST_COUNTED = 10
"""Lower days are those of a congress or a match, unless a war is named."""


def duration(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A length of time. Quarters need a word beside them that says they are no fourth parts; "the 2008 year" is no length."""
    unit, count = unit_of(draft), amount(draft)
    if (unit == "Q" and "ADJ" not in draft.roles) or (unit == "Y" and isinstance(count, int) and 1500 <= count <= 2100):
        return []
    return [Value("DURATION", period(count, unit), mod_of(draft))]


def durations(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """The bounds of a length of time: "between 60 and 90 days"."""
    unit = unit_of(draft)
    numbers = sorted(
        (place, number)
        for role in ("NUM", "NUMWORD", "TENS")
        for place, number in zip(draft.places.get(role, ()), draft.roles.get(role, ()), strict=True)
    )
    if len(numbers) != 2 or unit == "Q":
        return []
    (left, first), (right, second) = numbers
    if not first < second:
        return []
    return [
        Value("DURATION", period(first, unit), tokens=(left, left + 1)),
        Value("DURATION", period(second, unit), tokens=(right, draft.stop)),
    ]


def span(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A duration anchored on the day of writing: "the past 24 hours", "the next two weeks"."""
    unit, count = unit_of(draft), amount(draft)
    value = period(count, unit)
    around = NO_INTERVAL
    if scene.moment is not None and isinstance(count, int | float) and unit in _SPANS and not scene.narrative:
        if draft.one("LAST") is not None:
            around = ending(scene.moment, unit, count, forward=False)
        elif "NEXT" in draft.roles:
            around = ending(scene.moment, unit, count, forward=True)
    return [Value("DURATION", value, mod_of(draft), around)]


_SPANS = ("TS", "TM", "TH", "D", "W", "2W", "M", "Q", "Y", "DE", "CE")


def recent(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """An unknown number of units: "recent weeks"."""
    return [Value("DURATION", period("X", unit_of(draft)))]


def set_value(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """How often: "daily", unless it is part of a name."""
    place = draft.places["OFTEN"][0]
    named = draft.block.words[place][0].isupper() and place and draft.block.codes[place - 1] in grammar.roles["WORD"]
    return [] if named else [Value("SET", draft.one("OFTEN"))]


def every(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Every day, every Friday, every two weeks."""
    weekday = draft.one("WEEKDAY", draft.one("WEEKDAYS"))
    if weekday is not None:
        return [Value("SET", f"XXXX-WXX-{weekday}")]
    if (part := draft.one("PART")) is not None:
        return [Value("SET", f"{UNTOLD_DAY}T{part}")]
    if (month := draft.one("MONTH")) is not None:
        return [Value("SET", f"XXXX-{month:02}")]
    if (season := draft.one("SEASON")) is not None:
        return [Value("SET", f"XXXX-{season}")]
    count = amount(draft)
    count = count * draft.one("OTHER", 1) if isinstance(count, int | float) else count
    return [Value("SET", period(count, unit_of(draft)))]


def rate(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """So many "a day"."""
    return [Value("SET", period(1, unit_of(draft)))]


def ref(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A vague reference: now, recently, the future."""
    return [Value("DATE", draft.rule.give.get("REF") or draft.one("PRESENT") or draft.one("PAST"))]


def clock(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A time of day, on the day last told or of writing; "(1:20)" marks a place in a film."""
    hour = clock_of(draft)
    words = draft.block.words
    mark = draft.stop - draft.first == 3 and draft.first > 0 and (words[draft.first - 1], *words[draft.stop : draft.stop + 1]) == ("(", ")")
    if hour is None or mark:
        return []
    return [Value("TIME", f"{_day(draft, scene)}T{hour}", mod_of(draft))]


def _day(draft: Draft, scene: Scene) -> str:
    """Returns the day that a time of day belongs to: the one named right behind it, else the one told or of writing."""
    anchor = scene.coming or scene.there(draft.start)
    return UNTOLD_DAY if anchor.day is None else anchor.value


def part(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A part of the day last told or of writing."""
    return [Value("TIME", f"{_day(draft, scene)}T{draft.one('PART', draft.one('EDGEPART'))}", mod_of(draft))]


def somepart(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A part of some day: "at night"."""
    return [Value("TIME", f"{UNTOLD_DAY}T{draft.one('PART')}")]


def warday(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A day counted from the first of the war. Where no war is named, it must be one of the days around publication."""
    number = draft.one("NUM") or (draft.one("TENS") or 0) + (draft.one("ORDINAL") or 0)
    named = "WAR" in draft.roles
    if not isinstance(number, int) or not (1 if named else FIRST_COUNTED) <= number <= 40_000:
        return []
    day = None if scene.since is None else moved(scene.since, number - 1)
    far = day is not None and scene.published is not None and abs((scene.published - day).days) > NEWS_DAYS
    return [Value("DATE", UNTOLD_DAY)] if day is None or (far and not named) else timed(draft, point_of(day))


def former(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """A state that is over; in the news it is part of a title ("the former governor") and no time."""
    return ref(draft, scene, grammar) if scene.narrative else []


def soon(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Soon, where something is to come ("it soon fell" is no time)."""
    coming = tense(draft, grammar) > 0 or (tense(draft, grammar) == 0 and not scene.narrative)
    return [Value("DATE", "FUTURE_REF")] if coming else []


def clockrange(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Two times of day: "from 05:30 to 06:10 local time"."""
    places, hours, minutes = draft.places["HOUR"], draft.roles["HOUR"], draft.roles.get("MINUTE", ())
    if len(places) != 2 or len(minutes) != 2 or max(hours) > 23:
        return []
    day, zone, half = _day(draft, scene), draft.one("ZONE", ""), draft.one("AMPM", draft.one("AP"))
    later = hours[1] if half is None else hours[1] % 12 + half
    return [
        Value("TIME", f"{day}T{hours[0]:02}:{minutes[0]:02}{zone}", tokens=(places[0], places[0] + 3)),
        Value("TIME", f"{day}T{later:02}:{minutes[1]:02}{zone}", tokens=(places[1], draft.stop)),
    ]
