"""What the model says of a stretch of any length, window by window."""
from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .features import Array, placed, words_in
from .model import Model
from .stretches import Stretch

WINDOW = 256        # units that the model sees at once,
MARGIN = 32         # of which so many at an edge it sees only to know the others better


class Reading(NamedTuple):
    """A stretch with what the model says: float32 (units, …)."""

    stretch: Stretch
    marks: Any      # how likely each mark is behind the unit
    goes: Any       # (units,) that it is idle
    ends: Any       # (units,) that a paragraph ends behind it
    words: Array    # int64 (units,): where the unit stands in its word


def read(stretch: Stretch, model: Model, style: Array) -> Reading:
    """The model's answers; a unit's come from the window in whose middle it stands."""
    vocabulary = model.vocabulary
    ids = np.array(vocabulary.ids(stretch.units.keys), np.int64)
    places = placed(np.array(stretch.breaks, np.int64), ids, vocabulary.chars(ids))
    parts = []
    for start, end, first, last in windows(len(ids)):
        parts.append(model.answers(ids[start:end], places[start:end], style)[first - start:last - start])
    answers = np.concatenate(parts)
    return Reading(stretch, answers[:, :-2], answers[:, -2], answers[:, -1], words_in(places))


def windows(total: int) -> list[tuple[int, int, int, int]]:
    """Windows over so many units: (start, end), and from where to where its answers count.

    >>> windows(300)
    [(0, 256, 0, 224), (192, 300, 224, 300)]
    """
    found, start, done = [], 0, 0
    while True:
        end = min(total, start + WINDOW)
        last = end if end == total else end - MARGIN
        found.append((start, end, done, last))
        if end == total:
            return found
        start, done = last - MARGIN, last
