"""Mend the marks that are there: stray ones, doubled and contradictory ones, ASCII ones between Han."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..edits import Edit
from .clauses import Clauses

HAN = '\u3400-\u4dbf\u4e00-\u9fff'
FULL = '，。？！、；：'
_WIDE = str.maketrans(',?!;:.', '，？！；：。')
_KEPT = ('？！', '！？')

# A mark that opens a line belongs to nothing.
_STRAY = re.compile(rf'\n[ ]*[{FULL}][{FULL} ]*')
_STRAY_FIRST = re.compile(rf'[ ]*[{FULL}][{FULL} ]*')

# Two marks and more, at least one of them full-width. The dot of `U.S.` is no mark.
_RUN = re.compile(rf'(?:[{FULL},?!;:]|\.(?<![A-Z]\.))(?:[ ]*[{FULL}]|(?<=[{FULL}])[ ]?[,?!;](?![\w.]))+')

# An ASCII mark behind Han, or between a Latin word or a number and Han. `中文?x=1` is the query of a URL;
# `:` must not part a ratio or a time, and in `（Term: 释义）` it stands behind Latin, where it stays.
_BEHIND = rf'(?:(?<=[{HAN}」』》].)|(?<=[”’）].)(?=[ ]?[{HAN}])|(?<=[A-Za-z0-9%].)(?=[{HAN}]))'
_ASCII = re.compile(rf'[,?!;]{_BEHIND}(?!\w+=)[,?!;]*(?:[ ](?=[{HAN}]))?'
                    rf'|:(?<=[{HAN}」』》].)(?=[\s{HAN}“「《]|\Z)(?:[ ](?=[{HAN}]))?'
                    # 马克.卡尼 is a name: without a space only a percentage says that the dot is a full stop
                    rf'|\.(?:(?<=[{HAN}].)(?:[ ](?=[{HAN}])|(?=\s|\Z))|(?<=%.)(?=[{HAN}]))')
_DOTS = re.compile(rf'\.{{3,}}(?:(?<=[{HAN}]\.\.\.)|(?=[{HAN}]))')


def mend(text: str, clauses: Clauses) -> Iterator[Edit]:
    """One edit a run of marks that no page should show."""
    if any(mark in text for mark in FULL):
        yield from _stray(text)
        yield from _doubled(text, clauses)
    yield from _narrow(text)


def _stray(text: str) -> Iterator[Edit]:
    first = _STRAY_FIRST.match(text)
    if first:
        yield Edit(0, first.end(), '', 'punctuation/stray')
    for found in _STRAY.finditer(text):
        yield Edit(found.start() + 1, found.end(), '', 'punctuation/stray')


def _doubled(text: str, clauses: Clauses) -> Iterator[Edit]:
    for found in _RUN.finditer(text):
        run = found[0].translate(_WIDE).replace(' ', '')
        if found[0] not in _KEPT:
            yield Edit(found.start(), found.end(), _one(run, text, found.start(), found.end(), clauses),
                       'punctuation/doubled')


def _one(run: str, text: str, start: int, end: int, clauses: Clauses) -> str:
    """The mark that a run of them stands for."""
    for mark in '？！':
        if mark in run:
            return mark
    if '。' in run and '，' in run and run != '，。':
        return _contradicted(text, start, end, clauses)
    for mark in '；：' if '，' in run else '、；：':
        if mark in run:
            return mark
    return '。' if '。' in run else '，'


def _contradicted(text: str, start: int, end: int, clauses: Clauses) -> str:
    """Recognisers write `。，` where they are of two minds, as often for one as for the other: the words decide."""
    length = start - max(text.rfind(mark, max(0, start - 80), start) for mark in '。？！\n')
    stops = clauses.stop(text[max(0, start - 8):start], text[end:end + 8], min(length, 80)) > 0
    return '。' if stops else '，'


def _narrow(text: str) -> Iterator[Edit]:
    for found in _DOTS.finditer(text):
        yield Edit(found.start(), found.end(), '……', 'punctuation/full-width')
    for found in _ASCII.finditer(text):
        wide = found[0].strip().translate(_WIDE)
        mark = wide if wide in _KEPT else next((mark for mark in '？！' if mark in wide), wide[0])
        yield Edit(found.start(), found.end(), mark, 'punctuation/full-width')
