"""Compares two claims in place and in time; each comparison says why, and None means that they do not meet."""

import dataclasses
import math

from counterclaim.crosscheck.stands import DAY, Stand, accuses_outright, clash_either_way, day_of, denies_own_deed
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Place, Reason
from counterclaim.model.earth import great_circle_km

SAME = 0.9
LONG = 32 * DAY
"""A time longer than a month ("this year") says nothing of the day."""
BESIDE = 0.6
"""From here on two places are one; below, a facility and its town: who holds an airport need not hold the city."""


def kilometres(one: Place, other: Place) -> float:
    """Returns the great-circle distance of two places; infinite where one is known by its name alone."""
    return math.inf if one.point is None or other.point is None else great_circle_km(one.point, other.point)


def is_region(place: Place, codes: Codes) -> bool:
    """Tells whether a place is a region or a country, whose point says little."""
    return codes.is_region(place.precision_km, place.feature)


def is_facility(place: Place, codes: Codes) -> bool:
    """Tells whether a place is a thing at one spot: a dam, a bridge, a plant."""
    return (place.feature or "").casefold() in codes.settings["places"]["facilities"]


def same_place(one: Place, other: Place, codes: Codes) -> float:
    """Returns how far two places are one: 1 the same entry, less for a facility and its town, 0 for two places."""
    if one.id == other.id:
        return 1.0
    limits = codes.settings["places"]
    regions = is_region(one, codes) + is_region(other, codes)
    if regions == 1:
        return 0.0
    apart = kilometres(one, other)
    if one.name.casefold() == other.name.casefold() and apart <= max(one.precision_km, other.precision_km, limits["facility_km"]):
        return 0.9
    if regions or apart > limits["facility_km"]:
        return 0.0
    if apart <= limits["same_km"]:
        return 0.9
    return BESIDE if is_facility(one, codes) != is_facility(other, codes) else 0.0


def compare_places(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns how the places agree, or None when they are two; a report's claim without a place may share another's of that report."""
    here, there = one.place, other.place
    unlisted = sorted(set(one.unlisted) & set(other.unlisted))
    if unlisted:
        return Reason("place", 0.6, f"both name {unlisted[0]}, which no list of places here has")
    one_report = one.claim.document == other.claim.document
    entry = codes.get(one.code)
    if here is not None and there is not None:
        near = same_place(here, there, codes)
        if near and not (near < SAME and "ground" in (one.family, other.family)):
            named = here.name if near == 1.0 else " and ".join(sorted((here.name, there.name)))
            if is_wide(here, codes):
                return Reason("place", 0.2, f"both in {named}, which is wide")
            return Reason("place", near, f"both at {named}" if near == 1.0 else f"{named} are one place or lie side by side")
    elif one_report:
        return Reason("place", 0.4, "one report, and no other place is named")
    if entry is not None and entry.scope == "campaign" and not (entry.many and here is not None and there is not None):
        return Reason("place", 0.2, "this is not tied to a place")
    return _same_rare_thing(one, other, codes) or denied_everywhere(one, other, codes)


def denied_everywhere(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns that the accused denies such a deed of no one place, soon after the charge: outright, or of the very day that both name."""
    for denial, charge in ((one, other), (other, one)):
        if not codes.entails(charge.code, denial.code) or not denies_own_deed(denial.claim, codes):
            continue
        if not accuses_outright(charge.claim, codes) or denial.agent != charge.agent:
            return None
        outright = denial.claim.stance == "denies" or (charge.place is None and one_day(one, other))
        near = denial.said is not None and charge.said is not None and 0 <= denial.said - charge.said + DAY / 4 <= 1.5 * DAY
        return Reason("place", 0.3, "the denial names no place: it is of any such deed") if near and outright else None
    return None


def one_day(one: Stand, other: Stand) -> bool:
    """Tells whether both texts say when it was, and it is the same day or two days that meet."""
    if one.begin is None or other.begin is None:
        return False
    ends = [(s.end or s.begin or 0.0) - s.begin for s in (one, other) if s.begin is not None]
    return max(ends) <= 2 * DAY and one.begin <= (other.end or other.begin) and other.begin <= (one.end or one.begin)


def one_moment(one: Stand, other: Stand) -> bool:
    """Tells whether both speak of one day: by what the texts say, else by a day at most between the reports."""
    if one.begin is not None and other.begin is not None:
        return one_day(one, other)
    return one.said is not None and other.said is not None and abs(one.said - other.said) <= DAY


def is_point(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether both name a place, and neither is a region."""
    return all(s.place is not None and not is_region(s.place, codes) for s in (one, other))


def _same_rare_thing(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns that two accounts name one rare thing, where not both say exactly where and they do not name two countries."""
    things = sorted(one.things & other.things & codes.rare)
    here, there = one.place, other.place
    if not things or (here is not None and there is not None and here.country != there.country):
        return None
    if here is not None and there is not None and not is_region(here, codes) and not is_region(there, codes):
        apart = kilometres(here, there)
        if apart > codes.settings["places"]["rare_km"] or (is_facility(here, codes) and is_facility(there, codes)):
            return None
    return Reason("place", 0.4, f"both tell of a {things[0]}, and no other is named")


def is_wide(place: Place, codes: Codes) -> bool:
    """Tells whether a place is so wide that two reports of it may speak of two things."""
    return place.precision_km >= codes.settings["places"]["wide_km"]


def compare_times(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns how the times agree, or None when they cannot be one time."""
    one, other = _dated(one), _dated(other)
    if one.begin is not None and other.begin is not None:
        if one.begin <= (other.end or other.begin) and other.begin <= (one.end or one.begin):
            return Reason("time", 1.0, f"both speak of {day_of(max(one.begin, other.begin))}")
        return None
    entries = [codes.get(s.code) for s in (one, other)]
    lasting = all(entry is not None and entry.state for entry in entries)
    window = codes.settings["days"]["state" if lasting else "deed"] * DAY
    dated = one if one.begin is not None else other if other.begin is not None else None
    if dated is not None:
        free = other if dated is one else one
        if free.said is None:
            return _undated(one, other)
        if (dated.begin or 0.0) - DAY <= free.said <= (dated.end or 0.0) + window:
            return Reason("time", 0.7, f"one speaks of {day_of(dated.begin or 0.0)}, the other was told on {day_of(free.said)}")
        return None
    if one.said is None or other.said is None:
        return _undated(one, other)
    apart = abs(one.said - other.said)
    if apart > window:
        return None
    return Reason("time", 0.9 - 0.5 * apart / window, _apart(one.said, other.said))


def _dated(stand: Stand) -> Stand:
    """Returns the claim, without its time where that is longer than a month."""
    if stand.begin is None or (stand.end or stand.begin) - stand.begin <= LONG:
        return stand
    return dataclasses.replace(stand, begin=None, end=None)


def same_matter_later(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns that one voice speaks of one lasting matter again, some days later, with another answer; None where it does not."""
    entry = codes.get(one.code)
    if entry is None or entry.deed or one.party is None or one.party != other.party or one.said is None or other.said is None:
        return None
    if abs(one.said - other.said) > codes.settings["days"]["update"] * DAY or not clash_either_way(one, other):
        return None
    return Reason("time", 0.4, _apart(one.said, other.said))


def _undated(one: Stand, other: Stand) -> Reason | None:
    return Reason("time", 0.4, "one report, and no other day is named") if one.claim.document == other.claim.document else None


def _apart(one: float, other: float) -> str:
    first, second = sorted((day_of(one), day_of(other)))
    return f"both told on {first}" if first == second else f"told on {first} and {second}"
