"""`...` in Chinese prose.

The Chinese ellipsis is six dots in the middle of the line, ……; three on the base line look like a slip, and part at a
line's end. Write ……. Dots of a path or of code are left alone.
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
MENDS = 'always'
WRONG = '他看着海面...很久没有说话。\n'
RIGHT = '他看着海面……很久没有说话。\n'


def findings(page: Page) -> Iterator[Finding]:
    own = page.once(chinese_words)
    if '...' not in own.text:
        return
    from ...stages.punctuation.marks import narrow_dots
    for edit in narrow_dots(own.text):
        start, end = own.span(edit.start, edit.end)
        around = page.text[max(0, start - 1):start] + page.text[end:end + 1]
        if page.is_open(start, end) and not any(mark in around for mark in '/\\'):
            yield Finding(start, end, '... in Chinese: write ……', (Edit(start, end, edit.new, CODE),))
