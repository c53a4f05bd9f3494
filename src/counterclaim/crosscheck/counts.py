"""Compares what two claims count: ranges that touch agree, ranges that do not part, and tolls that grow say nothing."""

from counterclaim.crosscheck.fields import one_day
from counterclaim.crosscheck.stands import DAY, Stand
from counterclaim.knowledge.codes import WORD, Codes
from counterclaim.model import Quantity, Reason

OPPOSED = {(True, False), (False, True)}
"""Where the one bound is open below and the other above."""


def compare_counts(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns how the counts of two claims agree (None: nothing to compare; agreement 0: another count altogether)."""
    if not one.positive or not other.positive or one.code != other.code:
        return None
    theirs = counts_of(other, codes)
    pair = next(((mine, theirs[kind]) for kind, mine in counts_of(one, codes).items() if kind in theirs), None)
    if pair is None:
        return None
    left, right = pair
    if one.party is not None and one.party == other.party:
        return _told_anew(one, other, left, right)
    if _touch(left, right) and _named_apart(left, right) > codes.settings["quantities"]["fit"]:
        return Reason("quantities", 0.0, f"counts far apart: {shown(left)} and {shown(right)}")
    if _touch(left, right):
        return Reason("quantities", 0.8, f"the counts fit: {shown(left)} and {shown(right)}")
    entry = codes.get(one.code)
    settled = entry is not None and entry.settled
    exact = settled and left.low == left.high and right.low == right.high and one_day(one, other)
    if entry is not None and settled and entry.agentless and not exact:
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    near = not exact and _ratio(left, right) < codes.settings["quantities"]["ratio"]
    if near or (not settled and _grows(one, other, left, right)):
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    apart = one.side is not None and other.side is not None and one.side != other.side
    if not apart or one.agent != other.agent or _whom(left) != _whom(right):
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    return Reason("quantities", -0.8, f"the counts rule one another out: {shown(left)} and {shown(right)}")


def _told_anew(one: Stand, other: Stand, left: Quantity, right: Quantity) -> Reason | None:
    """Returns that one voice gives another number for one happening, or the same again."""
    if (left.low, left.high) == (right.low, right.high):
        return Reason("quantities", 0.8, f"the same count: {shown(left)}")
    changed = not _touch(left, right) or (left.low != right.low and left.high is None and right.high is None)
    if changed and _whom(left) == _whom(right) and (one_day(one, other) or _soon(one, other)):
        return Reason("quantities", -0.6, f"another count than before: {shown(left)} and {shown(right)}")
    if _touch(left, right):
        return Reason("quantities", 0.6, f"the counts fit: {shown(left)} and {shown(right)}")
    return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")


def _soon(one: Stand, other: Stand) -> bool:
    return one.agent == other.agent and one.said is not None and other.said is not None and abs(one.said - other.said) <= 1.5 * DAY


def open_ended(one: Stand, other: Stand, codes: Codes) -> bool:
    """Tells whether one says "more than" and the other "fewer than", and the two overlap."""
    if not one.positive or not other.positive or one.code != other.code:
        return False
    theirs = counts_of(other, codes)
    pairs = [(mine, theirs[kind]) for kind, mine in counts_of(one, codes).items() if kind in theirs]
    return any(_touch(a, b) and {(a.low is None, a.high is None), (b.low is None, b.high is None)} == OPPOSED for a, b in pairs)


def shown(quantity: Quantity) -> str:
    """Returns a count in words: "26", "at least 1000", "at most 40", "4 to 6"."""
    low, high = (None if v is None else f"{v:g}" for v in (quantity.low, quantity.high))
    if low == high:
        return low or "some"
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low} to {high}"


def counts_of(stand: Stand, codes: Codes) -> dict[str, Quantity]:
    """Returns what a claim counts, by kind: "killed", "wounded" for tolls ("killed" where the words do not say), else the thing counted."""
    found: dict[str, Quantity] = {}
    for quantity in stand.claim.quantities:
        if quantity.unit is not None or (quantity.low is None and quantity.high is None):
            continue
        kind = codes.counts(quantity.of) or ("killed" if stand.family == "toll" else None)
        words = WORD.findall((quantity.of or "").lower())
        found.setdefault(kind or (words[-1] if words else stand.code), quantity)
    return found


def _whom(quantity: Quantity) -> list[str]:
    """Returns the words of what is counted: three of the fighters and five people need not be the same dead."""
    return sorted(WORD.findall((quantity.of or "").lower()))


def _touch(one: Quantity, other: Quantity) -> bool:
    low = max((v for v in (one.low, other.low) if v is not None), default=float("-inf"))
    high = min((v for v in (one.high, other.high) if v is not None), default=float("inf"))
    return low <= high


def _named_apart(one: Quantity, other: Quantity) -> float:
    """Returns how many times the numbers named differ: "at least 4" and "at least 260" fit any toll, and so bear nothing out."""
    numbers = [q.low if q.low is not None else q.high or 0.0 for q in (one, other)]
    return max(numbers) / min(numbers) if min(numbers) > 0 else 1.0


def _ratio(one: Quantity, other: Quantity) -> float:
    """Returns how many times the nearer bounds of two disjoint ranges differ."""
    low = min((v for v in (one.high, other.high) if v is not None), default=0.0)
    high = max((v for v in (one.low, other.low) if v is not None), default=0.0)
    return high / low if low > 0 else float("inf")


def _grows(one: Stand, other: Stand, left: Quantity, right: Quantity) -> bool:
    """Tells whether the later count is the greater one, as counts of the dead are when more are found."""
    if one.said is None or other.said is None or abs(one.said - other.said) < DAY / 12:
        return False
    earlier, later = (left, right) if one.said < other.said else (right, left)
    return (later.low or 0.0) > (earlier.high or 0.0)
