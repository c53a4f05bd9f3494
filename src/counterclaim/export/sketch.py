"""SVG sketches without a tile or a border: the towns that claims name, and when things are said to have happened."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from counterclaim.model import Claim
from counterclaim.model.dossier import Dossier
from counterclaim.model.earth import great_circle_km

WIDTH, HEIGHT, MARGIN = 720, 420, 60
KM_PER_DEGREE = 111.32
AREA_KM = 60.0
"""A place whose point stands for a wider area is no town to draw."""
FAR, LEAST_REACH_KM = 3.0, 60.0
LABEL_WIDTH, LABEL_HEIGHT = 110.0, 13.0


def map_svg(dossier: Dossier) -> str:
    """Returns a sketch map of the places that claims name, or "" when none has a point.

    The projection is equirectangular about the middle of the places; dots grow with the number of claims. Areas and places far off
    the story are listed under the map, not drawn.
    """
    at: dict[tuple[str, float, float], list[int]] = defaultdict(list)
    away: set[str] = set()
    for claim in dossier.claims.values():
        point = claim.place.place.point if claim.place else None
        if claim.place and point and claim.place.place.precision_km <= AREA_KM:
            at[(claim.place.place.name, *point)].append(dossier.numbers[claim.id])
        elif claim.place:
            away.add(claim.place.place.name)
    if not at:
        return ""
    near = _story(at)
    away |= {name for name, lat, lon in at if (lat, lon) not in near}
    towns = [(key, numbers) for key, numbers in at.items() if key[1:] in near]
    points = _projected([key[1:] for key, _ in towns])
    heights = _label_heights(points)
    marks = [_town(key[0], sorted(numbers), xy, y) for (key, numbers), xy, y in zip(towns, points, heights, strict=True)]
    bar = _scale_bar([key[1:] for key, _ in towns])
    label = "Sketch map of the places named; no borders drawn"
    svg = f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(marks)}{bar}</svg>'
    return svg + (f'<p class="note">Not drawn: {escape(", ".join(sorted(away)))}.</p>' if away else "")


def _story(at: Mapping[tuple[str, float, float], list[int]]) -> set[tuple[float, float]]:
    """The points of the story: those no farther from its weighted middle than a few times the typical distance."""
    weighted = sorted(key[1:] for key, numbers in at.items() for _ in numbers)
    middle = (sorted(p[0] for p in weighted)[len(weighted) // 2], sorted(p[1] for p in weighted)[len(weighted) // 2])
    apart = sorted(great_circle_km(middle, p) for p in weighted)
    reach = max(LEAST_REACH_KM, FAR * apart[len(apart) * 3 // 4])
    return {p for p in weighted if great_circle_km(middle, p) <= reach}


def _label_heights(points: list[tuple[float, float]]) -> list[float]:
    """The labels' heights, moved down where two would stand on one another."""
    placed: list[tuple[float, float]] = []
    heights = [0.0] * len(points)
    for n in sorted(range(len(points)), key=lambda n: (points[n][1], points[n][0])):
        x, y = points[n]
        while any(abs(x - other) < LABEL_WIDTH and abs(y - height) < LABEL_HEIGHT for other, height in placed):
            y += LABEL_HEIGHT
        placed.append((x, y))
        heights[n] = y
    return heights


def _degrees_wide(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The middle and the extent in degrees of latitude, at least half a degree."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    middle = (min(lats) + max(lats)) / 2
    squeeze = math.cos(math.radians(middle))
    extent = max((max(lats) - min(lats)) * WIDTH / HEIGHT, (max(lons) - min(lons)) * squeeze, 0.5)
    return middle, (min(lons) + max(lons)) / 2, extent


def _projected(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    middle, centre, extent = _degrees_wide(points)
    scale, squeeze = (WIDTH - 2 * MARGIN) / extent, math.cos(math.radians(middle))
    return [(WIDTH / 2 + (lon - centre) * squeeze * scale, HEIGHT / 2 - (lat - middle) * scale) for lat, lon in points]


def _town(name: str, numbers: list[int], xy: tuple[float, float], height: float) -> str:
    x, y = xy
    radius = 4 + 2 * math.sqrt(len(numbers))
    cited = " ".join(map(str, numbers))
    anchor, shift = ("end", -radius - 3) if x > WIDTH - 2.5 * MARGIN else ("start", radius + 3)
    return (
        f'<g class="town" data-c="{cited}"><circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>claims {cited}</title></circle>'
        f'<text x="{x + shift:.1f}" y="{height + 4:.1f}" text-anchor="{anchor}">{escape(name)}</text></g>'
    )


def _scale_bar(points: list[tuple[float, float]]) -> str:
    _, _, extent = _degrees_wide(points)
    km_per_pixel = extent * KM_PER_DEGREE / (WIDTH - 2 * MARGIN)
    km = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if step / km_per_pixel > 60), 5000)
    y = HEIGHT - 16
    return f'<g class="scale"><path d="M16 {y} h{km / km_per_pixel:.1f}"/><text x="16" y="{y - 6}">{km} km</text></g>'


def timeline_svg(dossier: Dossier) -> str:
    """Returns claims on a line of days, one row a voice, or "" when none is dated."""
    dated = [(moment, c) for c in dossier.claims.values() if (moment := _day(c))]
    if not dated:
        return ""
    days = sorted({d for d, _ in dated})
    rows = list(
        dict.fromkeys(
            _row(c) for _, c in sorted(dated, key=lambda item: (item[1].source.side or "~" if item[1].source else "~", _row(item[1])))
        )
    )
    height = 40 + 26 * len(rows)
    left, right = 200, WIDTH - 90
    span = max((days[-1] - days[0]).days, 1)
    marks = [f'<text class="row" x="8" y="{44 + 26 * n}">{escape(_cut(name))}</text>' for n, name in enumerate(rows)]
    marks += [
        f'<text class="day" x="{left + (right - left) * (d - days[0]).days / span:.1f}" y="16">{d.day} {d:%b}</text>' for d in _ticks(days)
    ]
    stacked: dict[tuple[int, date], int] = defaultdict(int)
    for d, claim in sorted(dated, key=lambda item: dossier.numbers[item[1].id]):
        row = rows.index(_row(claim))
        nth, number = stacked[(row, d)], dossier.numbers[claim.id]
        stacked[(row, d)] += 1
        x, y = left + (right - left) * (d - days[0]).days / span + 9 * nth, 40 + 26 * row
        polarity = claim.event.polarity if claim.event else "none"
        dot = f'<circle class="{polarity}" data-c="{number}" cx="{x:.1f}" cy="{y}" r="5">'
        marks.append(f"{dot}<title>claim {number}</title></circle>")
    return f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Timeline of the claims">{"".join(marks)}</svg>'


def _day(claim: Claim) -> date | None:
    begin = (claim.time and claim.time.begin) or (claim.said and claim.said.begin) or claim.published
    try:
        return date.fromisoformat(begin[:10]) if begin else None
    except ValueError:
        return None


def _row(claim: Claim) -> str:
    source = claim.source
    if claim.attribution is None:
        return claim.publisher or "own voice"
    return source.party or source.text if source and source.spans else "hearsay"


def _cut(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"


def _ticks(days: list[date]) -> Iterable[date]:
    step = max(1, len(days) // 8)
    return days[::step]
