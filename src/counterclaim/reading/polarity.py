"""Whether the words say that something happened, did not happen, or is only wished for, and how sure they sound."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Certainty, Polarity
from counterclaim.reading.events_words import Word

Mood = Literal["told", "future", "wish"]


@dataclass(frozen=True, slots=True)
class Modality:
    """How a text presents one trigger: told as fact (or denied), as future, or as a wish."""

    polarity: Polarity = "positive"
    mood: Mood = "told"
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True)
class Words:
    """The function words of a language, by kind."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    adverbs: frozenset[str]
    subordinators: frozenset[str]
    when: frozenset[str]
    conditionals: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    reporting: frozenset[str]
    occurrence: frozenset[str]
    ending: frozenset[str]
    light: frozenset[str]
    pledges: frozenset[str]
    negators: frozenset[str]
    negations: tuple[tuple[str, ...], ...]
    happened: frozenset[str]
    failed: frozenset[str]
    wishes: frozenset[str]
    futures: frozenset[str]
    untrue: tuple[str, ...]
    hedges: tuple[tuple[tuple[str, ...], Certainty], ...]


@functools.cache
def function_words(language: str) -> Words:
    """Returns the function words of a language, from its polarity and hedges tables."""
    table, hedges = language_table(language, "polarity"), language_table(language, "hedges")
    kinds = {name: frozenset(entries) for name, entries in table["words"].items()}
    negators = [tuple(word.split()) for entry in table["negator"] for word in entry["words"]]
    governors = {entry["mood"]: frozenset(entry["words"]) for entry in table["governor"]}
    return Words(
        **kinds,
        negators=frozenset(words[0] for words in negators if len(words) == 1),
        negations=tuple(words for words in negators if len(words) > 1),
        happened=governors["happened"],
        failed=governors["failed"],
        wishes=_all(table["wish"]),
        futures=_all(table["future"]),
        untrue=tuple(word for entry in table["untrue"] for word in entry["words"]),
        hedges=tuple((tuple(word.split()), entry["certainty"]) for entry in hedges["hedge"] for word in entry["words"]),
    )


def _all(entries: list[dict[str, list[str]]]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in entry["words"])


def negated(group: Sequence[Word], known: Words) -> bool:
    """Tells whether an odd number of negations stands among the words: "did not fail" is none."""
    lows = [word.low for word in group]
    count = sum(low in known.negators or low.endswith("n't") for low in lows)
    for negation in known.negations:
        size = len(negation)
        count += sum(tuple(lows[i : i + size]) == negation for i in range(len(lows) - size + 1))
    return count % 2 == 1


def certainty_of(group: Sequence[Word], known: Words) -> Certainty:
    """Returns how sure a group of words sounds, by the weakest hedge in it."""
    lows = [word.low for word in group]
    found: Certainty = "certain"
    for hedge, certainty in known.hedges:
        size = len(hedge)
        if any(tuple(lows[i : i + size]) == hedge for i in range(len(lows) - size + 1)):
            if certainty == "possible":
                return certainty
            found = certainty
    return found


def opposite(polarity: Polarity) -> Polarity:
    """Returns the other polarity."""
    return "negative" if polarity == "positive" else "positive"


def said_untrue(text: str, known: Words) -> bool:
    """Tells whether a content takes itself back: "Rebels say that they hold it, it is not true"."""
    low = text.lower().replace("’", "'")
    return any(phrase in low for phrase in known.untrue)
