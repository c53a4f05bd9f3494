"""The trained reader's attributions as drafts, and how they join those of the grammar."""

import bisect
from collections.abc import Sequence

from counterclaim.model import Attribution, Role, Span
from counterclaim.reading.attribution_cues import Cue
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.encoder_parse import Parse
from counterclaim.reading.encoder_roles import Runs, Saying

EDGES = ",;:.–—-|/ \n\t"
"""Marks that no role begins with or ends on."""
QUOTES = "\"“„«‘'"
OPENERS, CLOSERS = "“«„‘([", "”»)]"


def learned(text: str, parse: Parse) -> list[Draft]:
    """Returns the trained reader's attributions as drafts, in the order of their anchors."""
    found = []
    for saying in parse.sayings:
        cue, source, content = (_spans(text, parse, runs) for runs in (saying.cue, saying.source, saying.content))
        content = _apart(content, (*cue, *source))
        if content and (cue or source):
            found.append(_draft(saying, text, source, cue, content))
    return found


def joined(known: Sequence[Attribution], more: Sequence[Draft]) -> list[Draft]:
    """Returns those of the trained reader's drafts whose cue the grammar has not; without a cue, whose content it has not."""
    cues = [span for attribution in known for span in attribution.cue]
    told = [span for attribution in known for span in attribution.content]
    return [d for d in more if not _known(d, cues, told)]


def doubted(attribution: Attribution, parse: Parse, least: float) -> bool:
    """Tells whether the trained reader takes none of the words of an attribution's cue for a cue."""
    words = parse.words
    first = bisect.bisect_left(words, attribution.cue[0].start, key=lambda word: word.end - 1) if attribution.cue else len(words)
    shares = []
    while first < len(words) and words[first].start < attribution.cue[-1].end:
        shares.append(parse.reporting[first])
        first += 1
    return bool(shares) and max(shares) < least


def says_clause(content: Role, parse: Parse) -> bool:
    """Tells whether a content holds a subject and its verb."""
    inside = {k for k, word in enumerate(parse.words) if any(span.covers(word) for span in content)}
    return any(parse.relations[k].startswith("nsubj") and parse.heads[k] in inside for k in inside)


def starts_quoted(content: Role, text: str) -> bool:
    """Tells whether a piece of a content begins with a quote mark."""
    return any(text[span.start] in QUOTES for span in content)


def _known(draft: Draft, cues: Sequence[Span], told: Sequence[Span]) -> bool:
    if any(cue.overlaps(span) for span in draft.cue for cue in cues):
        return True
    if draft.cue:
        return False
    return any(span.overlaps(content) for span in draft.content for content in told)


def _draft(saying: Saying, text: str, source: Role, cue: Role, content: Role) -> Draft:
    words = " ".join(span.of(text) for span in cue).lower()
    after = cue and content[0].start < cue[0].start
    return Draft(
        source,
        cue,
        content,
        Cue(words, saying.stance, frozenset()),  # type: ignore[arg-type]
        "tail" if after else "trained",
        hearsay=saying.form == "hearsay" and not source,
        confidence=round(saying.confidence, 3),
    )


def _spans(text: str, parse: Parse, runs: Runs) -> Role:
    return tuple(_trimmed(text, Span(parse.words[first].start, parse.words[last].end)) for first, last in runs)


def _trimmed(text: str, span: Span) -> Span:
    """Returns a span without marks at its edges, nor a quote mark there that has no partner inside."""
    start, end = span.start, span.end
    while start < end and (text[start] in EDGES + CLOSERS or _alone(text[start:end], text[start])):
        start += 1
    while end > start and (text[end - 1] in EDGES + OPENERS or _alone(text[start:end], text[end - 1])):
        end -= 1
    return Span(start, end)


def _alone(words: str, mark: str) -> bool:
    return mark == '"' and words.count(mark) == 1


def _apart(content: Role, others: Role) -> Role:
    return tuple(sorted(c for c in content if c.end > c.start and not any(o.covers(c) for o in others)))
