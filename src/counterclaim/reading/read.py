"""Reads one document: all marks and claims, from the same text and recipe always the same."""

from dataclasses import replace
from typing import NamedTuple

from counterclaim.knowledge.choosing import choose_conflict
from counterclaim.knowledge.conflicts import Conflict, load_conflict
from counterclaim.knowledge.gazetteer import open_gazetteer
from counterclaim.knowledge.models import has_reader
from counterclaim.knowledge.tables import languages, languages_with
from counterclaim.model import Annotations, Document, Problem, Reading, Span, TimeExpression, words_of
from counterclaim.reading.attributions import attributions
from counterclaim.reading.cast import cast
from counterclaim.reading.claims import claims
from counterclaim.reading.claims_material import Material
from counterclaim.reading.encoder_events import with_parse
from counterclaim.reading.encoder_parse import parse
from counterclaim.reading.encoder_places import with_learned_places
from counterclaim.reading.events import told_events
from counterclaim.reading.hybrid import hybrid
from counterclaim.reading.localities import widened
from counterclaim.reading.parts import read_in_parts
from counterclaim.reading.quantities import quantities
from counterclaim.reading.quotes import quotations
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences
from counterclaim.reading.times import times
from counterclaim.reading.toponyms import toponyms
from counterclaim.reading.translation import translation_signs

DEFAULT = "en"
GRAMMAR = "grammar"


class Tongue(NamedTuple):
    """The language of a text, and whether its trained reader reads beside the grammar."""

    language: str
    trained: bool


def read(document: Document, recipe: Recipe) -> Reading:
    """Returns what one document says: its annotations, claims and the problems met; a document that cannot be read is a problem.

    Args:
        document: the document; a language of None is taken as English.
        recipe: the options.
    """
    language = (document.language or DEFAULT).split("-")[0].lower()
    if language not in languages():
        return _without_grammar(document, recipe, language)
    conflict = _conflict(document, recipe)
    begins = None if conflict is None else conflict.begins.isoformat()
    told = times(document.text, document.published, language, begins)
    tongue = Tongue(language, recipe.reader != GRAMMAR and has_reader(language))
    return read_in_parts(document, lambda part, piece: _read_part(part, conflict, tongue, _inside(told, piece)))


def _without_grammar(document: Document, recipe: Recipe, language: str) -> Reading:
    """Returns the places and times of a text whose language has tables for them, and the Problem that nobody's claims are read."""
    problem = Problem("reading", f'no data for language "{language}": stored without claims; languages with data: {", ".join(languages())}')
    places, days = (language in languages_with(table) for table in ("toponyms", "times"))
    marks = Annotations(
        toponyms=toponyms(document.text, _conflict(document, recipe), open_gazetteer(), language) if places else (),
        times=times(document.text, document.published, language) if days else (),
    )
    return Reading(document, marks, (), (problem,))


def _inside(told: tuple[TimeExpression, ...], piece: Span) -> tuple[TimeExpression, ...]:
    """Returns the time expressions of a part, its first character being 0: a history's dates start from those of the parts before."""
    return tuple(replace(t, span=t.span.shifted(-piece.start)) for t in told if piece.covers(t.span))


def _read_part(document: Document, conflict: Conflict | None, tongue: Tongue, told: tuple[TimeExpression, ...]) -> Reading:
    material = _material(document, conflict, tongue, told)
    signs = translation_signs(document.text, material.cast.mentions, material.toponyms, tongue.language)
    marks = Annotations(
        material.sentences,
        material.attributions,
        material.cast.mentions,
        material.toponyms,
        material.times,
        material.quantities,
        tuple(told.mention for told in material.told if told.mood == "told"),
    )
    shown = document if document.translated_from or signs.language is None else replace(document, translated_from=signs.language)
    return Reading(shown, marks, claims(_retranslated(material, signs.problems)), signs.problems)


def _retranslated(material: Material, problems: tuple[Problem, ...]) -> Material:
    """Returns the material with calques undone: "demands" where a translation's sign says that it means "claims"."""
    calques = {
        word for p in problems if p.step == "translation" and p.span is not None for word in p.span.of(material.text).lower().split()
    }
    spoken = tuple(
        replace(a, stance="asserts") if a.stance == "demands" and words_of(material.text, a.cue).lower() in calques else a
        for a in material.attributions
    )
    return replace(material, attributions=spoken)


def _material(document: Document, conflict: Conflict | None, tongue: Tongue, told: tuple[TimeExpression, ...]) -> Material:
    text, language = document.text, tongue.language
    spans = sentences(text, language)
    quoted = quotations(text)
    spoken, happened = attributions(text, spans, quoted, language), told_events(text, spans, language)
    places = toponyms(text, conflict, open_gazetteer(), language)
    parsed = parse(text, spans, spoken, language) if tongue.trained and text.strip() else None
    if parsed is not None:
        spoken = hybrid(text, spans, quoted, spoken, parsed, language)
        happened = with_parse(text, happened, parsed, language)
    people = cast(text, spans, conflict, document.published, language, spoken)
    if parsed is not None:
        places = with_learned_places(text, places, people.mentions, parsed)
    return Material(
        document,
        language,
        conflict,
        spans,
        spoken,
        people,
        widened(text, places, language),
        told,
        quantities(text, language),
        happened,
    )


def _conflict(document: Document, recipe: Recipe) -> Conflict | None:
    if recipe.conflict is not None:
        return load_conflict(recipe.conflict)
    return choose_conflict(document.text, document.published)
