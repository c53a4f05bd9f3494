"""Times that take a year or a day from the next one: "in April and June 1955", "at 5 a.m. (0200 GMT) on Thursday"."""

from dataclasses import replace

from counterclaim.reading.times_calendar import Point
from counterclaim.reading.times_resolve import resolved
from counterclaim.reading.times_rules import MONTHS, Draft, Grammar
from counterclaim.reading.times_scene import Scene

_YEARS = ("YEAR", "BC", "BCHEAD", "NUM")
_JOINED = 2
_APART = 3
CLOCKS = ("clock", "clockrange", "part")
"""Kinds of times of day."""


def borrowed_years(drafts: list[Draft]) -> list[Draft]:
    """Returns the candidates; a month or day without a year that stands right before one with a year takes it over."""
    found = list(drafts)
    for at in range(len(found) - 2, -1, -1):
        here, there = found[at], found[at + 1]
        if _bare(here) and _dated(there) and here.block is there.block and _joined(here, there):
            found[at] = _with_year_of(here, there)
    return found


def _month(draft: Draft) -> int | None:
    return next((int(draft.roles[r][0]) for r in MONTHS if r in draft.roles), None)


def _bare(draft: Draft) -> bool:
    """Tells whether a candidate names a month or season and nothing that gives it a year."""
    named = any(role in draft.roles for role in (*MONTHS, "SEASON", "SURESEASON"))
    return draft.rule.kind == "date" and named and not any(r in draft.roles for r in (*_YEARS, "YEARWORD", "YY", "LAST", "NEXT", "THIS"))


def _dated(draft: Draft) -> bool:
    named = any(role in draft.roles for role in (*MONTHS, "SEASON"))
    return draft.rule.kind in ("date", "days") and named and any(r in draft.roles for r in ("YEAR", "BC", "BCHEAD"))


def _joined(left: Draft, right: Draft) -> bool:
    """Tells whether at most two words, and no end of a line or sentence, stand between two candidates."""
    between = left.block.words[left.stop : right.first]
    return len(between) <= _JOINED and not any(word in ".!?\n;(" for word in between)


def _with_year_of(left: Draft, right: Draft) -> Draft:
    roles = dict(left.roles) | {r: right.roles[r] for r in _YEARS if r in right.roles}
    first, second = _month(left), _month(right)
    if first is not None and second is not None and first > second and "YEAR" in roles:
        roles["YEAR"] = [roles["YEAR"][0] - 1]
    return replace(left, roles=roles)


def day_behind(drafts: list[Draft], at: int, scene: Scene, grammar: Grammar) -> Point | None:
    """Returns the day that is named right behind a time of day, None where none is."""
    here = drafts[at]
    if here.rule.kind not in CLOCKS:
        return None
    for there in drafts[at + 1 : at + 1 + _JOINED]:
        words = here.block.words[here.stop : there.first]
        if there.block is not here.block or len(words) > _APART or any(word in ".!?\n;" for word in words):
            return None
        if there.rule.kind in ("date", "deictic"):
            values = resolved(there, scene, grammar)
            return values[0].told if values else None
        if there.rule.kind not in CLOCKS:
            return None
        here = there
    return None
