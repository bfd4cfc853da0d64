"""Split a stretch at the same places in both languages, so that each part stands on the screen at once.

Dynamic programming over joint cuts: the cheapest way from end to end on which every part fits two lines of either.
"""
from __future__ import annotations

import math
from collections.abc import Sequence

from ...layout.timing import LONGEST, SHORTEST
from .cuts import Knots, anchors, cuts
from .rope import Rope
from .side import Side
from .spent import Spent
from .stretches import Stretch

_PART = 0.5         # what each part costs, so that there are few
_LONELY = 8.0       # words of one language alone
_THIN = 0.35        # a part of less of a line is hardly worth one
_LONG, _SHORT = 6.0, 2.0    # on the screen for too long, for too short a time
_TURN = 60.0        # two speakers in one part


def split(stretch: Stretch, sides: Sequence[Side]) -> list[Stretch]:
    """The parts of a stretch, in order; itself, where nothing can be cut."""
    ropes = Rope(sides[0], stretch.first), Rope(sides[1], stretch.second)
    spent = Spent(stretch, ropes, sides)
    way = _cheapest(cuts(ropes, anchors(sides, (stretch.first, stretch.second))), ropes, spent)
    clock, times = spent.of(way)
    spans = [[(rope.knots[a[n]], rope.knots[b[n]]) for n, rope in enumerate(ropes)] for a, b in zip(way, way[1:])]
    return [Stretch(first, second, begin, finish, clock, True, stretch.ahead)
            for (first, second), (begin, finish) in zip(spans, times)]


def _cheapest(prices: dict[Knots, float], ropes: Sequence[Rope], spent: Spent) -> list[Knots]:
    """The way through the cuts that costs least. Of the longer rope two lines are a few knots: no long way back."""
    far = max(0, 1, key=lambda n: ropes[n].lines(0, ropes[n].last))
    near = 1 - far
    knots = sorted(prices, key=lambda pair: (pair[far], pair[near]))
    costs, back = [0.0], [0]
    for b in knots[1:]:
        best, choice = math.inf, 0
        for m in range(len(costs) - 1, -1, -1):
            a = knots[m]
            if not ropes[far].fits(a[far], b[far]):
                break
            if costs[m] + _PART < best and a[near] <= b[near] and ropes[near].fits(a[near], b[near]):
                cost = costs[m] + _cost(a, b, ropes, spent)
                if cost < best:
                    best, choice = cost, m
        costs.append(best + prices[b])
        back.append(choice)
    way, n = [knots[-1]], len(knots) - 1
    while n:
        n = back[n]
        way.append(knots[n])
    return way[::-1]


def _cost(a: Knots, b: Knots, ropes: Sequence[Rope], spent: Spent) -> float:
    """What a part costs that holds the words between two cuts."""
    cost = _PART
    for n, rope in enumerate(ropes):
        first, last = a[n], b[n]
        if first == last:
            cost += _LONELY if rope.last else 0.0
            continue
        lines = rope.lines(first, last)
        if lines < _THIN:
            cost += 4 * (_THIN - lines)
        if rope.turns:
            cost += _TURN * rope.turns_within(first, last)
    time = spent.finish(b) - spent.begin(a)
    if time > LONGEST:
        return cost + _LONG * time / LONGEST
    return cost + _SHORT * (1 - time / SHORTEST) if time < SHORTEST else cost
