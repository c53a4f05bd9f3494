"""Who is named in a text: a tokenised scene with every name, title and noun of the lexicon, and the persons it introduces."""

import bisect
from dataclasses import dataclass, field

from counterclaim.knowledge.lexicon import Hit, Term, Token, tokens_of
from counterclaim.knowledge.world import slug
from counterclaim.model import Mention, Party, Span
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
SILENT = frozenset("“”\"«»„‘'*.")
HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
PARTICLES = frozenset(
    {"al", "el", "de", "del", "la", "van", "von", "der", "den", "bin", "ben", "ibn", "abu", "da", "dos", "di", "du", "ul", "ur", "ud"}
)


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
class Person:
    """A person named in the text: the tokens of the name, the party, the pronoun if plain, and the titles beside the name."""

    first: int
    last: int
    party: Party | None
    pronoun: str | None
    titles: frozenset[str] = frozenset()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its tokens, its sentences and the names found in it."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    words: Vocabulary
    hits: tuple[Hit, ...]
    starts: dict[int, Hit] = field(default_factory=dict)

    def token_at(self, offset: int) -> int:
        """Returns the index of the first token that ends after a character."""
        return bisect.bisect_right(self.tokens, offset, key=lambda t: t.end)

    def sentence_at(self, token: int) -> int:
        """Returns the index of the sentence that a token stands in."""
        if not self.tokens:
            return 0
        offset = self.tokens[min(token, len(self.tokens) - 1)].start
        return max(0, bisect.bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def span(self, first: int, last: int) -> Span:
        """Returns the characters of the tokens `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words_between(self, first: int, last: int) -> str:
        """Returns the text of the tokens `[first, last)`, its white space as single blanks."""
        return " ".join(self.span(first, last).of(self.text).split())

    def items(self, first: int, last: int) -> tuple[Item, ...]:
        """Returns the tokens `[first, last)` as items; only names that lie wholly within them are taken."""
        hits = {h.first + first: h for h in self.words.lexicon.find(self.tokens[first:last])}
        found: list[Item] = []
        position = first
        while position < last:
            hit = hits.get(position)
            if hit is None:
                found.append(Item(self.word_kind(position), position, position + 1))
            else:
                found.append(_item(Hit(position, position + hit.last - hit.first, hit.terms)))
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
    return Scene(text, tokens, sentences or (Span(0, len(text)),), words, hits, {h.first: h for h in hits})


def persons(scene: Scene) -> tuple[Person, ...]:
    """Returns the persons that a text names, in order: listed ones, and others with an office or rank beside the name."""
    found = [_listed(scene, hit) for hit in scene.hits if any(t.kind == "person" for t in hit.terms)]
    covered = {token for p in found for token in range(p.first, p.last)}
    for hit in scene.hits:
        person = _introduced(scene, hit)
        if person is not None and not covered & set(range(person.first, person.last)):
            found.append(person)
            covered |= set(range(person.first, person.last))
    found.extend(_again(scene, found, covered))
    return tuple(sorted(found, key=lambda p: p.first))


def _listed(scene: Scene, hit: Hit) -> Person:
    key = next(t.key for t in hit.terms if t.kind == "person")
    known = scene.words.parties.get(key)
    post = next((p for p in scene.words.posts if p.holder.id == key and p.pronoun), None)
    pronoun = (known.pronoun if known else None) or (post.pronoun if post else None) or _pronoun_beside(scene, hit.first, hit.last) or "he"
    return Person(hit.first, hit.last, scene.words.party(key), pronoun, _titles_beside(scene, hit.first, hit.last))


def _introduced(scene: Scene, hit: Hit) -> Person | None:
    """Returns the unlisted person whose name follows a title or rank, or stands before one in apposition."""
    kinds = {t.kind: t for t in hit.terms}
    if not kinds.keys() & {"title", "honorific"} or kinds.keys() & {"person", "party"}:
        return None
    first, last = name_at(scene, hit.last)
    if last == first:
        first, last = _name_before(scene, hit.first)
    if last == first or _in_headline(scene, first):
        return None
    name = scene.words_between(first, last)
    titles = _titles_beside(scene, first, last) | ({kinds["title"].key} if "title" in kinds else set())
    party = Party(slug(name), name, None, "person")
    return Person(first, last, party, _pronoun_beside(scene, first, last), titles, False)


def name_at(scene: Scene, start: int) -> tuple[int, int]:
    """Returns the tokens of an unlisted name that begins at a token: up to four capitalised words with their particles."""
    first = start
    while first < len(scene.tokens) and (hit := scene.starts.get(first)) and any(t.kind == "honorific" for t in hit.terms):
        first = hit.last
    last = first
    while last < min(len(scene.tokens), first + 5) and _may_name(scene, last):
        last += 1
    while last > first and scene.tokens[last - 1].key in PARTICLES:
        last -= 1
    return first, last


def _may_name(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    if position in scene.starts and not all(t.kind in ("place", "pronoun") for t in scene.starts[position].terms):
        return False
    if not token.text[0].isalpha() or scene.word_kind(position) not in ("Word", "word"):
        return False
    if position and any(c in scene.text[scene.tokens[position - 1].end : token.start] for c in "\n"):
        return False
    return token.text[0].isupper() or token.key in PARTICLES


def _name_before(scene: Scene, title: int) -> tuple[int, int]:
    """Returns the name before ", (the) (state's) TITLE", or nothing."""
    comma = title - 1
    while comma > max(0, title - 6) and scene.tokens[comma].text != ",":
        comma -= 1
    if comma <= 0 or scene.tokens[comma].text != ",":
        return title, title
    first = comma
    while first > 0 and comma - first < 4 and _may_name(scene, first - 1):
        first -= 1
    while first < comma and scene.tokens[first].key in PARTICLES:
        first += 1
    return (first, comma) if comma - first >= 2 else (title, title)


def _in_headline(scene: Scene, position: int) -> bool:
    """Tells whether most longer words of the sentence are capitalised, so that a capital says nothing of a name."""
    sentence = scene.sentences[scene.sentence_at(position)]
    first, last = scene.token_at(sentence.start), scene.token_at(sentence.end - 1) + 1
    long = [t for t in scene.tokens[first + 1 : min(last, first + 60)] if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 2 and sum(t.text[0].isupper() for t in long) > 0.7 * len(long)


def _again(scene: Scene, found: list[Person], covered: set[int]) -> list[Person]:
    """Returns later mentions of unlisted persons by surname alone."""
    surnames: dict[str, Person | None] = {}
    for person in found:
        if not person.listed:
            key = scene.tokens[person.last - 1].key
            other = surnames.get(key, person)
            surnames[key] = person if other is not None and _one(other, person) else None
    later = []
    for position, token in enumerate(scene.tokens):
        known = surnames.get(token.key)
        if known is not None and position >= known.last and position not in covered and token.text[0].isupper():
            later.append(Person(position, position + 1, known.party, known.pronoun, known.titles, False))
    return later


def _one(left: Person, right: Person) -> bool:
    return (
        left.party is not None
        and right.party is not None
        and (left.party.id.endswith(right.party.id) or right.party.id.endswith(left.party.id))
    )


def _titles_beside(scene: Scene, first: int, last: int) -> frozenset[str]:
    """Returns the titles just before a name, and in the apposition after it."""
    titles: set[str] = set()
    for hit in _around(scene, first, last):
        titles |= {t.key for t in hit.terms if t.kind == "title"}
    return frozenset(titles)


def _around(scene: Scene, first: int, last: int) -> list[Hit]:
    near: list[Hit] = []
    position = first - 1
    while position >= max(0, first - 5) and scene.tokens[position].text not in (",", "\n", ".", ";", ":"):
        if position in scene.starts:
            near.append(scene.starts[position])
        position -= 1
    if last < len(scene.tokens) and scene.tokens[last].text in (",", "("):
        position = last + 1
        while position < min(len(scene.tokens), last + 8) and scene.tokens[position].text not in (",", "\n", ".", ")", ";", ":"):
            if position in scene.starts:
                near.append(scene.starts[position])
            position += 1
    return near


def _pronoun_beside(scene: Scene, first: int, last: int) -> str | None:
    for hit in _around(scene, first, last):
        for token in scene.tokens[hit.first : hit.last]:
            if token.key in scene.words.pronouns:
                return scene.words.pronouns[token.key]
        number = next((int(t.key) for t in hit.terms if t.kind == "honorific"), None)
        if number is not None and scene.words.honorifics[number].pronoun:
            return scene.words.honorifics[number].pronoun
    return None


def mentions(scene: Scene, people: tuple[Person, ...], party_of: dict[int, Party]) -> tuple[Mention, ...]:
    """Returns the mentions of a scene in order: persons, bodies, units, nationalities and weapons.

    Args:
        scene: the text with its names.
        people: its persons.
        party_of: for the first token of each body or state, the party meant.
    """
    found = [Mention(scene.span(p.first, p.last), "person", p.party) for p in people]
    taken = {p.first for p in people}
    for hit in scene.hits:
        if hit.first in taken:
            continue
        kinds = {t.kind: t for t in hit.terms}
        party = party_of.get(hit.first)
        if party is not None and kinds.keys() & {"party", "body", "institution"}:
            found.append(Mention(scene.span(hit.first, hit.last), "unit" if party.kind == "unit" else "organisation", party))
        elif "state" in kinds and kinds["state"].form in ("adjective", "people"):
            found.append(Mention(scene.span(hit.first, hit.last), "nationality", party))
        elif "weapon" in kinds:
            found.append(Mention(scene.span(hit.first, hit.last), "weapon"))
    return tuple(sorted(found, key=lambda m: m.span))
