"""What is advised and was not done, and where a reader of the input finds it: by line and column of that file."""
from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from .edits import Edit
from .transcript import Offsets, Transcript

# What stands between two characters of a segment and is none of its words: tags, line ends, escapes, word joiners.
_IDLE = r'(?:<[^<>\n]*>|\{\\[^{}\n]*\}|[\s\\\u2060])*'
_ENTITIES = {'<': '&lt;', '>': '&gt;', '&': '&amp;', '{': '&#123;', '\xa0': '&nbsp;'}
_CONTEXT, _REACH = 300, 4000   # characters of a segment that are looked for, and how far from its first line


class Advice(NamedTuple):
    """``old`` at a line and column of the input, both from 1 and in code points, might read ``new``, says ``rule``.

    ``column`` is 0 where the words are not found as they stand there. Of a recording, which has no lines, ``at`` is
    the time at which they are said.
    """

    line: int
    column: int
    old: str
    new: str
    rule: str
    at: str = ''


def advice(transcript: Transcript, page: str) -> tuple[Advice, ...]:
    """The unsure edits that no one made, in the order of the input; ``page`` is the text of that file.

    >>> from qinggao.library import clean, parsed
    >>> page = '[林静]: 灯塔的故事就到这里。\\n[林静]: 谢谢观看\\n'
    >>> advice(clean(parsed(page, 'txt')), page)
    (Advice(line=2, column=7, old='谢谢观看', new='', rule='boilerplate/thanks', at=''),)
    """
    spans = _in_source(transcript)
    if not spans:
        return ()
    places, found = Places(transcript, page), []
    for start, end, edit in spans:
        old = transcript.source[start:end]
        line, column = places.of(start + len(old) - len(old.lstrip() or old))   # a line goes with the break before it
        found.append(Advice(line, column, old.strip() or old, edit.new, edit.rule))
    return tuple(sorted(found))


def _in_source(transcript: Transcript) -> list[tuple[int, int, Edit]]:
    """Advised edits, with the span of the source that their stage saw as the words before them left it."""
    spans = list[tuple[int, int, Edit]]()
    for one in reversed(transcript.passes):     # back through the stages, one text at a time
        if spans:
            before = Offsets(one.done).to_source
            spans = [(before.first(start), before.last(end), edit) for start, end, edit in spans]
        spans += [(edit.start, edit.end, edit) for edit in one.advised]
    return [(start, max(start, end), edit) for start, end, edit in spans]


class Places:
    """Where characters of the source stand in the file: readers know the line, the words show the column."""

    def __init__(self, transcript: Transcript, page: str) -> None:
        self._source, self._page, self._origins = transcript.source, page, transcript.origins
        self._breaks = array('q', (found.start() for found in re.finditer('\n', self._source)))
        self._ends = array('q', (found.start() for found in re.finditer(r'\n|\Z', page)))
        self._known: dict[int, int] = {}    # where a segment begins → where it was found in the file

    def of(self, at: int) -> tuple[int, int]:
        """Line and column of ``source[at]``."""
        start = self._start(at)
        found = self._found(start)
        here = found + at - start if found >= 0 else self._among_markup(start, at)
        if here < 0:
            return self._line(start), 0
        line = bisect_left(self._ends, here) + 1
        return line, here - self._begin(line) + 1

    def _start(self, at: int) -> int:
        """Where the segment of ``source[at]`` begins."""
        return self._source.rfind('\n', 0, at) + 1

    def _segment(self, start: int) -> str:
        end = self._source.find('\n', start)
        return self._source[start:end if end >= 0 else len(self._source)]

    def _line(self, start: int) -> int:
        """The line on which a segment begins, as the reader noted it."""
        i = bisect_right(self._origins, start, key=lambda origin: origin.start) - 1
        begin, line = self._origins[i] if i >= 0 else (0, 1)
        further = bisect_left(self._breaks, start) - bisect_left(self._breaks, begin)
        return min(line + further, len(self._ends))

    def _begin(self, line: int) -> int:
        """Where a line of the file begins."""
        return self._ends[line - 2] + 1 if line > 1 else 0

    def _found(self, start: int) -> int:
        """Where a segment stands in the file word for word; -1 where markup or a line end parts its words."""
        if start not in self._known:
            self._find_all(self._line(start), start)
        return self._known[start]

    def _find_all(self, line: int, start: int) -> None:
        """The segments of one line of the file: several where speakers change in it."""
        first = start
        while first and self._line(self._start(first - 1)) == line:
            first = self._start(first - 1)
        at, stop = self._begin(line), self._ends[line - 1]
        while first <= len(self._source) and (first <= start or self._line(first) == line):
            segment = self._segment(first)
            follows = first + len(segment) + 1
            shared = follows <= len(self._source) and self._line(follows) == line
            find = self._page.find if shared else self._page.rfind  # a label may hold the same word: it stands before
            self._known[first] = find(segment, at, stop)
            at = max(at, self._known[first] + len(segment))
            first = follows

    def _among_markup(self, start: int, at: int) -> int:
        """Where a character stands whose segment is wrapped, tagged or escaped; -1 where it is not found."""
        before = self._source[max(start, at - _CONTEXT):at]
        after = self._source[at:at + 1].strip()
        letters = [_letter(char) for char in (before + after) if not char.isspace()]
        begin = self._begin(self._line(start))
        found = re.compile(_IDLE.join(letters)).search(self._page, begin, begin + _REACH) if letters else None
        if not found:
            return -1
        if not after:
            return found.end()
        last = re.compile(f'.*({letters[-1]})', re.S).fullmatch(self._page, *found.span())
        return last.start(1) if last else -1


def _letter(char: str) -> str:
    """A pattern for a character as text or as an entity."""
    return f'(?:{_ENTITIES[char]}|{re.escape(char)})' if char in _ENTITIES else re.escape(char)
