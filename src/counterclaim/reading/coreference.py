"""Whom a pronoun or a definite noun takes up: "he", "the ministry", "the group", "the army"."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import fold
from counterclaim.model import Party
from counterclaim.reading.people import FORMER, Person
from counterclaim.reading.scene import Scene
from counterclaim.reading.vocabulary import Noun

REACH = 4
"""Sentences back that a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Named:
    """A body or state named in the text, at a token; `institution` its kind where the lexicon has one; `state` its state's key."""

    first: int
    last: int
    party: Party
    institution: str | None = None
    state: str | None = None


def person_meant(scene: Scene, people: Sequence[Person], position: int, pronoun: str, speakers: frozenset[int]) -> Person | None:
    """Returns the person whom "he" or "she" at a token takes up, or None.

    The nearest sentence with a fitting person wins; within it a speaker, else the one named first.

    Args:
        scene: the text.
        people: the persons named in it, in order.
        position: the token of the pronoun.
        pronoun: "he" or "she".
        speakers: the first tokens of persons that are sources of an attribution.
    """
    here = scene.sentence_at(position)
    for sentence in range(here, max(-1, here - REACH - 1), -1):
        fitting = [p for p in people if p.first < position and scene.sentence_at(p.first) == sentence and _fits(p, pronoun)]
        if fitting:
            return next((p for p in fitting if p.first in speakers), fitting[0])
    return None


def _fits(person: Person, pronoun: str) -> bool:
    return person.party is not None and person.pronoun in (None, pronoun)


def titled(people: Sequence[Person], position: int, titles: frozenset[str], former: bool = False) -> Person | None:
    """Returns the person who bears one of the titles in the text, or bore it: the nearest before the token, else the first after it."""
    bearers = [p for p in people if titles & p.titles and p.party is not None and (FORMER in p.titles) == former]
    before = [p for p in bearers if p.first < position]
    return before[-1] if before else (bearers[0] if bearers else None)


def body_meant(scene: Scene, named: Sequence[Named], position: int, noun: Noun, speakers: frozenset[int]) -> Named | None:
    """Returns the body that "the ministry" or "the group" at a token takes up.

    The nearest before it, a body that has spoken first; else the first after it, when that is not far.

    Args:
        scene: the text.
        named: the bodies named in it, in order.
        position: the token of the noun.
        noun: the entry of the noun: words that the body's name must have, or the kinds of body.
        speakers: the tokens of all sources.
    """
    fitting = [n for n in named if _body_fits(scene, n, noun)]
    before = [n for n in fitting if n.last <= position]
    if before:
        here = scene.sentence_at(position)
        spoken = [n for n in before if n.first in speakers and here - scene.sentence_at(n.first) <= REACH]
        return (spoken or before)[-1]
    after = [n for n in fitting if n.first > position and scene.sentence_at(n.first) - scene.sentence_at(position) <= REACH]
    return after[0] if after else None


def _body_fits(scene: Scene, named: Named, noun: Noun) -> bool:
    party = named.party
    if noun.names:
        return party.kind != "person" and not {fold(w) for w in party.name.split()}.isdisjoint(noun.names)
    if named.institution is not None or party.kind in ("government", "person"):
        return False
    return party.kind in noun.kinds or ("observer" in noun.kinds and party.side not in ("un", "other"))


def place_before(scene: Scene, position: int) -> str | None:
    """Returns the place that "the town" or "the region" at a token takes up: the nearest named before it, as written."""
    for number in range(position - 1, max(-1, position - 400), -1):
        hit = scene.starts.get(number)
        if hit is not None and any(t.kind == "place" for t in hit.terms) and hit.last <= position:
            key = next(t.key for t in hit.terms if t.kind == "place")
            return scene.words.places[key].name
        if scene.word_kind(number) == "prepositions" and scene.tokens[number].key in scene.words.words["place_prepositions"]:
            name = _name_after(scene, number + 1, position)
            if name is not None:
                return name
    return None


def _name_after(scene: Scene, start: int, end: int) -> str | None:
    last = start
    while last < end and last not in scene.starts and scene.word_kind(last) == "Word":
        last += 1
    return scene.words_between(start, last) if last > start else None


def same_institution(named: Sequence[Named], position: int, institution: str) -> Named | None:
    """Returns the body of the same kind that the text has already named, when all such are one body; else the nearest before."""
    alike = [n for n in named if n.institution == institution and n.first != position]
    before = [n for n in alike if n.first < position]
    if before:
        return before[-1]
    return alike[0] if len({n.party.id for n in alike}) == 1 else None


def state_meant(named: Sequence[Named], position: int, own: frozenset[str]) -> str | None:
    """Returns the state whose army or police a bare "the army" at a token means: the nearest named before it, else after it.

    Args:
        named: the bodies and states named in it, in order.
        position: the token of the noun.
        own: keys of the states that are camps of the conflict; when the text names one of these, others are not considered.
    """
    states = [n for n in named if n.state is not None]
    preferred = [n for n in states if n.state in own] or states
    before = [n for n in preferred if n.first < position]
    return before[-1].state if before else (preferred[0].state if preferred else None)
