"""Place names that neither gazetteer nor grammar knows, as the trained reader sees them."""

from collections.abc import Sequence

from counterclaim.model import Mention, Toponym
from counterclaim.reading.encoder_parse import Parse
from counterclaim.reading.toponyms_unlisted import wherever

LEAST = 0.85
SHORTEST = 3


def with_learned_places(text: str, toponyms: Sequence[Toponym], mentions: Sequence[Mention], parse: Parse) -> tuple[Toponym, ...]:
    """Returns the toponyms and those names that the trained reader takes for places, sorted; their `place` is None.

    Args:
        text: the document's text.
        toponyms: those that are known.
        mentions: the cast: who is somebody is no place.
        parse: what the trained reader makes of the text.
    """
    people = {m.span.of(text) for m in mentions}
    names = []
    for mention in parse.mentions:
        name = text[parse.words[mention.first].start : parse.words[mention.last].end]
        if mention.label == "place" and mention.confidence >= LEAST and len(name) >= SHORTEST and name[0].isupper() and name not in people:
            names.append(name)
    return tuple(sorted((*toponyms, *wherever(text, names, toponyms)), key=lambda t: t.span))
