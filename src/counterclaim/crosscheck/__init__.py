"""Where accounts meet, agree and part: relations, questions, events and how much stands behind each version. Pure; block by block."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.crosscheck.blocks import block_keys
from counterclaim.crosscheck.events import events_in
from counterclaim.crosscheck.findings import Findings
from counterclaim.crosscheck.happenings import groups
from counterclaim.crosscheck.independence import Voice, voices
from counterclaim.crosscheck.meetings import Member, members_of, relations_in
from counterclaim.crosscheck.questions import questions_in
from counterclaim.knowledge.codes import Codes, load_codes
from counterclaim.model import Claim

__all__ = ["Findings", "Voice", "block_keys", "check_block", "crosscheck", "voices"]


def check_block(key: str, claims: Iterable[Claim], codes: Codes | None = None) -> Findings:
    """Returns the findings that one block owns, given all the claims that lie in it (`block_keys` says which), in any order."""
    codes = codes or load_codes()
    return _checked(key, members_of(claims, codes), codes)


def crosscheck(claims: Iterable[Claim], codes: Codes | None = None) -> Findings:
    """Returns all findings over claims, in any order: the sum of their blocks'."""
    codes = codes or load_codes()
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member in members_of(claims, codes):
        for key in member.keys:
            blocks[key].append(member)
    return merged(_checked(key, blocks[key], codes) for key in sorted(blocks))


def _checked(key: str, members: Sequence[Member], codes: Codes) -> Findings:
    if not key.startswith("q|"):
        return Findings(relations_in(key, members, codes))
    found = groups(key, (m.stand for m in members), codes)
    return Findings((), questions_in(key, found, codes), events_in(key, found, codes))


def merged(parts: Iterable[Findings]) -> Findings:
    """Returns the findings of several blocks as one, sorted by id."""
    found = list(parts)
    return Findings(
        tuple(sorted((r for f in found for r in f.relations), key=lambda r: (r.left, r.right))),
        tuple(sorted((q for f in found for q in f.questions), key=lambda q: q.id)),
        tuple(sorted((e for f in found for e in f.events), key=lambda e: e.id)),
    )
