"""The units of a track as they are aligned: sentences, or, where nothing marks their ends, lines."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ...blocks import trimmed
from ...layout.sentences import CLOSING
from ...patterns import lazy
from ...transcript import Transcript
from ..bitext import Span
from ..units import units

# A sentence, or a heading that a page marks as such, has an end; a row of captions without marks has none.
_ENDS = lazy(rf'[.!?。！？…:：;；][{CLOSING}*_]*\Z')


def pieces(transcript: Transcript, edges: Iterable[int] = ()) -> Iterator[Span]:
    """The spans of the units, in order; none goes past one of the ``edges``. Where lines run on without a mark, as
    Chinese captions do, each is a unit: a sentence would be as long as the talk."""
    text, marks = transcript.text, sorted(set(edges))
    for start, end in units(transcript):
        inside = marks[bisect_right(marks, start):bisect_left(marks, end)]
        for first, last in pairwise((start, *inside, end)):
            for a, b in trimmed(text, first, last):
                yield from _lines(text, a, b)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    if '\n' not in text[start:end] or _ENDS.search(text[start:end]):
        yield start, end
        return
    at = start
    for line in text[start:end].split('\n'):
        yield from trimmed(text, at, at + len(line))
        at += len(line) + 1
