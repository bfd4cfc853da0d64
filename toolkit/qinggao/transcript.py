"""What everything passes around: words that remember their source, and when they were said."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from .edits import Change, Edit, Revision

NOTHING: Mapping[str, object] = MappingProxyType({})


class Cue(NamedTuple):
    """``source[start:end]`` was said from ``begin`` to ``finish``, in integer milliseconds.

    Cues are made by readers and by the recogniser, stand in source order and are never changed afterwards.
    """

    start: int
    end: int
    begin: int
    finish: int
    probability: float | None = None   # how sure the recogniser was, 0 to 1
    doubt: str = ''                    # why these words may never have been said: `loop`, `pace unsure`


class Turn(NamedTuple):
    """From ``source[start]`` on this speaker has the word; an empty name: nobody is named."""

    start: int
    speaker: str


class Origin(NamedTuple):
    """``source[start]`` stands on this line of the input, from 1; what follows is a line further at each line end.

    Readers name one wherever that would not be so: behind structure that was never said.
    """

    start: int
    line: int


class Closing(NamedTuple):
    """Behind ``source[:at]`` a paragraph may end; so likely, 0 to 1, as far as a stage can tell by the words."""

    at: int
    probability: float


class Pass(NamedTuple):
    """What one stage asked for, in the text it was given: what was done, and what is only advised."""

    stage: str
    done: tuple[Edit, ...]
    advised: tuple[Edit, ...] = ()


class _Transcript(NamedTuple):
    words: Revision
    cues: tuple[Cue, ...] = ()
    turns: tuple[Turn, ...] = ()
    protected: tuple[tuple[int, int], ...] = ()  # source spans that no stage may touch
    meta: Mapping[str, object] = NOTHING
    passes: tuple[Pass, ...] = ()
    origins: tuple[Origin, ...] = ()             # where the source stands in the file that was read
    closings: tuple[Closing, ...] = ()           # where paragraphs may end; none: nobody has looked


class Transcript(_Transcript):
    """A source text that never changes, a list of changes, and cues that point into the source.

    In the text one line is one segment (a caption, a line of the recogniser) and a blank line parts
    paragraphs. How it is laid out on a page is decided when it is written.

    >>> t = Transcript.plain('嗯這是')
    >>> t.text, t.changes
    ('嗯這是', ())
    """

    @classmethod
    def plain(cls, source: str) -> Transcript:
        """A transcript of bare words: no times, no speakers, nothing protected."""
        return cls(Revision(source))

    @property
    def source(self) -> str:
        """The words as they came in; never changed."""
        return self.words.source

    @property
    def text(self) -> str:
        """The words with all changes made."""
        return self.words.text

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was changed, in source order: see `qinggao.undo` and `qinggao.redo`."""
        return self.words.changes

    @cached_property
    def offsets(self) -> Offsets:
        """The way between offsets of the text and of the source."""
        return Offsets(self.changes)

    @cached_property
    def closing_at(self) -> Mapping[int, float]:
        """How likely a paragraph ends behind an offset of the text, where a stage has looked."""
        to_text = self.offsets.to_text
        return {to_text.last(at): probability for at, probability in self.closings}

    def time_of(self, start: int, end: int) -> tuple[int, int] | None:
        """When ``text[start:end]`` was said: (begin, finish) in milliseconds; None where no times are known.

        Inside a cue the time is taken in proportion to the characters. A cue that no change touched
        keeps its exact times, and of two spans the later one never begins or finishes earlier.

        >>> t = Transcript(Revision('嗯\\n大家好'), (Cue(0, 1, 0, 400), Cue(2, 5, 500, 1400)))
        >>> t.time_of(2, 5), t.time_of(2, 3)
        ((500, 1400), (500, 800))
        """
        return self.time_of_source(self.offsets.to_source.first(start), self.offsets.to_source.last(end))

    def time_of_source(self, start: int, end: int) -> tuple[int, int] | None:
        """When ``source[start:end]`` was said, deleted words too: (begin, finish) in milliseconds."""
        if not self.cues:
            return None
        begin = self._begin(start)
        return begin, max(begin, self._finish(end))

    def speaker_at(self, offset: int) -> str:
        """Who says ``text[offset]``; empty where nobody is named."""
        i = bisect_right(self.turns, self.offsets.to_source.first(offset), key=_start)
        return self.turns[i - 1].speaker if i else ''

    def _begin(self, at: int) -> int:
        """When the first thing said from a source offset on begins."""
        i = bisect_right(self.cues, at, key=_end)
        return _inside(self.cues[i], at) if i < len(self.cues) else self.cues[-1].finish

    def _finish(self, at: int) -> int:
        """When the last thing said before a source offset ends."""
        i = bisect_left(self.cues, at, key=_start)
        return _inside(self.cues[i - 1], at) if i else self.cues[0].begin


class Offsets:
    """Where a stretch of the text stands in the source, and the other way round. The edits of one pass lead from
    the text after it to the text it was given."""

    def __init__(self, changes: Iterable[Change | Edit]) -> None:
        starts, ats, shift = [], [], 0
        for change in changes:
            start, end, length = change.start, change.end, len(change.new)
            starts.append((start, end))
            ats.append((start + shift, start + shift + length))
            shift += length - (end - start)
        self.to_source = _Crossing(ats, starts)
        self.to_text = _Crossing(starts, ats)


class _Crossing:
    """From offsets on one side of the changes to offsets on the other. Bisects: O(log changes)."""

    def __init__(self, here: list[tuple[int, int]], there: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in here]
        self._here, self._there = here, there

    def first(self, at: int) -> int:
        """Over there, the offset of the character at ``at``; of a changed one, where its change starts."""
        i = bisect_right(self._starts, at) - 1
        if i < 0:
            return at
        start, end = self._here[i]
        return self._there[i][0] if start <= at < end else at - end + self._there[i][1]

    def last(self, at: int) -> int:
        """Over there, the offset behind the character before ``at``; of a changed one, where its change ends."""
        i = bisect_left(self._starts, at) - 1
        if i < 0:
            return at
        end = self._here[i][1]
        return self._there[i][1] if at <= end else at - end + self._there[i][1]


def _start(item: Cue | Turn) -> int:
    return item.start


def _end(cue: Cue) -> int:
    return cue.end


def _inside(cue: Cue, at: int) -> int:
    done = min(max(at - cue.start, 0), cue.end - cue.start)
    return cue.begin + (cue.finish - cue.begin) * done // max(1, cue.end - cue.start)
