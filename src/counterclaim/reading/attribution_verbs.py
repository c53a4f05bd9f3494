"""Reporting verbs in a unit: which forms are verbs, their groups and subjects (X says; says X; X says and denies; adding)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.reading.attribution_contents import opening
from counterclaim.reading.attribution_cues import BASE, ING, PAST, THIRD, Cue, Lexicon
from counterclaim.reading.attribution_subjects import Phrase, has_finite, subject_after, subject_before
from counterclaim.reading.clauses import Unit, Word

_GROUP = frozenset({"adverb", "be", "have", "do", "modal", "negation", "preverb"})
_NAMES = 4
_NEAR = 7
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


class _Form(NamedTuple):
    """A form of reporting verbs with its group `[start, end)`: the readings and kinds of the form, the classes of the words before it."""

    start: int
    end: int
    at: int
    cues: tuple[Cue, ...]
    kinds: frozenset[str]
    group: frozenset[str]
    nominal: bool = False

    def verb(self, order: str, subject: Phrase | None) -> Verb:
        """The verb that stands so."""
        return Verb(self.start, self.end, self.at, self.cues, order, subject, "negation" in self.group, "ability" in self.group)

    def of_nobody(self) -> _Form:
        """The same form, negated by its subject ("neither side confirmed")."""
        return self._replace(group=self.group | {"negation"})


def verbs_of(unit: Unit, lexicon: Lexicon) -> tuple[Verb, ...]:
    """Returns the reporting verbs of a unit, in order."""
    words = unit.words
    places = [i for i, w in enumerate(words) if w.lower in lexicon.verbs]
    if not places:
        return ()
    finite = frozenset(i for i in places if _is_verb(words, i, lexicon))
    found: list[Verb] = []
    for i in sorted(finite):
        form = _form(words, i, lexicon)
        verb = _verb(unit, form, finite, found) if form else None
        if verb:
            found.append(verb)
    return tuple(found)


def _is_verb(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """Tells whether a form that may be a noun or a name is a verb here."""
    cues = lexicon.verbs[words[i].lower]
    kinds = {k for _, ks in cues for k in ks}
    before, after = words[i - 1] if i else None, words[i + 1] if i + 1 < len(words) else None
    if (before is None and ING not in kinds) or (before and words[i].has("capital") and not _in_title_case(words)):
        return False
    if (after and all(after.lower in cue.unless for cue, _ in cues)) or not any(_particle(words, i, cue) for cue, _ in cues):
        return False
    if before and (all(before.lower in cue.unless_after for cue, _ in cues) or _needs_noun(before, kinds)):
        return False
    noun = any("noun" in cue.takes for cue, _ in cues) or words[i].lower in lexicon.nouns
    if not noun or not kinds <= {BASE, THIRD}:
        return True
    known = _after_word(before, kinds, lexicon) if before else False
    if known is not None:
        return known
    return _before_content(words, i, lexicon) and _agrees(words, i, kinds)


def _needs_noun(before: Word, kinds: set[str]) -> bool:
    """Tells whether a genitive or article before a form makes it a noun."""
    if (before.has("genitive") and not before.tags & {"be", "have"}) or before.tags & {"article", "possessive"}:
        return True
    if before.has("preposition") and PAST in kinds and not before.has("raising_particle"):
        return True
    return before.has("determiner") and not before.has("pronoun") and PAST not in kinds


def _after_word(before: Word, kinds: set[str], lexicon: Lexicon) -> bool | None:
    """What the word before a form that may be a noun shows: a verb, a noun, or None for nothing."""
    if before.tags & {"subject", "modal", "do", "adverb", "infinitive", "have", "relative"}:
        return True
    if before.tags & {"demonstrative", "past", "participle", "adjective"} and not before.has("capital"):
        return False
    if before.has("pronoun") and not before.has("determiner"):
        return True
    if before.tags & _NOUNY or before.lower in lexicon.verbs or before.has("finite"):
        return before.lower.endswith("s") and before.has("demonym") and THIRD not in kinds
    return None


def _before_content(words: Sequence[Word], i: int, lexicon: Lexicon) -> bool:
    """Tells whether what follows a form may be the content of a verb."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.tags & {"stop", "comma"}:
        return bool(words[i - 1].tags & {"capital", "office", "outlet_part"}) and any(
            w.tags & {"comma", "quote"} for w in words[max(0, i - _NEAR) : i]
        )
    if after.has("be") and i > 1 and words[i - 2].has("relative"):
        return True
    if after.tags & {"agent_preposition", "be", "past", "coordinator", "participle"} or (
        after.lower in lexicon.verbs and not words[i - 1].has("capital")
    ):
        return False
    return not after.has("genitive_preposition") or any(after.lower in cue.prepositions for cue, _ in lexicon.verbs[words[i].lower])


def _agrees(words: Sequence[Word], i: int, kinds: set[str]) -> bool:
    """Tells whether the word before a form agrees with it in number, as a subject would."""
    before = words[i - 1]
    if BASE in kinds:
        return before.lower.endswith("s") or before.has("close") or _joined(words, i)
    return not before.lower.endswith("s") or before.has("capital") or before.has("singular")


def _in_title_case(words: Sequence[Word]) -> bool:
    """Tells whether most longer words have a capital, as headlines write them."""
    long = [w for w in words if len(w.text) > _SHORT]
    return sum(w.text[0].isupper() for w in long) > _TITLE * len(long)


def _joined(words: Sequence[Word], i: int) -> bool:
    """Tells whether "X and Y" or "X, Y" stands before the verb at `i`."""
    for k in range(max(1, i - 4), i - 1):
        if words[k].has("joining") or (words[k].has("comma") and words[k - 1].has("capital") and words[k + 1].has("capital")):
            return True
    return False


def _form(words: Sequence[Word], i: int, lexicon: Lexicon) -> _Form | None:
    """The verb group around a form, None where it cannot report."""
    start = _group_start(words, i)
    group = frozenset(t for w in words[start:i] for t in w.tags)
    cues = _readings(words, i, lexicon, "be" in group)
    if not cues:
        return None
    kinds = frozenset(k for cue, ks in lexicon.verbs[words[i].lower] if cue in cues for k in ks)
    end = i + 1 + max(len(c.particle) for c in cues)
    form = _Form(start, end, i, cues, kinds, group, words[i].lower in lexicon.nouns)
    if "predicate" in cues[0].takes:
        return form
    if ("be" in group and ING not in kinds) or (PAST in kinds and _by_somebody(words, end)):
        return None
    if "modal" in group and "negation" not in group and not ("ability" in group and all(c.stance == "confirms" for c in cues)):
        return None
    dated = end < len(words) and words[end].has("time") and not any("bare" in c.takes for c in cues)
    if PAST in kinds and dated and start == i and i and not words[i - 1].tags & {"capital", "subject"}:
        return None
    return _raised(words, form) if kinds <= {BASE} and start and words[start - 1].has("infinitive") else form


def _readings(words: Sequence[Word], i: int, lexicon: Lexicon, be: bool) -> tuple[Cue, ...]:
    """The readings of a form whose particle stands there; after a form of "be" only the predicates ("is adamant"), else all others."""
    found = tuple(cue for cue, _ in lexicon.verbs[words[i].lower] if _particle(words, i, cue))
    predicates = tuple(cue for cue in found if "predicate" in cue.takes)
    return predicates if be and predicates else tuple(cue for cue in found if cue not in predicates)


def _by_somebody(words: Sequence[Word], end: int) -> bool:
    """Tells whether "by" and a doer follow: then the form is passive ("said by phone" is not)."""
    return end + 1 < len(words) and words[end].has("agent_preposition") and not words[end + 1].has("channel")


def _raised(words: Sequence[Word], form: _Form) -> _Form | None:
    """The group of an infinitive together with the verb that raises its subject ("seems to confirm", "went on to say")."""
    start = form.start
    place = start - 3 if start >= 3 and words[start - 2].has("raising_particle") else start - 2
    if place < 0 or not words[place].has("raising"):
        return None
    return form._replace(start=_group_start(words, place))


def _verb(unit: Unit, form: _Form, finite: frozenset[int], found: list[Verb]) -> Verb | None:
    """The verb with its subject, None where it has none."""
    words, start = unit.words, form.start
    before = words[start - 1] if start else None
    if form.kinds & {ING} and "be" not in form.group:
        governed = before is not None and before.has("preposition") and not before.has("reporting_preposition")
        noun = form.nominal and before is not None and not before.tags & {"pause", "coordinator", "quote", "reporting_preposition"}
        return None if governed or noun else form.verb("participle", None)
    others = finite - {form.at}
    parted = before is not None and bool(before.tags & {"comma", "dash"})
    aside = subject_before(words, start, others) if parted else None
    if aside and any(opening(words, form.end, cue, others) for cue in form.cues) and not has_finite(words, 0, aside.start, others):
        return form.verb("subject", aside)
    inverted = None if aside and words[start - 1].has("dash") else _inverted(words, form, others)
    if inverted:
        return form.verb("inverted", inverted)
    if before and (before.has("coordinator") or (before.has("dash") and unit.headline)):
        return form.verb("shared", None)
    subject = aside or subject_before(words, start, others)
    if subject is None:
        return form.verb("shared", None) if parted and (found or unit.headline) else None
    if not _may_report(words, form, subject):
        return None
    form = form.of_nobody() if words[subject.start].has("nobody") else form
    return form.verb("subject", _joined_subject(words, subject) if form.kinds <= {BASE} else subject)


def _may_report(words: Sequence[Word], form: _Form, subject: Phrase) -> bool:
    """Tells whether the subject is somebody, and agrees with the verb."""
    first = words[subject.start]
    if first.has("second_person") or (subject.end - subject.start == 1 and first.has("demonstrative")):
        return False
    if form.kinds <= {THIRD} and any(
        w.has("number") and not w.has("capital") and w.text.isalpha() for w in words[subject.start : subject.end]
    ):
        return False
    if first.has("nobody") and not any(c.stance in ("confirms", "denies") for c in form.cues):
        return False
    if first.has("first_person") and all("opinion" in c.takes for c in form.cues):
        return False
    return not (form.kinds <= {BASE} and first.has("indefinite") and form.start == form.at)


def _joined_subject(words: Sequence[Word], subject: Phrase) -> Phrase:
    """Widens the subject of a plural verb to the name that a comma joins to it ("Varnia, Kelvar blame")."""
    s = subject.start
    if 2 <= s <= _NAMES and words[s - 1].has("comma") and all(w.has("capital") for w in words[: s - 1]) and words[s].has("capital"):
        return Phrase(0, subject.end)
    return subject


def _particle(words: Sequence[Word], i: int, cue: Cue) -> bool:
    return all(i + 1 + k < len(words) and words[i + 1 + k].lower == p for k, p in enumerate(cue.particle))


def _group_start(words: Sequence[Word], i: int) -> int:
    """The start of the verb group: auxiliaries, negation and adverbs before the verb."""
    start = i
    while start > 0 and words[start - 1].tags & _GROUP and not words[start - 1].tags & {"time", "object", "determiner"}:
        start -= 1
    while (
        start < i
        and words[start].has("adverb")
        and not words[start].tags & (_GROUP - {"adverb"})
        and start > 0
        and words[start - 1].has("comma")
    ):
        start += 1
    return start


def _inverted(words: Sequence[Word], form: _Form, others: frozenset[int]) -> Phrase | None:
    """The subject after the verb, when the content stands before it."""
    start, end = form.start, form.end
    if form.group or start == 0 or start != form.at or end >= len(words) or not any("tail" in c.takes for c in form.cues):
        return None
    mark, first = words[start - 1], words[end]
    if not mark.tags & {"comma", "quote", "dash"} or (first.has("object") and not first.has("determiner")) or first.has("complementiser"):
        return None
    if mark.has("comma") and _named_after_quote(words, start - 1, others):
        return None
    subject = subject_after(words, end, others)
    if subject is None or (words[subject.start].has("state") and _predicates(words, subject)):
        return None
    if mark.has("quote"):
        return subject
    return subject if any("bare" in c.takes for c in form.cues) and _closes(words, subject, start - 1, others) else None


def _closes(words: Sequence[Word], subject: Phrase, mark: int, others: frozenset[int]) -> bool:
    """Tells whether nothing that the verb might report follows the subject."""
    marks = {"pause", "stop", "quote", "subordinator", "relative"}
    close = next((k for k in range(subject.end, len(words)) if words[k].tags & marks), len(words))
    if has_finite(words, subject.end, close, others):
        return False
    after = words[subject.end] if subject.end < len(words) else None
    return after is None or not after.tags & {"quote", "colon"} or has_finite(words, 0, mark, others)


def _predicates(words: Sequence[Word], subject: Phrase) -> bool:
    """Tells whether a state's name is followed by what is said of it, not by an office ("Claims | Ukraine Ready for a Truce")."""
    rest = words[subject.start + 1 : subject.end]
    genitive = words[subject.start].has("genitive")
    return bool(rest) and not genitive and not any(w.has("office") or w.has("joining") or w.has("comma") for w in rest)


def _named_after_quote(words: Sequence[Word], comma: int, finite: frozenset[int]) -> bool:
    """Tells whether a quotation and then a name stand before the comma ('"P," Ada Holm, 82, told')."""
    last = next((k for k in range(comma - 1, -1, -1) if words[k].has("quote")), None)
    return (
        last is not None
        and last < comma - 1
        and bool(words[last + 1].tags & {"capital", "determiner"})
        and not words[last + 1].tags & {"preposition", "time"}
        and not has_finite(words, last + 1, comma, finite)
    )
