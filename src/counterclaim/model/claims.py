"""Claims: who says that what happened, where and when, with the spans of every field; and what one reading yields."""

from dataclasses import dataclass, field

from counterclaim.model.annotations import (
    Attribution,
    Basis,
    Certainty,
    EventMention,
    Form,
    Mention,
    Place,
    Polarity,
    Quantity,
    Stance,
    TimeExpression,
    Toponym,
)
from counterclaim.model.document import Document, Problem
from counterclaim.model.spans import Role, Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the spans and their words, the party meant, its side; `relayed_by` who passed it on."""

    spans: Role
    text: str
    party: str | None = None
    party_id: str | None = None
    side: str | None = None
    faction: str | None = None
    member_of: str | None = None
    anonymous: bool = False
    relayed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An agent or recipient of an event: party name and side as far as known, and its words."""

    party: str | None
    side: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    """The event that a claim tells of; `polarity` is the speaker's, cue included."""

    code: str
    span: Span | None
    agent: Participant | None
    recipient: Participant | None
    polarity: Polarity
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where it is said to have happened; `span` the words that say so, perhaps in an earlier sentence."""

    place: Place
    span: Span | None


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """A TIMEX3 value and its interval, with the words that say so."""

    value: str
    begin: str | None
    end: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class AgainstInterest:
    """`kind`: admission (costs the speaker's own body) or rival-blame (costs a rival inside the same side)."""

    kind: str
    side: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one speaker. `attribution` None: the publisher's own voice. `event` None: nothing that has a code.

    `published` and `publisher` are the document's, carried along so that claims can be compared without it.
    """

    id: str
    document: str
    sentence: Span
    attribution: str | None
    form: Form
    stance: Stance
    basis: Basis
    confidence: float
    source: Source | None
    cue: Role
    content: Role
    text: str
    event: ClaimEvent | None = None
    place: ClaimPlace | None = None
    time: ClaimTime | None = None
    said: ClaimTime | None = None
    quantities: tuple[Quantity, ...] = ()
    against_interest: AgainstInterest | None = None
    published: str | None = None
    publisher: str | None = None
    answers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that a reader marked in one document."""

    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[EventMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one document yields; the same document and recipe give the same reading, byte by byte."""

    document: Document
    annotations: Annotations
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
