"""A multinomial logistic model over sparse features, by AdaGrad; deterministic."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

EPOCHS, BATCH, RATE, SEED = 10, 128, 0.1, 7
DROPPED = 0.5   # of the features of a row, anew each time: no word may carry a decision alone


def train(rows: Sequence[Sequence[str]], labels: Sequence[int], classes: int, least: int, decay: float,
          epochs: int = EPOCHS) -> dict[str, list[float]]:
    """Feature → a weight for each class; features of fewer than ``least`` rows are left out.

    ``decay`` is the L1 pull on each weight: most become zero, and the model small.
    """
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in counts.items() if count >= least)
    number = {name: i + 1 for i, name in enumerate(names)}    # 0 stands for what is not known
    width = max(map(len, rows))
    table = np.zeros((len(rows), width), np.int64)
    for i, row in enumerate(rows):
        table[i, :len(row)] = [number.get(feature, 0) for feature in row]
    weights = _fit(table, np.asarray(labels), len(names) + 1, classes, decay, epochs)
    kept = np.flatnonzero(np.abs(weights).max(1) > 0)
    return {names[i - 1]: [float(w) for w in weights[i]] for i in kept if i}


def _fit(table: Any, labels: Any, features: int, classes: int, decay: float, epochs: int) -> Any:
    chance = np.random.default_rng(SEED)
    weights = np.zeros((features, classes))
    squares = np.full((features, classes), 1e-2)
    mean = np.zeros_like(weights)
    for epoch in range(epochs):
        order = chance.permutation(len(table))
        for at in range(0, len(order), BATCH):
            rows = order[at:at + BATCH]
            inside = np.where(chance.random((len(rows), table.shape[1])) < DROPPED, 0, table[rows])
            scores = weights[inside].sum(1) / (1 - DROPPED)
            scores -= scores.max(1, keepdims=True)
            error = np.exp(scores)
            error = error / error.sum(1, keepdims=True)
            error[np.arange(len(rows)), labels[rows]] -= 1
            touched, where = np.unique(inside, return_inverse=True)
            where = where.reshape(inside.shape)
            step = np.stack([np.bincount(where.ravel(), np.repeat(error[:, c], inside.shape[1]), len(touched))
                             for c in range(classes)], 1)
            step = np.where(touched[:, None] == 0, 0, step / (1 - DROPPED))
            squares[touched] += step ** 2
            rate = RATE / np.sqrt(squares[touched])
            moved = weights[touched] - rate * step
            weights[touched] = np.sign(moved) * np.maximum(np.abs(moved) - rate * decay, 0)
        if epoch >= epochs // 2:
            mean += weights
    return np.where(np.abs(weights) > 0, mean / (epochs - epochs // 2), 0)
