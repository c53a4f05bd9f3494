"""Events: what many claims are about, the versions of it side by side, and what stands behind each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.crosscheck.assessment import assess
from counterclaim.crosscheck.counts import counts_of, shown
from counterclaim.crosscheck.happenings import Group, when
from counterclaim.crosscheck.stands import Stand, answer_to, clash, day_of, named
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Assessment, Event, Place, Version, short_id

TAKEN = {"yes": "taken", "no": "not taken", "partly": "taken in part"}


def events_in(key: str, groups: Iterable[Group], codes: Codes) -> tuple[Event, ...]:
    """Returns the events that the happenings of one block are, sorted by id."""
    found = [_event(key, place, group, codes) for place, group in groups]
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
    """Returns the accounts of an event, the most told first: who answers alike whether the place was taken, or says the same, tells one."""
    taken = Counter(s.agent for s in group if s.code == "capture" and s.agent is not None)
    taker = max(sorted(taken), key=lambda agent: taken[agent], default=None)
    told: dict[tuple[str, str, str | None, str], list[Stand]] = defaultdict(list)
    for s in group:
        told[_account(s, taker, codes)].append(s)
    accounts = sorted(told.values(), key=lambda a: (-len(a), a[0].claim.id))
    found = []
    for account in accounts:
        against = [other for other in accounts if other is not account and _contrary(account, other, codes)]
        found.append(
            Version(tuple(sorted(s.claim.id for s in account)), _summary(account, taker, codes), _assessed(account, against, codes))
        )
    return tuple(found)


def _account(stand: Stand, taker: str | None, codes: Codes) -> tuple[str, str, str | None, str]:
    """Returns what claims of one account share: their answer to whether a place was taken, else code, agent, yes or no, and degree."""
    answer = answer_to(("capture", taker), stand) if taker is not None and stand.family == "ground" else None
    if answer is not None:
        return "capture", answer, taker, ""
    entry = codes.get(stand.code)
    code = "deed" if entry is not None and entry.deed else stand.code
    return code, "yes" if stand.positive else "no", stand.agent, stand.degree


def _assessed(account: Sequence[Stand], against: Sequence[Sequence[Stand]], codes: Codes) -> Assessment:
    return assess([s.claim for s in account], [[s.claim for s in other] for other in against], codes)


def _contrary(account: Sequence[Stand], other: Sequence[Stand], codes: Codes) -> bool:
    """Tells whether two accounts rule one another out; claims of one account say the same, so that the first of each stands for it."""
    one, two = account[0], other[0]
    entry = codes.get(one.code)
    deeds = entry is not None and entry.deed and one.positive and two.positive
    if deeds and one.agent and two.agent and one.agent != two.agent:
        return True
    return clash(one.yes, two.no) is not None or clash(two.yes, one.no) is not None


def _summary(account: Sequence[Stand], taker: str | None, codes: Codes) -> str:
    answers = {answer_to(("capture", taker), s) for s in account} if taker is not None else {None}
    if answers in ({"yes"}, {"no"}, {"partly"}):
        return f"{TAKEN[answers.pop() or '']} by {named(taker)}"
    counts_by_code = Counter(s.code for s in account)
    first = min(account, key=lambda s: (-counts_by_code[s.code], s.claim.id))
    what = f"{first.code.replace('-', ' ')}{'' if first.degree == 'all' else f' ({first.degree})'}"
    whom = f" by {named(first.agent)}" if first.agent else ""
    counts = sorted({shown(q) for s in account for q in list(counts_of(s, codes).values())[:1]})
    many = f" ({', '.join(counts)})" if counts else ""
    return f"{what}{whom}{many}" if first.positive else f"no {what}{whom}"
