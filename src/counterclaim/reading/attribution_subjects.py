"""Who speaks: the noun phrase before or after a reporting verb."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.clauses import Word

_BREAKS = frozenset(
    {"pause", "stop", "quote", "relative", "subordinator", "be", "have", "do", "modal", "finite", "question", "complementiser"}
)
_LEADING = frozenset({"adverb", "coordinator", "time", "span_opener"})
_ASIDE = frozenset({"relative", "participle", "past", "preposition", "subordinator", "adverb", "question", "coordinator"})
_FINITE = frozenset({"be", "have", "do", "modal", "finite"})
_AFTER_PHRASE = frozenset({"pause", "stop", "quote", "subordinator", "complementiser", "question", "relative", "adverb"})
_NAMES = 9
_NAME_TAGS = frozenset({"capital", "comma", "pause", "state", "demonym", "office"})
_PARENTHESIS = 45
_LONGEST = 28


class Phrase(NamedTuple):
    """The words `[start, end)` of a unit."""

    start: int
    end: int


def trimmed_right(words: Sequence[Word], end: int) -> int:
    """Returns the end of what stands before the adverbs and times that close `words[:end]` ("the army | on Thursday also")."""
    e = end
    while e > 0:
        tags = words[e - 1].tags
        before = words[e - 2].tags if e > 1 else frozenset()
        is_date = "number" in tags and "time" in before
        opens_time = (
            e < end
            and ("preposition" in tags or "span_opener" in tags or "determiner" in tags)
            and "time" in words[e].tags | words[min(e + 1, end - 1)].tags
        )
        if ("genitive" in tags) or not ("adverb" in tags or "time" in tags or is_date or opens_time):
            break
        e -= 1
    return e if e else end


def subject_before(words: Sequence[Word], end: int, verbs: frozenset[int]) -> Phrase | None:
    """Returns the noun phrase that ends before the verb group at `end`, with its apposition; `verbs` are the places of finite cues."""
    e = trimmed_right(words, end)
    if e == 0:
        return None
    last = words[e - 1]
    if last.tags & {"comma", "dash"}:
        return _before_parenthesis(words, e - 1, verbs)
    if last.has("close"):
        opening = _opening(words, e - 1)
        if opening is None:
            return None
        found = subject_before(words, opening, verbs)
        return found and Phrase(found.start, e)
    if last.has("relative") and not last.has("determiner"):
        return _antecedent(words, e - 1, verbs)
    if (
        last.has("complementiser")
        and e > 1
        and not words[e - 2].tags & (_BREAKS | {"preposition", "past", "adverb"})
        and e - 2 not in verbs
    ):
        return _antecedent(words, e - 1, verbs)
    if last.has("relative") or last.has("subject") or (last.has("pronoun") and last.has("object")):
        return Phrase(e - 1, e)
    if last.tags & (_BREAKS - {"question"}) or last.has("coordinator") or last.has("preposition"):
        return None
    found = _walked(words, e, verbs)
    return _with_first(words, found, verbs) if found else None


def _with_first(words: Sequence[Word], second: Phrase, verbs: frozenset[int]) -> Phrase:
    """Widens "her deputy" to "Ada Holm, the mayor, and her deputy" where nothing else stands before it."""
    s = second.start
    if 1 < s <= _NAMES and words[s - 1].has("comma") and all(w.tags <= _NAME_TAGS for w in words[:s]):
        joined = any(w.has("joining") for w in words[s : second.end])
        return Phrase(0, second.end) if joined else second
    if s < 3 or not words[s - 1].has("joining") or not words[s - 2].has("comma") or has_finite(words, 0, s, verbs):
        return second
    start = trimmed_left(words, 0, s)
    return second if start or any(w.tags & {"quote", "past", "dash", "colon"} for w in words[:s]) else Phrase(0, second.end)


def _antecedent(words: Sequence[Word], relative: int, verbs: frozenset[int]) -> Phrase:
    """The noun phrase that "who" or "which" stands for; the word itself where none is found."""
    end = relative - 1 if relative and words[relative - 1].has("comma") else relative
    found = _walked(words, end, verbs) if end > 0 and not words[end - 1].tags & _BREAKS else None
    if found is None and end > 0 and words[end - 1].has("close"):
        opening = _opening(words, end - 1)
        head = _walked(words, opening, verbs) if opening else None
        found = Phrase(head.start, end) if head else None
    if found is None:
        return Phrase(relative, relative + 1)
    places = [k for k in range(found.start + 1, end - 1) if words[k].has("preposition") and not words[k].has("noun_preposition")]
    return Phrase(places[-1] + 1, found.end) if places else found


def _opening(words: Sequence[Word], close: int) -> int | None:
    return next((i for i in range(close - 1, max(-1, close - 20), -1) if words[i].has("open")), None)


def _walked(words: Sequence[Word], end: int, verbs: frozenset[int]) -> Phrase | None:
    """The noun phrase that ends at `end`, found by walking left to the next boundary."""
    start, joint = _boundary(words, end, verbs)
    if start > 0 and (words[start - 1].tags & _FINITE or is_finite_past(words, start - 1)):
        relative = _relative_before(words, start - 1)
        if relative:
            return _walked(words, relative, verbs)
        start = joint or start
    elif joint is not None and joint - start > 1 and _unlike(start, joint, end):
        start = joint
    start = trimmed_left(words, start, end)
    if start >= end or all(w.has("article") for w in words[start:end]):
        return None
    return None if words[start].has("participle") and start and words[start - 1].has("comma") else Phrase(start, end)


def _boundary(words: Sequence[Word], end: int, verbs: frozenset[int]) -> tuple[int, int | None]:
    """Where walking left from `end` meets a boundary, and the place after the first "and" on the way."""
    i = end
    joint = None
    while i > 0 and end - i < _LONGEST:
        tags = words[i - 1].tags
        if "close" in tags:
            opening = _opening(words, i - 1)
            if opening is None:
                break
            i = opening
            continue
        if tags & _BREAKS or i - 1 in verbs or "open" in tags or is_finite_past(words, i - 1):
            break
        if "coordinator" in tags:
            if "joining" not in tags:
                break
            joint = i
        i -= 1
    return i, joint


def _unlike(start: int, joint: int, end: int) -> bool:
    """Tells whether what stands before "and" is too long to be the first half of a subject."""
    return joint - start > 7 and end - joint < 4


def is_finite_past(words: Sequence[Word], i: int) -> bool:
    """Tells whether a form in -ed is the verb of a clause: an object follows it at once."""
    if not words[i].has("past") or i + 1 >= len(words):
        return False
    after = words[i + 1].tags
    return "determiner" in after or "object" in after or "number" in after


def _relative_before(words: Sequence[Word], verb: int) -> int | None:
    """The end of the antecedent when the verb stands in a relative clause without a comma."""
    j = verb
    while j > 0 and words[j - 1].tags & (_FINITE | {"adverb", "negation"}):
        j -= 1
    if j > 1 and words[j - 1].has("relative") and not words[j - 2].tags & {"pause", "quote", "stop"} and not words[j - 2].tags & _FINITE:
        return j - 1
    return None


def trimmed_left(words: Sequence[Word], start: int, end: int) -> int:
    """Returns the start of the noun phrase after conjunctions, adverbs and a leading prepositional phrase."""
    while start < end:
        tags = words[start].tags
        if "preposition" in tags and is_quantity(words, start):
            break
        if "past" in tags and start + 1 < end and words[start + 1].has("preposition"):
            start += 1
        elif "preposition" in tags:
            start = _after_preposition(words, start, end)
        elif tags & _LEADING and not (
            "span_opener" in tags and start + 1 < end and not words[start + 1].tags & {"time"} and "adverb" not in tags
        ):
            start += 1
        else:
            break
    return start


def is_quantity(words: Sequence[Word], i: int) -> bool:
    """Tells whether a preposition opens a quantity ("at least 56", "up to 40", "around 300")."""
    if not words[i].has("preposition"):
        return words[i].has("determiner")
    if words[i].has("noun_preposition"):
        return i + 1 < len(words) and words[i + 1].has("quantity")
    return words[i].has("quantifier") and any(w.tags & {"number", "quantity"} and "time" not in w.tags for w in words[i + 1 : i + 3])


def _after_preposition(words: Sequence[Word], start: int, end: int) -> int:
    """Where the noun phrase after a leading prepositional phrase begins; `start + 1` when nothing shows it."""
    for k in range(start + 2, end):
        tags, before = words[k].tags, words[k - 1].tags
        if "preposition" in before or "determiner" in before or "joining" in before:
            continue
        if tags & {"determiner", "pronoun"}:
            return k
        if "time" in before and "time" not in tags and "number" not in tags:
            return k
        if "capital" in tags and "capital" not in before and "preposition" not in tags:
            return k
        if "capital" in before and "capital" not in tags and not tags & {"preposition", "joining"} and k == end - 1:
            return k
    return start + 1


def _before_parenthesis(words: Sequence[Word], close: int, verbs: frozenset[int]) -> Phrase | None:
    """The subject before ", ... ," : with the words between when they are an apposition, without them when they are an aside."""
    marks = {"dash"} if words[close].has("dash") else {"comma", "colon", "semicolon", "dash"}
    opening = next(
        (i for i in range(close - 1, max(-1, close - _PARENTHESIS), -1) if words[i].tags & marks and not _in_date(words, i)), None
    )
    if (
        opening is None
        or opening == close - 1
        or words[opening].has("dash") is not words[close].has("dash")
        or words[opening].tags & {"colon", "semicolon"}
    ):
        return None
    first = words[opening + 1].tags
    if "coordinator" in first:
        start = trimmed_left(words, opening + 1, close)
        return Phrase(start, close) if start < close and not has_finite(words, start, close, verbs) else None
    aside = bool(first & _ASIDE) and not ("capital" in first and not first & {"preposition", "relative"})
    if not aside and has_finite(words, opening + 1, close, verbs):
        return None
    if aside and not first & {"relative", "participle", "past", "preposition", "subordinator", "adverb"}:
        return None
    head = subject_before(words, opening, verbs)
    if head and head.start and words[head.start - 1].has("comma") and all(w.has("number") for w in words[head.start : head.end]):
        name = _walked(words, head.start - 1, verbs)
        head = Phrase(name.start, head.end) if name else None
    if head is None or not _is_speaker_like(words, head):
        return None
    head = _with_name(words, head, verbs)
    return Phrase(head.start, head.end if aside else close)


def _in_date(words: Sequence[Word], comma: int) -> bool:
    """Tells whether a comma stands within a date ("February 28, 2018")."""
    return 0 < comma < len(words) - 1 and words[comma + 1].has("number") and words[comma - 1].has("number") and words[comma - 2].has("time")


def _is_speaker_like(words: Sequence[Word], head: Phrase) -> bool:
    return not all(w.tags & {"time", "number", "adverb"} for w in words[head.start : head.end])


def _with_name(words: Sequence[Word], head: Phrase, verbs: frozenset[int]) -> Phrase:
    """Widens "the governor of X" to "Ada Holm, the governor of X" where a name stands before it."""
    s = head.start
    if s < 2 or not words[s - 1].has("comma") or words[s].has("capital") or not words[s - 2].has("capital"):
        return head
    name = _walked(words, s - 1, verbs)
    if name and name.start < name.end and words[name.start].has("capital") and not words[name.start - 1].has("preposition"):
        return Phrase(name.start, head.end)
    return head


def has_finite(words: Sequence[Word], start: int, end: int, verbs: frozenset[int]) -> bool:
    """Tells whether `words[start:end]` hold a finite verb, or a quotation that may hold one."""
    return any(is_finite(words, i) or i in verbs or is_finite_past(words, i) for i in range(start, end))


def is_finite(words: Sequence[Word], i: int) -> bool:
    """Tells whether the word at `i` is the finite verb of a clause, and no noun or infinitive of the same form."""
    tags = words[i].tags
    if not tags & _FINITE or "nonfinite" in tags:
        return False
    return (
        "finite" not in tags
        or i == 0
        or not words[i - 1].tags & {"infinitive", "determiner", "genitive"}
        or bool(words[i - 1].tags & {"demonstrative", "pronoun"})
    )


def subject_after(words: Sequence[Word], start: int, verbs: frozenset[int]) -> Phrase | None:
    """Returns the noun phrase that begins at `start` ("said | the mayor of the town, Ada Holm"), or None when a clause stands there."""
    if start >= len(words) or words[start].tags & {"time", "relative_time"}:
        return None
    if words[start].has("object") and not words[start].tags & {"determiner", "subject", "pronoun"}:
        return None
    if words[start].has("subject"):
        return Phrase(start, start + 1)
    i = start
    while i < len(words) and not _ends_phrase(words, i, start, verbs):
        if words[i].has("open"):
            close = next((k for k in range(i, min(len(words), i + 20)) if words[k].has("close")), None)
            if close is None:
                break
            i = close
        i += 1
    if i < len(words) and _is_verbal(words, i, verbs):
        return None
    while i > start and words[i - 1].tags & {"joining", "preposition", "span_opener"}:
        i -= 1
    return Phrase(start, _with_apposition(words, i, verbs)) if i > start else None


def _is_verbal(words: Sequence[Word], i: int, verbs: frozenset[int]) -> bool:
    return bool(words[i].tags & _FINITE) or i in verbs or is_finite_past(words, i)


def _ends_phrase(words: Sequence[Word], i: int, start: int, verbs: frozenset[int]) -> bool:
    """Tells whether the noun phrase that begins at `start` ends before the word at `i`."""
    tags = words[i].tags
    if tags & _AFTER_PHRASE and not (i == start and "determiner" in tags):
        return True
    if _is_verbal(words, i, verbs) or ("time" in tags and i > start):
        return True
    if "preposition" in tags and (i == start or not _stays(words, i)):
        return True
    return "coordinator" in tags and "joining" not in tags


def _stays(words: Sequence[Word], i: int) -> bool:
    """Tells whether a prepositional phrase belongs to the noun before it and is no setting of the utterance."""
    if i + 1 >= len(words) or words[i + 1].tags & {"time", "span_opener", "number"}:
        return False
    return words[i].has("noun_preposition") or (words[i].has("place_preposition") and words[i + 1].has("capital"))


def _with_apposition(words: Sequence[Word], end: int, verbs: frozenset[int]) -> int:
    for _ in range(2):
        if end + 1 >= len(words) or not words[end].has("comma"):
            break
        first = words[end + 1].tags
        if first & (_ASIDE | {"quote", "pause", "time", "complementiser"}) or words[end + 1].has("pronoun"):
            break
        close = next((k for k in range(end + 1, len(words)) if words[k].tags & {"pause", "stop", "quote"}), len(words))
        if has_finite(words, end + 1, close, verbs) or close - end > 16:
            break
        end = close
    return end
