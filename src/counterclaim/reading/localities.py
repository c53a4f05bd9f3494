"""Where exactly: "near X", "10 km west of X", "the X sector", "between X and Y", and what "the city" and "there" mean."""

import functools
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.knowledge.tables import language_table, languages_with
from counterclaim.model import Place, Span, Toponym

_NEAR_KM = 10.0
_SECTOR_KM = 20.0
"""Less than what crosscheck.toml calls a region: a sector still is that of its town."""
_SIDE_KM = 10.0
_DEGREE_KM = 111.2
_REACH = 60
_JOINED = re.compile(r"\s+\w+\s+")
_AREAS = frozenset({"country", "region"})
_TOWNS = frozenset({"town", "capital", "village"})


@dataclass(frozen=True, slots=True)
class _Patterns:
    offset: re.Pattern[str]
    side: re.Pattern[str]
    part: re.Pattern[str]
    near: re.Pattern[str]
    towards: re.Pattern[str]
    between: re.Pattern[str]
    sector: re.Pattern[str]
    back: re.Pattern[str]
    there: re.Pattern[str]
    land: re.Pattern[str]
    part_of: re.Pattern[str]
    owned_part: re.Pattern[str]
    table: dict[str, Any]


def widened(text: str, toponyms: tuple[Toponym, ...], language: str = "en") -> tuple[Toponym, ...]:
    """Returns the toponyms, each with its own point and the radius that the words around leave open ("near X", "10 km west of X").

    Args:
        text: the document's text.
        toponyms: its place names, sorted.
        language: the text's language; without a table of relations nothing changes.
    """
    return tuple(map(_as_wide, toponyms, localities(text, toponyms, language)))


def _as_wide(toponym: Toponym, put: Toponym) -> Toponym:
    if toponym.place is None or put.place is None or put.place == toponym.place:
        return toponym
    return replace(toponym, place=replace(toponym.place, precision_km=put.place.precision_km))


def located(text: str, toponyms: tuple[Toponym, ...], language: str = "en") -> tuple[Toponym, ...]:
    """Returns where things may be said to happen: the toponyms as put by `localities`, "southern X", "the city", "there"; sorted.

    The toponyms of a text are the places that it names; claims have these as theirs.

    Args:
        text: the document's text.
        toponyms: its place names, sorted.
        language: the text's language; without a table of relations nothing changes.
    """
    patterns = _patterns(language)
    if patterns is None:
        return toponyms
    put = (*(_with_part(text, t, patterns) for t in localities(text, toponyms, language)), *back_references(text, toponyms, language))
    return tuple(sorted(put, key=lambda t: t.span))


def _with_part(text: str, toponym: Toponym, patterns: _Patterns) -> Toponym:
    place = toponym.place
    if place is None or place.point is None or place.feature not in _AREAS:
        return toponym
    start, end = toponym.span.start, toponym.span.end
    match = patterns.part.search(text, max(0, start - _REACH), start)
    if match is not None:
        return replace(toponym, place=_part(place, match["part"], toponym.span.of(text), patterns.table))
    side = patterns.part_of.search(text, max(0, start - _REACH), start) or patterns.owned_part.match(text, end)
    return toponym if side is None else replace(toponym, place=_on_side(place, side["bearing"], toponym.span.of(text), patterns.table))


def _on_side(place: Place, bearing: str, called: str, table: dict[str, Any]) -> Place:
    """The part of a country or region on a bearing: "the east of X" is eastern X."""
    angle = table["bearings"][bearing.lower()]
    return _part(place, next(word for word, own in table["parts"].items() if own == angle), called, table)


def localities(text: str, toponyms: tuple[Toponym, ...], language: str = "en") -> tuple[Toponym, ...]:
    """Returns the toponyms with each place as the words around put it: widened ("near X", "the X sector") or moved ("10 km west of X").

    Args:
        text: the document's text.
        toponyms: its place names; the result has the same spans, in order. A place that is only named stays as it is.
        language: the text's language; without a table of relations nothing changes.
    """
    patterns = _patterns(language)
    if patterns is None:
        return toponyms
    found = []
    for i, toponym in enumerate(toponyms):
        after = toponyms[i + 1] if i + 1 < len(toponyms) else None
        known = toponym.place is not None and toponym.place.point is not None
        place = _put(text, toponym, toponym.place, after, patterns) if known and toponym.place is not None else toponym.place
        found.append(replace(toponym, place=place))
    return tuple(found)


def _put(text: str, toponym: Toponym, place: Place, after: Toponym | None, patterns: _Patterns) -> Place:
    before = text[max(0, toponym.span.start - _REACH) : toponym.span.start]
    behind = text[toponym.span.end : toponym.span.end + _REACH]
    if match := patterns.offset.search(before):
        return _moved(place, _number(match["number"], patterns), match["unit"], match["bearing"], patterns.table)
    if place.feature not in _AREAS and (match := patterns.side.search(before)):
        return _moved(place, _SIDE_KM, "km", match["bearing"], patterns.table)
    if (
        after is not None
        and after.place is not None
        and after.place.point is not None
        and patterns.between.search(before)
        and _JOINED.fullmatch(text[toponym.span.end : after.span.start])
    ):
        return _middle(place, after.place)
    if patterns.near.search(before):
        return replace(place, precision_km=max(place.precision_km, _NEAR_KM))
    if patterns.sector.match(behind) or patterns.towards.search(before):
        return replace(place, precision_km=max(place.precision_km, _SECTOR_KM))
    return place


def _number(words: str, patterns: _Patterns) -> float:
    known = patterns.table["numbers"].get(words.lower())
    return float(known) if known is not None else float(words.replace(",", "."))


def _moved(place: Place, distance: float, unit: str, bearing: str, table: dict[str, Any]) -> Place:
    """The point at `distance` from a place on a bearing, on a flat earth, which errs less than the words do.

    The place keeps its name and id: who asks for a town is told what is said to have happened north of it too.
    """
    km = distance * table["units"][unit.lower()]
    angle = math.radians(table["bearings"][bearing.lower()])
    north, east = place.degrees
    latitude = north + km * math.cos(angle) / _DEGREE_KM
    longitude = east + km * math.sin(angle) / (_DEGREE_KM * max(0.01, math.cos(math.radians(north))))
    precision = max(place.precision_km, round(km / 2, 1))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return place
    return replace(place, latitude=round(latitude, 4), longitude=round(longitude, 4), precision_km=precision)


def _part(place: Place, word: str, called: str, table: dict[str, Any]) -> Place:
    """The east of a country or region: half of its radius off its middle, with half of its precision; a country's has its own name."""
    angle = math.radians(table["parts"][word.lower()])
    km = place.precision_km / 2
    north, east = place.degrees
    latitude = north + km * math.cos(angle) / _DEGREE_KM
    longitude = east + km * math.sin(angle) / (_DEGREE_KM * max(0.01, math.cos(math.radians(north))))
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return place
    if place.feature != "country":
        return replace(place, latitude=round(latitude, 4), longitude=round(longitude, 4), precision_km=round(km, 1))
    ref, name = f"{place.id}:{word.lower()}", f"{word.capitalize()} {called}"
    return Place(ref, name, round(latitude, 4), round(longitude, 4), place.country, "area", round(km, 1), place.claimants)


def _middle(one: Place, other: Place) -> Place:
    (north, east), (other_north, other_east) = one.degrees, other.degrees
    latitude, longitude = (north + other_north) / 2, (east + other_east) / 2
    half = math.hypot(north - other_north, (east - other_east) * math.cos(math.radians(latitude))) * _DEGREE_KM / 2
    precision = round(max(one.precision_km, half), 1)
    return replace(one, latitude=round(latitude, 4), longitude=round(longitude, 4), precision_km=precision)


def back_references(text: str, toponyms: tuple[Toponym, ...], language: str = "en") -> tuple[Toponym, ...]:
    """Returns "the city", "the dam", "there" as toponyms of the last place before them that is one; none where there was none.

    Args:
        text: the document's text.
        toponyms: its place names, sorted.
        language: the text's language; without a table of relations the result is empty.
    """
    patterns = _patterns(language)
    if patterns is None:
        return ()
    return (*_references(text, toponyms, patterns), *_lands(text, toponyms, patterns))


def _lands(text: str, toponyms: tuple[Toponym, ...], patterns: _Patterns) -> Iterator[Toponym]:
    """Yields "the east of the country": that of the place named just before in its line, else of the only country of the text."""
    countries = {t.place.country: t.place for t in toponyms if t.place is not None and t.place.feature == "country"}
    at = 0
    for hit in patterns.land.finditer(text) if countries else ():
        while at < len(toponyms) and toponyms[at].span.end <= hit.start():
            at += 1
        before = toponyms[at - 1] if at and hit.start() - toponyms[at - 1].span.end <= _REACH else None
        inside = before.place.country if before is not None and before.place is not None and before.place.feature in _TOWNS else None
        meant = countries.get(inside) if inside is not None else next(iter(countries.values())) if len(countries) == 1 else None
        if meant is not None and meant.point is not None:
            part = _on_side(meant, hit["bearing"] or hit["owned"], meant.name, patterns.table)
            yield Toponym(Span(*hit.span()), part, 0.4)


def _references(text: str, toponyms: tuple[Toponym, ...], patterns: _Patterns) -> Iterator[Toponym]:
    hits = sorted([*patterns.back.finditer(text), *patterns.there.finditer(text)], key=lambda m: m.start())
    last: dict[str, Place] = {}
    at = 0
    for hit in hits:
        while at < len(toponyms) and toponyms[at].span.end <= hit.start():
            place = toponyms[at].place
            if place is not None and place.feature is not None:
                last["town" if place.feature in _TOWNS else place.feature] = place
                last[place.feature] = place
            at += 1
        kind = patterns.table["back"].get((hit.groupdict().get("kind") or "").lower(), "town")
        if kind in last and not any(t.span.overlaps(Span(*hit.span())) for t in toponyms[max(0, at - 1) : at + 1]):
            yield Toponym(Span(*hit.span()), last[kind], 0.4)


@functools.cache
def _patterns(language: str) -> _Patterns | None:
    table = language_table(language, "toponyms").get("relations") if language in languages_with("toponyms") else None
    if table is None:
        return None
    bearing = f"(?P<bearing>{_either(table['bearings'])})"
    number = rf"(?P<number>\d+(?:[.,]\d+)?|{_either(table['numbers'])})"
    sides, lands = _either(table["bearings"]), _either(table["land"])
    towns = _either(kind for kind, means in table["back"].items() if means == "town")

    def ending(words: str) -> re.Pattern[str]:
        return re.compile(rf"\b{words}\s+(?:the\s+)?(?:(?:{towns})\s+of\s+)?$", re.IGNORECASE)

    return _Patterns(
        offset=ending(rf"{number}[\s-]*(?P<unit>{_either(table['units'])})\s+(?:to\s+the\s+)?{bearing}\s+of"),
        side=ending(rf"{bearing}\s+of"),
        part=re.compile(rf"\b(?P<part>{_either(table['parts'])})\s+$", re.IGNORECASE),
        near=ending(f"(?:{_either(table['near'])})"),
        towards=ending(f"(?:{_either(table['towards'])})"),
        between=ending(f"(?:{_either(table['between'])})"),
        sector=re.compile(rf"\s+(?:{_either(table['sector'])})\b", re.IGNORECASE),
        back=re.compile(rf"\b[Tt]he\s+(?P<kind>{_either(table['back'])})\b(?!\s+of\b|['’]s\s+name)"),
        there=re.compile(
            rf"\b(?:{_either(table['there'])})\b(?!\s+(?:is|are|was|were|will|has|have|had|may|might|can|could|would|should|be)\b)"
        ),
        land=re.compile(rf"\b[Tt]he\s+(?:(?P<bearing>{sides})\s+of\s+the\s+(?:{lands})|(?:{lands})['’]s\s+(?P<owned>{sides}))\b(?!-)"),
        part_of=re.compile(rf"\bthe\s+(?P<bearing>{sides})\s+of\s+$", re.IGNORECASE),
        owned_part=re.compile(rf"['’]s\s+(?P<bearing>{sides})\b(?![\s-]+\w)"),
        table=table,
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))
