"""Sites that a text names by what they are: "the presidential palace" lies in the town named with it, or in the country's capital."""

import bisect
import functools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.tables import language_table, languages_with
from counterclaim.knowledge.world import load_world
from counterclaim.model import Place, Span, Toponym

_REACH = 80
_TOWNS = frozenset({"town", "capital", "village"})
_STATES = frozenset({"country", "nationality"})
_PRECISION_KM = 5.0


@dataclass(frozen=True, slots=True)
class _Sites:
    """Words for sites as one pattern, and the name and feature of each; `after` those that follow the name of a town."""

    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, str]]
    after: re.Pattern[str]
    town_kinds: dict[str, tuple[str, str]]


def sites(
    text: str, toponyms: tuple[Toponym, ...], conflict: Conflict | None, gazetteer: Gazetteer, language: str = "en"
) -> tuple[Toponym, ...]:
    """Returns the unnamed sites of a text as toponyms, sorted; one that lies nowhere known has no place.

    Args:
        text: the document's text.
        toponyms: the place names found in it, sorted; a site that is part of one is left out.
        conflict: the war that the text is about; its first country is the story's where the text names none.
        gazetteer: where capitals and the sites themselves are looked up.
        language: the text's language; without a list of sites the result is empty.
    """
    known = _sites(language)
    if known is None:
        return ()
    found = []
    spans = tuple(t.span for t in toponyms)
    towns = [t for t in toponyms if t.place is not None and t.place.feature in _TOWNS]
    starts = [t.span.start for t in towns]
    capital = functools.cache(lambda: _capital(toponyms, conflict, gazetteer))
    for match in known.pattern.finditer(text):
        span = Span(*match.span())
        if not overlaps_any(span, spans):
            name, feature = known.kinds[_plain(match.group())]
            place = _placed(name, feature, _town(span, towns, starts) or capital(), gazetteer)
            found.append(Toponym(span, place, 0.4))
    return tuple(found)


def overlaps_any(span: Span, others: tuple[Span, ...]) -> bool:
    """Tells whether a span shares a character with one of `others`, which are sorted and apart from one another."""
    at = bisect.bisect_left(others, (span.end, 0)) - 1
    return at >= 0 and others[at].end > span.start


def _town(site: Span, towns: list[Toponym], starts: list[int]) -> Place | None:
    """The nearest town named within reach, before or after."""
    at = bisect.bisect_left(starts, site.start)
    near = [(max(t.span.start - site.end, site.start - t.span.end), t.span.start, t.place) for t in towns[max(0, at - 1) : at + 1]]
    close = [(distance, start, place) for distance, start, place in near if distance <= _REACH]
    return min(close, key=lambda c: c[:2])[2] if close else None


def _capital(toponyms: tuple[Toponym, ...], conflict: Conflict | None, gazetteer: Gazetteer) -> Place | None:
    named = Counter(t.place.country for t in toponyms if t.place is not None and t.place.country)
    fighting = [c for c in conflict.countries if named[c]] or list(conflict.countries[:1]) if conflict is not None else []
    country = fighting[0] if fighting else next((c for c, _ in named.most_common(1)), None)
    return _seat(country, gazetteer)


def _seat(country: str | None, gazetteer: Gazetteer) -> Place | None:
    for seat in _seats().get(country or "", ()):
        for entry in gazetteer.lookup(seat):
            if entry.country == country and entry.feature in _TOWNS:
                return Place(entry.id, entry.name, entry.latitude, entry.longitude, entry.country, entry.feature, entry.precision_km)
    return None


def capitals(text: str, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer, language: str = "en") -> tuple[Toponym, ...]:
    """Returns the words "capital" behind a country's name or adjective as the capital, unless its name follows; sorted.

    Args:
        text: the document's text.
        toponyms: the place names found in it, sorted.
        gazetteer: where capitals are looked up.
        language: the text's language; without a word for capitals the result is empty.
    """
    word = language_table(language, "toponyms").get("capital") if language in languages_with("toponyms") else None
    if word is None:
        return ()
    pattern, starts, found = _capital_word(word), {t.span.start for t in toponyms}, []
    for toponym in toponyms:
        place = toponym.place
        match = pattern.match(text, toponym.span.end) if place is not None and place.feature in _STATES else None
        if match is None or place is None or not starts.isdisjoint(range(match.end(), match.end() + 3)):
            continue
        seat = _seat(place.country, gazetteer)
        if seat is not None:
            found.append(Toponym(Span(match.start("word"), match.end("word")), seat, 0.4))
    return tuple(found)


@functools.cache
def _capital_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?\s+(?P<word>{re.escape(word)})\b", re.IGNORECASE)


def _placed(name: str, feature: str, town: Place | None, gazetteer: Gazetteer) -> Place | None:
    """The site in its town: the gazetteer's own where it has it, else somewhere in the town."""
    if town is None:
        return None
    north, east = town.degrees
    for entry in gazetteer.lookup(name):
        if entry.country == town.country and abs(entry.latitude - north) < 0.5 and abs(entry.longitude - east) < 0.5:
            return Place(entry.id, entry.name, entry.latitude, entry.longitude, entry.country, entry.feature, entry.precision_km)
    ref = f"{town.id}:{name.lower().replace(' ', '-')}"
    return Place(ref, name, town.latitude, town.longitude, town.country, feature, max(_PRECISION_KM, town.precision_km))


@functools.cache
def _seats() -> dict[str, tuple[str, ...]]:
    return {country.iso: country.seats for country in load_world().countries}


def town_sites(text: str, toponyms: tuple[Toponym, ...], language: str = "en") -> tuple[Toponym, ...]:
    """Returns the toponyms, those of towns that a site's noun follows widened to the site: "Nyala airport" is the airport of Nyala."""
    known = _sites(language)
    return toponyms if known is None else tuple(_widened(text, t, known) for t in toponyms)


def _widened(text: str, toponym: Toponym, known: _Sites) -> Toponym:
    place = toponym.place
    match = known.after.match(text, toponym.span.end) if place is not None and place.feature in _TOWNS else None
    if match is None or place is None:
        return toponym
    name, feature = known.town_kinds[_plain(match["site"])]
    site = replace(
        place, id=f"{place.id}:{feature}", name=f"{place.name} {name}", feature=feature, precision_km=max(_PRECISION_KM, place.precision_km)
    )
    return Toponym(Span(toponym.span.start, match.end()), site, toponym.confidence)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


@functools.cache
def _sites(language: str) -> _Sites | None:
    table = language_table(language, "toponyms") if language in languages_with("toponyms") else {}
    if not table.get("site"):
        return None
    kinds, town_kinds = _kinds(table["site"]), _kinds(table["town_site"])
    after = rf"(?:['’]s)?\s+(?P<site>{_either(town_kinds)})\b"
    return _Sites(re.compile(rf"\b(?:{_either(kinds)})\b", re.IGNORECASE), kinds, re.compile(after, re.IGNORECASE), town_kinds)


def _kinds(entries: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    return {words.lower(): (entry["name"], entry["feature"]) for entry in entries for words in entry["words"]}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))
