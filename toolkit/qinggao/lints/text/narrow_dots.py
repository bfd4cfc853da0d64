"""`...` in Chinese prose.

The Chinese ellipsis is six dots in the middle of the line, ……; three on the base line look like a slip, and part at a
line's end. Write ……. Dots of a path or of code are left alone (`[...对象, 1]`). Between a space and a word, or at the
beginning of a line, they are mended only if you ask for it: `...对象` may be what a programmer spreads.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page

CODE = 'TX004'
NAME = 'narrow-dots'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '他看着海面...很久没有说话。\n'
RIGHT = '他看着海面……很久没有说话。\n'

_APART = frozenset((' ', '\n', ''))
_OPENING, _CLOSING = frozenset('([{,'), frozenset(')]}')       # [...] and (...) leave something out


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    if '...' not in own.text:
        return
    from ...stages.punctuation.marks import narrow_dots
    for edit in narrow_dots(own.text):
        start, end = own.span(edit.start, edit.end)
        before, after = page.text[max(0, start - 1):start], page.text[end:end + 1]
        stands_behind = page.text[start - 2:start - 1] if before == ' ' else before
        if any(mark in before + after for mark in '/\\') or (stands_behind in _OPENING and after not in _CLOSING):
            continue
        if page.is_open(start, end):
            sure = before not in _APART or not after.isalnum()
            yield Finding(start, end, '... in Chinese: write ……', (Edit(start, end, edit.new, CODE, sure),))
