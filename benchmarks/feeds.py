"""How fast and in how much memory `add` takes a file of JSON lines into a new record.

    python benchmarks/feeds.py REPORTS.jsonl[.gz] [--first 3000] [--workers 2] [--db PATH]

Prints a line as the work goes on, then items per second, the peak memory of this process and of the largest worker, and what the
record holds. Without --db the record is made in a folder that is removed afterwards. Any file of JSON lines will do.
"""

import argparse
import gzip
import itertools
import resource
import tempfile
import time
from pathlib import Path

from counterclaim.reading.recipe import Recipe
from counterclaim.workspace import Workspace

REPORT_EVERY = 5_000


def main() -> None:
    options = _options()
    recipe = Recipe(reader=options.reader)
    with tempfile.TemporaryDirectory() as folder:
        given = _first(options.reports, options.first, Path(folder)) if options.first else options.reports
        where = options.db or str(Path(folder) / "record.db")
        begun = time.monotonic()
        shown = {"next": REPORT_EVERY}

        def on_progress(step: str, done: int) -> None:
            if step == "read" and done >= shown["next"]:
                shown["next"] = done + REPORT_EVERY
                print(f"{done:>8} read  {time.monotonic() - begun:7.1f} s  {_megabytes(resource.RUSAGE_SELF):6.0f} MB", flush=True)

        with Workspace.open(where) as workspace:
            report = workspace.add([], [str(given)], options.workers, recipe=recipe, on_progress=on_progress)
            seconds = time.monotonic() - begun
            again, processor = time.monotonic(), _processor_seconds()
            workspace.add([], [str(given)], options.workers, recipe=recipe)
            print(f"\nadded {report.added} in {seconds:.1f} s: {report.added / seconds:.0f} items/s with {options.workers} worker(s)")
            print(f"{1000 * processor / max(report.added, 1):.1f} ms of processor time an item, all processes together")
            print(f"added again (nothing new) in {time.monotonic() - again:.1f} s")
            _say_memory_and_holdings(workspace, where)


def _say_memory_and_holdings(workspace: Workspace, where: str) -> None:
    print(f"peak memory {_megabytes(resource.RUSAGE_SELF):.0f} MB, largest worker {_megabytes(resource.RUSAGE_CHILDREN):.0f} MB")
    if "://" not in where:
        print(f"record {Path(where).stat().st_size / 1e6:.0f} MB")
    found = workspace.coverage()
    counts = {"relations": workspace.relations(), "questions": workspace.questions(), "events": workspace.events()}
    told = ", ".join(f"{sum(1 for _ in items)} {name}" for name, items in counts.items())
    print(f"{found.documents} documents of {found.days} days, {found.claims} claims, {told}")
    for (step, message), number in found.problems.items():
        print(f"{number:>8} x {step}: {message}")


def _first(reports: Path, number: int, folder: Path) -> Path:
    """Copies the first lines of a file."""
    opened = gzip.open if reports.suffix == ".gz" else open
    part = folder / "part.jsonl"
    with opened(reports, "rb") as lines, part.open("wb") as out:
        out.writelines(itertools.islice(lines, number))
    return part


def _processor_seconds() -> float:
    """Returns the processor time of this process and of those of its workers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def _megabytes(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1000


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--first", type=int, default=0, help="only so many lines")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--reader", choices=("hybrid", "grammar"), default="grammar", help="the choice for bulk is grammar")
    parser.add_argument("--db", help="a record to keep; a path or postgresql:// address")
    return parser.parse_args()


if __name__ == "__main__":
    main()
