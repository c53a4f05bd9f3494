"""What is said: where a content ends, before another speaker, an aside or a setting of the story."""

from collections.abc import Mapping, Sequence

from counterclaim.reading.attribution_contents import Opening
from counterclaim.reading.attribution_subjects import has_finite
from counterclaim.reading.clauses import Word, setting_phrases

_NEEDED = 18
_SPEAKER = 5
_MARKS = frozenset({"dash", "semicolon", "colon"})
_OBJECTS = frozenset({"accuse", "phrase", "object", "urge", "complement"})
_OTHERS = frozenset({"clause", "shared", "participle"})
_CLOSERS = frozenset({"clause", "shared", "participle", "phrase", "tail"})


def content_end(words: Sequence[Word], begin: Opening, stops: Mapping[int, str], verbs: frozenset[int]) -> int:
    """Returns where the content that begins at `begin` ends.

    Args:
        words: the unit's words.
        begin: where and how the content begins.
        stops: the places where another cue's words begin, with the kind of that cue ("clause": with its own subject; "shared": with the
            same subject; "participle"; "phrase"; "tail": a cue that closes what stands before it).
        verbs: the places of finite cues.
    """
    last = len(words)
    while last > begin.start and words[last - 1].tags & {"stop"}:
        last -= 1
    if begin.how == "quote" and _is_whole(words, begin.start, last, stops):
        return begin.start + 1
    for i in range(_first_edge(words, begin, last), last):
        word = words[i]
        if word.tags & _MARKS and begin.how != "colon" and (_ends_at_mark(words, i, last) or (word.has("colon") and _closed(stops, i))):
            return i
        if word.has("comma") and _ends_at_comma(words, i, begin, stops, verbs):
            return i
        if word.has("coordinator") and _other_voice(words, i, stops):
            return i
        if stops.get(i) in ("phrase", "participle") and not word.has("coordinator"):
            return i - 1 if words[i - 1].tags & {"comma", "dash"} else i
        if begin.how in _OBJECTS and _leaves(words, i, begin, stops, verbs):
            return i
    return last


def _closed(stops: Mapping[int, str], i: int) -> bool:
    """Tells whether a cue after the word at `i` closes what stands before it: that is no part of the first content."""
    return any(kind == "tail" for place, kind in stops.items() if place > i)


def _ends_at_mark(words: Sequence[Word], i: int, last: int) -> bool:
    """Tells whether a semicolon, a dash or the colon before a headline's speaker ends a content."""
    if words[i].has("colon"):
        return last - i <= _SPEAKER and words[-1].tags.isdisjoint({"stop", "quote"})
    return words[i].has("semicolon") or (i + 1 < last and bool(words[i + 1].tags & {"coordinator", "subordinator"}))


def _first_edge(words: Sequence[Word], begin: Opening, last: int) -> int:
    """Where a content may first end: after the preposition or "to" that its construction needs."""
    needed = {"accuse": "topic_preposition", "urge": "infinitive"}.get(begin.how)
    if needed:
        for i in range(begin.start + 1, min(last, begin.start + _NEEDED)):
            if words[i].has(needed):
                return i + 1
            if words[i].tags & {"semicolon", "subordinator"}:
                break
    return begin.start + 1


def _is_whole(words: Sequence[Word], start: int, last: int, stops: Mapping[int, str]) -> bool:
    """Tells whether the quotation at `start` is the whole content."""
    if start + 1 >= last:
        return True
    after = words[start + 1]
    if after.tags & {"pause", "stop", "open", "dash"} or stops.get(start + 1) in _CLOSERS:
        return True
    if after.has("coordinator"):
        return _other_voice(words, start + 1, stops)
    return after.has("subordinator") and words[start].end - words[start].start > 30


def _other_voice(words: Sequence[Word], i: int, stops: Mapping[int, str]) -> bool:
    """Tells whether the conjunction at `i` opens another report."""
    k = i + 1
    while k < len(words) and words[k].tags & {"adverb", "preverb"} and k not in stops:
        k += 1
    return stops.get(k) in ("shared", "clause", "participle") or stops.get(i + 1) in ("shared", "clause", "participle")


def _ends_at_comma(words: Sequence[Word], i: int, begin: Opening, stops: Mapping[int, str], verbs: frozenset[int]) -> bool:
    if i + 1 >= len(words):
        return True
    j = i + 1
    ahead = words[j]
    if ahead.tags & {"coordinator", "subordinator", "relative"} and _other_voice(words, j, stops):
        return True
    if stops.get(j) in _CLOSERS or ahead.has("contrast"):
        return True
    if ahead.has("joining") and begin.how != "colon" and _tells_anew(words, j + 1, stops, verbs):
        return True
    if any([w.lower for w in words[j : j + len(phrase)]] == phrase for phrase in setting_phrases()):
        return True
    if ahead.has("setting"):
        return begin.how != "colon"
    if begin.how in ("clause", "bare") and _splices(words, j, begin, verbs):
        return True
    if begin.how in _OBJECTS:
        return _object_ends(words, j, begin, verbs)
    return False


def _tells_anew(words: Sequence[Word], start: int, stops: Mapping[int, str], verbs: frozenset[int]) -> bool:
    """Tells whether a clause begins at `start` that a later cue closes ("..., and the bridge held, an aide said")."""
    later = [place for place in stops if place > start]
    return bool(later) and stops[min(later)] == "tail" and has_finite(words, start, min(later), verbs)


def _splices(words: Sequence[Word], j: int, begin: Opening, verbs: frozenset[int]) -> bool:
    """Tells whether a comma alone parts the content from a sentence of its own ("that it is theirs, it is not true")."""
    if j + 1 >= len(words) or not words[j].has("pronoun") or words[j].has("determiner") or not words[j + 1].tags & {"be", "have", "modal"}:
        return False
    before = words[begin.start : j]
    return not any(w.has("subordinator") or (w.has("preposition") and w is before[0]) for w in before) and has_finite(
        words, begin.start, j, verbs
    )


def _object_ends(words: Sequence[Word], j: int, begin: Opening, verbs: frozenset[int]) -> bool:
    """Tells whether a content that is a phrase ends before the word at `j`, which follows a comma."""
    ahead = words[j]
    if ahead.has("participle") or (ahead.has("relative") and not ahead.has("determiner")) or ahead.has("object_tail"):
        return True
    close = next((k for k in range(j, len(words)) if words[k].tags & {"pause", "stop"}), len(words))
    if ahead.has("coordinator"):
        return begin.how != "urge" and has_finite(words, j, close, verbs)
    verbal = has_finite(words, j, close, verbs) or any(w.has("past") for w in words[j:close])
    return verbal and not ahead.has("past")


def _leaves(words: Sequence[Word], i: int, begin: Opening, stops: Mapping[int, str], verbs: frozenset[int]) -> bool:
    """Tells whether a conjunction without a comma leaves a phrase ("for a truce | as fighting raged")."""
    if words[i].has("surrounding") and i - begin.start > 2:
        return True
    if not words[i].has("subordinator") or words[i].has("determiner") or i - begin.start < 2:
        return False
    if stops.get(i + 1) == "clause":
        return True
    close = next((k for k in range(i + 1, len(words)) if words[k].tags & {"pause", "stop"}), len(words))
    if words[i].has("role_marker"):
        return (begin.how != "complement" and close - i > 2 and not words[i + 1].has("indefinite")) or has_finite(
            words, i + 1, close, verbs
        )
    return (words[i].has("setting") or words[i].has("trailing")) and has_finite(words, i + 1, close, verbs)
