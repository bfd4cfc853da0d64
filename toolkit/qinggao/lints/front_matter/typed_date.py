"""A date without quotes.

YAML turns it into a point in time, midnight in Greenwich: west of it the site shows the day before. Quote it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .values import texts

CODE = 'FM013'
NAME = 'typed-date'
SEVERITY = 'warning'
MENDS = 'always'
WRONG = '---\ntitle: 港口的早晨\ndate: 2026-05-08\nlayout: post.njk\n---\n'
RIGHT = "---\ntitle: 港口的早晨\ndate: '2026-05-08'\nlayout: post.njk\n---\n"

_DATE = lazy(r'[0-9]{4}-[0-9]{2}-[0-9]{2}')


def findings(page: Page) -> Iterator[Finding]:
    for _, _, value in texts(page, 'date'):
        if not value.style and _DATE.fullmatch(value.value):
            yield Finding(value.start, value.end, 'a date without quotes is no text but a point in time: quote it',
                          (Edit(value.start, value.end, f"'{value.value}'", CODE),))
