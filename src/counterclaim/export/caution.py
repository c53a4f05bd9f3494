"""What may leave a record: by default nothing newer than 72 hours, no finer than 5 km and brigade, no private person's name.

See docs/harms.md. Masked names keep their length, so that spans stay true.
"""

import dataclasses
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from counterclaim.model import Claim, ClaimPlace, Document, Place, Source, Span

HOURS = 72
GRID_KM = 5.0
KM_PER_DEGREE = 111.32
FINE_UNIT = re.compile(r"\b(?:\d+(?:st|nd|rd|th)\s+)?(?:[A-Z][\w-]+\s+)*(?:battalion|company|platoon|squad|battery)\b", re.IGNORECASE)
MASK = "█"


@dataclass(frozen=True, slots=True)
class Caution:
    """How careful an export is; `now` is ISO 8601, None to keep what is recent; `fine` keeps exact points and small units."""

    now: str | None
    fine: bool = False
    names: bool = False


def held_back(document: Document, caution: Caution) -> bool:
    """Tells whether a document is too recent to leave the record."""
    if caution.now is None or not document.published:
        return False
    return _moment(document.published) > _moment(caution.now) - timedelta(hours=HOURS)


def cautious(claims: Iterable[Claim], caution: Caution, persons: Mapping[str, tuple[Span, ...]]) -> Iterator[Claim]:
    """Yields the claims as they may leave the record.

    Args:
        claims: the claims, of documents that are not held back.
        caution: what the user chose.
        persons: by document id, the spans of persons who are no party.
    """
    for claim in claims:
        hidden = () if caution.names else persons.get(claim.document, ())
        source = claim.source and dataclasses.replace(claim.source, text=_masked(claim.source.text, claim.source.spans, hidden))
        if source and hidden and source.party and source.party_id is None:
            source = _unnamed(source, hidden)
        text = _masked(claim.text, claim.content, hidden)
        place = claim.place
        if not caution.fine:
            place = place and _coarse(place)
            text = FINE_UNIT.sub(lambda m: MASK * len(m[0]), text)
        yield dataclasses.replace(claim, source=source, text=text, place=place)


def masked_text(text: str, spans: Iterable[Span]) -> str:
    """Returns the text with the spans blacked out, every character in its place."""
    found = list(text)
    for span in spans:
        found[span.start : span.end] = MASK * (span.end - span.start)
    return "".join(found)


def _masked(words: str, role: tuple[Span, ...], hidden: tuple[Span, ...]) -> str:
    """`words` are a role's pieces joined by one blank; hides what overlaps a hidden span."""
    if not hidden or not role:
        return words
    found, at = list(words), 0
    for piece in role:
        for span in hidden:
            if span.overlaps(piece):
                start, end = max(span.start, piece.start) - piece.start + at, min(span.end, piece.end) - piece.start + at
                found[start:end] = MASK * (end - start)
        at += piece.end - piece.start + 1
    return "".join(found)


def _unnamed(source: Source, hidden: tuple[Span, ...]) -> Source:
    overlapping = any(span.overlaps(piece) for span in hidden for piece in source.spans)
    return dataclasses.replace(source, party=None, anonymous=True) if overlapping else source


def _coarse(place: ClaimPlace) -> ClaimPlace:
    """The place on a grid of 5 km."""
    p = place.place
    if p.point is None or (p.precision_km >= GRID_KM and not p.feature):
        return place
    latitude, longitude = p.point
    lat_step = GRID_KM / KM_PER_DEGREE
    lon_step = lat_step / max(math.cos(math.radians(latitude)), 0.01)
    moved: Place = dataclasses.replace(
        p,
        latitude=round(round(latitude / lat_step) * lat_step, 4),
        longitude=round(round(longitude / lon_step) * lon_step, 4),
        precision_km=max(p.precision_km, GRID_KM),
    )
    return ClaimPlace(moved, place.span)


def _moment(iso: str) -> datetime:
    """An ISO date or date-time without its zone (hours matter little beside three days); the far past when it is neither."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=None)
    except ValueError:
        return datetime.min.replace(year=1970)
