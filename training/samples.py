"""A window of words with whatever labels its corpus has; what a corpus has not marked is None and costs nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dispatches import CODE_LIST as CODES
from dispatches import FORMS, KINDS, STANCES

from counterclaim.model import Attribution, Span
from counterclaim.reading.encoder_words import encoder_words, hints, layouts, shape
from counterclaim.reading.sentences import sentences

IGNORED = -100
UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
POLARITIES = ("positive", "negative")
CERTAINTIES = ("certain", "probable", "possible")
ROLES = ("none", "source", "content", "cue")
MENTION_TAGS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
EVENT_TAGS = ("O", *(f"{edge}-{code}" for code in CODES for edge in "BI"))
CUE_TAGS = ("O", "B", "I", "mark")
"""`mark`: a colon or dash that stands for the cue ("Army: bridge taken")."""


@dataclass
class Saying:
    """One attribution in a window: its anchor (the word that stands for the cue), and each word's role."""

    anchor: int
    roles: list[int]
    form: int
    stance: int


@dataclass
class Sample:
    """Words of a window and their labels; every list has one entry a word."""

    words: list[str]
    layout: list[int]
    sentence: list[int]
    origin: str = ""
    weight: float = 1.0
    upos: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    mentions: list[int] | None = None
    events: list[int] | None = None
    polarity: list[int] | None = None
    certainty: list[int] | None = None
    cues: list[int] | None = None
    sayings: list[Saying] = field(default_factory=list)
    hints: list[int] | None = None

    @property
    def shapes(self) -> list[int]:
        """The words' shapes."""
        return [shape(word) for word in self.words]


@dataclass(frozen=True)
class Told:
    """An attribution in a text, by characters."""

    source: Sequence[Span]
    cue: Sequence[Span]
    content: Sequence[Span]
    form: str
    stance: str


@dataclass(frozen=True)
class Marked:
    """A text with spans; None where the kind of mark is not given."""

    text: str
    origin: str
    weight: float = 1.0
    mentions: Sequence[tuple[Span, str]] | None = None
    events: Sequence[tuple[Span, str | None, str, str]] | None = None
    told: Sequence[Told] | None = None
    hints: Sequence[Attribution] | None = None


def windows(marked: Marked, longest: int = 200, stride: int = 120) -> list[Sample]:
    """Returns the windows of a marked text: whole sentences, at most `longest` words, a new one about every `stride` words."""
    parted = [encoder_words(marked.text, s.start, s.end) for s in sentences(marked.text)]
    parted = [piece[k : k + longest] for piece in parted for k in range(0, len(piece), longest)]
    found, first = [], 0
    while first < len(parted):
        last, size = first, 0
        while last < len(parted) and size + len(parted[last]) <= longest:
            size += len(parted[last])
            last += 1
        found.append(_window(marked, parted[first:last]))
        if last == len(parted):
            break
        moved = 0
        while moved < stride and first < last:
            moved += len(parted[first])
            first += 1
    return found


def _window(marked: Marked, parted: list[list[Span]]) -> Sample:
    spans = [word for piece in parted for word in piece]
    sample = Sample(
        [word.of(marked.text) for word in spans],
        layouts(marked.text, spans),
        [k for k, piece in enumerate(parted) for _ in piece],
        marked.origin,
        marked.weight,
    )
    if marked.mentions is not None:
        sample.mentions = tagged(spans, ((s, kind) for s, kind in marked.mentions), MENTION_TAGS)
    if marked.events is not None:
        _with_events(sample, spans, marked.events)
    if marked.told is not None:
        _with_sayings(sample, spans, marked.told)
    if marked.hints is not None:
        sample.hints = hints(spans, marked.hints)
    return sample


def within(spans: Sequence[Span], role: Iterable[Span]) -> list[int]:
    """Returns the words that lie, at least by half, in a role."""
    pieces = list(role)
    return [k for k, w in enumerate(spans) if any(min(w.end, p.end) - max(w.start, p.start) > (w.end - w.start) / 2 for p in pieces)]


def tagged(spans: Sequence[Span], marks: Iterable[tuple[Span, str]], tags: Sequence[str]) -> list[int]:
    """Returns BIO tags; where marks overlap, the longer one holds."""
    found = [0] * len(spans)
    for span, kind in sorted(marks, key=lambda m: (m[0].end - m[0].start, m[0].start)):
        for n, k in enumerate(within(spans, [span])):
            found[k] = tags.index(f"{'I' if n else 'B'}-{kind}")
    return found


def _with_events(sample: Sample, spans: Sequence[Span], events: Sequence[tuple[Span, str | None, str, str]]) -> None:
    sample.events = tagged(spans, ((s, code) for s, code, _, _ in events if code), EVENT_TAGS)
    sample.polarity, sample.certainty = [IGNORED] * len(spans), [IGNORED] * len(spans)
    for span, _, polarity, certainty in events:
        for k in within(spans, [span]):
            sample.polarity[k] = POLARITIES.index(polarity)
            sample.certainty[k] = CERTAINTIES.index(certainty)


def _with_sayings(sample: Sample, spans: Sequence[Span], told: Sequence[Told]) -> None:
    sample.cues = [0] * len(spans)
    taken: dict[int, Saying] = {}
    for one in told:
        source, content = within(spans, one.source), within(spans, one.content)
        pieces = [within(spans, [piece]) for piece in one.cue]
        pieces = [piece for piece in pieces if piece]
        anchor = pieces[0][-1] if pieces else None if one.cue else _mark(sample, source, content)
        if anchor is None or not content:
            continue
        for piece in pieces[:1]:
            for n, k in enumerate(piece):
                sample.cues[k] = 2 if n else 1
        if not pieces:
            sample.cues[anchor] = 3
        roles = [0] * len(spans)
        for k in content:
            roles[k] = 2
        for k in source:
            roles[k] = 1
        for piece in pieces:
            for k in piece:
                roles[k] = 3
        if anchor in taken:
            roles = [max(a, b) if 0 in (a, b) else a for a, b in zip(taken[anchor].roles, roles, strict=True)]
        taken[anchor] = Saying(anchor, roles, FORMS.index(one.form), STANCES.index(one.stance))
    sample.sayings = list(taken.values())


def _mark(sample: Sample, source: list[int], content: list[int]) -> int | None:
    """Returns the colon, dash or bar between source and content where no words stand for the cue."""
    if not source or not content:
        return None
    low, high = (source[-1], content[0]) if source[-1] < content[0] else (content[-1], source[0])
    between = [k for k in range(low + 1, high) if not sample.words[k][0].isalnum() and sample.words[k] not in ",.\"'“”‘’"]
    return between[0] if between else None
