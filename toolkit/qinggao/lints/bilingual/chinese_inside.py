"""A Chinese paragraph inside a fold that promises the English original.

The translation was folded away with it, or stands where the original was lost. Move it out of the fold, or put the
original there. A page whose folds all hold Chinese is found once, at the first of them: its labels may be wrong.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import HAN, lazy
from .folds import Fold, folds, label_of

CODE = 'BI015'
NAME = 'chinese-inside'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = ('<details>\n<summary>Original English</summary>\n\n'
         '河水从山里流下来，早上很凉，所以孩子们都在岸上等太阳出来。\n\n</details>\n')
RIGHT = ('河水从山里流下来，早上很凉，所以孩子们都在岸上等太阳出来。\n\n'
         '<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n')

LEAST = 20      # Han: fewer are a name, a title or a gloss in an original
_HAN = lazy(f'[{HAN}]')
_LINE = lazy(r'[^\s].*')


def findings(page: Page) -> Iterator[Finding]:
    english = [fold for fold in folds(page).closed if _promises_english(page, fold)]
    wrong = [(fold, lines) for fold in english if (lines := _chinese_lines(page, fold))]
    if len(wrong) == len(english) > 1 and not any(_has_latin_line(page, fold) for fold in english):
        start, end = min(lines[0] for _, lines in wrong)
        yield Finding(start, end, f'Chinese in all {len(wrong)} folds of English: put the originals there, or change '
                      'their labels')
        return
    if len(wrong) * 2 > len(english) > 1:
        return      # the page is the other way round
    for _, lines in wrong:
        for start, end in lines:
            yield Finding(start, end, 'Chinese in a fold of English: move it out, or put the original here')


def _promises_english(page: Page, fold: Fold) -> bool:
    label = label_of(page, fold)
    return 'English' in label or '英' in label


def _has_latin_line(page: Page, fold: Fold) -> bool:
    """Whether a fold holds a line of its original beside the Chinese one."""
    return any(not page.is_chinese(*found.span()) for found in _LINE.finditer(page.text, fold.inside, fold.stop)
               if len(found[0]) >= LEAST)


def _chinese_lines(page: Page, fold: Fold) -> list[tuple[int, int]]:
    words = page.text[fold.inside:fold.stop]
    if words.isascii() or len(words.encode()) - len(words) < 2 * LEAST:
        return []
    return [found.span() for found in _LINE.finditer(page.text, fold.inside, fold.stop)
            if not found[0].isascii() and len(_HAN.findall(found[0])) >= LEAST and page.is_chinese(*found.span())]
