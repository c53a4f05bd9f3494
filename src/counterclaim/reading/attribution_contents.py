"""What is said: where the content that follows a reporting verb begins."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.attribution_links import is_linked, is_rolled
from counterclaim.reading.attribution_subjects import has_finite, is_finite, is_quantity
from counterclaim.reading.clauses import Word

_ADJUNCT = frozenset({"preposition", "subordinator", "time", "span_opener"})
_NOMINAL = frozenset({"determiner", "pronoun", "number", "object", "subject", "quantity"})
_FINITE = frozenset({"be", "have", "do", "modal", "finite"})
_AUXILIARY = _FINITE - {"finite"}
_LONGEST_ADJUNCT = 30
_FAR = 20
_NEAR = 10
_NAME = 3
_SPEAKER = 5
_HOW = {
    "as": "complement",
    "link": "complement",
    "complement-quote": "complement",
    "object-quote": "object",
    "ing": "object",
    "number": "object",
}


class Opening(NamedTuple):
    """Where a content begins and how: clause, bare, quote, colon, object, phrase, urge, accuse or complement."""

    start: int
    how: str


def opening(words: Sequence[Word], after: int, cue: Cue, verbs: frozenset[int]) -> Opening | None:
    """Returns where the content begins that follows a verb group, past addressees, times and settings; None when none follows.

    Args:
        words: the unit's words.
        after: the place after the verb group.
        cue: the reporting verb.
        verbs: the places of the unit's finite cues.
    """
    i = after
    moved = False
    for _ in range(6):
        i = _past_time(words, i)
        while (
            i < len(words)
            and words[i].tags & {"adverb", "time"}
            and not words[i].tags & {"complementiser", "determiner", "negation", "span_opener"}
        ):
            i += 1
            moved = True
        if i >= len(words) or words[i].has("stop"):
            return None
        found = _here(words, i, cue, verbs, moved)
        if found:
            return found
        following = _past(words, i, cue, moved)
        if following is None or following <= i:
            return None
        i, moved = following, True
    return None


def _past_time(words: Sequence[Word], i: int) -> int:
    """Where reading goes on after "two days ago", "a moment earlier"."""
    return i + 3 if i + 2 < len(words) and words[i + 1].has("time") and words[i + 2].has("relative_time") else i


def _here(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> Opening | None:
    """The content that begins at `i`, if one does."""
    word, takes = words[i], cue.takes
    ahead = words[i + 1] if i + 1 < len(words) else None
    if word.has("quote"):
        return _quoted(words, i, cue, verbs)
    if word.tags & {"colon", "comma"}:
        return _after_mark(words, i, takes)
    if word.has("complementiser") and "that" in takes and not (ahead and ahead.tags & {"be", "modal"}):
        return Opening(i, "clause")
    if word.has("question") and "wh" in takes:
        return Opening(i, "clause")
    if word.has("infinitive") and "to" in takes and ahead and not ahead.tags & (_NOMINAL | {"capital"}):
        return Opening(i, "phrase")
    if word.lower in cue.prepositions and ahead:
        return None if "accuse" in takes else Opening(i, "phrase")
    if word.tags & {"preposition", "subordinator", "pause", "stop"} and not is_quantity(words, i):
        return None
    if word.tags & {"relative", "question"} and not word.has("determiner") and "object" not in takes:
        return None
    if (is_finite(words, i) and word.tags & _AUXILIARY) or (
        ahead and word.tags & {"span_opener", "relative_time"} and ahead.tags & {"time", "preposition"}
    ):
        return None
    return _object(words, i, cue, verbs, moved)


def _after_mark(words: Sequence[Word], i: int, takes: frozenset[str]) -> Opening | None:
    """The content after a colon or comma."""
    ahead = words[i + 1] if i + 1 < len(words) else None
    if not takes & {"quote", "colon"}:
        return None
    if ahead is None:
        return Opening(i, "announced") if words[i].has("colon") else None
    if words[i].has("colon"):
        if not ahead.has("quote") and len(words) - i <= _SPEAKER and not words[-1].has("stop"):
            return None
        return Opening(i + 1, "quote" if ahead.has("quote") else "colon")
    return Opening(i + 1, "quote") if ahead.has("quote") else None


def _quoted(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int]) -> Opening | None:
    takes = cue.takes
    if takes & {"complement", "complement-quote"}:
        return None
    if "urge" in takes and "that" not in takes and _marker(words, i, "infinitive"):
        return Opening(i, "urge")
    if "accuse" in takes and _marker(words, i, "topic_preposition"):
        return Opening(i, "accuse")
    if ("link" in takes and is_linked(words, i, cue, verbs)) or (
        "as" in takes and is_rolled(words, _marker(words, i, "role_marker"), verbs)
    ):
        return Opening(i, "complement")
    if takes & {"quote", "object", "object-quote", "bare", "complement", "addressee"}:
        return Opening(i, "quote" if "quote" in takes else "object")
    return None


def _object(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> Opening | None:
    """The content that begins with a noun phrase at `i`."""
    takes = cue.takes
    if cue.unless_object and any(w.lower in cue.unless_object for w in words[i : i + 5]):
        return None
    checks = (
        ("accuse", lambda: is_reciprocal(words, i) or _marker(words, i, "topic_preposition") is not None),
        ("urge", lambda: _is_urged(words, i, verbs)),
        ("as", lambda: is_rolled(words, _marker(words, i, "role_marker"), verbs)),
        ("link", lambda: is_linked(words, i, cue, verbs)),
        ("complement", lambda: _complement(words, i)),
        ("complement-quote", lambda: _has_quote(words, i)),
        ("object-quote", lambda: _has_quote(words, i)),
        ("ing", lambda: words[i].has("participle")),
        ("number", lambda: bool(words[i].tags & {"number", "quantity"}) or (is_quantity(words, i) and not words[i].has("determiner"))),
        (
            "bare",
            lambda: (
                "addressee" not in takes
                and _clause_ahead(words, i, cue, verbs, moved)
                and ("object" not in takes or _is_clause(words, i, verbs))
            ),
        ),
        ("bare", lambda: "addressee" in takes and not moved and _is_clause(words, i, verbs) and not _has_addressee(words, i)),
        (
            "bare",
            lambda: (
                "addressee" in takes
                and words[i].tags & {"determiner", "subject", "number", "capital", "pronoun"}
                and moved
                and (
                    words[i].tags & {"subject", "pronoun"} - {"determiner"}
                    or has_finite(words, i, min(len(words), i + 12), verbs)
                    or any(w.has("past") for w in words[i : i + 12])
                )
            ),
        ),
        ("object", lambda: not moved or bool(words[i].tags & _NOMINAL) or words[i].has("capital")),
    )
    for name, holds in checks:
        if name in takes and holds():
            return Opening(i, _HOW.get(name, name))
    return None


def _is_urged(words: Sequence[Word], i: int, verbs: frozenset[int]) -> bool:
    """Tells whether a noun phrase at `i` is followed by what it is to do."""
    marker = _marker(words, i, "infinitive")
    if marker is not None and marker + 1 < len(words) and words[marker + 1].tags & {"determiner", "number", "object"}:
        return False
    return marker is not None and not has_finite(words, i, marker, verbs) and not any(words[k].has("quote") for k in range(i + 1, marker))


def _is_clause(words: Sequence[Word], i: int, verbs: frozenset[int]) -> bool:
    """Tells whether a verb follows before the noun phrase at `i` is left."""
    for k in range(i, len(words)):
        tags = words[k].tags
        if k > i and (is_finite(words, k) or k in verbs or _closes_clause(words, k)):
            return True
        if tags & {"stop", "semicolon", "comma", "subordinator", "dash"} or ("relative" in tags and "determiner" not in tags):
            return False
    return False


def _closes_clause(words: Sequence[Word], k: int) -> bool:
    """Tells whether a form in -ed is the verb of a clause that ends with it ("the mill burned")."""
    if not words[k].has("past") or words[k - 1].has("determiner"):
        return False
    return k + 1 >= len(words) or bool(words[k + 1].tags & {"stop", "adverb", "time"})


def past_time(words: Sequence[Word], i: int) -> int:
    """Returns where reading goes on after a time or place that stands between a cue and "that"; `i` when none does."""
    end = i
    while end < len(words) and words[end].tags & (_ADJUNCT | {"adverb"}) and not words[end].has("complementiser"):
        following = _adjunct_end(words, end) if words[end].tags & _ADJUNCT else end + 1
        if following <= end:
            break
        end = following
    return end if end < len(words) and words[end].has("complementiser") else i


def is_reciprocal(words: Sequence[Word], i: int) -> bool:
    """Tells whether "each other" or "one another" stands at `i`."""
    return i + 1 < len(words) and words[i].has("reciprocal_first") and words[i + 1].has("reciprocal_second")


def _clause_ahead(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> bool:
    """Tells whether the words from `i` read as a clause."""
    if moved and not (words[i].tags & _NOMINAL or words[i].has("capital") or is_quantity(words, i)):
        return False
    if cue.takes & {"evidence", "strict"}:
        return _is_clause(words, i, verbs)
    if "object" in cue.takes or "plain" in cue.takes:
        return len(words) > i + 1
    end = next((k for k in range(i, len(words)) if words[k].tags & {"stop", "semicolon"}), len(words))
    return end - i > 1 and (
        has_finite(words, i, end, verbs) or any(w.tags & {"past", "participle", "quote", "infinitive"} for w in words[i:end])
    )


def _marker(words: Sequence[Word], i: int, marker: str) -> int | None:
    """The place of the first word of class `marker` that follows a noun phrase at `i` before any clause mark."""
    k = i
    while k < min(len(words), i + _FAR):
        if k > i and words[k].has(marker):
            return k
        if words[k].has("relative") and not words[k].has("determiner"):
            close = _aside_end(words, k)
            if close is None:
                return None
            k = close
        if words[k].tags & {"stop", "semicolon", "colon"}:
            return None
        k += 1
    return None


def _aside_end(words: Sequence[Word], relative: int) -> int | None:
    """The comma that closes a relative clause opened by one."""
    if not words[relative - 1].has("comma"):
        return None
    return next((k for k in range(relative, min(len(words), relative + _FAR)) if words[k].has("comma")), None)


def _has_quote(words: Sequence[Word], i: int) -> bool:
    for k in range(i, min(len(words), i + 16)):
        if words[k].tags & {"pause", "stop"}:
            return False
        if words[k].has("quote"):
            return True
    return False


def _complement(words: Sequence[Word], i: int) -> bool:
    """Tells whether "call" is followed by two phrases: what is called and what it is called."""
    if _has_quote(words, i):
        return True
    far = min(len(words), i + (_NAME if words[i].has("capital") else _NEAR))
    stop = next((k for k in range(i, far) if words[k].tags & {"pause", "stop", "subordinator"}), far)
    return any(words[k].has("determiner") and not words[k - 1].tags & {"preposition", "joining"} for k in range(i + 1, stop))


def _past(words: Sequence[Word], i: int, cue: Cue, moved: bool) -> int | None:
    """Where reading goes on after an addressee or setting at `i`, or None when there is none."""
    word = words[i]
    if word.has("comma"):
        close = next((k for k in range(i + 1, min(len(words), i + _LONGEST_ADJUNCT)) if words[k].has("comma")), None)
        if close is None or not words[i + 1].tags & (_ADJUNCT | {"participle", "adverb"}):
            return None
        after = words[close + 1] if close + 1 < len(words) else None
        return close + 1 if after and after.has("complementiser") else (close if after and after.has("quote") else None)
    if word.tags & _ADJUNCT and not word.has("complementiser"):
        return _adjunct_end(words, i)
    if "addressee" in cue.takes and not moved:
        return _addressee_end(words, i)
    return None


def _adjunct_end(words: Sequence[Word], i: int) -> int:
    """The end of a prepositional phrase or time that begins at `i`."""
    k = i + 1
    nouns = 0
    while k < len(words) and k - i < _LONGEST_ADJUNCT:
        tags, before = words[k].tags, words[k - 1].tags
        if "comma" in tags and k + 1 < len(words) and words[k + 1].tags & {"time", "number"}:
            k += 2
            continue
        if tags & {"comma", "colon", "quote", "stop", "semicolon"}:
            return k + 1 if "comma" in tags and k + 1 < len(words) and words[k + 1].has("complementiser") else k
        if ("complementiser" in tags and nouns) or ("infinitive" in tags and k + 1 < len(words) and words[k + 1].tags & {"have", "be"}):
            return k
        if (
            tags & {"determiner", "pronoun", "object"}
            and nouns
            and not before & {"preposition", "coordinator", "determiner", "subordinator"}
        ):
            return k
        if {"time", "capital"} <= before and not tags & {"time", "preposition", "adverb", "comma"} and not words[k].text[0].isdigit():
            return k
        if "channel" in before and not tags & {"preposition", "adverb", "time", "outlet_part"}:
            return k
        nouns += "time" in tags or not tags & {"determiner", "preposition", "adverb", "span_opener"}
        k += 1
    return k


def _addressee_end(words: Sequence[Word], i: int) -> int | None:
    """The end of the addressee that begins at `i`."""
    if words[i].tags & {"object", "subject"}:
        return i + 1
    for k in range(i + 1, min(len(words), i + 14)):
        tags, before = words[k].tags, words[k - 1].tags
        if tags & {"complementiser", "comma", "colon", "quote", "stop", "question", "preposition", "time", "span_opener"}:
            return k
        if "joining" in before or "outlet_part" in tags:
            continue
        if tags & {"determiner", "pronoun", "number"} and not before & {"determiner", "preposition"}:
            return k
        if before & {"outlet", "channel", "outlet_part"} and not tags & {"outlet", "channel", "joining"}:
            return _name_end(words, k)
    return None


def _name_end(words: Sequence[Word], k: int) -> int:
    """Where an outlet's name ends that goes on with capitals up to the content ("channel | Brenn Live | that")."""
    end = k
    while end < min(len(words), k + _NAME + 1) and words[end].has("capital"):
        end += 1
    return end if end < len(words) and words[end].tags & {"complementiser", "quote", "time"} else k


def _has_addressee(words: Sequence[Word], i: int) -> bool:
    """Tells whether an addressee at `i` is parted from the content that follows it."""
    end = _addressee_end(words, i)
    while end is not None and end < len(words) and words[end].tags & {"preposition", "time", "span_opener"}:
        end = _adjunct_end(words, end)
    return (
        end is not None
        and end < len(words)
        and bool(words[end].tags & {"determiner", "pronoun", "number", "complementiser", "quote", "question", "colon"})
    )


__all__ = ["Opening", "is_quantity", "is_reciprocal", "opening", "past_time"]
