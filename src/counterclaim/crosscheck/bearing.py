"""How the contents of two claims bear on one another: the verdict, and whether a denial came too early to be one."""

from dataclasses import dataclass
from typing import Literal as Choice

from counterclaim.crosscheck.stands import Stand
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Reason

OUTSPOKEN = frozenset({"denies", "doubts"})

Bearing = Choice["against", "with", "past"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the contents of two claims bear on one another, how surely, and why."""

    bearing: Bearing
    confidence: float
    because: tuple[Reason, ...]


def too_early(affirming: Stand, denying: Stand, codes: Codes) -> bool:
    """Tells whether the denial was told so long before the claim that it cannot be about it."""
    if affirming.said is None or denying.said is None or (affirming.begin is not None and affirming.begin <= denying.said):
        return False
    limits = codes.settings["days"]
    limit = limits["contested_ahead_hours"] if denying.degree == "contested" else limits["denial_ahead_hours"]
    return affirming.said - denying.said > limit


def words(code: str) -> str:
    """Returns a code as words: "missile strike"."""
    return code.replace("-", " ")
