"""Who does what to whom, by the trained reader's arcs: the noun phrases that are agent and recipient of a trigger."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.model import Span
from counterclaim.reading.encoder_parse import Parse
from counterclaim.reading.polarity import Words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
LEFT_OUT = ("acl", "acl:relcl", "advcl", "appos", "parataxis", "punct", "case", "mark", "cc", "conj", "dep", "list", "advmod", "orphan")
"""Relations of a noun's dependents that do not belong to its phrase."""
SUBJECTS, OBJECTS = ("nsubj", "nsubj:outer", "csubj"), ("obj", "iobj")
SHARING = ("conj", "xcomp", "advcl")
"""Relations of a verb that shares the subject of its head."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Arguments:
    """The noun phrases that are agent and recipient, and the subject; None where no arc tells."""

    agent: Span | None = None
    recipient: Span | None = None
    subject: Span | None = None


@dataclass(frozen=True, slots=True)
class Arcs:
    """A parse with each word's dependents."""

    parse: Parse
    text: str
    below: tuple[tuple[int, ...], ...] = field(default=())

    @classmethod
    def of(cls, parse: Parse, text: str) -> "Arcs":
        """Returns the arcs of a parse."""
        below: list[list[int]] = [[] for _ in parse.words]
        for k, head in enumerate(parse.heads):
            if head != k:
                below[head].append(k)
        return cls(parse, text, tuple(map(tuple, below)))

    def low(self, word: int) -> str:
        """Returns a word in small letters."""
        return self.parse.words[word].of(self.text).lower()

    def named(self, word: int) -> bool:
        """Tells whether a word begins with a capital."""
        return self.parse.words[word].of(self.text)[:1].isupper()

    def first(self, word: int, relations: Sequence[str]) -> int | None:
        """Returns a word's first dependent with one of the relations."""
        return next((k for k in self.below[word] if self.parse.relations[k] in relations), None)

    def head_of(self, first: int, last: int) -> int:
        """Returns the word of a run on which the others hang."""
        return next((k for k in range(first, last + 1) if not first <= self.parse.heads[k] <= last or self.parse.heads[k] == k), last)

    def phrase(self, noun: int | None) -> Span | None:
        """Returns the span of a noun's phrase without clauses, appositions and the preposition before it."""
        if noun is None:
            return None
        held, todo = {noun}, [noun]
        while todo:
            at = todo.pop()
            more = [k for k in self.below[at] if self._inside(k, at != noun)]
            held.update(more)
            todo += more
        first = last = noun
        while first - 1 in held:
            first -= 1
        while last + 1 in held:
            last += 1
        return Span(self.parse.words[first].start, self.parse.words[last].end)

    def _inside(self, word: int, deep: bool) -> bool:
        relation = self.parse.relations[word]
        return relation not in LEFT_OUT or (deep and relation == "case")

    def preposition(self, word: int) -> str | None:
        """Returns the preposition on a word."""
        case = self.first(word, ("case",))
        return None if case is None else self.low(case)


def arguments(arcs: Arcs, trigger: int, known: Words, own: bool) -> Arguments:
    """Returns the roles of a trigger.

    Args:
        arcs: the parse.
        trigger: the word that heads the trigger.
        known: the function words of the language.
        own: whether the "of" of a noun is its doer ("the retreat of the army") rather than whom it befell ("the capture of Orva").
    """
    if arcs.parse.upos[trigger] in ("VERB", "AUX", "ADJ"):
        return _of_verb(arcs, trigger, known)
    return _of_noun(arcs, trigger, known, own)


def _of_verb(arcs: Arcs, verb: int, known: Words) -> Arguments:
    relations = arcs.parse.relations
    subject, passive = arcs.first(verb, SUBJECTS), arcs.first(verb, ("nsubj:pass",))
    by, thing = arcs.first(verb, ("obl:agent",)), arcs.first(verb, OBJECTS)
    at, depth = verb, 0
    while subject is None and passive is None and depth < DEEPEST and relations[at] in SHARING and arcs.parse.heads[at] != at:
        at, depth = arcs.parse.heads[at], depth + 1
        subject = arcs.first(at, SUBJECTS)
        passive = arcs.first(at, ("nsubj:pass",)) if relations[verb] == "conj" and arcs.first(verb, ("aux:pass",)) is not None else None
    if subject is None and passive is None and relations[verb] == "acl":
        noun = arcs.parse.heads[verb]
        if thing is None and not arcs.low(verb).endswith(known.endings_gerund):
            passive = noun
        else:
            subject = noun
    subject, passive = _meant(arcs, verb, subject, known), _meant(arcs, verb, passive, known)
    told = arcs.phrase(subject)
    return Arguments(arcs.phrase(by) or told, arcs.phrase(passive if passive is not None else thing), told or arcs.phrase(passive))


def _meant(arcs: Arcs, verb: int, noun: int | None, known: Words) -> int | None:
    """Returns the noun that a relative pronoun stands for, else the noun itself."""
    if noun is not None and arcs.parse.relations[verb] == "acl:relcl" and arcs.parse.upos[noun] == "PRON" and noun < verb:
        return arcs.parse.heads[verb] if arcs.low(noun) in known.relatives | known.content else noun
    return noun


def _of_noun(arcs: Arcs, noun: int, known: Words, own: bool) -> Arguments:
    agent = recipient = None
    for k in arcs.below[noun]:
        relation, case = arcs.parse.relations[k], arcs.preposition(k)
        if relation == "nmod:poss" or (relation.startswith("nmod") and case in known.by):
            agent = agent if agent is not None else k
        elif relation.startswith("nmod") and case in known.of:
            if own:
                agent = agent if agent is not None else k
            else:
                recipient = recipient if recipient is not None else k
        elif relation in ("amod", "compound") and arcs.parse.upos[k] in ("PROPN", "ADJ") and arcs.named(k):
            agent = agent if agent is not None else k
    if agent is None and arcs.parse.relations[noun] in OBJECTS:
        agent = arcs.first(arcs.parse.heads[noun], SUBJECTS)
    return Arguments(arcs.phrase(agent), arcs.phrase(recipient))
