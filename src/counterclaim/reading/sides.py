"""The side of a person whom no table has: by the words beside the name, whose body it is, and whose land."""

import dataclasses
import functools
from collections.abc import Sequence

from counterclaim.knowledge.world import load_world
from counterclaim.model import Party
from counterclaim.reading.lands import side_of_land_before, side_of_place
from counterclaim.reading.owners import owners_of, sides_of
from counterclaim.reading.phrases import Phrase
from counterclaim.reading.stage import Answer, Stage
from counterclaim.reading.takeup import institution_of_context, possessor_of, subject_before
from counterclaim.reading.vocabulary import OTHER

COUNTERPART = "counterpart"
"""The title of one who holds the same office on the other side."""


def unlisted_person(stage: Stage, party: Party, phrases: Sequence[Phrase]) -> Answer:
    """Returns an unlisted person with the side that the phrase gives, else the one that the text gave before."""
    sides = [s for phrase in phrases for s in _sides_of_owners(stage, phrase)]
    side = party.side or (sides[0] if sides else None)
    if side is None:
        bodies = (i for phrase in phrases for i in phrase.items if i.kind == "institution")
        body = next(bodies, None)
        answer = institution_of_context(stage, body.term.key, body.first) if body else _body_of_title(stage, phrases)
        side = (answer.side if answer else None) or _side_of_possessive(stage, phrases) or _side_of_land(stage, phrases)
    return stage.answer(dataclasses.replace(party, side=side))


def _side_of_possessive(stage: Stage, phrases: Sequence[Phrase]) -> str | None:
    """Returns the side of whom "its" means in the apposition of a name ("Colonel Jan Bervik, its spokesman")."""
    owner = next((o for o in (possessor_of(stage, phrase) for phrase in phrases) if o is not None), None)
    if owner is None:
        return None
    across = any(t.kind == "title" and t.key == COUNTERPART for phrase in phrases for i in phrase.items for t in i.terms)
    return _other_side(stage, phrases[0].items[0].first, owner.side) if across else stage.camp(owner.side)


def _other_side(stage: Stage, position: int, side: str | None) -> str | None:
    """Returns the camp across from a side, where the text has two states at war: a minister's counterpart is of the other one."""
    others = {stage.camp(n.party.side) for n in stage.near(position) if n.state is not None} - {OTHER, None}
    left = others - {stage.camp(side)}
    return left.pop() if len(left) == 1 and len(others) == 2 and side is not None else None


def _sides_of_owners(stage: Stage, phrase: Phrase) -> list[str]:
    """Returns the sides of whose a title is, or of the state before a name; not of what it is about ("chairman of a panel on China")."""
    if _serving(stage, phrase):
        led = subject_before(stage, phrase.items[0].first) if any(i.kind == "pronoun" for i in phrase.items[1:]) else None
        side = stage.camp(led.party.side) if led is not None else None
        return sides_of(stage, phrase.items) or ([side] if side else [])
    owners = (o.party.side for o in owners_of(stage, phrase) if o.party is not None)
    found = [stage.camp(side) or side for side in owners if side]
    chain = list(phrase.complement)
    cut = next(
        (
            n
            for n, i in enumerate(chain)
            if i.kind == "prepositions" and stage.scene.tokens[i.first].key not in stage.scene.words.small["of"]
        ),
        len(chain),
    )
    return found or sides_of(stage, (*phrase.before, *chain[:cut]))


def _serving(stage: Stage, phrase: Phrase) -> bool:
    """Tells whether a relative clause says whom a person leads or speaks for ("who leads the Council")."""
    small, tokens = stage.scene.words.words, stage.scene.tokens
    first = phrase.items[0].first
    return tokens[first].key in small["who"] and first + 1 < len(tokens) and tokens[first + 1].key in small["serving"]


def _body_of_title(stage: Stage, phrases: Sequence[Phrase]) -> Answer | None:
    """Returns the body of a title that needs one, of the state that the text speaks of ("Defence Minister Jan Bervik")."""
    titles = stage.scene.words.titles
    for phrase in phrases:
        for item in phrase.items:
            known = [titles[t.key] for t in item.terms if t.kind == "title" and t.key in titles]
            body = next((t.body or "government" for t in known if t.body or t.leader), None)
            if body is not None:
                return _body_at(stage, body, phrases[0].items[0].first, item.first, frozenset(t.id for t in known))
            if any(t.of_group for t in known):
                return _group_before(stage, item.first)
    return None


def _body_at(stage: Stage, institution: str, first: int, position: int, titles: frozenset[str]) -> Answer | None:
    """Returns the body of an office that the words do not give to a state: of the only one at war, or of the one just spoken of.

    That is the state in whose sentence the phrase stands ("Karsh answered: Foreign Minister ..."), or the one of two states that is left
    when the text has another bearer of the office for its rival.
    """
    words = stage.scene.words
    states = {n.state: n.party.side for n in stage.near(position) if n.state is not None and stage.camp(n.party.side) != OTHER}
    if words.conflict is not None or not states:
        return institution_of_context(stage, institution, position)
    states = {key: side for key, side in states.items() if key not in _powers()} or states
    state = next(iter(states)) if len(states) == 1 else None
    state = state or _state_opening(stage, first) or _state_left(stage, states, position, titles) or _state_speaking(stage, first)
    return stage.answer(words.body(institution, words.states[state])) if state in words.states else None


@functools.cache
def _powers() -> frozenset[str]:
    """Returns the states that have a side of their own everywhere, so that naming one does not make it a party to the war."""
    return frozenset(c.iso for c in load_world().countries if c.side is not None)


def _state_opening(stage: Stage, first: int) -> str | None:
    """Returns the one state named in a sentence before its colon, or after an "in" that opens it, where a phrase begins."""
    scene = stage.scene
    here = scene.sentence_at(first)
    before = [n for n in stage.near(first) if n.first < first and scene.sentence_at(n.first) == here]
    colon = first > 0 and scene.tokens[first - 1].text == ":"
    opened = bool(before) and scene.tokens[before[0].first - 1].key in scene.words.small["in"] and scene.tokens[first - 1].text == ","
    states = {n.state for n in before if n.state is not None}
    return states.pop() if len(states) == 1 and (colon or opened) else None


def _state_speaking(stage: Stage, first: int) -> str | None:
    """Returns the one state that has spoken in the sentence so far, else the one that alone is named in the sentence before, speaking."""
    here = stage.scene.sentence_at(first)
    near = [n for n in stage.near(first) if n.state is not None and n.first < first]
    heard = {n.state for n in near if n.first in stage.speakers and stage.scene.sentence_at(n.first) == here}
    if heard:
        return heard.pop() if len(heard) == 1 else None
    last = [n for n in near if here - stage.scene.sentence_at(n.first) <= 1]
    return last[-1].state if len({n.state for n in last}) == 1 and any(n.first in stage.speakers for n in last) else None


def _state_left(stage: Stage, states: dict[str, str | None], position: int, titles: frozenset[str]) -> str | None:
    """Returns the one of two states whose bearer of an office the text has not named, when it has named the other's."""
    taken = {p.party.side for p in stage.people_near(position) if p.titles & titles and p.party is not None and p.party.side is not None}
    left = [state for state, side in states.items() if side not in taken]
    return left[0] if len(states) == 2 and len(left) == 1 else None


def _group_before(stage: Stage, position: int) -> Answer | None:
    """Returns the armed group that "rebel leader" speaks of: the nearest named before, else the only one of the text."""
    groups = [n for n in stage.near(position) if n.party.kind == "group"]
    before = [n for n in groups if n.first < position]
    meant = before[-1] if before else (groups[0] if len({n.party.id for n in groups}) == 1 else None)
    return stage.answer(meant.party) if meant is not None else None


def _side_of_land(stage: Stage, phrases: Sequence[Phrase]) -> str | None:
    """Returns the side of the place that a governor or mayor is of."""
    titles = stage.scene.words.titles
    for phrase in phrases:
        heads = [i for i in phrase.items if i.kind == "title" and i.term.key in titles and titles[i.term.key].local]
        places = (o.written for o in owners_of(stage, phrase) if o.written) if heads else ()
        side = next((s for s in (side_of_place(stage, place) for place in places) if s), None)
        if side is not None:
            return side
        if heads and stage.scene.words.conflict is None and not any(o.written for o in owners_of(stage, phrase)):
            return side_of_land_before(stage, heads[0].first)
    return None
