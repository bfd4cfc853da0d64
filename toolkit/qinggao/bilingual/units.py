"""What is paired: sentences; where nothing marks their ends, lines."""
from __future__ import annotations

from collections.abc import Iterator

from ..blocks import blocks, trimmed
from ..layout import sentences
from ..transcript import Transcript
from .bitext import Span

LONGEST = 400   # characters: a longer stretch without the end of a sentence is cut at its lines


def units(transcript: Transcript) -> Iterator[Span]:
    """The spans of the sentences of the text, in order; none goes past a blank line or another's turn, every character
    but white space is in one. Lines of captions are joined up to the end of a sentence.
    """
    text = transcript.text
    turns = [transcript.offsets.to_text.first(turn.start) for turn in transcript.turns]
    for start, end in blocks(text):
        edges = [start, *(at for at in turns if start < at < end), end]
        for first, last in zip(edges, edges[1:]):
            yield from _of(text, first, last)


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
