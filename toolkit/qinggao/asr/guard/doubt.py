"""A doubt: which check has it, and about which seconds."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..take import Said, Take

Span = tuple[float, float]      # begin and finish; seconds of the window


class Doubt(NamedTuple):
    """Seconds of the window that may have been heard wrongly, and the name of the check that says so."""

    check: str
    begin: float
    finish: float


class Window(NamedTuple):
    """What the checks look at. ``speech``: where somebody speaks, in order; ``length``: of the window; seconds.

    >>> Window(Take(()), [(0.0, 1.5), (2.0, 4.0)], 4.0).speech_under(1.0, 3.0)
    1.5
    """

    take: Take
    speech: Sequence[Span]
    length: float

    def speech_under(self, begin: float, finish: float) -> float:
        """Seconds of speech in a stretch."""
        return sum(max(0.0, min(finish, end) - max(begin, start)) for start, end in self.speech)


def touches(said: Said, begin: float, finish: float) -> bool:
    """Whether words stand in a stretch; those of a segment without length, too."""
    return (said.begin < finish and begin < said.finish) or begin <= said.begin == said.finish <= finish


def joined(spans: Sequence[Span], gap: float) -> list[Span]:
    """Spans with no more than so many seconds between them as one.

    >>> joined([(0, 1), (1.2, 2), (3, 4)], .5)
    [(0, 2), (3, 4)]
    """
    out: list[Span] = []
    for begin, finish in spans:
        if out and begin - out[-1][1] <= gap:
            out[-1] = out[-1][0], max(out[-1][1], finish)
        else:
            out.append((begin, finish))
    return out


def without(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """What of the spans lies outside those that are taken.

    >>> without([(0, 5), (6, 9)], [(1, 2), (4, 7)])
    [(0, 1), (2, 4), (7, 9)]
    """
    left = list(spans)
    for begin, finish in taken:
        left = [part for start, end in left for part in ((start, min(end, begin)), (max(start, finish), end))
                if part[0] < part[1]]
    return left
