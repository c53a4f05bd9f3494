"""Which claims are wanted: by place, party, side, code, day and document."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_

from counterclaim.record import tables


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that must all hold; None: any.

    `place` is a place's name or id; `party` a party's name; `since` and `until` ISO days, both inclusive, held against the day when
    it is said to have happened, else the day of publication; `document` a document's id.
    """

    place: str | None = None
    party: str | None = None
    side: str | None = None
    code: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None


def selected(query: Select[Any], wanted: Selection) -> Select[Any]:
    """Returns a query over claims (and their documents) with the conditions added."""
    claims = tables.claims.c
    for column, value in ((claims.party, wanted.party), (claims.side, wanted.side), (claims.code, wanted.code)):
        if value is not None:
            query = query.where(func.lower(column) == value.lower())
    if wanted.place is not None:
        query = query.where(or_(claims.place == wanted.place, func.lower(claims.place_name) == wanted.place.lower()))
    if wanted.document is not None:
        query = query.where(tables.documents.c.id == wanted.document)
    if wanted.since is not None:
        query = query.where(func.coalesce(claims.ends, claims.begins, claims.published) >= wanted.since[:10])
    if wanted.until is not None:
        query = query.where(func.coalesce(claims.begins, claims.ends, claims.published) <= wanted.until[:10])
    return query
