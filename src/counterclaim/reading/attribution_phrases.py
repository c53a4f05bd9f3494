"""Phrases that name a source: "according to X, P"; "P, according to X"; "P, citing X"."""

from collections.abc import Iterator, Sequence

from counterclaim.reading.attribution_contents import Opening
from counterclaim.reading.attribution_cues import Lexicon, SourcePhrase
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene, left_start
from counterclaim.reading.attribution_subjects import Phrase, has_finite, subject_after
from counterclaim.reading.clauses import Word

_FINITE = frozenset({"be", "have", "do", "modal", "finite"})
_NAME = 3
_MARKS = frozenset({"close", "comma", "stop", "semicolon", "colon", "dash", "quote", "subordinator", "contrast"})


def phrases_of(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, SourcePhrase]]:
    """Yields the places of phrases that name a source."""
    for i, word in enumerate(words):
        for phrase in lexicon.phrases.get(word.lower, ()):
            if [w.lower for w in words[i : i + len(phrase.words)]] == list(phrase.words):
                yield i, phrase


def sourced(scene: Scene, lexicon: Lexicon, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yields a draft for each phrase of a unit that names a source; `drafts` are those of its verbs."""
    for at, phrase in phrases_of(scene.words, lexicon):
        after = at + len(phrase.words)
        source = _source(scene.words, after, scene.finite)
        if source is None:
            continue
        opens = _opens(scene.words, at)
        if phrase.trailing and not _speaks(scene.words, source):
            continue
        if phrase.trailing and (opens or not scene.words[at - 1].tags & {"comma"}):
            continue
        ranges = _after(scene, source) if opens else _before(scene, at, source, drafts)
        relayed = [d.content for d in drafts if phrase.trailing and d.how == "tail" and d.cue[-1].end <= scene.words[at].start]
        content = relayed[-1] if relayed else pieces(scene.words, *ranges)
        if content:
            yield Draft(
                source=pieces(scene.words, (source.start, source.end)),
                cue=pieces(scene.words, (at, after)),
                content=content,
                cue_entry=None,
                how="phrase" if opens else "tail",
                basis=phrase.basis,
            )


def _speaks(words: Sequence[Word], source: Phrase) -> bool:
    """Tells whether the words after "citing" name somebody who speaks, not a ground ("citing corruption")."""
    return any(
        w.has("office") or w.has("outlet") or (w.has("capital") and k < _NAME) for k, w in enumerate(words[source.start : source.end])
    )


def _opens(words: Sequence[Word], at: int) -> bool:
    """Tells whether the phrase at `at` opens its clause."""
    k = at
    while k > 0 and words[k - 1].tags & {"adverb", "coordinator", "subordinator", "complementiser"} and not words[k - 1].has("time"):
        k -= 1
    if k < at:
        return k == 0 or words[k - 1].tags & {"pause"} != frozenset() or words[at - 1].has("complementiser")
    return k == 0 or bool(words[k - 1].tags & {"colon", "semicolon"})


def _after(scene: Scene, source: Phrase) -> list[tuple[int, int]]:
    words = scene.words
    begin = source.end + (source.end < len(words) and words[source.end].has("comma"))
    if begin < len(words) and words[begin].has("relative") and not words[begin].has("determiner"):
        begin = next((k + 1 for k in range(begin, len(words)) if words[k].has("comma")), len(words))
    if begin >= len(words):
        return []
    return [(begin, scene.end_of(Opening(begin, "clause")))]


def _before(scene: Scene, at: int, source: Phrase, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """The content before the phrase, and after it where the phrase parts a clause."""
    words = scene.words
    end = at
    while end > 0 and words[end - 1].has("comma"):
        end -= 1
    start = left_start(scene.unit, end, scene.finite, _after_other(scene, end, drafts))
    ranges = [(start, end)]
    following = source.end + 1
    if (
        source.end < len(words)
        and words[source.end].has("comma")
        and following < len(words)
        and not has_finite(words, start, end, scene.finite)
    ):
        ranges.append((following, scene.end_of(Opening(following, "clause"))))
    return ranges


def _after_other(scene: Scene, end: int, drafts: Sequence[Draft]) -> int:
    """Where the last content before `end` closes at a comma that a clause of its own follows: the phrase speaks of that clause only."""
    words = scene.words
    edges = {d.content[-1].end for d in drafts if d.how != "tail" and d.content}
    for i in range(end - 1, 0, -1):
        if words[i].has("comma") and words[i - 1].end in edges and has_finite(words, i, end, scene.finite):
            return i + 1
    return 0


def _source(words: Sequence[Word], start: int, finite: frozenset[int]) -> Phrase | None:
    """The source after "according to": up to the next mark or clause, its apposition included."""
    end = start
    while end < len(words):
        tags = words[end].tags
        if tags & _MARKS and not (end == start and "determiner" in tags):
            break
        if end > start and (tags & _FINITE or ("relative" in tags and "determiner" not in tags)):
            break
        end += 1
    found = subject_after(words, start, finite)
    if found and found.end > end and words[end - 1].has("capital"):
        return found
    if end < len(words) and words[end].tags & _FINITE and found:
        return found
    return Phrase(start, end) if any(not w.has("article") for w in words[start:end]) else None
