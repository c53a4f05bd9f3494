"""Reports: reporting verbs and phrases with their sources and contents (X says that P; P, says X; according to X, P)."""

from collections.abc import Iterator, Sequence

from counterclaim.model import Role
from counterclaim.reading.attribution_contents import Opening, opening
from counterclaim.reading.attribution_cues import Lexicon
from counterclaim.reading.attribution_drafts import Draft, pieces
from counterclaim.reading.attribution_phrases import phrases_of
from counterclaim.reading.attribution_scene import Report, Scene, left_start
from counterclaim.reading.attribution_subjects import (
    Phrase,
    has_finite,
    is_finite,
    is_finite_past,
    is_quantity,
    subject_before,
    trimmed_left,
)
from counterclaim.reading.attribution_verbs import Verb
from counterclaim.reading.clauses import Unit, Word

_FINITE = frozenset({"be", "have", "do", "modal", "finite"})
_SPEECH = 30
_TOPIC = 7


def scene_of(unit: Unit, verbs: tuple[Verb, ...], lexicon: Lexicon) -> tuple[Scene, tuple[Report, ...]]:
    """Returns the unit's scene and the reporting verbs that have a content."""
    finite = frozenset(v.at for v in verbs if v.order != "participle")
    found: list[Report] = []
    previous: Phrase | None = None
    for verb in verbs:
        subject = (
            verb.subject
            or _absolute(unit.words, verb, finite)
            or _clause_subject(unit.words, verb, finite)
            or previous
            or _main_subject(unit, verb.start, finite)
        )
        if subject is None:
            continue
        report = _report(unit, verb, subject, finite)
        if report and _is_anonymous(unit.words, subject, lexicon):
            report = report._replace(anonymous=True)
        if report and not _shows_footage(unit.words, report):
            found.append(report)
            previous = subject if verb.order != "participle" or not previous else previous
    return Scene(unit, finite, _stops(unit.words, found, lexicon)), tuple(found)


def reports(scene: Scene, found: tuple[Report, ...]) -> Iterator[Draft]:
    """Yields a draft for each reporting verb of a unit."""
    taken = 0
    for report in found:
        words = scene.words
        if report.right and report.right.how == "announced":
            yield _draft(scene, report, (), "announced")
            continue
        if report.gap:
            after = [(report.right.start, scene.end_of(report.right))] if report.right else []
            yield _draft(scene, report, pieces(words, (report.gap.start, report.gap.end), *after), "gap")
            continue
        if report.right:
            end = scene.end_of(report.right, _is_subordinate(words, report.subject))
            yield _draft(scene, report, pieces(words, (report.right.start, end)), report.right.how)
            continue
        assert report.left is not None
        left = report.left if report.left.start >= taken else Phrase(min(_resumed(words, taken), report.left.end - 1), report.left.end)
        drafts, taken = _tail(scene, report, left)
        yield from drafts


def _is_subordinate(words: Sequence[Word], subject: Phrase) -> bool:
    """Tells whether the reporting clause is a subordinate one that opens its sentence ("While the army said P, ...")."""
    k = subject.start
    while k > 0 and words[k - 1].has("adverb"):
        k -= 1
    return (
        k > 0
        and words[k - 1].has("subordinator")
        and (k == 1 or words[k - 2].tags & {"pause", "subordinator", "coordinator", "adverb"} != frozenset())
        and k < 5
    )


def _resumed(words: Sequence[Word], taken: int) -> int:
    """Where a second content may begin after the words of a cue that closed the first."""
    while taken < len(words) and words[taken].tags & {"pause"}:
        taken += 1
    return taken


def _report(unit: Unit, verb: Verb, subject: Phrase, finite: frozenset[int]) -> Report | None:
    """The side on which the verb's content stands, and the reading of the verb that takes it."""
    gap = _gap(unit.words, verb, subject, finite)
    others = finite - {verb.at}
    readings = [(cue, None if verb.order == "inverted" else opening(unit.words, verb.end, cue, others)) for cue in verb.cues]
    left = _left(unit, verb, subject, finite, any(right for _, right in readings))
    for cue, right in sorted(readings, key=lambda r: r[1].start if r[1] else len(unit.words)):
        if left and _prefers_left(unit.words, right, verb, left, cue.takes):
            if "tail" in cue.takes:
                return Report(verb, cue, subject, left, None)
            continue
        if right and verb.negated and unit.words[right.start].has("question"):
            return None
        if right and not (gap and right.how == "accuse"):
            return Report(verb, cue, subject, None, right)
        missing = _missing_subject(unit.words, verb, subject, finite) if "bare" in cue.takes else None
        if missing:
            return Report(verb, cue, subject, None, Opening(verb.end, "phrase"), missing)
        if gap and cue.takes & {"object", "accuse"}:
            return Report(verb, cue, subject, None, _of_gap(unit.words, verb, right), gap)
    return None


def _missing_subject(words: Sequence[Word], verb: Verb, subject: Phrase, finite: frozenset[int]) -> Phrase | None:
    """What a relative stands for whose clause the verb reports ("a blast that the army said was a test", "what it said was a test")."""
    relative = subject.start - 1
    if relative < 1 or verb.end >= len(words) or not is_finite(words, verb.end) or relative - 1 in finite:
        return None
    if words[relative].has("question") and not words[relative].has("relative"):
        return Phrase(relative, subject.start)
    if not words[relative].has("relative"):
        return None
    return subject_before(words, relative - words[relative - 1].has("comma"), finite)


def _gap(words: Sequence[Word], verb: Verb, subject: Phrase, finite: frozenset[int]) -> Phrase | None:
    """What "which", "that" or "for which" before the subject stands for."""
    relative = subject.start - 1
    while relative > 0 and words[relative].has("preverb"):
        relative -= 1
    if verb.order != "subject" or relative < 1 or not words[relative].has("relative") or words[relative].has("place"):
        return None
    end = relative - words[relative - 1].has("preposition")
    comma = end > 0 and words[end - 1].has("comma")
    if comma:
        start = next((v + 1 for v in sorted(finite, reverse=True) if v < end - 2), None)
        if start is not None and has_finite(words, start, end - 1, finite):
            return Phrase(start, end - 1)
        return subject_before(words, end - 1, finite)
    return subject_before(words, end, finite) if end > 0 and not words[end - 1].has("pause") else None


def _of_gap(words: Sequence[Word], verb: Verb, right: Opening | None) -> Opening | None:
    """What follows the verb of a relative clause: "on each other", or nothing."""
    if right:
        return right
    ahead = words[verb.end] if verb.end < len(words) else None
    return Opening(verb.end, "phrase") if ahead and ahead.has("topic_preposition") else None


def _stops(words: Sequence[Word], found: list[Report], lexicon: Lexicon) -> dict[int, str]:
    """Where another cue's words begin, by kind (see `content_end`)."""
    stops: dict[int, str] = {}
    for report in found:
        verb = report.verb
        if verb.order == "participle":
            if verb.start and words[verb.start - 1].tags & {"comma", "coordinator", "dash", "quote"}:
                stops[verb.start] = "participle"
        elif verb.order == "shared":
            stops[verb.start] = "shared"
        elif verb.order == "inverted":
            stops[verb.start] = "tail"
        else:
            stops[report.subject.start] = "tail" if report.left else "clause"
            if words[verb.start - 1].has("comma"):
                stops[verb.start] = "shared"
    for at, _ in phrases_of(words, lexicon):
        stops[at] = "phrase"
    return stops


def _is_anonymous(words: Sequence[Word], subject: Phrase, lexicon: Lexicon) -> bool:
    """Tells whether the subject is a report with nobody behind it ("reports suggest")."""
    noun = lexicon.nouns.get(words[subject.end - 1].lower)
    owned = any(w.tags & {"determiner", "genitive", "demonym", "capital"} for w in words[subject.start : subject.end - 1])
    return noun is not None and noun.lemma != words[subject.end - 1].lower and "hearsay" in noun.takes and not owned


def _shows_footage(words: Sequence[Word], report: Report) -> bool:
    """Tells whether the subject of a verb of finding is pictures, or without "that" no study."""
    if "evidence" not in report.cue.takes:
        return False
    subject = words[report.subject.start : report.subject.end]
    mere = report.right is not None and report.right.how in ("object", "bare")
    return any(w.has("footage") for w in subject) or (mere and not any(w.has("study") for w in subject))


def _absolute(words: Sequence[Word], verb: Verb, finite: frozenset[int]) -> Phrase | None:
    """The subject of "with X saying"."""
    if verb.order != "participle" or verb.start == 0 or words[verb.start - 1].tags & {"pause", "coordinator", "quote", "preposition", "be"}:
        return None
    start = next(
        (k for k in range(verb.start - 1, max(-1, verb.start - 14), -1) if words[k].has("absolute") or words[k].tags & {"pause", "quote"}),
        None,
    )
    return Phrase(start + 1, verb.start) if start is not None and words[start].has("absolute") and start + 1 < verb.start else None


def _clause_subject(words: Sequence[Word], verb: Verb, finite: frozenset[int]) -> Phrase | None:
    """The subject of the subordinate clause in which a verb shares it ("after Varnia sent aid and accused Kelvar")."""
    if verb.order != "shared":
        return None
    nearest = next((i for i in range(verb.start - 1, 0, -1) if words[i].tags & _FINITE or i in finite), None)
    subject = subject_before(words, nearest, finite) if nearest is not None else None
    if subject is None or subject.start == 0 or words[subject.start - 1].has("complementiser"):
        return None
    return subject if words[subject.start - 1].has("subordinator") and not words[subject.start].has("pronoun") else None


def _main_subject(unit: Unit, end: int, finite: frozenset[int]) -> Phrase | None:
    """The subject of the unit's first verb before `end`."""
    words = unit.words
    subordinate: Phrase | None = None
    places = [i for i in range(end - 1, 0, -1) if words[i].tags & _FINITE or i in finite or is_finite_past(words, i)]
    places += [i for i in range(1, end) if words[i].has("past")]
    for i in places:
        found = subject_before(words, i, finite)
        if found is None or (words[i - 1].has("relative") and not words[i - 1].has("determiner")):
            continue
        if found.start and words[found.start - 1].tags & {"subordinator", "relative", "complementiser"}:
            subordinate = subordinate or found
        else:
            return found
    if subordinate:
        return subordinate
    topic = next((i + 1 for i in range(1, min(end, _TOPIC)) if words[i].has("colon")), 0) if unit.headline else 0
    start = trimmed_left(words, topic, end)
    stop = start
    while stop < end and not words[stop].tags & {"pause", "stop", "quote", "coordinator", "subordinator", "participle"}:
        if words[stop].has("preposition") and not words[stop].has("genitive_preposition"):
            break
        if stop > start and _ends_name(words, stop):
            break
        stop += 1
    return Phrase(start, stop) if stop > start else None


def _ends_name(words: Sequence[Word], i: int) -> bool:
    """Tells whether a name or office ends before the word at `i` ("Varnian chancellor | doubles down")."""
    before, here = words[i - 1], words[i]
    if before.has("determiner") or not before.tags & {"capital", "office"}:
        return False
    return not here.tags & {"capital", "office", "preposition", "genitive", "demonym"}


def _left(unit: Unit, verb: Verb, subject: Phrase, finite: frozenset[int], strict: bool) -> Phrase | None:
    """What stands before the reporting words as their content, if it can be one; `strict` where a content may follow them too."""
    if verb.order not in ("subject", "inverted"):
        return None
    words = unit.words
    edge = verb.start if verb.order == "inverted" else subject.start
    while edge > 0 and words[edge - 1].has("adverb") and not words[edge - 1].has("time"):
        edge -= 1
    if edge == 0 or not words[edge - 1].tags & {"comma", "quote", "dash", "stop"}:
        return None
    end = edge if words[edge - 1].has("quote") else edge - 1
    start = left_start(unit, end, finite)
    if start >= end:
        return None
    if words[end - 1].has("quote") and _is_speech(words, start, end):
        return Phrase(start, end)
    if verb.order == "inverted" or _is_clause(unit, start, end, finite, strict) or _parts_clause(words, verb, finite):
        return Phrase(start, end)
    return None


def _parts_clause(words: Sequence[Word], verb: Verb, finite: frozenset[int]) -> bool:
    """Tells whether a comma follows the verb at once and the words go on: the report stands inside its content."""
    after = verb.end
    while after < len(words) and words[after].has("adverb"):
        after += 1
    if verb.order == "inverted" or after + 2 >= len(words) or not words[after].has("comma"):
        return False
    ahead = words[after + 1]
    if ahead.has("quote"):
        return ahead.quotation is not None and ahead.quotation.lower
    opens = bool(ahead.tags & {"determiner", "pronoun", "capital", "number"}) or has_finite(words, after + 1, len(words), finite)
    return opens and not ahead.tags & {"participle", "relative", "coordinator", "subordinator", "preposition"}


def _is_clause(unit: Unit, start: int, end: int, finite: frozenset[int], strict: bool = True) -> bool:
    """Tells whether the words can stand as a sentence of their own and are no mere setting ("On Friday", "After the raid")."""
    words = unit.words
    first = words[start].tags
    opens_aside = bool(first & {"subordinator", "preposition"}) and not first & {"determiner"} and not is_quantity(words, start)
    if opens_aside and not words[start].has("complementiser") and not any(words[i].has("comma") for i in range(start, end)):
        return False
    return has_finite(words, start, end, finite) or ((unit.headline or not strict) and end - start > 2 and not opens_aside)


def _prefers_left(words: Sequence[Word], right: Opening | None, verb: Verb, left: Phrase, takes: frozenset[str]) -> bool:
    if right is None or verb.order == "inverted":
        return True
    if words[left.end - 1].has("quote") and _is_speech(words, left.start, left.end):
        return True
    if right.how == "phrase":
        return not words[right.start].has("infinitive")
    if right.how == "object" and "urge" in takes:
        return True
    return right.start > verb.end + 1 and right.how not in ("quote", "colon", "clause")


def _is_speech(words: Sequence[Word], start: int, end: int) -> bool:
    """Tells whether a quotation before a cue reads as what was said, not as a name in quote marks."""
    last = words[end - 1]
    return end - start == 1 or last.end - last.start > _SPEECH or not words[end - 2].tags & {"preposition", "determiner"}


def _tail(scene: Scene, report: Report, left: Phrase) -> tuple[list[Draft], int]:
    """The content before its cue, and what goes on after it ("P1, X said, P2"); with the place where the cue's words end."""
    words, verb = scene.words, report.verb
    after = report.subject.end if verb.order == "inverted" else verb.end
    found: list[Draft] = []
    ranges = [(left.start, left.end)]
    mark = next(
        (i for i in range(after, len(words)) if words[i].tags & {"comma", "colon", "semicolon", "stop", "quote", "dash"}), len(words)
    )
    ahead = mark if mark < len(words) and words[mark].has("quote") else mark + 1
    if ahead < len(words):
        quoted = words[left.end - 1].has("quote")
        link = ahead + 1 if words[ahead].has("coordinator") and ahead + 1 < len(words) else ahead
        if words[link].has("quote") and (quoted or _continues(words, link)):
            if words[mark].has("colon"):
                found.append(_draft(scene, report, pieces(words, (link, link + 1)), "quote"))
            else:
                ranges.append((ahead, scene.end_of(Opening(link, "quote"))))
        elif words[mark].has("comma") and not quoted and _goes_on(scene, left, ahead, mark, verb):
            ranges.append((ahead, scene.end_of(Opening(ahead, "clause"))))
    return [_draft(scene, report, pieces(words, *ranges), "tail"), *found], mark


def _continues(words: Sequence[Word], i: int) -> bool:
    """Tells whether a quotation opens with a small letter: it goes on with a clause that began before it."""
    quotation = words[i].quotation
    return quotation is not None and quotation.lower


def _goes_on(scene: Scene, left: Phrase, ahead: int, mark: int, verb: Verb) -> bool:
    """Tells whether the clause before the cue goes on after it."""
    words = scene.words
    if words[ahead].has("participle"):
        return False
    if words[left.end - 1].tags & (_FINITE - {"finite"}):
        return True
    if words[ahead].tags & _FINITE and not has_finite(words, left.start, left.end, scene.finite):
        return True
    return (
        all(w.has("adverb") for w in words[verb.end : mark])
        and verb.order == "subject"
        and not _is_clause(scene.unit, left.start, left.end, scene.finite)
    )


def _draft(scene: Scene, report: Report, content: Role, how: str) -> Draft:
    verb, words = report.verb, scene.words
    if report.anonymous:
        cue = pieces(words, (min(report.subject.start, verb.start), max(report.subject.end, verb.end)))
        return Draft(source=(), cue=cue, content=content, cue_entry=report.cue, how=how, hearsay=True, negated=verb.negated, confidence=0.7)
    return Draft(
        source=pieces(words, (report.subject.start, report.subject.end)),
        cue=pieces(words, (verb.start, verb.end)),
        content=content,
        cue_entry=report.cue,
        how=how,
        negated=verb.negated,
        able=verb.able,
    )
