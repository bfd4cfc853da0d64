"""Runs of units that are idle together, made whole: whole words, and of what is said twice the whole first copy."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

SIMILAR = .5        # of a run's pairs of units that come again behind it: begun again in other words
AHEAD = 18          # units in which it is begun again
LONGEST = 24        # units: what is longer was said to be heard
SLIP = 5            # units by which the end of a run may be off
EMPHATIC = frozenset('很非太更最越好多特超挺')     # 很难很难 is said so on purpose


class Run(NamedTuple):
    """Units ``start`` to ``end``; why they are idle: filler, repeat, restart."""

    start: int
    end: int
    kind: str


def runs(keys: Sequence[str], place: Sequence[int], likely: Sequence[bool]) -> Iterator[Run]:
    """The runs in order. ``place``: where each unit stands in its word; Latin words and numbers are in none."""
    start, total = 0, len(keys)
    while start < total:
        if not likely[start] or keys[start].isascii():
            start += 1
            continue
        end = start
        while end < total and likely[end] and not keys[end].isascii() and end - start < LONGEST:
            end += 1
        first, last = whole_words(place, *snapped(keys, start, end))
        if first < last and not (first and place[first] == 0 and keys[first] in EMPHATIC and last - first < 3):
            yield Run(first, last, kind(keys, first, last))
        start = max(end, last)


def snapped(keys: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A false start goes up to where it is begun again, from where it began.

    >>> snapped('灯塔坏灯塔坏了', 0, 2), snapped('这学校大嗯学校大', 2, 5), snapped('嗯灯塔', 0, 1)
    ((0, 3), (1, 5), (0, 1))
    """
    while start and keys[start - 1:start + 1] == keys[end:end + 2] and end - start < LONGEST:
        start -= 1
    begun = keys[start:start + 2]
    for at in range(start + 2, min(end + SLIP, len(keys) - 1) + 1):
        if end - start > 1 and keys[at:at + 2] == begun:
            return start, at
    return start, end


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
