"""Passives with a speaker ("P was confirmed by X", "was described by X as") and relatives ("the blast that X blamed on Y")."""

from collections.abc import Iterator, Sequence

from counterclaim.reading.attribution_contents import Opening
from counterclaim.reading.attribution_cues import PARTICIPLE, PAST, Cue, Lexicon
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_subjects import Phrase, subject_after, subject_before
from counterclaim.reading.clauses import Word

_GROUP = frozenset({"adverb", "be", "have", "modal", "negation", "preverb", "do"})
_TAKES = frozenset({"object", "complement", "as", "accuse", "tail"})


def passives(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    """Yields a draft for each participle of a reporting verb with "by X"."""
    words = scene.words
    for i in range(1, len(words) - 2):
        if not words[i + 1].has("agent_preposition"):
            continue
        cue = _cue(lexicon, words[i])
        source = subject_after(words, i + 2, scene.finite) if cue else None
        if cue is None or source is None or words[i + 2].has("channel"):
            continue
        source = _before_charge(words, source) if "accuse" in cue.takes else source
        start = _group(words, i)
        if start == i and words[i - 1].has("preposition"):
            continue
        edge = start - 1 if start == i and words[i - 1].has("comma") else start
        subject = subject_before(words, edge, scene.finite)
        if subject is None:
            continue
        begin = _rest(words, source, cue)
        ranges = [(subject.start, subject.end)]
        if begin:
            ranges.append((begin, scene.end_of(Opening(begin, "complement"))))
        yield Draft(
            source=pieces(words, (source.start, source.end)),
            cue=pieces(words, (start, i + 1)),
            content=pieces(words, *ranges),
            cue_entry=cue,
            how="passive",
            negated=any(w.has("negation") for w in words[start:i]),
            confidence=0.6,
        )


def _before_charge(words: Sequence[Word], source: Phrase) -> Phrase:
    """The source without what it accuses of ("by Varnia | of shelling the mill")."""
    for k in range(source.start + 1, source.end - 1):
        if words[k].has("topic_preposition") and words[k + 1].has("participle"):
            return Phrase(source.start, k)
    return source


def _cue(lexicon: Lexicon, word: Word) -> Cue | None:
    for cue, kinds in lexicon.verbs.get(word.lower, ()):
        if kinds & {PAST, PARTICIPLE} and cue.takes & _TAKES and not cue.particle and "addressee" not in cue.takes:
            return cue
    return None


def _group(words: Sequence[Word], i: int) -> int:
    start = i
    while start > 0 and words[start - 1].tags & _GROUP and not words[start - 1].has("time"):
        start -= 1
    if start > 1 and start < i and words[start - 1].has("infinitive") and words[start - 2].has("raising"):
        start -= 2
    return start


def _rest(words: Sequence[Word], source: Phrase, cue: Cue) -> int | None:
    """What goes on after the speaker ("as P", "of P", "on Monday as P")."""
    for k in range(source.end, min(len(words), source.end + 4)):
        if words[k].has("role_marker") or ("accuse" in cue.takes and words[k].has("topic_preposition")):
            return k
        if words[k].tags & {"pause", "stop"}:
            return None
    return None
