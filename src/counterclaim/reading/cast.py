"""The cast of a text: who each source and agent is, by name, office, metonym, pronoun or definite noun."""

import bisect
import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.conflicts import Conflict
from counterclaim.knowledge.lexicon import Hit
from counterclaim.model import Attribution, Mention, Participant, Party, Role, Span, words_of
from counterclaim.reading.camps import camps_of
from counterclaim.reading.coreference import Named
from counterclaim.reading.mentions import mentions
from counterclaim.reading.people import Person, introduction, persons
from counterclaim.reading.polities import with_polities
from counterclaim.reading.roles import answer_of, by_head
from counterclaim.reading.scene import Scene, in_headline, scene_of
from counterclaim.reading.stage import Answer, Stage
from counterclaim.reading.unlisted import body_called
from counterclaim.reading.vocabulary import published_day, vocabulary

HOLDER = "holder"
"""Stands among the titles of a person whom only the words of an office name."""
OUTLETS = 20
"""Outlets on each side of a source that may pass its words on."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is. `party` None and `anonymous`: unnamed people, of `side` if the text says so; `relayed_by` who passed it on."""

    party: Party | None
    side: str | None
    anonymous: bool
    relayed_by: tuple[str, ...]
    text: str


class Cast:
    """Everyone named in one text, and the answer to who a span of it means."""

    def __init__(self, scene: Scene, stage: Stage, sources: tuple[int, ...] = ()) -> None:
        """Keeps the scene, its stage and where the known sources begin; use `cast`."""
        self._scene, self._stage, self._sources = scene, stage, sources
        self._outlets = tuple(hit for hit in scene.hits if any(t.kind == "publisher" for t in hit.terms))
        parties = {n.first: n.party for n in stage.named}
        self.mentions: tuple[Mention, ...] = mentions(scene, tuple(p for p in stage.people if HOLDER not in p.titles), parties)

    def resolve(self, role: Role) -> Speaker:
        """Returns who a source means.

        Args:
            role: the source's spans; empty for the publisher's own voice.
        """
        text = words_of(self._scene.text, role)
        for span in role:
            answer = self._answer(span)
            if answer is not None:
                return Speaker(answer.party, answer.side, answer.anonymous, self._relays(role, answer), text)
        return Speaker(None, None, bool(role), self._relays(role, None), text)

    def participant(self, span: Span) -> Participant:
        """Returns the party and side that the words of an agent or recipient mean ("Russian forces", "its troops")."""
        answer = self._answer(span)
        return Participant(answer.party.name if answer and answer.party else None, answer.side if answer else None, span)

    def side_of(self, span: Span) -> str | None:
        """Returns the side of the people that a span means, or None."""
        answer = self._answer(span)
        return answer.side if answer else None

    def _answer(self, span: Span) -> Answer | None:
        scene = self._scene
        first, last = scene.token_at(span.start), scene.token_at(max(span.start, span.end - 1)) + 1
        last = min(last, len(scene.tokens))
        return answer_of(self._stage, first, last) if first < last else None

    def _relays(self, role: Role, answer: Answer | None) -> tuple[str, ...]:
        """Returns the outlets of the sentence that pass the source's words on."""
        if not role:
            return ()
        scene = self._scene
        at = scene.token_at(role[0].start)
        found = []
        middle = bisect.bisect_left(self._outlets, at, key=lambda h: h.first)
        for hit in self._outlets[max(0, middle - OUTLETS) : middle + OUTLETS]:
            names = [t.key for t in hit.terms if t.kind == "publisher"]
            if scene.sentence_at(hit.first) != scene.sentence_at(at) or not _passes_on(scene, hit.first, hit.last):
                continue
            outlet = scene.span(hit.first, hit.last)
            others = self._sources[bisect.bisect_left(self._sources, role[-1].end) : bisect.bisect_right(self._sources, outlet.start)]
            itself = any(s.covers(outlet) for s in role) or (answer and answer.party and answer.party.name == names[0])
            if not others and not itself:
                found.append(names[0])
        return tuple(dict.fromkeys(found))


def _passes_on(scene: Scene, first: int, last: int) -> bool:
    """Tells whether words before or after an outlet's name say that it passes something on."""
    tokens = scene.tokens
    before = [t.key for t in tokens[max(0, first - 4) : first] if t.key not in scene.words.small["the_a"]]
    phrases = {" ".join(before[-n:]) for n in range(1, len(before) + 1)}
    after = tokens[last].key if last < len(tokens) else ""
    return not phrases.isdisjoint(scene.words.words["relay_before"]) or after in scene.words.words["relay_after"]


def cast(
    text: str,
    sentences: tuple[Span, ...],
    conflict: Conflict | None,
    published: str | None,
    language: str = "en",
    attributions_hint: Sequence[Attribution] | None = None,
) -> Cast:
    """Returns the cast of a text.

    Args:
        text: the document's text.
        sentences: its sentences, in order.
        conflict: the conflict that it is about, or None.
        published: the ISO 8601 day of publication, for offices; None: today's holders.
        language: the language whose words are used.
        attributions_hint: the attributions found, so that a pronoun prefers a speaker; None when not known.
    """
    words = vocabulary(conflict, language)
    sources = tuple(span for a in attributions_hint or () for span in a.source)
    if conflict is None:
        words = with_polities(words, text, language, tuple(s.of(text) for s in sources))
    scene = scene_of(text, sentences, words)
    people = persons(scene, sources)
    speakers = _speakers(scene, sources)
    stage = Stage(scene, people, (), published_day(published), speakers, camps_of(scene), by_head)
    starts = tuple(sorted({span.start for span in sources}))
    stage = _with_holders(dataclasses.replace(stage, named=_named(stage)), sources)
    return Cast(scene, _sided(stage, sources), starts)


def _with_holders(stage: Stage, sources: tuple[Span, ...]) -> Stage:
    """Returns the stage with those whom a source names by their office alone among the persons, for "he" and "she" to take up."""
    scene = stage.scene
    if not any(t.kind == "pronoun" and t.key in scene.words.small["personal"] for hit in scene.hits for t in hit.terms):
        return stage
    found = []
    for span in sources:
        first, last = scene.token_at(span.start), min(scene.token_at(max(span.start, span.end - 1)) + 1, len(scene.tokens))
        if first >= last or stage.people_in(first, last) or _opens_with_pronoun(scene, first):
            continue
        answer = answer_of(stage, first, last)
        if answer is not None and answer.party is not None and answer.party.kind == "person" and not answer.anonymous:
            found.append(Person(first, last, answer.party, scene.words.pronoun_of.get(answer.party.id), frozenset({HOLDER})))
    return dataclasses.replace(stage, people=tuple(sorted((*stage.people, *found), key=lambda p: p.first))) if found else stage


def _opens_with_pronoun(scene: Scene, first: int) -> bool:
    hit = scene.starts.get(first)
    return hit is not None and any(t.kind == "pronoun" for t in hit.terms)


def _sided(stage: Stage, sources: tuple[Span, ...]) -> Stage:
    """Returns the stage with the side of each unlisted person as the words that introduce them give it, for later mentions."""
    scene, sides = stage.scene, dict[str, str]()
    unknown = {p.party.id for p in stage.people if not p.listed and p.party is not None and p.party.side is None}
    spans = [(scene.token_at(s.start), scene.token_at(max(s.start, s.end - 1)) + 1) for s in sources] if unknown else []
    spans += [introduction(scene, p) for p in stage.people if p.titles and p.party is not None and p.party.id in unknown]
    for first, last in spans:
        meant = {p.party.id for p in stage.people_in(first, last) if p.party is not None} & unknown - sides.keys()
        answer = answer_of(stage, first, min(last, len(scene.tokens))) if meant and first < last else None
        if answer is not None and answer.party is not None and answer.party.id in meant and answer.side is not None:
            sides[answer.party.id] = answer.side
    return dataclasses.replace(stage, people=tuple(_with_side(p, sides) for p in stage.people)) if sides else stage


def _with_side(person: Person, sides: dict[str, str]) -> Person:
    if person.listed or person.party is None or person.party.id not in sides:
        return person
    return dataclasses.replace(person, party=dataclasses.replace(person.party, side=person.party.side or sides[person.party.id]))


def _speakers(scene: Scene, sources: tuple[Span, ...]) -> frozenset[int]:
    """Returns the tokens of all sources: who is named there has spoken."""
    return frozenset(n for s in sources for n in range(scene.token_at(s.start), scene.token_at(max(s.start, s.end - 1)) + 1))


def _named(stage: Stage) -> tuple[Named, ...]:
    """Returns the bodies and states that the text names, in order; an institution takes the state just before or after it."""
    scene, found = stage.scene, []
    for number, hit in enumerate(scene.hits):
        kinds = {t.kind: t for t in hit.terms}
        if "party" in kinds:
            if kinds["party"].form != "description":
                key = kinds["party"].key
                found.append(Named(hit.first, hit.last, scene.words.party(key), _institution_of(scene, key)))
        elif "body" in kinds:
            institution, _, key = kinds["body"].key.partition("/")
            found.append(Named(hit.first, hit.last, scene.words.body(institution, scene.words.states[key]), institution, key))
        elif "institution" in kinds:
            state_key = _state_beside(scene, number)
            if state_key is not None:
                body = scene.words.body(kinds["institution"].key, scene.words.states[state_key])
                found.append(Named(hit.first, hit.last, body, kinds["institution"].key, state_key))
        elif "state" in kinds and "person" not in kinds:
            state = scene.words.states[kinds["state"].key]
            found.append(Named(hit.first, hit.last, state.party, None, state.key))
    found.extend(_unlisted_bodies(scene))
    return tuple(sorted(found, key=lambda n: n.first))


def _unlisted_bodies(scene: Scene) -> Iterator[Named]:
    """Yields the bodies that no table has: runs of capitalised words with a body's word in them, outside headlines."""
    known = frozenset(n for hit in scene.hits if not _is_common(hit) for n in range(hit.first, hit.last))
    first = 0
    while first < len(scene.tokens):
        last = first
        while last < len(scene.tokens) and last not in known and scene.word_kind(last) == "Word":
            last += 1
        if last - first > 1:
            party = body_called(scene, first, last)
            if party is not None and not in_headline(scene, first):
                yield Named(first, last, party)
        first = max(last, first + 1)


def _is_common(hit: Hit) -> bool:
    """Tells whether a name of the lexicon is a common noun, which may be part of a body's own name."""
    return all(t.kind == "anaphor" for t in hit.terms)


def _institution_of(scene: Scene, party: str) -> str | None:
    """Returns the kind of institution that a listed party is, unless it goes as a group ("the doctors' group")."""
    institution = scene.words.institutions.get(scene.words.parties[party].institution or "")
    return None if institution is None or institution.group else institution.id


def _state_beside(scene: Scene, number: int) -> str | None:
    """Returns the state of "Armenia's defence ministry" and of "the Ministry of Defence of Armenia"."""
    hit = scene.hits[number]
    for other, gap in ((number - 1, lambda o: hit.first - o.last), (number + 1, lambda o: o.first - hit.last)):
        if 0 <= other < len(scene.hits):
            near = scene.hits[other]
            key = next((t.key for t in near.terms if t.kind == "state"), None)
            if key is not None and 0 <= gap(near) <= 2:
                return key
    return None
