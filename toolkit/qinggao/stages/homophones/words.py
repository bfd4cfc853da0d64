"""What a stretch of Han is made of, by a dictionary: what is words already is no name misheard."""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ...patterns import HAN, lazy

_REACH = 12     # characters beside it: a dictionary's words are shorter
_BOTH = lazy(f'[{HAN}]{{2}}')
_BEFORE, _BEHIND = lazy(f'[{HAN}]*$'), lazy(f'[{HAN}]*')

Span = tuple[int, int]


def inside(text: str, start: int, end: int) -> list[Span] | None:
    """The words of ``text[start:end]``, offsets from its start; None where one of them reaches over its edge.

    >>> inside('先指营再说', 1, 3), inside('他用手指营造出影子', 3, 5)
    ([(0, 1), (1, 2)], None)
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    behind = _BEHIND.match(text, end, end + _REACH)
    first = before.start() if before else start
    cuts = _cut(text[first:behind.end() if behind else end])
    own = [(a + first - start, b + first - start) for a, b in cuts if b + first > start and a + first < end]
    return own if own[0][0] == 0 and own[-1][1] == end - start else None


@lru_cache(256)
def _cut(run: str) -> tuple[Span, ...]:
    return tuple(_spans(run))


def _spans(run: str) -> Iterator[Span]:
    import rjieba
    at = 0
    for word in rjieba.cut(run, False):     # no guesses: they make a word of any two characters
        yield at, at + len(word)
        at += len(word)


def is_torn(text: str, start: int, end: int) -> bool:
    """Whether a character at its edge makes a word with its neighbour: 用于 in 常用于训练, cut as 常用 and 于."""
    return any(_is_word(text[at - 1:at + 1]) for at in (start, end) if at)


@lru_cache(1 << 12)
def _is_word(pair: str) -> bool:
    return len(pair) == 2 and bool(_BOTH.fullmatch(pair)) and len(_cut(pair)) == 1


def foreign(heard: str, name: str, words: list[Span]) -> bool:
    """Whether a word of several characters is in what was heard that is not in the name: 适应 in 适应率 for 市盈率."""
    return any(b - a > 1 and heard[a:b] != name[a:b] for a, b in words)
