"""The training itself: counted in steps, so that the same seed gives the same model; kept, so that it can go on."""
from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from .batches import Batch
from .curriculum import Curriculum
from .losses import losses_of
from .network import Network

SAVED_EVERY, TOLD_EVERY = 100, 25


class Kept:
    """The file that keeps a training: weights, the state of the optimiser, steps done, CPU seconds spent."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, network: Network, optimiser: Any, done: int, spent: float) -> None:
        part = self.path.with_suffix('.part')
        torch.save({'network': network.state_dict(), 'optimiser': optimiser.state_dict(), 'done': done,
                    'spent': spent}, part)
        part.replace(self.path)

    def into(self, network: Network, optimiser: Any = None) -> tuple[int, float]:
        """Take up what was kept, if anything: steps done and CPU seconds spent."""
        if not self.path.is_file():
            return 0, 0.
        state = torch.load(self.path, map_location='cpu')
        network.load_state_dict(state['network'])
        if optimiser:
            optimiser.load_state_dict(state['optimiser'])
        return int(state['done']), float(state['spent'])


def train(network: Network, lessons: Curriculum, kept: Kept, device: str) -> None:
    """All steps from where the last run left off."""
    network.to(device)
    moving = [weight for weight in network.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(moving, lr=lessons.pace(0), betas=(.9, .98), weight_decay=.01)
    first, before = kept.into(network, optimiser)
    before -= time.process_time()
    for step, batch in ahead(lessons, first):
        for group in optimiser.param_groups:
            group['lr'] = lessons.pace(step)
        losses = losses_of(network, batch, device, lessons.stage(step).naming)
        optimiser.zero_grad()
        losses.total.backward()
        torch.nn.utils.clip_grad_norm_(moving, 1.)
        optimiser.step()
        done, spent = step + 1, before + time.process_time()
        if done % SAVED_EVERY == 0 or done == lessons.steps:
            kept.save(network, optimiser, done, spent)
        if done % TOLD_EVERY == 0:
            told = ' '.join(f'{name} {value:.3f}' for name, value in losses.parts.items())
            print(f'{lessons.stage(step).name} {done}/{lessons.steps} cpu {spent:.0f} s: {told}', flush=True)


def ahead(lessons: Curriculum, first: int) -> Iterator[tuple[int, Batch]]:
    """Steps and their batches, made in a thread a little before they are needed."""
    ready: queue.Queue[tuple[int, Batch]] = queue.Queue(6)

    def fill() -> None:
        for n in range(first, lessons.steps):
            ready.put((n, lessons.batch(n)))

    threading.Thread(target=fill, daemon=True).start()
    for _ in range(first, lessons.steps):
        yield ready.get()
