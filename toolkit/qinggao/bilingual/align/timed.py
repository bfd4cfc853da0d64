"""What the times say for a bead: that its two sides begin and end together."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log1p

from ...transcript import Transcript
from .clock import Clock, Times
from .evidence import Words
from .path import Band
from .track import Track

TOGETHER = 2.5          # what an edge in common is worth
NEAR = 500              # milliseconds: by which translators cut their cues earlier or later
PATIENCE = 15_000       # milliseconds that a partner may stand apart
WORDS = .5              # what words weigh where times are known
_PLAIN = Clock()


class Timed:
    """Evidence of times, and of words where times leave it open. Times are in milliseconds of one clock."""

    def __init__(self, words: Words, first: Times, second: Times) -> None:
        self.alone = words.alone
        self._words, self._first = words, first
        self._begins, self._finishes = [begin for begin, _ in second], [finish for _, finish in second]

    def gains(self, i: int, n: int, m: int, lo: int, hi: int) -> Sequence[float]:
        begin, finish = self._first[i - n][0], self._first[i - 1][1]
        return [WORDS * said + _edge(begin - one) + _edge(finish - two) for said, one, two in zip(
            self._words.gains(i, n, m, lo, hi), self._begins[lo - m:hi - m], self._finishes[lo - 1:hi - 1])]


def gain(first: tuple[int, int], second: tuple[int, int]) -> float:
    """How much likelier than by chance two spans of time are one sentence's; a logarithm."""
    return _edge(first[0] - second[0]) + _edge(first[1] - second[1])


def times_of(transcript: Transcript, track: Track, clock: Clock = _PLAIN) -> list[tuple[int, int]]:
    """When each unit was said, in milliseconds; none begins before the one before it."""
    found = list[tuple[int, int]]()
    at = 0
    for a, b in track.spans:
        begin, finish = transcript.time_of(a, b) or (0, 0)
        at = max(at, clock.read(begin)) if found else clock.read(begin)
        found.append((at, max(at, clock.read(finish))))
    return found


def band_of(first: Times, second: Times) -> Band:
    """Units that stand far apart in time are not looked at."""
    begins, finishes = [begin for begin, _ in second], [finish for _, finish in second]
    for place in range(1, len(finishes)):
        finishes[place] = max(finishes[place - 1], finishes[place])
    lows = [0, *(bisect_left(finishes, begin - PATIENCE) for begin, _ in first)]
    highs = [bisect_right(begins, finish + PATIENCE) for _, finish in first]
    lows = _rising(lows)
    return list(zip(lows, _rising([max(high, low, after) for high, low, after in zip(
        [*highs, 0], lows, [*lows[1:], len(second)])])))


def _rising(values: Sequence[int]) -> list[int]:
    found = list[int]()
    for value in values:
        found.append(max(value, found[-1]) if found else value)
    return found


def _edge(apart: int) -> float:
    return TOGETHER - 1.5 * log1p((apart / NEAR) ** 2)
