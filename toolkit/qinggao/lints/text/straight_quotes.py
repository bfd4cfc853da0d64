"""Straight quotes around Chinese.

`"` does not say whether it opens or closes, and sits off the middle beside full-width characters. Write “ and ”; in a
quotation, ‘ and ’. Where a line holds an odd number of them nobody knows which is missing: add or delete one. Inches,
attributes, code and data (`"title": "…"`) are left alone.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import OwnWords, chinese_words
from ...gate.page import Page
from ...patterns import HAN, lazy
from .head_words import found_in_head

CODE = 'TX003'
NAME = 'straight-quotes'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '他说"明天有风"，我们就没有出海。\n'
RIGHT = '他说“明天有风”，我们就没有出海。\n'

_CHINESE = lazy(f'[{HAN}，。！？；：、“”‘’（）《》「」『』【】…—]')
_HAN = lazy(f'[{HAN}]')
# Data; titles of notes that Python-Markdown sets in boxes (`!!! note "注意"`), and of links.
_DATA = lazy(r'\A[ ]*(?:!!!|\?\?\?\+?)[ ]\w|\A[ ]*\[[^\]\n]+\]:[ ]*\S*[/#]\S*[ ]+"'
             r'|"[ \t]*:|\'[ ]?:[ ]?"|[{\[,][ \t]*"|"[ \t]*,[ \t]*"|=[ \t]*"|\\"|"""|``'
             r'|\A[ \t]*(?:-[ \t]+)?(?:[A-Za-z_]+:[ \t]*)?"[^"]*"[ \t]*\Z')
_INCH = lazy(r'(?<=\d)"')
_IN_HEAD = lazy(r'(?<!\\)"(?:[^\x00-\u2fff][^"\n]*|[^"\n]*[^\x00-\u2fff])"')    # stray escapes are FM016
_NEAR = 200
_EDGES = frozenset(' \t*_~[(>|-')


def findings(page: Page) -> Iterator[Finding]:
    own, at = page.once(chinese_words), -1
    while (at := own.text.find('"', at + 1)) >= 0:
        start = own.text.rfind('\n', 0, at) + 1
        end = own.text.find('\n', at)
        end = end if end >= 0 else len(own.text)
        yield from _in_line(page, own, start, end)
        at = end
    yield from found_in_head(page, _IN_HEAD, 'write “ and ”')


def _in_line(page: Page, own: OwnWords, start: int, end: int) -> Iterator[Finding]:
    line = own.text[start:end]
    if not _HAN.search(line) or _DATA.search(line):
        return
    places = [at for at in _places(line) if page.is_open(*own.span(start + at, start + at + 1))]
    if len(places) % 2:
        if any(_touches(line, at) for at in places):
            first, last = own.span(start + places[-1], start + places[-1] + 1)
            yield Finding(first, last, f'{len(places)} straight quotes on this line: one is missing or too many')
        return
    pairs = list(zip(places[::2], places[1::2]))
    sure = all(_is_pair(line, *pair) for pair in pairs)
    for left, right in pairs:
        if not _surrounds_chinese(line, left, right):
            continue
        inner = _is_quoted(line, left)
        first, last = own.at(start + left), own.at(start + right)
        yield Finding(first, last + 1, 'straight quotes around Chinese: write “ and ”', (
            Edit(first, first + 1, '‘' if inner else '“', CODE, sure and not inner),
            Edit(last, last + 1, '’' if inner else '”', CODE, sure and not inner)))


def _places(line: str) -> Iterator[int]:
    """The quotes of a line; where their number is odd, without those of inches."""
    odd, at = line.count('"') % 2, line.find('"')
    while at >= 0:
        if not (odd and _INCH.match(line, at)):
            yield at
        at = line.find('"', at + 1)


def _touches(line: str, at: int) -> bool:
    return any(_CHINESE.match(char) for char in line[max(0, at - 1):at] + line[at + 1:at + 2])


def _is_pair(line: str, left: int, right: int) -> bool:
    """Whether the first quote can open and the second close: nothing inside stands off from them."""
    if right - left < 2 or line[left + 1].isspace() or line[right - 1].isspace() or '“' in line[left:right]:
        return False
    before, after = line[left - 1:left], line[right + 1:right + 2]
    return (not before or before in _EDGES or bool(_CHINESE.match(before))) \
        and (not after or after in _EDGES or after in ')],.;:!?' or bool(_CHINESE.match(after)))


def _surrounds_chinese(line: str, left: int, right: int) -> bool:
    """Whether Chinese touches both quotes inside, or one outside while the other is at an edge or by Chinese too."""
    if right - left < 2:
        return False
    if _CHINESE.match(line[left + 1]) and _CHINESE.match(line[right - 1]):
        return True
    before, after = line[left - 1:left], line[right + 1:right + 2]
    beside = [bool(_CHINESE.match(char)) for char in (before, after)]
    return any(beside) and all(one or not char or char in _EDGES for one, char in zip(beside, (before, after)))


def _is_quoted(line: str, at: int) -> bool:
    """Whether a quotation in “ is open there."""
    first = max(0, at - _NEAR)
    return line.rfind('“', first, at) > line.rfind('”', first, at)
