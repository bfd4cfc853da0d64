"""A heading without the space behind its marks: `###标题`.

CommonMark reads it as a paragraph, and readers see the marks. Put a space there. A single `#话题` is a tag and stays.
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
MENDS = 'always'
WRONG = '###早上的河\n\n河水很凉。\n'
RIGHT = '### 早上的河\n\n河水很凉。\n'

_GLUED = lazy(f'#{{2,6}}(?=[A-Za-z0-9{HAN}“《「])')


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    at = text.find('##', page.body)
    while at >= 0:
        found = _GLUED.match(text, at)
        line = max(page.body, text.rfind('\n', 0, at) + 1)
        if found and at - line <= 3 and not text[line:at].strip(' ') and not is_in_code(page, at):
            yield Finding(at, found.end(), f'no space behind {found[0]}: put one there, else this is no heading',
                          (Edit(found.end(), found.end(), ' ', CODE),))
        at = text.find('##', (text.find('\n', at) + 1) or len(text))
