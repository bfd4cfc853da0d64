"""A `<summary>` that something else than `</summary>` closes: `<summary>Original English</p>`.

The label has no end, so the whole original becomes the label and cannot be folded away. Write `</summary>`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .folds import Fold, folds, label_of, labels

CODE = 'BI007'
NAME = 'summary-closed-wrong'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '<details>\n<summary>Original English</p>\n\nThe river was cold.\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'

_WRONG_CLOSER = lazy(r'</?(?:p|summary|span|b|strong|div|h[1-6])>')


def findings(page: Page) -> Iterator[Finding]:
    for fold in (*folds(page).closed, *folds(page).unclosed):
        if fold.summary and not fold.closer and fold.label < fold.label_end:
            yield _finding(page, fold)


def _finding(page: Page, fold: Fold) -> Finding:
    wrong = _WRONG_CLOSER.match(page.text, fold.label_end)
    end = wrong.end() if wrong else fold.label_end
    # Behind a label that nobody knows the words of the original may begin.
    sure = label_of(page, fold) in labels(page)
    said = f'{wrong[0]} instead of </summary>' if wrong else 'no </summary>'
    start = fold.label + len(page.text[fold.label:fold.label_end].rstrip())
    edit = Edit(start, end, '</summary>', CODE, sure)
    return Finding(fold.label_end if wrong else fold.summary.start if fold.summary else start, max(end, start),
                   f'{said} behind the label: write </summary>', (edit,) if wrong or sure else ())
