"""Where: toponyms of a text."""

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.model import Toponym


def toponyms(text: str, conflict: Conflict | None, gazetteer: Gazetteer, language: str = "en") -> tuple[Toponym, ...]:
    """Returns the toponyms of a text, sorted by span."""
    return ()
