"""Gather words, cues and turns while a reader walks its file."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..edits import Revision
from ..transcript import Cue, Origin, Transcript, Turn

_UNSAFE = dict.fromkeys(map(ord, '<>{}[]*`\\:：'), ' ')   # a name forges no markup, label or line


class Part(NamedTuple):
    """Words of a cue that one says; ``opens``: a speaker whom nobody names takes the word with them."""

    words: str
    speaker: str = ''
    opens: bool = False


class Gathering:
    """Segments in order; one becomes one line of the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._line = 0      # of the input, where the next words are looked for
        self._origins: list[Origin] = []
        self.cues: list[Cue] = []
        self.turns: list[Turn] = []
        self.protected: list[tuple[int, int]] = []

    def add(self, words: str, end: str = '\n', line: int = 0) -> tuple[int, int]:
        """The source span that the words now have; ``end`` is what parts them from the next, ``line`` where they
        begin in the input: 0 where the line ends in between tell."""
        start = self._length
        if line and line != self._line:
            self._origins.append(Origin(start, line))
            self._line = line
        self._line += words.count('\n') + (end == '\n')
        self._parts += words, end
        self._length += len(words) + len(end)
        return start, start + len(words)

    def cue(self, parts: Iterable[Part], begin: int, finish: int, line: int) -> None:
        """One cue, a segment for each part of its words; none without words. A part without a name or the sign of
        another speaker goes on with the last one's."""
        spans: list[tuple[int, int]] = []
        for words, speaker, opens in parts:
            if speaker or opens:
                self.turn(speaker, again=opens)
            if words:
                spans.append(self.add(words, line=0 if spans else line))
        if spans:
            self.cues.append(Cue(spans[0][0], spans[-1][1], begin, finish))

    def turn(self, speaker: str, again: bool = False) -> None:
        """What is added next is said by this speaker; ``again``: note it even if he spoke already."""
        speaker = ' '.join(speaker.translate(_UNSAFE).split())
        last = self.turns[-1] if self.turns else Turn(0, '')
        if last.start == self._length and self.turns:
            self.turns.pop()
            self.turn(speaker, again)
        elif again or last.speaker != speaker:
            self.turns.append(Turn(self._length, speaker))

    def transcript(self, meta: Mapping[str, object]) -> Transcript:
        """All of it; the source does not end in a line break."""
        source = ''.join(self._parts).rstrip('\n')
        turns = tuple(turn for turn in self.turns if turn.start < len(source))
        return Transcript(Revision(source), tuple(self.cues), turns, tuple(self.protected), meta,
                          origins=tuple(self._origins))
