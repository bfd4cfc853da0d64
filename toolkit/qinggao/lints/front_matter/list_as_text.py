"""A list that was written as a text.

`'[]'` in quotes is a text of two brackets: a template that goes through it shows `[` and `]`. Write the list itself, an
item a line, and `[]` without quotes where it is empty.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .spelling import has_comment, says, spelled

if TYPE_CHECKING:
    from ...site.fields import Field

CODE = 'FM008'
NAME = 'list-as-text'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = "---\ntitle: 港口的早晨\npeople: '[]'\n---\n"
RIGHT = '---\ntitle: 港口的早晨\npeople: []\n---\n'

_LIST = lazy(r'[ ]*\[.*\][ ]*')
# Items in quotes of one kind, or words without any; nothing nested.
_ITEM = lazy(r'[ ]*(?:\'([^\'"\[\]]*)\'|"([^"\[\]]*)"|([^\s\'",\[\]{}][^\'",\[\]{}]*))[ ]*(?:,|$)')


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in page.fields:
        if rule.is_list and field.shape in ('scalar', 'block'):
            yield from _texts(page, field)


def _texts(page: Page, field: Field) -> Iterator[Finding]:
    for item in field.values:
        if not item.style or not _LIST.fullmatch(item.value):
            continue
        inner = _items(item.value.strip(' ')[1:-1])
        what = 'an item of the list' if field.shape == 'block' else 'the list'
        yield Finding(item.start, item.end, f'{what} is a text in quotes: write the list itself',
                      () if inner is None else _written(page, field, inner))


def _items(inner: str) -> list[str] | None:
    """The items of a list as it stands in a text; None where that is not plain."""
    found, at = list[str](), 0
    inner = inner.rstrip(' ')
    while at < len(inner):
        item = _ITEM.match(inner, at)
        if not item:
            return None
        found.append((item[1] or item[2] or item[3] or '').strip(' '))
        at = item.end()
    return found if all(found) else None


def _written(page: Page, field: Field, inner: list[str]) -> tuple[Edit, ...]:
    """The field anew: its other items, and these in place of the text; `[]` where nothing is left."""
    if has_comment(page, field):
        return ()
    values = [value for item in field.values
              for value in (inner if item.style and _LIST.fullmatch(item.value) else [item.value])]
    if len(field.values) > 1 and inner:
        return ()       # a list in a list
    lines = [f'\n  - {spelled(value)}' for value in values]
    colon = page.text.index(':', field.key.end) + 1
    edits = (Edit(colon, field.end, (''.join(lines) or ' []') + '\n', CODE),)
    return edits if says(page, field, edits, values) else ()
