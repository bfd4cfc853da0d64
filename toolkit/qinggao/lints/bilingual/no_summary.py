"""A fold without a label.

Browsers write Details over it, in the language of the reader. Put a `<summary>` first.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import after_blank, folds, is_empty

CODE = 'BI013'
NAME = 'no-summary'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '<details>\n\nThe river was cold.\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    text = page.text
    for fold in folds(page).closed:
        if fold.summary or is_empty(page, fold):
            continue
        at = after_blank(text, fold.open.end)
        gap = '' if text[at] == '\n' else '\n\n'
        edit = Edit(fold.open.end, at, f'\n<summary>{page.profile.summary}</summary>{gap}', CODE, sure=False)
        yield Finding(fold.open.start, fold.open.end, 'a fold without a label: put a <summary> first', (edit,))
