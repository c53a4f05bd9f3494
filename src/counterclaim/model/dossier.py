"""The nouns of a dossier: what analysts paste into a report, as values that every format renders."""

from dataclasses import dataclass

from counterclaim.model.claims import Claim
from counterclaim.model.document import Document, Problem
from counterclaim.model.relations import Event, Judgement, Question, Relation


@dataclass(frozen=True, slots=True)
class Cell:
    """A party's answer to a question on one day (ISO date of the statement, None when undated).

    `claims` tell it, earliest first; `reports` counts the documents they stand in.
    """

    party: str
    side: str | None
    day: str | None
    answer: str
    claims: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Change:
    """A party that answered otherwise later."""

    party: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question of a dossier: the grid's row, the disputes under it and how much weight stands behind each answer.

    `silent` are the sides that speak in these reports but not to this question; `voices` counts independent voices.
    """

    question: Question
    cells: tuple[Cell, ...]
    changes: tuple[Change, ...] = ()
    disputes: tuple[Relation, ...] = ()
    talks_past: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    reports: int = 0
    voices: int = 0
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A document, or part of one, that could not be read, and why."""

    document: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a dossier rests on: every "nobody" is "nobody in these documents"."""

    documents: int
    claims: int
    first_day: str | None
    last_day: str | None
    languages: tuple[tuple[str, int], ...]
    camps: tuple[tuple[str, int], ...]
    publishers: int
    unread: tuple[Unread, ...] = ()
    unread_documents: int = 0
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A record, or one report, unpicked: sheets by question, with the claims and documents that they cite.

    `track_record`: parties and the reliability (A to F) that the user gives them.
    """

    title: str
    sheets: tuple[Sheet, ...]
    claims: dict[str, Claim]
    numbers: dict[str, int]
    documents: dict[str, Document]
    relations: tuple[Relation, ...]
    coverage: Coverage
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    track_record: tuple[tuple[str, str], ...] = ()
