"""A mistyped tag of a fold: `</detais>`, `</summry>`, a tag without its `>`.

A reader's browser does not know it: the fold stays open, or its label swallows the original. Write the tag out.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import folds

CODE = 'BI004'
NAME = 'mistyped-tag'
SEVERITY = 'error'
MENDS = 'always'
WRONG = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</detais>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    for tag in folds(page).tags:
        if tag.right:
            wrong = page.text[tag.start:tag.end]
            yield Finding(tag.start, tag.end, f'mistyped tag {wrong}: write {tag.right}',
                          (Edit(tag.start, tag.end, tag.right, CODE),))
