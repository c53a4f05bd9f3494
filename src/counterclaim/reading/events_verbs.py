"""Verbs and fixed phrases that tell of an event: voice, subject and object, and whether it is told as having happened."""

from dataclasses import replace

from counterclaim.reading.events_lexicon import SPECIAL
from counterclaim.reading.events_moods import verb_mood
from counterclaim.reading.events_phrases import (
    BREAKS,
    QUOTES,
    Group,
    past_number,
    phrase_after,
    phrase_before,
    prepositional,
    verb_group,
)
from counterclaim.reading.events_roles import Range, Spot, Told, clause_start, holds, inside_of, told_of
from counterclaim.reading.polarity import Modality, certainty_of, negations

DOERS = frozenset({"force", "itself", "owners"})


def verb_event(spot: Spot) -> Told | None:
    """Returns the event that a verb tells of, or None when it is no verb here or its roles are not those of its entry."""
    sentence = spot.sentence
    group = verb_group(sentence, spot.start)
    voice = _voice(spot, group)
    if voice is None:
        return None
    subject, target = _roles(spot, group, voice)
    if not _fits(spot, voice, subject, target):
        return None
    modality = _modality(spot, group, subject, target)
    agent, recipient = _assigned(spot, voice, subject, target)
    rank = _rank(spot, group, voice)
    told = told_of(spot, modality, (agent, recipient), rank, subject, rank == 0 or (rank == 1 and voice == "passive"))
    return replace(told, verbal=True, phrase=sentence.words[_opening(spot, group, subject, target)].start)


def _rank(spot: Spot, group: Group, voice: str) -> int:
    """Returns 0 for a finite verb, 1 for a participle that may stand for one, 2 for one that only modifies a noun."""
    if voice == "adjective":
        return 2
    if voice == "nominal" or (voice == "passive" and not group.passive):
        return 1
    return 1 if voice == "gerund" and not group.passive else 0


def _opening(spot: Spot, group: Group, subject: Range, target: Range) -> int:
    """Returns where the verb's clause begins: at its subject, at the preposition of a gerund, or at the verb itself."""
    before = group.start - 1
    if before >= 0 and spot.sentence.low(before) in spot.sentence.known.gerunds:
        return before
    starts = [role[0] for role in (subject, target) if role is not None and role[0] < spot.start]
    return min([group.start, *starts])


def phrase_event(spot: Spot) -> Told | None:
    """Returns the event that a fixed phrase tells of ("in rebel hands"), or None when its roles are not those of its entry."""
    frame = spot.pattern.frame
    group = verb_group(spot.sentence, spot.start)
    if not group.passive and _perfect(spot, group):
        return None
    subject = _subject(spot, group.start)
    inside: Range = (spot.start + 1, spot.end - 1) if "*" in spot.pattern.rest else phrase_after(spot.sentence, spot.end)
    if frame.subject and not holds(spot, subject, frame.subject):
        return None
    around = (subject[0] if subject is not None and subject[0] < spot.start else group.start, spot.start)
    if frame.unless and holds(spot, inside if "*" in spot.pattern.rest else around, frame.unless):
        return None
    modality = _modality(spot, group, subject, None)
    leads = not frame.subject or (spot.pattern.rest and spot.pattern.rest[-1] in spot.sentence.known.prepositions)
    target = subject if frame.recipient == "subject" else inside if frame.agent == "subject" and leads else None
    agent = {"inside": inside, "after": inside, "subject": subject}.get(frame.agent)
    return told_of(spot, modality, (agent, target), 0, subject)


def _perfect(spot: Spot, group: Group) -> bool:
    """Tells whether a participle stands after "have": "have encircled" is the verb, no state."""
    known, sentence = spot.sentence.known, spot.sentence
    lows = {sentence.low(i) for i in range(group.start, spot.start)}
    return bool(lows & known.have) and sentence.low(spot.start).endswith(known.endings_participle)


def _voice(spot: Spot, group: Group) -> str | None:
    """Returns active, passive, gerund, nominal ("the blowing up of"), adjective ("a destroyed dam"), or None: no verb."""
    tags, frame, sentence = spot.pattern.tags, spot.pattern.frame, spot.sentence
    helped = group.start < spot.start
    before = sentence.low(group.start - 1) if helped else sentence.low(spot.start - 1)
    if "ing" in tags:
        return _gerund_voice(spot, group, before)
    if tags & {"past", "pp"}:
        return _split_voice(spot, group) if "*" in spot.pattern.rest else _past_voice(spot, group, before)
    if frame.use == "passive":
        return None
    if helped and (group.infinitive is not None or _auxiliary(spot, group)):
        return "active"
    return "active" if _finite(spot, before) else None


def _gerund_voice(spot: Spot, group: Group, before: str) -> str | None:
    known = spot.sentence.known
    if group.passive or (group.start < spot.start and group.infinitive is not None):
        return "active"
    if before in known.determiners or before == "'s":
        following = spot.sentence.low(spot.end)
        return "nominal" if following in {*spot.sentence.known.of, ""} or following in BREAKS else None
    governed = before in known.gerunds and spot.pattern.rest and spot.pattern.rest[-1] in known.prepositions
    if _also_noun(spot) and not governed:
        return "gerund" if before in spot.lexicon.lists["force"] else None
    return "gerund"


def _also_noun(spot: Spot) -> bool:
    """Tells whether the form is a noun of the table too ("fighting", "bombing"): without an auxiliary it is that."""
    patterns = spot.lexicon.patterns.get(spot.sentence.low(spot.start), ())
    return any(p.frame.kind == "nouns" and not p.rest for p in patterns)


def _split_voice(spot: Spot, group: Group) -> str | None:
    """Returns the voice of a verb that has its object inside ("shot a jet down"): active or no verb."""
    tags, lows = spot.pattern.tags, {spot.sentence.low(i) for i in range(group.start, spot.start)}
    return "active" if ("past" in tags and not group.passive) or ("pp" in tags and lows & spot.sentence.known.have) else None


def _past_voice(spot: Spot, group: Group, before: str) -> str | None:
    tags, frame, sentence = spot.pattern.tags, spot.pattern.frame, spot.sentence
    lows = {sentence.low(i) for i in range(group.start, spot.start)}
    if spot.pattern.rest and spot.pattern.rest[-1] in sentence.known.landing and sentence.low(spot.end) in sentence.known.when:
        return None
    if "pp" in tags and group.passive and frame.use not in ("intransitive", "active"):
        return "passive"
    if "pp" in tags and group.passive and frame.use == "intransitive":
        return None if spot.pattern.rest and frame.subject else "active"
    if "pp" in tags and lows & sentence.known.have:
        return "active"
    if frame.use == "active":
        return "active" if "past" in tags and phrase_after(sentence, spot.end) else None
    attributive = before.endswith(spot.sentence.known.endings_adjective) and _bare_noun(spot) and group.start == spot.start
    if frame.use != "intransitive" and "pp" in tags and (attributive or _prenominal(spot, before)):
        return "adjective"
    if frame.use == "intransitive":
        return "active" if "past" in tags else None
    if "past" not in tags:
        return "passive"
    if phrase_after(sentence, spot.end) is not None:
        return "active"
    return _reduced_voice(spot, group, before)


def _reduced_voice(spot: Spot, group: Group, before: str) -> str | None:
    """Returns the voice of a past form without auxiliary or object: "convoy fired upon", "rebels attacked"; None for a noun."""
    tags, frame, sentence = spot.pattern.tags, spot.pattern.frame, spot.sentence
    if before in sentence.known.determiners or sentence.low(group.start - 2) in sentence.known.to:
        return None
    if "pp" in tags and spot.pattern.rest and spot.pattern.rest[-1] in sentence.known.prepositions:
        return "passive"
    owned = spot.pattern.rest or holds(spot, _subject(spot, group.start), DOERS)
    done = frame.use == "transitive" or sentence.low(spot.end) in sentence.known.by or not owned
    return "passive" if "pp" in tags and done else "active"


def _bare_noun(spot: Spot) -> bool:
    """Tells whether a noun without determiner or name follows: "the Varnian [armed] forces"."""
    low, known = spot.sentence.low(spot.end), spot.sentence.known
    return low.isalpha() and low not in known.determiners | known.prepositions | known.auxiliaries and not spot.sentence.named(spot.end)


def _prenominal(spot: Spot, before: str) -> bool:
    """Tells whether a participle stands before its noun: "from the destroyed dam"."""
    sentence = spot.sentence
    next_low = sentence.low(spot.end)
    opens = before in sentence.known.determiners or (before in sentence.known.prepositions and before not in sentence.known.to)
    return opens and next_low not in sentence.known.prepositions and next_low not in BREAKS and next_low not in sentence.known.determiners


def _auxiliary(spot: Spot, group: Group) -> bool:
    known = spot.sentence.known
    return any(spot.sentence.low(i) in known.auxiliaries for i in range(group.start, spot.start))


def _finite(spot: Spot, before: str) -> bool:
    """Tells whether a base or -s form is a verb here and no noun: "Russia attacks Kyiv" against "Russian attacks on Kyiv"."""
    sentence, known = spot.sentence, spot.sentence.known
    if before in known.determiners or before in known.prepositions or before == "'s" or before[:1].isdigit() or before in known.numbers:
        return False
    following = sentence.low(spot.end)
    opens = following in known.determiners or following[:1].isdigit() or following in QUOTES
    named = (spot.end < len(sentence.words) and sentence.named(spot.end)) or past_number(sentence, spot.end, len(sentence.words)) > spot.end
    if before in known.pronouns:
        return True
    if before.endswith(spot.sentence.known.endings_adjective) or before in known.subordinators or before in known.reporting:
        return False
    if len(spot.pattern.rest) > 0:
        return True
    if "s" in spot.pattern.tags:
        return opens or named or spot.pattern.frame.use == "intransitive" or (following != "" and _objected(spot, following))
    return before.endswith("s") and (opens or named or spot.pattern.frame.use == "intransitive" or _objected(spot, following))


def _objected(spot: Spot, following: str) -> bool:
    known = spot.sentence.known
    if following in known.prepositions | BREAKS | known.when or any("pp" in p.tags for p in spot.lexicon.patterns.get(following, ())):
        return False
    return phrase_after(spot.sentence, spot.end) is not None


def _subject(spot: Spot, start: int) -> Range:
    sentence = spot.sentence
    if sentence.low(start - 1) in sentence.known.joints:
        return spot.last_subject or phrase_after(sentence, clause_start(sentence, start, 20))
    return phrase_before(sentence, start)


def _nobody(spot: Spot, group: Group) -> Range:
    """Returns the word that denies by being the subject: "nobody was arrested"."""
    low = spot.sentence.low(group.start)
    told_of_people = low in spot.sentence.known.negators and low in spot.lexicon.kinds
    return (group.start, group.start + 1) if told_of_people and group.start < spot.start else None


def _roles(spot: Spot, group: Group, voice: str) -> tuple[Range, Range]:
    """Returns who does it and to whom, in the order of the active voice."""
    sentence = spot.sentence
    if voice == "passive":
        return prepositional(sentence, spot.end, spot.sentence.known.by), _subject(spot, group.start) or _nobody(spot, group)
    if voice == "adjective":
        return prepositional(sentence, spot.end, spot.sentence.known.by), phrase_after(sentence, spot.end)
    if voice == "nominal":
        return prepositional(sentence, spot.end, spot.sentence.known.by), prepositional(sentence, spot.end, spot.sentence.known.of, 2)
    target = inside_of(spot) or phrase_after(sentence, spot.end)
    if voice == "gerund" and sentence.low(group.start - 1) in spot.sentence.known.gerunds:
        before = phrase_before(sentence, group.start - 1) if group.start > 1 else None
        return before, target
    return _subject(spot, group.start), target


def _has_object(spot: Spot, target: Range) -> bool:
    """Tells whether a bare verb takes an object of its own, and no measure: "held the mayor", not "advanced two kilometres"."""
    if target is None or spot.pattern.rest or target[0] != spot.end:
        return False
    return spot.sentence.low(spot.end) in spot.sentence.known.definite or spot.sentence.named(spot.end)


def _done_by(spot: Spot) -> bool:
    """Tells whether a form that may be a participle has a doer after it, and no time: "shelled by rebels", not "melted by noon"."""
    sentence, known = spot.sentence, spot.sentence.known
    if "pp" not in spot.pattern.tags or sentence.low(spot.end) not in known.by:
        return False
    return sentence.low(spot.end + 1) not in known.when | known.numbers and not sentence.low(spot.end + 1)[:1].isdigit()


def _fits(spot: Spot, voice: str, subject: Range, target: Range) -> bool:
    frame = spot.pattern.frame
    if frame.use == "intransitive" and voice == "active" and (_has_object(spot, target) or _done_by(spot)):
        return False
    denied = spot.sentence.low(spot.start - 1) in spot.sentence.known.negators
    if voice == "active" and subject is None and not denied and "past" in spot.pattern.tags:
        return False
    if frame.use == "transitive" and target is None:
        return False
    if frame.subject and not holds(spot, subject, frame.subject):
        return False
    if frame.object and not holds(spot, target, frame.object):
        given = prepositional(spot.sentence, spot.end, spot.sentence.known.given, 8)
        if given is None or not holds(spot, given, frame.object - SPECIAL):
            return False
    if frame.weapon:
        tool = prepositional(spot.sentence, spot.end, spot.sentence.known.tools)
        if not any(role is not None and holds(spot, role, frame.weapon) for role in (subject, target, tool)):
            return False
    judged = (target,) if frame.use == "transitive" else (subject, target)
    return not any(role is not None and holds(spot, role, frame.unless) for role in judged)


def _assigned(spot: Spot, voice: str, subject: Range, target: Range) -> tuple[Range, Range]:
    frame = spot.pattern.frame
    if frame.weapon and subject is not None and holds(spot, subject, frame.weapon) and not _owned(spot, subject):
        subject = None
    owner = _firing(spot, subject) or subject if subject is not None and _owned(spot, subject) else None
    roles: dict[str, Range] = {"subject": subject, "object": target, "owner": owner}
    if frame.agent == "from":
        roles["from"] = prepositional(spot.sentence, spot.end, spot.sentence.known.origin, 2)
        roles["object"] = target = subject
    agent = roles.get(frame.agent)
    if agent is None and voice == "passive" and frame.weapon and target and holds(spot, target, frame.weapon) and _owned(spot, target):
        agent = target  # "one of its missiles had been launched": the weapon stands for its owner
    return agent, roles.get(frame.recipient)


def _firing(spot: Spot, role: tuple[int, int]) -> Range:
    """Returns who fired what a role names: "rounds fired by the rebels"; None where the role does not say."""
    sentence = spot.sentence
    by = next((p for p in range(*role) if sentence.low(p) in sentence.known.by), None)
    return (by + 1, role[1]) if by is not None and by + 1 < role[1] else None


def _owned(spot: Spot, role: tuple[int, int]) -> bool:
    """Tells whether a weapon is somebody's, so that it stands for its owner: "its howitzers", "Russian missiles"."""
    lists, sentence = spot.lexicon.lists, spot.sentence
    owning = lists["own"] | lists["ours"] | lists["owners"]
    return _firing(spot, role) is not None or any(sentence.low(p) in owning or _may_name(spot, p, role[1] - 1) for p in range(*role))


def _may_name(spot: Spot, position: int, head: int) -> bool:
    """Tells whether a word names somebody; one that opens the sentence does before its head, unless it is a small word."""
    sentence, known = spot.sentence, spot.sentence.known
    small = known.determiners | known.numbers | known.negators
    return sentence.named(position) and (position > 0 or (position < head and sentence.low(position) not in small))


def _modality(spot: Spot, group: Group, subject: Range, target: Range) -> Modality:
    sentence, known = spot.sentence, spot.sentence.known
    first = group.start if group.start < spot.start else max(0, spot.start - 3)
    found = negations(sentence.words[first : spot.start], known)
    for role in (subject, target):
        if role is not None and role[1] <= group.start:
            first = role[0] - (sentence.low(role[0] - 1) in known.negators)
            found += negations(sentence.words[first : role[0] + 2], known)
    if target is not None and target[0] >= spot.end:
        found += negations(sentence.words[spot.end : target[0] + 1], known)
    if group.governor is not None and sentence.low(group.governor) in known.failed - known.negators:
        found += (sentence.words[group.governor].start,)
    mood, brakes = verb_mood(sentence, spot.start, group, "ing" in spot.pattern.tags, spot.end, spot.pattern.frame.code in known.pledges)
    certainty = certainty_of(sentence.words[clause_start(sentence, spot.start) : spot.start], known)
    return Modality(mood, certainty, tuple(dict.fromkeys(found)), brakes)
