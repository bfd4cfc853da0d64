"""A Chinese paragraph that four spaces before it turn into code.

In Markdown so many spaces mean code: readers see it in a grey box, on one endless line. Take them away; first-line
indents are a matter of the site's style sheet. Poems are set so on purpose, and stay.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy

CODE = 'MD008'
NAME = 'indented-prose'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '桥上有雾。\n\n    河水从山里流下来，早上很凉，孩子们都在岸上等太阳出来。\n'
RIGHT = '桥上有雾。\n\n河水从山里流下来，早上很凉，孩子们都在岸上等太阳出来。\n'

LEAST = 15      # Han: fewer are a line of a program, or of a table made of spaces
_HAN = lazy(f'[{HAN}]')
_PROGRAM = lazy(r'[{};=<>|│├└]|//|^\s*#')
_VERSE = 20     # characters of a line of verse, at most
_CLAUSES = lazy('[，。！？；]+')
_MARKS = ('，', '。', '！', '？')


def findings(page: Page) -> Iterator[Finding]:
    for block in page.blocks:
        if block.kind != 'code' or page.text[block.start] not in ' \t':
            continue
        lines = page.text[block.start:block.end]
        if _PROGRAM.search(lines) or len(_HAN.findall(lines)) < LEAST or not any(mark in lines for mark in _MARKS):
            continue
        if _is_verse(lines):
            continue
        edits = tuple(_undented(page, block.start, block.end))
        if edits:
            yield Finding(edits[0].end, block.end, 'four spaces make this paragraph code: take them away', edits)


def _is_verse(block: str) -> bool:
    """Whether a block is a poem: several short lines, or clauses of one length."""
    lines = [line.strip() for line in block.split('\n')]
    if len(lines) > 1 and all(len(line) <= _VERSE for line in lines):
        return True
    clauses = [clause for line in lines for clause in _CLAUSES.split(line) if clause]
    return len(clauses) > 1 and len(set(map(len, clauses))) == 1


def _undented(page: Page, start: int, end: int) -> Iterator[Edit]:
    at = start
    for line in page.text[start:end].split('\n'):
        words = len(line) - len(line.lstrip(' \t'))
        if words:
            yield Edit(at, at + words, '', CODE, sure=False)
        at += len(line) + 1
