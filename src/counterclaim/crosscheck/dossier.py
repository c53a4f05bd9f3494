"""Lays a dossier out: questions down, parties across, days within; changed answers first, then the disputed ones."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import Claim, Document, Event, Judgement, Problem, Question, Relation
from counterclaim.model.dossier import Cell, Change, Coverage, Dossier, Sheet, Unread

UNREAD_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Matter:
    """What a dossier is laid out from; `problems` are (document id, problem); `unread_documents` counts those without any claim read."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    relations: Sequence[Relation]
    questions: Sequence[Question]
    events: Sequence[Event] = ()
    judgements: Sequence[Judgement] = ()
    problems: Sequence[tuple[str, Problem]] = ()


def laid_out(title: str, matter: Matter, count_voices: Callable[[Sequence[Claim]], int]) -> Dossier:
    """Returns the dossier of a matter.

    Args:
        title: what the dossier is about, in words.
        matter: claims, documents and findings.
        count_voices: counts the independent voices among claims.
    """
    ordered = sorted(matter.claims, key=lambda c: (c.published or "", c.document, c.content[0] if c.content else (0, 0), c.id))
    claims = {c.id: c for c in ordered}
    relations = tuple(r for r in matter.relations if r.left in claims and r.right in claims)
    camps = Counter(c.source.side for c in ordered if c.source and c.source.side)
    layout = _Layout(claims, _by_claim(relations), _events_by_claim(matter.events), camps, count_voices)
    sheets = [_sheet(question, layout) for question in matter.questions if any(a.claim in claims for a in question.answers)]
    sheets.sort(key=_rank)
    return Dossier(
        title=title,
        sheets=tuple(sheets),
        claims=claims,
        numbers={c.id: n for n, c in enumerate(ordered, 1)},
        documents=dict(matter.documents),
        relations=relations,
        coverage=_coverage(ordered, matter, camps),
        judgements=tuple(matter.judgements),
        problems=tuple(p for _, p in matter.problems),
    )


def voice_name(claim: Claim) -> str:
    """Returns the column under which a claim stands in the grid: its party, its unnamed camp, or the publisher's own voice."""
    source = claim.source
    if claim.attribution is None:
        return f"{claim.publisher or 'the report'} (own voice)"
    if source is None or not source.spans:
        return "hearsay, nobody named"
    if source.party and not source.anonymous:
        return source.party
    return f"unnamed: {source.text}"


def day_of(claim: Claim) -> str | None:
    """Returns the ISO day on which a claim was made: when it was said, else when it was published."""
    said = claim.said.begin if claim.said and claim.said.begin else claim.published
    return said[:10] if said else None


@dataclass(frozen=True, slots=True)
class _Layout:
    """What every sheet looks up: claims by id, relations by their left claim, events by claim, camps and the voice counter."""

    claims: Mapping[str, Claim]
    relations: Mapping[str, Sequence[Relation]]
    events: Mapping[str, Sequence[Event]]
    camps: Mapping[str, int]
    count_voices: Callable[[Sequence[Claim]], int]

    def relations_within(self, ids: set[str]) -> list[Relation]:
        """Returns the relations with both ends among `ids`, sorted."""
        found = [r for claim in ids for r in self.relations.get(claim, ()) if r.right in ids]
        return sorted(found, key=lambda r: (r.left, r.right, r.kind))

    def events_of(self, ids: set[str]) -> tuple[Event, ...]:
        """Returns the events that any of the claims is about, sorted."""
        found = {event.id: event for claim in ids for event in self.events.get(claim, ())}
        return tuple(found[key] for key in sorted(found))


def _by_claim(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        found[relation.left].append(relation)
    return found


def _events_by_claim(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for claim in event.claims:
            found[claim].append(event)
    return found


def _sheet(question: Question, layout: _Layout) -> Sheet:
    answers = [(layout.claims[a.claim], a.answer) for a in question.answers if a.claim in layout.claims]
    ids = {c.id for c, _ in answers}
    relations = layout.relations_within(ids)
    cells = _cells(answers)
    speaking = {c.source.side for c, _ in answers if c.source}
    return Sheet(
        question=question,
        cells=cells,
        changes=_changes(cells, [r for r in relations if r.kind == "updates"]),
        disputes=tuple(r for r in relations if r.kind == "contradicts"),
        talks_past=tuple(r for r in relations if r.kind == "talks-past"),
        events=layout.events_of(ids),
        reports=len({c.document for c, _ in answers}),
        voices=layout.count_voices([c for c, _ in answers]),
        silent=tuple(sorted(side for side in layout.camps if side not in speaking)),
    )


def _cells(answers: Sequence[tuple[Claim, str]]) -> tuple[Cell, ...]:
    grouped: dict[tuple[str, str | None, str, str], list[Claim]] = defaultdict(list)
    for claim, answer in answers:
        side = claim.source.side if claim.source else None
        grouped[(voice_name(claim), side, day_of(claim) or "", answer)].append(claim)
    cells = [
        Cell(party, side, day or None, answer, tuple(c.id for c in found), len({c.document for c in found}))
        for (party, side, day, answer), found in grouped.items()
    ]
    return tuple(sorted(cells, key=lambda c: (c.day or "", c.side or "~", c.party, c.answer)))


def _changes(cells: Sequence[Cell], updates: Sequence[Relation]) -> tuple[Change, ...]:
    """One change a party and pair of answers: the first pair of cells that an `updates` relation joins."""
    home = {claim: cell for cell in cells for claim in cell.claims}
    found: dict[tuple[str, str, str], Change] = {}
    for relation in updates:
        before, after = home[relation.left], home[relation.right]
        if before.answer != after.answer:
            found.setdefault((after.party, before.answer, after.answer), Change(after.party, before, after))
    return tuple(found[key] for key in sorted(found))


def _rank(sheet: Sheet) -> tuple[bool, int, int, int, str]:
    """Changed answers first, then the disputed, then those with most voices; what only publishers say comes last."""
    spoken = {cell.party for cell in sheet.cells if cell.side}
    answers = {cell.answer for cell in sheet.cells if cell.side}
    disputed = min(len(sheet.disputes), len(spoken) * len(answers))
    return (not spoken, -len(sheet.changes), -disputed, -sheet.voices, sheet.question.id)


def _coverage(claims: Sequence[Claim], matter: Matter, camps: Mapping[str, int]) -> Coverage:
    documents = list(matter.documents.values())
    days = sorted(d.published[:10] for d in documents if d.published)
    languages = Counter(d.language or "unknown" for d in documents)
    spoken = {c.document for c in claims}
    unread = [Unread(name, problem) for name, problem in matter.problems if problem.step in ("reading", "ingest")]
    return Coverage(
        documents=len(documents),
        claims=len(claims),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        languages=tuple(sorted(languages.items(), key=lambda item: (-item[1], item[0]))),
        camps=tuple(sorted(camps.items(), key=lambda item: (-item[1], item[0]))),
        publishers=len({d.publisher for d in documents if d.publisher}),
        unread=tuple(unread[:UNREAD_SHOWN]),
        unread_documents=len({u.document for u in unread} - spoken),
        synthetic=any(d.synthetic for d in documents),
    )
