"""One claim as a card: its sentence with each field underlined and named."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from counterclaim.export.phrases import KINDS, bounds, day_words, who
from counterclaim.model import Claim, Document, Judgement, Place, Relation, Span, hull

CONTEXT = 60


def claim_card(claim: Claim, document: Document, related: Sequence[tuple[Relation, Claim]], judged: Sequence[Judgement]) -> RenderableType:
    """Returns the card of a claim: the text around it with its fields underneath, its values, relations and judgements."""
    fields = named_fields(claim)
    shown = hull([claim.sentence, *(span for _, span in fields if span.overlaps(claim.sentence))]) or claim.sentence
    parts: list[RenderableType] = [
        Text(f"claim {claim.id}", "bold"),
        Text(_origin(document), "dim"),
        Text(),
        *underlined(document.text, shown, fields),
    ]
    elsewhere = [(name, span) for name, span in fields if not span.overlaps(shown)]
    parts += [Text(f"{name}, elsewhere in the text: {span.of(document.text)!r}", "dim") for name, span in elsewhere]
    parts += [Text(), *(Text.assemble((f"{name:>14}  ", "bold"), value) for name, value in values(claim) if value)]
    if related:
        parts += [Text(), Text("relations", "bold")]
        parts += [
            Text(f"  {KINDS[r.kind]} {who(c)} ({c.id[:8]}, {r.tier} {r.confidence:.2f}): {'; '.join(b.why for b in r.because)}")
            for r, c in related
        ]
    parts += [Text(f"  {j.verdict} by {j.by}, {day_words(j.at)}: {j.note}") for j in judged]
    return Group(*parts)


def named_fields(claim: Claim) -> list[tuple[str, Span]]:
    """Returns the spans of a claim's fields, each with its name, in the order of the text."""
    event = claim.event
    found: list[tuple[str, Span | None]] = [("source", s) for s in (claim.source.spans if claim.source else ())]
    found += [("cue", s) for s in claim.cue] + [("content", s) for s in claim.content]
    if event:
        found += [(event.code, event.span)]
        found += [(name, p.span) for name, p in (("agent", event.agent), ("recipient", event.recipient)) if p]
    found += [("place", claim.place.span)] if claim.place else []
    found += [("time", claim.time.span)] if claim.time else []
    found += [("said", claim.said.span)] if claim.said else []
    found += [("quantity", q.span) for q in claim.quantities]
    return sorted([(name, span) for name, span in found if span], key=lambda f: (f[1].start, -f[1].end, f[0]))


def underlined(text: str, shown: Span, fields: Sequence[tuple[str, Span]]) -> list[Text]:
    """Returns the shown stretch of text in lines, under each the fields that it holds, drawn to the character."""
    lines: list[Text] = []
    for start in range(shown.start, shown.end, 100):
        row = Span(start, min(start + 100, shown.end))
        lines.append(Text("".join(" " if c.isspace() else c for c in row.of(text))))
        for name, span in fields:
            if span.overlaps(row):
                left, right = max(span.start, row.start) - row.start, min(span.end, row.end) - row.start
                lines.append(Text(" " * left + "─" * (right - left) + f" {name}", "cyan"))
    return lines


def values(claim: Claim) -> list[tuple[str, str]]:
    """Returns a claim's values in words; an empty string where unknown."""
    event, source, place = claim.event, claim.source, claim.place
    return [
        ("who", who(claim)),
        ("side", (source and source.side) or ""),
        ("relayed by", ", ".join(source.relayed_by) if source else ""),
        ("says", f"{claim.stance}, {claim.form}" + (f", offers: {claim.basis}" if claim.basis != "none" else "")),
        ("what", f"{event.code}, {event.polarity}, {event.certainty}" if event else "no event code"),
        ("by", (event and event.agent and (event.agent.party or event.agent.side)) or ""),
        ("to", (event and event.recipient and (event.recipient.party or event.recipient.side)) or ""),
        ("where", _where(place.place) if place else ""),
        ("when", claim.time.value if claim.time else ""),
        ("said", claim.said.value if claim.said else ""),
        ("how many", "; ".join(map(bounds, claim.quantities))),
        ("interest", f"{claim.against_interest.kind}: {claim.against_interest.why}" if claim.against_interest else ""),
        ("confidence", f"{claim.confidence:.2f}"),
    ]


def _where(place: Place) -> str:
    if place.point is None:
        return f"{place.name} (not in the gazetteer)"
    return f"{place.name} ({place.point[0]:.3f}, {place.point[1]:.3f}, ±{place.precision_km:g} km)"


def _origin(document: Document) -> str:
    return " · ".join(part for part in (document.publisher, document.title, document.published, document.url, document.id) if part)
