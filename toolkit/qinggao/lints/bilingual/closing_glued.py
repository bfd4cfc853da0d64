"""`</details>` without a blank line before it.

On the line of the original the tag is a part of its paragraph: what was opened outside it is closed inside. Put a
blank line before `</details>`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import folds
from .rooms import has_blank_line, is_in_cell_or_quote, is_in_item, is_original, is_plain_html, line_of

CODE = 'BI012'
NAME = 'closing-glued'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for fold in folds(page).closed:
        tag = fold.close
        if tag is None or tag.start <= fold.inside or (text[tag.start - 2:tag.start] == '\n\n'):
            continue
        line = line_of(page, tag.start)
        words = text[max(line, fold.inside):tag.start].rstrip()
        if words.strip():
            if not has_blank_line(page, fold) and (not is_original(page, fold) or is_plain_html(page, fold)):
                continue    # HTML to its end
            end = max(line, fold.inside) + len(words)
            edit = Edit(end, tag.start, '\n\n', CODE, sure=not is_in_item(page, fold.open))
        elif fold.summary is None or not is_original(page, fold):
            continue    # a fold for other things: CommonMark reads it well
        else:
            above = text.rfind('\n', 0, line - 1) + 1
            words = text[max(above, fold.inside):line].strip()
            edit = Edit(line, line if is_in_item(page, fold.open) else tag.start, '\n', CODE)
        # What ends or begins with a tag is HTML: the older shape. Behind `>` and `|` a quote or a table goes on.
        if words and words[-1] != '>' and words.lstrip()[0] not in '<>|' and not is_in_cell_or_quote(page, tag):
            yield Finding(tag.start, tag.end, 'no blank line before </details>: put one there', (edit,))
