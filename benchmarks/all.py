"""`make bench`: every benchmark that needs nothing but the repository; feeds.py needs a file of reports."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
RUNS = (("first_minute.py",), ("reader.py",), ("growth.py",), ("crosscheck_scale.py", "10000", "30000"))


def main() -> None:
    for name, *arguments in RUNS:
        print(f"== {name} {' '.join(arguments)}", flush=True)
        subprocess.run([sys.executable, str(FOLDER / name), *arguments], check=True)


if __name__ == "__main__":
    main()
