"""A value in curly quotes, as if they were YAML's.

“…” are part of the text for YAML: the title is shown in quotes, and a colon inside breaks the page. Use the straight
quotes of YAML, or none; `“”` is two characters and not empty. A text that only begins with a quotation is right, and a
title that is one as a whole may be.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .spelling import respelled

if TYPE_CHECKING:
    from ...site.fields import Scalar

CODE = 'FM011'
NAME = 'curly-quotes'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: “港口的早晨：潮水、渔船与一天的开始”\n---\n'
RIGHT = '---\ntitle: 港口的早晨：潮水、渔船与一天的开始\n---\n'

_PAIRS = {'“': '”', '‘': '’'}
_EMPTY = frozenset(('“”', '‘’'))
_HEADING_MARKS = ('：', '｜', '|', ': ', '——')     # of titles, rarely of what somebody said


def findings(page: Page) -> Iterator[Finding]:
    for field, _ in page.fields:
        for item in field.values if field.shape == 'scalar' else ():
            if not item.style and item.value in _EMPTY:
                yield Finding(item.start, item.end, "curly quotes are part of the text: write '' where it is empty",
                              (Edit(item.start, item.end, "''", CODE),))
    wrapped = [(field, rule, item) for field, rule in page.fields for item in field.values if _wraps(item)]
    for field, rule, item in wrapped:
        inner = item.value[1:-1].strip()
        # Alone and short it may be a quotation.
        sure = field.shape == 'scalar' and (
            len(wrapped) > 1 or rule.kind != 'text' or len(inner) > 60 or any(mark in inner for mark in _HEADING_MARKS))
        yield Finding(item.start, item.end, 'curly quotes are part of the text: use straight ones, or none',
                      (respelled(page, field, item, inner, CODE, sure),))


def _wraps(item: Scalar) -> bool:
    """Whether one pair of quotes holds the whole value."""
    value = item.value
    if item.style or value[:1] not in _PAIRS or len(value) < 3 or value[-1] != _PAIRS[value[0]]:
        return False
    left, right, depth = value[0], value[-1], 0
    for mark in value[:-1]:
        depth += (mark == left) - (mark == right)
        if depth < 1:
            return False
    return depth == 1
