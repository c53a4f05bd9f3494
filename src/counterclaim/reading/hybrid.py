"""The reader of the default: the grammar's attributions, and beside them what the trained reader finds."""

from collections.abc import Sequence

from counterclaim.model import Attribution, Span, holder
from counterclaim.reading.attribution_cues import Lexicon, lexicon
from counterclaim.reading.attribution_drafts import Draft
from counterclaim.reading.attribution_relays import related
from counterclaim.reading.attributions import made_of
from counterclaim.reading.encoder_attributions import doubted, joined, learned, says_clause, starts_quoted
from counterclaim.reading.encoder_parse import Parse
from counterclaim.reading.quotes import Quotation

DOUBT = 0.5
"""The probability of a cue under which an attribution of the grammar does not count."""
LISTED, UNLISTED = 0.9, 0.95
"""The confidence from which an attribution of the trained reader counts, where its cue is a word of the grammar's lexicon, and where not.

Any other word must also report a clause or a quotation: in headlines many a verb with an object looks like a cue ("poses a risk").
"""


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
    if not draft.cue or any(words.knows(word) for span in draft.cue for word in span.of(text).lower().split()):
        return draft.confidence >= LISTED
    return draft.confidence >= UNLISTED and (says_clause(draft.content, parse) or starts_quoted(draft.content, text))
