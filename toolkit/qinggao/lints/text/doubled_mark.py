"""Two marks where there is room for one.

`？？`, `。，` and `，。` are what a recogniser leaves where it is of two minds; on a page they look like a slip. Write
the one that is meant. The same mark twice, and a comma beside the stop that ends a paragraph, are mended; where words
would have to decide, where somebody shouts (`！！！`) or trails off (`。。。`), only if you ask for it. `？！` stays.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import lazy
from .head_words import found_in_head

CODE = 'TX005'
NAME = 'doubled-mark'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '雨停了吗？？我们再等一等。\n'
RIGHT = '雨停了吗？我们再等一等。\n'

_LIKELY = lazy('[，。！？；：、,.!?;:](?:(?=[，。！？；：、])|(?<=[，。！？；：、])[ ]*[，。！？；：、,.!?;:])')
_WIDE = str.maketrans(',?!;:.', '，？！；：。')
_STRAY = lazy(r'\n(?P<mark>[，。！？；：、]+)[ ]*')
_STRAY_FIRST = lazy(r'(?P<mark>[，。！？；：、]+)[ ]*')
_ABBREVIATED = lazy(r'[A-Za-z][.!]')      # Inc.， and Yahoo!，
_EMOJI = lazy(r':[a-z0-9_+-]{2,30}:\Z')    # :tada:，
# Of a title 为什么？：… is a style.
_IN_HEAD = lazy('[，。！？；：、](?:(?<=[！？])[，。；、]|(?<=[，。；：、])[，。！？；：、]|(?<=？)？|(?<=！)！)')
_NEAR, _FEW = 200, 12
_ENDED = tuple('。！？…”』」）：；!?.')


def findings(page: Page) -> Iterator[Finding]:
    for start, end in page.once(chinese_words).lines(_LIKELY):
        yield from _in_line(page, start, end)
    yield from _strays(page)
    yield from found_in_head(page, _IN_HEAD, 'write one mark')


def _in_line(page: Page, start: int, end: int) -> Iterator[Finding]:
    from ...stages.punctuation import clauses_of
    from ...stages.punctuation.marks import doubled
    own = page.once(chinese_words)
    line = own.text[start:end]
    for edit in doubled(line, clauses_of(page.rules)):
        first, last = own.span(start + edit.start, start + edit.end)
        run = line[edit.start:edit.end]
        if edit.start == 0 or not page.is_open(first, last) or _ABBREVIATED.match(line, edit.start - 1) \
                or (line[edit.start] == ':' and _EMOJI.search(line, 0, edit.start + 1)):
            continue
        ends = len(line) - edit.end < _FEW and not line[edit.end:].strip('*_ ”’」』）')
        if line[edit.start - 1] in '“「‘' and line[edit.end:edit.end + 1] in ('”', '」', '’'):
            continue        # spoken of: “。。。”
        new, sure = _one(run.translate(_WIDE).replace(' ', ''), edit.new, ends)
        yield Finding(first, last, f'{run}: write one mark, {new}', (Edit(first, last, new, CODE, sure),))


def _one(run: str, new: str, ends: bool) -> tuple[str, bool]:
    """What a run should read, and whether that is certain. ``ends``: it ends its line."""
    kinds = set(run)
    if len(kinds) == 1 and len(run) > 2:
        return ('……' if run[0] == '。' else new), False
    if len(kinds) == 1:
        return new, True
    return new, (kinds == {'，', '。'} and new == '。' and ends and len(run) == 2) or run in ('？。', '！。')


def _strays(page: Page) -> Iterator[Finding]:
    """Marks that open a line belong to nothing, or to the line above."""
    own = page.once(chinese_words)
    first_one = _STRAY_FIRST.match(own.text)
    for found in chain((first_one,) if first_one else (), _STRAY.finditer(own.text)):
        start, end = found.start('mark'), found.end()
        first, last = own.span(start, end)
        if not page.is_open(first, last) or end == len(own.text) or own.text[end] == '\n':
            continue
        block = page.block_at(first)
        opens = block is not None and block.start == first
        before = own.text[max(0, start - _NEAR):start].rstrip('*_ \n')
        sure = opens and found['mark'] in ('，', '。', '、') and before.endswith(_ENDED) and end - start == 1
        yield Finding(first, last, f'{found["mark"]} opens a line and belongs to nothing: delete it',
                      (Edit(first, last, '', CODE, sure),))
