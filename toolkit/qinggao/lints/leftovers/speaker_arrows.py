"""`>>` for another speaker in Chinese prose.

Captions mark a change of speaker so; Markdown makes a quotation inside a quotation of it at the start of a paragraph.
Write the speaker's name, or delete it. Of many on a page the first are named and the others counted. Quotations, code
and `A >> B` are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy
from .removal import removal

CODE = 'LE006'
NAME = 'speaker-arrows'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '>> 今天的风很大。\n'
RIGHT = '今天的风很大。\n'

_ARROWS = lazy(rf'>>(?!>[ ]*[a-z])>?[ ]*(?=[{HAN}A-Za-z0-9“「《（*\[])')
_FEW = 5
_ENDED = tuple('。！？…”」』）].!?:：\n')


def findings(page: Page) -> Iterator[Finding]:
    places = list(_places(page))
    # A comment that turns the lint off for a stretch is asked of every place.
    few = len(places) if len(places) <= _FEW + 1 or 'qinggao:' in page.text else _FEW
    for start, end in places[:few]:
        yield Finding(start, start + 2, '>> for another speaker: write the name, or delete it',
                      (removal(page, start, end, CODE, sure=False),))
    if rest := places[few:]:
        last = page.text.count('\n', 0, rest[-1][0]) + 1
        yield Finding(rest[0][0], rest[0][0] + 2,
                      f'and {len(rest)} more >> from here to line {last}: write the names, or delete them',
                      tuple(removal(page, start, end, CODE, sure=False) for start, end in rest))


def _places(page: Page) -> Iterator[tuple[int, int]]:
    own = page.once(chinese_words)
    last: Block | None = None
    nested = False
    for found in _ARROWS.finditer(own.text):
        start, end = own.span(*found.span())
        before = own.text[max(0, found.start() - 4):found.start()].rstrip(' ')
        if found.start() and not before.endswith(_ENDED):      # 风浪 >> 潮汐, A >> B
            continue
        block = page.block_at(start)
        if block is not last:
            last, nested = block, block is not None and _quotes(page, block)
        if not nested and page.is_open(start, end):
            yield start, end


def _quotes(page: Page, block: Block) -> bool:
    """Whether a block is a quotation, in which >> nests another: one of its lines begins with one > alone."""
    lines = (line.lstrip() for line in page.text[block.start:block.end].split('\n'))
    return block.kind == 'quote' and any(line.startswith('>') and not line.startswith('>>') for line in lines)
