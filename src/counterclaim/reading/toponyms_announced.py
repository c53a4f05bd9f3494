"""How running text announces a place that no gazetteer has: "in Halvik", "took Halvik", "the Halvik road", "Brannock Pass"."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from counterclaim.knowledge.tables import language_table, languages_with
from counterclaim.reading.toponyms_words import Vocabulary, Word

LONGEST = 3
LEAST = 3
_OWNERS = frozenset({" ", "'s ", "’s "})


@dataclass(frozen=True, slots=True)
class _Signs:
    """The table `[announcing]` of a language's toponyms.toml; `endings` those of adjectives of countries (polities.toml)."""

    last_kinds: frozenset[str] = frozenset()
    first_kinds: frozenset[str] = frozenset()
    not_first: frozenset[str] = frozenset()
    taking: frozenset[str] = frozenset()
    falling: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    whereof: frozenset[str] = frozenset()
    of_place: frozenset[str] = frozenset()
    about_place: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()


def announced(words: Sequence[Word], vocabulary: Vocabulary, language: str) -> Iterator[str]:
    """Yields the capitalised names that words of place announce in running text.

    Args:
        words: the words of a text.
        vocabulary: those of its language that bear on places.
        language: the language, BCP 47; without a table `[announcing]` only prepositions and "the village of" announce.
    """
    signs = _signs(language)
    persons = _surnames(words, vocabulary)
    for n, word in enumerate(words):
        if not word.capital or not may_be_place(word, vocabulary) or word.low in signs.not_first:
            continue
        length = _length(words, n, vocabulary)
        if not length:
            continue
        sure = _is_in_place(words, n, length, vocabulary) or _is_kind_of_place(words, n, length, signs)
        if sure or (length == 1 and word.text not in persons and _is_dealt_with(words, n, signs)):
            yield " ".join(w.text for w in words[n : n + length])


def may_be_place(word: Word, vocabulary: Vocabulary) -> bool:
    """Tells whether a word of running text may be part of a place's name: no word of the language, no title, in no headline."""
    if not word.capital or word.titled or word.shouted or len(word.text) < LEAST:
        return False
    low = word.low
    if low in vocabulary.kinds:
        return True
    return low not in vocabulary.never and low not in vocabulary.common and low not in vocabulary.person_before


def _is_in_place(words: Sequence[Word], n: int, length: int, vocabulary: Vocabulary) -> bool:
    """Tells whether a preposition of place or what the place is stands before the name, or what it is behind it."""
    if n == 0 or words[n].gap.strip():
        return False
    before, second = words[n - 1], words[n - 2] if n > 1 else None
    if before.low in vocabulary.locating - vocabulary.moving:
        return True
    if before.low in vocabulary.of and second is not None and (second.low in vocabulary.kinds or second.low in vocabulary.directions):
        return True
    return not before.opens and _called(words, n + length, vocabulary)


def _is_kind_of_place(words: Sequence[Word], n: int, length: int, signs: _Signs) -> bool:
    """Tells whether the name's own words say that it is a place: "Brannock Pass", "Port Senna"."""
    if length == 1 or (n > 0 and words[n - 1].capital and words[n].gap == " "):
        return False
    return words[n + length - 1].low in signs.last_kinds or words[n].low in signs.first_kinds


def _is_dealt_with(words: Sequence[Word], n: int, signs: _Signs) -> bool:
    """Tells whether the words beside do with the name what is done with places: take it, leave it, own its road."""
    word, after = words[n], words[n + 1] if n + 1 < len(words) else None
    if after is not None and after.low in signs.owned and after.gap in _OWNERS and not word.text.endswith(signs.endings):
        return True
    if _falls(words, n + 1, signs):
        return True
    if n == 0 or words[n].gap.strip() or (after is not None and after.gap == " " and not _closes(after, signs)):
        return False
    before, second = words[n - 1], words[n - 2] if n > 1 else None
    taken = before.low in signs.about_place or (before.low in signs.taking and not before.capital)
    return taken or (before.low in signs.of_place and second is not None and second.low in signs.whereof)


def _closes(word: Word, signs: _Signs) -> bool:
    return word.capital or word.low in signs.closing


def _falls(words: Sequence[Word], at: int, signs: _Signs) -> bool:
    """Tells whether "fell", "had fallen", "was not retaken" begins at a word."""
    for word in words[at : at + 4]:
        if word.gap != " ":
            return False
        if word.low in signs.falling:
            return True
        if word.low not in signs.auxiliaries:
            return False
    return False


def _length(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> int:
    """Returns how many capitalised words from `start` on are one name; 0 where they name an organisation or a person."""
    end = start + 1
    while end < len(words) and end - start < LONGEST and words[end].gap == " " and may_be_place(words[end], vocabulary):
        end += 1
    after = words[end] if end < len(words) and words[end].gap == " " else None
    inside = (*words[start + 1 : end], *((after,) if after is not None else ()))
    goes_on = after is not None and after.capital and after.low not in vocabulary.never
    if goes_on or any(w.capital and w.low in vocabulary.organisation_after for w in inside):
        return 0
    return end - start


def _called(words: Sequence[Word], after: int, vocabulary: Vocabulary) -> bool:
    """Tells whether ", a (small) town" follows."""
    if after + 1 >= len(words) or words[after].gap.strip() != "," or words[after].low not in vocabulary.calling:
        return False
    return any(w.low in vocabulary.towns for w in words[after + 1 : after + 3])


def _surnames(words: Sequence[Word], vocabulary: Vocabulary) -> frozenset[str]:
    """Returns the words that follow a title or another capitalised word somewhere: they may be persons' names."""
    found = set()
    for n in range(1, len(words)):
        word, before = words[n], words[n - 1]
        if not word.capital or word.titled or word.shouted or word.gap not in (" ", ". "):
            continue
        named = before.capital and not before.opens and before.low not in vocabulary.never and before.low not in vocabulary.kinds
        if word.gap == " " and (named or before.low in vocabulary.person_before or before.low in vocabulary.first_names):
            found.add(word.text)
    return frozenset(found)


@functools.cache
def _signs(language: str) -> _Signs:
    table = language_table(language, "toponyms").get("announcing") if language in languages_with("toponyms") else None
    if table is None:
        return _Signs()
    adjectives = language_table(language, "polities")["adjective"] if language in languages_with("polities") else ()
    names = {f.name for f in fields(_Signs)} - {"endings"}
    return _Signs(**{name: frozenset(table[name].split()) for name in names}, endings=tuple(sorted(e["ending"] for e in adjectives)))
