"""A fold inside the fold of an original.

Each paragraph has a fold of its own, so this is mostly two that were mixed up: readers find a fold in a fold, and what
follows the inner one hides with the outer one. Close the outer fold before the inner one begins.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .folds import folds

CODE = 'BI005'
NAME = 'nested'
SEVERITY = 'error'
MENDS = 'never'
WRONG = ('<details>\n<summary>Original English</summary>\n\n<details>\n<summary>Original English</summary>\n\n'
         'The river was cold.\n\n</details>\n\nMist.\n\n</details>\n')
RIGHT = ('<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n<details>\n'
         '<summary>Original English</summary>\n\nMist.\n\n</details>\n')


def findings(page: Page) -> Iterator[Finding]:
    for inner, _ in folds(page).nested:
        yield Finding(inner.open.start, inner.open.end, 'a fold inside a fold: close the outer one before it')
