"""Which place a name means: by its own weight, by the words beside it and by the other places of the document."""

import itertools
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Entry
from counterclaim.model.earth import great_circle_km
from counterclaim.reading.toponyms_candidates import TOWNS, Candidate

_BROAD = frozenset({"country", "continent"})
_KNOWN_CITY = 100_000
_SMALL_TOWN = 10_000
_PEOPLE = 0.1
"""Points for each decimal of a country's population: of two Congos the larger is meant, unless the text says otherwise."""
_WORLD_CITY = 1_000_000
_NEIGHBOURS = 40
_WINDOW = 8
_LISTED = 3
"""So many names side by side are a list of equals, not a place within a region within a country."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Points for each reason to prefer a place; a town has the decimal logarithm of its population to begin with."""

    country: float = 9.0
    region: float = 6.0
    small_region: float = 4.0
    area: float = 6.5
    water: float = 6.0
    county: float = 2.8
    site: float = 5.5
    capital: float = 0.8
    main_name: float = 1.2
    conflict_place: float = 6.0
    against_known: float = -4.0
    conflict_country: float = 1.5
    crowd: float = 0.4
    world_city: float = 1.5
    listed: float = 0.5
    within: float = 6.0
    same_kind: float = 2.0
    called_town: float = 2.5
    country_share: float = 2.5
    near: float = 2.0
    near_km: float = 250.0


WEIGHTS = Weights()
_FEATURES = {
    "country": WEIGHTS.country,
    "continent": WEIGHTS.country,
    "region": WEIGHTS.region,
    "area": WEIGHTS.area,
    "county": WEIGHTS.county,
    **dict.fromkeys(("sea", "ocean", "river", "lake", "gulf", "strait", "reservoir", "island", "desert"), WEIGHTS.water),
}


def chosen(candidates: list[Candidate], conflict: Conflict | None, weights: Weights = WEIGHTS) -> list[Entry]:
    """Returns the place of each candidate; one name means one place in a document, but for "the X region"."""
    beside = _beside(candidates)
    names: dict[str, list[int]] = {}
    for i, c in enumerate(candidates):
        names.setdefault(c.key, []).append(i)
    priors = {name: _priors(candidates[at[0]].entries, conflict, weights) for name, at in names.items()}
    result = {name: max(candidates[at[0]].entries, key=_by(priors[name])) for name, at in names.items()}
    for _ in range(2):
        context = _Context(result, names)
        result = {
            name: _best(priors[name], [candidates[i] for i in at], [beside[i] for i in at], context, weights) for name, at in names.items()
        }
    return [result[c.key] for c in candidates]


def believable(candidates: list[Candidate], places: list[Entry], conflict: Conflict | None) -> list[bool]:
    """Tells of each candidate whether to believe it: a small town in a country that the text speaks of nowhere else is a chance hit.

    What speaks for one: words of place before any of its mentions, another place of its country, the conflict's own country.
    """
    countries = Counter(country for country, _ in {(e.country, c.key) for c, e in zip(candidates, places, strict=True)})
    located = {c.key for c in candidates if c.located}
    for (before, beside), (c, e) in itertools.pairwise(zip(candidates, places, strict=True)):
        if c.follows(before) and (before.key in located or (beside.is_main_name and beside.country == e.country)):
            located.add(c.key)
    own = set(conflict.countries) if conflict is not None else set()
    return [
        (e.is_listed and e.feature not in TOWNS)
        or c.key in located
        or e.country in own
        or (e.is_main_name and (c.first != c.last or e.population >= _KNOWN_CITY or countries[e.country] > 1))
        or (countries[e.country] > 1 and (e.feature not in TOWNS or e.population >= _SMALL_TOWN))
        for c, e in zip(candidates, places, strict=True)
    ]


def far_namesakes(candidates: list[Candidate], places: list[Entry], conflict: Conflict | None, strangers: int) -> list[bool]:
    """Tells of each candidate whether only a far town bears the name, in a text that plays where no gazetteer reaches.

    A town that nothing supports (no other place of its country, no great population) is taken for the text's own of that name: one
    known by another name only beside one name that no gazetteer has, a small one beside two.

    Args:
        candidates: the names believed so far.
        places: their places.
        conflict: the war that the text is about, or None.
        strangers: how many names of the text no gazetteer has.
    """
    countries = Counter(country for country, _ in {(e.country, c.key) for c, e in zip(candidates, places, strict=True)})
    own = set(conflict.countries) if conflict is not None else set()
    return [
        e.feature in TOWNS
        and not c.is_of_conflict
        and e.country not in own
        and countries[e.country] == 1
        and ((strangers >= 1 and not e.is_main_name) or (strangers >= 2 and e.population < _KNOWN_CITY))
        for c, e in zip(candidates, places, strict=True)
    ]


def _by(prior: dict[str, float]) -> Callable[[Entry], tuple[float, str]]:
    return lambda e: (prior[e.id], e.id)


class _Context:
    """The places of the document, as chosen so far: the most named of them, and the share of each country."""

    def __init__(self, places: dict[str, Entry], names: dict[str, list[int]]) -> None:
        often = sorted(places, key=lambda n: (-len(names[n]), names[n][0]))
        self.local = [(n, places[n]) for n in often if places[n].feature not in _BROAD][:_NEIGHBOURS]
        self.weights = {n: min(len(names[n]), 5) * (0.5 if e.is_demonym else 1.0) for n, e in places.items() if e.country}
        self.countries: dict[str, float] = {}
        for n, weight in self.weights.items():
            country = places[n].country or ""
            self.countries[country] = self.countries.get(country, 0.0) + weight
        self.total = sum(self.weights.values())
        self.places = places

    def share(self, name: str, country: str | None) -> float:
        """The share of the other names that lie in `country`."""
        own = self.weights.get(name, 0.0)
        there = self.countries.get(country or "", 0.0) - (own if self.places[name].country == country else 0.0)
        return there / (self.total - own + 1.0)

    def nearest(self, name: str, e: Entry) -> float:
        """The distance in km from `e` to the nearest other place that is no country."""
        return min(
            (great_circle_km((e.latitude, e.longitude), (other.latitude, other.longitude)) for n, other in self.local if n != name),
            default=math.inf,
        )


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a candidate: the area that it is said to lie in, and the names that it is listed with."""

    container: tuple[Entry, ...] = ()
    equals: tuple[Candidate, ...] = ()


def _best(prior: dict[str, float], mentions: list[Candidate], beside: list[_Beside], context: _Context, weights: Weights) -> Entry:
    def points(e: Entry) -> float:
        total = prior[e.id] + _support(mentions[0].key, e, context, weights)
        total += weights.within * any(_is_within(e, area) for b in beside for area in b.container)
        total += weights.same_kind * max((_kinship(e, b.equals) for b in beside), default=0.0)
        return total + weights.called_town * (e.feature in TOWNS and any(m.called_town for m in mentions))

    return max(mentions[0].entries, key=lambda e: (points(e), e.id))


def _priors(entries: tuple[Entry, ...], conflict: Conflict | None, weights: Weights) -> dict[str, float]:
    """The points of each place for itself; a village of the conflict that bears the name of a great city is seldom meant."""
    great = {e.id for e in entries if e.is_main_name and (e.population >= _WORLD_CITY or (e.is_listed and e.feature == "country"))}
    points = {e.id: _prior(e, conflict, weights) for e in entries}
    if conflict is not None and great:
        for name in points:
            points[name] += weights.against_known * (name.startswith(f"{conflict.id}:") and bool(great - {name}))
    return points


def _prior(e: Entry, conflict: Conflict | None, weights: Weights) -> float:
    points = math.log10(e.population + 10) if e.feature in TOWNS else _FEATURES.get(e.feature, weights.site)
    if e.feature == "region" and not e.is_listed:
        points = weights.small_region
    points += _PEOPLE * math.log10(e.population + 1) if e.feature in _BROAD else 0.0
    points += weights.world_city * (e.is_main_name and e.feature in TOWNS and e.population >= _WORLD_CITY) + weights.listed * e.is_listed
    points += weights.main_name * e.is_main_name + weights.capital * (e.feature == "capital")
    if conflict is not None:
        points += weights.crowd * math.log2(1 + e.crowd)
        points += weights.conflict_place * e.id.startswith(f"{conflict.id}:") + weights.conflict_country * (e.country in conflict.countries)
    return points


def _support(name: str, e: Entry, context: _Context, weights: Weights) -> float:
    points = weights.country_share * context.share(name, e.country)
    return points if e.feature in _BROAD else points + weights.near * math.exp(-context.nearest(name, e) / weights.near_km)


def _is_within(e: Entry, area: Entry) -> bool:
    if e.feature in _BROAD or e.id == area.id or area.is_demonym:
        return False
    if area.feature == "country":
        return e.country == area.country
    return area.feature in ("region", "county") and e.admin1 is not None and e.admin1 == area.admin1 and e.feature != "region"


def _kinship(e: Entry, equals: tuple[Candidate, ...]) -> float:
    """The share of the names in a list that have a reading of the same kind, in the same country where it is a region."""
    if not equals:
        return 0.0
    kind = {e.feature} if e.feature not in TOWNS else TOWNS
    alike = sum(
        any(o.feature in kind and o.is_main_name and (o.country == e.country or e.feature in _BROAD) for o in c.entries) for c in equals
    )
    return alike / len(equals)


def _beside(candidates: list[Candidate]) -> list[_Beside]:
    """Returns what stands beside each candidate: lists ("A, B and C") and areas ("X, Y", "X in Y", "X (Y)")."""
    found: list[_Beside] = []
    at = 0
    while at < len(candidates):
        end = at
        while end + 1 < len(candidates) and candidates[end + 1].follows(candidates[end]):
            end += 1
        run = candidates[at : end + 1]
        found += _listed(run) if _is_list(run) else _nested(run)
        at = end + 1
    return found


def _is_list(run: list[Candidate]) -> bool:
    """Tells whether names side by side are equals: three or more, or joined by "and"."""
    if len(run) < _LISTED and not any(c.after_and for c in run[1:]):
        return False
    return any(c.after_and for c in run[1:]) or len(run) > _LISTED


def _listed(run: list[Candidate]) -> list[_Beside]:
    return [_Beside((), tuple(run[max(0, i - _WINDOW) : i] + run[i + 1 : i + 1 + _WINDOW])) for i in range(len(run))]


def _nested(run: list[Candidate]) -> list[_Beside]:
    found = []
    for _, after in zip(run, (*run[1:], None), strict=False):
        areas = tuple(e for e in after.entries if e.feature in ("country", "region", "county")) if after is not None else ()
        found.append(_Beside(areas))
    return found
