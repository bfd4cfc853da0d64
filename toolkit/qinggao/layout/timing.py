"""When a subtitle is on the screen. Times that came with the words are facts; those of cues we made obey the trade.

A frame is one of 24 a second, the rarest rate: at 25 and 30 the gaps are a little wider than they have to be.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

SHORTEST = 833          # milliseconds: 5/6 s
LONGEST = 7000
LINGER = 500            # a cue may stay so long after its words
GAP = 83                # two frames between cues; up to CLOSE, eleven, it becomes two
CLOSE = 458


class Span(NamedTuple):
    """Words said from ``begin`` to ``finish``, in milliseconds; ``ours``: their cue may come and go a little later."""

    begin: int
    finish: int
    ours: bool


def settled(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """When each cue comes and goes. None comes before an earlier one; those that are not ours do as they did."""
    last = 0
    for span, after in pairwise([*spans, Span(1 << 60, 0, False)]):
        begin = max(last, span.begin)
        last = begin
        yield begin, max(begin, stays(begin, span.finish, max(begin, after.begin)) if span.ours else span.finish)


def stays(begin: int, finish: int, after: int) -> int:
    """When a cue of ours goes whose words end at ``finish``, the next one coming at ``after``.

    It stays long enough to be read while nothing is said, and leaves a gap before the next one.

    >>> stays(0, 600, 9000), stays(0, 300, 9000), stays(0, 2000, 2300), stays(0, 2000, 2000), stays(0, 9000, 9500)
    (833, 800, 2217, 1917, 7000)
    """
    longest = min(finish + LINGER, begin + LONGEST)
    wanted = min(max(finish, begin + SHORTEST), longest)
    if after - wanted > CLOSE or after <= begin:
        return wanted
    wanted = min(after - GAP, longest)
    return wanted if wanted - begin >= SHORTEST else min(max(wanted, finish), after)
