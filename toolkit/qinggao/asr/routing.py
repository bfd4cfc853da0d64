"""What was said in a window goes back to the files its pieces came from, on their clocks."""
from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .engine import RATE
from .heard import Heard, Segment, Word
from .speech import Span
from .take import Said, Take
from .windows import Piece, Window

# Seconds by which a time stamp may miss where a piece ends: less than the silence that pieces begin and end with.
# A word whose stamp reaches into the piece before would be said minutes too early.
_EDGE = 0.3
_NEVER = 1 << 60
_SHORT = 0.3    # seconds: of a gap that reaches over several pieces no more than this is no gap in a piece


class Part(NamedTuple):
    """What was heard in some spans of one file; gaps: speech without words, milliseconds; dropped: words that the guard
    took out."""

    spans: tuple[Span, ...]
    segments: tuple[Segment, ...]
    gaps: tuple[tuple[int, int], ...] = ()
    dropped: tuple[Segment, ...] = ()


def crossed(window: Window, take: Take) -> list[int]:
    """The numbers of the pieces into which a segment reaches from the piece before.

    Between the two lies another file's beginning, and nobody can tell whose words these are; or a pause that was left
    out, and two sentences would be one that lasts through all of it.
    """
    found = set[int]()
    for one in take.said:
        found.update(range(window.pieces.index(_first(window, one)) + 1, window.pieces.index(_last(window, one)) + 1))
    return sorted(found)


def parts(window: Window, take: Take) -> dict[int, Part]:
    """For each file of the window what was heard of it."""
    segments: dict[int, list[Segment]] = {file: [] for file in window.files}
    dropped: dict[int, list[Segment]] = {file: [] for file in window.files}
    gaps: dict[int, list[tuple[int, int]]] = {file: [] for file in window.files}
    for said, found in ((take.said, segments), (take.dropped, dropped)):
        for one in said:
            piece = _first(window, one)
            found[piece.file].append(_segment(window, one, piece, take.probability))
    for begin, finish in take.unheard:
        for piece in window.pieces:
            if min(finish, piece.stop / RATE) - max(begin, piece.at / RATE) > _SHORT:
                gaps[piece.file].append((window.milliseconds(begin, piece), window.milliseconds(finish, piece)))
    return {file: Part(tuple(span for piece in window.pieces if piece.file == file for span in piece.spans),
                       tuple(segments[file]), tuple(gaps[file]), tuple(dropped[file])) for file in window.files}


def _segment(window: Window, said: Said, piece: Piece, probability: float) -> Segment:
    last = _last(window, said)
    begin = window.milliseconds(said.begin, piece)
    finish = max(begin, window.milliseconds(said.finish, last if last.file == piece.file else piece))
    words = []
    for word in said.words:
        own = window.piece_at(round((word.begin + word.finish) / 2 * RATE))
        own = own if own.file == piece.file else piece
        words.append(Word(word.text, window.milliseconds(word.begin, own), window.milliseconds(word.finish, own),
                          min(1.0, word.probability)))
    if words:
        probability = sum(word.probability for word in words) / len(words)
    return _inside(Segment(said.text.strip(), begin, finish, probability, tuple(words), said.doubt))


def together(known: Iterable[Part], language: str, language_probability: float, duration: int) -> Heard:
    """All parts of a file."""
    known = list(known)
    return Heard(_in_order(segment for part in known for segment in part.segments), language, language_probability,
                 duration, tuple(sorted(gap for part in known for gap in part.gaps)),
                 tuple(sorted((one for part in known for one in part.dropped), key=lambda one: one.begin)))


def _in_order(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Segments by time; none ends after the next has begun."""
    ordered = sorted(segments, key=lambda segment: (segment.begin, segment.finish))
    ends = [*(segment.begin for segment in ordered[1:]), _NEVER]
    return tuple(_inside(one._replace(finish=min(one.finish, end))) for one, end in zip(ordered, ends))


def _inside(segment: Segment) -> Segment:
    """A segment with the times of its words within its own, none before the word it follows: a stamp that misses the
    end of a piece, or a segment cut short by the next, would leave some outside."""
    now, words = segment.begin, []
    for word in segment.words:
        begin = min(max(word.begin, now), segment.finish)
        now = min(max(word.finish, begin), segment.finish)
        words.append(word._replace(begin=begin, finish=now))
    return segment._replace(words=tuple(words))


def _first(window: Window, said: Said) -> Piece:
    return window.piece_at(round(min(said.begin + _EDGE, (said.begin + said.finish) / 2) * RATE))


def _last(window: Window, said: Said) -> Piece:
    return window.piece_at(round(max(said.finish - _EDGE, (said.begin + said.finish) / 2) * RATE))
