"""A fold that is never closed, or a `</details>` that closes nothing.

A fold without `</details>` hides the rest of the page in it. Put the tag where the original ends, or take the one
away that is too much. A `</details>` right behind another one is taken away, and one that is missing between an
original and the next paragraph of the page is put there.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from .folds import Fold, Tag, folds, is_in_code, is_older

CODE = 'BI003'
NAME = 'unbalanced'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n</details>\n'
RIGHT = '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'


def findings(page: Page) -> Iterator[Finding]:
    for tag, before in folds(page).stray:
        yield Finding(tag.start, tag.end, '</details> closes nothing: remove it, or open the fold that it ends',
                      _removal(page.text, tag, before))
    for fold in folds(page).unclosed:
        yield Finding(fold.open.start, fold.open.end, 'this fold is never closed: put </details> where it ends',
                      _closing(page, fold))


def _removal(text: str, tag: Tag, before: Tag | None) -> tuple[Edit, ...]:
    """The edit that takes a second `</details>` away, with the space between the two."""
    if before is None or text[before.end:tag.start].strip():
        return ()
    return (Edit(before.end, tag.end, '', CODE),)


def _closing(page: Page, fold: Fold) -> tuple[Edit, ...]:
    """The edit that closes a fold, where its end can be told: a paragraph of the page follows the original."""
    if fold.closer is None:
        return ()
    if is_older(page, fold):
        return _closing_older(page, fold)
    blocks = [block for block in page.blocks if fold.inside <= block.start < fold.stop]
    mine = [block for block in blocks if _is_foreign(page, block)]
    rest = blocks[len(mine):]
    if not mine or blocks[:len(mine)] != mine or not all(_is_ours(page, block) for block in rest):
        return ()
    if not rest and fold.stop < len(page.text):
        return ()       # the original of another paragraph may be what comes next
    return (Edit(mine[-1].end, mine[-1].end, '\n\n</details>', CODE),)


def _closing_older(page: Page, fold: Fold) -> tuple[Edit, ...]:
    text = page.text
    end = text.find('</p>', fold.inside, fold.stop)
    if end < 0 or text.find('<p', end, fold.stop) >= 0 or is_in_code(page, end):
        return ()
    at = end + len('</p>')
    if text[at:at + 1] not in ('\n', ''):
        return ()
    return (Edit(at, at, '\n</details>', CODE),)


def _is_foreign(page: Page, block: Block) -> bool:
    return block.kind in ('text', 'list', 'quote') and not page.is_chinese(block.start, block.end)


def _is_ours(page: Page, block: Block) -> bool:
    return block.kind in ('text', 'list', 'quote', 'heading') and page.is_chinese(block.start, block.end)
