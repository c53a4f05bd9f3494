"""Where: the place names of a text and the gazetteer entries that they mean."""

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Entry, Gazetteer
from counterclaim.model import Place, Toponym
from counterclaim.reading.toponyms_candidates import candidates, looker
from counterclaim.reading.toponyms_choice import chosen
from counterclaim.reading.toponyms_words import vocabulary, words_of

NATIONALITY = "nationality"
"""The feature of a place that is named by its people ("Turkish"): a toponym, but hardly where something happened."""


def toponyms(text: str, conflict: Conflict | None, gazetteer: Gazetteer, language: str = "en") -> tuple[Toponym, ...]:
    """Returns the toponyms of a text, sorted by span.

    Args:
        text: the document's text; it may be of any length.
        conflict: the war that it is about, whose own places come first, or None.
        gazetteer: where names are looked up.
        language: the text's language, BCP 47.
    """
    look = looker(conflict, gazetteer, language)
    found = candidates(words_of(text), text, look, vocabulary(language))
    return tuple(Toponym(c.span, _place(e), 0.8 if e.is_main_name else 0.6) for c, e in zip(found, chosen(found, conflict), strict=True))


def _place(e: Entry) -> Place:
    feature = NATIONALITY if e.is_demonym else e.feature
    return Place(e.id, e.name, e.latitude, e.longitude, e.country, feature, e.precision_km)
