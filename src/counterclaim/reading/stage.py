"""A scene with everyone on it, and the answer to who a phrase means: the values that the rules of who is who share."""

import bisect
import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from counterclaim.model import Party
from counterclaim.reading.coreference import Named
from counterclaim.reading.people import Person
from counterclaim.reading.phrases import Phrase
from counterclaim.reading.scene import Scene

NEAR = 200
"""Names on each side of a token that a noun there may take up."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene with its persons, bodies and states; the day; the tokens of all sources; camps that differ in this text.

    `resolve` says who a phrase means; a rule asks it of a phrase within its own.
    """

    scene: Scene
    people: tuple[Person, ...]
    named: tuple[Named, ...]
    day: date | None
    speakers: frozenset[int]
    camps: dict[str, str]
    resolve: Callable[["Stage", Phrase], "Answer | None"]

    def near(self, position: int) -> tuple[Named, ...]:
        """Returns the bodies and states named around a token, in order: enough of them for any noun to take up."""
        middle = bisect.bisect_left(self.named, position, key=lambda n: n.first)
        return self.named[max(0, middle - NEAR) : middle + NEAR]

    def people_near(self, position: int) -> tuple[Person, ...]:
        """Returns the persons named around a token, in order."""
        middle = bisect.bisect_left(self.people, position, key=lambda p: p.first)
        return self.people[max(0, middle - NEAR) : middle + NEAR]

    def people_in(self, first: int, last: int) -> tuple[Person, ...]:
        """Returns the persons whose names begin within the tokens `[first, last)`, in order."""
        low = bisect.bisect_left(self.people, first, key=lambda p: p.first)
        return self.people[low : bisect.bisect_left(self.people, last, key=lambda p: p.first)]

    def camp(self, side: str | None) -> str | None:
        """Returns the camp that a side is in this text."""
        return self.camps.get(side, side) if side else side

    def answer(self, party: Party, anonymous: bool = False) -> "Answer":
        """Returns the answer that a party is meant, with its side as of this text."""
        side = self.camp(party.side)
        return Answer(party if side == party.side else dataclasses.replace(party, side=side), side, anonymous)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who is meant: the party if any, its side, and whether the speaker stays unnamed."""

    party: Party | None
    side: str | None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a title or noun is: a party, a state (its key), or a place (its folded name, and the name as written)."""

    party: Party | None = None
    state: str | None = None
    place: str | None = None
    written: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the book of offices may hold it."""
        return tuple(k for k in (self.party.id if self.party else None, self.state, self.place) if k)
