"""Whether a verb tells a happening, or one that is to come, is wished for or is only supposed."""

from counterclaim.reading.events_phrases import Group, Sentence
from counterclaim.reading.events_roles import clause_end, clause_start
from counterclaim.reading.polarity import Mood, is_month, negations

Braked = tuple[Mood, tuple[int, ...]]
"""A mood and the offsets of the words that make it."""

TOLD: Braked = ("told", ())


def verb_mood(sentence: Sentence, verb: int, group: Group, gerund: bool, end: int, pledged: bool = False) -> Braked:
    """Returns the mood of the verb at a position, with its group of auxiliaries; `end` is where its words end.

    What is `pledged` (talks, a truce) counts once a side is willing.
    """
    known = sentence.known
    lows = [sentence.low(i) for i in range(group.start, verb)]
    begin = clause_start(sentence, verb)
    for position in (begin - 1, begin):
        if sentence.low(position) in known.conditionals:
            return "wish", (sentence.words[position].start,)
    for index, low in enumerate(lows):
        if is_month(sentence.words, group.start + index, known):
            continue
        unable = low in known.able and known.base_have.isdisjoint(lows) and negations(sentence.words[group.start : verb], known)
        modal = low in known.futures or (low in known.modals and known.base_be.isdisjoint(lows) and not unable)
        unreal = not known.base_have.isdisjoint(lows) and low not in known.maybe
        if modal and (known.base_have.isdisjoint(lows) or unreal):
            mood: Mood = "future" if low in known.sure else "wish"
            return mood, (sentence.words[group.start + index].start,)
    if pledged and group.infinitive is not None and sentence.low(group.infinitive - 1) in known.willing:
        return TOLD
    if group.infinitive is not None:
        return _infinitive(sentence, group, lows)
    return _gerund(sentence, verb, end) if gerund and group.start == verb else TOLD


def _infinitive(sentence: Sentence, group: Group, lows: list[str]) -> Braked:
    known = sentence.known
    if group.governor is not None:
        low = sentence.low(group.governor)
        if low in known.coming:
            return "future", (sentence.words[group.governor].start,)
        wished = low in known.wishes and low not in known.failed and low not in known.happened
        return ("wish", (sentence.words[group.governor].start,)) if wished else TOLD
    if not known.base_have.isdisjoint(lows) or group.infinitive is None:
        return TOLD
    mood: Mood = "future" if not known.base_be.isdisjoint(lows) else "wish"
    return mood, (sentence.words[group.infinitive].start,)


def _gerund(sentence: Sentence, verb: int, end: int) -> Braked:
    known = sentence.known
    for position in (verb - 1, verb - 2):
        if sentence.low(position) in known.wishes:
            return "wish", (sentence.words[position].start,)
    for position in range(end, clause_end(sentence, end)):
        if sentence.low(position) in known.futures:
            return "future", (sentence.words[position].start,)
    return TOLD
