"""Relations between claims, the questions they answer, the events they are about, assessments and people's judgements."""

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal["contradicts", "corroborates", "echoes", "repeats", "updates", "talks-past"]
Tier = Literal["explicit", "inferred"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One field compared: `agreement` from -1 (rules one another out) over 0 (says nothing) to 1 (same), and why, in words."""

    field: str
    agreement: float
    why: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to one another; symmetric but for `updates`, where `left` is the earlier.

    For the symmetric kinds `left` < `right`, so that a pair has one form.
    """

    kind: RelationKind
    left: str
    right: str
    tier: Tier
    confidence: float
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim's answer to a question: "yes", "no", "partly", a party's name (who), or a number with bounds (how-many)."""

    claim: str
    answer: str


@dataclass(frozen=True, slots=True)
class Question:
    """One proposition that claims answer. `kind`: whether, who or how-many. `time` is the day (ISO) or interval "a/b"."""

    id: str
    text: str
    kind: str
    place: str | None
    time: str | None
    answers: tuple[Answer, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The Admiralty credibility 1 to 6 of an event's version, with its reasons; `voices` and `sides` are counts."""

    credibility: int
    voices: int
    sides: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an event: the claims that tell it the same way (sorted ids), what it says, and its assessment."""

    claims: tuple[str, ...]
    summary: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that many claims are about. `begin` and `end` are ISO dates; `claims` are sorted ids."""

    id: str
    code: str
    place: str | None
    place_id: str | None
    begin: str | None
    end: str | None
    claims: tuple[str, ...]
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a claim or relation: accept, reject, correct or note; with who and when (ISO 8601)."""

    id: str
    target: str
    verdict: str
    note: str
    by: str
    at: str
