"""Gives a candidate its TIMEX3 values: which function reads which kind of rule."""

from collections.abc import Callable

from counterclaim.reading import times_dates as dates
from counterclaim.reading import times_relative as relative
from counterclaim.reading import times_vague as vague
from counterclaim.reading.times_rules import Draft, Grammar
from counterclaim.reading.times_scene import Scene
from counterclaim.reading.times_values import Value

KINDS: dict[str, Callable[[Draft, Scene, Grammar], list[Value]]] = {
    "date": dates.date,
    "days": dates.days,
    "dayonly": dates.dayonly,
    "dotted": dates.dotted,
    "slashed": dates.slashed,
    "year": dates.year,
    "shortyear": dates.shortyear,
    "years": dates.years,
    "bcyears": dates.bcyears,
    "decade": dates.decade,
    "century": dates.century_of,
    "quarter": dates.quarter,
    "half": dates.half,
    "fiscal": dates.fiscal,
    "weekof": dates.weekof,
    "week": dates.week_number,
    "name": dates.name,
    "holiday": dates.holiday,
    "deictic": relative.deictic,
    "beyond": relative.beyond,
    "thispart": relative.thispart,
    "lastpart": relative.lastpart,
    "overnight": relative.overnight,
    "nightinto": relative.nightinto,
    "period": relative.this_period,
    "ago": relative.ago,
    "fromnow": relative.fromnow,
    "later": relative.later,
    "laterref": relative.laterref,
    "toldunit": relative.toldunit,
    "toldpart": relative.toldpart,
    "weekend": relative.weekend,
    "duration": vague.duration,
    "durations": vague.durations,
    "span": vague.span,
    "recent": vague.recent,
    "set": vague.set_value,
    "every": vague.every,
    "rate": vague.rate,
    "ref": vague.ref,
    "former": vague.former,
    "soon": vague.soon,
    "clock": vague.clock,
    "clockrange": vague.clockrange,
    "part": vague.part,
    "somepart": vague.somepart,
    "warday": vague.warday,
}


def resolved(draft: Draft, scene: Scene, grammar: Grammar) -> list[Value]:
    """Returns the values of a candidate: none where it is no time, two where it holds two ("8 and 10 May")."""
    return KINDS[draft.rule.kind](draft, scene, grammar)
