"""Holds events against an independent list: supported, conflicting in a field, or not covered."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from counterclaim.model import Claim, Event
from counterclaim.model.earth import great_circle_km
from counterclaim.model.lists import Comparison, ListedEvent

REACH_KM = 10.0
"""How far apart two points of one happening may lie, beside what each stands for."""
COARSE_KM = 30.0
"""A place that stands for a wider area than this is too coarse to be held against points."""
DAYS = 1
"""How many days apart: reports and lists differ by a night."""
CELL = 1.0
"""Degrees of the grid in which rows are looked up."""
KILLED = ("killed", "dead", "deaths")


def compared(events: Iterable[Event], claims: Mapping[str, Claim], rows: Iterable[ListedEvent], codes: frozenset[str]) -> list[Comparison]:
    """Returns one comparison an event that has a point and a day; others are left out.

    Args:
        events: the record's events.
        claims: the record's claims by id.
        rows: the list.
        codes: the event codes that the list covers; empty: all.
    """
    grid: dict[tuple[int, int], list[ListedEvent]] = defaultdict(list)
    for row in rows:
        grid[_cell(row.latitude, row.longitude)].append(row)
    return [found for event in events if (found := _comparison(event, claims, grid, codes))]


def _comparison(
    event: Event, claims: Mapping[str, Claim], grid: Mapping[tuple[int, int], list[ListedEvent]], codes: frozenset[str]
) -> Comparison | None:
    told = [claims[c] for c in event.claims if c in claims]
    placed = next((c.place.place for c in told if c.place), None)
    point = placed.point if placed else None
    if placed is None or point is None or event.begin is None:
        return None
    if codes and event.code not in codes:
        return Comparison(event.id, "not covered", (), (f"the list does not cover {event.code}",))
    if placed.precision_km > COARSE_KM:
        return Comparison(
            event.id, "not covered", (), (f"{placed.name} stands for {placed.precision_km:g} km around: too coarse to compare",)
        )
    near = []
    for row in _around(point, grid):
        km = great_circle_km(point, (row.latitude, row.longitude))
        if km <= REACH_KM + placed.precision_km + row.precision_km and _days_meet(event, row):
            near.append((km, row))
    if not near:
        return Comparison(event.id, "not covered", (), (f"no row of the list near {placed.name} on those days",))
    near.sort(key=lambda item: (item[0], item[1].id))
    reasons = [f"{row.id} lies {km:.0f} km away, {row.begin} to {row.end}" for km, row in near[:5]]
    conflict = _deaths(told, [row for _, row in near])
    listed = tuple(row.id for _, row in near)
    return Comparison(event.id, "conflicting" if conflict else "supported", listed, (*((conflict,) if conflict else ()), *reasons))


def _around(point: tuple[float, float], grid: Mapping[tuple[int, int], list[ListedEvent]]) -> Iterable[ListedEvent]:
    row, column = _cell(*point)
    return (found for y in (row - 1, row, row + 1) for x in (column - 1, column, column + 1) for found in grid.get((y, x), ()))


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return math.floor(latitude / CELL), math.floor(longitude / CELL)


def _days_meet(event: Event, row: ListedEvent) -> bool:
    begin, end = date.fromisoformat((event.begin or "")[:10]), date.fromisoformat((event.end or event.begin or "")[:10])
    slack = timedelta(days=DAYS)
    return begin - slack <= date.fromisoformat(row.end) and date.fromisoformat(row.begin) - slack <= end


def _deaths(told: Iterable[Claim], rows: list[ListedEvent]) -> str | None:
    """Why the claimed deaths and the listed ones rule one another out; None when they may agree or one side has none."""
    bounds = [(row.deaths_low, row.deaths_high) for row in rows if row.deaths_low is not None and row.deaths_high is not None]
    claimed = [
        q
        for c in told
        for q in c.quantities
        if q.of and any(word in q.of for word in KILLED) and c.event and c.event.polarity == "positive"
    ]
    if not bounds or not claimed:
        return None
    low, high = min(b[0] for b in bounds), sum(b[1] for b in bounds)
    if any((q.low or 0) <= high and (q.high if q.high is not None else math.inf) >= low for q in claimed):
        return None
    said = claimed[0]
    least, most = ("any" if bound is None else f"{bound:g}" for bound in (said.low, said.high))
    return f"deaths: claimed {least} to {most}, listed {low:g} to {high:g}"
