"""A mark of the pieces in which a page was made: `<!-- chunk 3/11 -->`.

A program that works through a long talk in pieces writes it between them. Readers do not see it, but it goes out with
the page, and into feeds and search. Delete it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .removal import removal

CODE = 'LE001'
NAME = 'chunk-mark'
SEVERITY = 'warning'
MENDS = 'always'
WRONG = '### 出海\n\n<!-- chunk 1/3 -->\n\n船在清晨离开港口。\n'
RIGHT = '### 出海\n\n船在清晨离开港口。\n'

_MARK = lazy(r'<!--[ \t]*(?:end[ \t]+of[ \t]+|(?:end|begin|start)[ \t]+)?chunk[ \t#:_-]*\d{1,5}[^<>\n]{0,60}-->', 2)


def findings(page: Page) -> Iterator[Finding]:
    for found in _MARK.finditer(page.text, page.body):
        if not page.is_code(found.start()):
            yield Finding(*found.span(), 'a mark of the pieces this page was made in: delete it',
                          (removal(page, *found.span(), CODE),))
