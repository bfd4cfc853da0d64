"""The way from letters that were heard to those of the old text."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .align import Difference


class Way:
    """From letters that were heard to old ones: one by one where they agree, in proportion where they differ."""

    def __init__(self, found: Sequence[Difference], raw: int, heard: int) -> None:
        stretches, start, first = list[Difference](), 0, 0
        for one in (*found, Difference(raw, raw, heard, heard)):
            stretches += Difference(start, one.start, first, one.first), one
            start, first = one.end, one.last
        self._stretches = [one for one in stretches if one.first < one.last]
        self._firsts = [one.first for one in self._stretches]

    def of(self, first: int, last: int) -> tuple[int, int, int, int]:
        """The old letters that were heard as ``heard.letters[first:last]``, and those of the latter that stand for
        any: what is new at either edge is left out."""
        here = self._at(first)
        while here < len(self._stretches) and _is_new(self._stretches[here]):
            first, here = self._stretches[here].last, here + 1
        there = bisect_left(self._firsts, last) - 1
        while there >= 0 and _is_new(self._stretches[there]):
            last, there = self._stretches[there].first, there - 1
        if first >= last:
            return 0, 0, first, first
        return _across(self._stretches[here], first), _across(self._stretches[there], last), first, last

    def _at(self, first: int) -> int:
        return bisect_right(self._firsts, first) - 1


def _is_new(one: Difference) -> bool:
    return one.start == one.end


def _across(one: Difference, place: int) -> int:
    return one.start + (place - one.first) * (one.end - one.start) // (one.last - one.first)
