"""Claims as JSON lines, CSV and GeoJSON."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from counterclaim.export.phrases import bounds
from counterclaim.model import Claim, Document
from counterclaim.model.contract import claim_json

COLUMNS = (
    "id", "document", "publisher", "published", "url", "party", "side", "anonymous", "form", "stance", "code", "polarity", "certainty",
    "agent", "recipient", "place", "latitude", "longitude", "precision_km", "time", "said", "quantities", "against_interest", "basis",
    "confidence", "text", "start", "end", "synthetic",
)  # fmt: skip


def jsonl(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yields one line of the contract's JSON a claim, with `synthetic` where its document is."""
    for claim in claims:
        mark = {"synthetic": True} if documents[claim.document].synthetic else {}
        yield json.dumps(claim_json(claim) | mark, ensure_ascii=False) + "\n"


def table(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yields CSV (RFC 4180, UTF-8) a line at a time, the header first; cells that a spreadsheet would run are quoted with '."""
    yield _csv_line(COLUMNS)
    for claim in claims:
        flat = flattened(claim, documents[claim.document])
        yield _csv_line(_safe(flat[name]) for name in COLUMNS)


def geojson(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Iterator[str]:
    """Yields an RFC 7946 FeatureCollection piece by piece: one point a claim that has a place."""
    yield '{"type": "FeatureCollection", "features": [\n'
    first = True
    for claim in claims:
        point_of = claim.place.place.point if claim.place else None
        if point_of is None:
            continue
        properties = {k: v for k, v in flattened(claim, documents[claim.document]).items() if k not in ("latitude", "longitude")}
        point = {"type": "Point", "coordinates": [point_of[1], point_of[0]]}
        feature = {"type": "Feature", "id": claim.id, "geometry": point, "properties": properties}
        yield ("" if first else ",\n") + json.dumps(feature, ensure_ascii=False)
        first = False
    yield "\n]}\n"


def flattened(claim: Claim, document: Document) -> dict[str, object]:
    """Returns a claim as one flat row."""
    source, event, place = claim.source, claim.event, claim.place and claim.place.place
    return {
        "id": claim.id,
        "document": claim.document,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "party": source and source.party,
        "side": source and source.side,
        "anonymous": source and source.anonymous,
        "form": claim.form,
        "stance": claim.stance,
        "code": event and event.code,
        "polarity": event and event.polarity,
        "certainty": event and event.certainty,
        "agent": event and event.agent and (event.agent.party or event.agent.side),
        "recipient": event and event.recipient and (event.recipient.party or event.recipient.side),
        "place": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "precision_km": place and place.precision_km,
        "time": claim.time and claim.time.value,
        "said": claim.said and claim.said.value,
        "quantities": "; ".join(bounds(q) for q in claim.quantities),
        "against_interest": claim.against_interest and claim.against_interest.kind,
        "basis": claim.basis,
        "confidence": claim.confidence,
        "text": claim.text,
        "start": claim.content[0].start if claim.content else None,
        "end": claim.content[-1].end if claim.content else None,
        "synthetic": document.synthetic,
    }


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _csv_line(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(list(cells))
    return line.getvalue()
