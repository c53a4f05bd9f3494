"""Where: the place names of a text and the gazetteer entries that they mean."""

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.gazetteer import Entry, Gazetteer
from counterclaim.model import Place, Toponym
from counterclaim.reading.toponyms_candidates import Candidate, looker
from counterclaim.reading.toponyms_choice import believable, chosen
from counterclaim.reading.toponyms_signs import candidates
from counterclaim.reading.toponyms_sites import sites, town_sites
from counterclaim.reading.toponyms_unlisted import unlisted
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
    words = words_of(text)
    found = candidates(words, text, look, vocabulary(language))
    places = chosen(found, conflict)
    kept = believable(found, places, conflict)
    named = tuple(Toponym(c.span, _place(e), _confidence(c, e)) for c, e, is_kept in zip(found, places, kept, strict=True) if is_kept)
    named = town_sites(text, named, language)
    known = (*named, *sites(text, named, conflict, gazetteer, language))
    return tuple(sorted((*known, *unlisted(text, words, known, vocabulary(language))), key=lambda t: t.span))


def _confidence(c: Candidate, e: Entry) -> float:
    """A main name that words of place announce is surest; one of several places that bear the name is the less sure."""
    return round(0.5 + 0.15 * e.is_main_name + 0.15 * c.located + 0.15 * (len(c.entries) == 1), 2)


def _place(e: Entry) -> Place:
    feature = NATIONALITY if e.is_demonym else e.feature
    return Place(e.id, e.name, e.latitude, e.longitude, e.country, feature, e.precision_km, e.claimants)
