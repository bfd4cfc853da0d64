"""Text straight after `</details>`.

Until the next blank line Markdown takes everything for HTML: `**marks**` show as they stand, and paragraphs run
together. Put a blank line after `</details>`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import after_blank, folds
from .rooms import is_in_cell_or_quote, is_in_item

CODE = 'BI002'
NAME = 'text-after-details'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n桥上有**雾**。\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n桥上有**雾**。\n'


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for tag in folds(page).tags:
        if tag.name != 'details' or not tag.closes:
            continue
        at = after_blank(text, tag.end)
        gap = '\n\n'
        if at < len(text) and text[at] == '\n':
            at, gap = after_blank(text, at + 1), '\n'
            if text[at:at + 1] not in ('<', '\n') and is_in_item(page, tag):
                continue    # a fold that belongs to an item of a list: the next item may follow
        # A tag is no text: what comes after a fold in a cell or an item. Another fold is the business of BI001.
        if at == len(text) or text[at] in '<\n' or is_in_cell_or_quote(page, tag):
            continue
        if gap == '\n\n':
            edit = Edit(tag.end, at, gap, CODE, sure=not is_in_item(page, tag))
        else:
            edit = Edit(at, at, gap, CODE)
        yield Finding(tag.start, tag.end, 'text straight after </details>: put a blank line between', (edit,))
