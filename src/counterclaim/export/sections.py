"""A dossier in words: the same sections for the terminal, Markdown and HTML. `[3]` always cites claim number 3."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.export.phrases import (
    answered,
    cited,
    claim_line,
    day_words,
    folded_relations,
    quoted,
    reasons,
    side_words,
    when_words,
)
from counterclaim.knowledge.tables import ROOT, parsed
from counterclaim.knowledge.track_record import reliability_of
from counterclaim.model import Event, Relation
from counterclaim.model.dossier import Cell, Dossier, Sheet

COLUMNS = 5
SHEET_DISPUTES = 6
WEIGHTS = 4
OWN_VOICE = "(own voice)"
CREDIBILITY = {
    1: "confirmed by independent voices",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block; `level` its indentation, `tone` what it is: question, changed, disputed, note or plain."""

    text: str
    level: int = 0
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Block:
    """A titled list of lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A titled table."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Section = Block | Grid


def unpicked_sections(dossier: Dossier, columns: int = COLUMNS) -> tuple[Section, ...]:
    """Returns what stands under the marked text of one report: the grid (parties `columns` at a time), the timeline, disputes, warnings."""
    found: list[Section] = [
        *_grids(dossier, columns),
        _claims_grid(dossier),
        _timeline(dossier),
        _disputes(dossier),
        _talks_past(dossier),
        _interest(dossier),
        _hearsay(dossier),
        _warnings(dossier),
        _coverage(dossier),
    ]
    return tuple(s for s in found if not isinstance(s, Grid) or s.rows)


def dossier_sections(dossier: Dossier) -> tuple[Section, ...]:
    """Returns what an analyst pastes into a report: questions with answers by day, then disputes, interests, coverage."""
    found: list[Section] = [_changed(dossier)]
    outside = _outside(dossier)
    if outside or any(sheet.disputes for sheet in dossier.sheets):
        found.append(Block("How sure contradictions are", (measured(),)))
    found += [outside] if outside else []
    found += [_sheet_block(number, sheet, dossier) for number, sheet in enumerate(dossier.sheets, 1)]
    found += [_interest(dossier), _hearsay(dossier), _warnings(dossier), _judgements(dossier), _coverage(dossier)]
    return tuple(found)


def _grids(dossier: Dossier, columns: int) -> list[Grid]:
    """The grid "who says what", split where there are more parties than fit beside one another."""
    every = [cell for sheet in dossier.sheets for cell in sheet.cells]
    parties = list(dict.fromkeys(cell.party for cell in sorted(every, key=_column)))
    grids = []
    for first in range(0, len(parties), columns):
        chosen = parties[first : first + columns]
        rows = []
        for sheet in dossier.sheets:
            cells = ["; ".join(answered(c, dossier) for c in sheet.cells if c.party == party) for party in chosen]
            if any(cells):
                rows.append((sheet.question.text, *(cell or "not covered" for cell in cells)))
        title = "Who says what" if first == 0 else "Who says what (more parties)"
        grids.append(Grid(title, ("question", *chosen), tuple(rows)))
    return grids


def _column(cell: Cell) -> tuple[int, str, str]:
    """Parties by side first, then those without a side, then the report's own voice."""
    return (2 if cell.party.endswith(OWN_VOICE) else 0 if cell.side else 1, cell.side or "", cell.party)


def _claims_grid(dossier: Dossier) -> Grid:
    rows = tuple(claim_line(claim, dossier) for claim in dossier.claims.values())
    return Grid("The claims", ("no.", "who", "says", "what", "where", "when", "how many"), rows)


def _timeline(dossier: Dossier) -> Block:
    dated = [(c.time.begin, c) for c in dossier.claims.values() if c.time and c.time.begin]
    said = [(c.said.begin, c) for c in dossier.claims.values() if c.said and c.said.begin and not (c.time and c.time.begin)]
    lines = [
        Line(f"{day_words(day)}: {when_words(c)}: {quoted(c, dossier)}")
        for day, c in sorted([*dated, *said], key=lambda item: (item[0], item[1].id))
    ]
    return Block("Timeline", tuple(lines) or (Line("no claim here is dated", tone="note"),))


def _disputes(dossier: Dossier) -> Block:
    found = folded_relations([r for r in dossier.relations if r.kind == "contradicts"], dossier)
    lines = [line for words, r in found for line in (Line(words, tone="disputed"), Line(reasons(r), 1, "note"))]
    lines += [measured()] if lines else []
    return Block("Disputed", tuple(lines) or (_nobody("contradicts another", dossier),))


def outside_questions(dossier: Dossier) -> tuple[Relation, ...]:
    """Returns the contradictions under no question: their words name no coded event, or a deed of which nobody says who did it."""
    within = {(r.left, r.right) for sheet in dossier.sheets for r in sheet.disputes}
    return tuple(r for r in dossier.relations if r.kind == "contradicts" and (r.left, r.right) not in within)


def _outside(dossier: Dossier) -> Block | None:
    found = folded_relations(outside_questions(dossier), dossier)
    lines = [line for words, r in found for line in (Line(words, tone="disputed"), Line(reasons(r), 1, "note"))]
    return Block("Disputed outside these questions", tuple(lines)) if lines else None


def measured() -> Line:
    """How often the contradictions of each tier held when they were judged by eye."""
    tiers = parsed(ROOT / "codes" / "precision.toml")
    told = ", ".join(f"{tier} {found['held']} of {found['judged']}" for tier, found in tiers.items())
    return Line(f"contradictions that held when people read them: {told}; read both ends before you cite one", tone="note")


def _talks_past(dossier: Dossier) -> Block:
    found = folded_relations([r for r in dossier.relations if r.kind == "talks-past"], dossier)
    lines = [line for words, r in found for line in (Line(words), Line(reasons(r), 1, "note"))]
    return Block("Only seems an answer", tuple(lines) or (_nobody("talks past another", dossier),))


def _interest(dossier: Dossier) -> Block:
    words = {
        "admission": "admission, against the speaker's own interest",
        "rival-blame": "blames a rival inside the same side, which may serve the speaker",
    }
    lines = []
    for claim in dossier.claims.values():
        interest = claim.against_interest
        if interest:
            lines.append(Line(quoted(claim, dossier)))
            lines.append(Line(f"{words.get(interest.kind, interest.kind)}: {interest.why}", 1, "note"))
    return Block("Against whose interest", tuple(lines) or (_nobody("speaks against an own interest", dossier),))


def _hearsay(dossier: Dossier) -> Block:
    found = [c for c in dossier.claims.values() if c.form == "hearsay" or (c.source and c.source.anonymous)]
    lines = [Line(f"{'hearsay' if c.form == 'hearsay' else 'unnamed source'}: {quoted(c, dossier)}") for c in found]
    return Block("Hearsay and unnamed sources", tuple(lines) or (_nobody("is hearsay", dossier),))


def _warnings(dossier: Dossier) -> Block:
    lines = [Line(text) for text in dict.fromkeys(p.message for p in dossier.problems)]
    return Block("Warnings", tuple(lines) or (Line("none", tone="note"),))


def _judgements(dossier: Dossier) -> Block:
    lines = [
        Line(f"{j.verdict} by {j.by}, {j.at[:10]}: {_target(j.target, dossier)}{': ' + j.note if j.note else ''}")
        for j in dossier.judgements
    ]
    return Block("People's judgements", tuple(lines) or (Line("none yet (counterclaim judge)", tone="note"),))


def _target(target: str, dossier: Dossier) -> str:
    return f"claim [{dossier.numbers[target]}]" if target in dossier.numbers else target


def _changed(dossier: Dossier) -> Block:
    lines = []
    for sheet in dossier.sheets:
        for change in sheet.changes:
            days = f"{day_words(change.before.day)} to {day_words(change.after.day)}"
            lines.append(Line(f"position changed: {change.party}, {days}: {sheet.question.text}", tone="changed"))
            lines.append(Line(f"before: {answered(change.before, dossier)}; after: {answered(change.after, dossier)}", 1))
    return Block("Changed answers", tuple(lines) or (_nobody("changes an answer", dossier),))


def _sheet_block(number: int, sheet: Sheet, dossier: Dossier) -> Block:
    where = ", ".join(part for part in (sheet.question.place, day_words(sheet.question.time) if sheet.question.time else None) if part)
    counted = f"{_count(sheet.reports, 'report')}, {_count(sheet.voices, 'voice')}"
    lines = [Line(f"{where + ': ' if where else ''}{counted}", tone="note")]
    side: str | None = ""
    spoken = [cell for cell in sheet.cells if not cell.party.endswith(OWN_VOICE)]
    for cell in sorted(spoken, key=lambda c: (c.side or "~", c.party, c.day or "", c.answer)):
        if cell.side != side:
            side = cell.side
            lines.append(Line(side_words(side), 1, "side"))
        lines += _cell_lines(cell, dossier)
    lines += _own_voices([cell for cell in sheet.cells if cell.party.endswith(OWN_VOICE)], dossier)
    lines += _dispute_lines(sheet, dossier)
    answering = {claim for cell in sheet.cells for claim in cell.claims}
    lines += [Line(text, 1, "note") for text in _weights(sheet.events, answering, dossier)]
    if sheet.silent:
        lines.append(Line(f"not covered in {_these(dossier)} by: {', '.join(side_words(s) for s in sheet.silent)}", 1, "note"))
    return Block(f"{number}. {sheet.question.text}", tuple(lines))


def _cell_lines(cell: Cell, dossier: Dossier) -> Iterable[Line]:
    first = dossier.claims[cell.claims[0]]
    yield Line(f"{cell.party}: {answered(cell, dossier)}{_relays(cell, dossier)}", 2)
    yield Line(quoted(first, dossier, cite=False), 3, "quote")


def _own_voices(cells: list[Cell], dossier: Dossier) -> Iterable[Line]:
    """One line for what the reports say in their own voice, an answer each."""
    for answer in dict.fromkeys(cell.answer for cell in cells):
        told = tuple(claim for cell in cells if cell.answer == answer for claim in cell.claims)
        yield Line(f"in the reports' own voice: {answer} {cited(told, dossier)}", 1, "note")


def _relays(cell: Cell, dossier: Dossier) -> str:
    """Who passed an answer on: the agencies that the text names, and the publishers."""
    found = [dossier.claims[c] for c in cell.claims]
    names = dict.fromkeys(name for c in found for name in ((*(c.source.relayed_by if c.source else ()), c.publisher)) if name)
    return f" (relayed by {', '.join(names)})" if names else ""


def _dispute_lines(sheet: Sheet, dossier: Dossier) -> Iterable[Line]:
    folded = folded_relations(sheet.disputes, dossier)
    for line, relation in folded[:SHEET_DISPUTES]:
        yield Line(f"contradiction: {line}", 1, "disputed")
        yield Line(reasons(relation), 2, "note")
    if len(folded) > SHEET_DISPUTES:
        yield Line(f"and {len(folded) - SHEET_DISPUTES} more contradicting pairs of voices (counterclaim disputes)", 1, "note")
    for line, relation in folded_relations(sheet.talks_past, dossier)[:2]:
        yield Line(f"only seems an answer: {line}", 1)
        yield Line(reasons(relation), 2, "note")


def _weights(events: Iterable[Event], answering: set[str], dossier: Dossier) -> Iterable[str]:
    """The versions that answer the question, those with most voices first."""
    versions = [(len(answering & set(v.claims)), v) for event in events for v in event.versions]
    relevant = sorted((v for n, v in versions if 2 * n > len(v.claims)), key=lambda v: (-v.assessment.voices, -len(v.claims), v.claims))
    for version in relevant[:WEIGHTS]:
        weight = version.assessment
        credibility = f"credibility {weight.credibility} ({CREDIBILITY[weight.credibility]})"
        grades = f"{_reliability(version.claims, dossier)}, {credibility}"
        yield f"weight: {version.summary}: {grades} {cited(version.claims, dossier)}: {'; '.join(weight.because)}"


def _reliability(claims: Iterable[str], dossier: Dossier) -> str:
    """How reliable the user finds the voices of a version: the best letter among them, F by default."""
    if not dossier.track_record:
        return "source F (no track record given)"
    sources = (dossier.claims[c].source for c in claims if c in dossier.claims)
    names = frozenset(name for s in sources if s is not None for name in (s.party, s.party_id) if name)
    letter, whose = reliability_of(dict(dossier.track_record), names)
    return f"source {letter} ({whose}, by the user's track record)" if whose else "source F (not in the user's track record)"


def _coverage(dossier: Dossier) -> Block:
    c = dossier.coverage
    days = f"{day_words(c.first_day)} to {day_words(c.last_day)}" if c.first_day else "no publication days given"
    languages = ", ".join(f"{name} {n}" for name, n in c.languages)
    camps = ", ".join(f"{side_words(name)} {n}" for name, n in c.camps) or "none resolved"
    lines = [
        Line(f"{_count(c.documents, 'document')}, {_count(c.publishers, 'publisher')}, {_count(c.claims, 'claim')}; {days}"),
        Line(f"languages: {languages}"),
        Line(f"claims by camp: {camps}"),
    ]
    if c.synthetic:
        lines.append(Line("synthetic: reports here were written as examples, not found", tone="note"))
    if c.unread:
        lines.append(Line(f"could not be read: {_count(c.unread_documents, 'document')}", tone="note"))
        lines += [Line(f"{u.document}: {u.problem.message}", 1, "note") for u in c.unread[:10]]
    return Block("Coverage", tuple(lines))


def _nobody(does: str, dossier: Dossier) -> Line:
    return Line(f"nobody in {_these(dossier)} {does}", tone="note")


def _these(dossier: Dossier) -> str:
    n = dossier.coverage.documents
    return "this report" if n == 1 else f"these {n} documents"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"
