"""`python -m counterclaim.evaluation --shared ../shared [--floors] [--write docs/scores.md] [--only NAME]`."""

import argparse
import sys
from pathlib import Path

from counterclaim.evaluation.floors import below, load_floors
from counterclaim.evaluation.page import scores_page
from counterclaim.evaluation.scorers import Result, development_runs, scored


def main() -> int:
    """Runs the development scores; returns 1 when a figure lies under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with gold/ and score/")
    parser.add_argument("--own", type=Path, default=Path("tests/heldaside"), help="the folder with held-aside stories")
    parser.add_argument("--floors", action="store_true", help="fail when a figure lies under its floor")
    parser.add_argument("--write", type=Path, help="the page to write the tables into")
    parser.add_argument("--only", default="", help="only the runs whose name has these words")
    options = parser.parse_args()
    floors = load_floors()
    results = []
    for run in development_runs(options.shared, options.own):
        if options.only in run.name and not (options.floors and not options.write and run.name not in floors):
            results.append(scored(run, options.shared))
            _report(results[-1])
    if options.write:
        options.write.write_text(scores_page(results, options.write), encoding="utf-8")
    failures = below(results, floors) if options.floors else []
    sys.stderr.write("".join(f"under the floor: {line}\n" for line in failures))
    return 1 if failures else 0


def _report(result: Result) -> None:
    sys.stdout.write(f"== {result.run.name}\n{result.printed}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
