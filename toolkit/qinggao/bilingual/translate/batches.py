"""Sentences in batches: the longest first, so that those of one batch are alike and what is too much shows at once."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

_MOST = 256     # sentences: with more of them, be they short, a batch takes more memory and no less time


def batches(lengths: Sequence[int], room: int) -> Iterator[list[int]]:
    """The numbers of sentences of so many tokens, in batches of at most ``room`` tokens: each counts as the longest.

    >>> list(batches([2, 9, 3, 8], 18))
    [[1, 3], [2, 0]]
    """
    order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    at = 0
    while at < len(order):
        count = max(1, min(_MOST, room // max(1, lengths[order[at]])))
        yield order[at:at + count]
        at += count
