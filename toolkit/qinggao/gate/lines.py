"""Offsets of a text as lines and columns."""
from __future__ import annotations

from bisect import bisect_right

from .finding import Place

NEAR = 500      # characters on either side: more than any paragraph that people write has


class Lines:
    """Where the lines of a text begin. Built once a text, and only where something was found in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        starts, at = [0], text.find('\n')
        while at >= 0:
            starts.append(at + 1)
            at = text.find('\n', at + 1)
        self._starts = starts

    def place(self, start: int, end: int) -> Place:
        """The stretch ``text[start:end]``."""
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return Place(first, start - self._starts[first - 1] + 1, last, end - self._starts[last - 1] + 1)

    def said(self, start: int, end: int) -> str:
        """The whole lines that ``text[start:end]`` touches; of endless ones what stands near.

        A transcript may be one line of 20 MB with as many findings: the lines of all of them would never end.
        """
        last = bisect_right(self._starts, max(start, end - 1))
        first = max(self._starts[bisect_right(self._starts, start) - 1], start - NEAR)
        stop = min(self._starts[last] - 1 if last < len(self._starts) else len(self._text), end + NEAR)
        if stop - first > 4 * NEAR:
            return self._text[first:first + 2 * NEAR] + self._text[stop - 2 * NEAR:stop]
        return self._text[first:stop]
