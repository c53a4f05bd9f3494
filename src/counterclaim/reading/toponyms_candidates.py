"""Which words of a text may name places: the longest names that the gazetteer knows and that the words around do not speak against."""

import functools
from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict, PlaceEntry
from counterclaim.knowledge.gazetteer import Entry, Gazetteer
from counterclaim.knowledge.gazetteer_fold import fold
from counterclaim.model import Span
from counterclaim.reading.toponyms_words import Vocabulary, Word

LONGEST = 6
AREAS = frozenset({"country", "continent", "region", "area"})
_JOINTS = frozenset({" ", "-", "\u00a0", "‑", "–"})
_KNOWN_TOWN = 100_000
_SMALL_TOWN = 15_000

Look = Callable[[str], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `[first, last]` that may name one of `entries`; `located` where a preposition of place stands before them."""

    first: int
    last: int
    span: Span
    name: str
    entries: tuple[Entry, ...]
    located: bool

    @property
    def is_demonym(self) -> bool:
        """Tells whether the words mean a people ("Turkish")."""
        return self.entries[0].is_demonym

    @property
    def weight(self) -> int:
        """The population of the best-known place of that name; an area counts as large whatever its population."""
        return max(e.population if e.feature == "town" else 10_000_000 if e.feature in AREAS else _KNOWN_TOWN for e in self.entries)


def looker(conflict: Conflict | None, gazetteer: Gazetteer) -> Look:
    """Returns the look-up of a document: the conflict's own places first, then the gazetteer's."""
    own = _places(conflict) if conflict is not None else {}

    def look(name: str) -> tuple[Entry, ...]:
        mine = own.get(fold(name), ())
        return (*mine, *(e for e in gazetteer.lookup(name) if not any(_same(e, m) for m in mine)))

    return look


@functools.lru_cache(maxsize=64)
def _places(conflict: Conflict) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, list[Entry]] = {}
    for place in conflict.places:
        for name in dict.fromkeys(fold(n) for n in (place.name, *place.aliases)):
            if name:
                index.setdefault(name, []).append(_entry(conflict.id, place, name == fold(place.name)))
    return {name: tuple(entries) for name, entries in index.items()}


def _entry(conflict: str, place: PlaceEntry, is_main: bool) -> Entry:
    feature = place.feature or "town"
    name = f"{conflict}:{place.id}"
    return Entry(name, place.name, place.latitude, place.longitude, place.country, feature, 0, None, is_main, False, place.precision_km)


def _same(one: Entry, other: Entry) -> bool:
    return one.feature == other.feature and abs(one.latitude - other.latitude) < 0.1 and abs(one.longitude - other.longitude) < 0.15


def candidates(words: tuple[Word, ...], text: str, look: Look, known: Vocabulary) -> list[Candidate]:
    """Returns the names that may be places, in order, longest first, none overlapping another."""
    people = _people(words, known)
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        candidate = _longest(words, at, text, look, known) if _may_begin(words, at, known) else None
        if candidate is not None and _is_likely(candidate, words, people, known):
            found.append(candidate)
        at = candidate.last + 1 if candidate is not None else at + 1
    return found


def _may_begin(words: tuple[Word, ...], at: int, known: Vocabulary) -> bool:
    word = words[at]
    if word.capital:
        return True
    return word.text in known.articles and at + 1 < len(words) and words[at + 1].capital and words[at + 1].gap == "-"


def _longest(words: tuple[Word, ...], at: int, text: str, look: Look, known: Vocabulary) -> Candidate | None:
    for last in range(_reach(words, at, known), at - 1, -1):
        word = words[last]
        if not (word.capital or (last > at and word.text in known.kinds | {"plant", "station"})):
            continue
        entries = look(text[words[at].start : word.end])
        if entries:
            located = at > 0 and words[at - 1].low in known.locating and not words[at].opens
            return Candidate(at, last, Span(words[at].start, word.end), text[words[at].start : word.end], entries, located)
    return None


def _reach(words: tuple[Word, ...], at: int, known: Vocabulary) -> int:
    """The last word that a name beginning at `at` can reach."""
    last = at
    while last + 1 < len(words) and last - at < LONGEST - 1:
        after = words[last + 1]
        joined = after.gap in _JOINTS or (after.gap == ". " and words[last].low in known.shortened)
        if not joined or not (after.capital or after.text in known.inside or after.text in known.kinds or after.text in _SITE_WORDS):
            break
        last += 1
    return last


_SITE_WORDS = frozenset(
    {"nuclear", "power", "plant", "hydroelectric", "station", "international", "military", "air", "border", "hospital", "mosque"}
)


def _people(words: tuple[Word, ...], known: Vocabulary) -> frozenset[str]:
    """The last names of persons who are named in full, with a first name or a title."""
    found = set()
    for before, word in zip(words, words[1:], strict=False):
        if word.capital and not word.titled and word.gap in (" ", ". ") and before.capital:
            if before.low in known.first_names or before.low in known.person_before:
                found.add(word.text)
    return frozenset(found)


def _is_likely(c: Candidate, words: tuple[Word, ...], people: frozenset[str], known: Vocabulary) -> bool:
    """Tells whether the words around let a known name be a place."""
    first = words[c.first]
    before = words[c.first - 1] if c.first else None
    after = words[c.last + 1] if c.last + 1 < len(words) else None
    single = c.first == c.last
    if single and not _is_plain(c, first, known):
        return False
    if c.is_demonym or any(e.feature in ("country", "continent") and e.is_main_name for e in c.entries):
        return True
    if single and first.text in people and not c.located:
        return False
    return not (_follows_person(c, first, before, known) or _goes_on(c, first, after, known))


def _is_plain(c: Candidate, word: Word, known: Vocabulary) -> bool:
    """Tells whether a single word may stand for a place: no small-letter word of the language, no lone letter."""
    if len(word.text) < 3:
        return any(e.feature in AREAS for e in c.entries) and word.text.isupper() and not word.shouted
    if word.shouted and c.weight < _KNOWN_TOWN:
        return False
    if word.low in known.common or word.low in known.kinds:
        return c.located and c.weight >= _KNOWN_TOWN and not word.titled and not word.shouted
    return not (word.low in known.first_names and not c.located and c.weight < _KNOWN_TOWN)


def _follows_person(c: Candidate, first: Word, before: Word | None, known: Vocabulary) -> bool:
    if before is None or not before.capital or first.gap not in (" ", "-", ". ") or first.opens:
        return False
    if before.low in known.first_names or before.low in known.person_before:
        return before.low not in known.common or not first.titled
    if first.titled or first.shouted or before.low in known.kinds or before.low in known.common or before.opens:
        return False
    return c.weight < 2 * _KNOWN_TOWN and c.first == c.last


def _goes_on(c: Candidate, first: Word, after: Word | None, known: Vocabulary) -> bool:
    """Tells whether the name goes on as that of a person or an organisation ("Chelsea Clinton", "Boston Globe")."""
    if after is None or not after.capital or after.gap not in (" ", "-"):
        return False
    if after.low in known.organisation_after:
        return True
    if after.titled or after.shouted:
        return False
    personal = first.low in known.first_names and c.first == c.last
    if after.low in known.surnames and (personal or c.weight < _KNOWN_TOWN):
        return after.low not in known.common and after.low not in known.kinds
    return personal and after.low not in known.kinds and after.low not in known.common
