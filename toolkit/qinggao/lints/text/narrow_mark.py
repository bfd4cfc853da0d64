"""An ASCII mark in Chinese prose.

Beside Han `,` and `?` sit too close to one side and too far from the other, and a page that holds both kinds looks
careless. Write the full-width mark. What is ASCII by convention stays: times, ratios and decimals, the colon of a
speaker's label `**Name**: `, of a heading and of a gloss `（English: 释义）`, references (`[J]. 气象, 2019, 3(2)`).
A dot between Han parts names (马克.卡尼); beside a word that no name holds it is mended if you ask for it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy
from .head_words import found_in_head

CODE = 'TX002'
NAME = 'narrow-mark'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '潮水退了,沙滩上全是贝壳。\n'
RIGHT = '潮水退了，沙滩上全是贝壳。\n'

# It only has to find lines that are worth a second look, and a class of all Han takes 3 ms to compile.
_LIKELY = lazy('[,?!;:.](?:(?<=[^\x00-\xff].)(?!\\.)|(?=[^\x00-\xff])(?<=[A-Za-z0-9%].))')
_ENTITY = lazy(r'&#?\w{1,10};\Z')
# References, a session of Python, what MediaWiki reads: -{zh-hans:计算机;zh-hant:電腦}-
_REFERENCE = lazy(r'^\[\^[^\]]+\]:[^，。；]*$|\[(?:[JMDCNRSPZ]|EB/OL|J/OL|M/OL)\]|\. \([12]\d{3}[a-z]?\)[.,]'
                  r'|^[ ]*>>> \w|-\{')
# 了.我们: a full stop. No class of all Han, and what may begin or end a name is none of these words.
_STOP = lazy(r'\.(?:(?<=[了吗吧呢啊呀嘛]\.)(?=[^\x00-\xff，。！？；：、…”’」』）》])|(?<=[^\x00-\xff]\.)'
             r'(?=我们|你们|他们|她们|这些|这个|那么|但是|所以|因为|然后|不过|如果|而且|其实))')
_IN_HEAD = lazy(r'[,?!;](?<=[^\x00-\u2fff].)(?=[^\x00-\u2fff])')
_FULL = '，。？！、；：'
_ANCHORS = ('](#', 'href="#')     # links to headings by their words
_CERTAIN = lazy(f'[{HAN}“「《（a-zA-Z0-9\\n]|[ ][{HAN}“「《A-Za-z0-9]|\\Z')
_HAN = lazy(f'[{HAN}]')
_KANA = lazy('[\u3040-\u30ff]')
_NEAR, _REACH = 20, 200
# https://example.org/?q=港口,码头 and C:\港口,码头 and /港口,码头
_QUERY = lazy(r'(?:://[!-~]*[=/]|\b[A-Za-z]:\\|(?:^|\s)\.{0,2}/)[^\s，。；！？、）”]*\Z')
_ARGUMENT = lazy(r'(?:\w\([^()\s]{0,20}|[\[{][^\[\]{}\n]{0,30})\Z')      # f(甲,乙) and {甲: 1, 乙: 2}
_WORDS = lazy(r'[ \t]*[^\s]')
_NEXT = lazy(r';[A-Za-z]')                  # cd 文档;ls
_CELL = r'[^\s，。！？；：,;]{1,8}'
_CELLS = lazy(rf'{_CELL}([,;]){_CELL}(?:\1{_CELL})+\n')     # 林静,30,上海


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    for start, end in own.lines(_LIKELY):
        line = own.text[start:end] + '\n'     # with its end: a label is one by what follows
        if _REFERENCE.search(line):
            continue
        from ...stages.punctuation.marks import narrow
        for edit in narrow(line):
            first, last = own.span(start + edit.start, start + edit.end)
            if _is_prose(line, edit) and page.is_open(first, last):
                mark = line[edit.start:edit.end].strip()
                block = page.block_at(first)
                heads = block is not None and block.kind == 'heading'
                if heads and mark == ':':
                    continue
                sure = _is_certain(line, edit) and not (heads and page.holds(_ANCHORS))
                room = line[edit.end:edit.end + 1] == ' ' and _WORDS.match(line, edit.end) is not None
                yield Finding(first, last, f'ASCII {mark} in Chinese: write {edit.new}',
                              (Edit(first, last + room, edit.new, CODE, sure),))
    yield from _stops(page)
    yield from found_in_head(page, _IN_HEAD, 'a full-width mark belongs between Chinese words')


def _stops(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    for found in _STOP.finditer(own.text) if '.' in own.text else ():
        first, last = own.span(*found.span())
        near = max(0, found.start() - _REACH)
        line = own.text[max(near, own.text.rfind('\n', near, found.start()) + 1):found.start()]
        if page.is_open(first, last) and not _QUERY.search(line):
            yield Finding(first, last, 'ASCII . in Chinese: write 。', (Edit(first, last, '。', CODE, False),))


def _is_prose(line: str, edit: Edit) -> bool:
    """Whether a mark stands among Chinese words, is none of Markdown or HTML, and no other mark follows that is."""
    mark, after = line[edit.start], line[edit.end:edit.end + 1]
    if (mark == '!' and after == '[') or (mark == ';' and _ENTITY.search(line[max(0, edit.start - 12):edit.start + 1])):
        return False
    if after and after in _FULL:
        return False
    return not (_KANA.search(line[max(0, edit.start - _NEAR):edit.end + _NEAR])
                or _QUERY.search(line[max(0, edit.start - _REACH):edit.start]))


def _is_certain(line: str, edit: Edit) -> bool:
    """Whether Han stands before the mark, words or the end of the line behind it, and neither is data or a command."""
    if not (edit.start > 0 and _HAN.match(line, edit.start - 1) and _CERTAIN.match(line, edit.end)):
        return False
    return not (_ARGUMENT.search(line[max(0, edit.start - _REACH):edit.start]) or _NEXT.match(line, edit.start)
                or (len(line) < _REACH and _CELLS.fullmatch(line)))
