"""An original straight after `</summary>`, without a blank line.

Until the next blank line Markdown takes everything for HTML: the original is no paragraph, and its `**marks**` show as
they stand. Put a blank line after `</summary>`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import after_blank, folds

CODE = 'BI011'
NAME = 'summary-glued'
SEVERITY = 'warning'
MENDS = 'always'
WRONG = '<details>\n<summary>Original English</summary>\nThe river was **cold**.\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was **cold**.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for tag in folds(page).tags:
        if tag.name != 'summary' or not tag.closes or text[text.rfind('\n', 0, tag.start) + 1] in '>|':
            continue
        at = after_blank(text, tag.end)
        if at < len(text) and text[at] == '\n':
            start = at = after_blank(text, at + 1)
            gap = '\n'
        else:
            start, gap = tag.end, '\n\n'
        # The older shape goes on in HTML.
        if at == len(text) or text[at] in '<\n':
            continue
        # `>> Name` would become a quotation.
        edit = Edit(start, at, gap, CODE, sure=text[at] != '>')
        yield Finding(tag.start, tag.end, 'the original follows </summary> without a blank line: put one there',
                      (edit,))
