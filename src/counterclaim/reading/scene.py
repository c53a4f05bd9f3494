"""A text set for reading who is who: its tokens, its sentences, and every name, title and noun of the lexicon in it."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.knowledge.lexicon import Hit, Term, Token, tokens_of
from counterclaim.model import Span
from counterclaim.reading.vocabulary import Vocabulary

PRIORITY = (
    "person",
    "post",
    "party",
    "body",
    "institution",
    "title",
    "honorific",
    "state",
    "forces",
    "publisher",
    "carrier",
    "unnamed",
    "anaphor",
    "pronoun",
    "place",
    "weapon",
    "region",
)
"""Of the meanings of one name, which comes first."""
WINDOW = 800
"""Tokens or names on each side of a token that may bear on it."""
ALONE = frozenset({"person", "publisher"})
"""Kinds of one-word names that are no names beside another capitalised word ("Vyomika Putin", "Varn Liberation Front")."""
HEADLINE = 0.7
"""Share of longer words with a capital that makes a sentence a headline."""
SILENT = frozenset("“”\"«»„‘'*.")
HYPHENS = ("-", "\u2010", "\u2011", "\u2013")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a phrase: a name of the lexicon, or a single word (`kind` word, Word when capitalised, mark, possessive ...)."""

    kind: str
    first: int
    last: int
    terms: tuple[Term, ...] = ()

    @property
    def term(self) -> Term:
        """The meaning that comes first."""
        return next(t for t in self.terms if t.kind == self.kind)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its tokens, sentences and names.

    `strangers` are tokens of a listed surname that has another first name here.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    words: Vocabulary
    hits: tuple[Hit, ...]
    starts: dict[int, Hit]
    strangers: frozenset[int]

    def token_at(self, offset: int) -> int:
        """Returns the index of the first token that ends after a character."""
        return bisect.bisect_right(self.tokens, offset, key=lambda t: t.end)

    def sentence_at(self, token: int) -> int:
        """Returns the index of the sentence that a token stands in."""
        if not self.tokens:
            return 0
        offset = self.tokens[min(token, len(self.tokens) - 1)].start
        return max(0, bisect.bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def hits_near(self, position: int) -> tuple[Hit, ...]:
        """Returns the names around a token, in order."""
        middle = bisect.bisect_left(self.hits, position, key=lambda h: h.first)
        return self.hits[max(0, middle - WINDOW) : middle + WINDOW]

    def folded_around(self, position: int) -> tuple[str, str]:
        """Returns the folded words before a token and from it on, each between single blanks."""
        before = " ".join(t.key for t in self.tokens[max(0, position - WINDOW) : position])
        return f" {before} ", f" {' '.join(t.key for t in self.tokens[position : position + WINDOW])} "

    def span(self, first: int, last: int) -> Span:
        """Returns the characters of the tokens `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words_between(self, first: int, last: int) -> str:
        """Returns the text of the tokens `[first, last)`, its white space as single blanks."""
        return " ".join(self.span(first, last).of(self.text).split())

    def items(self, first: int, last: int) -> tuple[Item, ...]:
        """Returns the tokens `[first, last)` as items; only names that lie wholly within them are taken."""
        hits = {h.first: h for h in _without_strangers(self.words.lexicon.find(self.tokens[first:last]), self.strangers, first)}
        found: list[Item] = []
        position = first
        while position < last:
            hit = hits.get(position)
            found.append(_item(hit) if hit else Item(self.word_kind(position), position, position + 1))
            position = found[-1].last
        return tuple(i for i in found if i.kind != "silent")

    def word_kind(self, position: int) -> str:
        """Returns the kind of the word or mark at a token that is no name."""
        text, key = self.tokens[position].text, self.tokens[position].key
        if key == "'s":
            return "possessive"
        if not text[0].isalnum():
            return "silent" if text in SILENT else "mark"
        hyphened = self.text[self.tokens[position].start - 1 : self.tokens[position].start] in HYPHENS
        kind = self.words.small_words.get((key, hyphened))
        return kind or ("Word" if text[0].isupper() else "word")


def _item(hit: Hit) -> Item:
    kinds = {t.kind for t in hit.terms}
    return Item(next(k for k in PRIORITY if k in kinds), hit.first, hit.last, hit.terms)


def scene_of(text: str, sentences: tuple[Span, ...], words: Vocabulary) -> Scene:
    """Returns the scene of a text: one pass over its tokens."""
    tokens = tokens_of(text)
    hits = words.lexicon.find(tokens)
    bare = Scene(text, tokens, sentences or (Span(0, len(text)),), words, hits, {h.first: h for h in hits}, frozenset())
    strangers = frozenset(h.first for h in hits if _is_surname(h) and _stranger(bare, h.first))
    hits = _without_strangers(hits, strangers, 0)
    return Scene(text, tokens, bare.sentences, words, hits, {h.first: h for h in hits}, strangers)


def in_headline(scene: Scene, position: int) -> bool:
    """Tells whether most longer words of the sentence are capitalised, so that a capital says nothing of a name."""
    sentence = scene.sentences[scene.sentence_at(position)]
    first, last = scene.token_at(sentence.start), scene.token_at(sentence.end - 1) + 1
    last = min(last, first + 60, len(scene.tokens))
    known = {n for start in range(first, last) if (hit := scene.starts.get(start)) for n in range(hit.first, hit.last)}
    words = (scene.tokens[n] for n in range(first + 1, last) if n not in known)
    long = [t for t in words if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 2 and sum(t.text[0].isupper() for t in long) > HEADLINE * len(long)


def _is_surname(hit: Hit) -> bool:
    return hit.last - hit.first == 1 and any(t.kind in ALONE for t in hit.terms)


def _stranger(scene: Scene, position: int) -> bool:
    """Tells whether a listed surname stands with another first name, or is the first name of another."""
    before, after = position - 1, position + 1
    if before >= 0 and _capital_beside(scene, before, before):
        opens = before == 0 or scene.sentence_at(before) != scene.sentence_at(before - 1) or scene.tokens[before - 1].text == "\n"
        if not (opens and scene.tokens[before].key in scene.words.openers) and not in_headline(scene, position):
            return True
    return after < len(scene.tokens) and _capital_beside(scene, after, position) and not in_headline(scene, position)


def _capital_beside(scene: Scene, position: int, gap_after: int) -> bool:
    token = scene.tokens[position]
    gap = scene.text[scene.tokens[gap_after].end : scene.tokens[gap_after + 1].start]
    return (
        position not in scene.starts
        and token.key not in scene.words.particles
        and token.text[0].isupper()
        and scene.word_kind(position) == "Word"
        and "\n" not in gap
    )


def _without_strangers(hits: Sequence[Hit], strangers: frozenset[int], offset: int) -> tuple[Hit, ...]:
    """Returns the hits, moved by `offset` tokens, without the persons that strangers are not."""
    kept = []
    for hit in hits:
        terms = hit.terms
        if hit.first + offset in strangers and hit.last - hit.first == 1:
            terms = tuple(t for t in terms if t.kind not in ALONE)
        if terms:
            kept.append(Hit(hit.first + offset, hit.last + offset, terms))
    return tuple(kept)
