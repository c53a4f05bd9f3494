"""Whether two spellings name one person: across scripts, languages and habits of the press, with the reason in words."""

import functools
import itertools
import re
import unicodedata
from typing import Any, NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from counterclaim.knowledge.tables import ROOT, parsed

SAME = 0.75
"""The score from which two names are taken for one person's."""
TURNED = 0.8
"""What is left of the score when the words stand in another order, which some countries put the other way round."""
ALIKE = 0.8
"""How alike two words must be to be one word spelt twice."""
FELL_OUT = 6
"""Letters that a word needs for a lost consonant to be a slip."""
TELLING, SLIP = 4, 4
"""Letters that the words that agree must have, and the word that does not, for one wrong letter to be a slip."""
ENDINGS = "aeiouy"
VOWELS = frozenset(ENDINGS)
SPLIT = re.compile(r"[^\w'’ʼ`]+|_")


class NameMatch(NamedTuple):
    """How surely two names are one person's, 0 to 1, and why."""

    score: float
    reason: str

    @property
    def same(self) -> bool:
        """Tells whether the score is high enough to take the two for one person."""
        return self.score >= SAME


def same_name(left: str, right: str) -> NameMatch:
    """Returns how surely two names are one person's.

    Every word of the shorter name must meet a word of the longer one, in some reading (transliteration/readings.toml); given names of
    other languages meet ("Volodymyr", "Vladimir"); a word that meets none rules the match out.

    Args:
        left: a name in any script.
        right: another.
    """
    one, other = _words(left), _words(right)
    if not one or not other:
        return NameMatch(0.0, "a name without a word")
    if one == other:
        return NameMatch(1.0, "the same words")
    joined = _joined(one, other)
    if joined >= 0.93:
        return NameMatch(joined, "the same letters, parted otherwise")
    match = _aligned(one, other, ordered="," in left or "," in right)
    return match if match.score >= joined or joined < SAME else NameMatch(joined * 0.95, "nearly the same letters, parted otherwise")


def sound_keys(name: str) -> frozenset[str]:
    """Returns keys under which a name's last word is filed by its sound: two names that `same_name` joins share one, as a rule."""
    words = _words(name)
    readings = _readings(words[-1]) if words else ()
    return frozenset("".join(c for c in reading if c not in VOWELS)[:2] for reading in readings)


def _aligned(one: tuple[str, ...], other: tuple[str, ...], ordered: bool) -> NameMatch:
    """Returns the match of two names word by word, the best pairs first."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    pairs = sorted(
        ((_alike(a, b), -abs(i - j), i, j) for (i, a), (j, b) in itertools.product(enumerate(short), enumerate(long))), reverse=True
    )
    used: tuple[set[int], set[int]] = (set(), set())
    met: list[tuple[float, int, int]] = []
    for score, _, i, j in pairs:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            met.append((score, i, j))
    weak = [(score, i, j) for score, i, j in met if score < ALIKE]
    if weak and not _slip(short, long, met, weak):
        score, i, j = weak[0]
        return NameMatch(round(score * 0.9, 3), f"{short[i]!r} is not {long[j]!r}")
    scores = [max(score, ALIKE) for score, _, _ in met]
    return _judged(short, long, scores, sorted((i, j) for _, i, j in met), ordered)


def _slip(short: tuple[str, ...], long: tuple[str, ...], met: list[tuple[float, int, int]], weak: list[tuple[float, int, int]]) -> bool:
    """Tells whether one letter is all that parts two names whose other words, long enough to tell, are the same."""
    rest = sum(len(short[i]) for score, i, _ in met if score >= 0.97)
    if len(weak) > 1 or rest < TELLING or len(met) - 1 != sum(score >= 0.97 for score, _, _ in met):
        return False
    one, other = short[weak[0][1]], long[weak[0][2]]
    if _one_sex_only(one, other):
        return False
    return min(len(one), len(other)) >= SLIP and OSA.distance(one, other) == 1


def _judged(short: tuple[str, ...], long: tuple[str, ...], scores: list[float], met: list[tuple[int, int]], ordered: bool) -> NameMatch:
    mean = sum(scores) / len(scores)
    weakest = min(scores)
    extra = len(long) - len(short)
    score = 0.5 * mean + 0.5 * weakest
    if extra and len(short) == 1:
        place = met[0][1]
        whole = weakest >= 0.95 and place in (0, len(long) - 1) and len(short[0]) > 1
        return NameMatch(0.82 if whole else 0.6 * weakest, "one name of several")
    places = [j for _, j in met]
    turned = places != sorted(places)
    if extra and (met[0] != (0, 0) or places[-1] != len(long) - 1 or any(w in _table("given")["bodies"] for w in long)):
        return NameMatch(round(min(score, SAME - 0.05), 3), "the longer name begins or ends with another word")
    if turned and not ordered:
        return NameMatch(round(score * TURNED, 3), "the same words in another order")
    if extra:
        return NameMatch(round(score - 0.03 * extra, 3), "all words of the shorter name are in the longer")
    return NameMatch(round(score, 3), "every word meets one of the other name")


@functools.lru_cache(maxsize=65536)
def _alike(left: str, right: str) -> float:
    """Returns how alike two words sound: the best of their readings; initials and given names of other languages meet."""
    if left == right:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 0.9 if left[0] == right[0] else 0.0
    given = _given()
    if left in given and right in given:
        return 0.98 if given[left] == given[right] else min(0.78, _sound(left, right))
    return _sound(left, right)


def _sound(left: str, right: str) -> float:
    pairs = itertools.product(_readings(left), _readings(right))
    return max(_closeness(a, b) for a, b in pairs)


def _closeness(left: str, right: str) -> float:
    """Returns the likeness of two folded words: edits over length, the first letters counted more.

    Spellings differ in vowels; another consonant is another name, but for two that changed places or one that fell out.
    """
    if left == right:
        return 0.97
    edits = Levenshtein.normalized_similarity(left, right)
    score = float(0.6 * edits + 0.4 * JaroWinkler.similarity(left, right))
    if _one_sex_only(left, right) or not _same_frame(left, right):
        return min(score, ALIKE - 0.01)
    return score


def _one_sex_only(left: str, right: str) -> bool:
    """Tells whether two words part only in the ending of a woman's name ("Orlov", "Orlova"; "Valery", "Valeria")."""
    stems = left.rstrip(ENDINGS), right.rstrip(ENDINGS)
    return stems[0] == stems[1] and len(stems[0]) > 2 and left.endswith("a") != right.endswith("a")


def _same_frame(left: str, right: str) -> bool:
    one, other = (tuple(c for c in word if c not in VOWELS) for word in (left, right))
    if one == other:
        return True
    if sorted(one) == sorted(other):
        return len(left) == len(right) and OSA.distance(left, right) == 1
    short, long = sorted((left, right), key=len)
    return len(long) >= FELL_OUT and Levenshtein.distance(left, right) == len(long) - len(short) == 1 and short[-1] == long[-1]


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    left, right = "".join(one), "".join(other)
    if len(one) == len(other) or min(len(left), len(right)) < 7:
        return 0.0
    return _closeness(_fold(left), _fold(right)) if abs(len(left) - len(right)) < 3 else 0.0


@functools.lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    """Returns the words of a name in small ASCII letters: a family name set off by a comma last, titles and particles left out."""
    family, comma, rest = name.partition(",")
    plain = _latin(f"{rest} {family}" if comma else name)
    words = tuple(w for w in (re.sub(r"['’ʼ`]", "", part) for part in SPLIT.split(plain)) if w)
    table = _table("given")
    kept = tuple(w for w in words if w not in table["honorifics"]) or words
    return tuple(w for w in kept if w not in table["particles"]) or kept


def _latin(name: str) -> str:
    letters = _table("cyrillic")["letters"]
    spelt = "".join(letters.get(c, c) for c in unicodedata.normalize("NFC", name).lower())
    return anyascii(spelt).lower()


@functools.lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[str, ...]:
    """Returns a word as each language reads it, folded; without repetition."""
    return tuple(dict.fromkeys(_fold(_replaced(word, rules)) for rules in _rules()))


@functools.lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    return _replaced(word, tuple(tuple(pair) for pair in _table("readings")["fold"]["replace"]))


def _replaced(word: str, rules: tuple[tuple[str, ...], ...]) -> str:
    marked = f"^{word}$"
    for old, new in rules:
        keep = ("^" if old.startswith("^") else "") + new + ("$" if old.endswith("$") else "")
        marked = marked.replace(old, keep)
    return marked.strip("^$")


@functools.cache
def _rules() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(pair) for pair in r["replace"]) for r in _table("readings")["reading"])


@functools.cache
def _given() -> dict[str, int]:
    return {anyascii(name): number for number, row in enumerate(_table("given")["given"]) for name in row["names"]}


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return parsed(ROOT / "transliteration" / f"{name}.toml")
