"""A stretch of one language as a rope with knots: the places where it may be cut, and how far two lines reach."""
from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from ...layout.line_breaks import breaks, width
from ..bitext import Span
from .prices import priced, torn
from .side import Side


class Rope:
    """``knots``: offsets of the text, the first and the last are its ends; ``prices``: what a cut at each costs;
    ``shares``: how much of its width lies before each, 0 to 1."""

    def __init__(self, side: Side, span: Span) -> None:
        start, end = span
        text, self._limit = side.text[start:end], side.numbers.width
        changes = side.changes(start, end)      # each is a knot, whatever words stand there
        places = dict(breaks(text)) if text else {}
        places.update((at - start, 0.0) for at in changes)
        ends = sorted(places.items())
        self.knots = [start, *(start + at for at, _ in ends)]
        self.prices = [0.0, *map(torn, priced(text, ends[:-1])), 0.0][:len(self.knots)]
        self.last = len(self.knots) - 1
        self.turns = [bisect_left(self.knots, at) for at in changes]
        self._lay(side)

    def fits(self, a: int, b: int) -> bool:
        """Whether what is between two knots stands on the screen at once."""
        return b <= self.reach[a]

    def lines(self, a: int, b: int) -> float:
        """How many lines it would fill."""
        return (self._closes[b] - self._opens[a]) / self._limit

    def turns_within(self, a: int, b: int) -> int:
        """How often another takes the word between two knots."""
        return self._turns_before[b] - self._turns_before[a + 1] if b > a + 1 else 0

    def _lay(self, side: Side) -> None:
        """Widths summed up, so that the width between two knots, without spaces and marks at its ends, is one
        subtraction."""
        pieces = [side.text[a:b] for a, b in zip(self.knots, self.knots[1:])]
        sums = [0.0, *accumulate(width(piece, side.chinese) for piece in pieces)]
        heads = [width(piece[:len(piece) - len(piece.lstrip())], side.chinese) for piece in pieces]
        tails = [width(piece[len(piece.rstrip().rstrip(side.dropped)):], side.chinese) for piece in pieces]
        self._opens = [total + head - side.indent(at) for total, head, at in zip(sums, [*heads, 0.0], self.knots)]
        self._closes = [0.0, *(total - tail for total, tail in zip(sums[1:], tails))]
        self.shares = [total / max(1.0, sums[-1]) for total in sums]
        line = [self._line_from(a) for a in range(self.last)] + [self.last]
        self.reach = [line[line[a]] for a in range(len(line))]
        marks = [0] * (self.last + 2)
        for knot in self.turns:
            marks[knot + 1] += 1
        self._turns_before = list(accumulate(marks))    # turns at knots before each

    def _line_from(self, a: int) -> int:
        """The last knot that a line from here reaches; a word without a place to break is a line, however long."""
        b = a + 1
        while b < self.last and self._closes[b + 1] - self._opens[a] <= self._limit:
            b += 1
        return b
