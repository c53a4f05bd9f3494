"""From the trained network to what ships: two ONNX graphs (the reader in int8, its roles head in fp32), the labels, the tokenizer."""

import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from network import Batch, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from samples import CERTAINTIES, CUE_TAGS, EVENT_TAGS, FORMS, MENTION_TAGS, POLARITIES, ROLES, STANCES, UPOS, Sample
from torch import Tensor, nn

OUTPUTS = ("upos", "mentions", "events", "polarity", "certainty", "cues", "forms", "stances", "arcs", "relations", "word", "anchor")
OPSET = 17


class Whole(nn.Module):
    """The network on one window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: Tensor, shapes: Tensor, layout: Tensor, hints: Tensor, first: Tensor, last: Tensor, sentence: Tensor
    ) -> tuple[Tensor, ...]:
        """Returns the OUTPUTS of one window: subwords [T], words [W]; relations are those towards each word's best head."""
        ids, shapes, layout, hints, first, last, sentence = (x[None] for x in (ids, shapes, layout, hints, first, last, sentence))
        out = self.network(Batch(ids, None, shapes, layout, hints, first, last, sentence, None))
        out["relations"] = self.network.relation_scores(out, out["arcs"].argmax(-1))
        return tuple(out[name][0] for name in OUTPUTS)


class Roles(nn.Module):
    """The roles' head alone: words towards anchors."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, word: Tensor, anchor: Tensor, distance: Tensor, apart: Tensor) -> Tensor:
        """Returns the roles' scores [A, W, 4] of words [W, PAIR] towards anchors [A, PAIR]."""
        return self.network.role_scores(word[None], anchor, distance, apart)


def exported(network: Network, tokenizer: Path, labels: dict[str, object], target: Path) -> None:
    """Writes reader.onnx (int8), roles.onnx, labels.json and tokenizer.json into a folder.

    Args:
        network: the trained network.
        tokenizer: the tokenizer.json of its vocabulary.
        labels: what stands beside the inventories in labels.json.
        target: the folder; `reader-fp32.onnx` goes beside it for comparison.
    """
    network.eval()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "reader-fp32.onnx"
        _graph(Whole(network), _example(), full, list(OUTPUTS))
        quantize_dynamic(
            full, target / "reader.onnx", per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
        )
        shutil.copy(full, target.with_name("reader-fp32.onnx"))
    word, anchor = torch.zeros(9, 128), torch.zeros(2, 128)
    distance = torch.zeros(2, 9, dtype=torch.long)
    _graph(Roles(network), {"word": word, "anchor": anchor, "distance": distance, "apart": distance}, target / "roles.onnx", ["roles"])
    inventories = {
        "upos": UPOS, "mentions": MENTION_TAGS, "events": EVENT_TAGS, "polarity": POLARITIES, "certainty": CERTAINTIES, "cues": CUE_TAGS,
        "forms": FORMS, "stances": STANCES, "roles": ROLES,
    }  # fmt: skip
    text = json.dumps(
        {**{name: list(values) for name, values in inventories.items()}, **labels}, ensure_ascii=False, indent=1, sort_keys=True
    )
    (target / "labels.json").write_text(text + "\n", encoding="utf-8")
    given = json.loads(tokenizer.read_text(encoding="utf-8"))
    given["truncation"] = given["padding"] = None
    (target / "tokenizer.json").write_text(json.dumps(given, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def transitions(samples: list[Sample]) -> list[list[float]]:
    """Returns the log odds of one role after another over all sayings, for Viterbi decoding."""
    counts = np.full((len(ROLES), len(ROLES)), 1.0)
    for sample in samples:
        for saying in sample.sayings:
            np.add.at(counts, (saying.roles[:-1], saying.roles[1:]), 1.0)
    shares = counts / counts.sum(1, keepdims=True)
    return [[round(float(x), 3) for x in row] for row in np.log(shares)]


def _example() -> dict[str, Tensor]:
    numbers = {"ids": 12, "shapes": 12, "layout": 12, "hints": 12, "first": 9, "last": 9, "sentence": 9}
    return {name: torch.ones(n, dtype=torch.long) for name, n in numbers.items()}


def _graph(module: nn.Module, inputs: dict[str, Tensor], file: Path, outputs: list[str]) -> None:
    axes = {name: {0: f"{'T' if name in ('ids', 'shapes', 'layout', 'hints') else 'W'}"} for name in inputs}
    if "anchor" in inputs:
        axes = {"word": {0: "W"}, "anchor": {0: "A"}, "distance": {0: "A", 1: "W"}, "apart": {0: "A", 1: "W"}}
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        str(file),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    model = onnx.load(str(file))
    onnx.save(model, str(file))
