"""Loads the open corpora into samples: UD English EWT and GUM (syntax, entities), MEANTIME, re3d, the dispatches, and silver readings."""

import itertools
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from dispatches import load
from samples import CODES, IGNORED, MENTION_TAGS, UPOS, Marked, Sample, Told, windows

from counterclaim.model import Document, Span
from counterclaim.reading.encoder_words import layouts
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
RE3D_KINDS = {
    "Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "nationality", "Weapon": "weapon",
    "MilitaryPlatform": "weapon",
}  # fmt: skip
SPLIT = 180


def trees(files: list[Path], without: frozenset[str], relations: list[str], genre: bool = False) -> Iterator[Sample]:
    """Yields windows of sentences with tags and arcs, document by document; `relations` grows by the labels met."""
    for file in files:
        document: list[list[list[str]]] = []
        size = 0
        for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = block.split("\n")
            named = next((line.partition("= ")[2] for line in lines if line.startswith("# sent_id")), "")
            rows = [line.split("\t") for line in lines if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            if named in without or not rows or len(rows) > SPLIT:
                continue
            if document and (size + len(rows) > SPLIT):
                yield _of_trees(document, relations, file.stem, genre)
                document, size = [], 0
            document.append(rows)
            size += len(rows)
        if document:
            yield _of_trees(document, relations, file.stem, genre)


def gum_files(folder: Path, scored: bool) -> list[Path]:
    """Returns the files of GUM's open genres that are for scoring (dev, test), or else those for training, below the corpora's folder."""
    splits = (folder / "gum-open/splits.md").read_text(encoding="utf-8").split("## ")
    aside = {name for part in splits if part.startswith(("dev", "test")) for name in re.findall(r"\* (\S+)", part)}
    return [file for file in sorted((folder / "gum-open/dep").glob("*.conllu")) if (file.stem in aside) == scored]


def _of_trees(document: list[list[list[str]]], relations: list[str], origin: str, entities: bool) -> Sample:
    text, spans, numbers, upos, heads, labels = "", [], [], [], [], []
    for number, rows in enumerate(document):
        base = len(spans)
        for row in rows:
            spans.append(Span(len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            numbers.append(number)
            upos.append(UPOS.index(row[3]))
            heads.append(base + int(row[6]) - 1 if row[6] != "0" else len(spans) - 1)
            if row[7] not in relations:
                relations.append(row[7])
            labels.append(relations.index(row[7]))
        if not text.endswith(" "):
            text += " "
    sample = Sample([s.of(text) for s in spans], layouts(text, spans), numbers, origin, 1.0, upos, heads, labels)
    if entities:
        sample.mentions = _entities([row for rows in document for row in rows])
    return sample


def _entities(rows: list[list[str]]) -> list[int]:
    """Returns the tags of GUM's named entities: those whose head is a proper noun, of the three kinds that both schemes share."""
    found = [0] * len(rows)
    open_: list[tuple[str, str, int]] = []
    closed: list[tuple[int, int, str]] = []
    for k, row in enumerate(rows):
        marks = re.search(r"Entity=([^|]*)", row[9])
        for identity, kind, single, shut in re.findall(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)", marks[1] if marks else ""):
            if single:
                closed.append((k, k, kind))
            elif identity:
                open_.append((identity, kind, k))
            else:
                at = next((n for n in range(len(open_) - 1, -1, -1) if open_[n][0] == shut), None)
                if at is not None:
                    _, kind, start = open_.pop(at)
                    closed.append((start, k, kind))
    for start, end, kind in sorted(closed, key=lambda c: c[1] - c[0]):
        named = [k for k in range(start, end + 1) if rows[k][3] == "PROPN"]
        if kind in GUM_KINDS and named and named[-1] - named[0] + 1 == len(named) and not any(found[k] for k in named):
            for n, k in enumerate(named):
                found[k] = MENTION_TAGS.index(f"{'I' if n else 'B'}-{GUM_KINDS[kind]}")
    return found


def meantime(folder: Path) -> Iterator[Sample]:
    """Yields the parts of MEANTIME that are marked: certainty and polarity of its events, no codes."""
    for file in sorted(folder.rglob("*.xml")):
        root = ET.parse(file).getroot()
        tokens = [t for t in root.iter("token") if int(t.get("sentence", "0")) < 6]
        place = {t.get("t_id"): k for k, t in enumerate(tokens)}
        words = [t.text or "-" for t in tokens]
        text, spans = "", []
        for word in words:
            spans.append(Span(len(text), len(text) + len(word)))
            text += word + " "
        sample = Sample(words, layouts(text, spans), [int(t.get("sentence", "0")) for t in tokens], f"meantime {file.stem}")
        sample.polarity, sample.certainty = [IGNORED] * len(words), [IGNORED] * len(words)
        for event in root.iter("EVENT_MENTION"):
            sure = {"CERTAIN": 0, "PROBABLE": 1, "POSSIBLE": 2}.get(event.get("certainty", ""), IGNORED)
            for anchor in event.iter("token_anchor"):
                if (k := place.get(anchor.get("t_id"))) is not None:
                    sample.polarity[k] = {"POS": 0, "NEG": 1}.get(event.get("polarity", ""), IGNORED)
                    sample.certainty[k] = sure
        if words and len(words) <= SPLIT + 60:
            yield sample


def re3d(folder: Path) -> Iterator[Sample]:
    """Yields re3d's documents with their entities."""
    for file in sorted(folder.rglob("documents.json")):
        entities: dict[str, list[tuple[Span, str]]] = {}
        for line in file.with_name("entities.json").read_text(encoding="utf-8").splitlines():
            one = json.loads(line) if line.strip() else None
            if one and one["type"] in RE3D_KINDS and any(c.isupper() for c in one["value"]):
                entities.setdefault(one["documentId"], []).append((Span(one["begin"], one["end"]), RE3D_KINDS[one["type"]]))
        for line in file.read_text(encoding="utf-8").splitlines():
            one = json.loads(line) if line.strip() else None
            if one and one["_id"] in entities:
                yield from windows(Marked(one["text"], f"re3d {one['_id']}", 0.5, _trimmed(one["text"], entities[one["_id"]])))


def _trimmed(text: str, entities: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Returns the entities without an article before the name, as the dispatches mark them."""
    found = []
    for span, kind in entities:
        article = re.match(r"(?:the|an?)\s+", span.of(text), re.IGNORECASE)
        found.append((Span(span.start + (article.end() if article else 0), span.end), kind))
    return found


def dispatches(folder: Path) -> Iterator[Sample]:
    """Yields the dispatches of a folder, all their marks."""
    for one in load(folder):
        told = [
            Told([Span(*s) for s in a.source], [Span(*s) for s in a.cue], [Span(*s) for s in a.content], a.form, a.stance)
            for a in one.attributions.values()
        ]
        mentions = [(Span(s, e), kind) for s, e, kind in one.mentions]
        events = [(Span(s, e), code, polarity, certainty) for s, e, code, polarity, certainty in one.events]
        known = read(Document(one.id, one.text, ""), Recipe("grammar")).annotations.attributions
        yield from windows(Marked(one.text, f"dispatch {one.id}", 1.0, mentions, events, told, known))


def silver(file: Path, characters: int, weight: float) -> Iterator[Sample]:
    """Yields windows of open texts as the grammar reads them (JSON lines with a text), at most so many characters a text."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        one = json.loads(line)
        text = str(one.get("text") or one.get("content") or one.get("body") or "")[:characters]
        if len(text) < 200:
            continue
        marks = read(Document(f"silver-{number}", text, ""), Recipe("grammar")).annotations
        told = [
            Told(a.source, a.cue, a.content, a.form, a.stance)
            for a in marks.attributions
            if a.form in ("direct", "indirect", "mixed", "hearsay")
        ]
        events = [(e.span, e.code, e.polarity, e.certainty) for e in marks.events if e.code in CODES]
        yield from windows(Marked(text, f"silver {file.parent.name} {number}", weight, None, events, told), 200, 190)


def chained(*parts: Iterator[Sample]) -> list[Sample]:
    """Returns all samples in order."""
    return list(itertools.chain(*parts))
