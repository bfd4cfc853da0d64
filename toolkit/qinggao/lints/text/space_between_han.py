"""A space between Chinese words or beside a full-width mark.

Chinese is written without spaces; a full-width mark brings its own room. Beside a mark the space is deleted. Between
Han it may be all that parts two clauses (对 分不清) or the halves of a verse, so there it is deleted only if you ask
for it: perhaps a mark belongs there. Headings, tables and lines without a single mark (slogans, rows of names) are left
alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy

CODE = 'TX006'
NAME = 'space-between-han'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '船靠了岸， 水手们把绳子系好。\n'
RIGHT = '船靠了岸，水手们把绳子系好。\n'

_M = '，。！？；：、“”‘’（）《》「」『』【】…'
# It only has to find lines that are worth a second look, and a class of all Han takes 3 ms to compile.
_LIKELY = lazy('[ ](?<=[^\x00-\xff][ ])[ ]*[^\x00-\xff]')
_HAN, _CHINESE = lazy(f'[{HAN}]'), lazy(f'[{HAN}{_M}]')
_MARK = lazy('[，。！？；：、]')
_NUMBERED = lazy(r'第[一二三四五六七八九十百零〇\d]{1,6}[章节回集期讲课卷部篇季场幕]\Z')
# `（  ）` is a blank to be filled in; `作者：林静 周明 陈舟，` a row of names.
_BLANK = frozenset(('（）', '“”', '《》', '【】', '「」', '『』'))
_ROW = lazy(rf'[{HAN}]{{2,4}}[：:][ ]?[{HAN}]{{2,4}}(?:[ ][{HAN}]{{2,4}})+(?![{HAN}])')
_MESSAGES = {
    'mark': 'a space beside a full-width mark: delete it',
    'han': 'a space between Han: delete it, or set the mark that belongs there',
}
_IN = {'text': ('mark', 'han'), 'list': ('mark',), 'quote': ('mark', 'han')}


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    for start, end in own.lines(_LIKELY):
        block, line = page.block_at(own.at(start)), own.text[start:end]
        kinds = _IN.get(block.kind, ()) if block and _MARK.search(line) else ()
        rows = [row.span() for row in _ROW.finditer(line)] if kinds else ()
        for edit in _between_han(page, line) if kinds else ():
            if any(begin < edit.start < end for begin, end in rows):
                continue
            first, last = own.span(start + edit.start, start + edit.end)
            kind = _kind(line, edit)
            if kind in kinds and page.is_open(first, last):
                sure = kind == 'mark' and block is not None and block.kind != 'quote'
                yield Finding(first, last, _MESSAGES[kind], (Edit(first, last, '', CODE, sure),))


def _between_han(page: Page, line: str) -> Iterator[Edit]:
    from ...rulebook import Rulebook
    from ...stages.spacing import between_han
    from ...transcript import Transcript
    from ...view import View
    return between_han(View(Transcript.plain(line), page.settings, Rulebook(())))     # it asks for no rules


def _kind(line: str, edit: Edit) -> str:
    """Where a space stands: beside a mark or between Han; empty where it is meant."""
    left, right = line[edit.start - 1:edit.start], line[edit.end:edit.end + 1]
    if not (_CHINESE.match(left) and _CHINESE.match(right)):
        return ''
    if left + right in _BLANK:
        return ''
    if not (_HAN.match(left) and _HAN.match(right)):
        inside = line[edit.start - 2:edit.start - 1] if left in '’”' else line[edit.end + 1:edit.end + 2]
        latin = (left in '’”' or right in '‘“') and inside.isascii() and inside
        return '' if latin else 'mark'      # James’ 书, “AI” 和
    return '' if _NUMBERED.search(line[max(0, edit.start - 12):edit.start]) else 'han'
