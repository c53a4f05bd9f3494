"""Who holds an office: the title with whose it is, on the day of publication."""

from collections.abc import Sequence

from counterclaim.knowledge.lexicon import POSSESSIVE
from counterclaim.knowledge.world import slug
from counterclaim.model import Party
from counterclaim.reading.coreference import state_meant, titled
from counterclaim.reading.lands import side_of_place
from counterclaim.reading.people import Person
from counterclaim.reading.stage import Answer, Owner, Stage
from counterclaim.reading.vocabulary import Post, Title


def holder_of(stage: Stage, title: Title, owners: Sequence[Owner], position: int, definite: bool) -> Answer | None:
    """Returns who a title without a name means.

    Args:
        stage: the text with everyone on it.
        title: the word for the office.
        owners: whose it is, the nearest first; empty when the phrase does not say.
        position: the token of the title.
        definite: whether the phrase points at one that is known.
    """
    owners = [o for o in owners if o.party is None or o.party.kind != "media"] or owners
    if not (title.speaks and not definite):
        post = _post(stage, title, owners) or (
            _post_by_place(stage, title, owners, position) if title.local and not any(o.place for o in owners) else None
        )
        if post is not None:
            return stage.answer(post.holder)
        known = _bearer(stage, title, owners, position) if definite or not title.speaks else None
        if known is not None and known.party is not None:
            return stage.answer(known.party)
    if not owners and not title.speaks:
        post = _post_of_context(stage, title, position)
        if post is not None:
            return stage.answer(post.holder)
    return _without_holder(stage, title, owners, position)


def former_holder(stage: Stage, title: Title, owners: Sequence[Owner], position: int) -> Answer:
    """Returns who "the former defence minister" means: one whom the text names with the title, else somebody of the owner's side."""
    known = titled(stage.people_near(position), position, frozenset({title.id}), former=True)
    if known is not None and known.party is not None and not _other_owner(stage, owners, known.party):
        return stage.answer(known.party)
    side = next((o.party.side for o in owners if o.party), None)
    return Answer(None, stage.camp(side), True)


def _bearer(stage: Stage, title: Title, owners: Sequence[Owner], position: int) -> Person | None:
    """Returns the person whom the text names with the title, of the owner's side; "the Kestrian leader" is its president."""
    near = [p for p in stage.people_near(position) if p.party is not None and not _other_owner(stage, owners, p.party)]
    known = titled(near, position, frozenset({title.id}))
    if known is not None or not title.headship or not any(o.state and o.party and o.party.kind == "government" for o in owners):
        return known
    leading = frozenset(t.id for t in stage.scene.words.titles.values() if t.leader)
    return titled([p for p in near if p.party is not None and p.party.side], position, leading)


def _post(stage: Stage, title: Title, owners: Sequence[Owner]) -> Post | None:
    for owner in owners[:1] if title.headship else owners:
        for key in _keys(stage, title, owner):
            fitting = [p for p in stage.scene.words.posts_of(key) if _fits(stage, p, title, key)]
            held = [p for p in fitting if p.office.held_on(stage.day)]
            if held:
                return held[0]
            if stage.day is None and len({p.holder.id for p in fitting}) == 1:
                return fitting[0]
    return None


def _keys(stage: Stage, title: Title, owner: Owner) -> tuple[str, ...]:
    """Returns the keys under which an owner's offices are: the head of a state's body is not the head of the state."""
    state = stage.scene.words.states.get(owner.state or "")
    if title.headship and state is not None and owner.party is not None and owner.party.id != state.party.id:
        return (owner.party.id,)
    return owner.keys


def _fits(stage: Stage, post: Post, title: Title, key: str) -> bool:
    if title.id in post.titles:
        return True
    titles = stage.scene.words.titles
    if title.headship or title.leader:
        leads = any(t in titles and titles[t].leader for t in post.titles)
        if key in stage.scene.words.states:
            return leads and title.headship
        return post.heads
    return False


def _post_by_place(stage: Stage, title: Title, owners: Sequence[Owner], position: int) -> Post | None:
    """Returns the post of a governor or mayor whose place the text has named, the nearest before; of the owner's side if given."""
    sides = {o.party.side for o in owners if o.party}
    held = [p for p in stage.scene.words.posts if title.id in p.titles and p.office.held_on(stage.day)]
    fitting = [p for p in held if not sides or p.holder.side in sides]
    before, after = stage.scene.folded_around(position)
    places = {place: post for post in reversed(fitting) for place in sorted(post.of) if f" {place} " in before + after}
    ranked = sorted(places, key=lambda place: (-before.rfind(f" {place} "), place))
    return places[ranked[0]] if ranked else None


def _post_of_context(stage: Stage, title: Title, position: int) -> Post | None:
    own = frozenset(s.key for s in stage.scene.words.states.values() if s.own_side)
    named = {n.state for n in stage.near(position) if n.state}
    state = _state_elsewhere(stage, title, position)
    if state is None and (stage.scene.words.conflict is not None or len(named) == 1):
        state = state_meant(stage.near(position), position, own)
    if state is None or title.weak or title.local:
        return None
    return _post(stage, title, (Owner(state=state),))


def _state_elsewhere(stage: Stage, title: Title, position: int) -> str | None:
    """Returns the state that stands just before the same title somewhere else in the text ("Britain's defence secretary")."""
    scene = stage.scene
    for hit in scene.hits_near(position):
        if hit.first == position or not any(t.kind == "title" and t.key == title.id for t in hit.terms):
            continue
        before = hit.first - 2 if hit.first and scene.tokens[hit.first - 1].key == "'s" else hit.first - 1
        near = scene.starts.get(before)
        key = next((t.key for t in near.terms if t.kind == "state"), None) if near else None
        if key is not None:
            return key
    return None


def _owner_elsewhere(stage: Stage, title: Title, position: int) -> Owner | None:
    """Returns the state whose "president" the text has named before, where it speaks of no other one's."""
    scene = stage.scene
    places = (h for h in scene.hits_near(position) if h.first < position and any(t.kind == "title" and t.key == title.id for t in h.terms))
    before = (scene.starts.get(h.first - 1 - (h.first > 0 and scene.tokens[h.first - 1].key == POSSESSIVE)) for h in places)
    states = {t.key for h in before if h is not None for t in h.terms if t.kind == "state"}
    state = scene.words.states.get(states.pop()) if len(states) == 1 and not (title.speaks or title.weak or title.local) else None
    return Owner(state.party, state.key) if state is not None else None


def _other_owner(stage: Stage, owners: Sequence[Owner], party: Party) -> bool:
    sides = {stage.camp(o.party.side) for o in owners if o.party and o.party.side}
    return bool(sides) and party.side is not None and stage.camp(party.side) not in sides


def _without_holder(stage: Stage, title: Title, owners: Sequence[Owner], position: int) -> Answer | None:
    owner = next((o for o in owners if o.party), None) or (_owner_elsewhere(stage, title, position) if not owners else None)
    if title.speaks:
        return stage.answer(owner.party, anonymous=True) if owner and owner.party else Answer(None, None, True)
    side = stage.camp(owner.party.side) if owner and owner.party else None
    place = next((o for o in owners if o.place and o.written), None)
    words = stage.scene.tokens[position].text
    land = side_of_place(stage, place.written) if place is not None and place.written else None
    if place is not None and (title.local or (title.headship and owners[0] is place and land is not None)):
        name = f"{_capital(stage, title.words[0])} of {place.written}"
        side = side or land
        return Answer(Party(slug(name), name, side, "office"), side)
    if not title.weak and not title.local and owner and owner.party and words:
        name = f"{_capital(stage, title.words[0])} of {owner.party.name}"
        return Answer(Party(slug(name), name, side, "office"), side)
    return Answer(None, side, True)


def _capital(stage: Stage, words: str) -> str:
    small = stage.scene.words.small["of"] | stage.scene.words.small["the"]
    return " ".join(w if w in small else w[0].upper() + w[1:] for w in words.split())
