"""Quotations that go on: sentences of nothing but quoted words take the speaker and cue of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from counterclaim.model import Role, Span
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.clauses import Unit

_MARKS = frozenset({"quote", "pause", "stop", "open", "close"})
_QUOTING = frozenset({"tail", "quote", "colon", "object", "bare"})
_SENTENCE = 4
_BLOCK = 1500


@dataclass
class _Reader:
    """Where the reading stands.

    `target` is the draft whose quotation may go on, `announced` the one that announces a quotation, `waiting` quotations without a speaker.
    """

    drafts: list[Draft]
    target: int | None = None
    announced: int | None = None
    waiting: list[Span] = field(default_factory=list)
    speaker: Draft | None = None
    speaker_unit: int = -9


def continued(text: str, read: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """Returns the drafts, with the quotations of following sentences and paragraphs joined to those that they continue.

    A quotation that stands alone after another speaker's words is a draft of its own, without a cue.
    """
    state = _Reader(list(drafts))
    by_unit: dict[int, list[int]] = {}
    for place, draft in enumerate(state.drafts):
        by_unit.setdefault(draft.unit, []).append(place)
    for number, unit in enumerate(read):
        if unit.inside is None and unit.words:
            _read(text, state, unit, number, by_unit.get(number, []))
    return [d for d in state.drafts if d.content]


def _read(text: str, state: _Reader, unit: Unit, number: int, own: list[int]) -> None:
    spans = tuple(Span(w.start, w.end) for w in unit.words if w.has("quote"))
    pure = bool(spans) and all(w.tags & _MARKS for w in unit.words)
    if pure and not own:
        _take(state, unit, spans, number)
    else:
        _prepend(state, unit, own)
        if spans and not own and state.target is not None and not unit.opens_paragraph and unit.words[0].has("quote"):
            draft = state.drafts[state.target]
            end = unit.words[-1].start if unit.words[-1].has("stop") else unit.words[-1].end
            state.drafts[state.target] = replace(draft, content=(*draft.content, Span(unit.words[0].start, end)))
        elif spans and not own:
            _orphan(text, state, unit, number)
        elif state.announced is not None and not own and not unit.words[0].has("quote"):
            _block(text, state, unit)
        _turn(state, unit, own, number)
    if spans and not pure and state.target is None and not own:
        state.target = None


def _take(state: _Reader, unit: Unit, spans: Role, number: int) -> None:
    """Gives a sentence of quoted words to the draft that it continues."""
    goes_on = any(w.quotation is not None and w.quotation.continued for w in unit.words)
    place = state.announced if state.announced is not None else state.target
    if place is not None and (state.announced is not None or not unit.opens_paragraph or state.waiting):
        draft = state.drafts[place]
        state.drafts[place] = replace(draft, content=tuple(sorted({*draft.content, *spans})))
        state.target, state.announced = place, None
        state.waiting = [spans[-1]] if goes_on else []
    elif goes_on or (state.waiting and state.target is None):
        state.waiting += spans
    elif state.speaker is not None and number - state.speaker_unit <= 2 and _says(unit):
        state.drafts.append(
            replace(state.speaker, cue=(), content=spans, cue_entry=None, how="quote", unit=number, negated=False, confidence=0.4)
        )
        state.target = len(state.drafts) - 1


def _says(unit: Unit) -> bool:
    """Tells whether the quoted words read as an utterance, not as a title."""
    return any(w.quotation is not None and w.end - w.start > 24 for w in unit.words)


def _prepend(state: _Reader, unit: Unit, own: list[int]) -> None:
    """Gives paragraphs of quoted words to the speaker whom the next paragraph names."""
    if state.waiting and state.target is None:
        for place in own:
            draft = state.drafts[place]
            if draft.how == "tail" and unit.words[0].has("quote") and draft.content[0].start == unit.words[0].start:
                state.drafts[place] = replace(draft, content=tuple(sorted({*state.waiting, *draft.content})))
                break
    state.waiting = []


def _orphan(text: str, state: _Reader, unit: Unit, number: int) -> None:
    """Reads a sentence that opens with an utterance in quote marks and names nobody as the last speaker's."""
    first = unit.words[0]
    if (
        state.speaker is None
        or number - state.speaker_unit > 1
        or first.quotation is None
        or (unit.opens_paragraph and number - state.speaker_unit > 1)
    ):
        return
    inner = first.quotation.inner.of(text)
    if len(inner.split()) < _SENTENCE or not inner[:1].isupper():
        return
    end = unit.words[-1].start if unit.words[-1].has("stop") else unit.words[-1].end
    content = (Span(first.start, end),)
    state.drafts.append(
        replace(state.speaker, cue=(), content=content, cue_entry=None, how="quote", unit=number, negated=False, confidence=0.4)
    )


def _block(text: str, state: _Reader, unit: Unit) -> None:
    """Gives the paragraph after "X said on Telegram:" to X, without quote marks."""
    assert state.announced is not None
    draft = state.drafts[state.announced]
    edge = draft.content[-1].end if draft.content else draft.cue[-1].end
    gap = text[edge : unit.span.start]
    if (draft.content and "\n\n" in gap) or unit.span.end - draft.cue[-1].end > _BLOCK:
        return
    start = draft.content[0].start if draft.content else unit.span.start
    state.drafts[state.announced] = replace(draft, content=(Span(start, unit.span.end),))


def _turn(state: _Reader, unit: Unit, own: list[int], number: int) -> None:
    """Notes which draft's quotation may go on and who spoke last."""
    blocks = state.announced is not None and not own and bool(state.drafts[state.announced].content)
    announced = next((p for p in own if state.drafts[p].how == "announced"), None)
    state.announced = state.announced if blocks and announced is None else announced
    quoting = [p for p in own if state.drafts[p].how in _QUOTING and _quotes(unit, state.drafts[p])]
    state.target = max(quoting, key=lambda p: state.drafts[p].cue) if quoting else None
    if state.target is not None:
        state.waiting = [Span(w.start, w.end) for w in unit.words if w.quotation is not None and w.quotation.continued]
    named = [p for p in own if state.drafts[p].source and state.drafts[p].how not in ("hearsay", "noun")]
    if named:
        state.speaker = state.drafts[max(named, key=lambda p: state.drafts[p].cue)]
        state.speaker_unit = number


def _quotes(unit: Unit, draft: Draft) -> bool:
    """Tells whether a piece of the content is a quotation as a whole, or ends with one."""
    return any(
        w.has("quote") and any(s.end == w.end or (s.start == w.start and s.end - w.end < 3) for s in draft.content) for w in unit.words
    )
