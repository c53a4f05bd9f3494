"""Which states are camps in a report on no listed war: those at odds with one another in it; the others are bystanders."""

from counterclaim.knowledge.world import load_world
from counterclaim.reading.scene import Scene
from counterclaim.reading.vocabulary import OTHER

ARMED = ("armed-forces", "air-force", "navy", "ground-forces")
"""Institutions that fight."""


def camps_of(scene: Scene) -> dict[str, str]:
    """Returns for each bystander's side the camp "other"; empty with a conflict.

    A rivalry (world/countries.toml) is told of where two of its states are named, or one of the regions that it is over; a state
    whose forces are named is a camp too. Without a rivalry only states that the table marks as observers are bystanders.
    """
    if scene.words.conflict is not None:
        return {}
    rivalries = load_world().rivalries
    states, fighting, regions = _named(scene)
    at_odds = {iso for n, r in enumerate(rivalries) for iso in r.countries if n in regions or len(states & set(r.countries)) > 1}
    countries = {c.iso: c for c in load_world().countries}
    bystanders = (countries[iso] for iso in sorted(states - at_odds - fighting) if iso in countries)
    return {c.slug: OTHER for c in bystanders if c.side is None and (at_odds or c.observer)}


def _named(scene: Scene) -> tuple[set[str], set[str], set[int]]:
    """Returns the states that a text names, those of them whose forces it names, and the regions of rivalries."""
    states: set[str] = set()
    fighting: set[str] = set()
    regions: set[int] = set()
    for hit in scene.hits:
        for term in hit.terms:
            key = term.key.partition("/")[2] if term.kind == "body" else term.key
            if term.kind in ("state", "body"):
                states.add(key)
                if _has_forces(scene, hit.last) or (term.kind == "body" and term.key.startswith(ARMED)):
                    fighting.add(key)
            elif term.kind == "region":
                regions.add(int(term.key))
    return states, fighting, regions


def _has_forces(scene: Scene, position: int) -> bool:
    """Tells whether a state's soldiers follow its name at a token ("Turkish troops", "Turkey's army")."""
    if position < len(scene.tokens) and scene.tokens[position].key == "'s":
        position += 1
    hit = scene.starts.get(position)
    return hit is not None and any(t.kind == "forces" or (t.kind == "institution" and t.key in ARMED) for t in hit.terms)
