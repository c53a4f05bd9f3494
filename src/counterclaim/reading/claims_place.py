"""Where a claim's event is said to have happened: in the content, else the sentence, else as the document's story has it."""

from collections import Counter

from counterclaim.model import ClaimPlace, Role, Span, Toponym
from counterclaim.reading.claims_material import Material, inside

BROAD = frozenset({"country", "state", "continent", "region", "sea", "admin1", "area", "PCLI", "ADM1", "RGN", "CONT", "SEA"})
COUNTRIES = frozenset({"country", "continent", "PCLI", "CONT", "state"})


def place_of(material: Material, content: Role, sentence: Span, event: Span | None) -> ClaimPlace | None:
    """Returns the place of a content's event and the words that name it.

    Args:
        material: what was read in the document.
        content: the content's spans.
        sentence: the sentence that the claim stands in.
        event: the span of the main event's words, None when it has none.
    """
    usable = _usable(material)
    own = [t for t in usable if inside(content, t.span)]
    found = _best(own, event)
    if found is not None and _grain(found) < 2:
        return _placed(found)
    near = [t for t in usable if sentence.covers(t.span)]
    second = _best(near, event)
    story = _story_place(usable, sentence)
    for candidate in (second, story):
        if candidate is not None and (found is None or (_grain(candidate) < _grain(found) and _inside(candidate, found))):
            return _placed(candidate)
    return _placed(found or second or story)


def _placed(toponym: Toponym | None) -> ClaimPlace | None:
    return None if toponym is None or toponym.place is None else ClaimPlace(toponym.place, toponym.span)


def _usable(material: Material) -> list[Toponym]:
    """Returns the toponyms that may be locations: known to the gazetteer, and no speaker's or doer's name."""
    voices = [span for a in material.attributions for span in a.source]
    doers = [m.span for m in material.cast.mentions if m.party is not None and m.kind not in ("place", "facility")]
    taken = voices + doers
    agents = [told.mention.agent for told in material.told if told.mention.agent is not None]
    found = []
    for toponym in material.toponyms:
        if toponym.place is None or any(span.covers(toponym.span) for span in taken):
            continue
        if toponym.place.feature in COUNTRIES and any(agent.covers(toponym.span) for agent in agents):
            continue
        found.append(toponym)
    return found


def _grain(toponym: Toponym) -> int:
    """Returns 0 for a town or facility, 1 for a region, 2 for a country."""
    feature = toponym.place.feature if toponym.place is not None else None
    return 2 if feature in COUNTRIES else 1 if feature in BROAD else 0


def _inside(narrow: Toponym, broad: Toponym) -> bool:
    """Tells whether the narrower place lies in the country of the broader one, as far as both are known."""
    left, right = narrow.place, broad.place
    return left is None or right is None or left.country is None or right.country is None or left.country == right.country


def _best(toponyms: list[Toponym], event: Span | None) -> Toponym | None:
    """Returns the most specific place; of equals, the first after the event's words, else the first."""
    if not toponyms:
        return None
    start = event.start if event is not None else 0
    return min(toponyms, key=lambda t: (_grain(t), event is not None and t.span.start < start, t.span.start))


def _story_place(usable: list[Toponym], sentence: Span) -> Toponym | None:
    """Returns the place that the document's story is about, by its last or first mention: the most named of the narrowest grain."""
    if not usable:
        return None
    narrow = min(_grain(t) for t in usable)
    fine = [t for t in usable if _grain(t) == narrow]
    counts = Counter(t.place.id for t in fine if t.place is not None)
    before = [t for t in fine if t.span.start < sentence.start]
    ranked = sorted(fine, key=lambda t: (-counts[t.place.id] if t.place is not None else 0, t.span.start))
    main = ranked[0]
    same = [t for t in before if t.place is not None and main.place is not None and t.place.id == main.place.id]
    return same[-1] if same else main
