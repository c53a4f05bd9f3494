"""Whom "its", "they", "the same command" and a bare "the ministry" take up: the body or state that the text spoke of before."""

from collections.abc import Sequence

from counterclaim.model import Party
from counterclaim.reading.coreference import REACH, Named, person_meant, same_institution, state_meant
from counterclaim.reading.phrases import Phrase, phrase_of
from counterclaim.reading.stage import Answer, Stage
from counterclaim.reading.vocabulary import OTHER


def institution_of_context(stage: Stage, institution: str, position: int) -> Answer | None:
    """Returns the body of a kind that a text means without saying whose: one named before, else that of the state it speaks of."""
    words, near = stage.scene.words, stage.near(position)
    here = stage.scene.sentence_at(position)
    spoken = [n for n in near if n.first in stage.speakers and 0 <= here - stage.scene.sentence_at(n.first) <= REACH]
    known = same_institution([n for n in spoken if n.first < position], position, institution) or same_institution(
        near, position, institution
    )
    if known is not None:
        return stage.answer(known.party)
    own = frozenset(s.key for s in words.states.values() if s.own_side)
    state = state_meant(near, position, own) if words.conflict is not None else _state_at_war(stage, near, spoken, position)
    if state is None and words.conflict and len(words.conflict.countries) == 1:
        state = words.conflict.countries[0]
    return stage.answer(words.body(institution, words.states[state])) if state in words.states else Answer(None, None)


def _state_at_war(stage: Stage, near: Sequence[Named], spoken: Sequence[Named], position: int) -> str | None:
    """Returns the state that a report on no listed war means: the only one in it that is no bystander, else the one heard last."""
    states = {n.state for n in near if n.state is not None and stage.camp(n.party.side) != OTHER}
    if len(states) == 1:
        return states.pop()
    heard = [n for n in spoken if n.first < position and n.state in states]
    return heard[-1].state if heard else None


def possessor_of(stage: Stage, phrase: Phrase) -> Party | None:
    """Returns whom the possessive that opens a phrase takes up: "its" and "their" a body or state, "his" and "her" a person."""
    scene, first = stage.scene, phrase.items[0].first
    if scene.tokens[first].key not in scene.words.words["possessives"]:
        return None
    pronoun = next((p for p in ("he", "she") if scene.tokens[first].key in scene.words.words[p]), None)
    if pronoun is not None:
        person = person_meant(scene, stage.people_near(first), first, pronoun, stage.speakers)
        return person.party if person is not None else None
    named = subject_before(stage, first, REACH)
    return named.party if named is not None else None


def subject_before(stage: Stage, position: int, reach: int = 2) -> Named | None:
    """Returns the body or state that "it" or "they" takes up: the first named of the nearest sentence before, `reach` back at most."""
    here = stage.scene.sentence_at(position)
    for sentence in range(here, max(-1, here - reach - 1), -1):
        fitting = [n for n in stage.near(position) if n.first < position and stage.scene.sentence_at(n.first) == sentence]
        spoken = next((n for n in fitting if n.first in stage.speakers), None)
        again = _taken_up(stage, sentence, position if spoken is None else spoken.first)
        if again is not None:
            return again
        if fitting:
            return _body_beside(spoken or fitting[0], fitting)
    return None


def _taken_up(stage: Stage, sentence: int, before: int) -> Named | None:
    """Returns the body that spoke in a sentence under a common noun ("the ministry said"), before a token."""
    scene = stage.scene
    for hit in scene.hits_near(before):
        noun = hit.first in stage.speakers and any(t.kind in ("institution", "anaphor") for t in hit.terms)
        if noun and hit.last <= before and scene.sentence_at(hit.first) == sentence:
            answer = stage.resolve(stage, phrase_of(scene, scene.items(hit.first, hit.last)))
            if answer is not None and answer.party is not None and not answer.anonymous:
                return Named(hit.first, hit.last, answer.party, None, None)
    return None


def _body_beside(named: Named, others: Sequence[Named]) -> Named:
    """Returns the body of "Kestria's defence ministry" for its state's name."""
    if named.institution is not None or named.state is None:
        return named
    return next((n for n in others if n.state == named.state and n.institution and 0 <= n.first - named.last <= 1), named)


def speaker_before(stage: Stage, position: int) -> Named | None:
    """Returns the body that spoke last before a token: "the same command"."""
    spoken = [n for n in stage.near(position) if n.first < position and n.first in stage.speakers and n.party.kind != "government"]
    return spoken[-1] if spoken else None
