"""A code fence that is never closed.

Everything below it is code to a reader, to the end of the page. Put the closing fence where the code ends.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'MD002'
NAME = 'unclosed-fence'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '先量水位：\n\n```\nlevel = 3\n\n然后写下来。\n'
RIGHT = '先量水位：\n\n```\nlevel = 3\n```\n\n然后写下来。\n'


def findings(page: Page) -> Iterator[Finding]:
    last = page.unclosed
    if last is None or page.text[last.start:last.end].lstrip(' ')[0] not in '`~':
        return
    line = page.text.find('\n', last.start, last.end)
    yield Finding(last.start, line if line >= 0 else last.end,
                  'this code is never closed: put the fence where it ends')
