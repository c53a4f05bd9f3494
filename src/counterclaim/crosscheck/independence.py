"""How many independent voices there are: one wire story in thirty outlets is one voice, and so is a ministry with its spokesman."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.knowledge.codes import WORD
from counterclaim.model import Claim, Source


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice: its name and side, the claims that carry it (sorted ids), and the chain of who passed it on (outlets, relays; sorted)."""

    name: str
    side: str | None
    claims: tuple[str, ...]
    relayed_by: tuple[str, ...]


def voices(claims: Iterable[Claim]) -> tuple[Voice, ...]:
    """Returns the independent voices behind claims, the most repeated first; the publisher's own voice is none.

    Claims of one party are one voice, and so are those of the body it speaks for and its other members; the state itself is no such body,
    so two ministries are two. Claims without a party are one voice where the words are the same, or where they name the source in the
    same words within one side.
    """
    told = list(claims)
    bodies = {s.party_id or s.party: body for c in told if (s := c.source) is not None and (body := _body(s)) is not None}
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        key = voice_of(claim)
        if key is not None:
            members[_highest(key, bodies)].append(claim)
    found = [_voice(group) for group in members.values()]
    return tuple(sorted(found, key=lambda v: (-len(v.claims), v.claims)))


def voice_of(claim: Claim) -> str | None:
    """Returns the party that speaks, or words that claims of one voice share; None for the publisher's own voice and for hearsay."""
    source = claim.source
    if claim.attribution is None or source is None:
        return None
    if source.party_id or source.party:
        return source.party_id or source.party
    words = " ".join(WORD.findall(claim.text.lower()))
    if source.side is None:
        return f"words:{words}"
    return f"side:{source.side}:{' '.join(WORD.findall(source.text.lower()))}"


def _body(source: Source) -> str | None:
    """Returns the body that a source speaks for, unless that is the state (the party that its side is named after)."""
    return source.member_of if source.member_of != source.side else None


def _highest(party: str, bodies: Mapping[str | None, str]) -> str:
    """Returns the highest body that a party speaks for, as far as these claims say."""
    seen = {party}
    while (body := bodies.get(party)) is not None and body not in seen:
        seen.add(body)
        party = body
    return party


def camp_of(claim: Claim) -> str | None:
    """Returns the side of a claim's voice, a party of no known side as a camp of its own, None where nobody is known."""
    source = claim.source
    if source is None or claim.attribution is None:
        return None
    return source.side or source.party_id or source.party


def _voice(group: list[Claim]) -> Voice:
    ordered = sorted(group, key=lambda c: (c.published or "", c.id))
    sources = [c.source for c in ordered if c.source is not None]
    name = next((s.party for s in sources if s.party), None) or next((s.text for s in sources if s.text), "hearsay")
    relays = {r for s in sources for r in s.relayed_by} | {c.publisher for c in ordered if c.publisher}
    return Voice(name, next((s.side for s in sources if s.side), None), tuple(sorted(c.id for c in ordered)), tuple(sorted(relays)))
