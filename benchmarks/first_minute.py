"""How long a stranger waits: `unpick` with an empty cache and again, beside a bare start of Python: `python benchmarks/first_minute.py`."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPORT = Path(__file__).parents[1] / "examples/bakhmut-2023-05/2023-05-12-norrland-wire.txt"
RUNS = 5


def seconds(command: list[str], cache: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "COUNTERCLAIM_CACHE": cache})
    return time.perf_counter() - began


def main() -> None:
    unpick = [sys.executable, "-m", "counterclaim", "unpick", str(REPORT)]
    cold, warm, bare = [], [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as cache:
            bare.append(seconds([sys.executable, "-c", "pass"], cache))
            cold.append(seconds(unpick, cache))
            warm.append(seconds(unpick, cache))
    start = statistics.median(bare)
    for name, found in (("unpick, empty cache", cold), ("unpick, again", warm)):
        middle = statistics.median(found)
        span = f"{min(found):.2f} to {max(found):.2f}"
        print(f"{name}: median {middle:.2f} s of {RUNS} ({span}), {middle / start:.0f} times a bare start of Python")


if __name__ == "__main__":
    main()
