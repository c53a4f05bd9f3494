"""The roles of an event's trigger: what an entry of the event table asks of them, and the finished mention."""

from dataclasses import dataclass, replace

from counterclaim.model import EventMention, Span
from counterclaim.reading.events_lexicon import Lexicon, Pattern
from counterclaim.reading.events_phrases import BREAKS, QUOTES, Sentence
from counterclaim.reading.polarity import Modality, Mood

Range = tuple[int, int] | None
"""Word indices `[start, end)` of a role in its sentence, None when it has none."""

BETWEEN = 4
IN_PASSING = 2
"""The rank from which an event is told in passing: a noun behind a preposition, a participle before its noun."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A trigger where it stands: the words `[start, end)` of a sentence, read with one pattern of the event table."""

    sentence: Sentence
    start: int
    end: int
    pattern: Pattern
    lexicon: Lexicon
    depth: int
    clause: int | None
    last_subject: Range


@dataclass(frozen=True, slots=True)
class Told:
    """An event mention and how it stands in its sentence: its mood, its depth (0: main clause) and whether it is a noun.

    `rank` orders the events of one content: verbs, then nouns that head a phrase, then nouns behind a preposition. `asserted` tells
    whether a verb says that it happened ("fighting went on", "there was an attack"). `phrase` is the offset where the trigger's
    phrase begins with its preposition, `clause` that of the subordinator of its clause, None in a main clause; `doer` the words of
    the grammatical subject; `verbal` tells verbs from nouns and phrases.
    """

    mention: EventMention
    mood: Mood
    depth: int
    rank: int
    subject: Range
    modality: Modality
    asserted: bool = True
    phrase: int = 0
    clause: int | None = None
    doer: Span | None = None
    verbal: bool = False


def ending_of(sentence: Sentence, start: int, pattern: Pattern) -> int | None:
    """Returns where the pattern's words end when they stand at `start`, else None; quotes between them do not matter."""
    position = start + 1
    wanted = list(pattern.rest)
    while wanted:
        if wanted[0] == "*":
            position = _past_gap(sentence, position, wanted[1])
            wanted = wanted[1:]
            if position < 0:
                return None
            continue
        if sentence.low(position) in QUOTES:
            position += 1
        if sentence.low(position) != wanted[0]:
            return None
        position += 1
        wanted = wanted[1:]
    return position


def inside_of(spot: Spot) -> Range:
    """Returns the words that stand at the pattern's "*", None when it has none."""
    rest = spot.pattern.rest
    known, following = spot.sentence.known, spot.sentence.low(spot.end)
    led = following != "" and following not in BREAKS | known.prepositions | known.when
    if "*" not in rest or (rest[-1] in known.leading_on and led):
        return None
    gap = rest.index("*")
    return (spot.start + 1 + gap, spot.end - (len(rest) - gap - 1))


def _past_gap(sentence: Sentence, start: int, word: str) -> int:
    """Returns the position of `word` after one to four others, -1 when it does not come."""
    for position in range(start, start + BETWEEN + 2):
        if sentence.low(position) == word and position > start:
            return position
        if sentence.low(position) in BREAKS | sentence.known.relatives | sentence.known.joints | sentence.known.subordinators:
            return -1
    return -1


def holds(spot: Spot, role: Range, lists: frozenset[str]) -> bool:
    """Tells whether a role holds a word of one of the lists, or looks as a special one asks ("name", "number", "nothing")."""
    if role is None:
        return "nothing" in lists
    for name in lists:
        entries = spot.lexicon.lists.get(name)
        for position in range(*role):
            if entries is not None and spot.sentence.low(position) in entries:
                return True
            if entries is None and name == "name" and spot.sentence.named(position):
                return True
            low = spot.sentence.low(position)
            if entries is None and name == "number" and (low[:1].isdigit() or low.partition("-")[0] in spot.sentence.known.numbers):
                return True
    return False


def span_of(spot: Spot, role: Range) -> Span | None:
    """Returns the span of a role, None when it has none."""
    return None if role is None else spot.sentence.span(*role)


def clause_start(sentence: Sentence, position: int, reach: int = 10) -> int:
    """Returns where the clause around a position begins, at most `reach` words back: after a mark or a subordinator."""
    start = position
    while start > 0 and position - start < reach:
        low = sentence.low(start - 1)
        if low in BREAKS or low in sentence.known.relatives or low in sentence.known.subordinators or low in sentence.known.contrast:
            break
        start -= 1
    return start


def clause_end(sentence: Sentence, position: int, reach: int = 10) -> int:
    """Returns where the clause after a position ends, at most `reach` words on."""
    end = position
    while end < len(sentence.words) and end - position < reach:
        low = sentence.low(end)
        if low in BREAKS or low in sentence.known.relatives or low in sentence.known.subordinators or low in sentence.known.contrast:
            break
        end += 1
    return end


def told_of(spot: Spot, modality: Modality, roles: tuple[Range, Range], rank: int, subject: Range = None, asserted: bool = True) -> Told:
    """Returns the event of a trigger; `roles` are agent and recipient. An entry of negative polarity denies by its own words."""
    if spot.pattern.frame.negative:
        modality = replace(modality, negations=(*modality.negations, spot.sentence.words[spot.start].start))
    mention = mention_of(spot, modality, *roles)
    return Told(
        mention, modality.mood, spot.depth, rank, subject, modality, asserted, mention.span.start, spot.clause, span_of(spot, subject)
    )


def mention_of(spot: Spot, modality: Modality, agent: Range, recipient: Range) -> EventMention:
    """Returns the event mention of a trigger with its roles."""
    first, last = spot.sentence.words[spot.start], spot.sentence.words[spot.end - 1]
    return EventMention(
        Span(first.start, last.end),
        spot.pattern.frame.code,
        modality.polarity,
        modality.certainty,
        span_of(spot, agent),
        span_of(spot, recipient),
    )
