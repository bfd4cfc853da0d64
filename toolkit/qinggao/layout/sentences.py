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
    if _UNSURE.search(text, start, end):
        yield from _by_pysbd(text[start:end], start)
        return
    at = start
    for found in _END.finditer(text, start, end):
        if text[at:found.end()].strip():
            yield at, found.end()
            at = found.end()
    if text[at:end].strip():
        yield at, end


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
