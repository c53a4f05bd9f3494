"""What speaks against a known name being a place: the words beside it, and what the language uses the word for."""

from dataclasses import replace

from counterclaim.knowledge.gazetteer_fold import fold
from counterclaim.reading.toponyms_candidates import AREAS, CITY, KNOWN_TOWN, Candidate, Look, longest, may_begin
from counterclaim.reading.toponyms_words import Vocabulary, Word

_ABBREVIATION = 4
_TOWN = 10_000


def candidates(words: tuple[Word, ...], text: str, look: Look, known: Vocabulary) -> list[Candidate]:
    """Returns the names that may be places, in order, longest first, none overlapping another."""
    found: list[Candidate] = []
    elsewhere: set[str] = set()
    at = 0
    while at < len(words):
        candidate = longest(words, at, text, look, known) if may_begin(words, at, known) else None
        if candidate is not None and _stands_before_area(candidate, words, text, look, known):
            candidate = replace(candidate, located=True, is_at=True, is_before_area=True)
        if candidate is not None and is_name(candidate, words, found[-1] if found else None, known):
            if not _is_sure(candidate) and belongs_elsewhere(candidate, words, known):
                elsewhere.add(candidate.name)
            else:
                found.append(candidate)
        at = candidate.last + 1 if candidate is not None else at + 1
    places = {c.name for c in found if c.located or c.weight >= CITY}
    return [c for c in found if c.name in places or c.name not in elsewhere]


def _is_sure(c: Candidate) -> bool:
    """Tells whether the name is a country's or a people's, which nobody else bears."""
    return c.is_demonym or any(e.feature in ("country", "continent") and e.is_main_name for e in c.entries)


def _stands_before_area(c: Candidate, words: tuple[Word, ...], text: str, look: Look, known: Vocabulary) -> bool:
    """Tells whether a region or country in which such a place lies follows: "Alvin, Texas"."""
    at = c.last + 1
    if at >= len(words) or words[at].gap.strip() not in (",", "(") or not words[at].capital or c.is_area:
        return False
    area = longest(words, at, text, look, known)
    found = [e for e in area.entries if e.is_listed and e.feature in ("country", "region")] if area is not None else []
    return any(
        e.country == a.country and (a.feature == "country" or e.admin1 == a.admin1) for a in found if not a.is_demonym for e in c.entries
    )


def is_name(c: Candidate, words: tuple[Word, ...], previous: Candidate | None, known: Vocabulary) -> bool:
    """Tells whether the words can be a name at all: no word of the language, no bare acronym, no lone letter."""
    word = words[c.first]
    if not known.is_known and not c.is_plain:
        return False
    if c.first > 0 and word.gap == "-" and words[c.first - 1].text in known.articles:
        return False
    if c.first != c.last:
        if c.key in known.never_phrases:
            return False
        generic = all(w.low in known.directions or w.low in known.kinds for w in words[c.first : c.last + 1])
        return not generic or any(e.is_listed for e in c.entries)
    if word.low in known.never or word.text.endswith(tuple(known.contracted)):
        return False
    after_place = previous is not None and previous.last == c.first - 1 and "," in word.gap
    if len(word.text) <= _ABBREVIATION and word.text[-1] != "." and _is_shortened(c):
        return after_place or (word.text.isupper() and len(word.text) == 3 and not word.shouted)
    if word.text.isupper() and len(word.text) <= _ABBREVIATION + 1:
        return c.is_area or (c.weight >= KNOWN_TOWN and (word.shouted or c.located or word.opens))
    return _is_no_word(c, word, known)


def _is_shortened(c: Candidate) -> bool:
    """Tells whether only the abbreviation of a region is written so ("Ky.", "MO")."""
    best = max(c.entries, key=lambda e: (e.feature in AREAS, e.is_main_name))
    return best.feature == "region" and not best.is_main_name and c.key not in fold(best.name).split()


def _is_no_word(c: Candidate, word: Word, known: Vocabulary) -> bool:
    if (word.shouted or word.titled) and c.weight < KNOWN_TOWN and not (c.located or c.is_of_conflict):
        return False
    if word.low in known.common or word.low in known.kinds or word.low in known.directions:
        plain = not word.titled and not word.shouted and word.low not in known.directions
        large = c.weight >= (_TOWN if c.is_at else KNOWN_TOWN)
        return (c.located and large and plain) or (c.is_at and c.is_before_area)
    personal = word.low in known.first_names or word.low in known.surnames
    listed = any(e.is_listed and e.feature in AREAS for e in c.entries)
    return len(word.text) > 2 and (listed or not personal or c.is_at or c.weight >= 2 * KNOWN_TOWN)


def belongs_elsewhere(c: Candidate, words: tuple[Word, ...], known: Vocabulary) -> bool:
    """Tells whether the words beside make the name part of a person's or an organisation's."""
    first, following = words[c.first], words[c.last + 1 : c.last + 3]
    if c.first > 0 and _follows_person(c, first, words[c.first - 1], known):
        return True
    return bool(following) and (_is_half(c, following, known) or _goes_on(c, first, following[0], known))


def _is_half(c: Candidate, following: tuple[Word, ...], known: Vocabulary) -> bool:
    """Tells whether the name is the first half of a longer one: "Champs-Élysées", "Bab al-Hawa"."""
    after = following[0]
    if after.gap == "-":
        return (after.capital and c.weight < CITY) or after.text in known.articles
    return after.gap == " " and after.text in known.articles and len(following) > 1 and following[1].gap == "-"


def _follows_person(c: Candidate, first: Word, before: Word, known: Vocabulary) -> bool:
    if not before.capital or first.gap not in (" ", "-", ". ") or (first.opens and first.gap != ". "):
        return False
    if before.low in known.first_names or before.low in known.person_before or (len(before.text) == 1 and first.gap == ". "):
        return before.low not in known.common or not first.titled
    if first.gap == ". " or first.titled or first.shouted:
        return False
    if before.opens:
        return c.is_chance and before.low not in known.openers and before.low not in known.locating
    if before.low in known.kinds or before.low in known.common or before.low in known.directions or before.low in known.organisation_before:
        return False
    return c.weight < 2 * KNOWN_TOWN and c.first == c.last


def _goes_on(c: Candidate, first: Word, after: Word, known: Vocabulary) -> bool:
    """Tells whether the name goes on as that of a person or an organisation ("Chelsea Clinton", "Boston Globe")."""
    if not after.capital or after.gap not in (" ", "-"):
        return False
    if after.low in known.organisation_after:
        return True
    personal = first.low in known.first_names and c.first == c.last and after.low not in known.person_before
    plain = after.low in known.common or after.low in known.kinds
    if (after.titled or after.shouted) and not (personal and not c.located and not plain and c.weight < CITY):
        return False
    if plain:
        return False
    if c.is_chance and c.first == c.last and not c.located and after.low not in known.after_place | known.person_before:
        return True
    return (personal and c.weight < CITY) or (after.low in known.surnames and (personal or c.weight < KNOWN_TOWN))
