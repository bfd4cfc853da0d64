"""What a stage sees of a transcript: the current text and what is known about any place in it."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from .blocks import blocks, is_raw
from .edits import Edit
from .patterns import lazy
from .rulebook import Rulebook
from .settings import Level, Settings
from .transcript import Transcript

_LETTER = lazy('[A-Za-z]')


class View:
    """Read only. Offsets count code points of ``text``; one line of it is one segment of speech."""

    def __init__(self, transcript: Transcript, settings: Settings, rules: Rulebook,
                 before: Sequence[Edit] | None = None, near: int = 0) -> None:
        self.transcript = transcript
        self._before = before       # what this stage did in the round before,
        self._near = near           # and how far from it something new may stand
        self._reach = 2 * near + 32     # so many characters a pattern may read from where a match begins
        self.text = transcript.text
        self.settings = settings
        self.level = Level[settings.level]
        self.rules = rules
        self.kept: dict[str, object] = {}   # what a stage worked out from this view and will ask for again

    def pause_before(self, offset: int) -> int:
        """Milliseconds of silence before ``text[offset]``; 0 inside a cue or where no times are known."""
        cues = self.transcript.cues
        if not cues:
            return 0
        offsets = self.transcript.offsets
        source = offsets.to_source.first(offset)
        i = bisect_left(self._cue_starts, source)
        if i and cues[i - 1].end > source and offsets.to_text.first(cues[i - 1].start) == offset:
            i -= 1      # what the cue began with was cut
        elif i and cues[i - 1].end > source:
            return 0
        if i == 0 or i == len(cues):
            return 0
        return max(0, cues[i].begin - cues[i - 1].finish)

    def was_heard(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` comes from a recording, whose sound the guard held against it without a doubt."""
        if self.transcript.meta.get('format') != 'audio':
            return False
        to_source = self.transcript.offsets.to_source
        first, last = to_source.first(start), to_source.last(end)
        return not any(cue.doubt for cue in self.transcript.cues if cue.start < last and cue.end > first)

    def starts_turn(self, offset: int) -> bool:
        """Whether another speaker begins at ``text[offset]``."""
        return offset in self._turns

    def changes_turn(self, start: int, end: int) -> bool:
        """Whether another speaker begins in ``text[start:end]``: 对 said by two people by turns is talk."""
        return bool(self._turns) and any(at in self._turns for at in range(start, end))

    def is_protected(self, start: int, end: int) -> bool:
        """Whether an edit of ``text[start:end]`` would touch what must stay as it is."""
        spans = self.protected
        i = bisect_left(spans, (start, start))
        return (i < len(spans) and spans[i][0] < max(end, start + 1) and (start < end or spans[i][0] < start)) \
            or (i > 0 and spans[i - 1][1] > start)

    def crosses_seam(self, start: int, end: int) -> bool:
        """Whether a deletion joined neighbours inside ``text[start:end]`` that were never said together."""
        seams = self.seams
        return bool(seams) and bisect_right(seams, start) < bisect_left(seams, end)

    def joins_safely(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` can go without its neighbours forming a known mis-hearing."""
        known = self.rules.mishearings
        left, right = self.text[max(0, start - known.reach):start], self.text[end:end + known.reach]
        return not known.span(left + right, len(left))

    @cached_property
    def speech(self) -> list[tuple[int, int]]:
        """The spans whose lines are segments of speech: all of it, or the raw blocks of a Markdown page."""
        if self.transcript.meta.get('format') != 'md':
            return [(0, len(self.text))]
        marked = {start for start, _ in self.protected}
        return [(start, end) for start, end in blocks(self.text)
                if is_raw(self.text[start:end]) and start not in marked]

    @property
    def again(self) -> bool:
        """Whether this is a later round of a stage that repeats."""
        return self._before is not None

    @cached_property
    def fresh(self) -> list[tuple[int, int]]:
        """The spans that a stage has yet to look at: all of the text, then what lies around its last edits."""
        if self._before is None:
            return [(0, len(self.text))]
        spans: list[tuple[int, int]] = []
        for edit, at in zip(self._before, self.edited):
            start, end = max(0, at - self._near), min(len(self.text), at + len(edit.new) + self._near)
            if spans and start <= spans[-1][1]:
                start, _ = spans.pop()
            spans.append((start, end))
        return spans

    @cached_property
    def edited(self) -> list[int]:
        """Where the stage's last edits stand in the text."""
        before = self._before or ()
        grown = accumulate((len(new) - (end - start) for start, end, new, *_ in before), initial=0)
        return [edit.start + shift for edit, shift in zip(before, grown)]

    def found(self, pattern: re.Pattern[str], text: str,
              resume: Callable[[re.Match[str]], int] = re.Match.end) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begin in what is fresh; ``text`` may begin a little before the view's.

        ``resume`` says where the search goes on, asked once its caller has looked at a match.
        """
        ahead: re.Match[str] | None = None   # the last one found: beyond a span, it serves the spans behind it
        done = clear = 0                     # none begins between the two
        for start, end in self.fresh:
            done = max(start, done)
            while clear <= end:
                if ahead is None or ahead.start() < done:
                    ahead = self._next(pattern, text, done, end)
                if ahead is None:
                    clear = end + self._reach
                elif ahead.start() > end:
                    break
                else:
                    yield ahead
                    done = max(resume(ahead), ahead.start() + 1)

    def _next(self, pattern: re.Pattern[str], text: str, at: int, end: int) -> re.Match[str] | None:
        """The next match, looked for no farther than a match that begins before ``end`` may reach."""
        stop = end + 2 * self._reach
        found = pattern.search(text, at, stop)
        if found and found.end() + self._reach > stop:
            return pattern.search(text, at)     # a long one: where the search stopped is not the text's edge
        return found

    @cached_property
    def has_latin(self) -> bool:
        """Whether there is an ASCII letter in the text: patterns for English are not compiled for nothing."""
        return bool(_LETTER.search(self.text))

    @cached_property
    def protected(self) -> list[tuple[int, int]]:
        """The spans of the text that no stage may touch, in order."""
        to_text = self.transcript.offsets.to_text
        return [(to_text.first(start), to_text.last(end)) for start, end in self.transcript.protected]

    @cached_property
    def seams(self) -> list[int]:
        """The offsets where words were cut out."""
        seams, shift = [], 0
        for start, old, new, _ in self.transcript.changes:
            if not new and any(ch.isalnum() for ch in old):
                seams.append(start + shift)
            shift += len(new) - len(old)
        return seams

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.start for cue in self.transcript.cues]

    @cached_property
    def _turns(self) -> frozenset[int]:
        if not self.transcript.turns:
            return frozenset()
        to_text = self.transcript.offsets.to_text
        return frozenset(to_text.first(turn.start) for turn in self.transcript.turns)
