"""Which claim of the same document a claim answers: "rejected the claim", "denied Russian claims that ...", "denied it"."""

from dataclasses import replace

from counterclaim.model import Claim, ClaimEvent, Span, words_of
from counterclaim.reading.events_lexicon import event_lexicon
from counterclaim.reading.polarity import opposite

ANSWERING = frozenset({"denies", "confirms", "doubts"})


def with_answers(claims: tuple[Claim, ...], language: str) -> tuple[Claim, ...]:
    """Returns the claims, those that answer another of the document linked to it; an anaphoric content takes its event."""
    answered: list[Claim] = []
    for claim in claims:
        target = _answered(claim, claims, language)
        answered.append(claim if target is None else _linked(claim, target, language))
    return tuple(answered)


def _answered(claim: Claim, claims: tuple[Claim, ...], language: str) -> Claim | None:
    if claim.stance not in ANSWERING or claim.source is None:
        return None
    others = [c for c in claims if c.id != claim.id and c.attribution is not None and c.stance not in ("demands",)]
    nested = [c for c in others if _holds(claim, c)]
    if nested:
        return nested[0]
    if _anaphoric(claim, language):
        before = [c for c in others if c.content and c.content[0].start < claim.cue[0].start and c.event is not None and _rival(claim, c)]
        return max(before, key=lambda c: c.content[0].start, default=None)
    if claim.event is None:
        return None
    event = claim.event
    same = [c for c in others if c.event is not None and c.event.code == event.code and _rival(claim, c) and _one_agent(c.event, event)]
    return min(same, key=lambda c: abs(c.content[0].start - claim.content[0].start), default=None)


def _holds(claim: Claim, other: Claim) -> bool:
    """Tells whether the other claim's words stand within the content: "denied Russian claims that ..."."""
    return bool(other.content) and any(
        _covers(piece, other.content[0]) and _covers(piece, (other.cue or other.content)[0]) for piece in claim.content
    )


def _covers(piece: Span, inner: Span) -> bool:
    return piece.start <= inner.start and inner.end <= piece.end


def _rival(claim: Claim, other: Claim) -> bool:
    if claim.source is None or other.source is None:
        return other.source is None
    if claim.source.side is not None and other.source.side is not None:
        return claim.source.side != other.source.side
    return claim.source.text != other.source.text


def _one_agent(left: ClaimEvent, right: ClaimEvent) -> bool:
    sides = {p.side for p in (left.agent, right.agent) if p is not None and p.side is not None}
    return len(sides) <= 1


def _anaphoric(claim: Claim, language: str) -> bool:
    words = words_of(claim.text, ()) or claim.text
    return claim.event is None and words.lower().strip(" .,\"'“”") in event_lexicon(language).lists["anaphors"]


def _linked(claim: Claim, target: Claim, language: str) -> Claim:
    linked = replace(claim, answers_to=target.id)
    if claim.event is not None or target.event is None or not _anaphoric(claim, language):
        return linked
    polarity = target.event.polarity if claim.stance == "confirms" else opposite(target.event.polarity)
    return replace(linked, event=replace(target.event, polarity=polarity), place=target.place or claim.place, time=target.time)
