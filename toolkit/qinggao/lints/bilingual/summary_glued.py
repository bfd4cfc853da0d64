"""An original straight after `</summary>`, without a blank line.

Until the next blank line Markdown takes everything for HTML: the original is no paragraph, and its `**marks**` show as
they stand. Put a blank line after `</summary>`. A fold on one line, without any marks, is good HTML and stays.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import after_blank, folds
from .rooms import is_in_cell_or_quote, is_in_item, is_plain_html

CODE = 'BI011'
NAME = 'summary-glued'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '<details>\n<summary>Original English</summary>\nThe river was **cold**.\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was **cold**.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for fold in (*folds(page).closed, *folds(page).unclosed):
        tag = fold.closer
        if tag is None:
            continue
        start, gap = tag.end, '\n\n'
        at = after_blank(text, start)
        if at < len(text) and text[at] == '\n':
            start, gap = at + 1, '\n'
            at = after_blank(text, start)
        # The older shape goes on in HTML.
        if at == len(text) or text[at] in '<\n':
            continue
        if is_in_cell_or_quote(page, tag) or is_plain_html(page, fold):
            continue
        in_item = is_in_item(page, fold.open)
        # Spaces before the words are those of an item; elsewhere they would make them code.
        end = start if in_item and gap == '\n' else at
        # `>> Name` would become a quotation.
        edit = Edit(start, end, gap, CODE, sure=text[at] != '>' and not (in_item and (gap == '\n\n' or at - start > 3)))
        yield Finding(tag.start, tag.end, 'the original follows </summary> without a blank line: put one there',
                      (edit,))
