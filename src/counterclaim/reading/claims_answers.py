"""Claims that lean on another of the same document: "rejected the claim", "denied it", "Ukraine is to blame", "called it a crime"."""

import re
from dataclasses import dataclass, replace

from counterclaim.knowledge.codes import load_codes
from counterclaim.model import Claim, ClaimEvent, Participant, Span
from counterclaim.reading.claims_material import Material
from counterclaim.reading.events_lexicon import event_lexicon
from counterclaim.reading.polarity import function_words, opposite

ANSWERING = frozenset({"denies", "confirms", "doubts"})
SHORT = 60
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Lean:
    """How a claim's words lean on an event told elsewhere: `agent` whom they blame, `flips` whether they negate it."""

    agent: Participant | None = None
    flips: bool = False


def with_answers(claims: tuple[Claim, ...], narrated: tuple[Claim, ...], material: Material) -> tuple[Claim, ...]:
    """Returns the claims, those that answer another of the document linked to it; one without an own event takes the other's.

    Args:
        claims: those of speakers.
        narrated: those of the publisher's own voice, whose events can be leant on.
        material: what was read in the document.
    """
    found: list[Claim] = []
    for claim in claims:
        lean = _lean(claim, material)
        target = _nested(claim, claims) or _answered(claim, claims, lean is not None)
        if lean is None and claim.event is not None and (claim.event.agent is None or claim.event.agent.side is None):
            blamed = _blamed(claim, material)
            if blamed is not None and blamed.agent is not None:
                claim = replace(claim, event=replace(claim.event, agent=blamed.agent))
        if lean is not None:
            before = _before(claim, (*found, *claims[len(found) :], *narrated), target)
            found.append(_leaning(claim, before, lean, target))
        else:
            found.append(claim if target is None else replace(claim, answers_to=target.id))
    return tuple(found)


def _lean(claim: Claim, material: Material) -> Lean | None:
    """Returns how a claim without an own event leans on another's, None when it does not."""
    if claim.event is not None or claim.stance == "demands" or not claim.content:
        return None
    lists = event_lexicon(material.language).lists
    words = claim.text.lower().replace("’", "'").strip(" .,\"'“”‘")
    if words in lists["anaphors"] or (claim.stance in ANSWERING and words.rpartition(" ")[2] in lists["claim_nouns"]):
        return Lean(flips=claim.stance in ("denies", "doubts"))
    blamed = _blamed(claim, material)
    if blamed is not None:
        return blamed
    if claim.stance == "accuses" and words in lists["mutual"]:
        attribution = next(a for a in material.attributions if a.id == claim.attribution)
        return Lean(material.cast.participant(attribution.mutual[0]) if attribution.mutual else None)
    known, tokens = function_words(material.language), WORD.findall(words)
    if len(words) < SHORT and tokens and tokens[0] in known.pointers and known.auxiliaries.isdisjoint(tokens):
        return Lean()
    return None


def _blamed(claim: Claim, material: Material) -> Lean | None:
    """Returns whom "X is to blame", "it was the work of X" or "blamed it on X" blames."""
    start, words = claim.content[0].start, claim.text.lower().replace("’", "'")
    known = function_words(material.language)
    for phrase in sorted(event_lexicon(material.language).lists["blame"]):
        at = words.find(phrase)
        if at < 0:
            continue
        denied = any(word in known.negators or word.endswith(known.endings_negation) for word in words[:at].split())
        if phrase.split()[-1] in known.of | known.by:
            span = Span(start + at + len(phrase), min(claim.content[0].end, start + at + len(phrase) + SHORT))
        else:
            span = Span(start, start + at)
        who = material.cast.participant(span)
        return Lean(who if who.side is not None else None, denied)
    return None


def _nested(claim: Claim, claims: tuple[Claim, ...]) -> Claim | None:
    """Returns the claim whose words stand within the content: "denied Russian claims that ..."."""
    if claim.stance not in ANSWERING:
        return None
    inner = (
        c for c in claims if c.id != claim.id and any(p.covers(c.content[0]) and p.covers((c.cue or c.content)[0]) for p in claim.content)
    )
    return next(inner, None)


def _answered(claim: Claim, claims: tuple[Claim, ...], leans: bool) -> Claim | None:
    """Returns the rival's claim that a denial, confirmation or doubt answers: one of the same event, or the last before it."""
    if claim.stance not in ANSWERING or claim.source is None:
        return None
    others = [c for c in claims if c.id != claim.id and c.stance != "demands" and c.event is not None and _rival(claim, c)]
    if leans:
        before = [c for c in others if c.content[0].start < claim.content[0].start]
        return max(before, key=lambda c: c.content[0].start, default=None)
    event = claim.event
    if event is None:
        return None
    same = [c for c in others if c.event is not None and c.event.code == event.code and _one_agent(c.event, event)]
    return min(same, key=lambda c: abs(c.content[0].start - claim.content[0].start), default=None)


def _before(claim: Claim, others: tuple[Claim, ...], target: Claim | None) -> Claim | None:
    """Returns the claim whose event is leant on: the one answered, else the nearest before, else the first of the document."""
    if target is not None and target.event is not None:
        return target
    codes = load_codes().by_code
    usable = [c for c in others if c.id != claim.id and c.event is not None and codes[c.event.code].deed]
    here = claim.content[0].start
    before = [c for c in usable if c.content[0].start < here]
    return max(before, key=lambda c: c.content[0].start, default=None)


def _rival(claim: Claim, other: Claim) -> bool:
    if claim.source is None or other.source is None:
        return other.source is None
    if claim.source.side is not None and other.source.side is not None:
        return claim.source.side != other.source.side
    return claim.source.text != other.source.text


def _one_agent(left: ClaimEvent, right: ClaimEvent) -> bool:
    sides = {p.side for p in (left.agent, right.agent) if p is not None and p.side is not None}
    return len(sides) <= 1


def _leaning(claim: Claim, other: Claim | None, lean: Lean, target: Claim | None) -> Claim:
    linked = claim if target is None else replace(claim, answers_to=target.id)
    if other is None or other.event is None:
        return linked
    event = other.event
    polarity = opposite(event.polarity) if lean.flips else event.polarity
    agent = lean.agent or event.agent
    if claim.stance not in ANSWERING and agent is not None and claim.source is not None and agent.side == claim.source.side:
        agent = None
    borrowed = replace(event, polarity=polarity, agent=agent)
    return replace(linked, event=borrowed, place=other.place or claim.place, time=claim.time or other.time)
