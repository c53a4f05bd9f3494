"""Nouns that tell of an event: "the rebels' withdrawal", "an attack on the convoy", "fighting has been going on"."""

from counterclaim.reading.events_phrases import BREAKS, JOINTS, QUOTES, RELATIVES, phrase_after, phrase_before, prepositional, verb_group
from counterclaim.reading.events_roles import Range, Spot, Told, clause_end, clause_start, holds, mention_of
from counterclaim.reading.polarity import Modality, Mood, certainty_of, negated

BY = frozenset({"by"})
TARGETS = frozenset(
    {
        "on",
        "against",
        "at",
        "in",
        "near",
        "of",
        "around",
        "to",
        "into",
        "over",
        "inside",
        "outside",
        "towards",
        "toward",
        "with",
        "between",
        "across",
        "within",
    }
)
POSSESSIVES = frozenset({"our", "its", "their", "his", "her", "my"})


def noun_event(spot: Spot) -> Told | None:
    """Returns the event that a noun tells of, or None when it is used as a verb or the words around do not fit its entry."""
    frame, sentence = spot.pattern.frame, spot.sentence
    if sentence.low(spot.start - 1) in ("to", "they", "we") and not _noun_after_to(spot):
        return None
    opening = _opening(spot)
    direct = phrase_after(sentence, spot.end + 1) if sentence.low(spot.end) == "of" else None
    target = direct or prepositional(sentence, spot.end, TARGETS, 4)
    around = (opening, target[1] if target is not None else spot.end)
    if frame.object and not (holds(spot, target, frame.object) or holds(spot, (opening, spot.start), frame.object - {"nothing", "name"})):
        return None
    if frame.unless and holds(spot, around, frame.unless):
        return None
    agent, recipient = _roles(spot, opening, direct, target)
    modality = _modality(spot, opening)
    rank = 2 if sentence.low(opening - 1) in sentence.known.prepositions and not _governed(spot, opening) else 1
    return Told(mention_of(spot, modality, agent, recipient), modality.mood, spot.depth, rank, None)


def _noun_after_to(spot: Spot) -> bool:
    return spot.sentence.low(spot.start).endswith(("s", "ing", "ment", "ion"))


def _governed(spot: Spot, opening: int) -> bool:
    """Tells whether the preposition before the noun is one that takes the event as its matter ("claim of")."""
    low = spot.sentence.low(opening - 1)
    return low in ("of", "behind") or opening == 1


def _opening(spot: Spot) -> int:
    """Returns where the noun phrase of the trigger begins: its determiner, possessor and adjectives."""
    sentence, known = spot.sentence, spot.sentence.known
    start = spot.start
    while start > 0 and spot.start - start < 10:
        low = sentence.low(start - 1)
        if low in known.determiners:
            return start - 1
        if low in BREAKS or low in RELATIVES or low in known.prepositions or low in known.subordinators or low in known.reporting:
            break
        if low in JOINTS or low in ("but", "to") or (low in known.auxiliaries and low != "'s") or low in known.light:
            break
        start -= 1
    return start


def _roles(spot: Spot, opening: int, direct: Range, target: Range) -> tuple[Range, Range]:
    """Returns agent and recipient: by "by", possessor, adjective, light verb ("launched an attack") or "behind"."""
    frame, sentence = spot.pattern.frame, spot.sentence
    if frame.agent == "none":
        return None, target
    if frame.of == "agent":
        owner = direct or _owner(spot, opening) or prepositional(sentence, spot.end, BY)
        return owner or _doer(spot, opening), target if direct is None else None
    agent = prepositional(sentence, spot.end, BY, 8) or _owner(spot, opening) or _doer(spot, opening)
    return agent, target


def _owner(spot: Spot, opening: int) -> Range:
    """Returns the possessor or the naming adjectives before the noun: "the rebels'", "Ukrainian", "our"."""
    sentence = spot.sentence
    for position in range(spot.start - 1, opening - 1, -1):
        low = sentence.low(position)
        if low in ("'s", "'", "’") and position > opening:
            return (opening, position)
        if low in POSSESSIVES:
            return (position, position + 1)
    forces = spot.lexicon.lists["force"] | spot.lexicon.lists["owners"]
    held = [p for p in range(opening, spot.start) if sentence.named(p) or sentence.low(p) in forces]
    return (held[0], held[-1] + 1) if held else None


def _doer(spot: Spot, opening: int) -> Range:
    """Returns the subject of a light verb before the noun, or of "behind"."""
    sentence, known = spot.sentence, spot.sentence.known
    position = opening - 1
    while sentence.low(position) in QUOTES:
        position -= 1
    if sentence.low(position) == "behind" or (
        sentence.low(position) in ("out", "for", "to")
        and sentence.low(position - 1) in ("carried", "carry", "carrying", "responsible", "open")
    ):
        position -= sentence.low(position) != "behind"
        return phrase_before(sentence, verb_group(sentence, position).start)
    if sentence.low(position) in known.light:
        return phrase_before(sentence, verb_group(sentence, position).start)
    return None


def _modality(spot: Spot, opening: int) -> Modality:
    sentence, known = spot.sentence, spot.sentence.known
    begin = clause_start(sentence, spot.start, 8)
    before = sentence.words[begin : spot.start]
    negative = negated(before, known)
    mood: Mood = "wish" if any(word.low in known.wishes or word.low in known.futures for word in before) else "told"
    if sentence.low(begin - 1) in known.conditionals:
        mood = "wish"
    after = sentence.words[spot.end : clause_end(sentence, spot.end)]
    for index, word in enumerate(after):
        if word.low in known.futures and mood == "told":
            mood = "future"
        if word.low in known.ending and index > 0:
            negative = not negative
            negative ^= negated(after[:index], known)
            break
        if word.low in known.occurrence:
            negative ^= negated(after[:index], known)
            break
    return Modality("negative" if negative else "positive", mood, certainty_of(before, known))
