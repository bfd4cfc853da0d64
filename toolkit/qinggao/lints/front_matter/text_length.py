"""A text that is shorter or longer than the site shows.

Cards and search results cut a long summary off, and a short one says too little. The profile has the numbers.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .values import texts

CODE = 'FM018'
NAME = 'text-length'
SEVERITY = 'info'
MENDS = 'never'
WRONG = '---\nlayout: post.njk\nsummary: 码头上的一天。\n---\n'
RIGHT = '---\nlayout: post.njk\nsummary: ' + '天还没亮，码头上的灯就亮了；渔船一条接一条靠岸。' * 6 + '\n---\n'


def findings(page: Page) -> Iterator[Finding]:
    for _, rule, value in texts(page):
        count = len(value.value.strip())
        if count < rule.least or 0 < rule.most < count:
            wanted = f'{rule.least} to {rule.most}' if rule.least and rule.most else \
                f'at least {rule.least}' if rule.least else f'at most {rule.most}'
            yield Finding(value.start, value.end, f'`{rule.name}` has {count} characters: the site asks for {wanted}')
