"""The Admiralty credibility of one version of an event, by the published table (codes/credibility.toml, docs/credibility.md)."""

from collections.abc import Sequence

from counterclaim.crosscheck.independence import camp_of, voice_of, voices
from counterclaim.knowledge.codes import Codes, Row
from counterclaim.model import Assessment, Claim


def assess(claims: Sequence[Claim], against: Sequence[Sequence[Claim]], codes: Codes) -> Assessment:
    """Returns the credibility of a version told by `claims` beside the versions `against` it, with reasons; no verdict on truth."""
    spoken = voices(claims)
    sides = _camps(claims)
    admitted = _admitted(claims)
    denying = [c for account in against for c in account if voice_of(c) is not None]
    denied = bool(denying)
    stronger = denied and not admitted and (_admitted(denying) or len(_camps(denying)) > len(sides))
    facts = {"voices": len(spoken), "sides": len(sides), "admitted": admitted, "denied": denied, "stronger": stronger}
    row = next(r for r in codes.rows if _fits(r, facts))
    because = [f"{_count(len(claims), 'report')}, {_count(len(spoken), 'independent voice')}, {_count(len(sides), 'side')}"]
    if admitted:
        because.append("told against the speaker's own interest")
    if denied:
        because.append(f"contradicted by {_count(len(voices(denying)), 'voice')}")
    return Assessment(row.credibility, len(spoken), len(sides), (*because, row.why))


def _camps(claims: Sequence[Claim]) -> set[str]:
    return {camp for c in claims if voice_of(c) is not None and (camp := camp_of(c)) is not None}


def _admitted(claims: Sequence[Claim]) -> bool:
    return any(c.against_interest is not None and c.against_interest.kind == "admission" for c in claims)


def _fits(row: Row, facts: dict[str, int | bool]) -> bool:
    if facts["voices"] < row.voices or facts["sides"] < row.sides:
        return False
    asked = {"admitted": row.admitted, "denied": row.denied, "stronger": row.stronger}
    return all(wanted is None or facts[name] == wanted for name, wanted in asked.items())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
