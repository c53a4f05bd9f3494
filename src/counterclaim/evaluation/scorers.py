"""Runs the scorers of `../shared/score` over gold and reads their figures."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

COUNT = re.compile(r"^(?P<name>.*?\S)\s+P\s+(?P<p>[\d.]+)\s+R\s+(?P<r>[\d.]+)\s+F1\s+(?P<f1>[\d.]+)")
SHARE = re.compile(r"^(?P<name>.*?\S)\s+(?P<share>[\d.]+) % of")
BY_QUESTION = re.compile(r"^by question\s+R\s+(?P<share>[\d.]+)")
HEADING = re.compile(r"^(\S.*):$")


@dataclass(frozen=True, slots=True)
class Run:
    """One scorer on one gold file; `name` is what the table calls it."""

    name: str
    scorer: str
    gold: Path


@dataclass(frozen=True, slots=True)
class Result:
    """A run's figures by name (F1 and shares in per cent; "NAME P" and "NAME R" beside an F1) and what the scorer printed."""

    run: Run
    figures: dict[str, float]
    printed: str


def development_runs(shared: Path, own: Path) -> tuple[Run, ...]:
    """Returns the development runs: those on `shared`/gold, then those on the project's held-aside stories."""
    gold = shared / "gold"
    runs = [
        Run(name, "claims.py", gold / f"{name}.gold.jsonl")
        for name in ("seed-2023-05-12", "soledar-2023-01", "khartoum-2023-04", "kakhovka-2023-06")
    ]
    runs.append(Run("polnear-dev", "attribution.py", gold / "polnear-dev.jsonl"))
    runs += [Run(name, "times.py", gold / f"{name}.jsonl") for name in ("times-meantime-dev", "times-wikiwars-dev")]
    places = ("places-trnews-dev", "places-geovirus-dev", "places-deepstate-en-dev", "places-deepstate-uk-dev")
    runs += [Run(name, "toponyms.py", gold / f"{name}.jsonl") for name in places]
    runs += [Run(f"held aside: {path.name.removesuffix('.gold.jsonl')}", "claims.py", path) for path in sorted(own.glob("*.gold.jsonl"))]
    return tuple(runs)


def scored(run: Run, shared: Path, extra: tuple[str, ...] = ()) -> Result:
    """Runs one scorer.

    Raises:
        RuntimeError: the scorer failed; the message holds the end of what it said.
    """
    command = [sys.executable, str(shared / "score" / run.scorer), str(run.gold), "--command", f"{sys.executable} -m counterclaim", *extra]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{run.scorer} on {run.gold} failed: {done.stderr[-2000:]}")
    return Result(run, figures(done.stdout), done.stdout)


def figures(printed: str) -> dict[str, float]:
    """Returns the figures in what a scorer printed; those under a heading line "all cues:" begin with it."""
    found: dict[str, float] = {}
    heading = ""
    for line in printed.splitlines():
        if match := HEADING.match(line):
            heading = f"{match[1]}: "
        elif match := COUNT.match(line):
            name = heading + match["name"].strip()
            found |= {name: float(match["f1"]), f"{name} P": float(match["p"]), f"{name} R": float(match["r"])}
        elif match := BY_QUESTION.match(line):
            found["by question"] = float(match["share"])
        elif match := SHARE.match(line):
            found[heading + match["name"].strip()] = float(match["share"])
    return found
