"""A comment to qinggao that it does not understand.

It asks for something else than off, on or off-next-line, or names a code that no lint has, and so suppresses nothing.
Correct it; behind the word stand codes (TX005) or the letters of a family (TX), and nothing else.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'QG002'
NAME = 'unknown-code'
SEVERITY = 'warning'
MENDS = 'never'
ALSO = ('TX005',)
WRONG = '<!-- qinggao: off-next-line TX05 -->\n船开了。。\n'
RIGHT = '<!-- qinggao: off-next-line TX005 -->\n船开了。。\n'


def findings(page: Page) -> Iterator[Finding]:
    # Made in gate/suppressions.py, which reads the comments in any case.
    yield from ()
