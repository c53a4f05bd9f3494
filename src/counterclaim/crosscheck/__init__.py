"""Where accounts meet, agree and part: relations, questions, events and how much stands behind each version. Pure; block by block."""

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.crosscheck.blocks import block_keys
from counterclaim.crosscheck.events import events_in
from counterclaim.crosscheck.findings import Findings
from counterclaim.crosscheck.independence import Voice, voices
from counterclaim.crosscheck.meetings import relations_in
from counterclaim.crosscheck.questions import questions_in
from counterclaim.knowledge.codes import Codes, load_codes
from counterclaim.model import Claim

__all__ = ["Findings", "Voice", "block_keys", "check_block", "crosscheck", "voices"]


def check_block(key: str, claims: Iterable[Claim], codes: Codes | None = None) -> Findings:
    """Returns the findings that one block owns, given all the claims that lie in it (`block_keys` says which), in any order."""
    codes = codes or load_codes()
    if key.startswith("q|"):
        members = sorted(claims, key=lambda c: c.id)
        return Findings((), questions_in(key, members, codes), events_in(key, members, codes))
    return Findings(relations_in(key, claims, codes))


def crosscheck(claims: Iterable[Claim], codes: Codes | None = None) -> Findings:
    """Returns all findings over claims, in any order: the sum of their blocks'."""
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in block_keys(claim):
            blocks[key].append(claim)
    return merged(check_block(key, blocks[key], codes) for key in sorted(blocks))


def merged(parts: Iterable[Findings]) -> Findings:
    """Returns the findings of several blocks as one, sorted by id."""
    found = list(parts)
    return Findings(
        tuple(sorted((r for f in found for r in f.relations), key=lambda r: (r.left, r.right))),
        tuple(sorted((q for f in found for q in f.questions), key=lambda q: q.id)),
        tuple(sorted((e for f in found for e in f.events), key=lambda e: e.id)),
    )
