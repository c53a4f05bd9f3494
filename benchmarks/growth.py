"""Whether cost grows with the length of a text and no faster: ratios in one run: `python benchmarks/growth.py`."""

import time
from collections.abc import Callable

from counterclaim.knowledge.gazetteer import open_gazetteer
from counterclaim.model import Document, sha256_of
from counterclaim.reading.cast import cast
from counterclaim.reading.quantities import quantities
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences
from counterclaim.reading.times import times
from counterclaim.reading.toponyms import toponyms

SHORT, TIMES = 20_000, 8
MANY = 10_000_000
PIECES = {
    "quantities": ("7", "7 ", "1-", "two ", "between 1 and ", "dozens of "),
    "times": ("7", "1 ", "12 May ", "Friday and ", "the night of "),
    "toponyms": (
        "7",
        "Кyiv ",
        "X ",
        "48.5958, 37.9989 ",
        "Kyiv, Kyiv and ",
        "Troops near Bakhmut met others. ",
        "the presidential palace ",
    ),
    "cast": ("7", "X ", "Кyiv ", "the minister of the army of Kestria and "),
    "read": (
        "7",
        "the army said that it took the hill and ",
        "word ",
        "“",
        "The army said it held Dunmar. ",
        "The army said it held Dunmar ",
    ),
}


def seconds(function: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    function(text)
    return time.process_time() - begun


def main() -> None:
    functions: dict[str, Callable[[str], object]] = {
        "quantities": quantities,
        "times": lambda text: times(text, "2023-05-12"),
        "toponyms": lambda text: toponyms(text, None, open_gazetteer()),
        "cast": lambda text: cast(text, sentences(text), None, "2023-05-12"),
        "read": lambda text: read(Document("d", text, sha256_of(text), language="en"), Recipe()),
    }
    print(f"text {TIMES} times as long ({SHORT:,} to {SHORT * TIMES:,} characters): how many times the time")
    for name, function in functions.items():
        for piece in PIECES[name]:
            text = piece * (SHORT * TIMES // len(piece))
            seconds(function, text[:1000])
            short, long = seconds(function, text[:SHORT]), seconds(function, text)
            print(f"{name:12} {piece!r:45} {long / max(short, 1e-4):6.1f}   {len(text) / max(long, 1e-4):12,.0f} characters/s")
    digits = "7" * MANY
    for name, function in functions.items():
        print(f"{name:12} {MANY:,} digits {seconds(function, digits):6.1f} s")


if __name__ == "__main__":
    main()
