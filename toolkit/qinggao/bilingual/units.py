"""What is paired: sentences; where nothing marks their ends, lines."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from ..blocks import blocks, trimmed
from ..layout import sentences
from ..patterns import lazy
from ..transcript import Transcript
from .bitext import Span

_LEAD = lazy(r'[ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)]|>|\|)(?=[ \t]|$)')
LONGEST = 400   # characters: a longer stretch without the end of a sentence is cut at its lines


def units(transcript: Transcript) -> Iterator[Span]:
    """The spans of the sentences of the text, in order; none goes past a blank line, an item of a list or another's
    turn, every character but white space is in one. Lines of captions are joined up to the end of a sentence.
    """
    text, to_text = transcript.text, transcript.offsets.to_text
    edges = sorted({*(to_text.first(turn.start) for turn in transcript.turns), *_items(transcript)})
    for start, end in blocks(text):
        inside = edges[bisect_right(edges, start):bisect_left(edges, end)]
        for first, last in pairwise([start, *inside, end]):
            yield from _of(text, first, last)


def _items(transcript: Transcript) -> Iterator[int]:
    """Where a line begins with markup of its own: a list's, a heading's, a row's."""
    text, to_text = transcript.text, transcript.offsets.to_text
    for start, _ in transcript.protected:
        at = to_text.first(start)
        if (not at or text[at - 1] == '\n') and _LEAD.match(text, at):
            yield at


def _of(text: str, start: int, end: int) -> Iterator[Span]:
    for first, last in sentences(text, start, end):
        spans = list(trimmed(text, first, last))
        if spans and spans[0][1] - spans[0][0] > LONGEST and '\n' in text[first:last]:
            yield from _lines(text, *spans[0])
        else:
            yield from spans


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for line in text[start:end].split('\n'):
        yield from trimmed(text, at, at + len(line))
        at += len(line) + 1
