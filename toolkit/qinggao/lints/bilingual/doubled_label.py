"""A label that says a word twice: Original Original English.

Readers see it on every fold. Say it once.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .folds import folds

CODE = 'BI008'
NAME = 'doubled-label'
SEVERITY = 'warning'
MENDS = 'always'
WRONG = '<details>\n<summary>Original Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'

TWICE = lazy(r'\b(Original|English)(?:[ \t]+\1\b)+')


def findings(page: Page) -> Iterator[Finding]:
    for fold in (*folds(page).closed, *folds(page).unclosed):
        for found in TWICE.finditer(page.text, fold.label, fold.label_end):
            yield Finding(found.start(), found.end(), f'{found[0]}: say {found[1]} once',
                          (Edit(found.start(), found.end(), found[1], CODE),))
