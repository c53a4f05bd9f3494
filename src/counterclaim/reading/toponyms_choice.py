"""Which place a name means: by its own weight, by the words beside it and by the other places of the document."""

import math
from collections import Counter

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Entry
from counterclaim.reading.toponyms_candidates import Candidate

_FEATURES = {"country": 9.0, "continent": 9.0, "area": 6.5, "region": 6.0, "sea": 7.0, "ocean": 8.0, "river": 5.5, "county": 1.0}
_SITE = 5.5
_MAIN = 1.5
_CONFLICT_PLACE = 4.0
_CONFLICT_COUNTRY = 1.5
_WITHIN = 8.0
_COUNTRY_SHARE = 3.0
_NEAR = 2.5
_NEAR_KM = 150.0


def chosen(candidates: list[Candidate], conflict: Conflict | None) -> list[Entry]:
    """Returns the place of each candidate; one name means one place in a document."""
    containers = _containers(candidates)
    names: dict[str, Candidate] = {}
    for c in candidates:
        names.setdefault(c.name.lower(), c)
    beside: dict[str, set[str]] = {}
    for c, container in zip(candidates, containers, strict=True):
        if container is not None:
            beside.setdefault(c.name.lower(), set()).add(container.name.lower())
    first = {name: max(c.entries, key=lambda e: (_prior(e, conflict), e.id)) for name, c in names.items()}
    counts = Counter(c.name.lower() for c in candidates)
    result = first
    for _ in range(2):
        result = {
            name: _best(c, conflict, [names[b].entries for b in sorted(beside.get(name, ()))], _Context(name, result, counts))
            for name, c in names.items()
        }
    return [result[c.name.lower()] for c in candidates]


class _Context:
    """The other places of the document, as chosen so far."""

    def __init__(self, name: str, places: dict[str, Entry], counts: Counter[str]) -> None:
        self.others = [e for n, e in places.items() if n != name and e.feature not in ("country", "continent")]
        shares: Counter[str] = Counter()
        for other, entry in places.items():
            if other != name and entry.country:
                shares[entry.country] += min(counts[other], 5) * (0.5 if entry.is_demonym else 1.0)
        total = sum(shares.values())
        self.shares = {country: share / total for country, share in shares.items()} if total else {}


def _best(c: Candidate, conflict: Conflict | None, around: list[tuple[Entry, ...]], context: _Context) -> Entry:
    return max(c.entries, key=lambda e: (_prior(e, conflict) + _support(e, around, context), e.id))


def _prior(e: Entry, conflict: Conflict | None) -> float:
    weight = math.log10(e.population + 10) if e.feature == "town" else _FEATURES.get(e.feature, _SITE)
    weight += _MAIN if e.is_main_name else 0.0
    if conflict is not None:
        weight += _CONFLICT_PLACE if e.id.startswith(f"{conflict.id}:") else 0.0
        weight += _CONFLICT_COUNTRY if e.country in conflict.countries else 0.0
    return weight


def _support(e: Entry, around: list[tuple[Entry, ...]], context: _Context) -> float:
    points = _WITHIN if any(_is_within(e, container) for entries in around for container in entries) else 0.0
    points += _COUNTRY_SHARE * context.shares.get(e.country or "", 0.0)
    if e.feature not in ("country", "continent"):
        nearest = min((distance_km(e, other) for other in context.others), default=math.inf)
        points += _NEAR * math.exp(-nearest / _NEAR_KM)
    return points


def _is_within(e: Entry, container: Entry) -> bool:
    if container.feature == "country":
        return e.country == container.country and e.feature != "country"
    if container.feature in ("region", "county"):
        return e.admin1 is not None and e.admin1 == container.admin1 and e.id != container.id and e.feature != "region"
    return False


def _containers(candidates: list[Candidate]) -> list[Candidate | None]:
    """For each candidate, the area that stands after it: "X, Y", "X in Y", "X (Y)"."""
    found: list[Candidate | None] = []
    for c, after in zip(candidates, (*candidates[1:], None), strict=False):
        beside = after is not None and after.first == c.last + 1 and not after.is_demonym and 1 <= after.span.start - c.span.end <= 3
        area = after is not None and any(e.feature in ("country", "region", "county") for e in after.entries)
        found.append(after if beside and area else None)
    return found


def distance_km(a: Entry, b: Entry) -> float:
    """Returns the great-circle distance (haversine, Earth's mean radius 6,371 km)."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (a.latitude, a.longitude, b.latitude, b.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))
