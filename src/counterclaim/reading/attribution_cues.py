"""The cue lexicon: each form of each reporting word and what it takes, inflected from `cues.toml`."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from counterclaim.knowledge.tables import language_table
from counterclaim.model import Basis, Stance

BASE, THIRD, PAST, ING, PARTICIPLE = "base", "third", "past", "ing", "participle"


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its stance and what it takes (the terms of `cues.toml`)."""

    lemma: str
    stance: Stance
    takes: frozenset[str]
    particle: tuple[str, ...] = ()
    unless: frozenset[str] = frozenset()
    unless_after: frozenset[str] = frozenset()
    unless_object: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Passive:
    """A participle that reports with nobody named."""

    takes: frozenset[str]
    bare: bool
    charge: Cue | None = None


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Words that name the source before or after its content."""

    words: tuple[str, ...]
    trailing: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues of a language by form: (cue, kinds of the form) for verbs, the cue for nouns."""

    verbs: dict[str, tuple[tuple[Cue, frozenset[str]], ...]]
    nouns: dict[str, Cue]
    passives: dict[str, Passive]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    phrases: dict[str, tuple[SourcePhrase, ...]]

    def knows(self, word: str) -> bool:
        """Tells whether a word (lower case) may be or open a cue."""
        return (
            word in self.verbs
            or word in self.nouns
            or word in self.passives
            or word in self.adverbs
            or word in self.adjectives
            or word in self.phrases
        )


@functools.cache
def lexicon(language: str) -> Lexicon:
    """Returns the cues of a language."""
    table = language_table(language, "cues")
    verbs: dict[str, list[tuple[Cue, frozenset[str]]]] = {}
    for entry in table["verb"]:
        cue = _cue(entry)
        for form, kinds in _forms(entry, table["inflection"]).items():
            verbs.setdefault(form, []).append((cue, frozenset(kinds)))
    phrases: dict[str, list[SourcePhrase]] = {}
    for entry in table["phrase"]:
        words = tuple(entry["words"].split())
        phrases.setdefault(words[0], []).append(SourcePhrase(words, entry.get("trailing", False), entry.get("basis", "none")))
    return Lexicon(
        verbs={form: tuple(cues) for form, cues in verbs.items()},
        nouns={form: _cue(e) for e in table["noun"] for form in (e["lemma"], e["lemma"] + "s")},
        passives={e["participle"]: Passive(frozenset(e["takes"]), e.get("bare", False), _charge(e)) for e in table["passive"]},
        adverbs=frozenset(e["word"] for e in table["adverb"]),
        adjectives=frozenset(e["word"] for e in table["adjective"]),
        phrases={word: tuple(found) for word, found in phrases.items()},
    )


def _charge(entry: dict[str, Any]) -> Cue | None:
    """The stance and prepositions of a passive that charges somebody with something."""
    return (
        Cue(entry["participle"], entry["stance"], frozenset(), prepositions=frozenset(entry["prepositions"])) if "stance" in entry else None
    )


def _cue(entry: dict[str, Any]) -> Cue:
    return Cue(
        lemma=entry["lemma"],
        stance=entry["stance"],
        takes=frozenset(entry["takes"]) | ({"hearsay"} if entry.get("hearsay") else set()),
        particle=tuple(entry.get("particle", "").split()),
        unless=frozenset(entry.get("unless", ())),
        unless_object=frozenset(entry.get("unless_object", ())),
        unless_after=frozenset(entry.get("unless_after", ())),
        prepositions=frozenset(entry.get("prepositions", ())),
        links=frozenset(entry.get("links", ())),
        needs=frozenset(entry.get("needs", ())),
    )


def _forms(entry: dict[str, Any], patterns: list[dict[str, str]]) -> dict[str, set[str]]:
    """The forms of a verb, each with the kinds it may be."""
    lemma = entry["lemma"]
    if "forms" in entry:
        return {form: {THIRD, PAST} for form in entry["forms"]}
    pattern = next(p for p in patterns if re.search(p["ending"], lemma))
    made = {kind: re.sub(pattern["ending"], pattern[kind], lemma, count=1) for kind in (THIRD, PAST, ING)}
    past = entry.get("past", made[PAST])
    found: dict[str, set[str]] = {}
    pairs = [(lemma, BASE), (made[THIRD], THIRD), (past, PAST), (entry.get("participle", past), PARTICIPLE), (made[ING], ING)]
    if entry.get("doubles"):
        stem = lemma + lemma[-1]
        pairs += [(stem + "ed", PAST), (stem + "ed", PARTICIPLE), (stem + "ing", ING)]
    for form, kind in pairs:
        found.setdefault(form, set()).add(kind)
    return found
