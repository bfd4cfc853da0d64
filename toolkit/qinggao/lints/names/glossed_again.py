"""A term that is glossed a second time.

A gloss belongs to a term's first mention; further down the reader knows the word and the brackets are in the way.
Write the term alone there.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy
from .glosses import Gloss, glosses

CODE = 'GL002'
NAME = 'glossed-again'
SEVERITY = 'info'
MENDS = 'unsure'
WRONG = '先看**潮汐表**（Tide Table: 涨落的时刻）。\n\n明天的**潮汐表**（Tide Table: 涨落的时刻）也贴出来了。\n'
RIGHT = '先看**潮汐表**（Tide Table: 涨落的时刻）。\n\n明天的潮汐表也贴出来了。\n'

_SAYS = lazy(r'[A-Za-z][A-Za-z]|[^\n]{1,80}[:：]')
_HAN = lazy(f'[{HAN}]')


def findings(page: Page) -> Iterator[Finding]:
    known: set[str] = set()
    for gloss in glosses(page, ('**（',)):
        if not _is_gloss(gloss):
            continue
        if gloss.term in known and page.is_open(gloss.start, gloss.end):
            yield Finding(gloss.start, gloss.end, f'{gloss.term} was glossed further up: write the term alone',
                          (Edit(gloss.start, gloss.end, gloss.term, CODE, sure=False),))
        known.add(gloss.term)


def _is_gloss(gloss: Gloss) -> bool:
    """Whether the brackets explain the term: neither `**林静**（笑）` nor `**写作**（9.1%）`."""
    return bool(_SAYS.match(gloss.inside)) or (not _HAN.search(gloss.term) and len(_HAN.findall(gloss.inside)) > 2)
