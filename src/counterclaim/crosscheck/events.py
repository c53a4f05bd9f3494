"""Events: what many claims are about, the versions of it side by side, and what stands behind each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.crosscheck.assessment import assess
from counterclaim.crosscheck.counts import shown
from counterclaim.crosscheck.happenings import groups, when
from counterclaim.crosscheck.stands import Stand, clash, day_of, named
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Assessment, Claim, Event, Place, Version, short_id


def events_in(key: str, claims: Iterable[Claim], codes: Codes) -> tuple[Event, ...]:
    """Returns the events that the claims of one block tell of, sorted by id."""
    found = [_event(key, place, group, codes) for place, group in groups(key, claims, codes)]
    return tuple(sorted(found, key=lambda e: e.id))


def _event(key: str, place: Place | None, group: Sequence[Stand], codes: Codes) -> Event:
    counts: dict[str, int] = defaultdict(int)
    for s in group:
        counts[s.code] += 1
    code = min(counts, key=lambda c: (-counts[c], c))
    moments = [when(s) for s in group if when(s)]
    begin = day_of(min(moments)) if moments else None
    return Event(
        id=short_id("event", key, code, place.id if place else None, begin),
        code=code,
        place=place.name if place else None,
        place_id=place.id if place else None,
        begin=begin,
        end=day_of(max(moments)) if moments else None,
        claims=tuple(sorted(s.claim.id for s in group)),
        versions=_versions(group, codes),
    )


def _versions(group: Sequence[Stand], codes: Codes) -> tuple[Version, ...]:
    """Returns the accounts of one event, the most told first: claims that say the same of the same agent are one account."""
    told: dict[tuple[str, str, str | None, str], list[Stand]] = defaultdict(list)
    for s in group:
        entry = codes.get(s.code)
        code = "deed" if entry is not None and entry.deed else s.code
        told[code, "yes" if s.positive else "no", s.agent, s.degree].append(s)
    accounts = sorted(told.values(), key=lambda a: (-len(a), a[0].claim.id))
    found = []
    for account in accounts:
        against = [other for other in accounts if other is not account and _contrary(account[0], other[0], codes)]
        found.append(Version(tuple(sorted(s.claim.id for s in account)), _summary(account), _assessed(account, against, codes)))
    return tuple(found)


def _assessed(account: Sequence[Stand], against: Sequence[Sequence[Stand]], codes: Codes) -> Assessment:
    return assess([s.claim for s in account], [[s.claim for s in other] for other in against], codes)


def _contrary(one: Stand, other: Stand, codes: Codes) -> bool:
    entry = codes.get(one.code)
    rivals = entry is not None and entry.deed and one.positive and other.positive and one.agent and other.agent and one.agent != other.agent
    return bool(rivals) or clash(one.yes, other.no) is not None or clash(other.yes, one.no) is not None


def _summary(account: Sequence[Stand]) -> str:
    first = account[0]
    what = f"{first.code.replace('-', ' ')}{'' if first.degree == 'all' else f' ({first.degree})'}"
    whom = f" by {named(first.agent)}" if first.agent else ""
    counts = sorted({shown(s.claim.quantities[0]) for s in account if s.claim.quantities})
    many = f" ({', '.join(counts)})" if counts else ""
    return f"{what}{whom}{many}" if first.positive else f"no {what}{whom}"
