"""Runs of units that are idle together, made whole: whole words, and of what is said twice the whole first copy."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .meant import AHEAD, is_half, is_meant, stays

SIMILAR = .5        # of a run's pairs of units that come again behind it: begun again in other words
LONGEST = 24        # units: what is longer was said to be heard
SLIP = 5            # units by which the end of a run may be off;
FLOOR = .05         # each of them has to be idle at least so likely: 这个门这个窗 is not 这个窗


class Run(NamedTuple):
    """Units ``start`` to ``end``; why they are idle: filler, repeat, restart; and how likely, on average."""

    start: int
    end: int
    kind: str
    likely: float


def runs(keys: Sequence[str], place: Sequence[int], likely: Sequence[float], least: float) -> Iterator[Run]:
    """The runs of which each unit is idle at least so likely, in order, none touching another's units.

    ``place``: where each unit stands in its word. Numbers stay, and 年 behind one; so do Latin words that do not come
    again soon.
    """
    start = done = 0
    total = len(keys)
    while start < total:
        if likely[start] < least or stays(keys, start):
            start += 1
            continue
        end = start
        while end < total and likely[end] >= least and not stays(keys, end) and end - start < LONGEST:
            end += 1
        first, last = whole_words(place, *snapped(keys, likely, start, end, done))
        if first < last and not (is_meant(keys, first, last) or is_half(keys, likely, least, first, last)):
            yield Run(first, last, kind(keys, first, last), sum(likely[first:last]) / (last - first))
            done = last
        start = max(end, last)


def snapped(keys: Sequence[str], likely: Sequence[float], start: int, end: int, since: int = 0) -> tuple[int, int]:
    """A false start goes up to where it is begun again, from where it began, through nothing that stays.

    >>> idle = [.2] * 9
    >>> snapped('灯塔坏灯塔坏了', idle, 0, 2), snapped('这学校大嗯学校大', idle, 2, 5), snapped('嗯灯塔', idle, 0, 1)
    ((0, 3), (1, 5), (0, 1))
    """
    while start > since and keys[start - 1:start + 1] == keys[end:end + 2] and _may_join(keys, likely, start - 1):
        start -= 1
    begun = keys[start:start + 2]
    for at in range(start + 2, min(end + SLIP, len(keys) - 1) + 1):
        if end - start < 2 or (at > end and not _may_join(keys, likely, at - 1)):
            break
        if keys[at:at + 2] == begun:
            return start, at
    return start, end


def _may_join(keys: Sequence[str], likely: Sequence[float], at: int) -> bool:
    return likely[at] >= FLOOR and not stays(keys, at)


def whole_words(place: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """然后 is not cut to 然: 0 and 1 begin a word, 0 and 3 end one."""
    while start < end and place[start] not in (0, 1):
        start += 1
    while start < end and place[end - 1] not in (0, 3):
        end -= 1
    return start, end


def kind(keys: Sequence[str], start: int, end: int) -> str:
    run = keys[start:end]
    if keys[end:end + len(run)] == run:
        return 'repeat'
    pairs = set(zip(run, run[1:]))
    again = set(zip(keys[end:end + AHEAD], keys[end + 1:end + AHEAD + 1]))
    return 'restart' if pairs and len(pairs & again) >= SIMILAR * len(pairs) else 'filler'
