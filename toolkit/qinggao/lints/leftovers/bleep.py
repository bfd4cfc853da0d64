"""A word that was bleeped out: `[ __ ]`.

YouTube's captions blank out what it takes for a swear word. In an article write …….
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy

CODE = 'LE007'
NAME = 'bleep'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '这扇[ __ ]门又卡住了。\n'
RIGHT = '这扇……门又卡住了。\n'

_BLEEP = lazy(r'[ ]?\[(?:__|[ \u00a0]__[ \u00a0])\][ ]?')
_HAN = lazy(f'[{HAN}，。！？；：、“”‘’（）《》「」]')
_BLANKS = ('填空', '空格', '填入', '填写', '下划线')


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    for found in _BLEEP.finditer(own.text):
        start, end = own.span(*found.span())
        mark = found[0].strip(' ')
        if not page.is_open(start, end):
            continue
        near = own.text[max(0, found.start() - 80):found.end() + 80]
        if any(word in near for word in _BLANKS):
            continue        # an exercise
        beside = own.text[max(0, found.start() - 1):found.start()] + own.text[found.end():found.end() + 1]
        chinese = bool(_HAN.search(beside))
        if not chinese:
            start += len(found[0]) - len(found[0].lstrip(' '))
            end = start + len(mark)
        sure = mark != '[__]'
        at = page.text.index('[', start)
        yield Finding(at, at + len(mark), f'{mark} is a word that captions blank out: write ……',
                      (Edit(start, end, '……' if chinese else '…', CODE, sure),))
