"""The phrases that every format shares: days, answers, quotations, reasons."""

from collections.abc import Sequence
from datetime import date

from counterclaim.model import Claim, Quantity, Relation
from counterclaim.model.dossier import Cell, Dossier

QUOTE_LENGTH = 180
CITED = 8
KINDS = {
    "contradicts": "contradicts",
    "corroborates": "is corroborated by",
    "echoes": "is echoed by",
    "repeats": "repeats",
    "updates": "is updated by",
    "talks-past": "is not answered by",
}


def day_words(day: str | None) -> str:
    """Returns an ISO date, date-time or interval "a/b" as "Fri 12 May 2023"; what is no date comes back as it is."""
    if not day:
        return "undated"
    if "/" in day:
        first, last = day.split("/", 1)
        return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    try:
        moment = date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{moment:%a} {moment.day} {moment:%b %Y}"


def short_day(day: str | None) -> str:
    """Returns an ISO day as "Fri 12 May": for cells, under a title that has the year."""
    return " ".join(day_words(day).split()[:3])


def side_words(side: str | None) -> str:
    """Returns a side's id as a name: "Russia", "RSF", "Upland Front"."""
    if not side:
        return "no side known"
    return " ".join(w.upper() if len(w) <= 3 else w.capitalize() for w in side.split("-"))


def who(claim: Claim) -> str:
    """Returns who makes a claim, in a few words."""
    source = claim.source
    if claim.attribution is None:
        return f"{claim.publisher or 'the report'} (own voice)"
    if source is None or not source.spans:
        return "nobody named"
    return source.party if source.party and not source.anonymous else source.text


def cited(ids: tuple[str, ...], dossier: Dossier) -> str:
    """Returns claim numbers as "[3, 7]", cut after a few."""
    numbers = sorted(dossier.numbers[c] for c in ids if c in dossier.numbers)
    more = f" +{len(numbers) - CITED}" if len(numbers) > CITED else ""
    return f"[{', '.join(map(str, numbers[:CITED]))}]{more}" if numbers else ""


def answered(cell: Cell, dossier: Dossier) -> str:
    """Returns a cell of the grid: the answer, its day, its claims."""
    facts = [short_day(cell.day)] if cell.day else []
    facts += [f"{cell.reports} reports"] if cell.reports > 1 else []
    return f"{cell.answer} {_bracketed(facts)}{cited(cell.claims, dossier)}"


def _bracketed(facts: Sequence[str]) -> str:
    return f"({', '.join(facts)}) " if facts else ""


def quoted(claim: Claim, dossier: Dossier, cite: bool = True) -> str:
    """Returns who says what in the text's words, cut to a line, with the claim's number."""
    words = " ".join(claim.text.split())
    words = words if len(words) <= QUOTE_LENGTH else words[: QUOTE_LENGTH - 1].rstrip() + "…"
    document = dossier.documents.get(claim.document)
    translated = " (quoted in translation)" if document and document.translated_from and claim.form in ("direct", "mixed") else ""
    number = f"[{dossier.numbers[claim.id]}] " if cite else ""
    return f"{number}{who(claim)} {claim.stance}: {words}{translated}"


def when_words(claim: Claim) -> str:
    """Tells whether a claim's day is that of the event or of the statement."""
    return "said to have happened" if claim.time and claim.time.begin else "said"


def claim_line(claim: Claim, dossier: Dossier) -> tuple[str, ...]:
    """Returns a claim as a row: number, then `claim_cells`."""
    return (f"[{dossier.numbers[claim.id]}]", *claim_cells(claim))


def claim_cells(claim: Claim) -> tuple[str, ...]:
    """Returns a claim as cells: who, stance, what, where, when, how many."""
    event = claim.event
    what = f"{'NOT ' if event.polarity == 'negative' else ''}{event.code}{_by(claim)}" if event else "no event code"
    where = claim.place.place.name if claim.place else ""
    when = claim.time.value if claim.time else (f"said {claim.said.value}" if claim.said else "")
    return (who(claim), claim.stance, what, where, when, "; ".join(map(bounds, claim.quantities)))


def _by(claim: Claim) -> str:
    agent = claim.event.agent if claim.event else None
    name = agent and (agent.party or agent.side)
    return f" by {name}" if name else ""


def bounds(quantity: Quantity) -> str:
    """Returns a quantity as words: its bounds, unit and what is counted."""
    low, high = (None if b is None else f"{b:g}" if abs(b) < 1e6 else f"{b:,.0f}" for b in (quantity.low, quantity.high))
    number = low if low == high else f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low} to {high}"
    return " ".join(part for part in (number, quantity.unit, quantity.of if quantity.of != quantity.unit else None) if part)


def relation_line(relation: Relation, dossier: Dossier) -> str:
    """Returns a relation as one sentence with both ends cited."""
    left, right = dossier.claims[relation.left], dossier.claims[relation.right]
    ends = f"{who(left)} [{dossier.numbers[left.id]}] {KINDS[relation.kind]} {who(right)} [{dossier.numbers[right.id]}]"
    return f"{ends} ({relation.tier}, {relation.confidence:.2f})"


def folded_relations(relations: Sequence[Relation], dossier: Dossier) -> list[tuple[str, Relation]]:
    """Returns relations a line each pair of voices, kind and tier: "A [1, 4] contradicts B [7]", with the surest of each."""
    folds: dict[tuple[str, str, str, str], list[Relation]] = {}
    for relation in relations:
        names = (who(dossier.claims[relation.left]), who(dossier.claims[relation.right]))
        if relation.kind != "updates":
            names = (min(names), max(names))
        folds.setdefault((relation.kind, relation.tier, *names), []).append(relation)
    return [(_folded_line(key, found, dossier), max(found, key=lambda r: (r.confidence, r.left))) for key, found in folds.items()]


def _folded_line(key: tuple[str, str, str, str], found: Sequence[Relation], dossier: Dossier) -> str:
    kind, tier, first, second = key
    ends = {claim for r in found for claim in (r.left, r.right)}
    sides = [cited(tuple(c for c in ends if who(dossier.claims[c]) == name), dossier) for name in (first, second)]
    if first == second:
        return f"{first} {sides[0]} {KINDS[kind]} itself ({tier}, {max(r.confidence for r in found):.2f})"
    return f"{first} {sides[0]} {KINDS[kind]} {second} {sides[1]} ({tier}, {max(r.confidence for r in found):.2f})"


def reasons(relation: Relation) -> str:
    """Returns why, field by field, the opposed fields first."""
    ordered = sorted(relation.because, key=lambda r: r.agreement)
    return "; ".join(f"{r.field}: {r.why}" for r in ordered)
