"""Seconds, memory and exponent of growth of the cross-check on synthetic claims: `python benchmarks/crosscheck_scale.py [10000 100000]`."""

import math
import random
import resource
import sys
import time
from collections import Counter

from counterclaim.crosscheck import crosscheck
from counterclaim.knowledge.codes import load_codes
from counterclaim.model import Claim, ClaimEvent, ClaimPlace, Participant, Place, Source, Span

CODES = [
    "capture",
    "control",
    "hold",
    "advance",
    "retreat",
    "clash",
    "shelling",
    "missile-strike",
    "attack",
    "casualties",
    "repel",
    "explosion",
]
TEXTS = [
    "the town",
    "most of the town",
    "shells hit the hospital",
    "the fight goes on",
    "the station was struck",
    "an apartment block was hit",
]


def synthetic(number: int, chance: random.Random) -> list[Claim]:
    """Returns claims as news makes them: a few places hold most, one claim in three repeats another, days follow one another evenly."""
    towns = [_town(i, chance) for i in range(max(20, number // 100))]
    weights = [1 / (i + 1) for i in range(len(towns))]
    days = max(10, number // 120)
    found: list[Claim] = []
    for i, town in enumerate(chance.choices(towns, weights, k=number)):
        side = chance.choice(["north", "south"])
        party = chance.choices([f"{side} party {n}" for n in range(12)], [1 / (n + 1) for n in range(12)])[0]
        code = chance.choice(CODES)
        event = ClaimEvent(
            code,
            None,
            Participant(None, chance.choice(["north", "south"])),
            None,
            chance.choice(["positive"] * 3 + ["negative"]),
            "certain",
        )
        day = chance.randrange(days)
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_900_000_000 + day * 86400 + chance.randrange(86400)))
        span = Span(0, 40)
        source = Source((Span(0, 5),), party, party, party, side)
        text = chance.choice(TEXTS)
        found.append(
            Claim(
                f"c{i:07}",
                f"d{i // 3}",
                span,
                f"a{i}",
                "indirect",
                "asserts",
                "none",
                0.9,
                source,
                (Span(6, 9),),
                (span,),
                text,
                event,
                ClaimPlace(town, None),
                published=moment,
            )
        )
    return found


def _town(number: int, chance: random.Random) -> Place:
    return Place(f"p{number}", f"Town {number}", 44 + 8 * chance.random(), 22 + 18 * chance.random(), "XA", "town", 3.0)


def main() -> None:
    """Prints a line for each size, and the exponent between the first and the last."""
    sizes = [int(a) for a in sys.argv[1:]] or [10_000, 100_000]
    timed = []
    for size in sizes:
        claims = synthetic(size, random.Random(7))
        start = time.perf_counter()
        found = crosscheck(claims, load_codes())
        timed.append(time.perf_counter() - start)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        kinds = dict(Counter(r.kind for r in found.relations))
        print(f"{size:>9,} claims  {timed[-1]:7.1f} s  {memory:6.0f} MB  {len(found.questions):,} questions  {kinds}")
    if len(sizes) > 1:
        print(f"exponent {math.log(timed[-1] / timed[0]) / math.log(sizes[-1] / sizes[0]):.2f}")


if __name__ == "__main__":
    main()
