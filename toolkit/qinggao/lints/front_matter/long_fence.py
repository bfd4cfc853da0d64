"""A fence of front matter with more than three dashes.

Only a line of exactly `---` opens front matter; with `----` the site takes the fields for text and publishes them.
Write three dashes.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'FM003'
NAME = 'long-fence'
SEVERITY = 'error'
MENDS = 'always'
WRONG = '----\ntitle: 港口的早晨\n---\n'
RIGHT = '---\ntitle: 港口的早晨\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    head = page.head
    if head is None:
        return
    opening = page.text.index('-')
    for start in (opening, head.end):
        end = start
        while page.text[end:end + 1] == '-':
            end += 1
        if end - start > 3 and (start == opening or head.end < head.stop):
            yield Finding(start, end, f'{end - start} dashes make no fence of front matter: write three',
                          (Edit(start, end, '---', CODE),))
