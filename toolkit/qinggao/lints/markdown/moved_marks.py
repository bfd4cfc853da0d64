"""Where the `**` of a pair must stand so that CommonMark reads them: outside brackets and punctuation.

A mark that opens may not stand between a word and a punctuation mark, nor one that closes between a punctuation mark
and a word: `**词（word）**是` shows its stars, `**词**（word）是` does not. Where a quotation begins at one end of the
words and ends in their midst (`**“词”典**是`) no place is right: a mark would part its two halves.
"""
from __future__ import annotations

from ...edits import Edit
from ...patterns import lazy

_OPENING = dict(zip('（《“‘【「『(〈〔"\'', '）》”’】」』)〉〕"\''))
_CLOSING = {close: opening for opening, close in _OPENING.items()}
_ROUND = ('（', '(')
# ASCII punctuation that ends a clause; the rest belongs to its word: 100%, C++, U.S., .NET.
_CLAUSE = ',:;'
_WORD = lazy(r'[^\W_]')
_LATIN = lazy('[A-Za-z0-9]')


class Moved:
    """The pair of marks around ``text[opener + 2:closer]``, moved until both can be read."""

    def __init__(self, text: str, opener: int, closer: int) -> None:
        self._text, self._opener, self._closer = text, opener, closer
        inner = text[opener + 2:closer]
        self._first = self._left = opener + 2 + len(inner) - len(inner.lstrip())    # where the content begins,
        self._last = self._right = opener + 2 + len(inner.rstrip())                 # and ends, without spaces
        self._before = self._after = ''     # the spaces that go outside
        self._parts_brackets = False
        if self._first > opener + 2 and (self._is_latin(opener - 1) or self._is_latin(self._first)):
            self._before = self._space_unless(self._outside(opener - 1))
        if self._last < closer and (self._is_latin(self._last - 1) or self._is_latin(closer + 2)):
            self._after = self._space_unless(self._outside(closer + 2))

    def edits(self, code: str, sure: bool) -> tuple[Edit, ...]:
        """One edit a mark; none where the marks cannot be moved. Where they would part a pair of brackets they become
        tags, and only if somebody asks for it."""
        for _ in range(12):
            if self._parts_brackets:
                return (Edit(self._opener, self._first, '<strong>', code, False),
                        Edit(self._last, self._closer + 2, '</strong>', code, False))
            if self._left >= self._right:
                return ()
            if not self._can_close():
                self._move_closer()
            elif not self._can_open():
                self._move_opener()
            else:
                break
        else:
            return ()
        text, opener, closer = self._text, self._opener, self._closer
        if '*' in (text[self._left], text[self._right - 1], self._outside(opener - 1), self._outside(closer + 2)):
            return ()
        first = Edit(opener, self._left, self._before + text[self._first:self._left] + '**', code, sure)
        last = Edit(self._right, closer + 2, '**' + text[self._right:self._last] + self._after, code, sure)
        return tuple(edit for edit in (first, last) if text[edit.start:edit.end] != edit.new)

    def _can_close(self) -> bool:
        behind = self._text[self._right] if self._right < self._last else self._after or self._outside(self._closer + 2)
        return not _is_point(self._text[self._right - 1]) or not behind.strip() or _is_point(behind)

    def _can_open(self) -> bool:
        ahead = self._text[self._left - 1] if self._left > self._first else \
            self._before or self._outside(self._opener - 1)
        return not _is_point(self._text[self._left]) or not ahead.strip() or _is_point(ahead)

    def _move_closer(self) -> None:
        text, at = self._text, self._right - 1
        mark = text[at]
        if mark in _CLOSING:
            start = self._opening_of(mark, at)
            if start == self._left:
                self._left, self._right = start + 1, at
            elif start > self._left and _CLOSING[mark] in _ROUND and not self._is_call(start):
                # A gloss: 词（word）. Its own spaces stay where they are.
                self._right = start
                while self._right > self._left and text[self._right - 1] == ' ':
                    self._right -= 1
            elif mark.isascii():
                self._after = ' '
            elif start > self._left:
                self._parts_brackets = True
            else:
                self._right = at
        elif mark.isascii() and mark not in _CLAUSE:
            self._after = ' '
        else:
            self._right = at

    def _move_opener(self) -> None:
        text, at = self._text, self._left
        mark = text[at]
        if mark in _OPENING:
            end = self._closing_of(mark, at)
            if end == self._right - 1:
                self._left, self._right = at + 1, end
            elif mark.isascii():
                self._before = ' '
            elif end > 0:
                self._parts_brackets = True
            else:
                self._left = at + 1
        elif mark.isascii() and mark not in _CLAUSE:
            self._before = ' '
        else:
            self._left = at + 1

    def _opening_of(self, mark: str, at: int) -> int:
        """Where the bracket begins that ends here; -1 for none."""
        if mark == _CLOSING[mark]:
            return self._text.rfind(mark, self._left, at)
        depth = 0
        for i in range(at, self._left - 1, -1):
            depth += (self._text[i] == mark) - (self._text[i] == _CLOSING[mark])
            if depth == 0:
                return i
        return -1

    def _closing_of(self, mark: str, at: int) -> int:
        """Where the bracket ends that begins here; -1 for none."""
        if mark == _OPENING[mark]:
            return self._text.find(mark, at + 1, self._right)
        depth = 0
        for i in range(at, self._right):
            depth += (self._text[i] == mark) - (self._text[i] == _OPENING[mark])
            if depth == 0:
                return i
        return -1

    def _is_call(self, at: int) -> bool:
        """Whether a bracket belongs to the name before it: f(x)."""
        return self._text[at] == '(' and self._is_latin(at - 1)

    def _is_latin(self, at: int) -> bool:
        return _LATIN.match(self._outside(at)) is not None

    def _outside(self, at: int) -> str:
        """A neighbour on the same line; empty at its ends."""
        return self._text[at].strip('\n') if 0 <= at < len(self._text) else ''

    @staticmethod
    def _space_unless(neighbour: str) -> str:
        return '' if not neighbour.strip() else ' '


def _is_point(mark: str) -> bool:
    """Whether CommonMark takes a character for punctuation."""
    from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
    return isMdAsciiPunct(ord(mark)) or isPunctChar(mark)
