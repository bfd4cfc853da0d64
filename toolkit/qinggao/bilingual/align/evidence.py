"""What the words say for a bead: lengths that fit, keys in common, paragraphs that begin together."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log
from typing import NamedTuple

from .anchors import Anchors, places_of
from .lengths import ADDED, STEPS, Lengths
from .path import DEEPEST, Band
from .track import Track

# Measured on notes in two languages. A bead of two and two is nearly always two beads.
PRIORS: Mapping[tuple[int, int], float] = {
    (1, 1): -.3, (1, 2): -2.8, (2, 1): -2.8, (2, 2): -5., (1, 3): -4.2, (3, 1): -4.2, (2, 3): -6.5, (3, 2): -6.5,
    (1, 4): -5.6, (4, 1): -5.6}
ALONE = -2.5
TRUST = .8          # words come together: what each says for itself cannot all be added up
LESS = .3           # where more units meet, more is shared by chance: less by this times the logarithm of their number
TOGETHER, APART = 1.5, -1.      # paragraphs that begin in both, or in one
CROSSED, BOTH = -2., -1.        # a border inside one side of a bead, or inside both


class Known(NamedTuple):
    """What is held of two tracks while a way through them is looked for."""

    lengths: Lengths
    anchors: Anchors
    borders: float = 0.     # how far paragraphs of one track tell of the other's, 0 to 1


class Words:
    """The evidence of the words of two tracks, inside a band."""

    alone = ALONE

    def __init__(self, first: Track, second: Track, known: Known, band: Band) -> None:
        self._first, self._second, self._known, self._band = first, second, known, band
        self._table = known.lengths.table()
        scaled = [length * known.lengths.ratio for length in first.lengths]
        self._logs = [{n: _logs(side, n) for n in range(1, DEEPEST + 1)} for side in (scaled, second.lengths)]
        self._opened = [list(accumulate(map(int, track.opens), initial=0)) for track in (first, second)]
        self._worth = {key: known.anchors.worth(key) for key in known.anchors.met}
        self._places = places_of(second.keys, self._worth)
        self._covers = dict[tuple[str, int], list[int]]()
        self._fixed = dict[tuple[int, int, bool], list[float]]()
        self._row = _Row(-1, {}, [])

    def gains(self, i: int, n: int, m: int, lo: int, hi: int) -> Sequence[float]:
        row = self._row_of(i)
        always = PRIORS[n, m] + TRUST * row.costs[n]
        trust = TRUST * (1 - LESS * log(n * m))
        crossed = self._opened[0][i] - self._opened[0][i - n + 1]
        opens = self._first.opens[i - n]
        fixed = self._fixed_of(m, crossed, opens) if self._known.borders else self._fixed_of(m, 0, False)
        table, length, at = self._table, self._logs[0][n][i], self._band[i][0]
        return [always + more + table[int(abs(other - length) * STEPS)] + trust * shared for more, other, shared in zip(
            fixed[lo:hi], self._logs[1][m][lo:hi], row.shared[n, m][lo - at:hi - at])]

    def _row_of(self, i: int) -> _Row:
        """What ``first[i - n:i]`` and ``second[j - m:j]`` share, each key once, for all n, m and j."""
        if self._row.i == i:
            return self._row
        lo, hi = self._band[i]
        missed = self._known.anchors.missed[0]
        shared, costs, seen = dict[tuple[int, int], list[float]](), [0.], set[str]()
        sums = {m: [0.] * (hi - lo + 1) for m in range(1, DEEPEST + 1)}
        for n in range(1, min(DEEPEST, i) + 1):
            new = sorted(key for key in self._first.keys[i - n] if key in self._worth and key not in seen)
            seen.update(new)
            costs.append(costs[-1] + sum(missed[key] for key in new))
            for m, before in sums.items():
                if n + m <= DEEPEST + 1:
                    sums[m] = shared[n, m] = self._added(before, new, m, lo, hi)
        self._row = _Row(i, shared, costs)
        return self._row

    def _added(self, before: list[float], keys: Sequence[str], m: int, lo: int, hi: int) -> list[float]:
        row = before[:]
        for key in keys:
            cover, worth = self._cover(key, m), self._worth[key]
            for j in cover[bisect_left(cover, lo):bisect_right(cover, hi)]:
                row[j - lo] += worth
        return row

    def _cover(self, key: str, m: int) -> list[int]:
        """Each j where ``second[j - m:j]`` has a key."""
        if (key, m) not in self._covers:
            self._covers[key, m] = sorted({place + step for place in self._places[key] for step in range(1, m + 1)})
        return self._covers[key, m]

    def _fixed_of(self, m: int, crossed: int, opens: bool) -> list[float]:
        """For each j what does not depend on the first side's words."""
        if (m, crossed, opens) not in self._fixed:
            keys, cost = self._second.keys, self._known.anchors.cost
            self._fixed[m, crossed, opens] = [0.] * m + [
                TRUST * cost(frozenset().union(*keys[j - m:j]), 1) + self._borders(j, m, crossed, opens)
                for j in range(m, len(keys) + 1)]
        return self._fixed[m, crossed, opens]

    def _borders(self, j: int, m: int, crossed: int, opens: bool) -> float:
        if not self._known.borders:
            return 0.
        other = self._opened[1][j] - self._opened[1][j - m + 1]
        both = opens + self._second.opens[j - m]
        begins = TOGETHER if both == 2 else APART if both else 0.
        return self._known.borders * (begins + CROSSED * abs(crossed - other) + BOTH * min(crossed, other))


class _Row(NamedTuple):
    i: int
    shared: dict[tuple[int, int], list[float]]
    costs: list[float]      # for each n, what it costs that none of the keys is met


def _logs(lengths: Sequence[float], n: int) -> list[float]:
    """For each i the logarithm of the length of the n units before it."""
    sums = list(accumulate(lengths, initial=0.))
    return [0.] * n + [log(sums[i] - sums[i - n] + ADDED) for i in range(n, len(sums))]
