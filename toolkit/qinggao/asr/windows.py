"""Windows: what the recogniser hears at once, filled with pieces of one file or of several."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from .engine import RATE, Samples
from .speech import Span

# Samples to which a window is filled with spans; one that is longer has a window of its own. Not 30 s: the more is in
# it, the sooner a decoder loses its place, and what the guard then hears again costs more than some windows more do.
_FULL = 24 * RATE
_BETWEEN = RATE // 2    # samples of silence between pieces of two files
_CLOSE = RATE // 2      # two spans of one file with no more between them stay as they are


class Piece(NamedTuple):
    """``audio[start:end]`` of a file, heard from the window's sample ``at`` on. ``spans``: of speech, in the file."""

    file: int
    start: int
    end: int
    at: int
    spans: tuple[Span, ...]

    @property
    def stop(self) -> int:
        return self.at + self.end - self.start


class Window(NamedTuple):
    """Pieces in the order they are heard; files in ascending order."""

    pieces: tuple[Piece, ...]

    @property
    def length(self) -> int:
        """Samples."""
        return self.pieces[-1].stop if self.pieces else 0

    @property
    def files(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(piece.file for piece in self.pieces))

    @property
    def speech(self) -> list[tuple[float, float]]:
        """Where somebody speaks, in seconds of the window."""
        return [((start - piece.start + piece.at) / RATE, (end - piece.start + piece.at) / RATE)
                for piece in self.pieces for start, end in piece.spans]

    def audio(self, audio_of: Callable[[int], Samples]) -> Samples:
        """What is heard: the pieces, and silence between those of two files."""
        out = np.zeros(self.length, np.float32)
        for piece in self.pieces:
            out[piece.at:piece.stop] = audio_of(piece.file)[piece.start:piece.end]
        return out

    def apart(self, numbers: Sequence[int]) -> list[Window]:
        """The same in several windows, parted before the pieces of these numbers, which ascend from 1."""
        bounds = [0, *numbers, len(self.pieces)]
        parts = [self.pieces[start:end] for start, end in zip(bounds, bounds[1:])]
        return [Window(tuple(piece._replace(at=piece.at - part[0].at) for piece in part)) for part in parts]

    def piece_at(self, at: int) -> Piece:
        """The piece that sounds at a sample of the window, or did last; in the silence between files the nearer."""
        i = max(0, bisect_right(self.pieces, at, key=_at) - 1)
        after = self.pieces[i + 1] if i + 1 < len(self.pieces) else None
        return after if after and at - self.pieces[i].stop > after.at - at else self.pieces[i]

    def milliseconds(self, seconds: float, piece: Piece) -> int:
        """A time of the window on the clock of a piece's file, inside that piece."""
        at = round(seconds * RATE) - piece.at + piece.start
        return min(max(at, piece.start), piece.end) * 1000 // RATE


class Packer:
    """Fills windows with the spans of file after file. Without ``shared`` a window holds one file only."""

    def __init__(self, shared: bool) -> None:
        self._shared = shared
        self._pieces: list[Piece] = []
        self._end = 0

    def file(self) -> Iterator[Window]:
        """The window that ends where a new file begins, if none may hold two."""
        if not self._shared:
            yield from self.rest()

    def add(self, file: int, span: Span) -> Iterator[Window]:
        """The window that a span does not fit into any more; the span itself waits for the next."""
        if not self._fits(file, span):
            yield from self.rest()
        self._put(file, span)

    def rest(self) -> Iterator[Window]:
        """The last window, as full as it is."""
        if self._pieces:
            yield Window(tuple(self._pieces))
        self._pieces, self._end = [], 0

    def _fits(self, file: int, span: Span) -> bool:
        before = self._pieces[-1] if self._pieces else None
        return self._start(before, file, span) + span[1] - span[0] <= _FULL

    def _start(self, before: Piece | None, file: int, span: Span) -> int:
        if before and before.file == file:
            return self._end + (span[0] - before.end if span[0] - before.end <= _CLOSE else 0)
        return self._end + (_BETWEEN if before else 0)

    def _put(self, file: int, span: Span) -> None:
        before = self._pieces[-1] if self._pieces else None
        at = self._start(before, file, span)
        if before and before.file == file and span[0] - before.end <= _CLOSE:
            self._pieces[-1] = before._replace(end=span[1], spans=(*before.spans, span))
        else:
            self._pieces.append(Piece(file, *span, at, (span,)))
        self._end = self._pieces[-1].stop


def _at(piece: Piece) -> int:
    return piece.at
