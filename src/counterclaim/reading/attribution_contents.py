"""What is said: where the content of a reporting verb begins and where it ends."""

from collections.abc import Sequence
from typing import NamedTuple

from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.attribution_subjects import Phrase, has_finite
from counterclaim.reading.clauses import Word

_ADJUNCT = frozenset({"preposition", "subordinator", "time", "span_opener"})
_NOMINAL = frozenset({"determiner", "pronoun", "number", "object", "subject"})
_LONGEST_ADJUNCT = 30
_WHAT = ("of", "for", "over", "on")


class Opening(NamedTuple):
    """Where a content begins and how: clause, bare, quote, object, phrase, urge, accuse or complement."""

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
        while i < len(words) and words[i].tags & {"adverb", "time"} and not words[i].tags & {"complementiser", "determiner", "negation"}:
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


def _here(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> Opening | None:
    """The content that begins at `i`, if one does."""
    word, takes = words[i], cue.takes
    ahead = words[i + 1] if i + 1 < len(words) else None
    if word.has("quote"):
        return _quoted(words, i, cue)
    if word.has("colon") and "quote" in takes and ahead:
        return Opening(i + 1, "quote" if ahead.has("quote") else "colon")
    if word.has("comma"):
        return Opening(i + 1, "quote") if ahead and ahead.has("quote") and "quote" in takes else None
    if word.has("complementiser") and "that" in takes:
        return Opening(i, "clause")
    if word.has("question") and "wh" in takes:
        return Opening(i, "clause")
    if word.has("infinitive") and "to" in takes and ahead and not ahead.tags & (_NOMINAL | {"capital"}):
        return Opening(i, "phrase")
    if word.lower in cue.prepositions and ahead:
        if "accuse" in takes or ("urge" in takes and word.lower == "on"):
            return None
        return Opening(i, "phrase")
    if word.tags & {"preposition", "subordinator", "pause", "stop"} and not (word.tags & {"determiner"}):
        return None
    return _object(words, i, cue, verbs, moved)


def _quoted(words: Sequence[Word], i: int, cue: Cue) -> Opening | None:
    takes = cue.takes
    if takes & {"quote", "object", "object-quote", "bare", "complement", "addressee"}:
        return Opening(i, "quote" if "quote" in takes else "object")
    if "urge" in takes and _marker(words, i, ("to",)):
        return Opening(i, "urge")
    return Opening(i, "accuse") if "accuse" in takes else None


def _object(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> Opening | None:
    """The content that begins with a noun phrase at `i`."""
    takes = cue.takes
    checks = (
        ("accuse", lambda: _marker(words, i, _WHAT) is not None),
        ("urge", lambda: _marker(words, i, ("to",)) is not None),
        ("as", lambda: _marker(words, i, ("as",)) is not None),
        ("complement", lambda: _complement(words, i)),
        ("complement-quote", lambda: _has_quote(words, i)),
        ("object-quote", lambda: _has_quote(words, i)),
        ("ing", lambda: words[i].has("participle")),
        ("bare", lambda: "addressee" not in takes and _clause_ahead(words, i, cue, verbs, moved)),
        ("object", lambda: not moved or bool(words[i].tags & _NOMINAL) or words[i].has("capital")),
    )
    for name, holds in checks:
        if name in takes and holds():
            return Opening(i, {"as": "complement", "complement-quote": "complement", "object-quote": "object", "ing": "object"}.get(name, name))
    return None


def _clause_ahead(words: Sequence[Word], i: int, cue: Cue, verbs: frozenset[int], moved: bool) -> bool:
    """Tells whether the words from `i` read as a clause."""
    if moved and not (words[i].tags & _NOMINAL or words[i].has("capital")):
        return False
    if "object" in cue.takes:
        return True
    end = next((k for k in range(i, len(words)) if words[k].tags & {"stop", "semicolon"}), len(words))
    return end - i > 1 and (cue.lemma in _PLAIN or has_finite(words, i, end, verbs) or any(w.tags & {"past", "participle", "quote", "infinitive"} for w in words[i:end]))


_PLAIN = ("say", "claim", "insist", "argue")


def _marker(words: Sequence[Word], i: int, markers: tuple[str, ...]) -> int | None:
    """The place of the first of `markers` that follows a noun phrase at `i` before any comma or verb."""
    for k in range(i, min(len(words), i + 18)):
        if k > i and words[k].lower in markers:
            return k
        if words[k].tags & {"stop", "semicolon", "colon", "relative"} - {"determiner"} and not words[k].has("determiner"):
            return None
    return None


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
    later = [k for k in range(i + 1, min(len(words), i + 10)) if words[k].has("determiner") and not words[k - 1].has("preposition")]
    stops = [k for k in range(i, min(len(words), i + 10)) if words[k].tags & {"pause", "stop", "subordinator"}]
    return bool(later) and (not stops or later[0] < stops[0])


def _past(words: Sequence[Word], i: int, cue: Cue, moved: bool) -> int | None:
    """Where reading goes on after an addressee or setting at `i`, or None when there is none."""
    word = words[i]
    if word.has("comma"):
        close = next((k for k in range(i + 1, min(len(words), i + _LONGEST_ADJUNCT)) if words[k].has("comma")), None)
        if close is None or i + 1 >= len(words) or not words[i + 1].tags & (_ADJUNCT | {"participle", "adverb"}):
            return None
        after = words[close + 1] if close + 1 < len(words) else None
        return close + 1 if after and after.tags & {"complementiser"} else (close if after and after.has("quote") else None)
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
        if tags & {"comma", "colon", "quote", "stop", "semicolon"}:
            return k + 1 if "comma" in tags and k + 1 < len(words) and words[k + 1].has("complementiser") else k
        if "complementiser" in tags and nouns:
            return k
        if tags & {"determiner", "pronoun", "object"} and nouns and not before & {"preposition", "coordinator", "determiner", "subordinator"}:
            return k
        if words[k - 1].has("channel") and not tags & {"preposition", "adverb", "time"}:
            return k
        if tags & {"time"} and "infinitive" not in tags and nouns and k + 1 < len(words) and words[k + 1].has("complementiser"):
            return k + 1
        nouns += not tags & {"determiner", "preposition", "adverb", "span_opener"}
        k += 1
    return k


def _addressee_end(words: Sequence[Word], i: int) -> int | None:
    """The end of the addressee that begins at `i`."""
    if words[i].tags & {"object", "subject"}:
        return i + 1
    k = i + 1
    while k < len(words) and k - i < 14:
        tags, before = words[k].tags, words[k - 1].tags
        if tags & {"complementiser", "comma", "colon", "quote", "stop", "question", "preposition"}:
            return k
        if "joining" in before:
            k += 1
            continue
        if tags & {"determiner", "pronoun", "number"} and not before & {"determiner", "preposition"}:
            return k
        if before & {"outlet", "channel"} and not tags & {"outlet", "channel", "joining"} and ("capital" in tags or "time" not in tags):
            return k if not _names_outlet(words, k) else k + 1
        k += 1
    return k


def _names_outlet(words: Sequence[Word], k: int) -> bool:
    """Tells whether the word at `k` still belongs to an outlet's name ("Sky | News", "BBC | television")."""
    return k + 1 < len(words) and words[k].has("capital") and words[k].has("outlet_part")


def content_end(words: Sequence[Word], begin: Opening, stops: dict[int, str], verbs: frozenset[int]) -> int:
    """Returns where the content that begins at `begin` ends.

    Args:
        words: the unit's words.
        begin: where and how the content begins.
        stops: the places where another cue's words begin, with the kind of that cue ("clause": its own subject; "shared": the same subject;
            "participle"; "tail": a cue that closes what stands before it).
        verbs: the places of finite cues.
    """
    last = len(words)
    while last > begin.start and words[last - 1].tags & {"stop"}:
        last -= 1
    if begin.how == "quote" and _is_whole(words, begin.start, last):
        return begin.start + 1
    for i in range(begin.start + 1, last):
        word = words[i]
        if word.has("semicolon"):
            return i
        if word.has("comma") and _ends_at_comma(words, i, begin, stops, verbs):
            return i
        if word.has("coordinator") and stops.get(i + 1) in ("shared", "clause") and not words[i - 1].has("comma"):
            return i
        if stops.get(i) in ("phrase", "participle") and not word.tags & {"coordinator"}:
            return i - 1 if words[i - 1].tags & {"comma", "dash"} else i
        if begin.how in ("accuse", "phrase", "object", "urge", "complement") and word.has("subordinator") and _leaves(words, i, begin):
            return i
    return last


def _is_whole(words: Sequence[Word], start: int, last: int) -> bool:
    """Tells whether the quotation at `start` is the whole content."""
    return start + 1 >= last or bool(words[start + 1].tags & {"pause", "stop", "coordinator", "subordinator", "open", "dash"})


_OBJECTS = ("accuse", "phrase", "object", "urge", "complement")


def _ends_at_comma(words: Sequence[Word], i: int, begin: Opening, stops: dict[int, str], verbs: frozenset[int]) -> bool:
    if i + 1 >= len(words):
        return True
    j = i + 1
    ahead = words[j]
    if ahead.tags & {"coordinator", "subordinator", "relative"}:
        k = j + 1
        while k < len(words) and words[k].has("adverb"):
            k += 1
        if stops.get(k) in ("clause", "shared", "participle") or stops.get(j + 1) in ("clause", "shared", "participle"):
            return True
    if stops.get(j) in ("participle", "phrase", "tail", "shared", "clause"):
        return True
    if ahead.lower in _CONTRASTS:
        return True
    if ahead.lower in _SETTINGS:
        return True
    if begin.how in _OBJECTS:
        if ahead.has("participle") or ahead.tags & {"relative"} and not ahead.has("determiner"):
            return True
        if ahead.has("coordinator") and has_finite(words, j, min(len(words), j + 8), verbs) and not begin.how == "urge":
            return True
        return ahead.lower in _TAILS
    return False


_CONTRASTS = ("while", "whereas", "although", "though")
_SETTINGS = ("as", "after")
_TAILS = ("after", "as", "when", "with", "in", "but", "despite", "following", "amid", "on", "during")


def _leaves(words: Sequence[Word], i: int, begin: Opening) -> bool:
    """Tells whether a conjunction without a comma leaves a noun phrase content ("for a truce | as fighting raged")."""
    return words[i].lower in ("as", "while", "after", "but") and begin.how != "complement" and i - begin.start > 2 and words[i].lower != "after"


__all__ = ["Opening", "Phrase", "content_end", "opening"]
