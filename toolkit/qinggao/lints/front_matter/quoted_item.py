"""Items of a list in quotes that they do not need.

Lists of a site are compared and sorted as text by people and scripts: `- 'harbour'` and `- harbour` are one item to
YAML and two to everybody else. Write an item plain unless YAML needs its quotes.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .notes import asked
from .spelling import is_plain, spelled

if TYPE_CHECKING:
    from ...site.fields import Scalar

CODE = 'FM010'
NAME = 'quoted-item'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = "---\ntitle: 港口的早晨\ntags:\n  - 'harbour'\n  - weather\nlayout: post.njk\n---\n"
RIGHT = '---\ntitle: 港口的早晨\ntags:\n  - harbour\n  - weather\nlayout: post.njk\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in asked(page):
        if not rule.is_list or field.shape != 'block':
            continue
        needless = [item for item in field.values if item.style and _is_needless(page, item)]
        if needless:
            edits = tuple(Edit(item.start, item.end, item.value, CODE) for item in needless)
            yield Finding(needless[0].start, needless[-1].end,
                          f'items of `{field.name}` in quotes that they do not need: write them plain', edits)
        for item in field.values:
            if item.style and (inner := _unwrapped(item.value)):
                edit = Edit(item.start, item.end, spelled(inner), CODE, sure=False)
                yield Finding(item.start, item.end, 'an item in quotes twice: the inner ones are shown', (edit,))


def _is_needless(page: Page, item: Scalar) -> bool:
    raw = page.text[item.start:item.end]
    return '\n' not in raw and '\\' not in raw and is_plain(item.value)


def _unwrapped(value: str) -> str:
    """What stands between straight quotes that are part of a value."""
    inner = value[1:-1].strip()
    return inner if len(value) > 2 and value[0] == value[-1] in '\'"' and value[0] not in inner else ''
