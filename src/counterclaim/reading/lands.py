"""Whose land a place is by the gazetteer: the side of its governor or mayor, unless the text says who installed them."""

from counterclaim.knowledge.gazetteer import Entry, open_gazetteer
from counterclaim.knowledge.lexicon import fold
from counterclaim.reading.stage import Stage

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
    entry = _entry(stage, open_gazetteer().lookup(bare)) if bare else None
    return _side(stage, entry.country) if entry is not None else None


def _entry(stage: Stage, found: tuple[Entry, ...]) -> Entry | None:
    named = {n.state for n in stage.named[:NAMED]}
    return next((e for e in found if e.country in named), found[0] if found else None)


def _side(stage: Stage, country: str | None) -> str | None:
    state = stage.scene.words.states.get(country or "")
    return stage.camp(state.party.side) if state is not None else None
