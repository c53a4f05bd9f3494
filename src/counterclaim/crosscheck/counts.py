"""Compares what two claims count: ranges that touch agree, ranges that do not part, and tolls that grow say nothing."""

from counterclaim.crosscheck.stands import DAY, Stand
from counterclaim.knowledge.codes import WORD, Codes
from counterclaim.model import Quantity, Reason


def compare_counts(one: Stand, other: Stand, codes: Codes) -> Reason | None:
    """Returns how the counts of two claims agree (None: nothing to compare; agreement 0: another count altogether)."""
    if not one.positive or not other.positive or one.code != other.code:
        return None
    theirs = counts_of(other, codes)
    pair = next(((mine, theirs[kind]) for kind, mine in counts_of(one, codes).items() if kind in theirs), None)
    if pair is None:
        return None
    left, right = pair
    if _touch(left, right) and _named_apart(left, right) > codes.settings["quantities"]["fit"]:
        return Reason("quantities", 0.0, f"counts far apart: {shown(left)} and {shown(right)}")
    if _touch(left, right):
        return Reason("quantities", 0.8, f"the counts fit: {shown(left)} and {shown(right)}")
    if _ratio(left, right) < codes.settings["quantities"]["ratio"] or _grows(one, other, left, right):
        return Reason("quantities", 0.0, f"another count: {shown(left)} and {shown(right)}")
    apart = one.side is not None and other.side is not None and one.side != other.side
    if not apart or one.agent != other.agent or _whom(left) != _whom(right):
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
