"""A Chinese paragraph without its original, where nearly all others of the page have one.

Its fold was lost, or forgotten. Fold the original below it. What stands before the first fold of a page and behind the
last one is mostly the site's own, and is not looked at.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import Fold, folds, label_of, labels

CODE = 'BI016'
NAME = 'missing-original'
SEVERITY = 'info'
MENDS = 'never'
_FOLDED = ('河水从山里流下来，早上很凉，孩子们都在岸上等太阳出来。\n\n<details>\n'
           '<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n')
WRONG = _FOLDED * 5 + '桥上有雾，看不见对岸，也看不见那条船和船上的人。\n\n' + _FOLDED * 5
RIGHT = _FOLDED * 10

LEAST, SHARE = 8, 0.9       # paragraphs with a fold, and their share, from which the page promises one for each
SHORTEST = 20               # characters: less is a sound, a mark of time, a bridge between two paragraphs


def findings(page: Page) -> Iterator[Finding]:
    own = [fold.open.start for fold in folds(page).closed if label_of(page, fold) in labels(page)]
    if len(own) < LEAST:
        return
    first, last = min(own), max(own)
    # A fold is one under any label, a mistyped one too.
    starts = {fold.open.start: fold for fold in (*folds(page).closed, *folds(page).unclosed)}
    folded, bare = 0, list[Block]()
    blocks = page.blocks
    for i, block in enumerate(blocks[:-1]):
        if block.original or block.kind != 'text' or block.end - block.start < SHORTEST:
            continue
        if blocks[i + 1].start in starts:
            folded += 1
        elif first < block.start < last and page.is_chinese(block.start, block.end):
            below = blocks[min(i + 2, len(blocks) - 1)].start
            if not _shares_a_fold(page, starts.get(below)):
                bare.append(block)
    if folded < LEAST or folded < SHARE * (folded + len(bare)):
        return
    for block in bare:
        yield Finding(block.start, block.end, 'no original below this paragraph, as the others have one: fold it there')


def _shares_a_fold(page: Page, fold: Fold | None) -> bool:
    """Whether the fold below the next paragraph holds the originals of several."""
    return fold is not None and page.text.count('\n\n', fold.inside, fold.stop) > 2
