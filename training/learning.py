"""Batches, losses and the loop of training."""

import random
import time
from collections.abc import Sequence

import torch
from network import Batch, Network
from samples import IGNORED, Sample
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from counterclaim.reading.encoder_session import subwords

STEP = 32
"""Lengths are padded to a multiple of this: few shapes, so that kernels are compiled once."""
WEIGHTS = {
    "upos": 0.5, "arcs": 0.7, "relations": 0.5, "mentions": 1.0, "events": 1.0, "polarity": 0.3, "certainty": 0.3,
    "cues": 1.5, "forms": 0.2, "stances": 0.4, "roles": 2.0,
}  # fmt: skip


def batch_of(samples: Sequence[Sample], tokenizer: Tokenizer) -> Batch:
    """Returns the padded tensors of samples."""
    made = [subwords(tokenizer, s.words) for s in samples]
    t, w = (-(-most // STEP) * STEP for most in (max(len(ids) for ids, _, _ in made), max(len(s.words) for s in samples)))
    ids, mask, shapes, layout, hints = (torch.zeros(len(samples), t, dtype=torch.long) for _ in range(5))
    first, last, words = (torch.zeros(len(samples), w, dtype=torch.long) for _ in range(3))
    sentence = torch.full((len(samples), w), -9, dtype=torch.long)
    for b, (sample, (pieces, starts, ends)) in enumerate(zip(samples, made, strict=True)):
        ids[b, : len(pieces)], mask[b, : len(pieces)] = torch.tensor(pieces), 1
        n = len(sample.words)
        first[b, :n], last[b, :n], words[b, :n] = torch.tensor(starts), torch.tensor(ends), 1
        sentence[b, :n] = torch.tensor(sample.sentence)
        for k, (shape, lay) in enumerate(zip(sample.shapes, sample.layout, strict=True)):
            shapes[b, starts[k] : ends[k] + 1], layout[b, starts[k] : ends[k] + 1] = shape, lay
            hints[b, starts[k] : ends[k] + 1] = sample.hints[k] if sample.hints else 0
    return Batch(ids, mask, shapes, layout, hints, first, last, sentence, words)


def labels_of(samples: Sequence[Sample], name: str, width: int) -> Tensor:
    """Returns one head's labels [B, W], IGNORED where a sample has none."""
    found = torch.full((len(samples), width), IGNORED, dtype=torch.long)
    for b, sample in enumerate(samples):
        given = getattr(sample, name)
        if given is not None:
            found[b, : len(given)] = torch.tensor(given)
    return found


def loss_of(network: Network, samples: Sequence[Sample], tokenizer: Tokenizer) -> dict[str, Tensor]:
    """Returns the losses by head; a head that no sample has labels for is absent."""
    batch = batch_of(samples, tokenizer)
    out = network(batch)
    width = batch.words.shape[1]
    weight = torch.tensor([s.weight for s in samples])[:, None].expand(-1, width)
    found: dict[str, Tensor] = {}
    for name in ("upos", "mentions", "events", "polarity", "certainty", "cues"):
        found[name] = _cross(out[name], labels_of(samples, name, width), weight)
    heads = labels_of(samples, "heads", width)
    found["arcs"] = _cross(out["arcs"], heads, weight)
    found["relations"] = _cross(network.relation_scores(out, heads.clamp(min=0)), labels_of(samples, "relations", width), weight)
    found |= _of_sayings(network, samples, out, batch, width)
    return {name: value for name, value in found.items() if value is not None}


def _cross(scores: Tensor, labels: Tensor, weight: Tensor) -> Tensor | None:
    kept = labels != IGNORED
    if not kept.any():
        return None
    losses = functional.cross_entropy(scores[kept].float(), labels[kept], reduction="none")
    return (losses * weight[kept]).sum() / weight[kept].sum().clamp(min=1.0)


def _of_sayings(network: Network, samples: Sequence[Sample], out: dict[str, Tensor], batch: Batch, width: int) -> dict[str, Tensor]:
    told = [(b, saying) for b, sample in enumerate(samples) for saying in sample.sayings]
    if not told:
        return {}
    rows = torch.tensor([b for b, _ in told])
    anchors = torch.tensor([s.anchor for _, s in told])
    roles = torch.full((len(told), width), IGNORED)
    for k, (_, saying) in enumerate(told):
        roles[k, : len(saying.roles)] = torch.tensor(saying.roles)
    weight = torch.tensor([samples[b].weight for b, _ in told])
    distance = torch.arange(width)[None, :] - anchors[:, None]
    apart = batch.sentence[rows] - batch.sentence[rows, anchors][:, None]
    scores = network.role_scores(out["word"][rows], out["anchor"][rows, anchors], distance, apart)
    found = {"roles": _cross(scores, roles, weight[:, None].expand(-1, width) * _evened(roles))}
    for name, given in (("forms", [s.form for _, s in told]), ("stances", [s.stance for _, s in told])):
        found[name] = _cross(out[name][rows, anchors], torch.tensor(given), weight)
    return found


def _evened(roles: Tensor) -> Tensor:
    """Weighs words without a role less than those with one, which are fewer."""
    return torch.where(roles > 0, 1.0, 0.5)


def epoch_of(samples: Sequence[Sample], words: int, clock: random.Random) -> list[list[Sample]]:
    """Returns batches of about so many words, of samples of like length, in a shuffled order."""
    ordered = sorted(samples, key=lambda s: len(s.words) + clock.random() * 40)
    batches: list[list[Sample]] = [[]]
    for sample in ordered:
        if batches[-1] and (len(batches[-1]) + 1) * len(sample.words) > words:
            batches.append([])
        batches[-1].append(sample)
    clock.shuffle(batches)
    return batches


def learn(
    network: Network, tokenizer: Tokenizer, plan: Sequence[Sequence[Sample]], rates: tuple[float, float], seed: int, words: int = 1600
) -> Network:
    """Trains through a plan, a list of samples an epoch, with one warm-up and linear decay.

    Args:
        network: the network, changed in place.
        tokenizer: of its vocabulary.
        plan: the samples of each epoch.
        rates: the learning rates of the encoder and of the heads.
        seed: of the order.
        words: words a batch.
    """
    clock = random.Random(seed)
    batches = [batch for samples in plan for batch in epoch_of(samples, words, clock)]
    inside = [p for n, p in network.named_parameters() if n.startswith(("token", "position", "norm", "layers"))]
    outside = [p for n, p in network.named_parameters() if not n.startswith(("token", "position", "norm", "layers"))]
    optimiser = torch.optim.AdamW([{"params": inside, "lr": rates[0]}, {"params": outside, "lr": rates[1]}], weight_decay=0.01, fused=True)
    warm = len(batches) // 12 + 1
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min((k + 1) / warm, max(0.02, (len(batches) - k) / max(1, len(batches) - warm)))
    )
    network.train()
    seen: dict[str, list[float]] = {}
    began = time.monotonic()
    for k, batch in enumerate(batches):
        with torch.autocast("cpu", torch.bfloat16):
            losses = loss_of(network, batch, tokenizer)
        total = sum(WEIGHTS[name] * value for name, value in losses.items())
        optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        for name, value in losses.items():
            seen.setdefault(name, []).append(value.item())
        if k % 50 == 49:
            shown = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(seen.items()))
            print(f"{k + 1}/{len(batches)} {time.monotonic() - began:.0f}s {shown}", flush=True)
            seen = {}
    return network
