"""How long a joint cue stays: as `layout.timing` has it, and where it was said fast, while nothing follows, longer."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from ...layout.line_breaks import width
from ...layout.subtitles import SubtitleLine
from ...layout.timing import GAP, LINGER, LONGEST, Span, settled
from .side import Side
from .turns import Shown


class Said(Protocol):
    """A cue to be: when its words are said, and whether these times are ours to change."""

    @property
    def begin(self) -> int: ...
    @property
    def finish(self) -> int: ...
    @property
    def ours(self) -> bool: ...


def staying(said: Sequence[Said], shown: Sequence[Shown], sides: Sequence[Side]) -> Iterator[tuple[int, int]]:
    """When each cue comes and goes, in milliseconds. One of ours stays up to half a second after its words where it
    could not be read else, up to two frames before the next."""
    spans = [Span(one.begin, one.finish, one.ours) for one in said]
    times = [*settled(spans), (1 << 60, 0)]
    for span, cue, ((begin, finish), (after, _)) in zip(spans, shown, pairwise(times)):
        if span.ours:
            need = max(reading_time(cue.first, sides[0]), reading_time(cue.second, sides[1]))
            finish = max(finish, min(begin + min(need, LONGEST), span.finish + LINGER, after - GAP))
            finish = max(begin, min(finish, after))
        yield begin, finish


def reading_time(lines: Sequence[SubtitleLine], side: Side) -> int:
    """Milliseconds that one needs to read the lines of one language."""
    return round(1000 * sum(width(line.words, side.chinese) for line in lines) / side.numbers.pace)
