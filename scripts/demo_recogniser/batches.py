"""The windows and lessons of one step as arrays."""
from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .clips import BINS, SECOND
from .pieces import STAMP
from .segments import Window
from .targets import IGNORED, Lesson


class Batch(NamedTuple):
    """Arrays of one step; B windows, S lessons, P places, G guides."""

    features: NDArray[np.float32]       # B, 80, frames
    shifts: NDArray[np.int64]           # B: at which frame of 20 ms each begins
    characters: NDArray[np.int64]       # B, frames of 20 ms: which character is being said, 0 for none
    ids: NDArray[np.int64]              # S, P
    labels: NDArray[np.int64]           # S, P
    weights: NDArray[np.float32]        # S, P
    window_of: NDArray[np.int64]        # S
    guides: NDArray[np.float32]         # G, 4: lesson, place, first and last frame
    forms: NDArray[np.float32]          # S, forms


def packed(windows: list[Window], shifts: list[int], lessons: list[tuple[int, Lesson]], wide: int,
           characters: Mapping[str, int], end: int) -> Batch:
    """Windows and lessons as arrays; what is not filled is silence in feature space, and labels that teach nothing.

    `characters` numbers what the encoder is to name; `end` is the piece that fills lessons up.
    """
    shape = len(lessons), max(len(one.ids) for _, one in lessons)
    features = np.zeros((len(windows), BINS, wide), np.float32)
    named = np.zeros((len(windows), wide // 2), np.int64)
    for n, seen in enumerate(windows):
        features[n, :, :seen.features.shape[1]] = seen.features
        for said in seen.said:
            for character, (begin, finish) in zip(said.text, said.times):
                first = round(begin * SECOND / 2)
                named[n, first:max(first + 1, round(finish * SECOND / 2))] = characters.get(character, 0)
    ids, labels = np.full(shape, end), np.full(shape, IGNORED)
    weights = np.zeros(shape, np.float32)
    guides = []
    for n, (seen_in, one) in enumerate(lessons):
        size = len(one.ids)
        ids[n, :size], labels[n, :size], weights[n, :size] = one.ids, one.labels, one.weights
        guides += [(n, place, begin / STAMP - shifts[seen_in], end / STAMP - shifts[seen_in])
                   for place, begin, end in one.guides]
    return Batch(features, np.array(shifts), named, ids, labels, weights,
                 np.array([n for n, _ in lessons]), np.array(guides, np.float32).reshape(-1, 4),
                 np.array([one.forms for _, one in lessons], np.float32))
