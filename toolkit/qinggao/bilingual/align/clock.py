"""Where the clocks of two tracks differ: one began earlier, or runs faster, as films of 25 frames for 24 do."""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp
from statistics import median
from typing import NamedTuple

from .anchors import Anchors, places_of
from .track import Track

Times = Sequence[tuple[int, int]]

FARTHEST = 1_200_000    # milliseconds that two clocks may differ by
STEP = 200              # milliseconds: starts as near as that agree
SOON = 1_000            # milliseconds: and units that share a rare key
SAMPLE = 250            # starts of the first track that vote,
LOOKS = 3_000_000       # fewer where they would look at more starts of the second than that
CANDIDATES = 5
GOOD = .6               # how well two clocks agree when no other speed need be tried
BETTER = .1             # by how much another speed must do better
RARE = 3                # units that have a key which tells where a unit is
# Film and PAL, film and NTSC, PAL and NTSC, and each the other way round.
RATES = tuple(rate for pair in ((25_000, 24_000), (25_000, 23_976), (24_000, 23_976), (30_000, 29_970))
              for rate in (pair[0] / pair[1], pair[1] / pair[0]))


class Clock(NamedTuple):
    """What the first track's clock shows: ``milliseconds of the second's * rate + offset``."""

    offset: int = 0
    rate: float = 1.

    def read(self, milliseconds: int) -> int:
        return round(milliseconds * self.rate) + self.offset

    def turned(self) -> Clock:
        """What the second track's clock shows, by the first's."""
        return Clock(round(-self.offset / self.rate), 1 / self.rate)


class Meeting(NamedTuple):
    """A unit of each track began then, in milliseconds of its own clock, and both have a key that few units have."""

    first: int
    second: int
    worth: float


def clock_between(starts: Sequence[Sequence[int]], meetings: Sequence[Meeting]) -> Clock:
    """The clock by which most cues start together, and most units that share a rare key.

    ``starts`` are those of the cues of both tracks, sorted, in milliseconds. Captions that follow each other at a
    steady pace agree at many offsets: then the words decide, then the smallest.
    """
    if not starts[0] or not starts[1]:
        return Clock()
    best, good = _of_rate(1., starts, meetings)
    for rate in RATES if good < GOOD else ():
        clock, other = _of_rate(rate, starts, meetings)
        if other > good + BETTER:
            best, good = clock, other
    return best


def meetings_of(first: Track, second: Track, times: tuple[Times, Times], known: Anchors) -> list[Meeting]:
    """Where units share a key that few have; ``times`` are those of the units."""
    ours, theirs = places_of(first.keys, known.met), places_of(second.keys, known.met)
    return [Meeting(times[0][i][0], times[1][j][0], known.met[key] / max(len(ours[key]), len(theirs[key])))
            for key in sorted(ours) if max(len(ours[key]), len(theirs[key])) <= RARE
            for i in ours[key] for j in theirs[key]]


def _of_rate(rate: float, starts: Sequence[Sequence[int]], meetings: Sequence[Meeting]) -> tuple[Clock, float]:
    """The best clock of a speed, and how well the tracks agree by it: 0 is chance, 1 all cues, 2 all words too."""
    sample = starts[0][::max(1, len(starts[0]) // SAMPLE, len(starts[0]) * len(starts[1]) // LOOKS)]
    theirs = [round(start * rate) for start in starts[1]]
    words = [(one - round(two * rate), worth) for one, two, worth in meetings]
    chance = 1 - exp(-2 * STEP * len(theirs) / max(1, theirs[-1] - theirs[0]))
    all_words = sum(worth for _, worth in words) or 1.

    def good(offset: int) -> float:
        agreeing = sum(abs(_nearest(theirs, start - offset) + offset - start) <= STEP for start in sample) / len(sample)
        said = sum(worth for apart, worth in words if abs(apart - offset) <= SOON) / all_words
        return (agreeing - chance) / max(.1, 1 - chance) + said

    offsets = {0, *_peaks(_votes(sample, theirs), STEP), *_peaks(_sums(words), SOON)}
    best = max(offsets, key=lambda offset: (round(good(offset), 2), -abs(offset), offset))
    refined = _refined(best, sample, theirs)
    return Clock(refined, rate), max(good(best), good(refined))


def _votes(sample: Sequence[int], theirs: Sequence[int]) -> dict[int, float]:
    """For each offset, in steps, how many starts of the sample have one of the others there."""
    votes = Counter[int]()
    for start in sample:
        lo, hi = bisect_left(theirs, start - FARTHEST), bisect_left(theirs, start + FARTHEST)
        votes.update({(start - other) // STEP for other in theirs[lo:hi]})
    return dict(votes)


def _sums(words: Sequence[tuple[int, float]]) -> dict[int, float]:
    sums = defaultdict[int, float](float)
    for apart, worth in words:
        if abs(apart) <= FARTHEST:
            sums[apart // SOON] += worth
    return sums


def _peaks(votes: Mapping[int, float], step: int) -> list[int]:
    """The offsets that most agree on, each between two steps."""
    sums = {place: votes[place] + votes.get(place + 1, 0.) for place in votes}
    best = sorted(sums, key=lambda place: (-sums[place], abs(place), place))[:CANDIDATES]
    return [(place + 1) * step for place in best]


def _nearest(times: Sequence[int], at: int) -> int:
    place = bisect_left(times, at)
    return min(times[max(0, place - 1):place + 1], key=lambda time: abs(time - at))


def _refined(offset: int, sample: Sequence[int], theirs: Sequence[int]) -> int:
    """The middle of what the starts that agree say themselves."""
    apart = (start - _nearest(theirs, start - offset) for start in sample)
    near = [one for one in apart if abs(one - offset) <= STEP]
    return round(median(near)) if near else offset
