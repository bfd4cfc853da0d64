"""Noun phrases: stretches of a clause that name something, cut nowhere inside."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from .clauses import Word
from .title_words import INSIDE, JOINS, LOOSE, NOUN, OPENING, POINTS


def noun_phrases(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches of nouns and what belongs to them, as long as they go: 美联储 的 利率 政策. What goes on behind them
    (通胀 回落 的 时候) or before them would be cut, and is left alone."""
    start = 0
    for i in range(len(words) + 1):
        if i < len(words) and _is_inside(words[i]):
            continue
        first, last = start, i + _is_named_act(words, i)
        while first < last and (skipped := _before_noun(words[first:last])):
            first += skipped
        while last > first and words[last - 1].word == ' ':
            last -= 1
        named = last > i or (last > first and words[last - 1].kind.startswith(NOUN))
        if named and first < last and not _is_cut(words, first, last):
            yield first, last
        start = i + 1


def _is_named_act(words: Sequence[Word], i: int) -> bool:
    """Whether a verb is the noun of what stands before it: 石拱桥的 | 修建, and not 石拱桥的 | 修建 | 方法."""
    if not 2 <= i < len(words) or words[i - 1].word != '的' or not words[i - 2].kind.startswith(NOUN):
        return False
    behind = words[i + 1] if i + 1 < len(words) else None
    return words[i].kind == 'v' and len(words[i].word) == 2 and not (behind and behind.kind.startswith((*NOUN, 'u')))


def _before_noun(words: Sequence[Word]) -> int:
    """How many of the first words a title does without: 著名的 | 估值方法, 一种 | 估值方法."""
    if words[0].kind.startswith(LOOSE) or words[0].word in OPENING:
        return 1
    return 2 if words[0].kind.startswith(('a', 'z')) and len(words) > 1 and words[1].word == '的' else 0


def _is_inside(word: Word) -> bool:
    if word.word in POINTS or word.kind == 'zg':    # 很
        return False
    return word.word in JOINS or word.kind.startswith(INSIDE)


def _is_cut(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a noun phrase goes on beside its edges: 最有 | 价值的书, 三 | 万块的工资, 广泛的软件 | 限制."""
    before = words[first - 1] if first else None
    behind = words[last] if last < len(words) else None
    if before and before.word == '的' and words[first - 2].kind.startswith(('a', 'z')):
        before = None   # an adjective that a title does without
    if before and (before.kind.startswith(('m', 'f', 'd')) or before.word in ('的', '得', '可能') or _is_bare(before)):
        return True
    if behind and _is_bare(behind) and not behind.kind.startswith(('v', 'z')):
        return True
    if not any(word.word == '的' for word in words[first:last]):
        return False
    if before and before.word.endswith(('有', '没')):
        return True
    return bool(behind and behind.kind.startswith('v') and len(behind.word) > 1)


def _is_bare(word: Word) -> bool:
    """A word of one Han that may belong to its neighbour (反 | 政府活动), as it is none of those that stand alone."""
    return len(word.word) == 1 and word.kind.startswith(('v', 'n', 'a', 'z')) and word.word not in OPENING
