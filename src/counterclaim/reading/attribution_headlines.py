"""Headlines: "Holm: we hold the city", "More than 180 killed: UN envoy", "P—institute"."""

from collections.abc import Iterator, Sequence

from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_subjects import Phrase, has_finite
from counterclaim.reading.clauses import Word

_LONGEST = 7
_NAME = 12
_FINITE = frozenset({"be", "have", "do", "modal", "finite"})


def headline(scene: Scene, speakers: frozenset[str], busy: bool) -> Iterator[Draft]:
    """Yields the draft of a headline that names its speaker before a colon or after a colon or dash.

    Args:
        scene: the headline's unit.
        speakers: the last words (lower case) of sources that other cues of the text name.
        busy: whether a cue of the unit has a content already.
    """
    if not scene.unit.headline or not scene.unit.opens_paragraph or scene.unit.inside:
        return
    words = scene.words
    marks = [i for i, w in enumerate(words) if w.tags & {"colon", "dash"} and 0 < i < len(words) - 1]
    if not marks:
        return
    last = marks[-1]
    firm = _names_office(words, last + 1, len(words)) or (last + 2 == len(words) and words[last + 1].text.isupper())
    if (firm or not busy) and _is_tail_speaker(words, last + 1, len(words), words[last].has("colon"), speakers) and last > 2:
        start = _after_topic(words, marks, last)
        yield _draft(words, Phrase(last + 1, len(words)), Phrase(last, last + 1), (start, last))
        return
    first = marks[0]
    if words[first].has("colon") and not busy and len(words) - first > 2 and _is_opening_speaker(words, first, speakers):
        yield _draft(words, Phrase(0, first), Phrase(first, first + 1), (first + 1, len(words)))


def spoken(scene: Scene) -> Iterator[Draft]:
    """Yields the draft of a sentence that is a speaker's name, a colon and a quotation ("Major Ada Holm: “The bridge is ours.”")."""
    words = scene.words
    colon = next((i for i, w in enumerate(words[: _NAME + 1]) if w.has("colon")), 0)
    if not colon or scene.unit.headline or scene.unit.inside or colon + 1 >= len(words):
        return
    rest = words[colon + 1 :]
    quoted = rest[0].has("quote") and all(w.tags & {"quote", "stop", "pause"} for w in rest)
    if quoted and _is_speaker(words, colon):
        yield _draft(words, Phrase(0, colon), Phrase(colon, colon + 1), (colon + 1, len(words)))


def _is_speaker(words: Sequence[Word], end: int) -> bool:
    """Tells whether the words before a colon name somebody: a name or an office, no clause and no setting."""
    if has_finite(words, 0, end, frozenset()) or _has_topic_word(words, 0, end) or words[0].has("preposition"):
        return False
    return any(w.tags & {"capital", "office"} for w in words[1:end]) or (end == 1 and words[0].has("capital"))


def _draft(words: tuple[Word, ...], source: Phrase, cue: Phrase, content: tuple[int, int]) -> Draft:
    return Draft(
        source=pieces(words, (source.start, source.end)),
        cue=(),
        content=pieces(words, content),
        cue_entry=None,
        how="headline",
        confidence=0.6,
    )


def _after_topic(words: Sequence[Word], marks: list[int], last: int) -> int:
    """Where the content begins when a topic stands before it ("Border war: P: ministry")."""
    before = [m for m in marks if m < last and words[m].has("colon")]
    return before[0] + 1 if before and before[0] <= _LONGEST else 0


def _is_tail_speaker(words: Sequence[Word], start: int, end: int, colon: bool, speakers: frozenset[str]) -> bool:
    """Tells whether the words after the last colon or dash name who says what stands before."""
    if not 0 < end - start <= _LONGEST or _has_topic_word(words, start, end):
        return False
    if any(
        words[k].tags & (_FINITE | {"quote", "pause", "stop", "number", "participle", "subordinator", "pronoun", "relative", "adverb"})
        for k in range(start, end)
    ):
        return False
    if _names_office(words, start, end) or words[end - 1].lower in speakers:
        return True
    named = all(words[k].has("capital") or words[k].has("noun_preposition") for k in range(start, end))
    short = end - start <= (3 if colon else 1)
    return named and short and (colon or words[start].text.isupper())


def _is_opening_speaker(words: Sequence[Word], end: int, speakers: frozenset[str]) -> bool:
    """Tells whether the words before the first colon name who says what follows."""
    if end > _LONGEST or _has_topic_word(words, 0, end):
        return False
    if any(
        words[k].tags & (_FINITE | {"pause", "stop", "number", "participle", "subordinator", "question", "coordinator"}) for k in range(end)
    ):
        return False
    if (words[end - 1].lower in speakers and not words[end - 1].has("state")) or _names_office(words, max(0, end - 1), end):
        return True
    first_person = any(w.has("first_person") for w in words[end + 1 :]) and words[end - 1].has("capital")
    whole_quote = words[end + 1].has("quote") and end + 2 >= len(words)
    return first_person or (whole_quote and words[end - 1].has("capital"))


def _has_topic_word(words: Sequence[Word], start: int, end: int) -> bool:
    return any(words[k].has("topic") for k in range(start, end))


def _names_office(words: Sequence[Word], start: int, end: int) -> bool:
    return any(words[k].has("office") for k in range(start, end)) and not has_finite(words, start, end, frozenset())
