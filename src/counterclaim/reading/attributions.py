"""Attributions: who is said to have said what (source, cue, content), by the grammar of a language's cues."""

import bisect
import itertools
from collections.abc import Iterator
from dataclasses import replace

from counterclaim.model import Attribution, Form, Role, Span, short_id
from counterclaim.reading.attribution_cues import Lexicon, lexicon
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.attribution_headlines import headline, spoken
from counterclaim.reading.attribution_hearsay import hearsay
from counterclaim.reading.attribution_mutual import parted
from counterclaim.reading.attribution_nouns import nominal
from counterclaim.reading.attribution_passives import passives
from counterclaim.reading.attribution_phrases import sourced
from counterclaim.reading.attribution_quotes import continued
from counterclaim.reading.attribution_quoting import quoting
from counterclaim.reading.attribution_relays import related
from counterclaim.reading.attribution_reports import reports, scene_of
from counterclaim.reading.attribution_scene import Scene
from counterclaim.reading.attribution_verbs import verbs_of
from counterclaim.reading.clauses import Unit, units
from counterclaim.reading.quotes import Quotation
from counterclaim.reading.stance import basis, certainty, stance

_SMALL = 5
_HEADING = 4
_SAME = 0.8


def attributions(
    text: str, sentences: tuple[Span, ...], quotations: tuple[Quotation, ...], language: str = "en"
) -> tuple[Attribution, ...]:
    """Returns the attributions of a text, sorted by cue.

    Args:
        text: the document's text.
        sentences: its sentences, sorted.
        quotations: its quotations, sorted.
        language: whose cues to look for.
    """
    words = lexicon(language)
    drafts: list[Draft] = []
    read = units(text, sentences, quotations, language)
    for number, unit in enumerate(read):
        if any(words.knows(w.lower) for w in unit.words):
            drafts += [replace(d, unit=number) for d in _of_unit(unit, words)]
    drafts += _of_headlines(text, read, drafts)
    drafts = continued(text, read, drafts)
    made = [
        made_of(d, text, quotations, read[d.unit].span, language)
        for d in _distinct(_without_copies(text, read, drafts))
        if _says_something(d, text)
    ]
    made.sort(key=lambda a: (a.cue or a.content, a.source, a.content))
    return tuple(related(made))


def _of_unit(unit: Unit, words: Lexicon) -> list[Draft]:
    scene, found = scene_of(unit, verbs_of(unit, words), words)
    drafts = list(reports(scene, found))
    phrases = list(sourced(scene, words, drafts))
    taken = {d.cue for d in phrases}
    drafts = [*(d for d in drafts if d.cue not in taken), *phrases]
    drafts += hearsay(scene, words)
    drafts += passives(scene, words)
    relayed = list(quoting(scene, words))
    spoken_at = {d.cue[-1].end for d in relayed}
    drafts = [*(d for d in drafts if not d.cue or d.cue[-1].end not in spoken_at), *relayed]
    drafts += nominal(scene, words, tuple(c for d in drafts for c in d.cue))
    return list(parted(unit.words, drafts))


def _says_something(draft: Draft, text: str) -> bool:
    """Tells whether the content is more than one small word ("said so", "agreed that...")."""
    if len(draft.content) != 1:
        return bool(draft.content)
    words = draft.content[0].of(text).split()
    return len(words) > 1 or len(words[0]) > _SMALL or not words[0][:1].islower()


def _of_headlines(text: str, read: tuple[Unit, ...], drafts: list[Draft]) -> list[Draft]:
    """The drafts without a cue: headlines that name their speaker, sentences that are a name, a colon and a quotation."""
    speakers = frozenset(d.source[-1].of(text).split()[-1].lower() for d in drafts if d.source)
    busy = {d.unit for d in drafts if not d.hearsay}
    found = []
    for number, unit in enumerate(read):
        if unit.headline:
            found += [replace(d, unit=number) for d in headline(Scene(unit, frozenset(), {}), speakers, number in busy)]
        elif number not in busy:
            found += [replace(d, unit=number) for d in spoken(Scene(unit, frozenset(), {}))]
    return found


def _without_copies(text: str, read: tuple[Unit, ...], drafts: list[Draft]) -> list[Draft]:
    """Leaves out what a heading says that the next heading repeats, as web copies print a title twice."""
    copies = {
        number
        for number, (unit, after) in enumerate(itertools.pairwise(read))
        if unit.headline
        and after.headline
        and after.opens_paragraph
        and unit.inside is None
        and after.inside is None
        and _repeats(unit, after)
    }
    return [d for d in drafts if d.unit not in copies]


def _repeats(unit: Unit, after: Unit) -> bool:
    """Tells whether the words of a heading stand in the same order in the next."""
    first = [w.lower for w in unit.words if w.text[:1].isalnum()]
    rest = [w.lower for w in after.words if w.text[:1].isalnum()]
    at = shared = 0
    for word in first:
        if word in rest[at:]:
            at = rest.index(word, at) + 1
            shared += 1
    return len(first) >= _HEADING and shared >= _SAME * len(first)


def _distinct(drafts: list[Draft]) -> Iterator[Draft]:
    seen: set[tuple[Role, Role, Role]] = set()
    for draft in drafts:
        key = (draft.source, draft.cue, draft.content)
        if key not in seen:
            seen.add(key)
            yield draft


def made_of(draft: Draft, text: str, quotations: tuple[Quotation, ...], around: Span, language: str) -> Attribution:
    """Returns the attribution of a draft: its id, form, stance, basis and certainty; `around` is the clause that it stands in."""
    meant, polarity = stance(draft, text, language)
    return Attribution(
        id=short_id("attribution", draft.source, draft.cue, draft.content),
        source=draft.source,
        cue=draft.cue,
        content=draft.content,
        form=_form(draft, quotations),
        stance=meant,
        polarity=polarity,
        basis=basis(draft, text, around, language),
        certainty=certainty(draft, text, language),
        confidence=draft.confidence,
        mutual=draft.mutual,
    )


def _form(draft: Draft, quotations: tuple[Quotation, ...]) -> Form:
    """The form: direct where quotations hold the whole content, mixed where they hold a part."""
    if draft.hearsay:
        return "hearsay"
    if draft.how == "announced":
        return "direct"
    first = bisect.bisect_left(quotations, draft.content[0].start, key=lambda q: q.span.end)
    last = bisect.bisect_right(quotations, draft.content[-1].end, key=lambda q: q.span.start)
    touched = [q for q in quotations[first:last] if any(q.span.overlaps(s) and not q.inner.covers(s) for s in draft.content)]
    if touched and all(any(q.span.covers(s) for q in touched) for s in draft.content):
        return "direct"
    return "mixed" if touched else "indirect"
