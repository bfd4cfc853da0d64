"""Longer phrases in which a form is parts of other words: there a rule stays quiet."""
from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from .aligned import Aligned
from .evidence import Evidence
from .usage import WORD, Usage

FEW = 8         # phrases of a rule at most
LONGEST = 8     # characters of one
_REACH = 30     # characters around a place that are cut into words
_SHORT = 3      # characters of a form that common words may make: a longer one they never do


def unless(one: Evidence, talks: Sequence[Aligned], usage: Usage) -> tuple[str, ...]:
    """Those in which it was left, 手指|营造, and those that common words make with it, 了解|研究; none it was mended
    in."""
    mended = [talks[number].first.said[max(0, start - LONGEST):end + LONGEST] for number, start, end in one.hits]
    phrases = dict.fromkeys((*_left_in(one, talks), *_made_of(one.swap.wrong, usage)))
    return tuple(phrase for phrase in phrases if not any(phrase in text for text in mended))[:FEW]


def _made_of(wrong: str, usage: Usage) -> Iterator[str]:
    """What a form is in where its first or its last character belongs to a common word beside it."""
    if wrong.isascii() or len(wrong) > _SHORT:
        return
    import rjieba
    parts = list(wrong) if len(wrong) == 2 else rjieba.cut(wrong, False)
    if len(parts) < 2:
        return
    if len(parts[0]) == 1:
        yield from (word[:-1] + wrong for word in usage.ending(parts[0]))
    if len(parts[-1]) == 1:
        yield from (wrong + word[1:] for word in usage.beginning(parts[-1]))


def _left_in(one: Evidence, talks: Sequence[Aligned]) -> Iterator[str]:
    phrases = Counter(phrase for place in one.left
                      if (phrase := _words_over(talks[place.text].first.said, place.start, place.end)))
    yield from (phrase for phrase, _ in phrases.most_common(FEW))


def _words_over(said: str, start: int, end: int) -> str:
    """The words of a line that a stretch has a part in; empty where it is whole words itself."""
    import rjieba
    first, stop = said.rfind('\n', 0, start) + 1, said.find('\n', end)
    first, stop = max(first, start - _REACH), min(stop if stop >= 0 else len(said), end + _REACH)
    edges = [first]
    for word in rjieba.cut(said[first:stop], False):
        edges.append(edges[-1] + len(word))
    a, b = edges[max(0, bisect_left(edges, start + 1) - 1)], edges[min(len(edges) - 1, bisect_left(edges, end))]
    fit = (a, b) != (start, end) and b - a <= LONGEST and WORD.fullmatch(said[a:b])
    return said[a:b] if fit else ''
