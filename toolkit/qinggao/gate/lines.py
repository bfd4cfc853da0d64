"""Offsets of a text as lines and columns."""
from __future__ import annotations

from bisect import bisect_right

from .finding import Place


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

    def whole(self, start: int, end: int) -> str:
        """The whole lines that ``text[start:end]`` touches."""
        last = self._text.find('\n', max(start, end - 1))
        return self._text[self._starts[bisect_right(self._starts, start) - 1]:last if last >= 0 else len(self._text)]
