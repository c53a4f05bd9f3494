"""Nouns that report: "Moscow's claim of P", "claims by the rebels that P", "reports of P"."""

from collections.abc import Iterator, Sequence

from counterclaim.model import Role
from counterclaim.reading.attribution_contents import Opening
from counterclaim.reading.attribution_cues import Cue, Lexicon
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_subjects import Phrase, has_finite, is_finite, subject_after, subject_before, trimmed_left
from counterclaim.reading.clauses import Word

_FINITE = frozenset({"be", "have", "do", "modal", "finite"})
_ADJECTIVES = 3
_LONGEST = 9
_LINKS = frozenset({"coordinator", "subordinator", "relative", "complementiser", "question", "comma", "quote"})
_NOT_OWNER = _FINITE | {
    "pause",
    "stop",
    "quote",
    "preposition",
    "coordinator",
    "subordinator",
    "relative",
    "adverb",
    "past",
    "participle",
    "genitive",
}


def nominal(scene: Scene, lexicon: Lexicon, used: Role) -> Iterator[Draft]:
    """Yields the drafts of a unit's reporting nouns; `used` are the spans of cues that have a content already."""
    words = scene.words
    for i, word in enumerate(words):
        cue = lexicon.nouns.get(word.lower)
        if cue is None or any(span.start <= word.start < span.end for span in used) or (i and words[i - 1].has("infinitive")):
            continue
        by = _by(scene, i + 1)
        source = by or _possessor(words, i, lexicon) or _light(scene, i)
        begin = _begin(scene, by.end if by else i + 1, cue)
        if begin is None:
            continue
        end = _before_verb(words, begin, scene.end_of(begin), lexicon)
        later = _by_within(scene, begin.start, end) if source is None else None
        if later:
            end = later.start - 1
            source = later
        if source is None and "hearsay" not in cue.takes:
            continue
        yield Draft(
            source=pieces(words, (source.start, source.end)) if source else (),
            cue=pieces(words, (i, i + 1)),
            content=pieces(words, (begin.start, end)),
            cue_entry=cue,
            how="noun",
            hearsay=source is None,
            confidence=0.7,
        )


def _before_verb(words: Sequence[Word], begin: Opening, end: int, lexicon: Lexicon) -> int:
    """Where a content that is a phrase ends when its noun is the subject of what follows ("claims of victory | were met ...")."""
    if begin.how == "clause":
        return _before_main(words, begin.start, end)
    if begin.how != "phrase" or words[begin.start].has("infinitive"):
        return end
    for k in range(begin.start + 2, end):
        if words[k].tags & {"relative", "question"}:
            return end
        passive = words[k].lower in lexicon.verbs and k + 1 < end and words[k + 1].has("agent_preposition")
        if passive or (is_finite(words, k) and not words[k - 1].has("preposition")):
            return k
    return end


def _before_main(words: Sequence[Word], start: int, end: int) -> int:
    """Where a clause ends when its noun opens the sentence and the main verb follows ("The claim that he fled | was denied")."""
    if any(is_finite(words, k) for k in range(start)):
        return end
    seen = False
    for k in range(start + 1, end):
        if seen and words[k].tags & _LINKS:
            return end
        if is_finite(words, k) and not (words[k - 1].tags & _FINITE):
            if seen:
                return k
            seen = True
    return end


def _by(scene: Scene, i: int) -> Phrase | None:
    """The source of "claims by X"."""
    words = scene.words
    if i + 1 >= len(words) or not words[i].has("agent_preposition"):
        return None
    return subject_after(words, i + 1, scene.finite)


def _by_within(scene: Scene, start: int, end: int) -> Phrase | None:
    """The source of "claims of P by X", X at the content's end."""
    place = next((k for k in range(end - 1, start, -1) if scene.words[k].has("agent_preposition")), None)
    if (
        place is None
        or has_finite(scene.words, start, place, scene.finite)
        or any(scene.words[k].tags & {"past"} for k in range(start, place))
    ):
        return None
    return _by(scene, place)


def _possessor(words: Sequence[Word], i: int, lexicon: Lexicon) -> Phrase | None:
    """The source of "Moscow's (latest) claim", "Russian claims", "their claim"."""
    for k in range(i - 1, max(-1, i - 2 - _ADJECTIVES), -1):
        word = words[k]
        if word.has("genitive"):
            return _owner(words, k, lexicon)
        if word.has("demonym"):
            return Phrase(k, k + 1)
        if word.has("possessive"):
            return Phrase(k, k + 1)
        if word.lower in lexicon.verbs or word.tags & {"preposition", "pause", "coordinator", "determiner", "be", "have", "finite"}:
            return None
    return None


def _owner(words: Sequence[Word], k: int, lexicon: Lexicon) -> Phrase:
    """The noun phrase whose last word is the genitive at `k`."""
    start = k
    while start > 0 and k - start < _LONGEST and not words[start].has("determiner"):
        before = words[start - 1]
        if before.lower in lexicon.verbs or before.has("complementiser") or (before.tags & _NOT_OWNER and not before.has("determiner")):
            break
        start -= 1
    return Phrase(trimmed_left(words, start, k + 1), k + 1)


def _light(scene: Scene, i: int) -> Phrase | None:
    """The subject of "issued a warning", "repeated calls"."""
    words = scene.words
    for k in range(i - 1, max(-1, i - 5), -1):
        if words[k].has("light"):
            return subject_before(words, k, scene.finite)
        if words[k].tags & {"pause", "preposition", "coordinator", "quote"}:
            return None
    return None


def _begin(scene: Scene, k: int, cue: Cue) -> Opening | None:
    """Where the content of a noun begins."""
    words = scene.words
    if k < len(words) and words[k].has("comma"):
        k += 1
        if k >= len(words) or not words[k].has("complementiser"):
            return None
    if k + 1 >= len(words):
        return None
    word = words[k]
    if word.has("complementiser") and "that" in cue.takes:
        if is_finite(words, k + 1):
            return None
        return Opening(k, "clause")
    if word.lower in cue.prepositions or (word.has("infinitive") and "to" in cue.takes):
        return Opening(k, "phrase")
    if "bare" in cue.takes and word.tags & {"determiner", "capital", "number"} and not word.has("demonym"):
        close = next((j for j in range(k, len(words)) if words[j].tags & {"pause", "stop"}), len(words))
        if any(words[j].tags & _FINITE for j in range(k, close)):
            return Opening(k, "clause")
    return None
