"""New times for old words: each cue of what was heard is laid on the old letters that were heard in it.

Times that came with the old text give way: they may be those of another cut, and the words have been found on this
recording. They only say where, between two words that were found, words stand that were not.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...transcript import Cue, Transcript
from .align import Difference
from .fold import Folded
from .way import Way

_PACE = 300     # milliseconds a letter: words that were not heard take no more of a pause
_OPENING = frozenset('“‘「『《〈（(【[<')


class Stretch(NamedTuple):
    """``raw.letters[start:end]`` were said from ``begin`` to ``finish``; not heard at all: no probability."""

    start: int
    end: int
    begin: int
    finish: int
    probability: float | None = None
    doubt: str = ''


def cues(raw: Folded, heard: Folded, heard_cues: Sequence[Cue], found: Sequence[Difference], old: Transcript,
         duration: int | None) -> list[Cue]:
    """Cues of all letters of the old text, in order and inside the audio; offsets count in its text, as those of
    ``heard_cues`` do in what was heard. ``old``: with the times that it came with, if any."""
    way = Way(found, len(raw.letters), len(heard.letters))
    known = list(_monotone(_projected(way, heard, heard_cues), duration))
    filled = _Gaps(raw, old, duration).filled(known) if known else []
    return [cue for one in filled for cue in _on_lines(raw, one)]


def unsure_where(timed: Iterable[Cue], kept: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """The same; without a probability where most of a cue are old words, ``kept`` spans in order, of which others were
    heard: it is those that are sure."""
    ends = [end for _, end in kept]
    for cue in timed:
        at, other = bisect_right(ends, cue.start), 0
        while at < len(kept) and kept[at][0] < cue.end:
            other += min(cue.end, kept[at][1]) - max(cue.start, kept[at][0])
            at += 1
        yield cue._replace(probability=None) if 2 * other >= cue.end - cue.start else cue


def _projected(way: Way, heard: Folded, heard_cues: Sequence[Cue]) -> Iterator[Stretch]:
    """The cues of what was heard that stand for old letters, by those letters."""
    for cue in heard_cues:
        first, last = bisect_left(heard.at, cue.start), bisect_left(heard.at, cue.end)
        if first == last:
            continue
        start, end, here, there = way.of(first, last)
        if start < end:
            length, said = cue.finish - cue.begin, last - first
            yield Stretch(start, end, cue.begin + length * (here - first) // said,
                          cue.finish - length * (last - there) // said, cue.probability, cue.doubt)


def _monotone(stretches: Iterable[Stretch], duration: int | None) -> Iterator[Stretch]:
    """The same, none before the one before it, all inside the audio."""
    done = 0
    for one in stretches:
        begin = max(done, one.begin if duration is None else min(one.begin, duration))
        done = max(begin, one.finish if duration is None else min(one.finish, duration))
        yield one._replace(begin=begin, finish=done)


class _Gaps:
    """Times for old letters that were not heard: those they came with, moved as their neighbours were, else a pace."""

    def __init__(self, raw: Folded, old: Transcript, duration: int | None) -> None:
        self._raw, self._old, self._duration = raw, old, duration

    def filled(self, known: Sequence[Stretch]) -> Iterator[Stretch]:
        """All letters of the old text."""
        before = Stretch(0, 0, 0, 0)
        shift = self._shift(known[0])
        for one in known:
            if before.end < one.start:
                yield self._between(before.end, one.start, before.finish, one.begin, shift, late=not before.end)
            yield one
            before, shift = one, self._shift(one)
        if before.end < len(self._raw.letters):
            stop = before.finish if self._duration is None else max(before.finish, self._duration)
            yield self._between(before.end, len(self._raw.letters), before.finish, stop, shift)

    def _shift(self, one: Stretch) -> int:
        """How much later than it came with the stretch is."""
        times = self._came_with(one.start, one.end)
        return one.begin - times[0] if times else 0

    def _came_with(self, start: int, end: int) -> tuple[int, int] | None:
        return self._old.time_of(*self._raw.span(start, end))

    def _between(self, start: int, end: int, begin: int, finish: int, shift: int, late: bool = False) -> Stretch:
        times = self._came_with(start, end)
        if times:
            begin, finish = (min(max(time + shift, begin), finish) for time in times)
        elif late:      # a title is read out right before the talk, not at the top of the recording
            begin = max(begin, finish - _PACE * (end - start))
        else:
            finish = min(finish, begin + _PACE * (end - start))
        return Stretch(start, end, begin, finish)


def _on_lines(raw: Folded, one: Stretch) -> Iterator[Cue]:
    """A cue for each line that a stretch is on, with the marks that close it."""
    start, _ = raw.span(one.start, one.end)
    _, stop = raw.span(one.end, one.end)
    end = raw.at[one.end - 1] + 1
    while end < stop and not raw.said[end].isspace() and raw.said[end] not in _OPENING:
        end += 1
    length, at = max(1, end - start), start
    for line in raw.said[start:end].split('\n'):
        if line.strip():
            begin = one.begin + (one.finish - one.begin) * (at - start) // length
            finish = one.begin + (one.finish - one.begin) * (at + len(line) - start) // length
            yield Cue(at, at + len(line), begin, finish, one.probability, one.doubt)
        at += len(line) + 1
