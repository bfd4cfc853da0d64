"""A flag that is a text, or no flag.

`draft: 'false'` is a text, and every text is true: the page stays a draft for ever. Write `true` or `false`, plain.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .values import texts

CODE = 'FM012'
NAME = 'flag-as-text'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = "---\ntitle: 港口的早晨\ndraft: 'true'\nlayout: post.njk\n---\n"
RIGHT = '---\ntitle: 港口的早晨\ndraft: true\nlayout: post.njk\n---\n'

_MEANT = {'yes': 'true', 'on': 'true', 'y': 'true', '1': 'true', '是': 'true',
          'no': 'false', 'off': 'false', 'n': 'false', '0': 'false', '否': 'false'}


def findings(page: Page) -> Iterator[Finding]:
    for _, rule, value in texts(page, 'flag'):
        word = value.value.strip().lower()
        if not value.style and value.value in ('true', 'false'):
            continue
        # YAML 1.1 and 1.2 do not agree on yes and on: the page may have counted as either.
        right, sure = (word, True) if word in ('true', 'false') else (_MEANT.get(word, ''), False)
        edits = (Edit(value.start, value.end, right, CODE, sure),) if right else ()
        yield Finding(value.start, value.end, f'`{rule.name}` is true or false, without quotes', edits)
