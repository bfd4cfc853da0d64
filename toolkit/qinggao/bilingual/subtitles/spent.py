"""When the parts of a stretch are said, by the clock of the track that has one."""
from __future__ import annotations

from collections.abc import Sequence

from .rope import Rope
from .side import Side
from .stretches import Stretch


class Spent:
    """Times of the knots of two ropes, in milliseconds; the words of a stretch without a clock take time by width."""

    def __init__(self, stretch: Stretch, ropes: Sequence[Rope], sides: Sequence[Side]) -> None:
        self._ropes, self._stretch, self._clock = ropes, stretch, stretch.clock
        self._begins, self._finishes = list[int](), list[int]()
        if stretch.clock >= 0:
            self._read(sides[stretch.clock], ropes[stretch.clock])

    def begin(self, knots: Sequence[int]) -> int:
        """When what stands behind two knots begins."""
        return self._begins[knots[self._clock]] if self._begins else self._spread(knots)

    def finish(self, knots: Sequence[int]) -> int:
        """When what stands before them is over."""
        return self._finishes[knots[self._clock]] if self._begins else self._spread(knots)

    def of(self, way: Sequence[Sequence[int]]) -> tuple[int, list[tuple[int, int]]]:
        """The times of the parts between knots, and by which clock: where that knows nothing of one, by none."""
        parts = list(zip(way, way[1:]))
        if self._clock < 0 or any(a[self._clock] == b[self._clock] for a, b in parts):
            return -1, [(self._spread(a), self._spread(b)) for a, b in parts]
        return self._clock, [(self.begin(a), self.finish(b)) for a, b in parts]

    def _read(self, side: Side, rope: Rope) -> None:
        knots, time_of = rope.knots, side.transcript.time_of
        behind = [time_of(at, min(at + 1, knots[-1])) or (0, 0) for at in knots]
        before = [time_of(max(at - 1, knots[0]), at) or (0, 0) for at in knots]
        self._begins = [self._within(begin) for begin, _ in behind]
        self._finishes = [self._within(finish) for _, finish in before]

    def _within(self, time: int) -> int:
        return min(max(time + self._stretch.ahead, self._stretch.begin), self._stretch.finish)

    def _spread(self, knots: Sequence[int]) -> int:
        begin, finish = self._stretch.begin, self._stretch.finish
        shares = [rope.shares[at] for rope, at in zip(self._ropes, knots) if rope.last]
        return begin + round((finish - begin) * sum(shares) / max(1, len(shares)))
