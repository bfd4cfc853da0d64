"""A field that may not be empty, and is.

The title, the date, the summary and the area of a page are shown wherever the page is listed. Fill it in.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .notes import asked

CODE = 'FM017'
NAME = 'empty-field'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = "---\ntitle: ''\nlayout: post.njk\n---\n"
RIGHT = '---\ntitle: 港口的早晨\nlayout: post.njk\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in asked(page):
        if rule.filled and (field.is_empty or (field.shape == 'scalar' and not field.text.strip())):
            yield Finding(field.key.start, field.key.end, f'`{field.name}` is empty: fill it in')
