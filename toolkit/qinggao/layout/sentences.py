"""Where sentences end: after 。！？ with their closing quotes, and where a Latin full stop is one."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ..patterns import lazy

CLOSING = '”’』」）)】》〉"\'\\]'

_WIDE_END = f'(?:[。！？…]+[。！？…!?]*[{CLOSING}]*)'
_LATIN_END = rf'(?:[.!?]+[{CLOSING}]*(?=\s+[^\sa-z]|\s*\Z|[\u4e00-\u9fff]))'
_END = lazy(f'{_WIDE_END}|{_LATIN_END}')
_SURE_END = lazy(_WIDE_END)
_WINDOW = 4000      # characters that pysbd is given at once: its time grows with their square

# A stop that may be none: U.S. Army, Mr. Li, J. Smith, e.g. this, "Yes." he said.
_UNSURE = lazy(r'(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|etc|Inc|Ltd|Co|Corp|No|Fig|Gen|Sen|Rep|Gov'
                     r'|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e))\.(?=\s)|[.!?]["”’\'](?=\s)')


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, one paragraph; what ends without a mark is one too.

    >>> s = '他说：“好。”我走了。真的？'
    >>> [s[a:b] for a, b in sentences(s)]
    ['他说：“好。”', '我走了。', '真的？']
    """
    end = len(text) if end is None else end
    if not _UNSURE.search(text, start, end):
        yield from _plain(text, start, end)
        return
    for first, last in _windows(text, start, end):
        if _UNSURE.search(text, first, last):
            yield from _by_pysbd(text[first:last], first)
        else:
            yield from _plain(text, first, last)


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at every mark that ends a sentence."""
    at = start
    for found in _END.finditer(text, start, end):
        if text[at:found.end()].strip():
            yield at, found.end()
            at = found.end()
    if text[at:end].strip():
        yield at, end


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches whose ends are sentence ends that nobody doubts: Chinese ones; in a long one also Latin ones."""
    stops = [found.end() for found in _SURE_END.finditer(text, start, end)]
    for first, last in zip([start, *stops], [*stops, end]):
        while last - first > _WINDOW:
            stop = _stop_after(text, first + _WINDOW, last)
            yield first, stop
            first = stop
        yield first, last


def _stop_after(text: str, start: int, end: int) -> int:
    """A sure end of a sentence not far behind an offset; a space, where so long a stretch has none."""
    for found in _END.finditer(text, start, end):
        if found.start() > start + _WINDOW:
            break
        if not _UNSURE.search(text, found.start() - 8, found.end() + 1):
            return found.end()
    return text.find(' ', start, end) + 1 or end


def _by_pysbd(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Split at what pysbd calls a sentence end, and at Chinese ends, which it knows less well than we do."""
    at = 0
    for part in _pysbd().segment(text):
        found = text.find(part.strip(), at)
        if found < 0:
            continue  # pysbd normalised it: it stays with the sentence before
        stop = found + len(part.strip())
        yield from _wide(text, at, stop, offset)
        at = stop
    if text[at:].strip():
        yield from _wide(text, at, len(text), offset)


def _wide(text: str, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in re.compile(_WIDE_END).finditer(text, start, end):
        yield offset + at, offset + found.end()
        at = found.end()
    if text[at:end].strip():
        yield offset + at, offset + end


@lru_cache(1)
def _pysbd() -> Any:
    import pysbd
    return pysbd.Segmenter(language='en', clean=False)
