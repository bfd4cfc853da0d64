"""Break text into subtitle lines: after marks, else between words, never inside one or before a closing mark."""
from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from ..patterns import HAN, lazy
from .joining import gap, is_wide

CHINESE_WIDTH, LATIN_WIDTH = 16.0, 42.0   # a line's width; in Chinese lines a half-width character counts 0.5

Pricing = Callable[[str, Sequence[tuple[int, float]]], Iterable[float]]

_TOKEN = lazy(rf'[{HAN}]+|[^\W{HAN}]+(?:[.,:\'’/@%-]+[^\W{HAN}]+)*[%°]?|\s+|.', re.S)
_HAN_RUN = lazy(f'[{HAN}]+')
_CLOSING = frozenset('，。、；：？！…”’』」）】》〉,.;:?!)]}%—～·')
_OPENING = frozenset('“‘『「（【《〈([{')
_LEANING = frozenset('的地得了着过吗呢吧啊呀们')  # they belong to what stands before them
_LEADING = frozenset('每第各很太更最不没未这那一和跟把被在对')  # and these to what follows

_AFTER_STOP, _AFTER_COMMA, _AT_SPACE, _BETWEEN_WORDS = 0.0, 0.1, 0.6, 1.0  # what a break there costs


def broken(text: str, chinese: bool, indented: float = 0, dropped: str = '',
           priced: Pricing | None = None) -> list[tuple[int, int]]:
    """The spans of the lines that a text falls into; one, where it fits. ``indented``: taken from the first line;
    ``dropped``: marks that take no room at the end of a line, as they are not shown there; ``priced``: what breaks cost
    where it is not what `breaks` asks.

    >>> text = '我们今天要讲的是人工智能，它为什么这么重要'
    >>> [text[a:b] for a, b in broken(text, True)]
    ['我们今天要讲的是人工智能，', '它为什么这么重要']
    """
    limit = CHINESE_WIDTH if chinese else LATIN_WIDTH
    if not text.strip():
        return []
    if '\n' not in text and indented + width(text.strip().rstrip(dropped), chinese) <= limit:
        return [(0, len(text))]
    places = breaks(text)
    prices = list(priced(text, places)) if priced else [price for _, price in places]
    return _best(text, chinese, limit, indented, dropped, [at for at, _ in places], prices)


def width(text: str, chinese: bool) -> float:
    """How wide a text stands: in Chinese lines a full-width character is 1, a half-width 0.5; else each is 1."""
    if not chinese:
        return len(text)
    return sum(1.0 if unicodedata.east_asian_width(char) in 'WFA' else 0.5 for char in text)


def indent(chinese: bool) -> float:
    """How wide the mark of a new speaker stands: `- `."""
    return width('- ', chinese)


def breaks(text: str) -> list[tuple[int, float]]:
    """The offsets where a line may end, and what that costs."""
    ends = [end for start, end in _tokens(text)]
    return [*((end, _price(text, end)) for end in ends[:-1] if _may_break(text, end)), (len(text), 0.0)]


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    for found in _TOKEN.finditer(text):
        if _HAN_RUN.match(found[0]) and len(found[0]) > 1:
            at = found.start()
            for word in _words(found[0]):
                yield at, at + len(word)
                at += len(word)
        else:
            yield found.span()


@lru_cache(1)
def _cutter() -> Any:
    import rjieba
    return rjieba


def _words(run: str) -> list[str]:
    words: list[str] = _cutter().cut(run)
    return words


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _CLOSING or before in _OPENING or after.isspace():
        return False
    if before.isspace():    # `- 好` on two lines would be joined to `-好`; the space between Han is only a breath
        run = text[max(0, at - 9):at]
        before = run.rstrip()[-1:]
        # A line end is joined away in any case: `>` and 今 on two lines stand side by side on one.
        return not before or '\n' in run[len(run.rstrip()):] or gap(before, after) == ' ' or is_wide(before)
    return gap(before, after) == ''  # else joining the lines again would add a space


def _price(text: str, at: int) -> float:
    before, after = text[max(0, at - 9):at].rstrip()[-1:] or ' ', text[at]    # `well, then` ends a clause too
    if before in '。！？…!?”」':
        return _AFTER_STOP
    if before in '，、；：,;:.':
        return _AFTER_COMMA
    if text[at - 1].isspace():
        return _AT_SPACE
    return _BETWEEN_WORDS + (3.0 if after in _LEANING or before in _LEADING else 0.0)


def _best(text: str, chinese: bool, limit: float, indented: float, dropped: str, places: Sequence[int],
          costs: Sequence[float]) -> list[tuple[int, int]]:
    """The fewest lines that fit, then the best places, then lines of like width: dynamic programming."""
    offsets, prices = [0, *places], [0.0, *costs]
    best: list[tuple[int, float]] = [(0, 0.0)]
    back = [0]
    for j in range(1, len(offsets)):
        choice, cost = j - 1, (math.inf, math.inf)
        for i in range(j - 1, -1, -1):
            wide = width(text[offsets[i]:offsets[j]].strip().rstrip(dropped), chinese) + (0 if i else indented)
            if wide > limit and i < j - 1:
                break
            new = best[i][0] + 1, best[i][1] + prices[j] + (1 - wide / limit) ** 2
            if new < cost:
                choice, cost = i, new
        best.append((int(cost[0]), cost[1]))
        back.append(choice)
    lines, j = [], len(offsets) - 1
    while j:
        lines.append((offsets[back[j]], offsets[j]))
        j = back[j]
    return lines[::-1]
