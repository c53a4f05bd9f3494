"""What the trained reader makes of a text: words with tags and arcs, names, event words, and who says what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model import Attribution, Span
from counterclaim.reading.encoder_roles import Saying, sayings
from counterclaim.reading.encoder_session import Scores, Session, Window, session, softmax
from counterclaim.reading.encoder_trees import tree
from counterclaim.reading.encoder_words import encoder_words, hints, layouts

LONGEST, STRIDE = 200, 160
"""Words of a window at most; words after which the next one begins."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A run of words `[first, last]` with a label and its mean probability."""

    first: int
    last: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class EventWords(Tagged):
    """The trigger of an event, its label a code, with what the words themselves say of it."""

    polarity: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Parse:
    """A text's words and what the heads say of them.

    `heads` are word indices, a root's its own; `reporting` is the probability that a word is part of a
    cue.
    """

    words: tuple[Span, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    mentions: tuple[Tagged, ...]
    events: tuple[EventWords, ...]
    sayings: tuple[Saying, ...]
    reporting: tuple[float, ...] = ()


def parse(
    text: str, sentences: Sequence[Span], known: Sequence[Attribution] = (), language: str = "en", reader: Session | None = None
) -> Parse:
    """Returns what the trained reader of a language makes of a text.

    Args:
        text: the text.
        sentences: its sentences, in order.
        known: the attributions that the grammar found, which the reader takes as hints.
        language: whose reader.
        reader: a session, else the language's own.
    """
    reader = reader or session(language)
    parted = [encoder_words(text, s.start, s.end, language) for s in sentences]
    parted = [piece[k : k + LONGEST] for piece in parted for k in range(0, len(piece), LONGEST)]
    words = tuple(word for piece in parted for word in piece)
    numbers = [k for k, piece in enumerate(parted) for _ in piece]
    signs = list(zip(layouts(text, words), hints(words, known), strict=True))
    done = [_read(text, words, numbers, signs, w, reader) for w in _windows([len(piece) for piece in parted])]
    return Parse(
        words,
        tuple(x for d in done for x in d.upos),
        tuple(x for d in done for x in d.heads),
        tuple(x for d in done for x in d.relations),
        tuple(x for d in done for x in d.mentions),
        tuple(x for d in done for x in d.events),
        tuple(x for d in done for x in d.sayings),
        tuple(x for d in done for x in d.reporting),
    )


@dataclass(frozen=True, slots=True)
class _Range:
    """The words that a window sees, `[start, end)`, and those that it answers for, `[own, past)`."""

    start: int
    end: int
    own: int
    past: int


def _windows(sizes: Sequence[int]) -> Iterator[_Range]:
    """Yields windows of whole sentences; each answers up to the middle of what it shares with the next."""
    starts = [0]
    for size in sizes:
        starts.append(starts[-1] + size)
    first = own = 0
    while first < len(sizes):
        last = first
        while last < len(sizes) and starts[last + 1] - starts[first] <= LONGEST:
            last += 1
        following = last
        if last < len(sizes):
            following = next((k for k in range(first + 1, last) if starts[k] - starts[first] >= STRIDE), last)
        shared = (starts[following] + starts[last]) // 2
        past = next(starts[k] for k in range(following, last + 1) if starts[k] >= shared or k == last)
        yield _Range(starts[first], starts[last], own, past)
        first, own = following, past


def _read(
    text: str, words: Sequence[Span], numbers: Sequence[int], signs: Sequence[tuple[int, int]], seen: _Range, reader: Session
) -> Parse:
    part = words[seen.start : seen.end]
    sentence = [n - numbers[seen.start] for n in numbers[seen.start : seen.end]]
    lays, hinted = zip(*signs[seen.start : seen.end], strict=True)
    scores = reader.scores(Window(tuple(w.of(text) for w in part), lays, hinted, tuple(sentence)))
    labels = reader.model.labels
    heads = tree(scores["arcs"], sentence)
    own = range(seen.own - seen.start, seen.past - seen.start)
    upos, relations = (scores[name].argmax(-1) for name in ("upos", "relations"))
    reporting = 1.0 - softmax(scores["cues"])[:, 0]
    mentions, triggers = (runs(scores[name], labels[name]) for name in ("mentions", "events"))
    at = seen.start
    return Parse(
        tuple(words[k + at] for k in own),
        tuple(labels["upos"][upos[k]] for k in own),
        tuple(heads[k] + at for k in own),
        tuple(labels["relations"][relations[k]] if heads[k] != k else "root" for k in own),
        tuple(Tagged(t.first + at, t.last + at, t.label, t.confidence) for t in mentions if t.first in own),
        tuple(_event(t, scores, labels, at) for t in triggers if t.first in own),
        tuple(s.moved(at) for s in sayings(reader, scores, sentence, [w.of(text) for w in part]) if s.anchor in own),
        tuple(float(reporting[k]) for k in own),
    )


def _event(trigger: Tagged, scores: dict[str, Scores], labels: dict[str, tuple[str, ...]], at: int) -> EventWords:
    polarity, certainty = (
        labels[name][int(scores[name][trigger.first : trigger.last + 1].mean(0).argmax())] for name in ("polarity", "certainty")
    )
    return EventWords(trigger.first + at, trigger.last + at, trigger.label, trigger.confidence, polarity, certainty)


def runs(scores: Scores, tags: Sequence[str]) -> list[Tagged]:
    """Returns the runs of words that BIO scores [W, N] tell of."""
    shares = softmax(scores)
    best = shares.argmax(-1)
    found = bio_runs(tags[b] for b in best)
    return [Tagged(a, b, label, float(shares[range(a, b + 1), best[a : b + 1]].mean())) for a, b, label in found]


def bio_runs(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Returns the runs of BIO tags: first word, last word, label; an I after another label begins a run of its own."""
    found: list[tuple[int, int, str]] = []
    for k, tag in enumerate(tags):
        edge, _, label = tag.partition("-")
        if not label:
            continue
        if edge == "I" and found and found[-1][1] == k - 1 and found[-1][2] == label:
            found[-1] = (found[-1][0], k, label)
        else:
            found.append((k, k, label))
    return found
