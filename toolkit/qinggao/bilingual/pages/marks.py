"""What the marks of a page's text mean to its words."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape

from ...patterns import lazy
from ..bitext import Span

_PAIRED = ('*', '_', '~~', '`')     # they stand at both ends of what they mark
_SPELT = lazy(r'&#?\w+;|\\[^\w\s]')


def parts_no_mark(text: str, raw: Sequence[Span], start: int, at: int) -> bool:
    """Whether a paragraph that begins at ``start`` can be parted at an offset, and its marks mean on either side what
    they mean now. ``raw`` is markup.

    >>> text = 'It *was* cold. A *boat came.* Well.'
    >>> raw = [(i, i + 1) for i, char in enumerate(text) if char == '*']
    >>> [parts_no_mark(text, raw, 0, text.index(word)) for word in ('A *', 'came', 'Well')]
    [True, False, True]
    """
    marks = list[str]()
    for first, last in _between(raw, start, at):
        if last > at:
            return False
        marks.append(text[first:last])
    return all(marks.count(mark) % 2 == 0 for mark in _PAIRED) and not any(mark[0] == '<' for mark in marks) \
        and marks.count('[') == sum(mark[0] == ']' for mark in marks)


def meant(text: str, raw: Sequence[Span], start: int, end: int) -> str:
    """``text[start:end]`` with what entities and escapes stand for.

    >>> meant('a &lt; b \\\\* c', [(2, 6), (9, 11)], 0, 13)
    'a < b * c'
    """
    out, at = list[str](), start
    for first, last in _between(raw, start, end):
        last = min(last, end)
        one = text[first:last]
        if _SPELT.fullmatch(one) or one[0] == '<':
            out += text[at:first], one[1:] if one[0] == '\\' else unescape(one)
            at = last
    return ''.join(out) + text[at:end]


def _between(raw: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans that begin between two offsets."""
    yield from raw[bisect_left(raw, (start, start)):bisect_left(raw, (end, end))]
