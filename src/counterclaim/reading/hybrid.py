"""The reader of the default: the grammar's attributions, and beside them what the trained reader finds."""

from collections.abc import Sequence

from counterclaim.model import Attribution, Span, holder, words_of
from counterclaim.reading.attribution_cues import Lexicon, lexicon
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.attribution_relays import related
from counterclaim.reading.attributions import made_of
from counterclaim.reading.encoder_attributions import doubted, joined, learned, says_clause, starts_quoted
from counterclaim.reading.encoder_parse import Parse
from counterclaim.reading.quotes import Quotation

DOUBT = 0.5
"""The probability of a cue under which an attribution of the grammar does not count."""
LISTED, UNLISTED, BARE = 0.9, 0.95, 0.985
"""The confidence from which an attribution of the trained reader counts: with a cue of the grammar's lexicon, with another word, and where
its content is neither clause nor quotation.

In headlines many a verb with an object looks like a cue ("poses a risk"): another word must report a clause or a quotation.
"""
SHORTEST = 2
"""Words of a content at least."""
SPEAKERS = frozenset({"person", "organisation", "unit", "nationality"})


def hybrid(
    text: str, sentences: tuple[Span, ...], quotations: tuple[Quotation, ...], known: Sequence[Attribution], parse: Parse, language: str
) -> tuple[Attribution, ...]:
    """Returns the grammar's attributions that the trained reader does not doubt and those that only it finds, with relays.

    Args:
        text: the text.
        sentences: its sentences.
        quotations: its quotations.
        known: the grammar's attributions.
        parse: what the trained reader makes of the text.
        language: the text's.
    """
    known = [a for a in known if not doubted(a, parse, DOUBT)]
    more = [d for d in joined(known, learned(text, parse)) if _counts(d, text, parse, lexicon(language))]
    whole = Span(0, len(text))
    made = [made_of(d, text, quotations, holder(sentences, (d.cue or d.content)[0]) or whole, language) for d in more]
    every = sorted((*known, *made), key=lambda a: (a.cue or a.content, a.source, a.content))
    return tuple(related(every))


def _counts(draft: Draft, text: str, parse: Parse, words: Lexicon) -> bool:
    if len(words_of(text, draft.content).split()) < SHORTEST:
        return False
    if not draft.cue:
        return draft.confidence >= LISTED and any(_speaks(span, parse) for span in draft.source)
    listed = any(words.knows(word) for span in draft.cue for word in span.of(text).lower().split())
    if says_clause(draft.content, parse) or starts_quoted(draft.content, text):
        return draft.confidence >= (LISTED if listed else UNLISTED)
    return listed and draft.confidence >= BARE


def _speaks(source: Span, parse: Parse) -> bool:
    """Tells whether a headline's words before a colon are somebody: "Ukraine dam: thousands evacuated" is nobody's word."""
    last = Span(source.end - 1, source.end)
    return any(m.label in SPEAKERS and Span(parse.words[m.first].start, parse.words[m.last].end).overlaps(last) for m in parse.mentions)
