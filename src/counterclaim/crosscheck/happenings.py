"""Groups the claims of a block into happenings: one place, one kind, no long silence between them, whatever the wording."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from counterclaim.crosscheck import fields
from counterclaim.crosscheck.stands import DAY, Stand
from counterclaim.knowledge.codes import Codes
from counterclaim.knowledge.world import slug
from counterclaim.model import Place

HOURS = 9.0
"""A time no longer than this names a part of the day."""
Bucket = tuple[str, str | None]
Group = tuple[Place | None, list[Stand]]
"""The claims of one happening, in order of time, and where it is said to have been."""


def sites(stands: Sequence[Stand], codes: Codes, rare: bool = False) -> list[tuple[Place | None, list[Stand]]]:
    """Returns claims by place: entries that are one place, or a facility and its town, come together; with `rare`, vague ones join them."""
    places = {s.place.id: s.place for s in stands if s.place is not None}
    nearness = fields.SAME if stands and stands[0].family == "ground" else fields.BESIDE
    heads: list[Place] = []
    home: dict[str, str] = {}
    for place in sorted(places.values(), key=lambda p: (not fields.is_facility(p, codes), p.id)):
        head = next((h for h in heads if fields.same_place(h, place, codes) >= nearness), None)
        if head is None:
            heads.append(place)
        home[place.id] = (head or place).id
    grouped: dict[str | None, list[Stand]] = defaultdict(list)
    for s in stands:
        grouped[home[s.place.id] if s.place else None].append(s)
    if rare:
        _join_vague(grouped, places, codes)
    return [(places[key] if key is not None else None, grouped[key]) for key in sorted(grouped, key=str)]


def groups(key: str, told: Iterable[Stand], codes: Codes) -> list[Group]:
    """Returns the claims of the block `key` by happening, each with its place; what only asks or promises is left out."""
    silent = codes.settings["silence"]["stances"]
    stands = [s for s in told if s.claim.stance not in silent]
    tied = [s for s in stands if not _campaign(s, codes)]
    cell = key.split("|")[2]
    by_place = [(_unlisted(cell), tied)] if cell.startswith("n:") and tied else sites(tied, codes, rare=cell.startswith("t:"))
    found = [(place, group) for place, here in by_place for group in happenings(here, codes)]
    return found + [(_usual_place(group), group) for group in happenings([s for s in stands if _campaign(s, codes)], codes)]


def _unlisted(cell: str) -> Place:
    """Returns a place that no list has, by its name alone, to be named in questions; where on earth it is stays unknown."""
    return Place(f"text:{slug(cell[2:])}", cell[2:], None, None)


def _campaign(stand: Stand, codes: Codes) -> bool:
    entry = codes.get(stand.code)
    return entry is not None and entry.scope == "campaign"


def _usual_place(group: Sequence[Stand]) -> Place | None:
    """Returns the place that more than half of the claims name, or None: an offensive or a cease-fire is not tied to one."""
    places = {s.place.id: s.place for s in group if s.place is not None}
    counts = Counter(s.place.id for s in group if s.place is not None)
    usual = max(sorted(counts), key=lambda p: counts[p], default=None)
    return places[usual] if usual is not None and 2 * counts[usual] > len(group) else None


def _join_vague(grouped: dict[str | None, list[Stand]], places: dict[str, Place], codes: Codes) -> None:
    """Moves claims that name a rare thing but only a region, or no place, to the place of that country that most claims name."""
    exact = [key for key in grouped if key is not None and not fields.is_region(places[key], codes)]
    for key in sorted(grouped, key=str):
        country = places[key].country if key is not None else None
        near = [e for e in exact if country is None or places[e].country == country]
        if key not in exact and near:
            grouped[min(near, key=lambda e: (-len(grouped[e]), e))] += grouped.pop(key)


def happenings(stands: Sequence[Stand], codes: Codes) -> list[list[Stand]]:
    """Returns the claims of one place as happenings, each in order of time and id; claims linked by what they name stay together."""
    parent = list(range(len(stands)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, other in _links(stands, codes):
        parent[root(other)] = root(one)
    grouped: dict[int, list[Stand]] = defaultdict(list)
    for i, s in enumerate(stands):
        grouped[root(i)].append(s)
    ordered = [sorted(group, key=lambda s: (when(s), s.claim.id)) for group in grouped.values()]
    return sorted(ordered, key=lambda group: (when(group[0]), group[0].claim.id))


def _links(stands: Sequence[Stand], codes: Codes) -> Iterator[tuple[int, int]]:
    """Yields pairs of claims (by number) of one happening: neighbours in time that name the same, and an answer with what it answers."""
    buckets: dict[Bucket, list[int]] = defaultdict(list)
    for i, s in enumerate(stands):
        for bucket in _buckets(s, codes):
            buckets[bucket].append(i)
    for (kind, _), members in buckets.items():
        limit = (1.0 if kind == "code" else codes.settings["days"]["gap"]) * DAY
        members.sort(key=lambda i: (when(stands[i]), stands[i].claim.id))
        for earlier, later in pairwise(members):
            if when(stands[later]) - when(stands[earlier]) <= limit and not _at_other_hours(stands[earlier], stands[later]):
                yield earlier, later
    numbers = {s.claim.id: i for i, s in enumerate(stands)}
    for i, s in enumerate(stands):
        answered = numbers.get(s.claim.answers_to or "")
        if answered is not None:
            yield i, answered


def _at_other_hours(one: Stand, other: Stand) -> bool:
    """Tells whether both say at what hour of the day it was, and those are two: at three in the morning, and in the evening."""
    if one.begin is None or other.begin is None:
        return False
    ends = [s.end if s.end is not None else s.begin for s in (one, other)]
    exact = all(end is not None and s.begin is not None and end - s.begin <= HOURS for s, end in zip((one, other), ends, strict=True))
    return exact and max(one.begin, other.begin) - min(e for e in ends if e is not None) > 1.0


def when(stand: Stand) -> float:
    """Returns the hour that a claim is filed under: when it happened, else when it was told; 0 when neither is known."""
    return stand.begin if stand.begin is not None else stand.said if stand.said is not None else 0.0


def _buckets(stand: Stand, codes: Codes) -> list[Bucket]:
    entry = codes.get(stand.code)
    if entry is not None and entry.deed:
        spot = stand.place is not None and fields.is_facility(stand.place, codes)
        named: list[Bucket] = [("thing", thing) for thing in sorted(stand.things)]
        return [("spot", None), *named] if spot else named or [("code", stand.code)]
    if stand.family == "ground":
        return [("ground", None)]
    if entry is not None and not entry.agentless and stand.agent is not None:
        return [(stand.code, stand.agent)]
    return [(stand.code, None)]
