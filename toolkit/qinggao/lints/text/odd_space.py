"""A space that is no plain space.

A no-break space beside Chinese, an ideographic space inside a sentence, a space of half an em: they look like slips,
do not wrap, and no search for the words on both sides finds them. Write a plain space, or nothing at the edge of a line
and between Han. Of many that stand alike the first are named and the others counted.

Left alone is what typesetters mean: two ideographic spaces that indent a paragraph, one in a heading or between the
halves of a verse, several that set out a line or pad its names, a no-break space between a number and its unit or
before a French mark, one between the words of a page in another language that is no note.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import PAGE, SUBTITLES, Page
from ...odd_characters import SPACES
from ...patterns import HAN, lazy
from ..front_matter.notes import is_note
from .odd_characters import is_code, named, odd_characters

CODE = 'TX012'
NAME = 'odd-space'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '我们用\u00a0Python 写了一个小工具。\n'
RIGHT = '我们用 Python 写了一个小工具。\n'

_RUN = lazy(f'[ {SPACES}]+')
_LAYOUT = '\u3000\u2003'
_NO_BREAK = ' \u00a0\u202f'
_MEANT = lazy(r'(?<=\d)[\u00a0\u2009\u202f](?=[\dA-Za-zµΩ°%€$£¥])|(?<=[^\W_])[\u00a0\u2009\u202f](?=[;:!?»])'
              r'|(?<=«)[\u00a0\u2009\u202f]|(?<=\w\.)[\u00a0\u202f](?=\w)')
_CHINESE = lazy(f'[{HAN}，。！？；：、“”‘’（）《》「」『』【】…—]')
_KANA = lazy('[\u3040-\u30ff]')
_DRAWN = lazy('[\u2500-\u257f]')
_HAN, _MARK = lazy(f'[{HAN}]'), lazy('[，。！？；：、]')
_FEW, _NEAR = 5, 200
_MARKER = lazy(r'[-+*>#|=~`<]|\d{1,9}[.)]')


def findings(page: Page) -> Iterator[Finding]:
    found = list(_findings(page))
    if len(found) <= _FEW + 1 or 'qinggao:' in page.text:      # a comment may turn the lint off for a stretch
        yield from found
        return
    alike: dict[tuple[str, bool, bool], list[Finding]] = {}
    for one in found:
        alike.setdefault((one.message, one.is_sure, bool(one.edits)), []).append(one)
    for some in alike.values():
        few = _FEW if len(some) > _FEW + 1 else len(some)
        yield from some[:few]
        if rest := some[few:]:
            line = page.text.count('\n', 0, rest[-1].start) + 1
            yield Finding(rest[0].start, rest[0].end, f'and {len(rest)} more from here to line {line}: '
                          + rest[0].message, tuple(edit for one in rest for edit in one.edits))


def _findings(page: Page) -> Iterator[Finding]:
    text, done = page.text, 0
    for start, end in page.once(odd_characters).get('space', ()):
        if start < done:
            continue
        first = start
        while first > done and text[first - 1] == ' ':
            first -= 1
        run = _RUN.match(text, first)
        done = run.end() if run else end
        if _is_meant(page, first, done):
            continue
        edits = tuple(_mend(page, first, done))
        none = bool(edits) and not edits[0].new
        yield Finding(start, end, f'{named(text[start])}: ' + ('delete it' if none else 'write a plain space'), edits)


def _is_meant(page: Page, start: int, end: int) -> bool:
    text = page.text
    left, right = text[start - 1:start] or '\n', text[end:end + 1] or '\n'
    if end - start == 1 and _MEANT.match(text, start):
        return True
    if page.kind == PAGE and not (_CHINESE.match(left) or _CHINESE.match(right) or '\n' in (left, right)) \
            and not page.once(chinese_words).text and not is_note(page):
        return True
    if page.kind == PAGE and page.is_code(start):
        return _is_drawn(text, start, end)
    if text[start:end].strip(_LAYOUT):
        return False
    if left == '\n':
        return right != '\n'
    if right == '\n':
        return False
    if '_' in (left, right) or _line(text, start).strip(_LAYOUT).count('\u3000') > 1:
        return True
    return page.kind == SUBTITLES or bool(_KANA.match(left) or _KANA.match(right)) or _stands_in_heading(page, start)


def _is_drawn(text: str, start: int, end: int) -> bool:
    """Whether code is laid out with it: full-width characters above it, the lines of a tree."""
    return not text[start:end].strip(' \u3000') or _DRAWN.search(_line(text, start)) is not None


def _line(text: str, at: int) -> str:
    end = text.find('\n', at)
    return text[text.rfind('\n', 0, at) + 1:end if end >= 0 else len(text)]


def _stands_in_heading(page: Page, at: int) -> bool:
    block = page.block_at(at) if page.kind == PAGE else None
    return block is not None and block.kind in ('heading', 'table', 'quote')


def _mend(page: Page, start: int, end: int) -> Iterator[Edit]:
    """At a line's end two plain spaces break it: they stay."""
    text = page.text
    if is_code(page, start):
        return
    left, right = text[start - 1:start] or '\n', text[end:end + 1] or '\n'
    in_head = start < page.body
    if right == '\n':
        hard = text.endswith('  ', start, end) and left != '\n'
        # A line of nothing else is none to Markdown: between words it holds their paragraph together.
        joins = left == '\n' and page.kind == PAGE and not (text[start - 2:start - 1] in ('\n', '')
                                                            or text[end + 1:end + 2] in ('\n', ''))
        yield Edit(start, end, '  ' if hard else '', CODE, not (in_head or joins))
    elif left == '\n':
        plain = page.kind != PAGE or not (in_head or _MARKER.match(text, end))
        yield Edit(start, end, '', CODE, plain)
    else:
        beside = bool(_CHINESE.match(left) or _CHINESE.match(right))
        if page.kind == PAGE and _HAN.match(left) and _HAN.match(right) and _is_sentence(page, start):
            yield Edit(start, end, '', CODE, False)     # as TX006 has it
            return
        yield Edit(start, end, ' ', CODE, beside and not text[start:end].strip(_NO_BREAK) and not in_head)


def _is_sentence(page: Page, at: int) -> bool:
    """Whether it stands in running text of the page, on a line with a mark: no slogan, no row of names."""
    block = page.block_at(at)
    if block is None or block.original or block.kind not in ('text', 'quote'):
        return False
    before = page.text[max(block.start, at - _NEAR):at].rpartition('\n')[2]
    return _MARK.search(before + page.text[at:min(block.end, at + _NEAR)].partition('\n')[0]) is not None
