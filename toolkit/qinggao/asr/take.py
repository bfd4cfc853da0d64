"""A take: what one decoding made of one window, on the window's own clock."""
from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .engine import FRAME, Aligned


class Said(NamedTuple):
    """Words from one time stamp to the next; seconds in the window."""

    text: str
    begin: float
    finish: float
    words: tuple[Aligned, ...] = ()
    doubt: str = ''


class Take(NamedTuple):
    """All that was said in a window, the mean log probability of its tokens, and how likely it is that nobody spoke."""

    said: tuple[Said, ...]
    logprob: float = 0.0
    no_speech: float = 0.0
    unheard: tuple[tuple[float, float], ...] = ()   # where somebody speaks and no words were heard; seconds
    dropped: tuple[Said, ...] = ()                  # words where nobody speaks, which were not heard again

    @property
    def text(self) -> str:
        return ''.join(one.text for one in self.said)

    @property
    def probability(self) -> float:
        """0 to 1."""
        return min(1.0, math.exp(self.logprob))


def stretches(tokens: Sequence[int], first_stamp: int, length: float) -> Iterator[tuple[float, float, list[int]]]:
    """Begin, finish (seconds) and tokens of what stands between time stamps.

    Words behind the last stamp are kept, up to the window's ``length``: recognisers end there when they run out of
    tokens or take the window's end for the speaker's. Stamps never go back.

    >>> list(stretches([100, 5, 6, 150, 150, 7], 100, 3.0))
    [(0.0, 1.0, [5, 6]), (1.0, 3.0, [7])]
    """
    begin, now, words = 0.0, 0.0, list[int]()
    for token in tokens:
        if token < first_stamp:
            words.append(token)
            continue
        now = min(max(now, (token - first_stamp) * FRAME), length)
        if words:
            yield begin, now, words
            words = []
        begin = now
    if words:
        yield begin, max(begin, length), words
