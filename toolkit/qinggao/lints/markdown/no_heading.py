"""A long page without any heading.

Nobody finds a place in it again, and it has no table of contents. Give each part a heading with `###`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy

CODE = 'MD003'
NAME = 'no-heading'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '---\ntitle: 河\n---\n' + '河水从山里流下来，早上很凉，孩子们都在岸上等太阳出来。\n\n' * 40
RIGHT = '---\ntitle: 河\n---\n### 早上\n\n' + '河水从山里流下来，早上很凉，孩子们都在岸上等太阳出来。\n\n' * 40

LEAST_HAN, LEAST_WORDS = 800, 500
_HEADING = lazy(r'\n {0,3}#{1,6}[ \t]|<h[1-6]\b')
_HAN = lazy(f'[{HAN}]')
_WORD = lazy('[A-Za-z]{2,}')


def findings(page: Page) -> Iterator[Finding]:
    # A page without front matter is no note; a short one needs no headings.
    if page.head is None or len(page.text) - page.body < LEAST_HAN or _HEADING.search(page.text, page.body - 1):
        return
    own = [block for block in page.paragraphs if not block.original]
    if any(block.kind == 'heading' for block in page.blocks) or not _are_long(page, own):
        return
    first = own[0]      # not what stands before it: a comment that keeps this would be found in its place
    yield Finding(first.start, first.end, 'a long page without a heading: give each part one')


def _are_long(page: Page, paragraphs: list[Block]) -> bool:
    words = ''.join(page.text[block.start:block.end] for block in paragraphs)
    return len(_HAN.findall(words)) >= LEAST_HAN or len(_WORD.findall(words)) >= LEAST_WORDS
