"""The side of a person whom no table has: by the words beside the name, whose body it is, and whose land."""

import dataclasses
from collections.abc import Sequence

from counterclaim.model import Party
from counterclaim.reading.lands import side_of_land_before, side_of_place
from counterclaim.reading.owners import owners_of, sides_of
from counterclaim.reading.phrases import Phrase
from counterclaim.reading.stage import Answer, Stage
from counterclaim.reading.takeup import institution_of_context, possessor_of


def unlisted_person(stage: Stage, party: Party, phrases: Sequence[Phrase]) -> Answer:
    """Returns an unlisted person with the side that the phrase gives, else the one that the text gave before."""
    sides = [s for phrase in phrases for s in _sides_of_owners(stage, phrase)]
    side = party.side or (sides[0] if sides else None)
    if side is None:
        bodies = (i for phrase in phrases for i in phrase.items if i.kind == "institution")
        body = next(bodies, None)
        answer = institution_of_context(stage, body.term.key, body.first) if body else _body_of_title(stage, phrases)
        side = (answer.side if answer else None) or _side_of_possessive(stage, phrases) or _side_of_land(stage, phrases)
    return stage.answer(dataclasses.replace(party, side=side))


def _side_of_possessive(stage: Stage, phrases: Sequence[Phrase]) -> str | None:
    """Returns the side of whom "its" means in the apposition of a name ("Colonel Jan Bervik, its spokesman")."""
    owner = next((o for o in (possessor_of(stage, phrase) for phrase in phrases) if o is not None), None)
    return stage.camp(owner.side) if owner is not None else None


def _sides_of_owners(stage: Stage, phrase: Phrase) -> list[str]:
    """Returns the sides of whose a title is, or of the state before a name; not of what it is about ("chairman of a panel on China")."""
    owners = (o.party.side for o in owners_of(stage, phrase) if o.party is not None)
    found = [stage.camp(side) or side for side in owners if side]
    chain = list(phrase.complement)
    cut = next(
        (
            n
            for n, i in enumerate(chain)
            if i.kind == "prepositions" and stage.scene.tokens[i.first].key not in stage.scene.words.small["of"]
        ),
        len(chain),
    )
    return found or sides_of(stage, (*phrase.before, *chain[:cut]))


def _body_of_title(stage: Stage, phrases: Sequence[Phrase]) -> Answer | None:
    """Returns the body of a title that needs one, of the state that the text speaks of ("Defence Minister Jan Bervik")."""
    titles = stage.scene.words.titles
    for phrase in phrases:
        for item in phrase.items:
            known = [titles[t.key] for t in item.terms if t.kind == "title" and t.key in titles]
            body = next((t.body or "government" for t in known if t.body or t.leader), None)
            if body is not None:
                return institution_of_context(stage, body, item.first)
            if any(t.of_group for t in known):
                return _group_before(stage, item.first)
    return None


def _group_before(stage: Stage, position: int) -> Answer | None:
    """Returns the armed group that "rebel leader" speaks of: the nearest named before, else the only one of the text."""
    groups = [n for n in stage.near(position) if n.party.kind == "group"]
    before = [n for n in groups if n.first < position]
    meant = before[-1] if before else (groups[0] if len({n.party.id for n in groups}) == 1 else None)
    return stage.answer(meant.party) if meant is not None else None


def _side_of_land(stage: Stage, phrases: Sequence[Phrase]) -> str | None:
    """Returns the side of the place that a governor or mayor is of."""
    titles = stage.scene.words.titles
    for phrase in phrases:
        heads = [i for i in phrase.items if i.kind == "title" and i.term.key in titles and titles[i.term.key].local]
        places = (o.written for o in owners_of(stage, phrase) if o.written) if heads else ()
        side = next((s for s in (side_of_place(stage, place) for place in places) if s), None)
        if side is not None:
            return side
        if heads and stage.scene.words.conflict is None and not any(o.written for o in owners_of(stage, phrase)):
            return side_of_land_before(stage, heads[0].first)
    return None
