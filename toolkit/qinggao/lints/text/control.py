"""A control character, or a line break of another kind.

A form feed, an escape sequence of a terminal, a backspace: nobody can read them, and XML and YAML refuse most of
them. Delete them. A vertical tab, a lone carriage return or U+2028 is a line break to some programs and nothing to
others: write a plain one.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import PAGE, Page
from ...patterns import lazy
from .odd_characters import is_code, named, odd_characters

CODE = 'TX014'
NAME = 'control'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '船\x08在午后靠岸。\n'
RIGHT = '船在午后靠岸。\n'

_ESCAPE = lazy(r'\x1b(?:\[[0-9;?]{0,20}[A-Za-z]|[()][A-Z0-9])')


def findings(page: Page) -> Iterator[Finding]:
    text, odd = page.text, page.once(odd_characters)
    for start, end in odd.get('control', ()):
        escape = _ESCAPE.match(text, start) if end - start == 1 else None
        end = escape.end() if escape else end
        mend = () if is_code(page, start) else (Edit(start, end, '', CODE),)
        yield Finding(start, end, f'{named(text[start])}: delete it', mend)
    for start, end in odd.get('break', ()):
        yield Finding(start, end, f'{named(text[start])} for a line break: write a plain one',
                      tuple(_plain_break(page, start, end)))


def _plain_break(page: Page, start: int, end: int) -> Iterator[Edit]:
    """Nothing beside a line break. In a heading, a table, a list or front matter a new line is another thing."""
    if start < page.body or is_code(page, start):
        return
    beside = '\n' in (page.text[start - 1:start] or '\n', page.text[end:end + 1] or '\n')
    block = page.block_at(start) if page.kind == PAGE else None
    sure = beside or page.kind != PAGE or (block is not None and block.kind == 'text' and not block.original)
    yield Edit(start, end, '' if beside else '\n', CODE, sure)
