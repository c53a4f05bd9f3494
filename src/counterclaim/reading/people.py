"""The persons of a text: those that the tables list, and others whom the text names with an office or rank."""

from dataclasses import dataclass, replace

from counterclaim.knowledge.lexicon import Hit
from counterclaim.knowledge.world import slug
from counterclaim.model import Party, Span
from counterclaim.reading.scene import Scene, in_headline

FORMER = "former"
"""Stands among the titles of a person who has left the office."""
SPELT = 5
"""Letters that a surname has at the least, for another spelling of it to be told from another name."""
STOPS = frozenset({",", "\n", ".", ")", ";", ":"})
"""Marks that end what stands beside a name."""
RANK = "rank"
"""Stands among the titles of a person who is given a military rank or another honorific of office."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the text: the tokens of the name, the party, the pronoun if plain, and the titles beside the name."""

    first: int
    last: int
    party: Party | None
    pronoun: str | None
    titles: frozenset[str] = frozenset()
    listed: bool = True


def persons(scene: Scene, sources: tuple[Span, ...] = ()) -> tuple[Person, ...]:
    """Returns the persons that a text names, in order.

    Listed ones; others with an office or rank beside the name; and those of two names or more who are the whole of a source.

    Args:
        scene: the text with its names.
        sources: the spans of known sources.
    """
    found = [_listed(scene, hit) for hit in scene.hits if any(t.kind == "person" for t in hit.terms)]
    covered = {token for p in found for token in range(p.first, p.last)}
    for hit in scene.hits:
        person = _introduced(scene, hit)
        if person is not None and not covered & set(range(person.first, person.last)):
            found.append(person)
            covered |= set(range(person.first, person.last))
    for span in sources:
        person = _bare_source(scene, span)
        if person is not None and person.first not in covered:
            found.append(person)
            covered |= set(range(person.first, person.last))
    found = _one_spelling(sorted(found, key=lambda p: p.first))
    found.extend(_again(scene, found, covered))
    return tuple(sorted(found, key=lambda p: p.first))


def _one_spelling(found: list[Person]) -> list[Person]:
    """Returns the persons, with one party for unlisted full names that differ by one letter within their last word."""
    kept: dict[str, list[Party]] = {}
    settled = []
    for person in found:
        party = person.party
        if party is not None and not person.listed and " " in party.name:
            alike = kept.setdefault(party.name.rpartition(" ")[0], [])
            party = next((p for p in alike if _one_letter(p.name.split()[-1], party.name.split()[-1])), party)
            alike.append(party)
        settled.append(replace(person, party=party))
    return _full_named(settled)


def _full_named(found: list[Person]) -> list[Person]:
    """Returns the persons, "Colonel Hrast" as the one whose full name the text gives, where only one bears the surname."""
    full: dict[str, dict[str, Party]] = {}
    for person in found:
        if person.party is not None and " " in person.party.name:
            full.setdefault(person.party.name.split()[-1], {}).setdefault(person.party.id, person.party)
    named = {surname: next(iter(parties.values())) for surname, parties in full.items() if len(parties) == 1}
    return [replace(p, party=named[p.party.name]) if p.party is not None and not p.listed and p.party.name in named else p for p in found]


def _one_letter(left: str, right: str) -> bool:
    """Tells whether two words of some length are one, or differ by one letter that is neither their first nor their last."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    if len(short) < SPELT or len(long) - len(short) > 1 or left[0] != right[0] or left[-1] != right[-1]:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def introduction(scene: Scene, person: Person) -> tuple[int, int]:
    """Returns the tokens of a name with what introduces it: the words before it from its title on, and the apposition after it."""
    first, last = person.first, person.last
    start = next((n for n in range(max(0, first - 6), first) if _introduces(scene, n) and _unbroken(scene, n, first)), first)
    if last < len(scene.tokens) and scene.tokens[last].text == "," and _apposition(scene, last + 1):
        last += 1
        while last < min(len(scene.tokens), person.last + 10) and scene.tokens[last].text not in STOPS:
            last += 1
    return start, last


def _introduces(scene: Scene, position: int) -> bool:
    hit = scene.starts.get(position)
    return hit is not None and any(t.kind in ("state", "party", "body", "institution", "title", "honorific", "post") for t in hit.terms)


def _unbroken(scene: Scene, first: int, last: int) -> bool:
    """Tells whether no mark, verb or small word parts two tokens: only names, titles and capitalised words lie between them."""
    position = first
    while position < last:
        hit = scene.starts.get(position)
        if hit is None and scene.tokens[position].key != "'s" and not scene.tokens[position].text[0].isupper():
            return False
        position = hit.last if hit is not None else position + 1
    return position == last


def _listed(scene: Scene, hit: Hit) -> Person:
    key = next(t.key for t in hit.terms if t.kind == "person")
    pronoun = scene.words.pronoun_of.get(key) or _pronoun_beside(scene, hit.first, hit.last) or "he"
    return Person(hit.first, hit.last, scene.words.party(key), pronoun, _titles_beside(scene, hit.first, hit.last))


def _bare_source(scene: Scene, span: Span) -> Person | None:
    first = scene.token_at(span.start)
    last = scene.token_at(max(span.start, span.end - 1)) + 1
    if last > len(scene.tokens) or in_headline(scene, first):
        return None
    begin, end = name_at(scene, first)
    if begin != first or end - first < 2 or (end != last and not _serves(scene, end)):
        return None
    last = end
    name = scene.words_between(first, last)
    if any(scene.tokens[n].text in scene.words.words["body_words"] for n in range(first, last)):
        return None
    return Person(first, last, person_of(scene, name, None), None, frozenset(), False)


def _serves(scene: Scene, comma: int) -> bool:
    """Tells whether a relative clause after a name says whom the person leads ("Tala Amest, who leads the Council,")."""
    keys = [t.key for t in scene.tokens[comma : comma + 3]]
    words = scene.words.words
    return len(keys) > 2 and scene.tokens[comma].text == "," and keys[1] in words["who"] and keys[2] in words["serving"]


def _introduced(scene: Scene, hit: Hit) -> Person | None:
    """Returns the unlisted person whose name follows a title or rank, or stands before one in apposition."""
    kinds = {t.kind: t for t in hit.terms}
    if not kinds.keys() & {"title", "honorific"} or kinds.keys() & {"person", "party"}:
        return None
    first, last = name_at(scene, hit.last)
    if last == first and ("title" in kinds or _ranks(scene, hit)):
        comma = _after_complement(scene, hit.last)
        first, last = _name_between_commas(scene, comma + 1) if comma else _name_after_body(scene, hit.last)
    if last == first:
        first, last = _name_before(scene, hit.first)
    if last == first or in_headline(scene, first):
        return None
    name = scene.words_between(first, last)
    titles = _titles_beside(scene, first, last) | ({kinds["title"].key} if "title" in kinds else set())
    party = person_of(scene, name, _side_beside(scene, first, last))
    return Person(first, last, party, _pronoun_beside(scene, first, last), titles, False)


def _ranks(scene: Scene, hit: Hit) -> bool:
    """Tells whether a hit is a military rank, which may stand before a comma and the name ("the Karshi general, Ulf Prett,")."""
    return any(t.kind == "honorific" and scene.words.honorifics[int(t.key)].public for t in hit.terms)


def person_of(scene: Scene, name: str, side: str | None) -> Party:
    """Returns the listed person of a name spelt in a way that no table has, else a party of that name."""
    return scene.words.person_called(name) or Party(slug(name), name, side, "person")


def name_at(scene: Scene, start: int) -> tuple[int, int]:
    """Returns the tokens of an unlisted name that begins at a token: up to four capitalised words with their particles."""
    first = start
    while first < len(scene.tokens) and (hit := scene.starts.get(first)) and any(t.kind == "honorific" for t in hit.terms):
        first = hit.last
    last = first
    while last < min(len(scene.tokens), first + 5) and _may_name(scene, last):
        last += 1
    while last > first and scene.tokens[last - 1].key in scene.words.particles:
        last -= 1
    return first, last


def _may_name(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    if token.key in scene.words.words["not_names"]:
        return False
    if position in scene.starts and not all(t.kind in ("place", "pronoun") for t in scene.starts[position].terms):
        return False
    if not token.text[0].isalpha() or scene.word_kind(position) not in ("Word", "word"):
        return False
    if position and any(c in scene.text[scene.tokens[position - 1].end : token.start] for c in "\n"):
        return False
    return token.text[0].isupper() or token.key in scene.words.particles


def _after_complement(scene: Scene, start: int) -> int:
    """Returns the comma after a title and whose it is ("the mayor of Senna, Jan Bervik,"), or 0."""
    words = scene.words.words
    for position in range(start, min(len(scene.tokens), start + 7)):
        token = scene.tokens[position]
        if token.text == ",":
            return position
        small = token.key in words["place_nouns"] or token.key == "'s" or scene.word_kind(position) in ("determiners", "prepositions")
        if not (small or token.text[0].isupper() or position in scene.starts):
            return 0
    return 0


def _name_after_body(scene: Scene, start: int) -> tuple[int, int]:
    """Returns the name of "the press officer of River Command Zora Kemm": two words or more after a title's body or state."""
    words, first = scene.words, start + 1
    if start >= len(scene.tokens) or scene.tokens[start].key not in words.small["of"]:
        return start, start
    first += first < len(scene.tokens) and scene.tokens[first].key in words.small["the"]
    hit = scene.starts.get(first)
    if hit is not None and any(t.kind in ("party", "state", "body", "institution") for t in hit.terms):
        begin = hit.last
    else:
        run = next((n for n in range(first, first + 6) if n >= len(scene.tokens) or not scene.tokens[n].text[0].isupper()), first)
        begin = next((n + 1 for n in range(run - 1, first - 1, -1) if scene.tokens[n].text in words.body_words), start)
    name = name_at(scene, begin) if begin > start else (start, start)
    return name if name[0] == begin and name[1] - name[0] >= 2 else (start, start)


def _name_between_commas(scene: Scene, start: int) -> tuple[int, int]:
    """Returns the name of "the governor, Jan Bervik, said": two words at least, with a mark after them."""
    first, last = name_at(scene, start)
    closed = last >= len(scene.tokens) or not scene.tokens[last].text[0].isalnum()
    return (first, last) if last - first >= 2 and closed else (start, start)


def _side_beside(scene: Scene, first: int, last: int) -> str | None:
    """Returns the side of the state or body that stands beside a name ("Armenian general X", "X, head of the RSF")."""
    words = scene.words
    for hit in _around(scene, first, last):
        for term in hit.terms:
            if term.kind == "state":
                return words.states[term.key].party.side
            if term.kind == "party":
                return words.party(term.key).side
            if term.kind == "body":
                return words.states[term.key.partition("/")[2]].party.side
    return None


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
    while first < comma and scene.tokens[first].key in scene.words.particles:
        first += 1
    return (first, comma) if comma - first >= 2 else (title, title)


def _again(scene: Scene, found: list[Person], covered: set[int]) -> list[Person]:
    """Returns other mentions by one name alone: the surname of an unlisted or common name, or the first name of a listed person."""
    names: dict[str, Person | None] = {}
    for person in found:
        if person.last - person.first > 1 or not person.listed:
            for position in {person.first, person.last - 1} if person.listed else {person.last - 1}:
                key = scene.tokens[position].key
                other = names.get(key, person)
                names[key] = other if other is not None and _one(other, person) else None
    later = []
    for position, token in enumerate(scene.tokens):
        known = names.get(token.key)
        if known is None or position in covered or not token.text[0].isupper():
            continue
        if in_headline(scene, position) or not _capital_neighbour(scene, position):
            later.append(Person(position, position + 1, known.party, known.pronoun, known.titles, False))
    return later


def _capital_neighbour(scene: Scene, position: int) -> bool:
    """Tells whether a capitalised word that is no title stands beside a name, so that it is part of another."""
    after = position + 1
    return after < len(scene.tokens) and after not in scene.starts and scene.word_kind(after) == "Word"


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
        if any(t.kind == "honorific" and scene.words.honorifics[int(t.key)].public for t in hit.terms):
            titles.add(RANK)
    if any(t.key in scene.words.words["former"] for t in scene.tokens[max(0, first - 5) : first]):
        titles.add(FORMER)
    return frozenset(titles)


def _around(scene: Scene, first: int, last: int) -> list[Hit]:
    near: list[Hit] = []
    titled = _titled_before_comma(scene, first)
    position = first - 2 if titled else first - 1
    while position >= max(0, first - 5) and (scene.tokens[position].text not in STOPS or _abbreviates(scene, position)):
        if position in scene.starts:
            near.append(scene.starts[position])
        position -= 1
    if not titled and last < len(scene.tokens) and scene.tokens[last].text in (",", "("):
        near.extend(_apposition(scene, last + 1))
    return near


def _apposition(scene: Scene, start: int) -> list[Hit]:
    """Returns the names of the apposition that begins at a token, if it holds a title."""
    found: list[Hit] = []
    position = start
    while position < min(len(scene.tokens), start + 7) and scene.tokens[position].text not in STOPS:
        if position in scene.starts:
            found.append(scene.starts[position])
        position += 1
    return found if _serves(scene, start - 1) or any(t.kind in ("title", "honorific", "post") for hit in found for t in hit.terms) else []


def _titled_before_comma(scene: Scene, first: int) -> bool:
    """Tells whether a name stands in apposition to a title before it ("the Kestrian president, Ilo Dresk,")."""
    if first < 2 or scene.tokens[first - 1].text != ",":
        return False
    starts = (scene.starts.get(n) for n in range(max(0, first - 5), first - 1))
    return any(hit is not None and hit.last == first - 1 and any(t.kind == "title" for t in hit.terms) for hit in starts)


def _abbreviates(scene: Scene, position: int) -> bool:
    """Tells whether a full stop belongs to an abbreviation of the lexicon ("Gen.")."""
    hit = scene.starts.get(position - 1)
    return hit is not None and hit.last == position + 1


def _pronoun_beside(scene: Scene, first: int, last: int) -> str | None:
    for hit in _around(scene, first, last):
        for token in scene.tokens[hit.first : hit.last]:
            if token.key in scene.words.pronouns:
                return scene.words.pronouns[token.key]
        number = next((int(t.key) for t in hit.terms if t.kind == "honorific"), None)
        if number is not None and scene.words.honorifics[number].pronoun:
            return scene.words.honorifics[number].pronoun
    return None
