"""The pairs of two tracks that both have times."""
from __future__ import annotations

from typing import NamedTuple

from ...transcript import Transcript
from ..bitext import Pair
from . import timed
from .clock import Clock, Times, clock_between, meetings_of
from .evidence import Words
from .pairs import pairs_of
from .passes import Aligned, known_of
from .path import best_path
from .track import Track

CELLS = 1_000_000   # of a band: times that leave more open than that tell nothing


class ByTime(NamedTuple):
    """The pairs, and how the second track's clock was set."""

    pairs: list[Pair]
    clock: Clock


def by_time(first: Transcript, second: Transcript, one: Track, two: Track) -> ByTime | None:
    """The pairs by time; None where the times tell nothing."""
    known = known_of(one, two)
    set_by = clock(first, second, one, two)
    ours, theirs = timed.times_of(first, one), timed.times_of(second, two, set_by)
    band = timed.band_of(ours, theirs)
    if sum(hi - lo for lo, hi in band) > CELLS or not (_differ(ours) and _differ(theirs)):
        return None
    evidence = timed.Timed(Words(one, two, known, band), ours, theirs)
    beads = best_path(len(one.spans), len(two.spans), band, evidence)
    return ByTime(pairs_of(one, two, Aligned(beads, known), (ours, theirs)), set_by)


def _differ(times: Times) -> bool:
    """Whether most units begin at times of their own: not where all captions stand at 0."""
    return 2 * len({begin for begin, _ in times}) > len(times)


def clock(first: Transcript, second: Transcript, one: Track, two: Track) -> Clock:
    """How the second track's clock must be set to show the first's time."""
    times = timed.times_of(first, one), timed.times_of(second, two)
    starts = [sorted(cue.begin for cue in transcript.cues) for transcript in (first, second)]
    return clock_between(starts, meetings_of(one, two, times, known_of(one, two).anchors))
