"""A fold of the older shape on a page that has the newer one too.

The older shape holds HTML, `<p class="english-text">`, where the newer one holds Markdown after a blank line: the two
look different on one page. The older one is rewritten where its words stay the same.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .folds import Fold, after_space, folds, is_empty, is_older

CODE = 'BI010'
NAME = 'older-shape'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = ('<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n<details>\n'
         '<summary>Original English</summary>\n<p class="english-text">Mist lay on the bridge.</p>\n</details>\n')
RIGHT = ('<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n\n<details>\n'
         '<summary>Original English</summary>\n\nMist lay on the bridge.\n\n</details>\n')

_WHOLE = lazy(r'\s*<p class="english-text">(?P<words>(?:[^<]|<(?!/?p\b))*)</p>\s*')
_BREAKS = lazy(r'\s*<br ?/?>\s*(?P<more><br ?/?>\s*)?')
_TAG = lazy(r'</?[A-Za-z][^<>]*>')


def findings(page: Page) -> Iterator[Finding]:
    closed = [fold for fold in folds(page).closed if fold.closer and not is_empty(page, fold)]
    if not any(page.text[after_space(page.text, fold.inside)] != '<' for fold in closed):
        return
    for fold in filter(lambda fold: is_older(page, fold), closed):
        yield Finding(fold.open.start, fold.end, 'an older fold beside newer ones: put its words between blank lines, '
                      'without <p>', tuple(_rewritten(page, fold)))


def _rewritten(page: Page, fold: Fold) -> Iterator[Edit]:
    found = _WHOLE.fullmatch(page.text, fold.inside, fold.stop)
    if not found:
        return
    words = '\n\n'.join(part.strip() for part in found['words'].split('\n\n') if part.strip())
    new = _BREAKS.sub(lambda match: '\n\n' if match['more'] else '<br>\n', words).strip()
    sure = _seen(found['words']) == _seen(_rendered(new))
    yield Edit(fold.inside, fold.stop, f'\n\n{new}\n\n', CODE, sure)


def _rendered(words: str) -> str:
    from markdown_it import MarkdownIt
    return str(MarkdownIt('commonmark').render(words))


def _seen(html: str) -> list[str]:
    """The words that a reader sees."""
    from html import unescape
    return unescape(_TAG.sub(' ', html)).split()
