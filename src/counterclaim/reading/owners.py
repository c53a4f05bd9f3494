"""Whose a title, a body or a soldier is: the states, parties and places of a phrase, and their sides."""

from collections.abc import Sequence

from counterclaim.knowledge.lexicon import fold
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.coreference import place_before
from counterclaim.reading.phrases import Phrase, phrase_of
from counterclaim.reading.scene import Item
from counterclaim.reading.stage import Owner, Stage
from counterclaim.reading.unlisted import body_called
from counterclaim.reading.vocabulary import OTHER

MEDIA = "media"


def sides_of(stage: Stage, items: Sequence[Item]) -> list[str]:
    """Returns the sides of the states, parties and persons among items, but for states that only say where ("U.S.-based")."""
    words, found = stage.scene.words, []
    for number, item in enumerate(items):
        follower = items[number + 1].kind if number + 1 < len(items) else ""
        if follower == "not_of" or (follower == "allied" and not _is_camp(stage, item)):
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


def _is_camp(stage: Stage, item: Item) -> bool:
    """Tells whether an item is a state that the conflict names as a side, whose friends are of its camp ("Russian-backed")."""
    return item.kind == "state" and stage.scene.words.states[item.term.key].own_side


def owners_of(stage: Stage, phrase: Phrase) -> tuple[Owner, ...]:
    """Returns whose the head of a phrase is, the nearest first: its complement ("of Armenia"), then what stands before it.

    After "in", "at" or "to" a complement only says where, once an owner stands before the head ("Russia's embassy in Paris").
    """
    words = stage.scene.words.words
    before = _owners_in(stage, phrase.before)
    if not phrase.complement:
        return before
    after = _owners_of_complement(stage, phrase.complement)
    return (*before, *after) if phrase.preposition in words["place_prepositions_only"] else (*after, *before)


def _owners_of_complement(stage: Stage, items: tuple[Item, ...]) -> tuple[Owner, ...]:
    """Returns the owners in a complement: its head first, then whose that is; not what hangs on it in turn."""
    inner = phrase_of(stage.scene, items)
    if inner.head is None:
        return _owners_in(stage, items)
    if inner.head.kind == "state" and _owns_another(items, items.index(inner.head)):
        written = stage.scene.words_between(items[0].first, items[-1].last)
        return (Owner(place=fold(written), written=written),)
    if inner.head.kind == "publisher" and any(i.kind == "party" for i in inner.before):
        return _owners_in(stage, inner.before)  # an outlet's name glued to the body's ("the head of Wagner Liberation")
    front = (*inner.before, inner.head)
    return (*_owners_in(stage, front), *(owners_of(stage, inner) if inner.head.kind in ("institution", "title", "forces") else ()))


def _owns_another(items: Sequence[Item], number: int) -> bool:
    """Tells whether an item only owns what the words after it name ("Russia's biggest bank"), which nothing here knows."""
    after = items[number + 1 :]
    return len(after) > 1 and after[0].kind == "possessive" and any(i.kind in ("word", "Word") for i in after[1:])


def _owners_in(stage: Stage, items: Sequence[Item]) -> tuple[Owner, ...]:
    found: list[Owner] = []
    for number in range(len(items) - 1, -1, -1):
        follower = items[number + 1].kind if number + 1 < len(items) else ""
        if follower == "not_of" or (follower == "allied" and not _is_camp(stage, items[number])):
            continue
        owner = _owner(stage, items, number)
        if owner is not None:
            found.append(owner)
    return tuple(found)


def _owner(stage: Stage, items: Sequence[Item], number: int) -> Owner | None:
    words, item = stage.scene.words, items[number]
    if item.kind == "state":
        return Owner(words.states[item.term.key].party, item.term.key)
    if item.kind == "party":
        return Owner(words.party(item.term.key))
    if item.kind == "person":
        return Owner(words.party(item.term.key), _state_of(stage, words.party(item.term.key)))
    if item.kind == "publisher":
        publisher = words.publishers[item.term.key]
        return Owner(Party(slug(publisher.name), publisher.name, publisher.side or MEDIA, "media"))
    if item.kind in ("body", "institution", "anaphor", "forces"):
        answer = stage.resolve(stage, phrase_of(stage.scene, tuple(items[: number + 1])))
        return Owner(answer.party, _state_of(stage, answer.party)) if answer and answer.party else None
    return _place(stage, items, number)


def _place(stage: Stage, items: Sequence[Item], number: int) -> Owner | None:
    """Returns the place that an item is: a listed one, a run of capitalised words, or "the town" of before."""
    words, scene, item = stage.scene.words, stage.scene, items[number]
    if item.kind == "place":
        name = words.places[item.term.key].name
        return Owner(place=fold(name), written=name)
    if item.kind == "region":
        written = scene.words_between(item.first, item.last)
        return Owner(place=fold(written), written=written)
    if item.kind == "word" and scene.tokens[item.first].key in words.words["place_nouns"] and number + 1 == len(items):
        named = any(i.kind in ("place", "Word") for i in items)
        meant = None if named else place_before(scene, item.first)
        return Owner(place=fold(meant), written=meant) if meant else None
    if item.kind == "Word" and (number + 1 == len(items) or items[number + 1].kind != "Word"):
        first = number
        while first > 0 and items[first - 1].kind == "Word":
            first -= 1
        body = body_called(scene, items[first].first, item.last)
        if body is not None:
            return Owner(body)
        written = scene.words_between(items[first].first, item.last)
        return Owner(place=fold(written), written=written)
    return None


def _state_of(stage: Stage, party: Party) -> str | None:
    """Returns the state that a person or body is of, by its membership, else by its side."""
    states = stage.scene.words.states
    member = next((key for key, s in states.items() if party.member_of == s.party.id), None)
    if member is not None or party.side is None:
        return member
    return next((key for key, s in states.items() if s.party.side == party.side and party.side != OTHER), None)
