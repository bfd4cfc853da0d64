"""The best way through a band, beside a slow search of all ways."""
from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import inf, isclose
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from qinggao.bilingual.align.anchors import anchors
from qinggao.bilingual.align.band import near, rough
from qinggao.bilingual.align.path import MOVES, Bead, best_path
from qinggao.bilingual.align.track import Track, track_of

from .talk import CHINESE, ENGLISH, plain


class Made:
    """Evidence that is made up, the same for the same bead."""

    alone = -2.5

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def gain(self, i: int, n: int, j: int, m: int) -> float:
        return (self._seed * (31 * i + 17 * n + 7 * j + 3 * m + 1) % 97) / 10 - 5

    def gains(self, i: int, n: int, m: int, lo: int, hi: int) -> Sequence[float]:
        return [self.gain(i, n, j, m) for j in range(lo, hi)]


def worth(evidence: Made, beads: Sequence[Bead]) -> float:
    return sum(evidence.gain(b, b - a, d, d - c) if a < b and c < d else evidence.alone for (a, b), (c, d) in beads)


def best_worth(evidence: Made, rows: int, columns: int) -> float:
    @lru_cache(None)
    def best(i: int, j: int) -> float:
        if i == j == 0:
            return 0.
        ways = [best(i - n, j - m) + evidence.gain(i, n, j, m) for n, m in MOVES if n <= i and m <= j]
        ways += [best(i - 1, j) + evidence.alone] if i else []
        ways += [best(i, j - 1) + evidence.alone] if j else []
        return max(ways, default=-inf)
    return best(rows, columns)


@given(st.integers(0, 9), st.integers(0, 9), st.integers(1, 1000))
def test_no_way_is_better(rows: int, columns: int, seed: int) -> None:
    evidence = Made(seed)
    beads = best_path(rows, columns, [(0, columns)] * (rows + 1), evidence)
    assert [i for bead in beads for i in range(*bead.first)] == list(range(rows))
    assert [j for bead in beads for j in range(*bead.second)] == list(range(columns))
    assert isclose(worth(evidence, beads), best_worth(evidence, rows, columns), abs_tol=1e-9)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 1000))
def test_a_band_around_the_best_way_holds_it(rows: int, columns: int, seed: int) -> None:
    evidence = Made(seed)
    beads = best_path(rows, columns, [(0, columns)] * (rows + 1), evidence)
    assert best_path(rows, columns, near(beads, rows, columns), evidence) == beads


def test_a_narrow_band_is_kept_to() -> None:
    """Only the diagonal: no other bead than one for one is possible, whatever it costs."""
    beads = best_path(5, 5, [(i, i) for i in range(6)], Made(3))
    assert [bead.first for bead in beads if bead.first == bead.second] == [bead.first for bead in beads]


def test_a_rough_band_leads_from_corner_to_corner_and_is_narrow() -> None:
    first = track_of(plain(CHINESE * 60), 'zh-Hans')
    for times in (60, 45, 90):
        second = track_of(plain(ENGLISH * times), 'en')
        band = rough(first, second, anchors(first.keys, second.keys))
        assert len(band) == len(first.spans) + 1
        assert band[0][0] == 0 and band[-1][1] == len(second.spans)
        assert all(one[0] <= two[0] <= one[1] <= two[1] for one, two in zip(band, band[1:]))
        assert sum(hi - lo for lo, hi in band) < len(first.spans) * len(second.spans) / 3


def made(draw: Random, units: int) -> Track:
    """Units of any length, with some keys."""
    keys = tuple(frozenset(f'k{draw.randrange(50)}' for _ in range(draw.randrange(3))) for _ in range(units))
    spans = tuple((at, at + 1) for at in range(units))
    return Track(spans, tuple(draw.choice((1., 20., 4000.)) for _ in spans), keys, keys, (True,) * units)


@settings(max_examples=25)
@given(st.integers(201, 900), st.integers(201, 900), st.randoms(use_true_random=False))
def test_a_rough_band_holds_together_whatever_the_lengths(rows: int, columns: int, draw: Random) -> None:
    first, second = made(draw, rows), made(draw, columns)
    band = rough(first, second, anchors(first.keys, second.keys))
    assert len(band) == rows + 1 and band[0][0] == 0 and band[-1][1] == columns
    assert all(0 <= lo <= hi <= columns and after[0] <= hi for (lo, hi), after in zip(band, band[1:]))
