"""A `**` without a partner in its paragraph.

Readers see it as two stars. Where the other one was lost, put it back; else take this one away.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .pairs import marks, pairs
from .strong import literal

CODE = 'MD009'
NAME = 'unpaired-strong'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '河边有一片**湿地，是鸟的家。\n'
RIGHT = '河边有一片**湿地**，是鸟的家。\n'

_SWEARING = lazy(r'(?<![A-Za-z])[A-Za-z]{1,3}\*\*(?![A-Za-z0-9])')


def findings(page: Page) -> Iterator[Finding]:
    for inline in (inline for _, read in literal(page) for inline in read if inline.is_literal):
        if any(not pair.is_read for pair in pairs(page.text, inline)):
            continue        # MD001 says what is wrong with them
        left = [run for run in marks(page.text, inline)
                if run.stars and not _SWEARING.search(page.text, max(run.start - 3, 0), run.end + 1)]
        for run in left[:1]:
            yield Finding(run.start, run.end, 'this ** has no partner in its paragraph: add the other, or remove it')
