"""Place names that no gazetteer has, known as places by the words around them: "in Halvik", "the village of Halvik", "Halvik, a town"."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.knowledge.world import slug
from counterclaim.model import Place, Span, Toponym
from counterclaim.reading.toponyms_sites import overlaps_any
from counterclaim.reading.toponyms_words import Vocabulary, Word

LONGEST = 3
LEAST = 3
MOST = 200
"""So many names of one document are looked for again; a text with more is a list."""
UNLISTED_KM = 5.0


def unlisted(text: str, words: Sequence[Word], named: Sequence[Toponym], vocabulary: Vocabulary) -> tuple[Toponym, ...]:
    """Returns the toponyms that are not in the gazetteer, sorted; `place` is None: nobody guesses where they are.

    A name counts as a place once words of the running text say so; then it is one wherever it stands in the document.

    Args:
        text: the document's text.
        words: its words.
        named: the toponyms that the gazetteer knows.
        vocabulary: the words of the language.
    """
    held = {t.span.of(text) for t in named}
    names = sorted({name for name in _announced(words, vocabulary) if name not in held}, key=lambda n: (-len(n), n))[:MOST]
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


def _announced(words: Sequence[Word], vocabulary: Vocabulary) -> Iterator[str]:
    """Yields the capitalised names that words of place announce in running text."""
    for n, word in enumerate(words):
        if n == 0 or not _may_be_place(word, vocabulary) or word.gap.strip():
            continue
        before = words[n - 1]
        at = before.low in vocabulary.locating - vocabulary.moving
        of_kind = before.low == "of" and n > 1 and words[n - 2].low in vocabulary.kinds
        beside = before.low == "of" and n > 1 and words[n - 2].low in vocabulary.directions
        name = _run(words, n, vocabulary)
        called = _called(words, n + len(name.split()), vocabulary)
        if name and (at or of_kind or beside or called) and not before.opens:
            yield name


def _run(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> str:
    """Returns the capitalised words from `start` on, joined by blanks; "" where they name an organisation or a person."""
    end = start + 1
    while end < len(words) and end - start < LONGEST and words[end].gap == " " and _may_be_place(words[end], vocabulary):
        end += 1
    after = words[end] if end < len(words) and words[end].gap == " " else None
    inside = (*words[start + 1 : end], *((after,) if after is not None else ()))
    if (after is not None and after.capital) or any(w.low in vocabulary.organisation_after for w in inside):
        return ""
    return " ".join(w.text for w in words[start:end])


def _called(words: Sequence[Word], after: int, vocabulary: Vocabulary) -> bool:
    """Tells whether ", a (small) town" follows."""
    if after + 1 >= len(words) or words[after].gap.strip() != "," or words[after].low not in ("a", "the"):
        return False
    return any(w.low in vocabulary.towns for w in words[after + 1 : after + 3])


def _may_be_place(word: Word, vocabulary: Vocabulary) -> bool:
    if not word.capital or word.titled or word.shouted or len(word.text) < LEAST:
        return False
    low = word.low
    if low in vocabulary.kinds:
        return True
    return low not in vocabulary.never and low not in vocabulary.common and low not in vocabulary.person_before


def _is_person(text: str, span: Span) -> bool:
    """Tells whether a capitalised word stands right before or after, so that the words are part of another name."""
    before = re.search(r"([A-Z][a-z]+\.?) $", text[max(0, span.start - 20) : span.start])
    after = re.match(r" [A-Z][a-z]+", text[span.end : span.end + 20])
    return before is not None and after is not None
