"""Scores the trained reader and the hybrid: the ladder of attributions, syntax, names, and sides swapped: `make scores`.

Needs no torch: everything runs through the reader that ships. Linked@0.8 is that of ../shared/score/attribution.py.
"""

import argparse
import importlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import gum_files, trees
from dispatches import Dispatch, load, parsed
from samples import MENTION_TAGS, Sample

from counterclaim.model import Document
from counterclaim.reading.encoder_attributions import learned
from counterclaim.reading.encoder_parse import bio_runs, parse, runs
from counterclaim.reading.encoder_session import Window, session
from counterclaim.reading.encoder_trees import tree
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe
from counterclaim.reading.sentences import sentences

HERE = Path(__file__).parent
BEGIN, END = "<!-- reader: begin (make scores) -->", "<!-- reader: end -->"
Roles = list[dict[str, Any]]
SWAPS = (
    ("Ukraine", "Russia"), ("Ukrainian", "Russian"), ("Ukrainians", "Russians"), ("Kyiv", "Moscow"), ("Hamas", "Israel"),
    ("army", "Rapid Support Forces"), ("RSF", "SAF"), ("Saudi", "Houthi"), ("Houthis", "Saudis"),
)  # fmt: skip
"""Names of rival sides in the reports on real wars."""


def roles_of(text: str, reader: str) -> Roles:
    """Returns the attributions of a text by one reader: "grammar", "trained" (with the grammar's hints, alone) or "hybrid"."""
    if reader != "trained":
        given: Sequence[Any] = read(Document("scored", text, ""), Recipe(reader)).annotations.attributions
    else:
        spans = sentences(text)
        known = read(Document("scored", text, ""), Recipe("grammar")).annotations.attributions
        given = learned(text, parse(text, spans, known))
    return [{name: [(s.start, s.end) for s in getattr(one, name)] for name in ("source", "cue", "content")} for one in given]


def gold_of(dispatch: Dispatch) -> Roles:
    """Returns a dispatch's attributions as the scorer wants them."""
    return [{"source": a.source, "cue": a.cue, "content": a.content, "form": a.form} for a in dispatch.attributions.values()]


def ladder(scorer: ModuleType, pairs: Sequence[tuple[str, Roles]], readers: Sequence[str]) -> Iterator[tuple[str, Any, Any]]:
    """Yields for each reader its linked@0.8 on cues of speech and on all cues."""
    for reader in readers:
        triples = [(text, roles_of(text, reader), gold) for text, gold in pairs]
        speech = scorer.score([(t, scorer.speech_only(t, p), scorer.speech_only(t, g)) for t, p, g in triples])
        yield reader, speech["linked@0.8"], scorer.score(triples)["linked@0.8"]


def by_form(scorer: ModuleType, pairs: Sequence[tuple[str, Roles]], readers: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """Yields for each form the share of gold attributions that each reader finds (linked@0.8)."""
    read_by = {reader: [roles_of(text, reader) for text, _ in pairs] for reader in readers}
    for form in ("direct", "mixed", "indirect", "hearsay"):
        shares = []
        for reader in readers:
            triples = [(t, p, [g for g in gold if g["form"] == form]) for (t, gold), p in zip(pairs, read_by[reader], strict=True)]
            shares.append(shown(scorer.score(triples)["linked@0.8"])[1])
        yield form, shares


def syntax(samples: Sequence[Sample], relations: Sequence[str]) -> dict[str, float]:
    """Returns UPOS, UAS, LAS and LAS by main relations, in per cent of all words, on gold words."""
    reader = session("en")
    labels = reader.model.labels["relations"]
    right = dict.fromkeys(("UPOS", "UAS", "LAS", "LAS, main relations"), 0)
    words = 0
    for sample in samples:
        scores = reader.scores(Window(tuple(sample.words), tuple(sample.layout), (0,) * len(sample.words), tuple(sample.sentence)))
        heads, tags, names = tree(scores["arcs"], sample.sentence), scores["upos"].argmax(-1), scores["relations"].argmax(-1)
        for k, head in enumerate(heads):
            said, meant = "root" if head == k else labels[names[k]], relations[sample.relations[k]]
            right["UPOS"] += int(tags[k] == sample.upos[k])
            right["UAS"] += int(head == sample.heads[k])
            right["LAS"] += int(head == sample.heads[k] and said == meant)
            right["LAS, main relations"] += int(head == sample.heads[k] and said.split(":")[0] == meant.split(":")[0])
        words += len(heads)
    return {name: 100 * n / words for name, n in right.items()}


def raw_syntax(file: Path) -> dict[str, float]:
    """Returns F1 of words, UPOS and LAS (main relations) from raw text, words being matched by their characters (CoNLL 2018)."""
    counts = dict.fromkeys(("words", "UPOS", "LAS, main relations"), 0)
    gold = found = 0
    for text, spans, tags, heads, names in documents(file):
        made = parse(text, sentences(text))
        place = {(w.start, w.end): k for k, w in enumerate(made.words)}
        gold, found = gold + len(spans), found + len(made.words)
        for k, span in enumerate(spans):
            if (at := place.get(span)) is None:
                continue
            head = made.words[made.heads[at]]
            same = (head.start, head.end) == spans[heads[k]] and made.relations[at].split(":")[0] == names[k].split(":")[0]
            counts["words"] += 1
            counts["UPOS"] += int(made.upos[at] == tags[k])
            counts["LAS, main relations"] += int(same)
    return {name: 200 * n / (gold + found) for name, n in counts.items()}


def documents(file: Path) -> Iterator[tuple[str, list[tuple[int, int]], list[str], list[int], list[str]]]:
    """Yields the documents of a CoNLL-U file: text, words' offsets, tags, heads (word indices) and relations."""
    for body in re.split(r"^# newdoc.*$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        text, spans, tags, heads, names = "", [], [], [], []
        for block in body.strip().split("\n\n"):
            rows = [r for r in (line.split("\t") for line in block.split("\n")) if r[0].isdigit()]
            base = len(spans)
            text += "\n\n" if "# newpar" in block and text else ""
            for row in rows:
                spans.append((len(text), len(text) + len(row[1])))
                text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
                tags.append(row[3])
                heads.append(base + int(row[6]) - 1 if row[6] != "0" else len(spans) - 1)
                names.append(row[7])
            text += "" if text.endswith(" ") else " "
        yield text, spans, tags, heads, names


def uner(file: Path) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of persons, organisations and places on gold words, sentence by sentence."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    pairs = []
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        if rows:
            tags = [row[2] if row[2][2:] in kinds else "O" for row in rows]
            gold = {(first, last, kinds[label]) for first, last, label in bio_runs(tags)}
            pairs.append((gold, _named([row[1] for row in rows], set(kinds.values()))))
    return _f1(pairs)


def _named(words: Sequence[str], kinds: set[str]) -> set[tuple[int, int, str]]:
    window = Window(tuple(words[:200]), (4, *(0,) * (len(words[:200]) - 1)), (0,) * len(words[:200]), (0,) * len(words[:200]))
    units = {"unit": "organisation", "facility": "place"}
    made = runs(session("en").scores(window)["mentions"], MENTION_TAGS)
    return {(m.first, m.last, units.get(m.label, m.label)) for m in made if units.get(m.label, m.label) in kinds}


def _f1(pairs: Sequence[tuple[set[Any], set[Any]]]) -> tuple[float, float, float]:
    right, gold, found = (sum(len(x) for x in xs) for xs in ([g & f for g, f in pairs], [g for g, _ in pairs], [f for _, f in pairs]))
    return 100 * right / max(1, found), 100 * right / max(1, gold), 200 * right / max(1, gold + found)


def names_aside(folder: Path) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of all names in the reports set aside, from raw text, by exact span and kind."""
    pairs = []
    for one in load(folder):
        made = parse(one.text, sentences(one.text))
        found = {(made.words[m.first].start, made.words[m.last].end, m.label) for m in made.mentions}
        pairs.append(({tuple(m) for m in one.mentions}, found))
    return _f1(pairs)


def swapped(folder: Path) -> list[Dispatch]:
    """Returns the reports on real wars with the names of rival sides exchanged; marks and labels go along."""
    pair = {a: b for x, y in SWAPS for a, b in ((x, y), (y, x))}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(pair, key=len, reverse=True)))
    found = []
    for file in sorted(folder.rglob("*.txt")):
        chunks = re.split(r"^=== *(\S+) *$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for name, body in zip(chunks[1::2], chunks[2::2], strict=True):
            if "(invented)" not in body.split("---")[0]:
                found.append(parsed(name, name, pattern.sub(lambda m: pair[m[0]], body)))
    return found


def shown(count: Any) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of a scorer's count, in per cent."""
    return 100 * count.right / max(1, count.predicted), 100 * count.right / max(1, count.gold), count.f1


def table(head: str, rows: Sequence[str]) -> str:
    """Returns a Markdown table whose first column is text."""
    return "\n".join([head, "|---|" + "---:|" * (head.count("|") - 2), *rows])


def report(shared: Path) -> str:
    """Returns the page's part on the trained reader."""
    sys.path.insert(0, str(shared / "score"))
    scorer = importlib.import_module("attribution")
    readers = ("grammar", "trained", "hybrid")
    aside = [(d.text, gold_of(d)) for d in load(HERE / "heldaside")]
    polnear = [json.loads(line) for line in (shared / "gold/polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()]
    sets = {"dispatches set aside": aside, "polnear-dev": [(d["text"], d["attributions"]) for d in polnear]}
    rows = [
        f"| {name}: {reader} | " + " | ".join(f"{x:.1f}" for count in (speech, every) for x in shown(count)) + " |"
        for name, pairs in sets.items()
        for reader, speech, every in ladder(scorer, pairs, readers)
    ]
    forms = [f"| {form} | " + " | ".join(f"{share:.1f}" for share in shares) + " |" for form, shares in by_form(scorer, aside, readers)]
    parts = [
        "### Attributions, linked@0.8\n\n" + table("| | speech P | R | F1 | all cues P | R | F1 |", rows),
        "### Found by form, dispatches set aside (recall)\n\n" + table("| | " + " | ".join(readers) + " |", forms),
        "### Syntax and names\n\n" + _syntax_table(shared / "corpora"),
        "### Sides swapped\n\n" + _swap_table(scorer),
    ]
    return "\n\n".join(parts)


def _syntax_table(corpora: Path) -> str:
    relations: list[str] = []
    ewt = list(trees([corpora / "ud-ewt/en_ewt-ud-dev.conllu"], frozenset(), relations))
    gum = list(trees(gum_files(corpora, scored=True), frozenset(), relations))
    rows = [
        *(f"| EWT dev, gold words: {name} | {x:.1f} |" for name, x in syntax(ewt, relations).items()),
        *(f"| EWT dev, raw text: {name} F1 | {x:.1f} |" for name, x in raw_syntax(corpora / "ud-ewt/en_ewt-ud-dev.conllu").items()),
        *(f"| GUM open genres, dev and test, gold words: {name} | {x:.1f} |" for name, x in syntax(gum, relations).items()),
        f"| UNER EWT dev, names F1 | {uner(corpora / 'uner-ewt/en_ewt-ud-dev.iob2')[2]:.1f} |",
        f"| UNER EWT test, names F1 | {uner(corpora / 'uner-ewt/en_ewt-ud-test.iob2')[2]:.1f} |",
        f"| dispatches set aside, names F1 (seven kinds, exact) | {names_aside(HERE / 'heldaside')[2]:.1f} |",
    ]
    return table("| | % |", rows)


def _swap_table(scorer: ModuleType) -> str:
    plain = [d for d in load(HERE / "heldaside") if "(invented)" not in d.meta["war"]]
    rows = []
    for name, reports in (("as written", plain), ("sides swapped", swapped(HERE / "heldaside"))):
        pairs = [(d.text, gold_of(d)) for d in reports]
        for reader, _, every in ladder(scorer, pairs, ("trained", "hybrid")):
            rows.append(f"| {name}: {reader} | {every.f1:.2f} |")
    return table("| real wars, dispatches set aside | all cues F1 |", rows)


def main() -> None:
    """Prints the tables, or writes them into a page between the marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    made = report(options.shared)
    if options.write is None:
        print(made)
        return
    before, _, rest = options.write.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    options.write.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
