"""The trained reader's events beside the grammar's: triggers that no table lists, and the roles that arcs tell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from counterclaim.knowledge.tables import language_table
from counterclaim.model import EventMention, Span
from counterclaim.reading.encoder_arguments import Arcs, Arguments, arguments
from counterclaim.reading.encoder_parse import EventWords, Parse
from counterclaim.reading.events_roles import IN_PASSING, Told
from counterclaim.reading.polarity import Modality, Mood, Words, function_words

SUBORDINATE = ("advcl", "acl:relcl", "acl")
MODIFIERS = ("nmod", "obl", "compound", "nmod:poss", "amod")
LEAST = 0.55
"""The mean probability from which words are taken for an event that the grammar does not know."""


def with_parse(text: str, told: Sequence[Told], parse: Parse, language: str = "en") -> tuple[Told, ...]:
    """Returns the grammar's events with what the arcs tell of them, and the events that only the trained reader finds, sorted.

    Args:
        text: the text.
        told: the grammar's events.
        parse: what the trained reader makes of the text.
        language: the text's.
    """
    arcs = Arcs.of(parse, text)
    return _with_learned(arcs, _with_arcs(arcs, told, language), language)


def _with_learned(arcs: Arcs, told: Sequence[Told], language: str) -> tuple[Told, ...]:
    """Returns the grammar's events and those of the trained reader that overlap none of them, sorted."""
    parse, known = arcs.parse, function_words(language)
    taken = [one.mention.span for one in told]
    more = [
        _told(arcs, event, known, language)
        for event in parse.events
        if event.confidence >= LEAST and not any(_span(parse, event.first, event.last).overlaps(span) for span in taken)
    ]
    return tuple(sorted((*told, *more), key=lambda t: (t.mention.span, t.mention.code)))


def _told(arcs: Arcs, event: EventWords, known: Words, language: str) -> Told:
    trigger = arcs.head_of(event.first, event.last)
    table: dict[str, Any] = language_table(language, "events")
    roles = arguments(arcs, trigger, known, event.label in table["lists"]["won"] or table["implied"].get(event.label) == "self")
    span = _span(arcs.parse, event.first, event.last)
    modality = _modality(arcs, event, trigger, known)
    clause, phrase = _clause(arcs, trigger), arcs.preposition(trigger)
    verbal = arcs.parse.upos[trigger] in ("VERB", "ADJ", "AUX")
    first = min(event.first, arcs.first(trigger, ("case",)) or event.first)
    return Told(
        EventMention(span, event.label, modality.polarity, modality.certainty, *_apart(roles, span)),
        modality.mood,
        0 if clause is None else 2,
        0 if verbal else 2 if phrase is not None or arcs.parse.relations[trigger] in MODIFIERS else 1,
        None,
        modality,
        True,
        arcs.parse.words[first].start,
        clause,
        roles.subject,
        verbal,
    )


def _apart(roles: Arguments, trigger: Span) -> tuple[Span | None, Span | None]:
    agent, recipient = (None if s is None or s.overlaps(trigger) else s for s in (roles.agent, roles.recipient))
    return agent, None if recipient == agent else recipient


def _modality(arcs: Arcs, event: EventWords, trigger: int, known: Words) -> Modality:
    """Returns how the text presents the event: the head's polarity and certainty, and the words of wish or future above it."""
    start = arcs.parse.words[event.first].start
    negations = (start,) if event.polarity == "negative" else ()
    certainty: Any = event.certainty
    for k in (trigger, *arcs.below[trigger]):
        if arcs.parse.upos[k] == "AUX" and arcs.low(k) in known.futures | known.modals:
            mood: Mood = "future" if arcs.low(k) in known.sure else "wish"
            return Modality(mood, certainty, negations, (arcs.parse.words[k].start,))
    at = trigger
    while arcs.parse.relations[at] in ("xcomp", "conj", "obj", "advcl", "acl", "nmod", "obl") and arcs.parse.heads[at] != at:
        at = arcs.parse.heads[at]
        if arcs.low(at) in known.wishes and arcs.low(at) not in known.failed | known.happened:
            return Modality("wish", certainty, negations, (arcs.parse.words[at].start,))
    return Modality("told", certainty, negations)


def _clause(arcs: Arcs, trigger: int) -> int | None:
    """Returns where the subordinate clause around a trigger begins, None in a main clause or in what somebody says."""
    at = trigger
    for _ in range(len(arcs.parse.words)):
        relation = arcs.parse.relations[at]
        if relation in SUBORDINATE:
            return arcs.parse.words[min(at, *arcs.below[at], at)].start
        if relation in ("ccomp", "parataxis", "root") or arcs.parse.heads[at] == at:
            return None
        at = arcs.parse.heads[at]
    return None


def _span(parse: Parse, first: int, last: int) -> Span:
    return Span(parse.words[first].start, parse.words[last].end)


def _with_arcs(arcs: Arcs, told: Sequence[Told], language: str) -> tuple[Told, ...]:
    """Returns events in which a verb without agent takes the subject that the arcs tell.

    A verb that only qualifies a noun ("the fighting force", "captured guns") tells its event in passing.
    """
    parse, known = arcs.parse, function_words(language)
    starts = {word.start: k for k, word in enumerate(parse.words)}
    found = []
    for one in told:
        word = starts.get(one.mention.span.start)
        if one.verbal and word is not None and parse.relations[word] == "amod":
            one = replace(one, rank=IN_PASSING, verbal=False)
        elif one.mention.agent is None and one.verbal and word is not None and parse.upos[word] == "VERB":
            roles = arguments(arcs, word, known, own=False)
            agent, recipient = _apart(roles, one.mention.span)
            if agent is not None and agent != one.mention.recipient:
                one = replace(one, mention=replace(one.mention, agent=agent, recipient=one.mention.recipient or recipient))
        found.append(one)
    return tuple(found)
