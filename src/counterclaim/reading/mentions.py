"""What of the cast is marked in the text: persons, bodies, units, facilities, nationalities and weapons."""

from counterclaim.model import Mention, Party
from counterclaim.reading.people import Person
from counterclaim.reading.scene import Scene


def mentions(scene: Scene, people: tuple[Person, ...], party_of: dict[int, Party]) -> tuple[Mention, ...]:
    """Returns the mentions of a scene in order: persons, bodies, units, nationalities and weapons.

    Args:
        scene: the text with its names.
        people: its persons.
        party_of: for the first token of each body or state, the party meant.
    """
    found = [Mention(scene.span(p.first, p.last), "person", p.party) for p in people]
    taken = {p.first for p in people}
    for hit in scene.hits:
        if hit.first in taken:
            continue
        kinds = {t.kind: t for t in hit.terms}
        party = party_of.get(hit.first)
        if party is not None and kinds.keys() & {"party", "body", "institution"}:
            found.append(Mention(scene.span(hit.first, hit.last), "unit" if party.kind == "unit" else "organisation", party))
        elif "state" in kinds and kinds["state"].form in ("adjective", "people"):
            found.append(Mention(scene.span(hit.first, hit.last), "nationality", party))
        elif "weapon" in kinds:
            found.append(Mention(scene.span(hit.first, hit.last), "weapon"))
    return tuple(sorted(found, key=lambda m: m.span))
