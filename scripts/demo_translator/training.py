"""The training: counted in steps, so that the same seed gives the same lessons in the same order."""
from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from itertools import islice
from typing import Any

import torch
from torch.nn.functional import cross_entropy

from .lessons import Batch, batches
from .pieces import Pieces
from .stages import PACES, READY, STAGES, pace

TOLD_EVERY = 50


def all_batches(pieces: Pieces, seed: int, effort: float) -> Iterator[Batch]:
    """The batches of all stages, made in a thread a little before they are needed."""
    ready: queue.Queue[Batch | None] = queue.Queue(READY)

    def fill() -> None:
        for number, stage in enumerate(STAGES):
            source = batches(pieces, 1000 * seed + number, stage.short, stage.size)
            for batch in islice(source, round(stage.steps * effort)):
                ready.put(batch)
        ready.put(None)

    threading.Thread(target=fill, daemon=True).start()
    while batch := ready.get():
        yield batch


def optimisers(model: Any) -> list[tuple[Any, float]]:
    """Two, each with its learning rate: one for the matrices of the layers, one for embeddings, norms and biases."""
    inside = {name for name, weight in model.named_parameters() if weight.ndim == 2 and 'layers' in name}
    matrices = [weight for name, weight in model.named_parameters() if name in inside]
    others = [weight for name, weight in model.named_parameters() if name not in inside]
    return [(torch.optim.Muon(matrices, lr=PACES['muon'], momentum=.95, weight_decay=.01), PACES['muon']),
            (torch.optim.AdamW(others, lr=PACES['adam'], betas=(.9, .98), weight_decay=0.), PACES['adam'])]


def train(model: Any, pieces: Pieces, seed: int, effort: float, device: str) -> dict[str, float]:
    """Train in place; what was done, as the card tells it."""
    cpu, clock = time.process_time(), time.time()
    steps = sum(round(stage.steps * effort) for stage in STAGES)
    paced = optimisers(model.to(device))
    model.train()
    mean, learned = 0., 0
    for step, batch in enumerate(all_batches(pieces, seed, effort), 1):
        mean += learn(model, batch, pieces.pad, device, paced, pace(step, steps)) / TOLD_EVERY
        learned += len(batch.source)
        if step % TOLD_EVERY == 0:
            print(f'{step}/{steps}, cpu {time.process_time() - cpu:.0f} s, clock {time.time() - clock:.0f} s: '
                  f'loss {mean:.4f}', flush=True)
            mean = 0.
    model.to('cpu').eval()
    return {'steps': steps, 'learned': learned, 'weights': sum(weight.numel() for weight in model.parameters()),
            'cpu': time.process_time() - cpu, 'clock': time.time() - clock}


def learn(model: Any, batch: Batch, pad: int, device: str, paced: list[tuple[Any, float]], share: float) -> float:
    """One step; its loss."""
    loss = loss_of(model, batch, pad, device)
    for optimiser, most in paced:
        optimiser.zero_grad()
        for group in optimiser.param_groups:
            group['lr'] = most * share
    loss.backward()
    model.model.shared.weight.grad[pad] = 0.        # the decoder starts from nothing
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
    for optimiser, _ in paced:
        optimiser.step()
    return float(loss.item())


def loss_of(model: Any, batch: Batch, pad: int, device: str) -> torch.Tensor:
    source, target = (torch.from_numpy(ids).to(device) for ids in batch)
    before = torch.cat([torch.full_like(target[:, :1], pad), target[:, :-1]], 1)
    logits = model(input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=before).logits
    return cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=pad)
