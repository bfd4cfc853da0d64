"""A track put together from stretches of a page, each read as Markdown by itself."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...edits import Revision
from ...formats import markdown
from ...transcript import Origin, Transcript, Turn
from ..bitext import Span
from .places import places

Numbered = tuple[str, int]      # a line of Markdown, and the number of the line of the page that it stands on


class Reel:
    """The stretches added so far. ``lead``: blank lines before the first; ``line``: where they begin."""

    def __init__(self, lead: int = 0, line: int = 1) -> None:
        self._parts = ['\n' * lead]
        self._length, self._is_empty = lead, True
        self._turns: list[Turn] = []
        self._protected: list[Span] = []
        self._origins = [Origin(0, line)] if lead else []

    def add(self, lines: Sequence[Numbered]) -> Span:
        """Where a stretch now stands. What it leaves open, a fence or a tag, does not reach into the next."""
        start: int | None = None
        for block, before in _blocks(trimmed(lines)):
            read = _read(block)
            if not read.source[1:]:
                continue        # a name that says nothing
            self._put(before if start is not None else '' if self._is_empty else '\n\n')
            start = self._length if start is None else start
            self._take(read, block)
            self._is_empty = False
        return self._length if start is None else start, self._length

    def transcript(self, meta: Mapping[str, object]) -> Transcript:
        return Transcript(Revision(''.join(self._parts)), (), tuple(self._turns), tuple(self._protected), meta,
                          origins=tuple(self._origins))

    def _take(self, read: Transcript, lines: Sequence[Numbered]) -> None:
        words, at = read.source[1:], self._length - 1
        self._turns += [turn._replace(start=turn.start + at) for turn in read.turns]
        self._protected += [(start + at, end + at) for start, end in read.protected]
        expected, start = 0, self._length
        for line, (_, number) in zip(words.split('\n'), lines):
            if number != expected:
                self._origins.append(Origin(start, number))
            expected = number + 1
            start += len(line) + 1
        self._put(words)

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def trimmed(lines: Sequence[Numbered]) -> Sequence[Numbered]:
    """The lines without blank ones at either end."""
    full = [at for at, (line, _) in enumerate(lines) if line.strip()]
    return lines[full[0]:full[-1] + 1] if full else []


def _read(lines: Sequence[Numbered]) -> Transcript:
    # Not at the top of a page: its first rule is a rule.
    return markdown.read('\n' + '\n'.join(line for line, _ in lines))


def _blocks(lines: Sequence[Numbered]) -> Iterator[tuple[Sequence[Numbered], str]]:
    """The lines block by block, each with the line breaks before it. An escape that we would write otherwise keeps all
    escapes of what it is read with: of its own block, not of a whole page."""
    if not any('\\' in line or '&' in line for line, _ in lines):
        yield lines, ''
        return
    read = _read(lines)
    at = 0
    for start, end in places(read.source, read.protected):
        first, last = (read.source.count('\n', 0, place) - 1 for place in (start, end))
        # A line of a name alone: what is below it is his.
        first = next((above for above in range(at, first) if lines[above][0].strip()), first)
        yield lines[first:last + 1], '\n' * (first - at + 1)
        at = last + 1
