"""A paragraph that ends without a final mark.

Its last words were cut off, or the mark was. Look at the source: add what is missing, or the mark. Headings, lists,
captions, verses and a paragraph that introduces a list, code or a quotation are left alone, and so is a page on which
half of the paragraphs have no mark: it does without.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy

CODE = 'TX010'
NAME = 'no-final-mark'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '潮水退去以后，滩涂上留下许多小水洼，孩子们提着桶去捡螃蟹，一直玩到天黑才肯回家，鞋子里全是\n'
RIGHT = '潮水退去以后，滩涂上留下许多小水洼，孩子们提着桶去捡螃蟹，一直玩到天黑才肯回家，鞋子里全是沙。\n'

_FINAL = frozenset('。！？…”’」』）】》：:；;—!?.)>~～|')
_OPEN_END = lazy(rf'[{HAN}A-Za-z0-9，、,]\Z')
_TAIL = lazy(r'(?:[*_~ \t]|<br ?/?>|\\|\[\^[^\]\n]{1,20}\]|&nbsp;)+\Z')
_ITEM = lazy(r'[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]')
_INNER = lazy('[，。！？；]')
_CAPTION = lazy(
    r'[*_（(【\[]*(?:图|表|来源|资料来源|摄影|题图|作者|译者|编辑|校对|版权|链接|原文|视频|参考|标签|关键词|时间|地点|网址|出处)'
    r'[^，。\n]{0,8}[：:]|[*_]*(?:图|表) ?\d')
_INTRODUCED = frozenset(('list', 'code', 'quote', 'table'))
_LEAST, _VERSE, _FEW = 40, 30, 3


def findings(page: Page) -> Iterator[Finding]:
    text, blocks = page.text, page.blocks
    ended, cut = 0, list[Finding]()
    for i, block in enumerate(blocks):
        if block.kind != 'text' or block.original or block.end - block.start < _LEAST:
            continue
        ended += text[block.end - 1] in _FINAL
        if text[block.end - 1] in _FINAL or not _is_cut(page, block):
            continue
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if after is not None and after.kind in _INTRODUCED and not after.original:
            continue
        end = _end(text, block)
        cut.append(Finding(end - 1, end, 'this paragraph ends without a final mark: add it, or the words that are '
                           'missing'))
    if len(cut) < _FEW or len(cut) < ended:
        yield from cut


def _end(text: str, block: Block) -> int:
    """Where the words of a block end, without the marks of Markdown behind them."""
    tail = _TAIL.search(text[max(block.start, block.end - 60):block.end])
    return block.end - (len(tail[0]) if tail else 0)


def _is_cut(page: Page, block: Block) -> bool:
    text, start, end = page.text, block.start, _end(page.text, block)
    if end - start < _LEAST or not _OPEN_END.search(text[end - 1:end]) or not page.is_open(end - 1, end):
        return False
    words = text[start:end]
    lines = words.count('\n') + 1
    if _ITEM.match(words, words.rfind('\n') + 1):
        return False    # a list right below its paragraph
    if len(words) < _VERSE * lines or _CAPTION.match(words) or not _INNER.search(words):
        return False
    return page.is_chinese(start, end) and page.is_chinese(max(start, end - _LEAST), end)
