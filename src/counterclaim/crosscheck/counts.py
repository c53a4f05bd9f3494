"""Compares what two claims count: ranges that touch agree, ranges that do not part, and tolls that grow say nothing."""

from counterclaim.crosscheck.stands import DAY, Stand
from counterclaim.knowledge.codes import WORD, Codes
from counterclaim.model import Quantity, Reason


def compare_counts(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns how the counts of two claims agree (None: nothing to compare; agreement 0: another count altogether)."""
    if not one.positive or not other.positive or one.code != other.code:
        return None
    pairs = [(a, b) for a in one.claim.quantities for b in other.claim.quantities if _comparable(a, b)]
    if not pairs:
        return None
    left, right = pairs[0]
    if _touch(left, right):
        return Reason("quantities", 0.8, f"the counts fit: {shown(left)} and {shown(right)}")
    if _ratio(left, right) < codes.settings["quantities"]["ratio"] or _grows(one, other, left, right):
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    if one.side is None or other.side is None or one.side == other.side or one.agent != other.agent:
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    return Reason("quantities", -0.8, f"the counts rule one another out: {shown(left)} and {shown(right)}")


def shown(quantity: Quantity) -> str:
    """Returns a count in words: "26", "at least 1000", "at most 40", "4 to 6"."""
    low, high = (None if v is None else f"{v:g}" for v in (quantity.low, quantity.high))
    if low == high:
        return low or "some"
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low} to {high}"


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit or (one.low is None and one.high is None) or (other.low is None and other.high is None):
        return False
    if one.of is None or other.of is None:
        return one.of is other.of
    return WORD.findall(one.of.lower())[-1:] == WORD.findall(other.of.lower())[-1:]


def _touch(one: Quantity, other: Quantity) -> bool:
    low = max((v for v in (one.low, other.low) if v is not None), default=float("-inf"))
    high = min((v for v in (one.high, other.high) if v is not None), default=float("inf"))
    return low <= high


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
