"""Where: the place names of a text and the gazetteer entries that they mean."""

from counterclaim.knowledge.conflicts import Conflict, conflict_ids, load_conflict
from counterclaim.knowledge.gazetteer import Entry, Gazetteer
from counterclaim.model import Place, Toponym
from counterclaim.reading.toponyms_candidates import Candidate, looker
from counterclaim.reading.toponyms_choice import believable, chosen, far_namesakes
from counterclaim.reading.toponyms_inflected import inflects
from counterclaim.reading.toponyms_signs import candidates
from counterclaim.reading.toponyms_sites import capitals, sites, town_sites
from counterclaim.reading.toponyms_unlisted import unlisted
from counterclaim.reading.toponyms_words import Word, vocabulary, words_of

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
    words = words_of(text)
    if conflict is None and inflects(language):
        conflict = _told_by_places(text, words, gazetteer, language)
    look = looker(conflict, gazetteer, language)
    found = candidates(words, text, look, vocabulary(language))
    places = chosen(found, conflict)
    kept = [(c, e) for c, e, is_kept in zip(found, places, believable(found, places, conflict), strict=True) if is_kept]
    kept = _without_namesakes(text, words, kept, conflict, language)
    named = town_sites(text, tuple(Toponym(c.span, _place(e), _confidence(c, e)) for c, e in kept), language)
    known = (*named, *sites(text, named, conflict, gazetteer, language), *capitals(text, named, gazetteer, language))
    return tuple(sorted((*known, *unlisted(text, words, known, vocabulary(language), language)), key=lambda t: t.span))


def _without_namesakes(
    text: str, words: tuple[Word, ...], kept: list[tuple[Candidate, Entry]], conflict: Conflict | None, language: str
) -> list[tuple[Candidate, Entry]]:
    """Returns the names with their places but for far namesakes of the text's own, unlisted ones."""
    known = tuple(Toponym(c.span, None, 0.0) for c, _ in kept)
    strangers = len({t.span.of(text) for t in unlisted(text, words, known, vocabulary(language), language)})
    if not strangers:
        return kept
    far = far_namesakes([c for c, _ in kept], [e for _, e in kept], conflict, strangers)
    return [pair for pair, is_far in zip(kept, far, strict=True) if not is_far]


def _told_by_places(text: str, words: tuple[Word, ...], gazetteer: Gazetteer, language: str) -> Conflict | None:
    """Returns the war whose own places a text in a language that inflects names speaks of most; None where two are level.

    Conflicts are else chosen by names as they stand, which misses inflected ones.
    """
    counts = []
    for name in conflict_ids():
        conflict = load_conflict(name)
        found = candidates(words, text, looker(conflict, gazetteer, language), vocabulary(language))
        counts.append((len({c.key for c in found if c.is_of_conflict}), name))
    best = sorted(counts, reverse=True)
    if not best or not best[0][0] or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return load_conflict(best[0][1])


def _confidence(c: Candidate, e: Entry) -> float:
    """A main name that words of place announce is surest; one of several places that bear the name is the less sure."""
    return round(0.5 + 0.15 * e.is_main_name + 0.15 * c.located + 0.15 * (len(c.entries) == 1), 2)


def _place(e: Entry) -> Place:
    feature = NATIONALITY if e.is_demonym else e.feature
    return Place(e.id, e.name, e.latitude, e.longitude, e.country, feature, e.precision_km, e.claimants)
