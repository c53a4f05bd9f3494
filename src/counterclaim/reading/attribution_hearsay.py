"""Hearsay: reports with nobody named ("are said to have", "reportedly", "it is claimed", "the reported capture")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model import Role
from counterclaim.reading.attribution_contents import Opening, past_time
from counterclaim.reading.attribution_cues import Lexicon, Passive
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_subjects import Phrase, subject_after, subject_before
from counterclaim.reading.clauses import Word

_GROUP = frozenset({"adverb", "be", "have", "modal", "negation", "preverb"})
_FINITE = frozenset({"be", "have", "do", "modal", "finite"})


def hearsay(scene: Scene, lexicon: Lexicon) -> Iterator[Draft]:
    """Yields the drafts of a unit's passives, adverbs and adjectives of hearsay."""
    words = scene.words
    for i, word in enumerate(words):
        passive = lexicon.passives.get(word.lower)
        if passive:
            yield from _passive(scene, i, passive)
        if word.lower in lexicon.adverbs:
            yield from _adverb(scene, i)
        if word.lower in lexicon.adjectives:
            yield from _adjective(scene, i)


def _draft(cue: Role, content: Role, source: Role = ()) -> Iterator[Draft]:
    if content:
        yield Draft(source=source, cue=cue, content=content, cue_entry=None, how="hearsay", hearsay=not source, confidence=0.7)


def _group(words: Sequence[Word], i: int) -> int:
    start = i
    while start > 0 and words[start - 1].tags & _GROUP and not words[start - 1].has("time"):
        start -= 1
    return start


def _passive(scene: Scene, i: int, passive: Passive) -> Iterator[Draft]:
    """Passives: "X is said to P", "it is said that P", "P was reported in the north"."""
    words = scene.words
    start = _group(words, i)
    be = any(w.has("be") for w in words[start:i])
    ahead = words[i + 1] if i + 1 < len(words) else None
    if ahead is None or not (be or (passive.bare and ahead.has("infinitive"))):
        return
    if ahead.has("infinitive") and (i + 2 >= len(words) or words[i + 2].tags & {"determiner", "capital", "object", "pronoun", "number"}):
        return
    subject = subject_before(words, start, scene.finite)
    clause = past_time(words, i + 1)
    if clause < len(words) and words[clause].has("complementiser") and be and "that" in passive.takes:
        yield from _draft(pieces(words, (start, i + 1)), pieces(words, (clause, scene.end_of(Opening(clause, "clause")))))
    elif subject is None:
        return
    elif ahead.has("infinitive") and "to" in passive.takes:
        end = scene.end_of(Opening(i + 2, "phrase"))
        yield from _draft(pieces(words, (start, i + 2)), pieces(words, (subject.start, subject.end), (i + 2, end)))
    elif passive.charge and be and ahead.lower in passive.charge.prepositions:
        content = pieces(words, (subject.start, subject.end), (i + 1, scene.end_of(Opening(i + 1, "phrase"))))
        yield from (replace(d, cue_entry=passive.charge) for d in _draft(pieces(words, (start, i + 1)), content))
    elif "state" in passive.takes and be:
        yield from _state(scene, Phrase(start, i + 1), subject)


def _state(scene: Scene, cue: Phrase, subject: Phrase) -> Iterator[Draft]:
    words = scene.words
    ahead = words[cue.end]
    if ahead.has("agent_preposition"):
        named = subject_after(words, cue.end + 1, scene.finite)
        if named:
            yield from _draft(
                pieces(words, (cue.start, cue.end)), pieces(words, (subject.start, subject.end)), pieces(words, (named.start, named.end))
            )
        return
    if ahead.has("stop") or ahead.has("role_marker"):
        content = pieces(words, (subject.start, subject.end))
    else:
        content = pieces(words, (subject.start, subject.end), (cue.end, scene.end_of(Opening(cue.end, "phrase"))))
    yield from _draft(pieces(words, (cue.start, cue.end)), content)


def _adverb(scene: Scene, i: int) -> Iterator[Draft]:
    """Adverbs: "X is reportedly doing P"."""
    words = scene.words
    if i + 1 >= len(words):
        return
    start = _group(words, i)
    subject = subject_before(words, start, scene.finite)
    begin = subject.start if subject else (start if start < i else i)
    end = scene.end_of(Opening(i + 1, "clause"))
    if i + 2 < len(words) and words[i + 1].has("adverb") is False and words[i + 1].has("comma"):
        return
    yield from _draft(pieces(words, (i, i + 1)), pieces(words, (begin, i), (i + 1, end)))


def _adjective(scene: Scene, i: int) -> Iterator[Draft]:
    """Adjectives: "the reported capture of the town"."""
    words = scene.words
    if (
        i == 0
        or i + 1 >= len(words)
        or not words[i - 1].has("determiner")
        or words[i + 1].tags & {"pause", "preposition", "stop", "agent_preposition"}
    ):
        return
    end = i + 1
    while end < len(words) and not words[end].tags & {"pause", "stop", "subordinator", "relative"} and not words[end].tags & _FINITE:
        if words[end].has("preposition") and not words[end].tags & {"noun_preposition", "agent_preposition"}:
            break
        end += 1
    if any(words[k].tags & {"noun_preposition", "agent_preposition"} for k in range(i + 2, end)):
        yield from _draft(pieces(words, (i, i + 1)), pieces(words, (i + 1, end)))
