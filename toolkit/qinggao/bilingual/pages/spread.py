"""What a page in two languages falls into: stretches of one track or the other, in order."""
from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from .reel import Numbered


class Part(NamedTuple):
    """Lines of one track, 0 or 1. ``is_cell``: they are a row's, with the part beside them."""

    track: int
    lines: list[Numbered]
    is_cell: bool = False


class Spread(NamedTuple):
    """The parts of a page; ``is_translated``: the page says that a machine made its English."""

    parts: list[Part]
    languages: tuple[str, str]
    is_translated: bool = False


class Body:
    """The body of a page whose first line is line ``first`` of the file."""

    def __init__(self, text: str, first: int) -> None:
        self.text, self._first = text, first
        self._ends = [at for at, char in enumerate(text) if char == '\n']

    @property
    def lead(self) -> int:
        """How many blank lines it begins with."""
        return self.text.count('\n', 0, len(self.text) - len(self.text.lstrip()))

    def number(self, at: int) -> int:
        """The line of the file on which an offset stands."""
        return self._first + bisect_right(self._ends, at - 1)

    def between(self, start: int, end: int) -> list[Numbered]:
        """The lines of a stretch; the first and the last may be parts of lines."""
        number = self.number(start)
        return [(line, number + i) for i, line in enumerate(self.text[start:end].split('\n'))]
