"""The same item twice in a list.

A page with a tag twice is listed twice below it, and counts for one tag more than it has. The second one goes; one that
differs, in case too, is another item.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .notes import asked
from .spelling import has_comment, says

if TYPE_CHECKING:
    from ...site.fields import Field, Scalar

CODE = 'FM024'
NAME = 'item-twice'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: 港口的早晨\ntags:\n  - harbour\n  - weather\n  - harbour\nlayout: post.njk\n---\n'
RIGHT = '---\ntitle: 港口的早晨\ntags:\n  - harbour\n  - weather\nlayout: post.njk\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in asked(page):
        if not (rule.is_list and field.is_list) or len({item.value for item in field.values}) == len(field.values):
            continue
        seen: set[str] = set()
        again: list[Scalar] = []
        for item in field.values:
            if item.value and item.value in seen:
                again.append(item)
            seen.add(item.value)
        if again:
            names = ', '.join(dict.fromkeys(item.value for item in again))
            yield Finding(again[0].start, again[0].end, f'`{field.name}` has {names} twice: once is enough',
                          _without(page, field, again))


def _without(page: Page, field: Field, again: list[Scalar]) -> tuple[Edit, ...]:
    """The edits that take these items away with their lines, where each has one and no comment stands in the list."""
    text = page.text
    if field.shape != 'block' or has_comment(page, field):
        return ()
    edits = tuple(Edit(text.rfind('\n', 0, item.start) + 1, text.index('\n', item.end) + 1, '', CODE)
                  for item in again)
    kept = list(dict.fromkeys(item.value for item in field.values))
    return edits if says(page, field, edits, kept) else ()
