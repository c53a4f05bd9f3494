"""What a reader marks in one text: attributions, mentions, times, toponyms, quantities, events (PARC, TIMEX3, PLOVER)."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.model.spans import Role, Span

Form = Literal["direct", "indirect", "mixed", "hearsay", "narration"]
Stance = Literal["asserts", "denies", "confirms", "accuses", "demands", "promises", "warns", "doubts"]
Basis = Literal["none", "witness", "footage", "document", "satellite", "third-party"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (PARC): who says it, the reporting words, what is reported.

    `parent` is the id of the attribution in whose content this one stands (a relay). `polarity` is the cue's own: negative where
    the cue denies the content ("denied a breach"), positive where it does not ("did not deny"). `mutual` names, in "X and Y blame
    one another", the other source's span.
    """

    id: str
    source: Role
    cue: Role
    content: Role
    form: Form
    stance: Stance
    parent: str | None = None
    polarity: Polarity = "positive"
    basis: Basis = "none"
    certainty: Certainty = "certain"
    confidence: float = 0.5
    mutual: Role = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A person, office, unit, government or group that may claim; `side` is its camp in the conflict, None when unknown.

    `name` is the canonical English name of today; `faction` a camp within the side; `member_of` the id of the body it speaks for.
    """

    id: str
    name: str
    side: str | None = None
    kind: str = "organisation"
    faction: str | None = None
    member_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or noun phrase in the text. `kind`: person, organisation, unit, place, facility, nationality or weapon."""

    span: Span
    kind: str
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry: WGS 84 degrees; `country` ISO 3166-1 alpha-2; `precision_km` the radius that the point stands for.

    A place that only a text names has an id "text:NAME" and no degrees.
    """

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None = None
    feature: str | None = None
    precision_km: float = 5.0
    claimants: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None where nobody knows them."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    @property
    def degrees(self) -> tuple[float, float]:
        """Latitude and longitude of a place that has them.

        Raises:
            ValueError: nobody knows where it is.
        """
        if self.latitude is None or self.longitude is None:
            raise ValueError(f"{self.id} has no coordinates")
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text and the gazetteer entry it means; `place` is None when it is not in the gazetteer."""

    span: Span
    place: Place | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: `type` DATE, TIME, DURATION or SET, `value` and `mod` as in TimeML.

    `begin` and `end` are ISO 8601 dates or date-times of the closed interval that the value means; None where it means none.
    """

    span: Span
    type: str
    value: str
    mod: str | None = None
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: closed bounds, None where open; `unit` a short unit of measure, None for counts; `of` what is counted."""

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words in the text that tell of an event: its code (codes/events.toml), and how the TEXT presents it.

    `polarity` is that of the words themselves (before the speaker's cue); `agent` and `recipient` are the spans of its roles.
    """

    span: Span
    code: str
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    agent: Span | None = None
    recipient: Span | None = None
