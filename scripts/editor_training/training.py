"""The training: counted in units, so that the same seed gives the same lessons in the same order; it resumes.

It has two courses. In the second, slower one what editors left of false starts is in doubt: marks need no such thing,
and from the beginning on it would teach to cut too much.
"""
from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from qinggao.editor.vocabulary import Vocabulary
from torch.nn.functional import cross_entropy

from .batches import SIZE, UNITS, Batch, Talk, batch_of, epochs
from .lessons import MASKED
from .network import ANSWERS
from .synthesis import Idle

# Muon for the matrices inside; AdamW for embeddings, norms and biases.
PACES = {'muon': .02, 'adam': 2e-3}
WARM = 100                      # steps
WEIGHTS = (1., 1., .5)          # of the three answers in the loss
TOLD_EVERY, SAVED_EVERY = 25, 200


class Course(NamedTuple):
    """Steps ``start`` to ``end`` (the last one included), and how they are taken."""

    start: int
    end: int
    pace: float         # the highest, as a part of PACES
    doubting: bool


def courses(millions: Sequence[float]) -> tuple[Course, Course]:
    """Of so many million units each."""
    first, second = (max(1, round(one * 1e6 / (SIZE * UNITS))) for one in millions)
    return Course(1, first, 1., False), Course(first + 1, first + second, .5, True)


def train(model: Any, talks: Sequence[Talk], vocabulary: Vocabulary, idle: Idle, seed: int, millions: Sequence[float],
          saved: Path, device: str) -> None:
    """Train in place for so many million units in each course; goes on from ``saved`` where that is of the same seed,
    at the pace of the new length."""
    first, second = courses(millions)
    steps = second.end
    optimisers = _optimisers(model.to(device))
    done, before = _resumed(model, optimisers, saved, seed, device)
    clock, mean = time.time(), np.zeros(3)
    model.train()
    for step, places in enumerate(islice(epochs(talks, seed), done, steps), done + 1):
        course = first if step <= first.end else second
        batch = batch_of(places, vocabulary, idle, np.random.default_rng((seed, 2, step)), course.doubting)
        pace = _pace(step, course)
        for optimiser, rate in optimisers:
            for group in optimiser.param_groups:
                group['lr'] = rate * pace
        mean += learn(model, batch, [one for one, _ in optimisers], device)
        if step % TOLD_EVERY == 0:
            speed = (step - done) * SIZE * UNITS / (time.time() - clock)
            print(f'{step}/{steps}, {speed:.0f} units/s: losses', (mean / TOLD_EVERY).round(4), flush=True)
            mean[:] = 0
        if step % SAVED_EVERY == 0 or step == steps:
            _save(model, optimisers, saved, seed, step, before + time.time() - clock)


def _pace(step: int, course: Course) -> float:
    """Up for a short while, then down to nothing."""
    taken = step - course.start
    return course.pace * min((taken + 1) / WARM, 1 - taken / (course.end - course.start + 1))


def learn(model: Any, batch: Batch, optimisers: Sequence[Any], device: str) -> Any:
    """One step; the three losses."""
    ids, places, styles, labels = (torch.from_numpy(one).to(device) for one in batch)
    with torch.autocast(device, torch.bfloat16):
        answers = model(ids, places, styles)
    losses = [cross_entropy(answer.float().flatten(0, 1), label.flatten(), ignore_index=MASKED)
              for answer, label in zip(answers.split(ANSWERS, -1), labels)]
    loss: Any = sum(weight * one for weight, one in zip(WEIGHTS, losses))
    for optimiser in optimisers:
        optimiser.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
    for optimiser in optimisers:
        optimiser.step()
    return np.array([float(one.detach()) for one in losses])


def _optimisers(model: Any) -> list[tuple[Any, float]]:
    inside = {name for name, weight in model.named_parameters()
              if weight.ndim == 2 and name.startswith('layers') and not name.endswith('distance')}
    matrices = [weight for name, weight in model.named_parameters() if name in inside]
    others = [weight for name, weight in model.named_parameters() if name not in inside]
    return [(torch.optim.Muon(matrices, lr=PACES['muon'], momentum=.95, weight_decay=.01), PACES['muon']),
            (torch.optim.AdamW(others, lr=PACES['adam'], betas=(.9, .98), weight_decay=0.), PACES['adam'])]


def _save(model: Any, optimisers: Sequence[tuple[Any, float]], saved: Path, seed: int, step: int,
          seconds: float) -> None:
    part = saved.with_suffix('.part')
    torch.save({'seed': seed, 'step': step, 'seconds': seconds, 'model': model.state_dict(),
                'optimisers': [one.state_dict() for one, _ in optimisers]}, part)
    part.replace(saved)


def _resumed(model: Any, optimisers: Sequence[tuple[Any, float]], saved: Path, seed: int,
             device: str) -> tuple[int, float]:
    """The steps done before and their seconds; none where nothing was saved, or a training of another seed."""
    if not saved.is_file():
        return 0, 0.
    state = torch.load(saved, map_location=device)
    if state['seed'] != seed:
        return 0, 0.
    model.load_state_dict(state['model'])
    for (optimiser, _), one in zip(optimisers, state['optimisers']):
        optimiser.load_state_dict(one)
    return int(state['step']), float(state['seconds'])
