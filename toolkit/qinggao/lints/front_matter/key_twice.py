"""A key that front matter says twice.

Most readers of YAML refuse such a page; others take the last of the two without a word. Keep one.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .spelling import removal

if TYPE_CHECKING:
    from ...site.fields import Field

CODE = 'FM004'
NAME = 'key-twice'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = "---\ntitle: 港口的早晨\nguest: ''\nguest: 林知远\n---\n"
RIGHT = '---\ntitle: 港口的早晨\nguest: 林知远\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    head = page.head
    if head is None or len(head.by_name) == len(head.fields):
        return
    for field in head.fields:
        first = head.by_name[field.name]
        if field is not first:
            line = page.text.count('\n', 0, first.start) + 1
            edits = _keeps_one(page, first, field)
            cure = '' if edits else ', and they say different things: keep the right one'
            yield Finding(field.key.start, field.key.end, f'`{field.name}` stands on line {line} already{cure}', edits)


def _keeps_one(page: Page, first: Field, second: Field) -> tuple[Edit, ...]:
    if second.is_empty or _same(first, second):
        return (removal(page, second, CODE),)
    return (removal(page, first, CODE),) if first.is_empty else ()


def _same(first: Field, second: Field) -> bool:
    """Whether two fields say the same; what is nested is not looked into."""
    shapes = {first.shape, second.shape}
    return (shapes == {'scalar'} or shapes <= {'block', 'flow'}) and \
        [item.value for item in first.values] == [item.value for item in second.values]
