"""Place names that no gazetteer has, known as places by the words around them: "in Halvik", "the village of Halvik", "Halvik, a town"."""

import re
from collections.abc import Iterable, Sequence

from counterclaim.knowledge.world import slug
from counterclaim.model import Place, Span, Toponym
from counterclaim.reading.toponyms_announced import announced
from counterclaim.reading.toponyms_sites import overlaps_any
from counterclaim.reading.toponyms_words import Vocabulary, Word

MOST = 200
"""So many names of one document are looked for again; a text with more is a list."""
UNLISTED_KM = 5.0


def unlisted(
    text: str, words: Sequence[Word], named: Sequence[Toponym], vocabulary: Vocabulary, language: str = "en"
) -> tuple[Toponym, ...]:
    """Returns the toponyms that are not in the gazetteer, sorted; `place` is None: nobody guesses where they are.

    A name counts as a place once words of the running text say so; then it is one wherever it stands in the document.

    Args:
        text: the document's text.
        words: its words.
        named: the toponyms that the gazetteer knows.
        vocabulary: the words of the language.
        language: the text's language, BCP 47.
    """
    return wherever(text, announced(words, vocabulary, language), named)


def wherever(text: str, given: Iterable[str], named: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Returns the toponyms of names wherever they stand in a text, but where the gazetteer knows one, sorted by name's length and span."""
    held = {t.span.of(text) for t in named}
    names = sorted({name for name in given if name not in held}, key=lambda n: (-len(n), n))[:MOST]
    if not names:
        return ()
    taken = tuple(sorted(t.span for t in named))
    found: list[Toponym] = []
    for match in re.finditer(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])", text):
        span = Span(*match.span())
        if not overlaps_any(span, taken) and not _is_person(text, span):
            found.append(Toponym(span, None, 0.4))
    return tuple(found)


def unlisted_place(name: str) -> Place:
    """Returns the place of a name that no gazetteer has: without coordinates, the same wherever the name stands."""
    return Place(f"text:{slug(name)}", name, None, None, None, None, UNLISTED_KM)


def _is_person(text: str, span: Span) -> bool:
    """Tells whether a capitalised word stands right before or after, so that the words are part of another name."""
    before = re.search(r"([A-Z][a-z]+\.?) $", text[max(0, span.start - 20) : span.start])
    after = re.match(r" [A-Z][a-z]+", text[span.end : span.end + 20])
    return before is not None and after is not None
