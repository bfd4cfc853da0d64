"""A `**` without a partner on its line or the next one.

Readers see it as two stars. Where the other one was lost, put it back; else take this one away.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .pairs import groups
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
        for runs in groups(page.text, inline).odd:
            run = next((run for run in runs if run.stars), runs[-1])
            if not _SWEARING.search(page.text, max(run.start - 3, 0), run.end + 1):
                yield Finding(run.start, run.end, 'this ** has no partner on its line: add the other, or remove it')
