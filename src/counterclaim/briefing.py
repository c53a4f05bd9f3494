"""Composes what people read from what a workspace holds: one report unpicked, a dossier, what may leave a record."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim import crosscheck
from counterclaim.crosscheck.dossier import Matter, laid_out
from counterclaim.crosscheck.independence import voices
from counterclaim.export.caution import Caution, cautious, held_back
from counterclaim.knowledge.codes import load_codes
from counterclaim.model import Annotations, Claim, Document, Problem, Question, Reading, Relation, Span
from counterclaim.model.dossier import Dossier
from counterclaim.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """What a dossier is about: a place (by name, any spelling that claims resolve to), days (ISO), a side, one question."""

    place: str | None = None
    since: str | None = None
    until: str | None = None
    side: str | None = None
    question: str | None = None

    def holds(self, claim: Claim) -> bool:
        """Tells whether a claim lies within place and days; what has no place or day lies outside where one is asked for."""
        if self.place and not _named(claim, self.place.casefold()):
            return False
        day = _day(claim)
        if (self.since or self.until) and day is None:
            return False
        return not ((self.since and (day or "") < self.since) or (self.until and (day or "")[: len(self.until)] > self.until))

    def words(self) -> str:
        """Returns the scope as a title."""
        days = f"{self.since or 'the beginning'} to {self.until or 'today'}" if self.since or self.until else ""
        return ", ".join(part for part in (self.place, days, self.side and f"side {self.side}") if part) or "all reports"


def unpicked(readings: Sequence[Reading]) -> Dossier:
    """Returns reports unpicked, cross-checked within themselves."""
    claims = [c for r in readings for c in r.claims]
    found = crosscheck.crosscheck(claims, load_codes())
    problems = [(r.document.id, p) for r in readings for p in (*r.document.problems, *r.problems)]
    matter = Matter(claims, {r.document.id: r.document for r in readings}, found.relations, found.questions, found.events, (), problems)
    first = readings[0].document
    title = first.title or " ".join(first.text.split())[:80]
    return laid_out(title if len(readings) == 1 else f"{len(readings)} reports", matter, _voices)


def relations_within(reading: Reading) -> tuple[Relation, ...]:
    """Returns the relations between the claims of one reading."""
    return tuple(crosscheck.crosscheck(reading.claims, load_codes()).relations)


def dossier_of(workspace: Workspace, scope: Scope, caution: Caution | None = None) -> Dossier:
    """Returns the dossier of a record within a scope; with `caution`, as it may leave the record."""
    documents, problems, persons = _documents(workspace, caution)
    claims = [c for c in workspace.claims() if c.document in documents and scope.holds(c)]
    if caution:
        claims = list(cautious(claims, caution, persons))
    kept = {c.id for c in claims}
    questions = [q for q in workspace.questions() if _asked(q, kept, scope)]
    if scope.side:
        questions = _side_speaks(questions, claims, scope.side)
    if scope.question:
        kept = {a.claim for q in questions for a in q.answers}
        claims = [c for c in claims if c.id in kept]
    relations = [r for r in workspace.relations() if r.left in kept and r.right in kept]
    events = [e for e in workspace.events() if kept & set(e.claims)]
    matter = Matter(claims, documents, relations, questions, events, tuple(workspace.judgements()), problems)
    return laid_out(f"Dossier: {scope.words()}", matter, _voices)


def outgoing(workspace: Workspace, scope: Scope, caution: Caution) -> tuple[Iterator[Claim], Mapping[str, Document]]:
    """Returns the claims that may leave the record, and their documents."""
    documents, _, persons = _documents(workspace, caution)
    claims = (c for c in workspace.claims() if c.document in documents and scope.holds(c))
    return cautious(claims, caution, persons), documents


def _voices(claims: Sequence[Claim]) -> int:
    return len(voices(claims))


def _documents(
    workspace: Workspace, caution: Caution | None
) -> tuple[dict[str, Document], list[tuple[str, Problem]], dict[str, tuple[Span, ...]]]:
    documents: dict[str, Document] = {}
    problems: list[tuple[str, Problem]] = []
    persons: dict[str, tuple[Span, ...]] = {}
    for reading in workspace.readings():
        document = reading.document
        if caution and held_back(document, caution):
            continue
        private = private_persons(reading.annotations)
        if caution and not caution.names:
            persons[document.id] = private
            document = masked_document(document, private)
        documents[document.id] = document
        problems += [(document.id, p) for p in (*document.problems, *reading.problems)]
    return documents, problems, persons


def private_persons(marks: Annotations) -> tuple[Span, ...]:
    """Returns the spans of persons who are no party."""
    return tuple(m.span for m in marks.mentions if m.kind == "person" and m.party is None)


def masked_document(document: Document, spans: Iterable[Span]) -> Document:
    """Returns the document with the spans blacked out in its text and out of its title; offsets stay true."""
    text = list(document.text)
    title = document.title
    for span in spans:
        name = span.of(document.text)
        text[span.start : span.end] = "█" * len(name)
        title = title.replace(name, "█" * len(name)) if title else title
    return dataclasses.replace(document, text="".join(text), title=title)


def _asked(question: Question, kept: set[str], scope: Scope) -> bool:
    if scope.question and not question.id.startswith(scope.question):
        return False
    return any(a.claim in kept for a in question.answers)


def _side_speaks(questions: Sequence[Question], claims: Iterable[Claim], side: str) -> list[Question]:
    """The questions to which a side gives an answer."""
    spoken = {c.id for c in claims if c.source and c.source.side == side}
    return [q for q in questions if any(a.claim in spoken for a in q.answers)]


def _named(claim: Claim, place: str) -> bool:
    return claim.place is not None and place in claim.place.place.name.casefold()


def _day(claim: Claim) -> str | None:
    time = (claim.time and claim.time.begin) or (claim.said and claim.said.begin) or claim.published
    return time[:10] if time else None
