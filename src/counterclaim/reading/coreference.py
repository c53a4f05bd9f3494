"""Whom a pronoun or a definite noun takes up: "he", "the ministry", "the group", "the army"."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import fold
from counterclaim.model import Party
from counterclaim.reading.people import Person
from counterclaim.reading.scene import Scene

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


def titled(people: Sequence[Person], position: int, title: str) -> Person | None:
    """Returns the person who bears a title in the text: the nearest before the token, else the first after it."""
    bearers = [p for p in people if title in p.titles and p.party is not None]
    before = [p for p in bearers if p.first < position]
    return before[-1] if before else (bearers[0] if bearers else None)


def body_meant(scene: Scene, named: Sequence[Named], position: int, names: Sequence[str], kinds: Sequence[str]) -> Named | None:
    """Returns the body that "the ministry" or "the group" at a token takes up: the nearest before it, else the first after it.

    Args:
        scene: the text.
        named: the bodies named in it, in order.
        position: the token of the noun.
        names: words of which the body's own name must have one.
        kinds: "group" accepts any body that is no institution of a state and no government.
    """
    fitting = [n for n in named if _body_fits(n, names, kinds)]
    before = [n for n in fitting if n.last <= position]
    if before:
        return before[-1]
    after = [n for n in fitting if n.first > position and scene.sentence_at(n.first) - scene.sentence_at(position) <= 1]
    return after[0] if after else None


def _body_fits(named: Named, names: Sequence[str], kinds: Sequence[str]) -> bool:
    words = set(fold(named.party.name).split())
    if words & {fold(n) for n in names}:
        return named.party.kind != "person"
    return bool(kinds) and named.party.kind != "government" and named.institution is None


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
