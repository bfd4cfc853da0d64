"""A page in Traditional on a site in Simplified.

Nothing is wrong with its words, and which script a page should have is for you to say. `qinggao clean` converts a
transcript; set `script = "keep"` or `"hant"` where Traditional is meant, or `lang: zh-Hant` in front matter. A page in
both scripts is not this lint's: there TX001 names the lines in Traditional.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page
from .scripts import scripts, wants_simplified

CODE = 'TX017'
NAME = 'traditional-page'
SEVERITY = 'info'
MENDS = 'never'
WRONG = '海邊的燈塔還亮著，漁船陸續回來了。\n'
RIGHT = '海边的灯塔还亮着，渔船陆续回来了。\n'


def findings(page: Page) -> Iterator[Finding]:
    found = page.once(scripts)
    if not found.traditional or not found.is_traditional or not wants_simplified(page):
        return
    own = page.once(chinese_words)
    first = found.traditional[0]
    line = own.text.find('\n', first)
    start, end = own.span(first, line if line >= 0 else len(own.text))
    yield Finding(start, end, 'this page is in Traditional: convert it, or say script = "keep" in the settings')
