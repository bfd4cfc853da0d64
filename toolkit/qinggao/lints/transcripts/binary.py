"""A NUL byte: the file is no text.

It is a recording, a Word document, or UTF-16 without its mark. Leave it out, or export it as text in UTF-8. Nothing
else is checked until then.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page

CODE = 'TR002'
NAME = 'binary'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '大家好\0\n'
RIGHT = '大家好\n'


def findings(page: Page) -> Iterator[Finding]:
    at = page.text.find('\0')
    if at >= 0:
        yield Finding(at, at + 1, 'binary, not text: a NUL byte; leave the file out, or export it as text')
