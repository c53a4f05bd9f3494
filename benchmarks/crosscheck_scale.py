"""Seconds, memory and exponent of growth of a record and its cross-check, and what one more report costs.

    python benchmarks/crosscheck_scale.py [10000 100000 1000000] [--from RECORD] [--keep FOLDER]

Each size is a new record on disk, in a process of its own. Claims come from the record given (a year of feeds, say) and, when those
are used up, from copies of them a year later each; without --from they are made, with the shares that 86,294 claims of English feeds
of 2023 showed (codes, voices, places, days, claims a report). Then reports are added one by one, in the most crowded places and months.
"""

import argparse
import dataclasses
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice, pairwise
from pathlib import Path

from counterclaim.model import Annotations, Claim, ClaimEvent, ClaimPlace, Document, Participant, Place, Reading, Source, Span, sha256_of
from counterclaim.record import Record
from counterclaim.workspace import Workspace, check_stale, default_rooms

SHARES = {
    None: 470, "casualties": 103, "attack": 68, "detention": 34, "capture": 25, "civilian-harm": 23, "negotiation": 23, "arms-supply": 22,
    "clash": 21, "infrastructure-damage": 20, "aid": 13, "drone-strike": 13, "retreat": 12, "offensive": 12, "air-strike": 11,
    "advance": 11, "shootdown": 11, "shelling": 11, "evacuation": 9, "missile-strike": 9, "control": 9, "hold": 9, "reinforcement": 9,
    "encirclement": 8, "ceasefire": 8, "blockade": 7, "repel": 7, "explosion": 6, "equipment-loss": 5, "prisoner-exchange": 4,
}  # fmt: skip
"""Claims by code, of a thousand."""
TEXTS = ("the town", "most of the town", "shells hit the hospital", "the fight goes on", "the station was struck", "a block was hit")
DAY_CLAIMS, PLACES, PARTIES, BATCH, ADDED, SAMPLE = 236, 2_727, 4_729, 500, 30, 90_000


def synthetic(number: int, chance: random.Random) -> Iterator[Reading]:
    """Yields readings of two claims each, some `DAY_CLAIMS` claims a day, as news makes them: a few places and voices hold most."""
    places = [Place(f"p{i}", f"Town {i}", 44 + 8 * chance.random(), 22 + 18 * chance.random(), "XA", "town", 3.0) for i in range(PLACES)]
    shares = [1 / (i + 1) for i in range(PLACES)]
    voices = [1 / (i + 12) for i in range(PARTIES)]
    begin = datetime(2030, 1, 1, tzinfo=UTC)
    for i in range(0, number, 2):
        moment = (begin + timedelta(days=i / DAY_CLAIMS)).strftime("%Y-%m-%dT%H:%M:%SZ")
        (place,) = chance.choices(places, shares)
        (party,) = chance.choices(range(PARTIES), voices)
        claims = tuple(_claim(f"d{i}", n, moment, place, party + n, chance) for n in range(2))
        yield Reading(_document(f"d{i}", moment), Annotations(), claims)


def _claim(document: str, number: int, moment: str, place: Place, party: int, chance: random.Random) -> Claim:
    (code,) = chance.choices(list(SHARES), list(SHARES.values()))
    side, agent = chance.choice(("north", "south")), chance.choice(("north", "south", None))
    known = chance.random() < 0.65
    span = Span(100 * number, 100 * number + 40)
    polarity = "negative" if chance.random() < 0.05 else "positive"
    event = ClaimEvent(code, span, Participant(None, agent, span) if agent else None, None, polarity, "certain") if code else None
    return Claim(
        id=f"{document}c{number}",
        document=document,
        sentence=span,
        attribution=f"a{number}" if chance.random() < 0.7 else None,
        form="indirect",
        stance="denies" if polarity == "negative" else "asserts",
        basis="none",
        confidence=0.9,
        source=Source((Span(0, 5),), f"party {party}", f"party {party}", f"party {party}", side if known else None),
        cue=(Span(6, 9),),
        content=(span,),
        text=chance.choice(TEXTS),
        event=event,
        place=ClaimPlace(place, span) if chance.random() < 0.83 else None,
        published=moment,
    )


def _document(id_: str, moment: str) -> Document:
    text = "The governor said the town held. " * 9
    return Document(id_, text, sha256_of(text), published=moment, language="en")


def copied(record: str, number: int) -> Iterator[Reading]:
    """Yields the readings of a record that hold claims, then the same again a year later, until there are so many claims."""
    told, year = 0, 0
    while told < number:
        with Workspace.open(record, create=False) as workspace:
            for reading in workspace.readings():
                if reading.claims and told < number:
                    told += len(reading.claims)
                    yield _later(reading, year)
        year += 1


def _later(reading: Reading, years: int) -> Reading:
    document = dataclasses.replace(reading.document, id=f"{reading.document.id}+{years}", archived=None)
    claims = tuple(
        dataclasses.replace(
            claim,
            id=f"{claim.id}+{years}",
            document=document.id,
            answers_to=claim.answers_to and f"{claim.answers_to}+{years}",
            published=_shifted(claim.published, years),
            time=claim.time
            and dataclasses.replace(claim.time, begin=_shifted(claim.time.begin, years), end=_shifted(claim.time.end, years)),
        )
        for claim in reading.claims
    )
    return Reading(document, reading.annotations, claims, reading.problems)


def _shifted(moment: str | None, years: int) -> str | None:
    return moment and f"{int(moment[:4]) + years:04}{moment[4:]}".replace("-02-29", "-02-28")


def build(record: Record, readings: Iterable[Reading]) -> tuple[float, float]:
    """Stores readings and cross-checks them; returns the seconds of each."""
    rooms = default_rooms()
    begun = time.perf_counter()
    waiting = iter(readings)
    while batch := list(islice(waiting, BATCH)):
        _store(record, batch)
    stored = time.perf_counter()
    check_stale(record, rooms, lambda step, done: None)
    return stored - begun, time.perf_counter() - stored


def _store(record: Record, batch: list[Reading]) -> None:
    keys = default_rooms().block_keys
    with record.writing() as changes:
        changes.store([(r, [keys(c) for c in r.claims]) for r in batch], "2031-01-01T00:00:00Z")


def add_one(record: Record, readings: list[Reading]) -> list[float]:
    """Returns the seconds in which each of some reports is stored and cross-checked."""
    taken = []
    for reading in readings:
        begun = time.perf_counter()
        _store(record, [reading])
        check_stale(record, default_rooms(), lambda step, done: None)
        taken.append(time.perf_counter() - begun)
    return taken


def measure(size: int, source: str | None, folder: str) -> None:
    """Prints the line of one size."""
    made = partial(copied, source) if source else partial(synthetic, chance=random.Random(7))
    begun = time.process_time()
    with Record.open(Path(folder) / f"{size}.db") as record:
        stored, checked = build(record, made(size))
        used = time.process_time() - begun
        taken = add_one(record, [_anew(r, n) for n, r in enumerate(_crowded(made(min(size, SAMPLE))))])
        kinds = dict(Counter(r.kind for r in record.relations()))
        questions = sum(1 for _ in record.questions())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    held = (Path(folder) / f"{size}.db").stat().st_size / 1e6
    print(f"{size}\t{used:.1f}\t{stored:.1f}\t{checked:.1f}\t{memory:.0f}\t{held:.0f}\t{1000 * statistics.median(taken):.0f}\t"
          f"{1000 * max(taken):.0f}\t{questions}\t{sum(kinds.values())}\t{kinds}", flush=True)  # fmt: skip


def _crowded(readings: Iterable[Reading]) -> list[Reading]:
    """Returns reports of the most crowded places and months, where one more report costs most."""
    told: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        for key in {(c.place.place.id, (c.published or "")[:7]) for c in reading.claims if c.event and c.place}:
            told[key].append(reading)
    crowds = sorted(told, key=lambda key: (-len(told[key]), key))[:ADDED]
    return [told[key][len(told[key]) // 2] for key in crowds]


def _anew(reading: Reading, number: int) -> Reading:
    id_ = f"new{number}"
    claims = tuple(dataclasses.replace(c, id=f"{c.id}n{number}", document=id_, answers_to=None) for c in reading.claims)
    return Reading(dataclasses.replace(reading.document, id=id_), reading.annotations, claims)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--from", dest="source", help="a record whose claims are used, and then copied a year later")
    parser.add_argument("--keep", help="a folder in which the records stay")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        measure(options.sizes[0], options.source, options.keep)
        return
    print("claims\tprocessor s\tstore s\tcross-check s\tMB\trecord MB\tone more, median ms\tworst ms\tquestions\trelations", flush=True)
    seconds = {}
    for size in options.sizes:
        row = _alone(options.source, options.keep, size)
        seconds[size] = float(row.split("\t")[1])
        print(row, end="", flush=True)
    for small, great in pairwise(options.sizes):
        exponent = math.log(seconds[great] / seconds[small]) / math.log(great / small)
        print(f"exponent of growth from {small} to {great}: {exponent:.2f}", flush=True)


def _alone(source: str | None, keep: str | None, size: int) -> str:
    """Returns the line of one size, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        more = ["--from", source] if source else []
        command = [sys.executable, __file__, str(size), "--one", "--keep", keep or folder, *more]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
