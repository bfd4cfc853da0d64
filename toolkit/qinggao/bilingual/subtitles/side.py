"""One language of the cues: which lines a stretch of its text stands in, and where others take the word."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from ...layout.line_breaks import broken, indent, width
from ...layout.subtitles import LINES, SubtitleLine, breaks_inside, dropped, openings, shown
from ...patterns import lazy
from ...settings import Settings
from ...transcript import Transcript
from ..bitext import Span
from ..languages import is_chinese
from .numbers import ADULTS
from .prices import priced

SEPARATOR = '\u2063'    # invisible; the writers part languages with it, so no line has one of its own
# Some players end a line at these.
_SPACES = dict.fromkeys(map(ord, '\t\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029'), ' ')
_WORDS = lazy(r'\S')
_UNSEEN = {**_SPACES, ord(SEPARATOR): None}


class Side:
    """A track as the screen shows it. Offsets are those of its text."""

    def __init__(self, transcript: Transcript, language: str, settings: Settings) -> None:
        self.transcript, self.text = transcript, transcript.text
        self.chinese = is_chinese(language)
        self.numbers = ADULTS.of(self.chinese)
        self.dropped = dropped(self.chinese, settings)
        self._settings = settings
        self._lines = dict[Span, tuple[SubtitleLine, ...]]()

    def lines(self, span: Span) -> tuple[SubtitleLine, ...]:
        """The lines of a stretch, without those that show nothing.

        A line end inside a cue was its author's: it stays, where the lines fit. Any other is where captions met.
        """
        if span not in self._lines:
            found = (self._line(start, end) for start, end in self._kept(*span) or self._broken(*span))
            self._lines[span] = tuple(line for line in found if line.words)
        return self._lines[span]

    def width(self, start: int, end: int) -> float:
        return width(self.text[start:end].strip(), self.chinese)

    def indent(self, at: int) -> float:
        """The room that the sign of a new speaker takes."""
        return indent(self.chinese) if at in self.openings else 0

    def changes(self, start: int, end: int) -> list[int]:
        """Where within a stretch another takes the word: the offsets of his first words."""
        return self._turns[bisect_right(self._turns, start):bisect_left(self._turns, end)]

    def speaker_at(self, at: int) -> str:
        return self.transcript.speaker_at(at)

    def turns_at(self, at: int) -> bool:
        """Whether somebody takes the word just there."""
        i = bisect_left(self._turns, at)
        return i < len(self._turns) and self._turns[i] == at

    def opens_at(self, at: int) -> None:
        """Have the sign of a new speaker stand there too."""
        if at not in self.openings:
            self.openings.add(at)
            self._lines = {span: lines for span, lines in self._lines.items() if span[0] != at}

    @cached_property
    def openings(self) -> set[int]:
        """Where one whom nobody names takes the word, with the sign of it."""
        return set(openings(self.transcript))

    @cached_property
    def _turns(self) -> list[int]:
        to_text = self.transcript.offsets.to_text
        starts = (_WORDS.search(self.text, to_text.first(turn.start)) for turn in self.transcript.turns)
        return sorted({found.start() for found in starts if found} | self.openings)

    @cached_property
    def _cues(self) -> frozenset[Span]:
        """The spans of the cues."""
        to_text = self.transcript.offsets.to_text
        return frozenset((to_text.first(cue.start), to_text.last(cue.end)) for cue in self.transcript.cues)

    @cached_property
    def _inside(self) -> frozenset[int]:
        return breaks_inside(self.transcript)

    def _kept(self, start: int, end: int) -> list[Span]:
        """The lines as their author broke them; none where he did not, or where they do not fit, unless nothing can
        make them fit. In a cue of one line the sign of a new speaker may hang out: its words are not broken for that,
        as whether it needs the sign is only known when all cues are."""
        part = self.text[start:end]
        ends = [start + at for at, char in enumerate(part) if char == '\n']
        if len(ends) >= LINES or not (self._inside.issuperset(ends) if ends else (start, end) in self._cues):
            return []
        spans = list(zip([start, *(at + 1 for at in ends)], [*ends, end]))
        return spans if all(self._is_line(*span) for span in spans) else []

    def _is_line(self, start: int, end: int) -> bool:
        """Whether a stretch is a line of the screen, or no break makes lines of it."""
        found = broken(self.text[start:end], self.chinese, 0, self.dropped)
        widths = (width(self.text[start + first:start + last].strip().rstrip(self.dropped), self.chinese)
                  for first, last in found)
        return len(found) <= 1 or max(widths) > self.numbers.width

    def _broken(self, start: int, end: int) -> list[Span]:
        return [span for first, last in self._takes(start, end)
                for span in self._of_one(first, last)]

    def _of_one(self, start: int, end: int) -> Iterator[Span]:
        """The lines of what one says. Standing alone a line may have other borders of words than it had among others:
        one that was too long can then be broken after all, as a reader of the line would."""
        found = broken(self.text[start:end], self.chinese, self.indent(start), self.dropped, priced)
        for first, last in found:
            if len(found) > 1 and not self._is_line(start + first, start + last):
                yield from self._of_one(start + first, start + last)
            else:
                yield start + first, start + last

    def _takes(self, start: int, end: int) -> Iterator[Span]:
        """A stretch parted where one whom nobody names takes the word: he begins a line."""
        edges = [start, *(at for at in self.changes(start, end) if at in self.openings), end]
        return zip(edges, edges[1:])

    def _line(self, start: int, end: int) -> SubtitleLine:
        words = shown(self.text[start:end].translate(_UNSEEN), self.chinese, self._settings)
        return SubtitleLine(words, start, end, start in self.openings)
