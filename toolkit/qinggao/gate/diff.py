"""What mending changes, as a unified diff of what lies on disk: `git apply` and `patch` take it.

Made from the changes themselves. difflib would guess them again, and lose its way where the same lines come often.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ..edits import Change, redo
from ..errors import printable

AROUND = 3      # lines shown on either side
_LINE = re.compile(r'[^\n]*\n|[^\n]+')      # not `splitlines`: a form feed ends no line of a file


class _Part(NamedTuple):
    """The lines ``old[at:at + len(gone)]`` read ``new`` now."""

    at: int
    gone: list[str]
    new: list[str]

    @property
    def end(self) -> int:
        return self.at + len(self.gone)


def diff(path: str, before: str, changes: Sequence[Change]) -> str:
    """The diff of a file that read ``before``; empty where nothing changes."""
    old, name = _LINE.findall(before), printable(path).lstrip('/')      # a//tmp/… would be refused
    name += '\t' if ' ' in name else ''      # as git ends it: `patch` takes a name to stop at its first space
    hunks = list(_hunks(old, list(_parts(old, changes))))
    return ''.join([f'--- a/{name}\n+++ b/{name}\n', *hunks]) if hunks else ''


def _parts(old: list[str], changes: Iterable[Change]) -> Iterator[_Part]:
    """The lines that change, in order."""
    ends = list(accumulate(map(len, old)))
    # Behind the last line another one begins, but where no line break ends it: what is put there belongs to it.
    starts = [0, *(ends[:-1] if old and not old[-1].endswith('\n') else ends)]
    for first, last, own in _by_lines(starts, len(old), changes):
        start = starts[first]
        moved = [change._replace(start=change.start - start) for change in own]
        gone = old[first:last]
        new = _LINE.findall(redo(''.join(gone), moved))
        same = _common(gone, new)
        back = _common(gone[same:][::-1], new[same:][::-1])
        part = _Part(first + same, gone[same:len(gone) - back], new[same:len(new) - back])
        if part.gone or part.new:       # two changes may come to nothing: `patch` calls such a hunk malformed
            yield part


def _by_lines(starts: list[int], count: int, changes: Iterable[Change]) -> Iterator[tuple[int, int, list[Change]]]:
    """The first line and the one behind the last that changes touch; those that share a line together.

    ``count``: lines there are; the empty one behind them only brings changes at the end together.
    """
    first = last = 0
    own: list[Change] = []
    for change in changes:
        begin = bisect_right(starts, change.start) - 1
        if own and begin >= last:
            yield first, min(last, count), own
            own = []
        first = first if own else begin
        last = bisect_right(starts, change.end)
        own.append(change)
    if own:
        yield first, min(last, count), own


def _common(one: list[str], other: list[str]) -> int:
    """How many lines both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def _hunks(old: list[str], parts: list[_Part]) -> Iterator[str]:
    shift, near = 0, list[_Part]()
    for part in parts:
        if near and part.at - near[-1].end > 2 * AROUND:
            yield _hunk(old, near, shift)
            shift += sum(len(one.new) - len(one.gone) for one in near)
            near = []
        near.append(part)
    if near:
        yield _hunk(old, near, shift)


def _hunk(old: list[str], parts: list[_Part], shift: int) -> str:
    start, end = max(0, parts[0].at - AROUND), min(len(old), parts[-1].end + AROUND)
    size = end - start + sum(len(one.new) - len(one.gone) for one in parts)
    lines, at = [f'@@ -{_span(start, end - start)} +{_span(start + shift, size)} @@\n'], start
    for part in parts:
        lines += [*_signed(' ', old[at:part.at]), *_signed('-', part.gone), *_signed('+', part.new)]
        at = part.end
    return ''.join([*lines, *_signed(' ', old[at:end])])


def _span(start: int, count: int) -> str:
    """Of no lines the one before them is named."""
    return f'{start + 1 if count else start},{count}'


def _signed(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield sign + line if line.endswith('\n') else f'{sign}{line}\n\\ No newline at end of file\n'
