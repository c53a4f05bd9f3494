"""What a cross-check yields."""

from dataclasses import dataclass

from counterclaim.model import Event, Question, Relation


@dataclass(frozen=True, slots=True)
class Findings:
    """The relations, questions and events of one block, or of all; each sorted, so that the same claims give the same findings."""

    relations: tuple[Relation, ...] = ()
    questions: tuple[Question, ...] = ()
    events: tuple[Event, ...] = ()
