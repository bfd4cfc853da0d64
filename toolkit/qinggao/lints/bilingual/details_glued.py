"""`<details>` without a blank line before it.

On the line of its paragraph the fold opens inside that paragraph, and what closes it is no longer what opened it. On
the line below Markdown readers disagree: some take the tag for a part of the paragraph. Put a blank line before
`<details>`. A fold for other things than an original may stand on the line below, as HTML does.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .folds import folds
from .rooms import is_in_cell_or_quote, is_in_item, is_original, line_of

CODE = 'BI001'
NAME = 'details-glued'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '河水很凉。\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = '河水很凉。\n\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'

_AHEAD = lazy(r'\s*<su|[ \t]*(?:\n|$)')
_MARKER = lazy(r'(?:[-*+]|\d{1,9}[.)]|>)?$')


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for fold in (*folds(page).closed, *folds(page).unclosed):
        tag = fold.open
        line = line_of(page, tag.start)
        before = text[line:tag.start].strip()
        if before:
            if _stands_in_html(before) or _MARKER.match(before) or is_in_cell_or_quote(page, tag) \
                    or is_in_item(page, tag) or (before.endswith('</details>') and not is_original(page, fold)):
                continue
            end = line + len(text[line:tag.start].rstrip())
            # Where no fold follows, a sentence may speak of the tag and has only forgotten to mark it as code.
            edit = Edit(end, tag.start, '\n\n', CODE, sure=bool(_AHEAD.match(text, tag.end)))
        elif line > page.body and is_original(page, fold) and _is_glued(page, line):
            # Four spaces behind a blank line would be code.
            edit = Edit(line, tag.start, '\n', CODE) if tag.start > line + 3 else Edit(line, line, '\n', CODE)
        else:
            continue
        yield Finding(tag.start, tag.end, 'no blank line before <details>: put one there', (edit,))


def _is_glued(page: Page, line: int) -> bool:
    """Whether the line above is words, or a fold that ends."""
    above = page.text[max(page.body, page.text.rfind('\n', 0, line - 1) + 1):line].strip()
    if not above or _stands_in_html(above):
        return False
    block = page.block_at(line - 2)
    if page.text[line] == '<':
        return True
    # A paragraph of an item goes on with its spaces, and what belongs to the item must keep them.
    return block is None or (block.kind != 'list' and page.text[line_of(page, block.start)] not in ' \t')


def _stands_in_html(words: str) -> bool:
    """Whether what comes before is a tag of another kind: a fold may stand in a cell, an item or a comment's wake."""
    return words[-1] == '>' and not words.endswith(('</details>', '</p>'))
