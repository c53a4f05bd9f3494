"""Loads the dispatches: reports with marked attributions, mentions and events; `--check` refuses what breaks the rules.

The notation is described in training/dispatches/README.md.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).with_name("dispatches")
OPEN = re.compile(r"([{\[<])(\d+):|([}\]>])")
ROLES = {"{": "source", "[": "cue", "<": "content"}
CLOSES = {"}": "{", "]": "[", ">": "<"}
FORMS = ("direct", "indirect", "mixed", "hearsay")
STANCES = ("asserts", "denies", "confirms", "accuses", "demands", "promises", "warns", "doubts")
KINDS = ("person", "organisation", "unit", "place", "facility", "nationality", "weapon")
CODE_LIST = """
    advance capture breach retreat collapse hold repel attack clash offensive encirclement control shelling missile-strike air-strike
    drone-strike shootdown explosion casualties equipment-loss prisoners-taken infrastructure-damage civilian-harm evacuation detention
    blockade aid arms-supply ceasefire negotiation prisoner-exchange mobilisation reinforcement
    """.split()  # noqa: SIM905
CODES = frozenset(CODE_LIST)
SHINGLE, ALIKE = 5, 0.3

Spans = list[tuple[int, int]]


class MarkupError(ValueError):
    """A report breaks the notation; the message names the file, the report and what is wrong."""


@dataclass
class Marked:
    """One attribution: spans of its roles (code points of the text), form and stance."""

    source: Spans = field(default_factory=list)
    cue: Spans = field(default_factory=list)
    content: Spans = field(default_factory=list)
    form: str = "indirect"
    stance: str = "asserts"


@dataclass
class Dispatch:
    """One report. `mentions` are (start, end, kind); `events` are (start, end, code, polarity, certainty)."""

    id: str
    meta: dict[str, str]
    text: str
    attributions: dict[int, Marked]
    mentions: list[tuple[int, int, str]]
    events: list[tuple[int, int, str, str, str]]


def load(folder: Path = FOLDER) -> list[Dispatch]:
    """Returns all dispatches below a folder, in the order of files.

    Raises:
        MarkupError: the first report that breaks the notation.
    """
    return [dispatch for file in sorted(folder.rglob("*.txt")) for dispatch in parsed_file(file)]


def parsed_file(file: Path) -> list[Dispatch]:
    """Returns the dispatches of one file."""
    chunks = re.split(r"^=== *(\S+) *$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [parsed(f"{file}: {name}", name, body) for name, body in zip(chunks[1::2], chunks[2::2], strict=True)]


def parsed(where: str, name: str, body: str) -> Dispatch:
    """Returns one dispatch from its three parts: facts, marked text, labels."""
    parts = re.split(r"^---$\n?", body.strip("\n") + "\n", flags=re.MULTILINE)
    if len(parts) != 3:
        raise MarkupError(f"{where}: needs facts, text and labels between two lines ---, has {len(parts)} parts")
    meta = dict(re.split(r":\s*", line, maxsplit=1) for line in parts[0].strip().splitlines())
    text, attributions = unmarked(where, parts[1].strip("\n"))
    mentions, events = labelled(where, text, attributions, parts[2])
    return Dispatch(name, meta, text, attributions, mentions, events)


def unmarked(where: str, marked: str) -> tuple[str, dict[int, Marked]]:
    """Returns the text without marks, and the attributions with their spans."""
    pieces: list[str] = []
    found: dict[int, Marked] = {}
    stack: list[tuple[str, int, int]] = []
    at = last = 0
    for match in OPEN.finditer(marked):
        pieces.append(marked[last : match.start()])
        at += match.start() - last
        last = match.end()
        if match[1]:
            stack.append((match[1], int(match[2]), at))
            continue
        if not stack or stack[-1][0] != CLOSES[match[3]]:
            raise MarkupError(f"{where}: {match[3]!r} closes nothing near {marked[max(0, match.start() - 40) : match.end()]!r}")
        kind, number, start = stack.pop()
        getattr(found.setdefault(number, Marked()), ROLES[kind]).append((start, at))
    if stack:
        raise MarkupError(f"{where}: {stack[-1][0]}{stack[-1][1]}: is not closed")
    text = "".join([*pieces, marked[last:]])
    for number, one in found.items():
        if not one.content or not any(c.isalnum() for s, e in one.content for c in text[s:e]):
            raise MarkupError(f"{where}: attribution {number} has no content")
    return text, found


def labelled(
    where: str, text: str, attributions: dict[int, Marked], labels: str
) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, str, str, str]]]:
    """Fills in forms and stances; returns the mentions and events."""
    mentions: list[tuple[int, int, str]] = []
    events: list[tuple[int, int, str, str, str]] = []
    said: set[int] = set()
    for line in filter(None, map(str.strip, labels.splitlines())):
        head, _, rest = line.partition(":")
        if match := re.fullmatch(r"(\d+) (\w+) (\w+)", line):
            number = int(match[1])
            if number not in attributions or match[2] not in FORMS or match[3] not in STANCES:
                raise MarkupError(f"{where}: {line!r}: no such attribution, form or stance")
            attributions[number].form, attributions[number].stance = match[2], match[3]
            said.add(number)
        elif head in KINDS:
            mentions += [(s, e, head) for words in rest.split(";") for s, e in everywhere(where, text, words.strip())]
        elif match := re.fullmatch(r"event: ([\w-]+) (positive|negative) (certain|probable|possible): (.+?)(?: @(\d+))?", line):
            if match[1] not in CODES:
                raise MarkupError(f"{where}: {match[1]!r} is no event code")
            spans = everywhere(where, text, match[4])
            nth = int(match[5] or 1) - 1
            if nth >= len(spans):
                raise MarkupError(f"{where}: {line!r}: the words occur {len(spans)} times")
            events.append((*spans[nth], match[1], match[2], match[3]))
        else:
            raise MarkupError(f"{where}: cannot read {line!r}")
    if missing := set(attributions) - said:
        raise MarkupError(f"{where}: no form and stance for attributions {sorted(missing)}")
    return sorted(set(mentions)), sorted(events)


def everywhere(where: str, text: str, words: str) -> list[tuple[int, int]]:
    """Returns every occurrence of words as whole words."""
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    found = [m.span() for m in re.finditer(pattern, text)]
    if not words or not found:
        raise MarkupError(f"{where}: {words!r} does not stand in the text")
    return found


def alike(dispatches: list[Dispatch]) -> list[tuple[str, str, float]]:
    """Returns pairs of reports that share more than 30 % of their five-word runs (of the shorter one)."""
    runs = {d.id: shingles(d.text) for d in dispatches}
    holders: dict[str, list[str]] = {}
    for name, found in runs.items():
        for run in found:
            holders.setdefault(run, []).append(name)
    shared: dict[tuple[str, str], int] = {}
    for names in holders.values():
        for i, left in enumerate(names):
            for right in names[i + 1 :]:
                shared[(left, right)] = shared.get((left, right), 0) + 1
    rated = [(a, b, n / max(1, min(len(runs[a]), len(runs[b])))) for (a, b), n in shared.items()]
    return [pair for pair in rated if pair[2] > ALIKE]


def shingles(text: str) -> set[str]:
    """Returns the five-word runs of a text, lower case."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def main() -> int:
    """Checks the dispatches and counts them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail on near-duplicates")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    options = parser.parse_args()
    try:
        dispatches = load(options.folder)
    except MarkupError as error:
        print(error, file=sys.stderr)
        return 1
    ids = [d.id for d in dispatches]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    pairs = alike(dispatches)
    for left, right, share in pairs:
        print(f"near-duplicates: {left} {right} share {share:.0%}", file=sys.stderr)
    if twice:
        print(f"ids used twice: {', '.join(twice)}", file=sys.stderr)
    attributions = [a for d in dispatches for a in d.attributions.values()]
    marked = sum(len(d.mentions) for d in dispatches), sum(len(d.events) for d in dispatches)
    print(f"{len(dispatches)} reports, {len(attributions)} attributions, {marked[0]} mentions, {marked[1]} events")
    for name, values in (("form", FORMS), ("stance", STANCES)):
        print(f"{name}:", ", ".join(f"{v} {sum(getattr(a, name) == v for a in attributions)}" for v in values))
    return 1 if options.check and (pairs or twice) else 0


if __name__ == "__main__":
    sys.exit(main())
