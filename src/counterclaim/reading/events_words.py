"""Words of a text with their offsets, and the inflected forms of a verb or noun of a language's event table."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-.’'](?!s\b)[^\W_]+)*|[’']s\b|[’']|[^\w\s]|_")
SHORT = 4
"""Letters of a capitalised word at most before a stop within a sentence that only abbreviates it."""
_JOINED = re.compile(r"[a-z]{1,4}[-’'][^\W\d_a-z]")
"""A name behind a small article that it is joined to: "al-Nahr", "d'Orvane"."""
_VOWELS = "aeiou"
_SYLLABLE = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text: where it stands, and its lower-case form with straight apostrophes."""

    start: int
    end: int
    low: str
    capital: bool


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Returns the words and marks of `text[start:end]`, in order; a possessive 's is a word of its own."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        form = match.group()
        if (
            form == "."
            and match.end() < end
            and found
            and found[-1].capital
            and len(found[-1].low) <= SHORT
            and found[-1].end == match.start()
        ):
            continue
        capital = form[0].isupper() or _JOINED.match(form) is not None
        found.append(Word(match.start(), match.end(), form.lower().replace("’", "'"), capital))
    return tuple(found)


def verb_forms(lemma: str, irregular: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Returns each form of a regular or listed verb with its tags: base, s, past, pp, ing."""
    if lemma in irregular:
        past, participle, *more = irregular[lemma]
        present, gerund = more or (_third(lemma), _ing(lemma))
    else:
        past = participle = _ed(lemma)
        present, gerund = _third(lemma), _ing(lemma)
    tags: dict[str, set[str]] = {}
    for forms, tag in ((lemma, "base"), (present, "s"), (past, "past"), (participle, "pp"), (gerund, "ing")):
        for form in forms.split("|"):
            tags.setdefault(form, set()).add(tag)
    return {form: frozenset(names) for form, names in tags.items()}


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Returns the singular and the regular plural of a noun phrase whose head is its last word."""
    plural = _third(lemma)
    return (lemma,) if lemma.endswith(("ing", "s")) else (lemma, plural)


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _doubles(lemma: str) -> bool:
    ends = len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS
    return ends and len(_SYLLABLE.findall(lemma)) == 1


def _ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if _doubles(lemma) else "") + "ing"
