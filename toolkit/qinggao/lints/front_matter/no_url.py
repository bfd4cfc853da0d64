"""An address that leads nowhere.

The source of a note is a link: it begins with `https://` or `http://`, names a host and holds no space. Write the whole
address.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .spelling import spelled
from .values import texts

CODE = 'FM021'
NAME = 'no-url'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\nsource: www.example.org/harbour\nlayout: post.njk\n---\n'
RIGHT = '---\nsource: https://www.example.org/harbour\nlayout: post.njk\n---\n'

_HOST = r'(?:[\w-]+(?:\.[\w-]+)+|localhost|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?(?=[/?#]|$)'
_URL = lazy(rf'https?://{_HOST}[^\s<>"“”]*', 2)
_BARE = lazy(rf'{_HOST}[^\s<>"“”]*')
_WRAPPED = lazy(r'<([^<>\s]+)>|\[[^\[\]]*\]\(([^()\s]+)\)|[“"\'‘]([^\s]+)[”"\'’]')


def findings(page: Page) -> Iterator[Finding]:
    for _, rule, value in texts(page, 'url'):
        if _URL.fullmatch(value.value):
            continue
        bare, sure = value.value.strip(), True
        wrapped = _WRAPPED.fullmatch(bare)
        if wrapped:
            bare, sure = next(filter(None, wrapped.groups())), False
        elif not _URL.fullmatch(bare) and _BARE.fullmatch(bare) and '.' in bare:
            bare, sure = f'https://{bare}', False
        edits = (Edit(value.start, value.end, spelled(bare), CODE, sure),) if _URL.fullmatch(bare) else ()
        yield Finding(value.start, value.end, f'`{rule.name}` is no address: write it whole, with https://', edits)
