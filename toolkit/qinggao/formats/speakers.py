"""Who takes the word, where a page only hints at it: a name before a Chinese colon, `>>` before his words."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..patterns import HAN, lazy

# 他说： opens a quotation; 问： and 答： alone are the two of an interview.
NAME = lazy(r'([^\W\d_][\w ·.-]{0,15})(?<!\w[说說问問道是想])(?:：|:[ ])')
NOBODY = lazy('(?!)')

# In mid-line `>>` is another speaker's behind a sentence or `[Music]`; behind Han where it stands more than once:
# 他写了 >> 两个箭头 are words. In a text whose lines begin so it is one between any words, but for `a >> b`. (`>>>`
# begins a line of captions, or of Python: nothing stands before it.)
_AT_START = r'^[ \t]*>>+[ \t]*'
_BEHIND = (r'(?:(?<=[。！？…”」』）】.!?"])|(?<=[^\W\d_]{2}\]))[ \t]+>>(?!>)[ \t]*'
           r'|(?<=[。！？…”」』])>>(?!>)[ \t]*')
_SURE = lazy(f'{_AT_START}|{_BEHIND}')
_BEHIND_HAN = rf'(?<=[{HAN}])[ \t]+>>(?!>)[ \t]*'
_OFTEN = lazy(f'{_AT_START}|{_BEHIND}|{_BEHIND_HAN}')
_SPACED = lazy(rf'{_AT_START}|{_BEHIND}|{_BEHIND_HAN}|(?<=\S)(?!(?<=\b\w)[ \t]+>>[ \t]+\w\b)[ \t]+>>(?:[ \t]+|$)')


class Signs(NamedTuple):
    """How one page says who takes the word: by which names, and which `>>` are no mere words."""

    names: re.Pattern[str] = NOBODY
    changes: re.Pattern[str] = _SURE


def changes(lines: Iterable[str]) -> re.Pattern[str]:
    """What `>>` says in a text of these lines that another speaker takes the word."""
    signs = [line for line in lines if '>>' in line]
    if any(line.lstrip().startswith('>>') for line in signs):
        return _SPACED
    return _OFTEN if sum(line.count('>>') for line in signs) > 1 else _SURE


def parted(line: str, changes: re.Pattern[str]) -> list[str]:
    """A line in parts: each but the first is another speaker's. None begins inside `code`.

    >>> parted('>> 你好。 >> 你好，`a >> b` 是什么？', changes(['>> 你好']))
    ['', '你好。', '你好，`a >> b` 是什么？']
    """
    parts, at = [], 0
    for start, end in _outside_code(line, changes):
        parts.append(line[at:start])
        at = end
    return [*parts, line[at:]]


def _outside_code(line: str, changes: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    ticks, at = 0, 0
    for found in changes.finditer(line) if '>>' in line else ():
        ticks, at = ticks + line.count('`', at, found.start()), found.start()
        if ticks % 2 == 0:
            yield found.span()


def labels(lines: Iterable[str], segments: int) -> re.Pattern[str]:
    """`主持人：` before the words, where half of the segments begin so and at least two names come back, or all do and
    one comes back; else nobody.

    >>> labels(['主持人：你好', '林静：好', '主持人：请坐', '林静：谢谢'], 4).match('林静：好')[1]
    '林静'
    >>> labels(['原因：很多', '我们走吧'], 2).match('原因：很多') is None
    True
    """
    found = Counter(name[1] for line in lines if (name := NAME.match(line)))
    again, total = sum(count > 1 for count in found.values()), found.total()
    talk = (again >= 2 and 2 * total >= segments) or (again and len(found) >= 2 and total >= segments)
    if not talk:
        return NOBODY
    return re.compile(f'({"|".join(map(re.escape, found))})(?:：|: )')
