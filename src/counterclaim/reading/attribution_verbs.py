"""Reporting verbs in a unit: which forms are verbs, their groups and subjects (X says; says X; X says and denies; adding)."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.reading.attribution_contents import opening
from counterclaim.reading.attribution_cues import BASE, ING, PARTICIPLE, PAST, THIRD, Cue, Lexicon
from counterclaim.reading.attribution_subjects import Phrase, has_finite, subject_after, subject_before
from counterclaim.reading.clauses import Unit, Word

_GROUP = frozenset({"adverb", "be", "have", "do", "modal", "negation", "preverb"})
_NAMES = 4
_SHORT = 3
_TITLE = 0.7
_NOUNY = frozenset({"determiner", "demonym", "genitive", "preposition", "number"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its group `[start, end)`, its subject, and how it stands.

    `order`: subject (X says), inverted (says X), shared (X ... and says), participle (adding). `cues` are the readings of the form.
    """

    start: int
    end: int
    at: int
    cues: tuple[Cue, ...]
    order: str
    subject: Phrase | None
    negated: bool = False
    able: bool = False
    passive: bool = False


def verbs_of(unit: Unit, lexicon: Lexicon) -> tuple[Verb, ...]:
    """Returns the reporting verbs of a unit, in order."""
    words = unit.words
    places = [i for i, w in enumerate(words) if w.lower in lexicon.verbs]
    if not places:
        return ()
    finite = frozenset(i for i in places if _is_verb(words, i, lexicon))
    found: list[Verb] = []
    for i in sorted(finite):
        verb = _verb(unit, i, lexicon, finite, found)
        if verb:
            found.append(verb)
    return tuple(found)


def _is_verb(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """Tells whether a form that may be a noun is a verb here."""
    kinds = {k for _, ks in lexicon.verbs[words[i].lower] for k in ks}
    after = words[i + 1] if i + 1 < len(words) else None
    if i and words[i].has("capital") and not _in_title_case(words):
        return False
    cues = lexicon.verbs[words[i].lower]
    if after and all(after.lower in cue.unless for cue, _ in cues):
        return False
    if i and all(words[i - 1].lower in cue.unless_after for cue, _ in cues):
        return False
    noun = any("noun" in cue.takes for cue, _ in lexicon.verbs[words[i].lower]) or words[i].lower in lexicon.nouns
    before = words[i - 1] if i else None
    if before and before.has("genitive") and not before.tags & {"be", "have"}:
        return False
    if before and before.has("determiner") and not before.tags & {"pronoun"} and PAST not in kinds:
        return False
    if not noun or not kinds <= {BASE, THIRD}:
        return True
    if before is None or before.tags & {"subject", "modal", "do", "adverb", "infinitive", "have", "relative"}:
        return before is not None
    if before.has("demonstrative") or before.has("past"):
        return False
    if before.tags & {"pronoun"} and not before.tags & {"determiner"}:
        return True
    if before.tags & (_NOUNY - {"capital"}) or before.lower in lexicon.verbs or before.has("finite"):
        return before.lower.endswith("s") and before.has("demonym") and THIRD not in kinds
    if after is None or after.tags & {"stop", "comma", "agent_preposition", "be", "past", "coordinator"} or words[i + 1].lower in lexicon.verbs or (after.lower == "of" and "of" not in _takes(lexicon, words[i])):
        return False
    if BASE in kinds:
        return before.lower.endswith("s") or before.has("close") or _joined(words, i)
    return not before.lower.endswith("s") or before.has("capital")


def _in_title_case(words: Sequence[Word]) -> bool:
    """Tells whether most longer words have a capital, as headlines write them."""
    long = [w for w in words if len(w.text) > _SHORT]
    return sum(w.text[0].isupper() for w in long) > _TITLE * len(long)


def _takes(lexicon: Lexicon, word: Word) -> set[str]:
    return {t for cue, _ in lexicon.verbs[word.lower] for t in cue.takes}


def _joined(words: Sequence[Word], i: int) -> bool:
    """Tells whether "X and Y" or "X, Y" stands before the verb at `i`."""
    for k in range(max(1, i - 4), i - 1):
        if words[k].has("joining") or (words[k].has("comma") and words[k - 1].has("capital") and words[k + 1].has("capital")):
            return True
    return False


def _verb(unit: Unit, i: int, lexicon: Lexicon, finite: frozenset[int], found: list[Verb]) -> Verb | None:
    words = unit.words
    start = _group_start(words, i)
    group = {t for w in words[start:i] for t in w.tags}
    cues = tuple(cue for cue, _ in lexicon.verbs[words[i].lower] if _particle(words, i, cue))
    kinds = {k for cue, ks in lexicon.verbs[words[i].lower] if cue in cues for k in ks}
    if not cues:
        return None
    end = i + 1 + max(len(c.particle) for c in cues)
    be, have = "be" in group, "have" in group
    negated, able = "negation" in group, "ability" in group
    if (be and ING not in kinds) or (PAST in kinds and end < len(words) and words[end].has("agent_preposition")):
        return None
    if "modal" in group and not negated and not ("ability" in group and all(c.stance == "confirms" for c in cues)):
        return None
    if kinds & {ING} and not be and start and words[start - 1].has("preposition") and not words[start - 1].has("reporting_preposition"):
        return None
    if kinds & {ING} and not be:
        return Verb(start, end, i, cues, "participle", None, negated, able)
    if kinds <= {BASE} and "infinitive" in words[start - 1].tags if start else False:
        raised = start - 3 if start >= 3 and words[start - 2].has("raising_particle") else start - 2
        if raised < 0 or not words[raised].has("raising"):
            return None
        start = _group_start(words, raised)
    before = words[start - 1] if start else None
    others = finite - {i}
    aside = subject_before(words, start, others) if before and before.tags & {"comma", "dash"} else None
    if aside and any(opening(words, end, cue, others) for cue in cues) and not _has_clause(words, aside.start, others):
        return Verb(start, end, i, cues, "subject", aside, negated, able)
    inverted = _inverted(words, start, end, i, finite, have or be, cues)
    if inverted:
        return Verb(start, end, i, cues, "inverted", inverted, negated, able)
    if before and (before.has("coordinator") or (before.has("dash") and unit.headline)):
        return Verb(start, end, i, cues, "shared", None, negated, able)
    subject = aside or subject_before(words, start, others)
    if subject and (_points_back(words, subject) or (kinds <= {THIRD} and words[subject.start].has("number"))):
        return None
    if subject and (words[subject.start].has("second_person") or (kinds <= {BASE} and words[subject.start].has("indefinite") and start == i)):
        return None
    if subject and kinds <= {BASE}:
        subject = _joined_subject(words, subject)
    if subject is None and before and before.tags & {"comma", "dash"} and found:
        return Verb(start, end, i, cues, "shared", None, negated, able)
    return Verb(start, end, i, cues, "subject", subject, negated, able) if subject else None


def _joined_subject(words: Sequence[Word], subject: Phrase) -> Phrase:
    """Widens the subject of a plural verb to the name that a comma joins to it ("Varnia, Kelvar blame")."""
    s = subject.start
    if 2 <= s <= _NAMES and words[s - 1].has("comma") and all(w.has("capital") for w in words[: s - 1]) and words[s].has("capital"):
        return Phrase(0, subject.end)
    return subject


def _points_back(words: Sequence[Word], subject: Phrase) -> bool:
    """Tells whether the subject is a bare "this" or "that", which speaks for nobody."""
    return subject.end - subject.start == 1 and words[subject.start].has("demonstrative")


def _particle(words: Sequence[Word], i: int, cue: Cue) -> bool:
    return all(i + 1 + k < len(words) and words[i + 1 + k].lower == p for k, p in enumerate(cue.particle))


def _group_start(words: Sequence[Word], i: int) -> int:
    """The start of the verb group: auxiliaries, negation and adverbs before the verb."""
    start = i
    while start > 0 and words[start - 1].tags & _GROUP and not words[start - 1].tags & {"time", "object", "determiner"}:
        start -= 1
    while start < i and words[start].has("adverb") and not words[start].tags & (_GROUP - {"adverb"}) and start > 0 and words[start - 1].has("comma"):
        start += 1
    return start


def _inverted(words: Sequence[Word], start: int, end: int, i: int, finite: frozenset[int], compound: bool, cues: tuple[Cue, ...]) -> Phrase | None:
    """The subject after the verb, when the content stands before it."""
    if compound or start == 0 or start != i or not any("tail" in c.takes for c in cues) or end >= len(words):
        return None
    before = words[start - 1]
    if not before.tags & {"comma", "quote", "dash"} or words[end].tags & {"object"} - words[end].tags & {"determiner"}:
        return None
    if before.has("comma") and _named_after_quote(words, start - 1, finite):
        return None
    if words[end].has("complementiser"):
        return None
    subject = subject_after(words, end, finite - {i})
    if subject is None:
        return None
    close = next((k for k in range(subject.end, len(words)) if words[k].tags & {"pause", "stop", "quote", "subordinator", "relative"}), len(words))
    if not before.has("quote") and has_finite(words, subject.end, close, finite - {i}):
        return None
    after = words[subject.end] if subject.end < len(words) else None
    if words[subject.start].has("state") and not words[subject.start].has("genitive") and _predicates(words, subject):
        return None
    if before.has("quote"):
        return subject
    if not any("bare" in c.takes for c in cues):
        return None
    if after is not None and after.tags & {"quote", "colon"} and not _has_clause(words, start - 1, finite):
        return None
    return subject


def _predicates(words: Sequence[Word], subject: Phrase) -> bool:
    """Tells whether a state's name is followed by what is said of it, not by an office ("Claims | Ukraine Ready for a Truce")."""
    rest = words[subject.start + 1 : subject.end]
    return bool(rest) and not any(w.has("office") or w.has("joining") or w.has("comma") for w in rest)


def _named_after_quote(words: Sequence[Word], comma: int, finite: frozenset[int]) -> bool:
    """Tells whether a quotation and then a name stand before the comma ('"P," Ada Holm, 82, told')."""
    last = next((k for k in range(comma - 1, -1, -1) if words[k].has("quote")), None)
    return last is not None and last < comma - 1 and not words[last + 1].tags & {"pause", "preposition", "time"} and not has_finite(words, last + 1, comma, finite)


def _has_clause(words: Sequence[Word], end: int, finite: frozenset[int]) -> bool:
    return has_finite(words, 0, end, finite)


__all__ = ["PARTICIPLE", "Verb", "verbs_of"]
