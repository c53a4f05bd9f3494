"""Signs of machine translation and of damage: what a reader should know before quoting."""

import functools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from anyascii import anyascii
from rapidfuzz import fuzz

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Mention, Problem, Span, Toponym

STEP = "translation"
NOTE = "machine-translated from {language} by the look of it: quotations are not verbatim"
SAME_NAME = 65
"""How alike (rapidfuzz ratio, 0 to 100) two spellings of one given name are at least."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The language that a text was probably translated from (None: no sign), and what to warn of."""

    language: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    language: str
    weight: int
    pattern: re.Pattern[str]
    means: str | None


def translation_signs(text: str, mentions: Sequence[Mention], toponyms: Sequence[Toponym], language: str = "en") -> Signs:
    """Returns the signs of machine translation and damage in a text.

    Args:
        text: the document's text.
        mentions: names with their parties; a party's canonical name shows what a spelling was made of.
        toponyms: place names with their places.
        language: the language of the text.
    """
    weights: dict[str, int] = defaultdict(int)
    warned: list[tuple[str, Problem]] = []
    for sign in _signs(language):
        match = sign.pattern.search(text)
        if match:
            weights[sign.language] += sign.weight
            if sign.means:
                warned.append((sign.language, Problem(STEP, sign.means, Span(*match.span()))))
    for spelled in _spellings(text, mentions, toponyms, language):
        weights[spelled] += 1
    best = min(weights, key=lambda name: (-weights[name], name), default=None)
    if best is None or weights[best] < language_table(language, "translation")["least_weight"]:
        return Signs(None, strays(text, mentions, toponyms))
    note = Problem(STEP, NOTE.format(language=language_table(language, "translation")["names"].get(best, best)))
    meanings = tuple(problem for name, problem in warned if name == best)
    return Signs(best, (note, *meanings, *strays(text, mentions, toponyms)))


def strays(text: str, mentions: Sequence[Mention], toponyms: Sequence[Toponym]) -> tuple[Problem, ...]:
    """Returns a warning for each place name that stands, out of place, right before the surname of a known person."""
    persons = [m for m in mentions if m.kind == "person" and m.party]
    found = []
    for toponym in toponyms:
        for person in persons:
            gap = text[toponym.span.end : person.span.start]
            inside = person.span.start == toponym.span.start and person.span.end > toponym.span.end
            name = text[toponym.span.end : person.span.end].strip() if inside else person.span.of(text)
            place = toponym.span.of(text)
            if (gap == " " or inside) and name and " " not in name and not place.endswith(("'s", "’s")) and not _given(place, person):
                words = f'a stray "{place}" before "{name}": taken for damage, the name is read without it'
                found.append(Problem(STEP, words, toponym.span))
    return tuple(found)


def _given(word: str, person: Mention) -> bool:
    """Tells whether a word is one of the person's own names in some spelling: Vladimir is a town too."""
    names = person.party.name.split() if person.party else []
    return any(fuzz.ratio(anyascii(word).lower(), anyascii(name).lower()) >= SAME_NAME for name in names)


@functools.cache
def _signs(language: str) -> tuple[_Sign, ...]:
    entries = language_table(language, "translation")["sign"]
    return tuple(_Sign(e["language"], e["weight"], re.compile(e["pattern"]), e.get("means")) for e in entries)


def _spellings(text: str, mentions: Sequence[Mention], toponyms: Sequence[Toponym], language: str) -> list[str]:
    """The languages whose way of writing names shows, once a rule."""
    pairs = [(m.span.of(text), m.party.name) for m in mentions if m.party and m.kind == "person"]
    pairs += [(t.span.of(text), t.place.name) for t in toponyms if t.place]
    words = {
        (a, b)
        for spelled, name in pairs
        if spelled != name
        for a in spelled.split()
        for b in name.split()
        if a != b and a[0] != b[0].lower()
    }
    near = [(a, b) for a, b in sorted(words) if _skeleton(a)[:1] == _skeleton(b)[:1] or a[-3:] == b[-3:]]
    found = []
    for rule in language_table(language, "translation")["spelling"]:
        mine, theirs = re.compile(rule["text"]), re.compile(rule["canonical"])
        if any(mine.search(a) and not mine.search(b) and theirs.search(b) for a, b in near):
            found.append(rule["language"])
    return found


def _skeleton(word: str) -> str:
    """A name's consonants, rough: enough to tell which words of two spellings belong together."""
    return re.sub(r"[aeiouyj]", "", word.lower()) or word.lower()
