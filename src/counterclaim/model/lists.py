"""Independent event lists, to hold a record against."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["supported", "conflicting", "not covered"]


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """A row of an independent list: ISO days, WGS 84 degrees, the radius its point stands for, deaths as closed bounds."""

    id: str
    begin: str
    end: str
    latitude: float
    longitude: float
    place: str | None = None
    precision_km: float = 5.0
    deaths_low: float | None = None
    deaths_high: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A record's event held against a list. A list's silence is "not covered", never a contradiction.

    `listed` are the ids of the rows near in place and time; `because` says how near, and which field conflicts.
    """

    event: str
    outcome: Outcome
    listed: tuple[str, ...]
    because: tuple[str, ...]
