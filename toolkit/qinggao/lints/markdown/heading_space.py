"""A heading without the space behind its marks: `###标题`.

CommonMark reads it as a paragraph, and readers see the marks. Put a space there. A single `#话题` is a tag and stays,
and so do `##话题##` and `##12 号`. Two marks are a heading's where other headings of the page have their space.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy
from ..bilingual.folds import is_in_code

CODE = 'MD004'
NAME = 'heading-space'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '###早上的河\n\n河水很凉。\n'
RIGHT = '### 早上的河\n\n河水很凉。\n'

LONGEST = 80        # characters of a heading; on a longer line its paragraph goes on
_GLUED = lazy(f'#{{2,6}}(?=[A-Za-z{HAN}“《「])')
_SENTENCE = tuple('，。；：,;:')


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    at = text.find('##', page.body)
    while at >= 0:
        glued = text[at:at + 7].lstrip('#')[:1].strip()     # most headings have their space
        found = _GLUED.match(text, at) if glued else None
        line = max(page.body, text.rfind('\n', 0, at) + 1)
        end = text.find('\n', at)
        end = end if end >= 0 else len(text)
        if found and at - line <= 3 and not text[line:at].strip(' ') and _is_heading(page, found.end(), end) \
                and (len(found[0]) > 2 or page.once(_has_headings)) and not is_in_code(page, at):
            yield Finding(at, found.end(), f'no space behind {found[0]}: put one there, else this is no heading',
                          (Edit(found.end(), found.end(), ' ', CODE, _is_alone(page, line, end)),))
        at = text.find('##', end)


def _has_headings(page: Page) -> bool:
    return any(block.kind == 'heading' and page.text[block.start:block.end].lstrip()[:1] == '#'
               for block in page.blocks)


def _is_heading(page: Page, start: int, end: int) -> bool:
    """Whether the words behind the marks are a heading's; with marks behind them they are tags: ##河##, ##河 ##雾."""
    return page.text.find('#', start, end) < 0


def _is_alone(page: Page, start: int, end: int) -> bool:
    """Whether a line is a paragraph of its own and no sentence: then it can be nothing but a heading."""
    block = page.block_at(end - 1)
    words = page.text[start:end].rstrip()
    if len(words) > LONGEST or words.endswith(_SENTENCE):
        return False
    return block is not None and block.start >= start and block.end <= end
