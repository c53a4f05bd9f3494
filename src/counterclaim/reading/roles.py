"""Who a phrase means: the rules by the kind of its head, from a listed name to a bare "officials"."""

from collections.abc import Callable, Sequence

from counterclaim.knowledge.lexicon import fold
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.coreference import Named, body_meant, person_meant, place_before, same_institution, state_meant
from counterclaim.reading.offices import holder_of
from counterclaim.reading.people import RANK, name_at
from counterclaim.reading.phrases import Phrase, phrase_of, segments
from counterclaim.reading.scene import Item, in_headline
from counterclaim.reading.stage import Answer, Owner, Stage

Rule = Callable[[Stage, Phrase, Item], Answer | None]
MEDIA = "media"


def answer_of(stage: Stage, first: int, last: int) -> Answer | None:
    """Returns who the tokens `[first, last)` mean, or None when they say nothing of it."""
    phrases = [phrase_of(stage.scene, part) for part in segments(stage.scene, first, last)]
    for phrase in phrases:
        if phrase.head is not None and phrase.head.kind == "person":
            return _person(stage, phrase, phrase.head)
    for person in stage.people:
        if first <= person.first and person.last <= last and not person.listed and person.party is not None:
            return _unlisted(stage, person.party, phrases)
    for phrase in phrases:
        answer = by_head(stage, phrase)
        if answer is not None:
            return answer
    return None


def by_head(stage: Stage, phrase: Phrase) -> Answer | None:
    """Returns who a phrase means by the kind of its head, or None."""
    if phrase.head is None:
        return _no_head(stage, phrase)
    return RULES[phrase.head.kind](stage, phrase, phrase.head)


def _person(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    return stage.answer(stage.scene.words.party(head.term.key))


def _unlisted(stage: Stage, party: Party, phrases: Sequence[Phrase]) -> Answer:
    """Returns an unlisted person with the side that the phrase gives, else the one that the text gave before."""
    sides = [s for phrase in phrases for s in _sides(stage, phrase.items)]
    side = sides[0] if sides else party.side
    if side is None:
        bodies = (i for phrase in phrases for i in phrase.items if i.kind == "institution")
        body = next(bodies, None)
        answer = _institution_of_context(stage, body.term.key, body.first) if body else None
        side = answer.side if answer else None
    return stage.answer(Party(party.id, party.name, side, party.kind))


def _post(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    posts = [stage.scene.words.posts[int(t.key)] for t in head.terms if t.kind == "post"]
    held = [p for p in posts if p.office.held_on(stage.day)] or posts[-1:]
    return stage.answer(held[0].holder)


def _party(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    return stage.answer(stage.scene.words.party(head.term.key))


def _body(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    institution, _, state = head.term.key.partition("/")
    return stage.answer(stage.scene.words.body(institution, stage.scene.words.states[state]))


def _institution(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    words, institution = stage.scene.words, head.term.key
    owners = owners_of(stage, phrase)
    for owner in owners:
        if owner.state is not None:
            return stage.answer(words.body(institution, words.states[owner.state]))
        if owner.party is not None and owner.party.kind != "person":
            return stage.answer(owner.party)
    return _institution_of_context(stage, institution, head.first)


def _institution_of_context(stage: Stage, institution: str, position: int) -> Answer | None:
    words = stage.scene.words
    known = same_institution(stage.named, position, institution)
    if known is not None:
        return stage.answer(known.party)
    own = frozenset(s.key for s in words.states.values() if s.own_side)
    state = state_meant(stage.named, position, own)
    if state is None and words.conflict and len(words.conflict.countries) == 1:
        state = words.conflict.countries[0]
    return stage.answer(words.body(institution, words.states[state])) if state in words.states else Answer(None, None)


def _title(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    title = stage.scene.words.titles.get(head.term.key)
    name = [i for i in phrase.after if i.kind == "Word"]
    if name and phrase.after[0].kind != "word":
        first, last = name_at(stage.scene, name[0].first)
        if last > first:
            words = stage.scene.words_between(first, min(last, phrase.after[-1].last))
            return _unlisted(stage, Party(slug(words), words, None, "person"), (phrase,))
    owners = owners_of(stage, phrase)
    if title is None:
        return _own_title(stage, head, owners)
    return holder_of(stage, title, owners, head.first, _definite(stage, phrase))


def _own_title(stage: Stage, head: Item, owners: Sequence[Owner]) -> Answer | None:
    posts = [p for p in stage.scene.words.posts if head.term.key in p.titles and p.office.held_on(stage.day)]
    keys = {k for o in owners for k in o.keys}
    fitting = [p for p in posts if not keys or keys & p.of] or []
    return stage.answer(fitting[0].holder) if fitting else Answer(None, owners[0].party.side if owners and owners[0].party else None, True)


def _state(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    state = stage.scene.words.states[head.term.key]
    if phrase.after and phrase.after[0].kind == "word":
        return Answer(None, stage.camp(state.party.side), True)
    if len(phrase.after) > 1 or (phrase.after and phrase.after[-1].kind == "Word"):
        name = stage.scene.words_between(head.first, phrase.after[-1].last)
        if any(stage.scene.tokens[i.first].text in stage.scene.words.words["body_words"] for i in phrase.after):
            return stage.answer(Party(slug(name), name, state.party.side))
        return Answer(None, stage.camp(state.party.side), True)
    return stage.answer(state.party)


def _forces(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    words = stage.scene.words
    institution = words.nouns["forces"][int(head.term.key)].institution or "armed-forces"
    owners = owners_of(stage, phrase)
    for owner in owners:
        if owner.state is not None:
            return stage.answer(words.body(institution, words.states[owner.state]))
        if owner.party is not None:
            return stage.answer(owner.party)
    return Answer(None, None, True)


def _publisher(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    publisher = stage.scene.words.publishers[head.term.key]
    return stage.answer(Party(slug(publisher.name), publisher.name, publisher.side or MEDIA, "media"))


def _carrier(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns whose the statement is; without a word on that it takes up a body just named, but bare "reports" are nobody's."""
    if phrase.complement:
        answer = by_head(stage, phrase_of(stage.scene, phrase.complement))
        if answer is not None:
            return answer
    owners = [o for o in owners_of(stage, phrase) if o.party]
    if owners and owners[0].party:
        return stage.answer(owners[0].party)
    if phrase.items[0] is head:
        return Answer(None, None, True)
    here = stage.scene.sentence_at(head.first)
    near = [
        n for n in stage.named if n.first < head.first and n.party.kind != "government" and here - stage.scene.sentence_at(n.first) <= 1
    ]
    return stage.answer(near[-1].party) if near else Answer(None, None, True)


def _unnamed(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    nouns = stage.scene.words.nouns["unnamed"]
    kinds = {nouns[int(i.term.key)].camp for i in (*phrase.before, head) if i.kind == "unnamed"}
    camp = nouns[int(head.term.key)].camp
    if len(kinds) > 1:
        return Answer(None, None, True)
    if camp is not None:
        return Answer(None, camp, True)
    items = phrase.before if "people" in nouns[int(head.term.key)].kinds else phrase.items
    sides = list(dict.fromkeys(_sides(stage, items)))
    return Answer(None, sides[0] if len(sides) == 1 else None, True)


def _anaphor(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the body that a common noun takes up; with a name of its own before it ("5th Corps") it is that body."""
    beside = [i for i in phrase.before if i.kind == "party"]
    if beside:
        return _party(stage, phrase, beside[-1])
    own = _own_name(stage, phrase, head)
    if own is not None:
        return own
    noun = stage.scene.words.nouns["anaphor"][int(head.term.key)]
    named = body_meant(stage.scene, stage.named, head.first, noun, stage.speakers)
    if named is not None:
        return stage.answer(named.party)
    sides = _sides(stage, phrase.items)
    return Answer(None, sides[0] if sides else None, True)


def _own_name(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the body of "the 4th Rifle Brigade" or "the Bergen Group", with its owner's side."""
    scene, before = stage.scene, phrase.before
    first = len(before)
    while first > 0 and (before[first - 1].kind == "Word" or scene.tokens[before[first - 1].first].text[0].isdigit()):
        first -= 1
    if first == len(before) or in_headline(scene, head.first):
        return None
    name = scene.words_between(before[first].first, head.last)
    sides = _sides(stage, phrase.items)
    unit = scene.tokens[head.last - 1].key in scene.words.words["unit_words"] and scene.tokens[before[first].first].text[0].isdigit()
    return stage.answer(Party(slug(name), name, sides[0] if sides else None, "unit" if unit else "organisation"))


def _honorific(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the person of a rank alone: "the general" is the nearest before who was given a rank."""
    ranks = [p for p in stage.people if RANK in p.titles and p.first < head.first and p.party is not None]
    return stage.answer(ranks[-1].party) if ranks and ranks[-1].party else Answer(None, None, True)


def _pronoun(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    pronoun = head.term.key
    if pronoun in ("he", "she"):
        person = person_meant(stage.scene, stage.people, head.first, pronoun, stage.speakers)
        return stage.answer(person.party) if person and person.party else Answer(None, None)
    named = _subject_before(stage, head.first)
    return stage.answer(named.party) if named else Answer(None, None)


def _subject_before(stage: Stage, position: int) -> Named | None:
    """Returns the body or state that "it" or "they" takes up: the first named of the nearest sentence before."""
    here = stage.scene.sentence_at(position)
    for sentence in range(here, max(-1, here - 3), -1):
        fitting = [n for n in stage.named if n.first < position and stage.scene.sentence_at(n.first) == sentence]
        if fitting:
            return next((n for n in fitting if n.first in stage.speakers), fitting[0])
    return None


def _no_head(stage: Stage, phrase: Phrase) -> Answer | None:
    """Returns the answer for a phrase of unlisted words: a capitalised body is itself, small words are unnamed."""
    words = [i for i in phrase.before if i.kind in ("Word", "word")]
    capitals = [i for i in words if i.kind == "Word"]
    if not words:
        return None
    if capitals and capitals[-1] is words[-1]:
        name = stage.scene.words_between(capitals[0].first, capitals[-1].last)
        person = not any(stage.scene.tokens[i.first].text in stage.scene.words.words["body_words"] for i in capitals)
        return Answer(Party(slug(name), name, None, "person" if person else "organisation"), None)
    return Answer(None, None, True)


def _definite(stage: Stage, phrase: Phrase) -> bool:
    return stage.scene.tokens[phrase.items[0].first].key not in stage.scene.words.words["indefinites"]


def _sides(stage: Stage, items: Sequence[Item]) -> list[str]:
    """Returns the sides of the states, parties and persons among items, but for states that only say where ("U.S.-based")."""
    words, found = stage.scene.words, []
    for number, item in enumerate(items):
        follower = items[number + 1].kind if number + 1 < len(items) else ""
        if follower == "not_of":
            continue
        side = None
        if item.kind == "state":
            side = words.states[item.term.key].party.side
        elif item.kind in ("party", "person"):
            side = words.party(item.term.key).side
        elif item.kind == "body":
            side = words.states[item.term.key.partition("/")[2]].party.side
        if side is not None:
            found.append(stage.camp(side) or side)
    return found


def owners_of(stage: Stage, phrase: Phrase) -> tuple[Owner, ...]:
    """Returns whose the head of a phrase is, the nearest first: its complement ("of Armenia"), then what stands before it."""
    found = _owners_in(stage, phrase.complement) if phrase.complement else ()
    return (*found, *_owners_in(stage, phrase.before))


def _owners_in(stage: Stage, items: Sequence[Item]) -> tuple[Owner, ...]:
    found: list[Owner] = []
    for number in range(len(items) - 1, -1, -1):
        item = items[number]
        if number + 1 < len(items) and items[number + 1].kind == "not_of":
            continue
        owner = _owner(stage, items, number, item)
        if owner is not None:
            found.append(owner)
    return tuple(found)


def _owner(stage: Stage, items: Sequence[Item], number: int, item: Item) -> Owner | None:
    words, scene = stage.scene.words, stage.scene
    if item.kind == "state":
        return Owner(words.states[item.term.key].party, item.term.key)
    if item.kind in ("party", "person"):
        return Owner(words.party(item.term.key))
    if item.kind in ("body", "institution", "anaphor", "forces"):
        answer = by_head(stage, phrase_of(scene, tuple(items[: number + 1]) + tuple(items[number + 1 :])))
        return Owner(answer.party) if answer and answer.party else None
    if item.kind == "place":
        name = words.places[item.term.key].name
        return Owner(place=fold(name), written=name)
    if item.kind == "word" and scene.tokens[item.first].key in words.words["place_nouns"] and number + 1 == len(items):
        if any(i.kind in ("place", "Word") for i in items):
            return None
        meant = place_before(scene, item.first)
        return Owner(place=fold(meant), written=meant) if meant else None
    if item.kind == "Word" and (number + 1 == len(items) or items[number + 1].kind != "Word"):
        first = number
        while first > 0 and items[first - 1].kind == "Word":
            first -= 1
        written = scene.words_between(items[first].first, item.last)
        return Owner(place=fold(written), written=written)
    return None


RULES: dict[str, Rule] = {
    "person": _person,
    "post": _post,
    "party": _party,
    "body": _body,
    "institution": _institution,
    "title": _title,
    "honorific": _honorific,
    "state": _state,
    "forces": _forces,
    "publisher": _publisher,
    "carrier": _carrier,
    "unnamed": _unnamed,
    "anaphor": _anaphor,
    "pronoun": _pronoun,
}
