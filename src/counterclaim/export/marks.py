"""A document's text cut where claims' roles begin and end, so that any format can light them up."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Claim, Document
from counterclaim.model.dossier import Dossier

TOLD = ("content", "narration")
"""What is claimed: by a source, or by the report in its own voice."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the roles it plays: (claim number, role); `opens` are the numbers whose content begins here."""

    text: str
    roles: tuple[tuple[int, str], ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]


def pieces(document: Document, dossier: Dossier) -> tuple[Piece, ...]:
    """Returns the text of a document in pieces, in order; joined, they are the text."""
    claims = [c for c in dossier.claims.values() if c.document == document.id]
    marks = _marks(claims, dossier)
    cuts = sorted({0, len(document.text), *(at for start, end, _, _ in marks for at in (start, end))})
    starts: dict[int, list[tuple[int, int, str]]] = {}
    for start, end, number, role in marks:
        starts.setdefault(start, []).append((end, number, role))
    found: list[Piece] = []
    active: list[tuple[int, int, str]] = []
    for left, right in itertools.pairwise(cuts):
        opening = starts.get(left, [])
        active = [mark for mark in active if mark[0] > left] + opening
        roles = tuple(sorted({(number, role) for _, number, role in active}))
        opens = tuple(sorted(n for _, n, role in opening if role in TOLD))
        closes = tuple(sorted(n for end, n, role in active if role in TOLD and end == right))
        found.append(Piece(document.text[left:right], roles, opens, closes))
    return tuple(found)


def _marks(claims: Sequence[Claim], dossier: Dossier) -> list[tuple[int, int, int, str]]:
    found = []
    for claim in claims:
        number = dossier.numbers[claim.id]
        told = "content" if claim.attribution else "narration"
        named = [(told, s) for s in claim.content] + [("cue", s) for s in claim.cue]
        named += [("source", s) for s in (claim.source.spans if claim.source else ())]
        found += [(span.start, span.end, number, role) for role, span in named if span.start < span.end]
    return sorted(found)
