"""A list with fewer or more items than the site asks for.

Pages are found by their tags: few lead nowhere, many lead everywhere. The profile has the numbers.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .notes import asked

CODE = 'FM020'
NAME = 'item-count'
SEVERITY = 'info'
MENDS = 'never'
WRONG = '---\ntags:\n  - harbour\nlayout: post.njk\n---\n'
RIGHT = '---\ntags:\n  - harbour\n  - weather\n  - fishing\n  - cooking\nlayout: post.njk\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for field, rule in asked(page):
        if not rule.is_list or not field.is_list or not (rule.least or rule.most):
            continue
        count = len(field.values)
        if count < rule.least or 0 < rule.most < count:
            wanted = f'{rule.least} to {rule.most}' if rule.least and rule.most else \
                f'at least {rule.least}' if rule.least else f'at most {rule.most}'
            yield Finding(field.key.start, field.key.end, f'`{field.name}` has {count}: the site asks for {wanted}')
