"""Nouns that tell of an event: "the rebels' withdrawal", "an attack on the convoy", "fighting has been going on"."""

from dataclasses import replace

from counterclaim.reading.events_moods import verb_mood
from counterclaim.reading.events_phrases import BREAKS, QUOTES, phrase_after, phrase_before, prepositional, verb_group
from counterclaim.reading.events_roles import Range, Spot, Told, clause_end, clause_start, holds, told_of
from counterclaim.reading.polarity import Modality, Mood, Words, certainty_of, negations

NEAR = 4


def noun_event(spot: Spot) -> Told | None:
    """Returns the event that a noun tells of, or None when it is used as a verb or the words around do not fit its entry."""
    frame, sentence = spot.pattern.frame, spot.sentence
    before = sentence.low(spot.start - 1)
    if before in sentence.known.to | sentence.known.plural and not _noun_after_to(spot):
        return None
    if before in sentence.known.be | sentence.known.have and sentence.low(spot.start).endswith(sentence.known.endings_gerund):
        return None
    opening = _opening(spot)
    direct = phrase_after(sentence, spot.end + 1) if sentence.low(spot.end) in sentence.known.of else None
    target = direct or prepositional(sentence, spot.end, sentence.known.targets, 4)
    around = (clause_start(sentence, opening, NEAR), target[1] if target is not None else spot.end)
    if frame.object and not (holds(spot, target, frame.object) or holds(spot, (opening, spot.start), frame.object - {"nothing", "name"})):
        return None
    if frame.unless and holds(spot, around, frame.unless):
        return None
    agent, recipient = _roles(spot, opening, direct, target)
    modality, asserted = _modality(spot, opening)
    rank = _rank(spot, opening)
    told = told_of(spot, modality, (agent, recipient), rank, None, asserted)
    return replace(told, phrase=sentence.words[max(0, opening - 1)].start)


def _rank(spot: Spot, opening: int) -> int:
    """Returns 1 for a noun that the statement is about, 2 for one behind a preposition or a second one."""
    low = spot.sentence.low(opening - 1)
    return 2 if low in spot.sentence.known.joints or (low in spot.sentence.known.prepositions and not _governed(spot, opening)) else 1


def _noun_after_to(spot: Spot) -> bool:
    return spot.sentence.low(spot.end - 1).endswith(spot.sentence.known.endings_noun)


def _governed(spot: Spot, opening: int) -> bool:
    """Tells whether the preposition before the noun takes the event as its matter ("claim of")."""
    sentence = spot.sentence
    low = sentence.low(opening - 1)
    reported = low in sentence.known.of and sentence.low(opening - 2) in spot.lexicon.lists["claim_nouns"] | spot.lexicon.lists["measures"]
    reported = reported or (low in sentence.known.answered and sentence.low(opening - 2) in spot.lexicon.lists["answerable"])
    if low in sentence.known.out and sentence.low(opening - 2) in sentence.known.light:
        return True
    return (
        reported
        or low in sentence.known.behind
        or opening == 1
        or (low in sentence.known.to and sentence.low(opening - 2) in sentence.known.willing)
    )


def _opening(spot: Spot) -> int:
    """Returns where the noun phrase of the trigger begins: its determiner, possessor and adjectives."""
    sentence, known = spot.sentence, spot.sentence.known
    start = spot.start
    while start > 0 and spot.start - start < 10:
        low = sentence.low(start - 1)
        if low in known.determiners:
            return start - 1
        if low in BREAKS or low in known.relatives or low in known.prepositions or low in known.subordinators or low in known.reporting:
            break
        if _past_verb(spot, start - 1) or low in known.negators or _stops(low, spot, True):
            break
        if (
            low in known.joints
            or low in known.contrast
            or low in known.to
            or (low in known.auxiliaries and low != "'s")
            or low in known.light
        ):
            break
        start -= 1
    return start


def _past_verb(spot: Spot, position: int) -> bool:
    """Tells whether a word before the noun is a verb of the event table in the past: "repelled two attacks", not "a failed attack"."""
    if spot.sentence.low(position - 1) in spot.sentence.known.determiners or position == 0:
        return False
    return any(p.tags & {"past", "s", "ing"} and not p.rest for p in spot.lexicon.patterns.get(spot.sentence.low(position), ()))


def _roles(spot: Spot, opening: int, direct: Range, target: Range) -> tuple[Range, Range]:
    """Returns agent and recipient: by "by", possessor, adjective, light verb ("launched an attack") or "behind"."""
    frame, _sentence = spot.pattern.frame, spot.sentence
    if frame.agent == "none":
        return None, target
    if frame.of == "agent":
        owner = direct or _owner(spot, opening) or _by(spot)
        return owner or _doer(spot, opening), target if direct is None else None
    agent = _by(spot) or _owner(spot, opening) or _doer(spot, opening)
    return agent, target


def _by(spot: Spot) -> Range:
    """Returns the noun phrase after "by", unless a participle takes it: "explosions near a base held by the rebels"."""
    sentence = spot.sentence
    for position in range(spot.end, min(len(sentence.words), spot.end + 8)):
        low = sentence.low(position)
        if low in BREAKS:
            return None
        if low in sentence.known.by:
            return None if _participle(spot, position - 1) else phrase_after(sentence, position + 1)
    return None


def _participle(spot: Spot, position: int) -> bool:
    patterns = spot.lexicon.patterns.get(spot.sentence.low(position), ())
    if spot.sentence.low(position - 1) in spot.sentence.known.be:
        return False
    return position >= spot.end and (
        spot.sentence.low(position).endswith(spot.sentence.known.endings_participle) or any("pp" in p.tags for p in patterns)
    )


def _owner(spot: Spot, opening: int) -> Range:
    """Returns the possessor or the naming adjectives before the noun: "the rebels'", "Ukrainian", "our"."""
    sentence = spot.sentence
    for position in range(spot.start - 1, opening - 1, -1):
        low = sentence.low(position)
        if low in ("'s", "'", "’") and position > opening and not _quoted(spot, opening, position):
            dated = all(sentence.low(p) in spot.lexicon.lists["dates"] for p in range(opening, position))
            return None if dated else (opening, position)
        if low in sentence.known.possessives:
            return (position, position + 1)
    forces = spot.lexicon.lists["force"] | spot.lexicon.lists["owners"]
    dates = spot.lexicon.lists["dates"]
    held = [p for p in range(opening, spot.start) if (sentence.named(p) and sentence.low(p) not in dates) or sentence.low(p) in forces]
    return (held[0], held[-1] + 1) if held else None


def _quoted(spot: Spot, opening: int, position: int) -> bool:
    """Tells whether an apostrophe closes a quotation and marks no possessor: "an 'intense' raid"."""
    sentence = spot.sentence
    if sentence.low(position) == "'s":
        return False
    return not sentence.low(position - 1).endswith("s") or any(sentence.low(p) in QUOTES for p in range(max(0, opening - 1), position))


def _doer(spot: Spot, opening: int) -> Range:
    """Returns the subject of a light verb before the noun, or of "behind"."""
    sentence, known = spot.sentence, spot.sentence.known
    position = opening - 1
    while sentence.low(position) in QUOTES:
        position -= 1
    if sentence.low(opening - 2) in known.existential or sentence.low(verb_group(sentence, position).start - 1) in known.existential:
        return None
    behind = sentence.low(position) in known.behind
    if behind or (sentence.low(position) in known.carriers and sentence.low(position - 1) in known.carrying):
        position -= not behind
        return phrase_before(sentence, verb_group(sentence, position).start)
    if sentence.low(position) in known.light | known.wishes:
        return phrase_before(sentence, verb_group(sentence, position).start)
    if spot.pattern.frame.code in known.pacts and sentence.low(position - 1) in known.to and sentence.low(position - 2) in known.failed:
        return _failing_owner(spot, position - 2)
    return None


def _failing_owner(spot: Spot, failure: int) -> Range:
    """Returns who fails or refuses: the possessor of a noun ("their failure to keep the truce"), the subject of a verb."""
    sentence = spot.sentence
    if sentence.low(failure - 1) in sentence.known.possessives:
        return (failure - 1, failure)
    if sentence.low(failure - 1) in ("'s", "'", "’"):
        return phrase_before(sentence, failure - 1)
    return phrase_before(sentence, verb_group(sentence, failure).start)


def _modality(spot: Spot, opening: int) -> tuple[Modality, bool]:
    """Returns how the noun's event is presented, and whether a verb after it or a "there was" before it asserts it."""
    sentence, known = spot.sentence, spot.sentence.known
    begin = clause_start(sentence, spot.start, 8)
    before = sentence.words[begin : spot.start]
    found = list(negations(before, known)) + _failing(spot, opening)
    if spot.pattern.frame.code in known.pacts and not spot.pattern.frame.negative:
        voided = [w.start for w in sentence.words[begin : clause_end(sentence, spot.end)] if w.low in known.voids][:1]
        found += [offset for offset in voided if offset not in found]
    if spot.pattern.frame.code in known.haltable:
        near = (*range(max(0, opening - 2), opening), *range(spot.end, min(len(sentence.words), spot.end + 3)))
        found += [sentence.words[p].start for p in near if sentence.low(p) in known.halts and sentence.words[p].start not in found][:1]
    mood, brakes = _mood(spot, opening, begin)
    asserted = any(word.low in known.existential for word in before)
    after = sentence.words[spot.end : clause_end(sentence, spot.end)]
    for index, word in enumerate(after):
        if word.low in known.futures and mood == "told":
            mood, brakes = "future", (word.start,)
        ended = index > 0 and word.low in known.ending and _ends(after[index - 1].low, word.low, known)
        if ended or word.low in known.occurrence:
            found += [word.start] if ended else []
            found += negations(after[:index], known)
            asserted = True
            break
    return Modality(mood, certainty_of(before, known), tuple(found), brakes), asserted


def _ends(before: str, low: str, known: Words) -> bool:
    """Tells whether a word after an auxiliary ends the event: "is over", "had ended"; "had over 40" does not."""
    return before in known.be | known.negators or (before in known.have and low not in known.prepositions)


def _failing(spot: Spot, opening: int) -> list[int]:
    """Returns the offset of the word by which a light verb's event has not come about: "needs time to launch an offensive"."""
    sentence, known = spot.sentence, spot.sentence.known
    if sentence.low(opening - 1) not in known.light:
        return []
    governor = verb_group(sentence, opening - 1).governor
    return [sentence.words[governor].start] if governor is not None and sentence.low(governor) in known.failed - known.negators else []


def _stops(low: str, spot: Spot, led: bool) -> bool:
    """Tells whether a word makes the event a wish; behind a light verb ("launched an expected offensive") a participle does not."""
    known = spot.sentence.known
    return (low in known.wishes or low in known.futures) and not (led and low.endswith(known.endings_participle + known.endings_gerund))


def _mood(spot: Spot, opening: int, begin: int) -> tuple[Mood, tuple[int, ...]]:
    sentence, known = spot.sentence, spot.sentence.known
    if sentence.low(begin - 1) in known.conditionals:
        return "wish", (sentence.words[begin - 1].start,)
    light = opening - (2 if sentence.low(opening - 1) in known.out else 1)
    if sentence.low(light) in known.light:
        mood, brakes = verb_mood(sentence, light, verb_group(sentence, light), False, light + 1)
        if mood != "told":
            return mood, brakes
        begin = opening
    stops = tuple(word.start for word in sentence.words[begin : spot.start] if _stops(word.low, spot, begin == opening))
    return ("wish", stops) if stops else ("told", ())
