"""Front matter that is not closed, or that YAML cannot read.

A site stops at such a page, or publishes its fields as text. Most often a value holds a colon with a space behind it:
quote the value. Front matter begins and ends with a line `---`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .spelling import edited

CODE = 'FM002'
NAME = 'broken'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '---\ntitle: 第三期: 港口的早晨\n---\n'
RIGHT = "---\ntitle: '第三期: 港口的早晨'\n---\n"

_PAIR = lazy(r'(?:[A-Za-z][\w-]*:|[ \t]*-)[ \t]+(?P<value>[^\s].*?)[ \t]*$', 8)
_INNER = lazy(r'(?<!\S)([A-Za-z][\w-]*):(?!\S)')
_TRIES = 5      # values of one page that need quotes


def findings(page: Page) -> Iterator[Finding]:
    if page.head is None or page.head.error is None:
        return
    error = page.head.error
    start = _offset(page.text, error.line, error.column)
    end = page.text.find('\n', start)
    cure = f': {error.cure}' if error.cure else ''
    yield Finding(start, end if end > start else min(start + 1, len(page.text)), f'{error.what}{cure}', _quotes(page))


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find('\n', at) + 1
    return min(at + max(column, 1) - 1, len(text))


def _quotes(page: Page) -> tuple[Edit, ...]:
    """Quotes around the values that YAML stumbles over, if everything can be read then."""
    from ...site.head import Head
    head: Head | None = page.head
    edits: list[Edit] = []
    text, shift = page.text[:page.body], 0
    while head and head.error and head.error.line > 1 and len(edits) < _TRIES:
        value = _PAIR.match(text, _offset(text, head.error.line, 1))
        if not value or _holds_fields(page, value['value']):
            return ()
        raw, start = value['value'], value.start('value') - shift
        if edits and start <= edits[-1].start:
            return ()   # quotes have been tried here
        # What begins like a list, an alias or a quotation may have been meant as one.
        sure = raw[0] not in '\'"[{&*!|>#%@`' and ' #' not in raw
        new = "'" + raw.replace("'", "''") + "'"
        edits.append(Edit(start, start + len(raw), new, CODE, sure))
        shift += len(new) - len(raw)
        text = edited(page, edits)
        head = Head.of(text)
    return tuple(edits) if head and not head.error else ()


def _holds_fields(page: Page, raw: str) -> bool:
    """Whether a value goes on with a field of the profile: the line break between two fields was lost."""
    return any(name in page.profile.fields for name in _INNER.findall(raw))
