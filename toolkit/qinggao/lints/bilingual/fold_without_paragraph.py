"""Two folds of originals in a row, without a paragraph between them.

The translation of the second one is missing, or the two are one original that was cut. Put the paragraph between them,
or both originals into one fold.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from .folds import Fold, after_space, folds, is_empty, label_of, labels

CODE = 'BI017'
NAME = 'fold-without-paragraph'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = ('河水很凉。\n\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n'
         '<details>\n<summary>Original English</summary>\n\nMist lay on the bridge.\n\n</details>\n')
RIGHT = ('河水很凉。\n\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n'
         '桥上有雾。\n\n<details>\n<summary>Original English</summary>\n\nMist lay on the bridge.\n\n</details>\n')


def findings(page: Page) -> Iterator[Finding]:
    own = [fold for fold in folds(page).closed if fold.closer and label_of(page, fold) in labels(page)]
    starts = {fold.open.start: fold for fold in own}
    rows = list[Fold]()
    for fold in own:
        at = after_space(page.text, fold.end)
        behind = starts.get(at) if page.text[at:at + 1] == '<' else None
        # Labels differ where one paragraph has two originals, an English and a Japanese one. BI006 finds empty folds.
        if behind and label_of(page, behind) == label_of(page, fold) and not is_empty(page, fold) \
                and not is_empty(page, behind):
            rows.append(behind)
    if len(rows) * 2 > len(own):
        return      # a page of originals only
    for fold in rows:
        yield Finding(fold.open.start, fold.open.end, 'a second fold without a paragraph before it: put its '
                      'translation there, or both originals into one fold')
