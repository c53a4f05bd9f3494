"""Questions that claims answer: whether, who and how many, with each claim's answer, named in plain words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.crosscheck.counts import counts_of, shown
from counterclaim.crosscheck.fields import is_facility, is_region
from counterclaim.crosscheck.footing import asks
from counterclaim.crosscheck.happenings import Group, when
from counterclaim.crosscheck.stands import Literal, Stand, answer_to, day_of, named
from counterclaim.knowledge.codes import Code, Codes
from counterclaim.model import Answer, Place, Question, short_id

OF_LAST_RESORT = ("clash", "hold")


@dataclass(frozen=True, slots=True)
class Happening:
    """Claims about one happening, the block they come from and the place."""

    key: str
    place: Place | None
    stands: Sequence[Stand]
    codes: Codes

    def entry(self, stand: Stand) -> Code | None:
        """Returns the entry of a claim's code."""
        return self.codes.get(stand.code)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the kind of question, its code and agent (or thing), in words."""

    kind: str
    code: str
    about: str | None
    text: str


def questions_in(key: str, groups: Iterable[Group], codes: Codes) -> tuple[Question, ...]:
    """Returns the questions that the happenings of one block answer, sorted by id; the publisher's own voice answers too."""
    plain = ((place, [s for s in group if asks(s, codes)]) for place, group in groups)
    found_groups = [Happening(key, place, group, codes) for place, group in plain if group]
    found = [question for group in found_groups for question in (*_whether(group), *_who(group), *_how_many(group))]
    return tuple(sorted(found, key=lambda q: q.id))


def _whether(group: Happening) -> list[Question]:
    plain = [s for s in group.stands if not _is_deed(s, group) and not _only_counted(s, group)]
    found = []
    asked = _propositions(plain)
    for code, agent in asked:
        alone = sum(c == code for c, _ in asked) == 1
        said = ((s, answer_to((code, agent), s) or (_nameless(code, s) if alone else None)) for s in plain)
        answers = [(s, answer) for s, answer in said if answer is not None]
        if not answers or _of_nothing(group, code, agent):
            continue
        worded = "control" if code == "capture" and not any(s.code == "capture" for s, _ in answers) else code
        entry = group.codes.get(worded)
        text = (entry.whether if entry else f"{worded}: {{agent}} {{at}}?").format(**_names(group, agent, None))
        found.append(_question(group, Asked("whether", worded, agent, text), answers))
    return found


def _of_nothing(group: Happening, code: str, agent: str | None) -> bool:
    """Tells whether a question would name neither whose nor where: "Does anybody supply arms?" helps nobody."""
    entry = group.codes.get(code)
    nobody = agent is None and not (entry is not None and entry.agentless and entry.scope == "campaign")
    return nobody and (group.place is None or (entry is not None and entry.scope == "campaign"))


def _nameless(code: str, stand: Stand) -> str | None:
    """Returns "yes" for a claim that tells of the same and names nobody: where one side only is said to have done it, it speaks of that."""
    own = "capture" if stand.code == "control" else stand.code
    return "yes" if stand.positive and stand.agent is None and own == code and stand.degree == "all" else None


def _propositions(stands: Sequence[Stand]) -> list[Literal]:
    """Returns what claims are about, each once: what names nobody, and holding on or fighting for a place, may answer what is asked."""
    asked: dict[Literal, None] = {}
    late = (*OF_LAST_RESORT, "control")
    for s in sorted(stands, key=lambda s: (s.code in OF_LAST_RESORT, s.code == "control", s.agent is None, s.code, when(s), s.claim.id)):
        if (s.code in late or s.agent is None) and any(answer_to(p, s) for p in asked):
            continue
        code = "capture" if s.code == "control" else s.code
        if s.agent is None and s.positive and any(c == code for c, _ in asked):
            continue
        agentless = (code, s.agent) not in (*s.yes, *s.no) and (code, None) in (*s.yes, *s.no)
        asked[code, None if agentless else s.agent] = None
    return list(asked)


def _who(group: Happening) -> list[Question]:
    deeds = [s for s in group.stands if _is_deed(s, group)]
    answers = [(s, named(s.agent) if s.positive else f"not {named(s.agent)}") for s in deeds if s.agent is not None]
    if not answers:
        return []
    counts, order = Counter(s.code for s, _ in answers), list(group.codes.by_code)
    code = max(counts, key=lambda c: (counts[c], order.index(c)))
    told = Counter(thing for s in deeds for thing in sorted(s.things))
    thing = min(told, key=lambda t: (-told[t], t)) if told else None
    entry = group.codes.get(code)
    text = (entry.who if entry and entry.who else "Who did it {at}?").format(**_names(group, None, thing))
    return [_question(group, Asked("who", code, thing, text), answers)]


def _how_many(group: Happening) -> list[Question]:
    counted: dict[tuple[str, str | None, str], list[tuple[Stand, str]]] = defaultdict(list)
    for s in group.stands:
        entry = group.entry(s)
        if entry is None or entry.how_many is None:
            continue
        agent = None if entry.agentless else s.agent
        for kind, quantity in counts_of(s, group.codes).items() if s.positive else ():
            counted[s.code, agent, kind if s.family == "toll" else ""].append((s, shown(quantity)))
    _merge_nameless(counted)
    for (code, agent, kind), answers in counted.items():
        none = [s for s in group.stands if s.code == code and not s.positive and s.agent in (agent, None)]
        answers += [(s, "0") for s in none if kind in ("killed", "")]
    found = []
    for (code, agent, kind), answers in sorted(counted.items(), key=str):
        entry = group.codes.get(code)
        text = (entry.how_many if entry and entry.how_many else "").format(**_names(group, agent, None), counted=kind)
        found.append(_question(group, Asked("how-many", code, f"{agent} {kind}", text), answers))
    return found


def _merge_nameless(counted: dict[tuple[str, str | None, str], list[tuple[Stand, str]]]) -> None:
    """Moves counts that name nobody to the one side that others name for the same kind of count."""
    for code, agent, kind in sorted(counted, key=str):
        sides = [key for key in counted if key[0] == code and key[2] == kind and key[1] is not None]
        if agent is None and len(sides) == 1:
            counted[sides[0]] += counted.pop((code, None, kind))


def _question(group: Happening, asked: Asked, answers: Sequence[tuple[Stand, str]]) -> Question:
    moments = [when(s) for s, _ in answers if when(s)]
    first, last = (day_of(min(moments)), day_of(max(moments))) if moments else (None, None)
    place = group.place
    return Question(
        id=short_id("question", group.key, asked.kind, asked.code, asked.about, place.id if place else None, first),
        text=asked.text,
        kind=asked.kind,
        place=place.name if place else None,
        time=first if first == last else f"{first}/{last}",
        answers=tuple(Answer(s.claim.id, answer) for s, answer in sorted(answers, key=lambda a: (when(a[0]), a[0].claim.id))),
        code=asked.code,
    )


def _names(group: Happening, agent: str | None, thing: str | None) -> dict[str, str]:
    place = group.place
    if place is not None:
        where = place.name
        at = "at" if is_facility(place, group.codes) else "in" if is_region(place, group.codes) else "near"
        return {"agent": named(agent), "place": where, "at": f"{at} {where}"}
    where, at = (f"the {thing}", f"at the {thing}") if thing else ("the place", "there")
    return {"agent": named(agent), "place": where, "at": at}


def _is_deed(stand: Stand, group: Happening) -> bool:
    entry = group.entry(stand)
    return entry is not None and entry.deed


def _only_counted(stand: Stand, group: Happening) -> bool:
    """Tells whether a claim of a toll is asked how many, so that whether there was one need not be asked."""
    if stand.family != "toll":
        return False
    counted = any(s.positive and s.code == stand.code and s.claim.quantities for s in group.stands)
    return counted and all(s.positive for s in group.stands if s.code == stand.code)
