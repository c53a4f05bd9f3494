"""Whether the words say that something happened, did not happen, or is only wished for, and how sure they sound."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Certainty, Polarity
from counterclaim.reading.events_words import Word

QUOTES = frozenset('"“”‘„«»')
_PLAIN = str.maketrans({"’": "'", **dict.fromkeys(sorted(QUOTES), "")})
Mood = Literal["told", "future", "wish"]


@dataclass(frozen=True, slots=True)
class Modality:
    """How a text presents one trigger: told as fact (or denied), as future, or as a wish, and the words that say so.

    `negations` and `brakes` (words of wish, future or condition) are offsets of the text: a claim counts only those in its content.
    """

    mood: Mood = "told"
    certainty: Certainty = "certain"
    negations: tuple[int, ...] = ()
    brakes: tuple[int, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """The polarity of all the words together: two negations cancel one another."""
        return "negative" if len(self.negations) % 2 else "positive"


@dataclass(frozen=True, slots=True)
class Words:
    """The function words of a language, by kind."""

    joints: frozenset[str]
    relatives: frozenset[str]
    content: frozenset[str]
    contrast: frozenset[str]
    to: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    origin: frozenset[str]
    finite: frozenset[str]
    opening: frozenset[str]
    tools: frozenset[str]
    given: frozenset[str]
    than: frozenset[str]
    like: frozenset[str]
    gerunds: frozenset[str]
    targets: frozenset[str]
    blamed: frozenset[str]
    behind: frozenset[str]
    existential: frozenset[str]
    adding: frozenset[str]
    pronouns: frozenset[str]
    plural: frozenset[str]
    possessives: frozenset[str]
    neuter: frozenset[str]
    pointers: frozenset[str]
    spells: frozenset[str]
    closing: frozenset[str]
    clausal: frozenset[str]
    carrying: frozenset[str]
    carriers: frozenset[str]
    out: frozenset[str]
    answered: frozenset[str]
    landing: frozenset[str]
    endings_adjective: tuple[str, ...]
    endings_adverb: tuple[str, ...]
    endings_noun: tuple[str, ...]
    endings_gerund: tuple[str, ...]
    endings_participle: tuple[str, ...]
    not_adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    adverbs: frozenset[str]
    subordinators: frozenset[str]
    when: frozenset[str]
    conditionals: frozenset[str]
    modals: frozenset[str]
    able: frozenset[str]
    maybe: frozenset[str]
    numbers: frozenset[str]
    bounds: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    reporting: frozenset[str]
    occurrence: frozenset[str]
    ending: frozenset[str]
    base_have: frozenset[str]
    base_be: frozenset[str]
    endings_negation: tuple[str, ...]
    persons: frozenset[str]
    naming: frozenset[str]
    particles: frozenset[str]
    leading_on: frozenset[str]
    light: frozenset[str]
    willing: frozenset[str]
    voids: frozenset[str]
    pacts: frozenset[str]
    definite: frozenset[str]
    contrasting: frozenset[str]
    apart: frozenset[str]
    sure: frozenset[str]
    haltable: frozenset[str]
    halts: frozenset[str]
    pledges: frozenset[str]
    negators: frozenset[str]
    negations: dict[str, tuple[tuple[str, ...], ...]]
    happened: frozenset[str]
    failed: frozenset[str]
    coming: frozenset[str]
    wishes: frozenset[str]
    futures: frozenset[str]
    untrue: tuple[str, ...]
    hedges: dict[str, tuple[tuple[tuple[str, ...], Certainty], ...]]


@functools.cache
def function_words(language: str) -> Words:
    """Returns the function words of a language, from its polarity and hedges tables."""
    table, hedges = language_table(language, "polarity"), language_table(language, "hedges")
    kinds: dict[str, Any] = {
        name: tuple(entries) if name.startswith("endings") else frozenset(entries) for name, entries in table["words"].items()
    }
    negators = [tuple(word.split()) for entry in table["negator"] for word in entry["words"]]
    governors = {entry["mood"]: frozenset(entry["words"]) for entry in table["governor"]}
    return Words(
        **kinds,
        negators=frozenset(words[0] for words in negators if len(words) == 1),
        negations=_by_first([words for words in negators if len(words) > 1]),
        happened=governors["happened"],
        failed=governors["failed"],
        coming=governors["coming"],
        wishes=_all(table["wish"]),
        futures=_all(table["future"]),
        untrue=tuple(word for entry in table["untrue"] for word in entry["words"]),
        hedges=_hedges(hedges["hedge"]),
    )


def _by_first(phrases: list[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted({p[0] for p in phrases})}


def _hedges(entries: list[dict[str, Any]]) -> dict[str, tuple[tuple[tuple[str, ...], Certainty], ...]]:
    known = [(tuple(word.split()), entry["certainty"]) for entry in entries for word in entry["words"]]
    return {first: tuple(hedge for hedge in known if hedge[0][0] == first) for first in sorted({words[0] for words, _ in known})}


def _all(entries: list[dict[str, list[str]]]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in entry["words"])


def negations(group: Sequence[Word], known: Words) -> tuple[int, ...]:
    """Returns where the negations among the words stand, as offsets of the text: "did not rule out" has two."""
    found = []
    for index, word in enumerate(group):
        if (word.low in known.negators or word.low.endswith(known.endings_negation)) and not _contrasts(group, index, known):
            found.append(word.start)
        for phrase in known.negations.get(word.low, ()):
            if tuple(w.low for w in group[index : index + len(phrase)]) == phrase:
                found.append(word.start)
    return tuple(dict.fromkeys(found))


def _contrasts(group: Sequence[Word], index: int, known: Words) -> bool:
    """Tells whether a negation only sets a noun apart: "his fighters and not the army had taken the station"."""
    if group[index].low not in known.apart or index == len(group) - 1 or (index and group[index - 1].low not in known.contrasting):
        return False
    after = group[index + 1]
    return after.low in known.definite or after.capital


def is_month(group: Sequence[Word], index: int, known: Words) -> bool:
    """Tells whether a capitalised word stands by a number or after a preposition: "12 May", "in May" are no hedges."""
    before = group[index - 1].low if index else ""
    after = group[index + 1].low if index + 1 < len(group) else ""
    return group[index].capital and (before in known.prepositions or before[:1].isdigit() or after[:1].isdigit())


def certainty_of(group: Sequence[Word], known: Words) -> Certainty:
    """Returns how sure a group of words sounds, by the weakest hedge in it."""
    found: Certainty = "certain"
    for index, word in enumerate(group):
        for hedge, certainty in known.hedges.get(word.low, ()):
            if tuple(w.low for w in group[index : index + len(hedge)]) == hedge and not is_month(group, index, known):
                if certainty == "possible":
                    return certainty
                found = certainty
    return found


def opposite(polarity: Polarity) -> Polarity:
    """Returns the other polarity."""
    return "negative" if polarity == "positive" else "positive"


def said_untrue(text: str, known: Words) -> bool:
    """Tells whether a content takes itself back: "Rebels say that they hold it, it is not true"."""
    low = text.lower().translate(_PLAIN)
    return any(phrase in low for phrase in known.untrue)
