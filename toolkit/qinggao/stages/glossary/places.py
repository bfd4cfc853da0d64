"""Where on a page no gloss may stand: in markup, headings, quotations, brackets, titles, and text in HTML."""
from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ...blocks import blocks
from ...patterns import lazy
from ...protect import merged

Span = tuple[int, int]

_KINDS = {**dict.fromkeys('（）()', '('), **dict.fromkeys('[]【】〔〕', '['), **dict.fromkeys('《》〈〉', '《'),
          **dict.fromkeys('“”', '“'), **dict.fromkeys('‘’', '‘'), **dict.fromkeys('「」『』', '「')}
_OPENING = frozenset('（([【〔《〈“‘「『')
_FAR = frozenset('《“「')     # without its other half, which another paragraph may have, it holds all to the edge
_BRACKET = lazy('[（）()\\[\\]【】〔〕《》〈〉“”‘’「」『』]')
_STRAIGHT = lazy('"[^"\n]*"')
# A heading, a table's row, what is indented as code, a line with a tag in it.
_LINE = lazy(r'^(?:[ \t]*#{1,6}(?:[ \t]|$)|\t| {4}|[^\n]*?(?:\||<[A-Za-z/!])).*$', re.M)
# To the end of the block: a quotation, whose later lines may go without its mark, and HTML that begins a line.
_TO_THE_END = lazy(r'^[ \t]*(?:>|</?[A-Za-z])', re.M)
_UNDERLINE = lazy(r'\n[ \t]*(?:=+|-+)[ \t]*$', re.M)
_FOLD = lazy(r'<details\b[^<>]*>', re.I)


class Places:
    """Asked line by line; of a Markdown page block by block, where markup and quotations go over several lines."""

    def __init__(self, text: str, marks: list[Span], emphasised: list[Span], is_page: bool) -> None:
        self._text, self._is_page, self._emphasised = text, is_page, emphasised
        self._marks, self._end = marks, _open_fold(text, marks) if is_page else len(text)
        self._blocks = list(blocks(text)) if is_page else []
        self._closed: dict[Span, list[Span]] = {}

    def is_open(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` may be glossed as far as its place goes."""
        if end > self._end:
            return False
        unit = self._unit(start)
        if unit not in self._closed:
            self._closed[unit] = merged([*self._marked(*unit), *_bracketed(self._text, *unit),
                                         *(self._of_a_page(*unit) if self._is_page else ())])
        return not any(_touch(spans, start, end) for spans in (self._closed[unit], self._emphasised))

    def _unit(self, at: int) -> Span:
        if self._is_page:
            i = bisect_right(self._blocks, (at, len(self._text))) - 1
            return self._text.rfind('\n', 0, self._blocks[i][0]) + 1, self._blocks[i][1]
        last = self._text.find('\n', at)
        return self._text.rfind('\n', 0, at) + 1, last if last >= 0 else len(self._text)

    def _marked(self, start: int, end: int) -> list[Span]:
        i = max(0, bisect_left(self._marks, (start, start)) - 1)
        return [span for span in self._marks[i:bisect_left(self._marks, (end, end))] if span[1] > start]

    def _of_a_page(self, start: int, end: int) -> Iterator[Span]:
        text = self._text
        yield from ((found.start(), end) for found in _TO_THE_END.finditer(text, start, end))
        yield from ((start, found.end()) for found in _UNDERLINE.finditer(text, start, end))
        yield from (found.span() for found in _LINE.finditer(text, start, end))


def _touch(spans: list[Span], start: int, end: int) -> bool:
    i = bisect_left(spans, (end, end)) - 1      # the last one that begins before the end
    return i >= 0 and spans[i][1] > start


def _open_fold(text: str, marks: list[Span]) -> int:
    """Where a fold begins that nobody closes as HTML wants it: the original may go on to the end."""
    return next((start for start, end in marks if _FOLD.fullmatch(text, start, end)), len(text))


def _bracketed(text: str, start: int, end: int) -> Iterator[Span]:
    """What brackets and quotation marks hold, those marks too."""
    waiting: list[tuple[str, int]] = []
    alone: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text, start, end):
        kind = _KINDS[found[0]]
        if found[0] in _OPENING:
            waiting.append((kind, found.start()))
        elif any(kind == one for one, _ in waiting):
            while waiting[-1][0] != kind:
                alone.append(waiting.pop())
            yield waiting.pop()[1], found.end()
        elif kind in _FAR:
            yield start, found.end()
    yield from ((at, end) for kind, at in (*waiting, *alone) if kind in _FAR)
    yield from (found.span() for found in _STRAIGHT.finditer(text, start, end))
