"""The network: a MiniLM-L6 encoder with word shapes and layout beside the subwords, and light heads over words and pairs of words.

Sources: MiniLM (Wang et al. 2020) for the encoder; deep biaffine attention (Dozat & Manning 2017) for arcs and relations; the scalar mix of
layers (Peters et al. 2018). The sayings' head scores each word's role towards each anchor, as semantic role labelling does.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from samples import CERTAINTIES, CUE_TAGS, EVENT_TAGS, FORMS, MENTION_TAGS, POLARITIES, ROLES, STANCES, UPOS
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.reading.encoder_words import HINTS, LAYOUTS, SHAPES

WIDTH, LAYERS, HEADS, INNER, LONGEST = 384, 6, 12, 1536, 512
ARC, RELATION, PAIR = 256, 96, 128
NEAR, FAR = 8, 40
"""Distances up to NEAR words have their own embedding, longer ones share one by halves up to FAR buckets."""

WORD_HEADS = {
    "upos": len(UPOS), "mentions": len(MENTION_TAGS), "events": len(EVENT_TAGS), "polarity": len(POLARITIES),
    "certainty": len(CERTAINTIES), "cues": len(CUE_TAGS), "forms": len(FORMS), "stances": len(STANCES),
}  # fmt: skip
SYNTACTIC = ("upos",)


@dataclass
class Batch:
    """Tensors of several samples: subwords [B, T], words [B, W]."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    layout: Tensor
    hints: Tensor
    first: Tensor
    last: Tensor
    sentence: Tensor
    words: Tensor


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Returns the layer's output [B, T, WIDTH]; `mask` [B, 1, 1, T] is 0 or a large negative number."""
        b, t, _ = x.shape
        q, k, v = (f(x).view(b, t, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (WIDTH // HEADS) ** 0.5
        weights = functional.softmax(scores if mask is None else scores + mask, dim=-1)
        x = self.norm(x + self.drop(self.out((weights @ v).transpose(1, 2).reshape(b, t, WIDTH))))
        return self.last_norm(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """The encoder and its heads."""

    def __init__(self, vocabulary: int, relations: int) -> None:
        super().__init__()
        self.token, self.position = nn.Embedding(vocabulary, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.shape, self.layout = nn.Embedding(len(SHAPES), WIDTH), nn.Embedding(LAYOUTS, WIDTH)
        self.hint = nn.Embedding(HINTS, WIDTH)
        nn.init.zeros_(self.hint.weight)
        nn.init.normal_(self.shape.weight, std=0.02)
        nn.init.normal_(self.layout.weight, std=0.02)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(2, LAYERS + 1))
        self.word_heads = nn.ModuleDict(
            {
                name: nn.Sequential(nn.Linear(WIDTH, WIDTH // 2), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH // 2, n))
                for name, n in WORD_HEADS.items()
            }
        )
        self.arc_from, self.arc_to = _bent(ARC), _bent(ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.relation_from, self.relation_to = _bent(RELATION), _bent(RELATION)
        self.relation = nn.Parameter(torch.randn(RELATION + 1, relations * (RELATION + 1)) * 0.02)
        self.relations = relations
        self.pair_word, self.pair_anchor = _bent(PAIR), _bent(PAIR)
        self.pair_twist = nn.Parameter(torch.randn(PAIR, len(ROLES) * PAIR) * 0.02)
        self.near, self.sentences = nn.Embedding(2 * FAR + 1, PAIR), nn.Embedding(7, PAIR)
        self.pair_out = nn.Linear(PAIR, len(ROLES))
        self.register_buffer("buckets", _buckets())

    def encoded(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Returns the words for syntax and for meaning, each [B, W, WIDTH]."""
        places = torch.arange(batch.ids.shape[1])
        x = self.token(batch.ids) + self.position(places) + self.shape(batch.shapes) + self.layout(batch.layout) + self.hint(batch.hints)
        x = self.drop(self.norm(x))
        mask = None if batch.mask is None else (1.0 - batch.mask[:, None, None, :].to(x.dtype)) * -1e4
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        mixed = [sum(w * s for w, s in zip(functional.softmax(row, -1), states, strict=True)) for row in self.mix]
        both = [x + y for x, y in ((_gather(m, batch.first), _gather(m, batch.last)) for m in mixed)]
        return both[0] * 0.5, both[1] * 0.5 + _gather(states[-1], batch.first)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Returns the scores of all heads; `arcs` [B, W, W]: word by head, a root being its own head, other sentences' words excluded."""
        syntax, meaning = self.encoded(batch)
        out = {name: head(syntax if name in SYNTACTIC else meaning) for name, head in self.word_heads.items()}
        arcs = _with_one(self.arc_from(syntax)) @ self.arc @ self.arc_to(syntax).transpose(1, 2)
        apart = (batch.sentence[:, :, None] != batch.sentence[:, None, :]).to(arcs.dtype)
        out["arcs"] = arcs - 1e4 * apart
        out["from"], out["to"] = _with_one(self.relation_from(syntax)), _with_one(self.relation_to(syntax))
        out["word"], out["anchor"] = self.pair_word(meaning), self.pair_anchor(meaning)
        return out

    def relation_scores(self, out: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Returns the relations' scores [B, W, R] of each word towards its head [B, W]."""
        to = _gather(out["to"], heads)
        turned = (out["from"] @ self.relation).view(*to.shape[:2], self.relations, RELATION + 1)
        return (turned * to[:, :, None, :]).sum(-1)

    def role_scores(self, word: Tensor, anchor: Tensor, distance: Tensor, apart: Tensor) -> Tensor:
        """Returns the roles' scores [A, W, 4] of words [A, W, PAIR] towards anchors [A, PAIR].

        Args:
            word: the words' vectors.
            anchor: the anchors' vectors.
            distance: the distance word - anchor [A, W].
            apart: the distance in sentences, word - anchor [A, W].
        """
        near = self.near(self.buckets[(distance + 512).clamp(0, 1024)]) + self.sentences((apart + 3).clamp(0, 6))
        mixed = functional.gelu(word + anchor[:, None, :] + near)
        turned = (anchor @ self.pair_twist).view(-1, len(ROLES), PAIR)
        return self.pair_out(mixed) + word @ turned.transpose(1, 2)


def _bent(size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), nn.Dropout(0.25))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def _gather(x: Tensor, at: Tensor) -> Tensor:
    return torch.gather(x, 1, at[:, :, None].expand(-1, -1, x.shape[-1]))


def _buckets() -> Tensor:
    found = []
    for distance in range(-512, 513):
        size = abs(distance)
        size = size if size <= NEAR else NEAR + int(6 * torch.log2(torch.tensor(size / NEAR)).item()) + 1
        found.append(FAR + (min(size, FAR) if distance >= 0 else -min(size, FAR)))
    return torch.tensor(found)


def pretrained(network: Network, folder: Path) -> Network:
    """Returns the network with the encoder's weights of a MiniLM-L6 folder (model.safetensors, BERT's names)."""
    given = load_file(folder / "model.safetensors")
    given = {name.removeprefix("bert."): value for name, value in given.items()}
    network.token.weight.data.copy_(given["embeddings.word_embeddings.weight"])
    network.position.weight.data.copy_(given["embeddings.position_embeddings.weight"])
    network.layout.weight.data.add_(given["embeddings.token_type_embeddings.weight"][0])
    _copied(network.norm, given, "embeddings.LayerNorm")
    for k, layer in enumerate(network.layers):
        at = f"encoder.layer.{k}."
        for name in ("query", "key", "value"):
            _copied(getattr(layer, name), given, f"{at}attention.self.{name}")
        _copied(layer.out, given, f"{at}attention.output.dense")
        _copied(layer.norm, given, f"{at}attention.output.LayerNorm")
        _copied(layer.up, given, f"{at}intermediate.dense")
        _copied(layer.down, given, f"{at}output.dense")
        _copied(layer.last_norm, given, f"{at}output.LayerNorm")
    return network


def _copied(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(given[f"{name}.weight"])
    module.bias.data.copy_(given[f"{name}.bias"])
