"""A comment that asks qinggao to be quiet where it would say nothing.

What it once suppressed has been mended, or it stands in the wrong place; left there, it would hide the next mistake.
Remove it, or the code in it that is named. Where a lint it names is off in this run, nothing is said about it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'QG001'
NAME = 'unused'
SEVERITY = 'warning'
MENDS = 'unsure'
ALSO = ('TX005',)
WRONG = '<!-- qinggao: off-next-line TX005 -->\n船开了，我们坐在船头。\n'
RIGHT = '船开了，我们坐在船头。\n'


def findings(page: Page) -> Iterator[Finding]:
    # Made in gate/suppressions.py: only when all lints have looked is it known which comment suppressed nothing.
    yield from ()
