"""What is begun again, or may be: editors of pages leave nearly all that is longer than a word or two.

Where two units come again behind one other, thorough editors cut the first in 20 of 100 places, behind two in 7,
behind more in 5. Most of the rest is meant (费用，这个费用还是太高), but much of it is a false start, the nearer the
more, and a model that is taught to leave them all leaves them all.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .lessons import MASKED

AGAIN = 14      # units within which it is begun again
NEAR = 2        # so many units in between: in doubt wherever it is,
FAR = .25       # behind more in so large a part of the places


def in_doubt(keys: Sequence[str], cut: Sequence[int], rng: Any) -> list[int]:
    """The labels without those of units that were kept though two or more of them come again soon.

    >>> in_doubt(list('灯塔很灯塔修好了'), [0] * 8, None)
    [255, 255, 255, 0, 0, 0, 0, 0]
    """
    labels, total, i = list(cut), len(keys), 0
    while i < total - 3:
        j = next((j for j in range(i + 2, min(i + AGAIN, total - 2) + 1) if keys[j:j + 2] == keys[i:i + 2]), 0)
        size = _same(keys, i, j) if j else 1
        if j and (j - i - size <= NEAR or rng.random() < FAR):
            labels[i:j] = [label or MASKED for label in labels[i:j]]
        i += size
    return labels


def _same(keys: Sequence[str], i: int, j: int) -> int:
    """How many units from ``i`` on come again from ``j`` on."""
    size = 0
    while i + size < j and j + size < len(keys) and keys[i + size] == keys[j + size]:
        size += 1
    return size
