"""What happened: the words of a text that tell of an event, who does it and to whom, and how the text presents it.

A grammar of triggers and their roles without a parser; its words are data (languages/en/events.toml, polarity.toml, hedges.toml).
"""

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.model import EventMention, Span
from counterclaim.reading.events_lexicon import IDLE, SPECIAL, Lexicon, Pattern, event_lexicon
from counterclaim.reading.events_nouns import noun_event
from counterclaim.reading.events_phrases import BREAKS, QUOTES, Sentence
from counterclaim.reading.events_roles import Range, Spot, Told, ending_of
from counterclaim.reading.events_verbs import phrase_event, verb_event
from counterclaim.reading.events_words import words
from counterclaim.reading.polarity import function_words

LONGEST = 1500
PLAIN = "attack"
WEAPONED = ("air-strike", "drone-strike", "missile-strike")
"""What an attack is by its weapon; the word lists of these names hold the weapons."""
CLEFT = 6
"""Words at most between "it is" and the relative that sets off what stands between them."""


def events(text: str, sentences: tuple[Span, ...], language: str = "en") -> tuple[EventMention, ...]:
    """Returns the events that a text tells of, sorted by span; plans, wishes and predictions are none.

    Args:
        text: the text.
        sentences: its sentences, in order.
        language: the language whose tables to read with.
    """
    return tuple(told.mention for told in told_events(text, sentences, language) if told.mood == "told")


def told_events(text: str, sentences: tuple[Span, ...], language: str = "en") -> tuple[Told, ...]:
    """Returns all events that words of the text name, future and wished ones too, with their place in the sentence."""
    lexicon = event_lexicon(language)
    found: list[Told] = []
    for span in sentences:
        for piece in _pieces(text, span, language):
            found.extend(_armed(told, piece, lexicon) for told in _events_of(piece, lexicon))
    return tuple(found)


def _armed(told: Told, sentence: Sentence, lexicon: Lexicon) -> Told:
    """Returns a strike or raid of no named weapon as one of the only weapon that its sentence names."""
    first = next((w for w in sentence.words if w.end == told.mention.span.end), None)
    if told.mention.code != PLAIN or told.verbal or first is None or first.low not in lexicon.lists["raids"]:
        return told
    lows = {word.low for word in sentence.words}
    codes = [code for code in WEAPONED if not lexicon.lists[code].isdisjoint(lows)]
    return replace(told, mention=replace(told.mention, code=codes[0])) if len(codes) == 1 else told


def _pieces(text: str, span: Span, language: str) -> Iterable[Sentence]:
    """Yields a sentence's words; one without end is cut, so that the work stays linear."""
    known = function_words(language)
    all_words = words(text, span.start, span.end)
    for start in range(0, len(all_words), LONGEST):
        piece = all_words[start : start + LONGEST]
        letters = [word for word in piece if word.low[0].isalpha()]
        titled = len(letters) > 3 and sum(word.capital for word in letters) > 0.6 * len(letters)
        yield Sentence(piece, known, titled)


def _events_of(sentence: Sentence, lexicon: Lexicon) -> list[Told]:
    depths: list[tuple[int, int | None]] = []
    found: list[Told] = []
    subject: Range = None
    lows = frozenset(word.low for word in sentence.words)
    present = SPECIAL.union(*(lexicon.kinds.get(low, SPECIAL) for low in lows))
    position = 0
    while position < len(sentence.words):
        told = None
        for pattern in _likely(sentence, position, lexicon):
            end = ending_of(sentence, position, pattern) if pattern.gap <= lows and _possible(pattern, present) else None
            if end is None:
                continue
            depths = depths or _depths(sentence, lexicon)
            told = _told(Spot(sentence, position, end, pattern, lexicon, *depths[position], subject))
            if told is not None:
                subject = told.subject or subject
                position = end if pattern.frame.code != IDLE else _past_object(sentence, end, told)
                found += [told] if pattern.frame.code != IDLE else []
                break
        if told is None:
            position += 1
    return found


def _likely(sentence: Sentence, position: int, lexicon: Lexicon) -> tuple[Pattern, ...]:
    """Returns the patterns that the words at a position may begin; a quote between them does not matter."""
    known = lexicon.likely.get(sentence.low(position))
    if known is None:
        return ()
    second = sentence.low(position + 1)
    return known.get(sentence.low(position + 2) if second in QUOTES else second, known[""])


def _possible(pattern: Pattern, present: frozenset[str]) -> bool:
    """Tells whether the sentence has words at all for the roles that an entry asks for."""
    frame = pattern.frame
    if frame.object and frame.object.isdisjoint(present):
        return False
    if frame.subject and frame.subject.isdisjoint(present):
        return False
    return not frame.weapon or not frame.weapon.isdisjoint(present)


def _past_object(sentence: Sentence, end: int, told: Told) -> int:
    """Returns where the object of words that tell of no event ends: "every attack" of a goalkeeper is none either."""
    if told.mention.recipient is None:
        return end
    while end < len(sentence.words) and sentence.words[end].start < told.mention.recipient.end:
        end += 1
    return end


def _told(spot: Spot) -> Told | None:
    kind = spot.pattern.frame.kind
    return verb_event(spot) if kind == "verbs" else noun_event(spot) if kind == "nouns" else phrase_event(spot)


def _relative(sentence: Sentence, position: int, lexicon: Lexicon) -> bool:
    """Tells whether a "that" opens a relative clause: a noun stands before it and a verb after it."""
    if (
        sentence.low(position) not in sentence.known.content
        or position == 0
        or sentence.low(position - 1) in sentence.known.reporting | BREAKS
    ):
        return False
    following = sentence.low(position + 1)
    return following in sentence.known.auxiliaries or any("past" in p.tags for p in lexicon.patterns.get(following, ()))


def _depths(sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int | None]]:
    """Returns for each word how deep it stands (0 main, 1 non-restrictive, 2 subordinate clause) and where that clause begins.

    A clause inside the subject ends at the verb of the main clause: "the hostage held since spring has died".
    """
    depths: list[tuple[int, int | None]] = []
    depth: tuple[int, int | None] = (0, None)
    wanted = told = 0
    for position, word in enumerate(sentence.words):
        if word.low in BREAKS:
            depth = (0, None)
        elif _relative(sentence, position, lexicon) or (
            word.low in sentence.known.subordinators and word.low not in sentence.known.content | sentence.known.than
        ):
            adds = word.low in sentence.known.adding and sentence.low(position - 1) == ","
            depth = (0, None) if _cleft(sentence, position) else (1 if adds else 2, word.start)
            wanted = 0 if word.low in sentence.known.prepositions and word.low not in sentence.known.opening else 1
        elif word.low in sentence.known.finite and sentence.low(position - 1) not in sentence.known.finite:
            if depth[0] == 0:
                told += 1
            elif not told and wanted == 0:
                depth = (0, None)
            else:
                wanted -= 1
        depths.append(depth)
    return depths


def _cleft(sentence: Sentence, position: int) -> bool:
    """Tells whether a relative only sets its noun off: "it is the rebels who block the road"."""
    known = sentence.known
    if sentence.low(position) not in known.relatives:
        return False
    begin = max(0, position - CLEFT)
    return any(sentence.low(p) in known.neuter and sentence.low(p + 1) in known.be for p in range(begin, position))
