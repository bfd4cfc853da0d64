"""A gloss in another shape than the house's.

A term is glossed `**术语**（English: 释义）`: full-width brackets that touch the bold, inside an ASCII colon and a
space. Narrow brackets or a full-width colon make one thing look like two, and a glossary is read from one shape. It is
asked of notes, and of a page that holds a gloss in that shape.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy
from ..front_matter.notes import is_note
from .glosses import Gloss, glosses

CODE = 'GL003'
NAME = 'gloss-shape'
SEVERITY = 'warning'
MENDS = 'always'
_NOTE = '---\nlayout: post.njk\n---\n\n'
WRONG = _NOTE + '先看**潮汐表** (Tide Table: 涨落的时刻)，再看**风级**（Beaufort Scale：风有多大）。\n'
RIGHT = _NOTE + '先看**潮汐表**（Tide Table: 涨落的时刻），再看**风级**（Beaufort Scale: 风有多大）。\n'

_HAN = lazy(f'[{HAN}]')
_NEAR = 200     # characters of its paragraph, before and behind
# Latin alone, or Latin, a colon, and Chinese: `（Google母公司：…）` and `(9.1%)` are other things.
_LATIN = r"[A-Za-z][A-Za-z0-9 .,'’&/+-]{0,79}[A-Za-z0-9.]"
_INSIDE = lazy(rf'(?P<english>{_LATIN})(?:(?P<colon>:[ ]|:|：[ ]?)(?P<rest>[{HAN}《“「A-Za-z0-9][^*\n]*))?$')


def findings(page: Page) -> Iterator[Finding]:
    given = [(gloss, found) for gloss in glosses(page, ('**（', '**(', '** (', '** （'))
             if (found := _INSIDE.match(gloss.inside))]
    if not given or not (is_note(page) or any(found['colon'] and _shape(found) == page.text[gloss.stop:gloss.end]
                                              for gloss, found in given)):
        return      # brackets of another house
    for gloss, found in given:
        rest = found['rest'] or ''
        shape = _shape(found)
        if (shape != page.text[gloss.stop:gloss.end] and _is_chinese(page, gloss, rest)
                and page.is_open(gloss.start, gloss.end)):
            yield Finding(gloss.stop, gloss.end, 'a gloss is written `**术语**（English: 释义）`: write it so',
                          (Edit(gloss.stop, gloss.end, shape, CODE),))


def _shape(found: re.Match[str]) -> str:
    """The gloss as the house writes it."""
    colon = ': ' if found['colon'] else ''
    return f'（{found["english"]}{colon}{found["rest"] or ""}）'


def _is_chinese(page: Page, gloss: Gloss, rest: str) -> bool:
    """Whether it stands in Chinese and glosses Chinese, or in Chinese: `**Rust** (The Language)` may be English."""
    if not (_HAN.search(gloss.term) if not gloss.is_wide or not rest else _HAN.match(rest)):
        return False
    block = page.block_at(gloss.start)
    if block is None:
        return False
    return page.is_chinese(max(block.start, gloss.start - _NEAR), min(block.end, gloss.end + _NEAR))
