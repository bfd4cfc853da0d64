"""A line of more than 2,000 characters of speech without marks.

The recogniser left no line ends and no punctuation, so that no sentence can be told from the next. Transcribe it again
with punctuation, or restore it, before it is cleaned.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'TR008'
NAME = 'endless-line'
SEVERITY = 'info'
MENDS = 'never'
WRONG = '船开了我们坐在船头看江水慢慢地流' * 130 + '\n'
RIGHT = '船开了，我们坐在船头，看江水慢慢地流。\n' * 130

_INVISIBLE = lazy('[\u200b-\u200f\u2060-\u2064\ufeff]+')     # some sites hide two thousand of them in a line
_MARK = lazy(r'[。！？，、；：.!?,;:]')
_LONG = 2000
_FEW = 500      # characters a mark, fewer than which are as good as none


def findings(page: Page) -> Iterator[Finding]:
    lines = page.text.split('\n')
    if len(max(lines, key=len)) <= _LONG:
        return
    start = 0
    for line in lines:
        words = _INVISIBLE.sub('', line) if len(line) > _LONG else ''
        if len(words) > _LONG and len(_MARK.findall(words)) * _FEW < len(words):
            yield Finding(start, start + 1, f'a line of {len(words)} characters without marks: restore its punctuation')
        start += len(line) + 1
