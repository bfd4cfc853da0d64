"""A file name that makes a bad address.

The name of a note becomes its address: letters, digits, `-` and `_` need no escapes, sort alike everywhere and survive
every file system. Name the file after the id of the talk, or give it a slug.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .notes import is_note

CODE = 'FM022'
NAME = 'file-name'
SEVERITY = 'warning'
MENDS = 'never'
PATH = '港口 早晨.md'
WRONG = '---\ntitle: 港口的早晨\nlayout: post.njk\n---\n'
RIGHT = '---\nlayout: home.njk\n---\n'

# A language may stand behind the name (morning.zh-cn.md); Windows keeps some names to itself.
_SAFE = lazy(r'(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[A-Za-z0-9_-]{1,120}(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?', 2)


def findings(page: Page) -> Iterator[Finding]:
    if page.head is None or page.path[:1] in ('', '<') or _SAFE.fullmatch(page.name):
        return
    if 'title' not in page.head.by_name or not is_note(page):
        return
    yield Finding(0, page.text.index('\n'), f'the file name {page.name} is no slug: letters, digits, - and _ make an '
                  'address that needs no escapes')
