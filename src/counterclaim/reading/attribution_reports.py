"""Reports: reporting verbs and phrases with their sources and contents (X says that P; P, says X; according to X, P)."""

from collections.abc import Iterator, Sequence

from counterclaim.reading.attribution_contents import Opening, content_end, opening
from counterclaim.reading.attribution_cues import Cue, Lexicon, Phrase as CuePhrase
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_subjects import Phrase, has_finite, subject_after, subject_before
from counterclaim.reading.attribution_verbs import Verb
from counterclaim.reading.clauses import Unit, Word

_FINITE = frozenset({"be", "have", "do", "modal", "finite"})


def reports(unit: Unit, verbs: tuple[Verb, ...], lexicon: Lexicon) -> Iterator[Draft]:
    """Yields a draft for each reporting verb and source phrase of a unit that has a content."""
    words = unit.words
    finite = frozenset(v.at for v in verbs if v.order != "participle")
    phrases = tuple(phrases_of(words, lexicon))
    stops = _stops(words, verbs, phrases)
    taken = 0
    previous: Phrase | None = None
    for verb in verbs:
        subject = verb.subject or previous or _main_subject(words, verb.start, finite)
        if verb.subject:
            previous = verb.subject
        if subject is None:
            continue
        for draft, end in _of_verb(unit, verb, subject, stops, finite, taken):
            yield draft
            if draft.how == "tail":
                taken = max(taken, end)
    for at, phrase in phrases:
        found = _of_phrase(unit, at, phrase, stops, finite)
        if found:
            yield found


def phrases_of(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, CuePhrase]]:
    """Yields the places of phrases that name a source."""
    for i, word in enumerate(words):
        for phrase in lexicon.phrases.get(word.lower, ()):
            if [w.lower for w in words[i : i + len(phrase.words)]] == list(phrase.words):
                yield i, phrase


def _stops(words: Sequence[Word], verbs: tuple[Verb, ...], phrases: tuple[tuple[int, CuePhrase], ...]) -> dict[int, str]:
    """Where another cue's words begin, by kind (see `content_end`)."""
    stops: dict[int, str] = {}
    for verb in verbs:
        if verb.order == "participle":
            if verb.start and words[verb.start - 1].tags & {"comma", "coordinator", "dash"}:
                stops[verb.start] = "participle"
        elif verb.order == "shared":
            stops[verb.start] = "shared"
        elif verb.order == "inverted":
            stops[verb.start] = "tail"
        elif verb.subject:
            stops[verb.subject.start] = "clause"
    for at, _ in phrases:
        stops[at] = "phrase"
    return stops


def _main_subject(words: Sequence[Word], end: int, finite: frozenset[int]) -> Phrase | None:
    """The subject of the unit's first verb before `end`."""
    for i in range(1, end):
        if words[i].tags & _FINITE or i in finite or words[i].has("past"):
            found = subject_before(words, i, finite)
            if found:
                return found
    return None


def _of_verb(unit: Unit, verb: Verb, subject: Phrase, stops: dict[int, str], finite: frozenset[int], taken: int) -> Iterator[tuple[Draft, int]]:
    """Yields the verb's draft (two when a quotation follows after a colon what stood before it) with the place where its words end."""
    words = unit.words
    after = subject.end if verb.order == "inverted" else verb.end
    left = _left(unit, verb, subject, finite, taken)
    for cue in verb.cues:
        right = None if verb.order == "inverted" else opening(words, after, cue, finite - {verb.at})
        if left and _prefers_left(words, right, verb, left):
            if "tail" in cue.takes:
                yield from _tail(unit, verb, subject, cue, left, stops, finite)
                return
            continue
        if right:
            end = content_end(words, right, _later(stops, right.start), finite)
            content = _without_aside(words, right, end)
            if content:
                yield _draft(unit, verb, subject, cue, content, right.how), after
            return


def _later(stops: dict[int, str], start: int) -> dict[int, str]:
    return {place: kind for place, kind in stops.items() if place > start + 1 or (place > start and kind != "clause")}


def _without_aside(words: tuple[Word, ...], right: Opening, end: int) -> tuple:  # type: ignore[type-arg]
    return pieces(words, (right.start, end))


def _left(unit: Unit, verb: Verb, subject: Phrase, finite: frozenset[int], taken: int) -> Phrase | None:
    """What stands before the reporting words as their content, if it can be one."""
    if verb.order not in ("subject", "inverted"):
        return None
    words = unit.words
    edge = verb.start if verb.order == "inverted" else subject.start
    while edge > 0 and words[edge - 1].tags & {"adverb", "coordinator"} and not words[edge - 1].has("time"):
        edge -= 1
    if edge == 0:
        return None
    mark = words[edge - 1]
    if not mark.tags & {"comma", "quote", "dash", "stop"}:
        return None
    end = edge if mark.has("quote") else edge - 1
    start = left_start(unit, end, finite, taken)
    if start >= end:
        return None
    if mark.has("quote") or words[end - 1].has("quote"):
        return Phrase(start, end)
    first = words[start].tags
    if has_finite(words, start, end, finite) or verb.order == "inverted" or (unit.headline and end - start > 2 and not first & {"preposition", "subordinator"}):
        opens_aside = first & {"subordinator"} and not first & {"determiner"} or first & {"preposition"} and not has_finite(words, start, end, finite)
        return None if opens_aside and verb.order != "inverted" and not _has_main(words, start, end) else Phrase(start, end)
    return None


def _has_main(words: Sequence[Word], start: int, end: int) -> bool:
    """Tells whether a clause that opens with a subordinate one or a setting has a main clause too."""
    return any(words[i].has("comma") for i in range(start, end))


def left_start(unit: Unit, end: int, finite: frozenset[int], taken: int = 0) -> int:
    """Returns where a content that ends at `end` begins: at the unit's start, after a semicolon, after a headline's topic."""
    words = unit.words
    start = taken
    for i in range(taken, end):
        if words[i].has("semicolon"):
            start = i + 1
        elif words[i].has("colon") and unit.headline and i < 7 and not has_finite(words, 0, i, finite):
            start = i + 1
    while start < end and words[start].tags & {"pause"}:
        start += 1
    return start


def _prefers_left(words: Sequence[Word], right: Opening | None, verb: Verb, left: Phrase) -> bool:
    if right is None or verb.order == "inverted":
        return True
    mark = words[left.end - 1]
    if mark.has("quote") and _closes_speech(words, left):
        return True
    return right.how in ("phrase",) or (right.start > verb.end + 1 and right.how not in ("quote", "colon", "clause"))


def _closes_speech(words: Sequence[Word], left: Phrase) -> bool:
    return left.end - left.start == 1 or (words[left.end - 1].end - words[left.end - 1].start) > 30


def _tail(unit: Unit, verb: Verb, subject: Phrase, cue: Cue, left: Phrase, stops: dict[int, str], finite: frozenset[int]) -> Iterator[tuple[Draft, int]]:
    """The content before its cue, and what goes on after it ("P1, X said, P2")."""
    words = unit.words
    after = subject.end if verb.order == "inverted" else verb.end
    ranges = [(left.start, left.end)]
    mark = next((i for i in range(after, len(words)) if words[i].tags & {"comma", "colon", "stop", "quote", "dash"}), None)
    if mark is not None and mark + 1 < len(words):
        colon = words[mark].has("colon")
        ahead = mark if words[mark].has("quote") else mark + 1
        if words[ahead].has("quote") and (left.end - left.start == 1 or words[left.end - 1].has("quote")):
            if colon:
                yield _draft(unit, verb, subject, cue, pieces(words, (ahead, ahead + 1)), "quote"), after
            else:
                ranges.append((ahead, ahead + 1))
        elif words[mark].has("comma") and words[ahead].tags & _FINITE and not has_finite(words, left.start, left.end, finite):
            ranges.append((ahead, content_end(words, Opening(ahead, "clause"), _later(stops, ahead), finite)))
    yield _draft(unit, verb, subject, cue, pieces(words, *ranges), "tail"), (mark if mark is not None else after)


def _draft(unit: Unit, verb: Verb, subject: Phrase, cue: Cue, content: tuple, how: str) -> Draft:  # type: ignore[type-arg]
    words = unit.words
    return Draft(
        source=pieces(words, (subject.start, subject.end)),
        cue=pieces(words, (verb.start, verb.end)),
        content=content,
        cue_entry=cue,
        how=how,
        negated=verb.negated,
        able=verb.able,
    )


def _of_phrase(unit: Unit, at: int, phrase: CuePhrase, stops: dict[int, str], finite: frozenset[int]) -> Draft | None:
    """"According to X, P" and "P, according to X"."""
    words = unit.words
    after = at + len(phrase.words)
    source = _phrase_source(words, after, finite)
    if source is None:
        return None
    opens = at == 0 or words[at - 1].tags & {"coordinator", "colon", "semicolon"} or (at == 1 and words[0].has("adverb"))
    if opens and not phrase.trailing:
        begin = source.end + (source.end < len(words) and words[source.end].has("comma"))
        if begin >= len(words):
            return None
        end = content_end(words, Opening(begin, "clause"), _later(stops, begin), finite)
        content = pieces(words, (begin, end))
    else:
        end = at - 1 if words[at - 1].has("comma") else at
        start = left_start(unit, end, finite)
        ranges = [(start, end)]
        following = source.end + 1
        if source.end < len(words) and words[source.end].has("comma") and following < len(words) and not has_finite(words, start, end, finite):
            ranges.append((following, content_end(words, Opening(following, "clause"), _later(stops, following), finite)))
        content = pieces(words, *ranges)
    if not content:
        return None
    return Draft(
        source=pieces(words, (source.start, source.end)),
        cue=pieces(words, (at, after)),
        content=content,
        cue_entry=None,
        how="phrase" if opens else "tail",
        basis=phrase.basis,
    )


def _phrase_source(words: Sequence[Word], start: int, finite: frozenset[int]) -> Phrase | None:
    """The source after "according to": up to the next mark, its apposition included."""
    end = start
    while end < len(words) and not words[end].tags & {"comma", "stop", "semicolon", "colon", "dash", "relative", "quote"} or (end < len(words) and end == start and words[end].has("determiner")):
        if words[end].has("subordinator") or (words[end].tags & _FINITE and end > start):
            break
        end += 1
    found = subject_after(words, start, finite)
    if end >= len(words) or words[end].tags & {"stop", "semicolon", "dash"}:
        return Phrase(start, end) if end > start else None
    if found and found.end > end:
        return found
    return Phrase(start, end) if end > start else None
