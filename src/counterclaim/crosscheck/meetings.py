"""Which claims of a block are compared: all pairs, until a block is crowded; then each claim meets those nearest in time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.crosscheck.blocks import block_keys, owns
from counterclaim.crosscheck.pairs import compare, speaks
from counterclaim.crosscheck.stands import Stand, day_of, stand
from counterclaim.knowledge.codes import Codes
from counterclaim.model import Claim, Relation


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A claim as a block sees it: what it stands for, and the keys of all blocks that it lies in, worked out once."""

    stand: Stand
    keys: frozenset[str]


def members_of(claims: Iterable[Claim], codes: Codes) -> list[Member]:
    """Returns claims as members of blocks, in order of time and id."""
    found = (Member(stand(claim, codes), frozenset(block_keys(claim))) for claim in claims)
    return sorted(found, key=lambda m: (m.stand.said or 0.0, m.stand.claim.id))


def relations_in(key: str, members: Iterable[Member], codes: Codes) -> tuple[Relation, ...]:
    """Returns the relations that the block `key` owns, given its members in order."""
    speaking = [m for m in members if speaks(m.stand, codes, in_report=key.startswith("d|"))]
    keys = {m.stand.claim.id: m.keys for m in speaking}
    found = []
    for one, other in pairs([m.stand for m in speaking], codes):
        if owns(key, keys[one.claim.id], keys[other.claim.id]):
            relation = compare(one, other, codes)
            if relation is not None:
                found.append(relation)
    return tuple(sorted(found, key=lambda r: (r.left, r.right)))


def pairs(stands: list[Stand], codes: Codes) -> Iterator[tuple[Stand, Stand]]:
    """Yields the pairs to compare of a block's claims, given in order of time.

    Up to `blocks.pairs` comparisons every pair is met. In a more crowded block the repeats of one voice and answer on one day are folded
    (`blocks.folded` of them meet the others), and each claim meets so many of the nearest before it as the budget allows.
    """
    limits = codes.settings["blocks"]
    reach = len(stands)
    if reach * reach > 2 * limits["pairs"]:
        stands = _folded(stands, limits["folded"])
        reach = max(limits["nearest"], limits["pairs"] // max(1, len(stands)))
    for i, one in enumerate(stands):
        for other in stands[i + 1 : i + 1 + reach]:
            yield one, other


def _folded(stands: list[Stand], kept: int) -> list[Stand]:
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    chosen = []
    for s in stands:
        voice = (
            s.party or s.side,
            s.code,
            s.agent,
            s.positive,
            s.degree,
            s.place and s.place.id,
            day_of(s.said) if s.said is not None else None,
        )
        seen[voice] += 1
        if seen[voice] <= kept:
            chosen.append(s)
    return chosen
