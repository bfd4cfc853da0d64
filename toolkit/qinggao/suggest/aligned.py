"""Two texts of one talk, laid side by side letter by letter, in a time that grows as they do."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..asr.merge.align import Difference, differences, share
from ..asr.merge.fold import Folded, folded

WHOLE = 24_000      # letters that are compared at once: the time for that grows with their square
_GRAM = 12          # letters that stand once in either text: the same place in both
_THIN = 8           # one in so many is looked at, by its first letter: as good in both, and an eighth of the memory
_STEP = 4_000       # letters from one anchor to the next


class Aligned(NamedTuple):
    """A first and a second text and all differences between their letters, in order."""

    first: Folded
    second: Folded
    found: tuple[Difference, ...]
    likeness: float     # how much of the shorter one agrees, from 0 to 1

    def over(self, start: int, end: int) -> Iterator[str]:
        """What stands for ``first.letters[start:end]`` in the second text: one reading, or several where the stretch
        begins or ends in a difference of unequal sides, counted from its left edge, from its right one, and whole.

        >>> list(aligned('那个编辑成本', '边际成本').over(2, 4))
        ['', '边际']
        """
        (near, far), (early, late) = self._begin(start), self._end(end)
        for a, b in dict.fromkeys(((near, early), (far, late), (near, late))):
            yield self.second.letters[a:b] if a < b else ''

    def _begin(self, at: int) -> tuple[int, int]:
        i = bisect_right(self.found, at, key=_start) - 1
        if i < 0:
            return at, at
        one = self.found[i]
        if at >= one.end:
            return (one.last + at - one.end,) * 2
        return min(one.last, one.first + at - one.start), max(one.first, one.last - (one.end - at))

    def _end(self, at: int) -> tuple[int, int]:
        i = bisect_left(self.found, at, key=_start) - 1
        if i < 0:
            return at, at
        one = self.found[i]
        if at > one.end:
            return (one.last + at - one.end,) * 2
        return min(one.last, one.first + at - one.start), max(one.first, one.last - (one.end - at))


def _start(one: Difference) -> int:
    return one.start


def aligned(first: str, second: str) -> Aligned:
    """Both texts by their letters and digits, in Simplified, whatever their case, and where they differ."""
    a, b = folded(first), folded(second)
    found = tuple(_differences(a.letters, b.letters))
    return Aligned(a, b, found, share(found, len(a.letters), len(b.letters)))


def _differences(a: str, b: str) -> Iterator[Difference]:
    """Exact up to WHOLE letters; longer texts are cut where both say the same, once."""
    if max(len(a), len(b)) <= WHOLE:
        yield from differences(a, b)
        return
    at, there = 0, 0
    for cut, other in (*_anchors(a, b), (len(a), len(b))):
        x, y = a[at:cut], b[there:other]
        if max(len(x), len(y)) <= WHOLE:
            yield from (Difference(one.start + at, one.end + at, one.first + there, one.last + there)
                        for one in differences(x, y))
        elif x or y:
            yield Difference(at, cut, there, other)     # so much without one phrase in common is another talk
        at, there = cut, other


def _anchors(a: str, b: str) -> list[tuple[int, int]]:
    """Places that are the same in both, a good step apart, in order."""
    once_a, once_b = _once(a), _once(b)
    places = sorted((at, once_b[gram]) for gram, at in once_a.items() if gram in once_b)
    kept: list[tuple[int, int]] = []
    for at, there in _rising(places):
        if not kept or at - kept[-1][0] >= _STEP:
            kept.append((at, there))
    return kept


def _once(text: str) -> dict[str, int]:
    """Grams that stand once, with their places."""
    seen: dict[str, int] = {}
    for at in range(len(text) - _GRAM + 1):
        if ord(text[at]) % _THIN:
            continue
        gram = text[at:at + _GRAM]
        seen[gram] = -1 if gram in seen else at
    return {gram: at for gram, at in seen.items() if at >= 0}


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of places that go up on both sides: a phrase quoted elsewhere is no anchor."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, (_, there) in enumerate(places):
        k = bisect_left(tails, there)
        before.append(ends[k - 1] if k else -1)
        tails[k:k + 1], ends[k:k + 1] = [there], [i]
    out, i = [], ends[-1] if ends else -1
    while i >= 0:
        out.append(places[i])
        i = before[i]
    return out[::-1]
