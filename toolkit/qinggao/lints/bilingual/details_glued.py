"""`<details>` without a blank line before it.

On the line of its paragraph the fold opens inside that paragraph, and what closes it is no longer what opened it. On
the line below Markdown readers disagree: some take the tag for a part of the paragraph. Put a blank line before
`<details>`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .folds import folds

CODE = 'BI001'
NAME = 'details-glued'
SEVERITY = 'error'
MENDS = 'always'
WRONG = '河水很凉。\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = '河水很凉。\n\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'

_AHEAD = lazy(r'\s*<su|[ \t]*(?:\n|$)')
_MARKER = lazy(r'(?:[-*+]|\d{1,9}[.)]|>)?$')


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for tag in folds(page).tags:
        if tag.name != 'details' or tag.closes:
            continue
        line = max(page.body, text.rfind('\n', 0, tag.start) + 1)
        before = text[line:tag.start].strip()
        if before:
            if _stands_in_html(before) or _MARKER.match(before) or before[0] == '>':
                continue
            end = line + len(text[line:tag.start].rstrip())
            # Where no fold follows, a sentence may speak of the tag and has only forgotten to mark it as code.
            edit = Edit(end, tag.start, '\n\n', CODE, sure=bool(_AHEAD.match(text, tag.end)))
        elif line > page.body and _is_glued(page, line):
            edit = Edit(line, tag.start, '\n', CODE)
        else:
            continue
        yield Finding(tag.start, tag.end, 'no blank line before <details>: put one there', (edit,))


def _is_glued(page: Page, line: int) -> bool:
    """Whether the line above is words, or a fold that ends."""
    above = page.text[max(page.body, page.text.rfind('\n', 0, line - 1) + 1):line].strip()
    if not above or _stands_in_html(above):
        return False
    block = page.block_at(line - 2)
    return block is None or block.kind != 'list' or page.text[line] == '<'


def _stands_in_html(words: str) -> bool:
    """Whether what comes before is a tag of another kind: a fold may stand in a cell, an item or a comment's wake."""
    return words[-1] == '>' and not words.endswith(('</details>', '</p>'))
