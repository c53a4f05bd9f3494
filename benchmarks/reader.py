"""How fast the trained reader is, on one core and on two, over the bare forward pass; memory and start: `python benchmarks/reader.py`."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from counterclaim.knowledge.models import reader_model
from counterclaim.model import Document
from counterclaim.reading.encoder_parse import parse
from counterclaim.reading.encoder_session import Session, Window, session, subwords
from counterclaim.reading.encoder_words import encoder_words, layouts
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences

FOLDER = Path(__file__).parents[1] / "examples"
ROUNDS = 5
FRESH = "from counterclaim.reading.encoder_session import session; session('en')"


def texts() -> list[str]:
    files = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".txt", ".jsonl") and p.is_file())
    return [text for file in files if len(text := file.read_text(encoding="utf-8")) > 400][:24]


def timed(work: Callable[[], object]) -> float:
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def whole(text: str, reader: str = "hybrid") -> int:
    return len(read(Document("bench", text, "", language="en"), Recipe(reader)).claims)


def forward(reader: Session, given: list[Window]) -> None:
    for window in given:
        reader.scores(window)


def windows(text: str) -> list[Window]:
    spans = [encoder_words(text, s.start, s.end) for s in sentences(text)]
    words = [w for piece in spans for w in piece]
    numbers = [k for k, piece in enumerate(spans) for _ in piece]
    lays = layouts(text, words)
    made = []
    for k in range(0, len(words), 200):
        part = words[k : k + 200]
        made.append(Window(tuple(w.of(text) for w in part), tuple(lays[k : k + 200]), (0,) * len(part), tuple(numbers[k : k + 200])))
    return made


def main() -> None:
    given = texts()
    words = sum(len(text.split()) for text in given)
    seen = [window for text in given for window in windows(text)]
    reader = session("en")
    pieces = sum(len(subwords(reader._tokenizer, window.words)[0]) for window in seen)
    one, two = timed(lambda: forward(reader, seen)), timed(lambda: forward(Session(reader_model("en"), threads=2), seen))
    parsing = timed(lambda: [parse(text, sentences(text)) for text in given])
    reading = timed(lambda: [whole(text) for text in given])
    plain = timed(lambda: [whole(text, "grammar") for text in given])
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(whole, given))
        pair = timed(lambda: list(pool.map(whole, given)))
    start = timed(lambda: subprocess.run([sys.executable, "-c", FRESH], check=True))
    bare = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    print(f"{len(given)} reports, {words} words, {pieces} subwords; medians of {ROUNDS}")
    print(f"forward pass: {pieces / one:,.0f} subwords a second on one core, {pieces / two:,.0f} on two threads (loading included)")
    print(f"trained reader with decoding: {parsing / one:.2f} of the forward pass (its windows overlap)")
    print(f"whole reading: {words / reading:,.0f} words a second on one core, {words / pair:,.0f} in two processes")
    print(f"whole reading over the forward pass: {reading / one:.2f}; over the grammar alone: {reading / plain:.2f}")
    print(f"start of the reader: {start - bare:.2f} s beside a bare Python")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
