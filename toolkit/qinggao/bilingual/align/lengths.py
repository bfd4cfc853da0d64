"""How well two lengths go together: the longer a sentence, the longer its translation (Gale and Church, 1993).

Compared as logarithms, with some letters added to each: a short sentence may double, a long one hardly.
"""
from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, log1p
from statistics import median, pstdev
from typing import NamedTuple

ADDED = 20.         # letters
SPREAD = .35        # standard deviation of the logarithms, before a talk tells its own
SPREADS = .15, .6   # what is believed of one
FREEDOM = 4         # degrees of Student's t: a free translation is no proof of a wrong pair
FEW = 10            # pairs that tell nothing yet
STEPS = 16          # of a unit of the logarithm, in a table


class Lengths(NamedTuple):
    """``ratio``: letters of the second side for one of the first; ``spread`` of its logarithm around that;
    ``scatter``: of the logarithms of the second side's own lengths, which is what chance would do."""

    ratio: float
    spread: float = SPREAD
    scatter: float = .7

    def gain(self, first: float, second: float) -> float:
        """How much likelier than by chance two lengths are one sentence's; a logarithm."""
        return self._gain(log((second + ADDED) / (first * self.ratio + ADDED)))

    def table(self) -> list[float]:
        """The gains of differences of the logarithms, in steps, so that none is computed for each cell."""
        return [self._gain((step + .5) / STEPS) for step in range(32 * STEPS)]

    def _gain(self, difference: float) -> float:
        by_chance = log(max(1.2, self.scatter / self.spread)) + .5
        return by_chance - (FREEDOM + 1) / 2 * log1p((difference / self.spread) ** 2 / FREEDOM)


def lengths_of(first: Sequence[float], second: Sequence[float]) -> Lengths:
    """Before anything is aligned: the ratio is that of the whole texts."""
    scatter = pstdev(log(one + ADDED) for one in second) if second else 0.
    return Lengths(max(1., sum(second)) / max(1., sum(first)), scatter=max(.3, scatter))


def fitted(lengths: Lengths, pairs: Sequence[tuple[float, float]]) -> Lengths:
    """The same, as pairs of lengths that were aligned tell it; by medians, as some of them are wrong."""
    long = [(one, two) for one, two in pairs if min(one, two) > ADDED]
    if len(long) < FEW:
        return lengths
    ratio = exp(median(log(two / one) for one, two in long))
    apart = median(abs(log((two + ADDED) / (one * ratio + ADDED))) for one, two in long)
    least, most = SPREADS
    return lengths._replace(ratio=ratio, spread=min(most, max(least, 1.48 * apart)))    # of a normal distribution
