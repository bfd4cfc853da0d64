"""The best way through two rows of units: dynamic programming inside a band, a row of it at a time."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import inf
from typing import NamedTuple, Protocol

Band = Sequence[tuple[int, int]]


class Bead(NamedTuple):
    """``first[a:b]`` and ``second[c:d]``, numbers of units, say the same; either may be empty."""

    first: tuple[int, int]
    second: tuple[int, int]


# How many units of each side a bead may hold, where both have some.
MOVES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1))
DEEPEST = max(map(max, MOVES))


class Evidence(Protocol):
    """What speaks for a bead: logarithms of how much likelier it is than chance. ``alone`` is the gain, below 0, of a
    unit without a partner."""

    alone: float

    def gains(self, i: int, n: int, m: int, lo: int, hi: int) -> Sequence[float]:
        """Of the beads ``first[i - n:i]`` with ``second[j - m:j]``, for each j of ``range(lo, hi)``."""
        ...


def best_path(rows: int, columns: int, band: Band, evidence: Evidence) -> list[Bead]:
    """The beads whose gains are greatest in sum: all units of both sides, in order.

    ``band``: for each number of units of the first side, 0 to ``rows``, from which to which (included) number of units
    of the second the way may pass; it begins with 0, ends with ``columns``, and each overlaps the next. Memory is one
    byte a cell of the band.
    """
    sums: list[list[float]] = []
    moves: list[bytearray] = []
    for i in range(rows + 1):
        lo, hi = band[i]
        row, came = [-inf] * (hi - lo + 1), bytearray(hi - lo + 1)
        if i == 0 and lo == 0:
            row[0] = 0.0
        if i:
            for at, value in enumerate(_slice(sums[i - 1], band[i - 1][0], lo, hi + 1)):
                row[at], came[at] = value + evidence.alone, _ROW
        for number, (n, m) in enumerate(MOVES):
            if n <= i and m <= hi:
                start = max(lo, m)
                before = _slice(sums[i - n], band[i - n][0], start - m, hi + 1 - m)
                for at, value in enumerate(map(float.__add__, before, evidence.gains(i, n, m, start, hi + 1)),
                                           start - lo):
                    if value > row[at]:
                        row[at], came[at] = value, number
        left = -inf
        for at, value in enumerate(row):
            left += evidence.alone
            if left > value:
                row[at], came[at] = left, _COLUMN
            else:
                left = value
        sums.append(row)
        moves.append(came)
        if i >= DEEPEST:
            sums[i - DEEPEST] = []
    return _back(rows, columns, band, moves)


_ROW, _COLUMN = len(MOVES), len(MOVES) + 1



def _slice(values: list[float], lo: int, start: int, stop: int) -> list[float]:
    """``values``, whose first stands at ``lo``, from ``start`` to ``stop``; nothing leads to what is outside."""
    if lo <= start and stop <= lo + len(values):
        return values[start - lo:stop - lo]
    inner = values[max(0, start - lo):max(0, stop - lo)]
    before = min(stop, max(start, lo)) - start
    return list(chain([-inf] * before, inner, [-inf] * (stop - start - before - len(inner))))


def _back(rows: int, columns: int, band: Band, moves: list[bytearray]) -> list[Bead]:
    beads = list[Bead]()
    i, j = rows, columns
    while i or j:
        move = moves[i][j - band[i][0]]
        n, m = (1, 0) if move == _ROW else (0, 1) if move == _COLUMN else MOVES[move]
        beads.append(Bead((i - n, i), (j - m, j)))
        i, j = i - n, j - m
    return beads[::-1]
