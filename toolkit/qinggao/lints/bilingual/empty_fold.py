"""A fold with nothing in it.

Readers open it and find nothing: the original was lost, or there never was one. Put the original there, or remove the
fold.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import Fold, after_space, folds, is_empty

CODE = 'BI006'
NAME = 'empty-fold'
SEVERITY = 'warning'
MENDS = 'unsure'
WRONG = '河水很凉。\n\n<details>\n<summary>Original English</summary>\n\n</details>\n\n桥上有雾。\n'
RIGHT = '河水很凉。\n\n桥上有雾。\n'


def findings(page: Page) -> Iterator[Finding]:
    for fold in folds(page).closed:
        if is_empty(page, fold):
            yield Finding(fold.open.start, fold.end, 'an empty fold: put the original there or remove it',
                          (_removal(page.text, fold),))


def _removal(text: str, fold: Fold) -> Edit:
    """With the white space behind it: what stands before it is parted from what follows already."""
    stop = after_space(text, fold.end)
    if stop < len(text):
        return Edit(fold.open.start, stop, '', CODE, sure=False)
    start = len(text[:fold.open.start].rstrip())
    return Edit(start, stop, '\n', CODE, sure=False)
