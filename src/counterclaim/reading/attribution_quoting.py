"""Relayed speakers: "quoted the mayor as saying that P", "was cited as telling friends that P"."""

from collections.abc import Iterator, Sequence

from counterclaim.reading.attribution_contents import opening
from counterclaim.reading.attribution_cues import ING, Cue, Lexicon
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_subjects import Phrase, subject_before
from counterclaim.reading.clauses import Word

_FAR = 20
_GROUP = frozenset({"adverb", "be", "have", "modal", "negation", "preverb"})


def quoting(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    """Yields the draft of whom somebody quotes: a verb of quoting, its object, "as" and a participle that reports."""
    words = scene.words
    for at in range(1, len(words) - 1):
        cue = _participle(lexicon, words, at)
        verb = _verb_of_quoting(scene, at, lexicon) if cue else None
        begin = opening(words, at + 1, cue, scene.finite) if cue and verb is not None else None
        if cue is None or verb is None or begin is None:
            continue
        source = Phrase(verb + 1, at - 1) if verb + 1 < at - 1 else subject_before(words, _group(words, verb), scene.finite)
        if source:
            yield Draft(
                source=pieces(words, (source.start, source.end)),
                cue=pieces(words, (at - 1, at + 1)),
                content=pieces(words, (begin.start, scene.end_of(begin))),
                cue_entry=cue,
                how=begin.how,
                basis="third-party",
                confidence=0.7,
            )


def _participle(lexicon: Lexicon, words: Sequence[Word], at: int) -> Cue | None:
    """The reading of a participle that reports after "as"."""
    if not words[at - 1].has("role_marker"):
        return None
    return next((cue for cue, kinds in lexicon.verbs.get(words[at].lower, ()) if ING in kinds and not cue.particle), None)


def _verb_of_quoting(scene: Scene, at: int, lexicon: Lexicon) -> int | None:
    """The place of the verb whose object "as" follows, None where a clause or no such verb stands before it."""
    for k in range(at - 2, max(-1, at - _FAR), -1):
        word = scene.words[k]
        if any("quoting" in cue.takes for cue, _ in lexicon.verbs.get(word.lower, ())):
            return k
        if word.tags & {"stop", "semicolon", "quote", "complementiser", "modal", "have", "be"}:
            return None
    return None


def _group(words: Sequence[Word], i: int) -> int:
    """The start of the verb group before the verb at `i`."""
    while i > 0 and words[i - 1].tags & _GROUP and not words[i - 1].has("time"):
        i -= 1
    return i
