"""Where a way through two long tracks may pass: what they share shows it roughly, so that not all must be looked at."""
from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from .anchors import Anchors, places_of
from .path import Band, Bead
from .track import Track

SMALL = 40_000      # cells: so few are looked at all
STRETCHES = 250     # into so many parts a track is cut, at most
UNITS = 8           # that a part has at least
ROOM = 3            # parts on either side of the rough way
NEAR = 24           # units on either side of a way that was found
TOO_MANY = 600      # meetings of a key that is everywhere and shows nothing
ASIDE = .5          # what a step costs that leaves a part of one side without a partner


def rough(first: Track, second: Track, known: Anchors) -> Band:
    """A band around the way that the keys in common show."""
    rows, columns = len(first.spans), len(second.spans)
    if rows * columns <= SMALL:
        return [(0, columns)] * (rows + 1)
    parts = max(2, min(STRETCHES, max(rows, columns) // UNITS))
    one, two = _parts(first.lengths, parts), _parts(second.lengths, parts)
    way = _way(parts, _meetings(first, second, known, one, two))
    return _around(way, _edges(one, parts), _edges(two, parts))


def near(beads: Sequence[Bead], rows: int, columns: int) -> Band:
    """A band around a way that was found."""
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    for (a, b), (c, d) in beads:
        for i in range(a, b + 1):
            lows[i], highs[i] = min(lows[i], c), max(highs[i], d)
    return [(max(0, low - NEAR), min(columns, high + NEAR)) for low, high in zip(lows, highs)]


def _parts(lengths: Sequence[float], parts: int) -> list[int]:
    """The part that each unit is in. Parts are of one length, so that the diagonal is what no key speaks against."""
    whole = sum(lengths)
    return [min(parts - 1, int(upto / whole * parts)) for upto in accumulate(lengths[:-1], initial=0.)]


def _meetings(first: Track, second: Track, known: Anchors, one: Sequence[int],
              two: Sequence[int]) -> dict[tuple[int, int], float]:
    """What each part of the first side shares with each of the second; only where there is something."""
    ours, theirs = places_of(first.keys, known.met), places_of(second.keys, known.met)
    sums = defaultdict[tuple[int, int], float](float)
    for key, here in sorted(ours.items()):
        there = theirs[key]
        if len(here) * len(there) <= TOO_MANY:
            worth = known.met[key] / max(len(here), len(there))
            for i in here:
                for j in there:
                    sums[one[i], two[j]] += worth
    return sums


def _way(parts: int, sums: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """From corner to corner, over as much as can be had in order."""
    best = [-ASIDE * b for b in range(parts + 1)]
    came = [bytearray([_LEFT]) * (parts + 1)]
    for a in range(1, parts + 1):
        row, moves = [-ASIDE * a], bytearray([_UP])
        for b in range(1, parts + 1):
            across = best[b - 1] + sums.get((a - 1, b - 1), 0.)
            up, left = best[b] - ASIDE, row[-1] - ASIDE
            row.append(max(across, up, left))
            moves.append(_ACROSS if row[-1] == across else _UP if row[-1] == up else _LEFT)
        best = row
        came.append(moves)
    a = b = parts
    way = [(a, b)]
    while a or b:
        move = came[a][b]
        a, b = a - (move != _LEFT), b - (move != _UP)
        way.append((a, b))
    return way[::-1]


_ACROSS, _UP, _LEFT = range(3)


def _edges(part_of: Sequence[int], parts: int) -> list[int]:
    """The first unit of each part, and what is behind the last."""
    return [bisect_right(part_of, part - 1) for part in range(parts + 1)]


def _around(way: Sequence[tuple[int, int]], one: Sequence[int], two: Sequence[int]) -> Band:
    rows, columns, last = one[-1], two[-1], len(two) - 1
    lows, highs = [columns] * (rows + 1), [0] * (rows + 1)
    for a, b in way:
        low, high = two[max(0, b - ROOM)], two[min(last, b + ROOM)]
        for i in range(one[max(0, a - 1)], one[min(last, a + 1)] + 1):
            lows[i], highs[i] = min(lows[i], low), max(highs[i], high)
    return list(zip(lows, highs))
