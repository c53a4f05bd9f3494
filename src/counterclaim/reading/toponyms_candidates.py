"""Which words of a text may name places: the longest names that the gazetteer knows and that the words around do not speak against."""

import functools
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict, PlaceEntry
from counterclaim.knowledge.gazetteer import Entry, Gazetteer
from counterclaim.knowledge.gazetteer_fold import fold, script
from counterclaim.knowledge.gazetteer_spelling import skeleton, skeletons
from counterclaim.knowledge.world import load_world
from counterclaim.model import Span
from counterclaim.reading.toponyms_inflected import countries_of, forms_of, inflects, latin_of
from counterclaim.reading.toponyms_words import Vocabulary, Word

LONGEST = 6
_SCRIPTS = {"cyrillic": "uk"}
"""A name in another script than the text's is read as this language inflects it."""
AREAS = frozenset({"country", "continent", "region", "area"})
TOWNS = frozenset({"town", "capital", "village"})
_JOINTS = frozenset({" ", "-", "\u00a0", "‑", "–", "'s ", "’s "})
KNOWN_TOWN = 100_000
CITY = 1_000_000
_LONGEST_NAME = 80

Look = Callable[[str], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `[first, last]` that may name one of `entries`; `located` where the words beside say that it is a place.

    `is_at`: by words that do not go with persons too ("in", not "from"); `is_before_area`: as in "X, Texas"; `called_town`: as in "the
    city of X". `gap` is what stands between the candidate and the word before it; `after_and` tells that this word is "and".
    """

    first: int
    last: int
    span: Span
    name: str
    entries: tuple[Entry, ...]
    located: bool
    is_at: bool = False
    called_town: bool = False
    gap: str = ""
    after_and: bool = False
    is_before_area: bool = False

    @property
    def key(self) -> str:
        """The name under which the document's mentions of one place are put together."""
        return fold(self.name)

    def follows(self, other: "Candidate") -> bool:
        """Tells whether only a comma, a bracket, "in" or "and" stand between this name and the other before it."""
        if self.is_demonym or other.is_demonym:
            return False
        joined = self.first == other.last + 1 and self.gap.strip(" .") in (",", "(", "/", "", ";")
        return (joined and bool(self.gap)) or (self.first == other.last + 2 and self.after_and)

    @property
    def is_demonym(self) -> bool:
        """Tells whether the words mean a people ("Turkish")."""
        return any(e.is_demonym for e in self.entries)

    @property
    def is_of_conflict(self) -> bool:
        """Tells whether one of the conflict's own places bears the name."""
        return any(not e.id.startswith(("geonames", "world")) for e in self.entries)

    @property
    def is_chance(self) -> bool:
        """Tells whether only a small town bears the name, none of the conflict's: many a surname does too."""
        return self.weight < KNOWN_TOWN and not self.is_of_conflict and not self.is_demonym

    @property
    def is_plain(self) -> bool:
        """Tells whether the name is a place's in any language: one of the conflict's, a listed area, a large town by its main name."""
        known = any((e.is_listed and e.feature in AREAS) or (e.is_main_name and e.population >= KNOWN_TOWN) for e in self.entries)
        return known or self.is_of_conflict

    @property
    def is_area(self) -> bool:
        """Tells whether a country, continent, region or informal area bears the name."""
        return any(e.feature in AREAS for e in self.entries)

    @property
    def weight(self) -> int:
        """The population of the best-known place of that name; an area counts as large whatever its population."""
        return max(_weight(e) for e in self.entries)


def _weight(e: Entry) -> int:
    if e.feature in TOWNS:
        return e.population
    return 10 * CITY if e.feature in AREAS and e.is_listed else KNOWN_TOWN


def looker(conflict: Conflict | None, gazetteer: Gazetteer, language: str = "en") -> Look:
    """Returns the look-up of a document: the conflict's own places first, then the gazetteer's.

    A name that the conflict's tables do not have as it is written is looked up there by its skeleton, and in a language that inflects
    names, by every main form that it may come from.
    """
    own, spelled = _places(conflict) if conflict is not None else ({}, {})
    speakers = _speakers(conflict)

    def look(name: str) -> tuple[Entry, ...]:
        if fold(name) in speakers:
            return ()
        found: dict[str, Entry] = {}
        spoken = _SCRIPTS.get(script(name), language) if not inflects(language) else language
        for form in forms_of(name, spoken):
            mine = _written(form, own, spoken) or _spelled(form, spelled, spoken)
            for entry in (*mine, *(e for e in gazetteer.lookup(form) if not any(_same(e, m) for m in mine))):
                found.setdefault(entry.id, entry)
            for entry in _romanised(form, gazetteer, spoken):
                found.setdefault(entry.id, entry)
        return tuple(found.values())

    return look


def _romanised(form: str, gazetteer: Gazetteer, language: str) -> Iterator[Entry]:
    """Yields the places that a gazetteer has in Latin letters only, by the official romanisation, in the language's own countries."""
    latin = latin_of(form, language)
    if latin is not None:
        yield from (e for e in gazetteer.lookup(latin) if e.country in countries_of(language) and not e.is_demonym)


@functools.lru_cache(maxsize=64)
def _speakers(conflict: Conflict | None) -> frozenset[str]:
    """The names of persons, bodies and groups that the tables know, which are no places though a town bears them ("Hamas")."""
    parties = (*load_world().organisations, *(conflict.parties if conflict is not None else ()))
    named = {fold(n) for p in parties if p.kind not in ("government", "office") for n in (p.name, *p.aliases)}
    places = {fold(n) for place in (conflict.places if conflict is not None else ()) for n in (place.name, *place.aliases)}
    return frozenset(named - places)


def _written(form: str, index: dict[str, tuple[Entry, ...]], language: str) -> tuple[Entry, ...]:
    """Returns the conflict's places of a name as it is written; namesakes whose rows have it in Latin letters only are among them."""
    latin = latin_of(form, language) if index else None
    found = {e.id: e for key in (form, latin) if key is not None for e in index.get(fold(key), ())}
    return tuple(found.values())


def _spelled(form: str, index: dict[str, tuple[Entry, ...]], language: str) -> tuple[Entry, ...]:
    if not index:
        return ()
    latin = latin_of(form, language)
    keys = skeletons(form) if latin is None else (skeleton(latin),)
    return next((index[key] for key in keys if key is not None and key in index), ())


@functools.lru_cache(maxsize=64)
def _places(conflict: Conflict) -> tuple[dict[str, tuple[Entry, ...]], dict[str, tuple[Entry, ...]]]:
    """Returns the conflict's places by folded name, and those by skeleton."""
    names: dict[str, dict[str, Entry]] = {}
    spelled: dict[str, dict[str, Entry]] = {}
    crowds = _crowds(conflict)
    for place in conflict.places:
        for name in (place.name, *place.aliases):
            is_main = fold(name) == fold(place.name)
            names.setdefault(fold(name), {}).setdefault(place.id, _entry(conflict.id, place, is_main, crowds[place.id]))
            key = skeleton(name)
            if key:
                spelled.setdefault(key, {}).setdefault(place.id, _entry(conflict.id, place, is_main, crowds[place.id]))
    names.pop("", None)
    return {n: tuple(e.values()) for n, e in names.items()}, {n: tuple(e.values()) for n, e in spelled.items()}


def _crowds(conflict: Conflict) -> dict[str, int]:
    """How many of the conflict's places lie around each, within a quarter to a half of a degree."""
    cells = Counter(_cell(p) for p in conflict.places)
    around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    return {p.id: sum(cells[_cell(p)[0] + x, _cell(p)[1] + y] for x, y in around) - 1 for p in conflict.places}


def _cell(place: PlaceEntry) -> tuple[int, int]:
    return math.floor(4 * place.latitude), math.floor(3 * place.longitude)


def _entry(conflict: str, place: PlaceEntry, is_main: bool, crowd: int) -> Entry:
    return Entry(
        id=f"{conflict}:{place.id}",
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        feature=place.feature or "town",
        population=0,
        admin1=(place.within or "").removeprefix("geonames-region:") or None,
        is_main_name=is_main,
        precision_km=place.precision_km,
        crowd=crowd,
        claimants=place.claimants,
    )


def _same(one: Entry, other: Entry) -> bool:
    """Tells whether the gazetteer's entry is the conflict's own place again."""
    alike = {one.feature, other.feature} <= TOWNS or one.feature == other.feature
    return alike and abs(one.latitude - other.latitude) < 0.1 and abs(one.longitude - other.longitude) < 0.15


def may_begin(words: tuple[Word, ...], at: int, known: Vocabulary) -> bool:
    """Tells whether a name may begin at a word: with a capital, an article of Arabic, or "eastern" before a capital."""
    word = words[at]
    if word.capital:
        return True
    if word.text in known.directions:
        after = at + 2 if at + 1 < len(words) and words[at + 1].text in known.inside else at + 1
        return after < len(words) and words[after].capital
    return word.text in known.articles and at + 1 < len(words) and words[at + 1].capital and words[at + 1].gap == "-"


def longest(words: tuple[Word, ...], at: int, text: str, look: Look, known: Vocabulary) -> Candidate | None:
    """Returns the longest name that begins at a word and that the look-up knows, or None."""
    for last in range(_reach(words, at, known), at - 1, -1):
        word = words[last]
        if not (word.capital or (last > at and (word.text in known.endings or word.text in known.directions))):
            continue
        name = text[words[at].start : word.end]
        entries = look(name) if len(name) <= _LONGEST_NAME else ()
        if last > at and not word.capital:
            entries = tuple(e for e in entries if e.feature not in TOWNS)
        small = not words[at].capital and words[at].text not in known.articles
        if entries and (not (small or words[at].low in known.the) or last == at or any(e.feature in AREAS for e in entries)):
            called = at > 1 and words[at - 1].low in known.of and words[at - 2].low in known.towns
            after_and = at > 0 and words[at - 1].low in known.conjunctions
            the = at > 0 and words[at - 1].low in known.the
            located = _is_located(words, at, last, known) and not (the and not _takes_the(entries, words, last, known))
            is_at = located and at > 0 and words[at - 1].low not in known.moving
            return Candidate(at, last, Span(words[at].start, word.end), name, entries, located, is_at, called, words[at].gap, after_and)
    return None


def _takes_the(entries: tuple[Entry, ...], words: tuple[Word, ...], last: int, known: Vocabulary) -> bool:
    """Tells whether a place so called may follow "the": an area, a river, "the X region", but no town by itself."""
    kind = any(word.low in known.kinds for word in words[last : last + 2])
    return kind or any(e.feature not in TOWNS and e.is_listed for e in entries)


def _reach(words: tuple[Word, ...], at: int, known: Vocabulary) -> int:
    """The last word that a name beginning at `at` can reach."""
    last = at
    while last + 1 < len(words) and last - at < LONGEST - 1:
        after = words[last + 1]
        joined = after.gap in _JOINTS or (after.gap == ". " and words[last].low in known.shortened)
        if not joined or not (after.capital or after.text in known.inside or after.text in known.endings or after.text in known.directions):
            break
        last += 1
    return last


def _is_located(words: tuple[Word, ...], at: int, last: int, known: Vocabulary) -> bool:
    """Tells whether the words beside announce a place: "in X", "village of X", "Ann Orr, 43, of X", "X residents"."""
    if last + 1 < len(words) and words[last + 1].low in known.after_place and words[last + 1].gap == " ":
        return True
    if at == 0 or words[at].opens:
        return False
    before, second = words[at - 1], words[at - 2] if at > 1 else None
    if before.low in known.locating or before.text in known.kinds:
        return True
    if second is None or before.low not in known.the | known.of:
        return False
    if before.low in known.the:
        return second.low in known.locating
    return second.low in known.kinds or any(letter.isdigit() for letter in before.gap)
