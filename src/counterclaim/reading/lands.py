"""Whose land a place is by the gazetteer: the side of its governor or mayor, unless the text says who installed them."""

import functools

from counterclaim.knowledge.gazetteer import Entry, open_gazetteer
from counterclaim.knowledge.lexicon import POSSESSIVE, Hit, fold
from counterclaim.knowledge.world import load_world
from counterclaim.reading.stage import Stage

REACH = 6
"""Tokens on each side of a state's name in which a place of it is looked for."""
NAMED = 500
"""Names at the beginning of a text that tell where it plays."""


def side_of_place(stage: Stage, name: str) -> str | None:
    """Returns the side of the state that a place lies in, or None when it is not known.

    The conflict's own places come first; of several places of one name, one in a state that the text names.

    Args:
        stage: the text with everyone on it.
        name: the place as written, perhaps with a common noun ("Kherson region").
    """
    words = stage.scene.words
    folded = fold(name)
    for place in words.places.values():
        if folded in (fold(place.name), *map(fold, place.aliases)):
            return _side(stage, place.country)
    nouns = words.words["place_nouns"]
    bare = " ".join(w for w in name.split() if fold(w) not in nouns)
    said = _land_said(stage, tuple(fold(w) for w in bare.split())) if bare and words.conflict is None else None
    if said is not None:
        return _side(stage, said)
    entry = _entry(stage, open_gazetteer().lookup(bare)) if bare else None
    return _side(stage, entry.country) if entry is not None else None


def side_of_land_before(stage: Stage, position: int) -> str | None:
    """Returns the side of the land that "the provincial governor" at a token is of: the nearest before that the text gives to a state."""
    scene = stage.scene
    here = scene.sentence_at(position)
    for hit in reversed([h for h in scene.hits_near(position) if h.first < position]):
        if here - scene.sentence_at(hit.first) > 1:
            return None
        state = _state_key(hit)
        if state is not None and hit.last < len(scene.tokens) and scene.tokens[hit.last].key in scene.words.words["place_nouns"]:
            return _side(stage, state)
    return None


def _land_said(stage: Stage, name: tuple[str, ...]) -> str | None:
    """Returns the state to which the text gives a place: "the Orvanese port of Senna", "Orvane's Vell province", "Senna in Orvane"."""
    scene = stage.scene
    nouns, between, small = (frozenset(scene.words.words[k]) for k in ("place_nouns", "place_prepositions", "determiners"))
    for hit in scene.hits[:NAMED]:
        state = _state_key(hit)
        if state is None:
            continue
        after = [t.key for t in scene.tokens[hit.last : hit.last + REACH]]
        while after and (after[0] in nouns or (after[0] == POSSESSIVE or after[0] in scene.words.small["of"])):
            after.pop(0)
        beside = hit.last < len(scene.tokens) and scene.tokens[hit.last].key in (*nouns, POSSESSIVE)
        if beside and tuple(after[: len(name)]) == name:
            return state
        before = [t.key for t in scene.tokens[max(0, hit.first - REACH) : hit.first] if t.text != ","]
        while before and before[-1] in nouns | between | small:
            before.pop()
        parted = hit.first and (scene.tokens[hit.first - 1].text == "," or scene.tokens[hit.first - 1].key in between)
        if parted and tuple(before[-len(name) :]) == name:
            return state
    return None


def _state_key(hit: Hit) -> str | None:
    return next((t.key for t in hit.terms if t.kind == "state" and t.form != "seat"), None)


def _entry(stage: Stage, found: tuple[Entry, ...]) -> Entry | None:
    """Returns the place meant: in a state that the text names; else the best known, but not in a report on states that no table has."""
    named = {n.state for n in stage.named[:NAMED]}
    unlisted = stage.scene.words.conflict is None and not named.issubset(_listed())
    return next((e for e in found if e.country in named), found[0] if found and not unlisted else None)


@functools.cache
def _listed() -> frozenset[str | None]:
    return frozenset({None, *(c.iso for c in load_world().countries)})


def _side(stage: Stage, country: str | None) -> str | None:
    state = stage.scene.words.states.get(country or "")
    return stage.camp(state.party.side) if state is not None else None
