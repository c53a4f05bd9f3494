"""`python -m counterclaim.evaluation.corpora --shared ../shared`: events on ECB+ and contradictions on Breaking NLI.

ECB+ (Cybulska and Vossen 2014), development topics in the set-up of Barhom et al. 2019, gold mentions: a mention belongs to the event of
the claim whose trigger it is, and stands alone where no claim has it. Breaking NLI (Glockner et al. 2018): the sentences of a pair are put
into the mouths of two rival sides, in one report; counted are pairs of both of which a claim with an event can be read.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from counterclaim.crosscheck import crosscheck
from counterclaim.evaluation.coreference import Measured, measured
from counterclaim.model import Claim, Document, sha256_of
from counterclaim.reading.read import read
from counterclaim.reading.recipe import Recipe

ECB = Path("corpora/ecb-plus/data/interim/cybulska_setup")
NLI = Path("corpora/breaking-nli/data/dataset.jsonl")
COUNTED = ("cardinals", "countries", "nationalities")
VOICES = ("Ukraine said that ", "Russia said that ")

Mention = tuple[str, int, tuple[int, ...]]
"""A document, a sentence's number and the numbers of its words."""


def main() -> int:
    """Prints the figures of both corpora."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder with corpora/")
    parser.add_argument("--pairs", type=int, default=0, help="only so many pairs of each category (0: all)")
    options = parser.parse_args()
    for name, found in event_scores(options.shared / ECB).items():
        sys.stdout.write(f"{name}: MUC {found.muc:.1f} B3 {found.b_cubed:.1f} CEAF-e {found.ceaf_e:.1f} CoNLL {found.conll:.1f}\n")
    for category, line in pair_scores(options.shared / NLI, options.pairs).items():
        sys.stdout.write(f"{category}: {line}\n")
    return 0


def event_scores(folder: Path) -> dict[str, Measured]:
    """Returns the measures of our events, and of two simple rivals: every mention alone, and the same word in one story."""
    texts = _documents(folder / "ECB_Dev_corpus.txt")
    gold, words = _gold(folder / "ECB_Dev_Event_gold_mentions.json")
    return {
        "ECB+ development, events of the cross-check": measured(gold, _events(texts, gold)),
        "ECB+ development, every mention alone": measured(gold, {m: m for m in gold}),
        "ECB+ development, the same word in one story": measured(gold, {m: (_story(m[0]), words[m]) for m in gold}),
        "ECB+ development, events of the cross-check, else the same word": measured(gold, _events(texts, gold, words)),
    }


def _story(document: str) -> str:
    """Returns the topic and half ("12ecb", "12ecbplus") that a document tells of: one story each."""
    topic, rest = document.split("_")
    return topic + rest.lstrip("0123456789")


def _documents(path: Path) -> dict[str, dict[int, list[str]]]:
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            document, sentence, _, word, *_ = line.split("\t")
            found[document][int(sentence)].append(word)
    return found


def _gold(path: Path) -> tuple[dict[Mention, str], dict[Mention, str]]:
    chains: dict[Mention, str] = {}
    words: dict[Mention, str] = {}
    for told in json.loads(path.read_text(encoding="utf-8")):
        mention = (told["doc_id"], told["sent_id"], tuple(told["tokens_number"]))
        chains[mention], words[mention] = told["coref_chain"], told["tokens_str"].lower()
    return chains, words


def _events(
    texts: dict[str, dict[int, list[str]]], gold: dict[Mention, str], words: dict[Mention, str] | None = None
) -> dict[Mention, object]:
    """Returns each gold mention's event: that of the claim of its story whose trigger overlaps it."""
    placed: dict[tuple[str, int, int], tuple[int, int]] = {}
    stories: dict[str, list[Claim]] = defaultdict(list)
    for document, sentences in sorted(texts.items()):
        text, spans = _joined(document, sentences)
        placed |= spans
        stories[_story(document)] += read(Document(document, text, sha256_of(text), published="2013-01-01", language="en"), Recipe()).claims
    triggers: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claims in stories.values():
        home = {c: event.id for event in crosscheck(claims).events for c in event.claims}
        for claim in claims:
            if claim.event is not None and claim.event.span is not None and claim.id in home:
                triggers[claim.document].append((claim.event.span.start, claim.event.span.end, home[claim.id]))
    found: dict[Mention, object] = {}
    for mention in gold:
        document, sentence, numbers = mention
        own = (_story(document), words[mention]) if words else mention
        spots = [placed[document, sentence, n] for n in numbers if (document, sentence, n) in placed]
        found[mention] = next((e for a, b, e in triggers[document] if any(a < end and start < b for start, end in spots)), own)
    return found


def _joined(document: str, sentences: dict[int, list[str]]) -> tuple[str, dict[tuple[str, int, int], tuple[int, int]]]:
    """Returns a document's text and where each word stands in it."""
    parts: list[str] = []
    spans: dict[tuple[str, int, int], tuple[int, int]] = {}
    at = 0
    for number, words in sorted(sentences.items()):
        for n, word in enumerate(words):
            spans[document, number, n] = (at, at + len(word))
            parts.append(word + (" " if n + 1 < len(words) else "\n"))
            at += len(word) + 1
    return "".join(parts), spans


def pair_scores(path: Path, most: int = 0) -> dict[str, str]:
    """Returns, by category, how many pairs can be read, and how many contradictions are drawn, and drawn rightly."""
    told: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if pair["category"] in COUNTED and pair["gold_label"] in ("contradiction", "entailment", "neutral"):
            told[pair["category"]].append(pair)
    return {category: _pairs(pairs[: most or None]) for category, pairs in sorted(told.items())}


def _pairs(pairs: Iterable[dict[str, str]]) -> str:
    read_, right, drawn, wanted, total = 0, 0, 0, 0, 0
    for pair in pairs:
        total += 1
        claims = _claims(" ".join(voice + _lowered(pair[f"sentence{n}"]) for n, voice in enumerate(VOICES, 1)))
        if len({c.source.side for c in claims if c.source}) < len(VOICES):
            continue
        read_ += 1
        parted = any(r.kind == "contradicts" for r in crosscheck(claims).relations)
        opposed = pair["gold_label"] == "contradiction"
        right, drawn, wanted = right + (parted and opposed), drawn + parted, wanted + opposed
    return f"{total} pairs, {read_} read; contradictions drawn {drawn}, right {right}, of {wanted}"


def _claims(text: str) -> list[Claim]:
    found = read(Document("pair", text, sha256_of(text), published="2023-06-01T12:00:00Z", language="en"), Recipe()).claims
    return [c for c in found if c.event is not None and c.attribution is not None]


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


if __name__ == "__main__":
    sys.exit(main())
