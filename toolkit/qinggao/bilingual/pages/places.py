"""Which lines of a page's text belong together."""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...blocks import blocks
from ...patterns import lazy
from ..bitext import Span

_HEADING = lazy(r'#{1,6}(?:[ \t]|$)')


def places(text: str, raw: Sequence[Span]) -> Iterator[Span]:
    """Whole lines: what blank lines part, and headings above others. ``raw`` is markup: no code is parted.

    >>> text = '# 一\\n二\\n\\n- 三\\n\\n  四'
    >>> [text[start:end] for start, end in places(text, ())]
    ['# 一', '二', '- 三\\n\\n  四']
    """
    for start, end in _wholes(text, raw):
        yield from _parts(start, text[start:end])


def _wholes(text: str, raw: Sequence[Span]) -> Iterator[Span]:
    """What blank lines part; none inside markup, and none before a line that is indented: it goes on with a list."""
    whole: Span | None = None
    for start, end in blocks(text):
        line = text.rfind('\n', 0, start) + 1
        end = len(text) if (stop := text.find('\n', end)) < 0 else stop
        if whole and (text[line] in ' \t' or _is_inside(raw, start)):
            whole = whole[0], end
            continue
        if whole:
            yield whole
        whole = line, end
    if whole:
        yield whole


def _is_inside(raw: Sequence[Span], at: int) -> bool:
    i = bisect_right(raw, (at, -1)) - 1
    return i >= 0 and raw[i][1] > at


def _parts(start: int, whole: str) -> Iterator[Span]:
    """Headings at the top of lines that belong together, and the rest."""
    at, end = start, start + len(whole)
    while _HEADING.match(whole, at - start) and (stop := whole.find('\n', at - start)) >= 0:
        yield at, start + stop
        at = start + stop + 1
    yield at, end
