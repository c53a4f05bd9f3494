"""Who a phrase means: the rules by the kind of its head, from a listed name to a bare "officials"."""

import dataclasses
from collections.abc import Callable, Sequence

from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.coreference import body_meant, person_meant, same_institution
from counterclaim.reading.offices import former_holder, holder_of
from counterclaim.reading.owners import MEDIA, owners_of, sides_of
from counterclaim.reading.people import RANK, name_at, person_of
from counterclaim.reading.phrases import Phrase, phrase_of, segments
from counterclaim.reading.scene import Item, in_headline
from counterclaim.reading.sides import unlisted_person
from counterclaim.reading.stage import Answer, Owner, Stage
from counterclaim.reading.takeup import institution_of_context, possessor_of, speaker_before, subject_before
from counterclaim.reading.unlisted import body_called, capitals_after, name_alone, unlisted_answer

UNITED_NATIONS = "united-nations"
"""The id of the body that ambassadors are sent to beside states."""
Rule = Callable[[Stage, Phrase, Item], Answer | None]


def answer_of(stage: Stage, first: int, last: int) -> Answer | None:
    """Returns who the tokens `[first, last)` mean, or None when they say nothing of it."""
    phrases = [phrase_of(stage.scene, part) for part in segments(stage.scene, first, last)]
    for phrase in phrases:
        if phrase.head is not None and phrase.head.kind == "person":
            return _person(stage, phrase, phrase.head)
    known = next((p for p in stage.people_in(first, last) if p.last <= last and not p.listed and p.party is not None), None)
    if known is not None and known.party is not None and not _owned(stage, phrases, known.last):
        return unlisted_person(stage, known.party, phrases)
    name = _apposed(stage, phrases)
    if name is not None:
        return unlisted_person(stage, name, phrases)
    for phrase in phrases:
        answer = by_head(stage, phrase)
        if answer is not None:
            return answer
    return None


def _apposed(stage: Stage, phrases: Sequence[Phrase]) -> Party | None:
    """Returns the unlisted party whose name stands beside its title or common noun, in a segment of its own."""
    kinds = [p.head.kind if p.head is not None else "" for p in phrases]
    for number, phrase in enumerate(phrases):
        its_own = number == 1 and kinds[0] == "pronoun" and len(phrases[0].items) > 1
        if its_own or any(kind in ("title", "post") for kind in kinds):
            name = name_alone(stage.scene, phrase, 2)
        else:
            name = name_alone(stage.scene, phrase, 1) if number and kinds[0] == "anaphor" else None
        if name is not None:
            return name
    return None


def _owned(stage: Stage, phrases: Sequence[Phrase], after: int) -> bool:
    """Tells whether the name that ends before a token only owns the head ("Varel's troops")."""
    heads = (p.head for p in phrases if p.head is not None and p.head.kind in ("institution", "forces", "unnamed", "carrier"))
    return any(h.first == after + 1 and stage.scene.tokens[after].key == "'s" for h in heads)


def by_head(stage: Stage, phrase: Phrase) -> Answer | None:
    """Returns who a phrase means by the kind of its head, or None."""
    if phrase.head is None:
        return unlisted_answer(stage, phrase)
    return RULES[phrase.head.kind](stage, phrase, phrase.head)


def _person(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    return stage.answer(stage.scene.words.party(head.term.key))


def _post(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    posts = [stage.scene.words.posts[int(t.key)] for t in head.terms if t.kind == "post"]
    name = [i for i in phrase.after if i.kind == "Word"]
    if len(name) > 1 and len(name) == len(phrase.after):
        words = stage.scene.words_between(name[0].first, name[-1].last)
        side = posts[0].holder.side if len({p.holder.side for p in posts}) == 1 else None
        return unlisted_person(stage, person_of(stage.scene, words, side), (phrase,))
    keys = {k for o in owners_of(stage, phrase) for k in o.keys}
    fitting = [p for p in posts if keys & p.of] or (posts if len({p.office.of for p in posts}) == 1 else [])
    if not fitting or _is_former(stage, phrase):
        return Answer(None, posts[0].holder.side if len({p.holder.side for p in posts}) == 1 else None, True)
    held = [p for p in fitting if p.office.held_on(stage.day)] or fitting[-1:]
    return stage.answer(held[0].holder)


def _is_former(stage: Stage, phrase: Phrase) -> bool:
    """Tells whether the phrase speaks of one who no longer holds the office ("former", "ex-")."""
    return any(stage.scene.tokens[i.first].key in stage.scene.words.words["former"] for i in phrase.before)


def _party(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns a listed party, or its man: "Rally river-master Jonas Oyo"."""
    party = stage.scene.words.party(head.term.key)
    if len(phrase.after) > 2 and phrase.after[0].kind == "word" and all(i.kind == "Word" for i in phrase.after[-2:]):
        return _named_after(stage, phrase, head, party.side)
    return stage.answer(party)


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
            return stage.answer(words.body_of_side(institution, owner.party.side) or owner.party)
    own = _own_name(stage, phrase, head)
    if own is not None:
        return own
    alone = words.institutions[institution].alone
    if alone is not None and same_institution(stage.near(head.first), head.first, institution) is None:
        return stage.answer(words.party(alone))
    return institution_of_context(stage, institution, head.first)


def _title(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    title = stage.scene.words.titles.get(head.term.key)
    name = [i for i in phrase.after if i.kind == "Word"]
    if name and phrase.after[0].kind != "word":
        first, last = name_at(stage.scene, name[0].first)
        if last > first:
            words = stage.scene.words_between(first, min(last, phrase.after[-1].last))
            return unlisted_person(stage, person_of(stage.scene, words, None), (phrase,))
    owners = owners_of(stage, phrase)
    if title is not None and title.speaks and not owners:
        possessor = possessor_of(stage, phrase)
        owners = (Owner(possessor),) if possessor is not None else ()
    if title is None:
        return _own_title(stage, head.term.key, owners)
    if title.abroad and _to_the_un(owners_of(stage, dataclasses.replace(phrase, complement=())), owners):
        return _own_title(stage, f"un {title.id}", [o for o in owners if o.state])
    if _is_former(stage, phrase) or (title.headship and _qualified(stage, phrase)):
        return former_holder(stage, title, owners, head.first)
    if title.abroad:
        before = owners_of(stage, dataclasses.replace(phrase, complement=()))
        owners = (
            *before[::-1],
            *(owners[: len(owners) - len(before)] if phrase.preposition not in stage.scene.words.small["sent_to"] else ()),
        )
    return holder_of(stage, title, owners, head.first, _definite(stage, phrase))


def _qualified(stage: Stage, phrase: Phrase) -> bool:
    """Tells whether small words part the owner from the head, so that it leads a part only ("UN climate chief")."""
    modifiers = stage.scene.words.words["modifiers"]
    beside = [i for i in phrase.before if i.kind in ("word", "Word", "party", "state", "body", "person")]
    return len(beside) > 1 and beside[-1].kind == "word" and stage.scene.tokens[beside[-1].first].key not in modifiers


def _to_the_un(before: Sequence[Owner], owners: Sequence[Owner]) -> bool:
    """Tells whether a state's envoy serves at the United Nations; those before the title send, the UN may send one itself."""
    sends, all_of_them = ({o.party.id for o in group if o.party} for group in (before, owners))
    return bool(sends) and UNITED_NATIONS in all_of_them and UNITED_NATIONS not in sends


def _own_title(stage: Stage, title: str, owners: Sequence[Owner]) -> Answer | None:
    posts = [p for p in stage.scene.words.posts if title in p.titles and p.office.held_on(stage.day)]
    keys = {k for o in owners for k in o.keys}
    fitting = [p for p in posts if not keys or keys & p.of] or []
    return stage.answer(fitting[0].holder) if fitting else Answer(None, owners[0].party.side if owners and owners[0].party else None, True)


def _state(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    state = stage.scene.words.states[head.term.key].party
    counted = any(i.kind == "determiners" and stage.scene.tokens[i.first].key not in stage.scene.words.small["the"] for i in phrase.before)
    if head.term.form != "name" and counted:
        return Answer(None, stage.camp(state.side), True)
    return _named_after(stage, phrase, head, state.side) if phrase.after else stage.answer(state)


def _named_after(stage: Stage, phrase: Phrase, head: Item, side: str | None) -> Answer:
    """Returns who "Russian Security Council" or "Ostrel's Jan Bervik" is; of small words ("Russian miners") only the side."""
    scene, words = stage.scene, stage.scene.words.words
    capitals = [i for i in phrase.after if i.kind == "Word"]
    if not capitals or phrase.after[-1] is not capitals[-1] or in_headline(scene, head.first):
        return Answer(None, stage.camp(side), True)
    if any(scene.tokens[i.first].text in words["body_words"] for i in capitals):
        name = scene.words_between(head.first, phrase.after[-1].last)
        return stage.answer(Party(slug(name), name, side))
    private = any(scene.tokens[i.first].key in words["private_words"] for i in phrase.after)
    if len(capitals) < 2 or private:
        return Answer(None, stage.camp(side), len(capitals) < 2)
    name = scene.words_between(capitals[0].first, capitals[-1].last)
    return stage.answer(person_of(scene, name, side))


def _forces(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    words = stage.scene.words
    noun = words.nouns["forces"][int(head.term.key)]
    institution = noun.institution or "armed-forces"
    if any(i.kind == "allied" for i in phrase.before):
        sides = sides_of(stage, phrase.before)
        return Answer(None, sides[0] if sides else None, True)
    for owner in owners_of(stage, phrase):
        if owner.state is not None:
            return stage.answer(words.body(institution, words.states[owner.state]))
        if owner.party is not None:
            return stage.answer(owner.party)
    return _forces_of_context(stage, phrase, head, noun.kinds)


def _forces_of_context(stage: Stage, phrase: Phrase, head: Item, kinds: tuple[str, ...]) -> Answer:
    """Returns whose "its troops", "government forces" or "the occupiers" are; bare "troops" are nobody's."""
    words, institution = stage.scene.words, "armed-forces"
    state = None
    if stage.scene.tokens[phrase.items[0].first].key in words.words["possessives"]:
        named = subject_before(stage, head.first)
        if named is not None:
            return stage.answer(words.body(institution, words.states[named.state])) if named.state else stage.answer(named.party)
    if "context" in kinds:
        return institution_of_context(stage, institution, head.first) or Answer(None, None, True)
    if "invaders" in kinds and words.conflict is not None:
        abroad = [c for c in words.conflict.countries if c not in words.conflict.theatre]
        state = abroad[0] if len(abroad) == 1 else None
    return stage.answer(words.body(institution, words.states[state])) if state in words.states else Answer(None, None, True)


def _publisher(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    publisher = stage.scene.words.publishers[head.term.key]
    if head is phrase.head and sum(i.kind == "Word" for i in phrase.after) > 1:
        return _named_after(stage, phrase, head, MEDIA)
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
    scene = stage.scene
    before = (n for n in stage.near(head.first) if n.first < head.first and n.party.kind != "government")
    near = [n for n in before if scene.sentence_at(head.first) - scene.sentence_at(n.first) <= 1]
    return stage.answer(near[-1].party) if near else Answer(None, None, True)


def _unnamed(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    nouns = stage.scene.words.nouns["unnamed"]
    kinds = {nouns[int(i.term.key)].camp for i in (*phrase.before, head) if i.kind == "unnamed"}
    camp = nouns[int(head.term.key)].camp
    if len(kinds) > 1:
        return Answer(None, None, True)
    if camp is not None:
        return Answer(None, camp, True)
    people = "people" in nouns[int(head.term.key)].kinds
    items = tuple(i for i in phrase.before if i.kind != "state" or i.term.form != "name") if people else phrase.items
    sides = list(dict.fromkeys(sides_of(stage, items)))
    if not sides and not people and (possessor := possessor_of(stage, phrase)) is not None:
        return Answer(None, stage.camp(possessor.side), True)
    return Answer(None, sides[0] if len(sides) == 1 else None, True)


def _anaphor(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the body that a common noun takes up; with a name of its own before it ("5th Corps") it is that body."""
    beside = [i for i in phrase.before if i.kind in ("party", "publisher")]
    if beside:
        return RULES[beside[-1].kind](stage, phrase, beside[-1])
    own = _own_name(stage, phrase, head)
    if own is not None:
        return own
    member = (
        stage.resolve(stage, phrase_of(stage.scene, phrase.complement))
        if phrase.preposition in stage.scene.words.small["from_of"]
        else None
    )
    if member is not None and member.party is not None and not member.anonymous:
        return member
    bodies = [o.party for o in owners_of(stage, phrase) if o.party and o.party.kind == "organisation"]
    if bodies and any(i.kind == "institution" for i in phrase.before):
        return stage.answer(bodies[0])
    if (
        any(stage.scene.tokens[i.first].key in stage.scene.words.small["same"] for i in phrase.before)
        and (same := speaker_before(stage, head.first)) is not None
    ):
        return stage.answer(same.party)
    noun = stage.scene.words.nouns["anaphor"][int(head.term.key)]
    named = body_meant(stage.scene, stage.near(head.first), head.first, noun, stage.speakers)
    if named is not None:
        return stage.answer(named.party)
    sides = sides_of(stage, phrase.items)
    return Answer(None, sides[0] if sides else None, True)


def _own_name(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the body of "the 4th Rifle Brigade", "the Bergen Group" or "Texas police", with its owner's side."""
    scene, before = stage.scene, phrase.before
    first = len(before)
    while first > 0 and (before[first - 1].kind in ("Word", "place") or scene.tokens[before[first - 1].first].text[0].isdigit()):
        first -= 1
    capital = scene.tokens[head.first].text[0].isupper() and phrase.items[0].kind != "state"
    if first == len(before) and first and before[-1].kind == "state" and capital and before[-1].term.form == "adjective":
        first -= 1
    opens = first == 0 and len(before) == 1 and scene.sentences[scene.sentence_at(head.first)].start == scene.tokens[before[0].first].start
    if first == len(before) or opens or in_headline(scene, head.first):
        return None
    name = scene.words_between(before[first].first, capitals_after(scene, head.last))
    sides = sides_of(stage, phrase.items) or _side_of_body(stage, phrase)
    unit = scene.tokens[head.last - 1].key in scene.words.words["unit_words"] and scene.tokens[before[first].first].text[0].isdigit()
    body = None if unit else body_called(scene, before[first].first, head.last)
    side = sides[0] if sides else (body.side if body else None)
    return stage.answer(Party(slug(name), name, side, "unit" if unit else (body.kind if body else "organisation")))


def _side_of_body(stage: Stage, phrase: Phrase) -> list[str]:
    """Returns the side of the institution that stands in a phrase without a state ("the army's Southern Command")."""
    body = next((i for i in phrase.before if i.kind == "institution"), None)
    answer = institution_of_context(stage, body.term.key, body.first) if body else None
    return [answer.side] if answer and answer.side else []


def _honorific(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    """Returns the person of a rank alone: "the general" is the nearest before who was given a rank."""
    ranks = [p for p in stage.people_near(head.first) if RANK in p.titles and p.first < head.first and p.party is not None]
    return stage.answer(ranks[-1].party) if ranks and ranks[-1].party else Answer(None, None, True)


def _pronoun(stage: Stage, phrase: Phrase, head: Item) -> Answer | None:
    pronoun = head.term.key
    if pronoun in ("he", "she"):
        person = person_meant(stage.scene, stage.people_near(head.first), head.first, pronoun, stage.speakers)
        return stage.answer(person.party) if person and person.party else Answer(None, None)
    named = subject_before(stage, head.first)
    return stage.answer(named.party) if named else Answer(None, None)


def _definite(stage: Stage, phrase: Phrase) -> bool:
    return stage.scene.tokens[phrase.items[0].first].key not in stage.scene.words.words["indefinites"]


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
