"""Three views of a dossier as tables and JSON: the timeline, the matrix of questions by party by day, the disputes."""

from counterclaim.export.phrases import day_words, quoted, reasons, relation_line, short_day, when_words
from counterclaim.export.sections import Grid, outside_questions
from counterclaim.model import Claim
from counterclaim.model.contract import Json, relation_json
from counterclaim.model.dossier import Dossier


def timeline_rows(dossier: Dossier) -> list[tuple[str, Claim]]:
    """Returns (ISO day or moment, claim), sorted: when it is said to have happened, else when it was said; undated claims left out."""
    found = []
    for claim in dossier.claims.values():
        day = (claim.time and claim.time.begin) or (claim.said and claim.said.begin) or claim.published
        if day:
            found.append((day, claim))
    return sorted(found, key=lambda row: (row[0], dossier.numbers[row[1].id]))


def timeline_grid(dossier: Dossier) -> Grid:
    """Returns the timeline as a table."""
    rows = tuple((day_words(day), when_words(c), quoted(c, dossier)) for day, c in timeline_rows(dossier))
    return Grid("Timeline", ("day", "", "claim"), rows)


def timeline_json(dossier: Dossier) -> list[Json]:
    """Returns the timeline as JSON lines."""
    return [{"at": day, "kind": when_words(c), "claim": c.id, "text": c.text} for day, c in timeline_rows(dossier)]


def matrix_grid(dossier: Dossier) -> Grid:
    """Returns a row a question and party, a column a day."""
    days = sorted({cell.day for sheet in dossier.sheets for cell in sheet.cells if cell.day})
    rows = []
    for sheet in dossier.sheets:
        for party in dict.fromkeys(cell.party for cell in sheet.cells):
            answers = {day: ", ".join(c.answer for c in sheet.cells if c.party == party and c.day == day) for day in (*days, None)}
            rows.append((sheet.question.text, party, *(answers[day] for day in days), answers[None]))
    undated = any(row[-1] for row in rows)
    header = ("question", "party", *map(short_day, days), *(("undated",) if undated else ()))
    return Grid("Questions by party by day", header, tuple(row if undated else row[:-1] for row in rows))


def matrix_json(dossier: Dossier) -> list[Json]:
    """Returns a line a cell: question, party, side, day, answer, claims."""
    return [
        {
            "question": s.question.id,
            "text": s.question.text,
            "party": c.party,
            "side": c.side,
            "day": c.day,
            "answer": c.answer,
            "claims": list(c.claims),
        }
        for s in dossier.sheets
        for c in s.cells
    ]


def disputes_grid(dossier: Dossier) -> Grid:
    """Returns a row a question and contradicting pair, with the reasons."""
    within = [(s.question.text, r) for s in dossier.sheets for r in s.disputes]
    found = [*within, *(("outside the questions", r) for r in outside_questions(dossier))]
    rows = tuple((asked, relation_line(r, dossier), reasons(r)) for asked, r in found)
    return Grid("Disputes", ("question", "who contradicts whom", "because"), rows)


def disputes_json(dossier: Dossier) -> list[Json]:
    """Returns a line a contradiction: the contract's relation with its question."""
    within = [relation_json(r) | {"question": s.question.id, "text": s.question.text} for s in dossier.sheets for r in s.disputes]
    return [*within, *(relation_json(r) | {"question": None, "text": None} for r in outside_questions(dossier))]
