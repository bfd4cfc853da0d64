"""A tag that is opened and never closed, or closed and never opened.

What it holds goes on to the end of the page, or its mark shows nowhere. Close it, or take it away. The tags of folds
are the business of BI003 to BI007.
"""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from ..bilingual.folds import Fold, folds, holds_code, is_escaped, is_in_code

CODE = 'MD006'
NAME = 'unbalanced-html'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = ('<details>\n<summary>Original English</summary>\n'
         '<p class="english-text">The river was cold.\n</details>\n')
RIGHT = ('<details>\n<summary>Original English</summary>\n'
         '<p class="english-text">The river was cold.</p>\n</details>\n')

_TAG = lazy(r'<(?P<slash>/?)(?P<name>p|div|table|ul|ol|section|span|center|font|blockquote|strong|em|sub|sup|mark|del'
            r'|small|u|b|i|a|h[1-6])(?=[\s>])(?P<rest>[^<>]*)>')
_BLOCK = lazy(r'</?(?:p|det|sum)')


def findings(page: Page) -> Iterator[Finding]:
    """Each fold for itself, and what stands outside of folds."""
    rooms = sorted((fold for fold in folds(page).closed), key=lambda fold: fold.open.start)
    starts = [fold.open.start for fold in rooms]
    has_code = holds_code(page)
    opened: dict[tuple[int, str], list[re.Match[str]]] = {}
    for found in _TAG.finditer(page.text, page.body):
        start = found.start()
        if found['rest'].endswith('/') or is_escaped(page.text, start) or (has_code and is_in_code(page, start)):
            continue
        room = bisect_right(starts, start) - 1
        room = room if room >= 0 and start < rooms[room].end else -1
        mine = opened.setdefault((room, found['name']), [])
        if not found['slash']:
            mine.append(found)
        elif mine:
            mine.pop()
        elif not _closes_summary(page, found.start()):
            yield Finding(found.start(), found.end(), f'{found[0]} closes nothing: remove it, or open what it ends')
    for (room, name), mine in opened.items():
        # Outside of folds HTML lets a paragraph go unclosed, and many old pages do.
        for found in mine if name != 'p' or room >= 0 else ():
            yield Finding(found.start(), found.end(), f'{found[0]} is never closed: put </{name}> where it ends',
                          _closing(page, found, rooms[room]) if room >= 0 else ())


def _closing(page: Page, found: re.Match[str], fold: Fold) -> tuple[Edit, ...]:
    """The edit that closes an original of the older shape, where nothing else stands in its fold."""
    words = page.text[found.end():fold.stop]
    if 'english-text' not in found['rest'] or not words.strip() or _BLOCK.search(words) or '\n\n' in words.rstrip():
        return ()
    end = found.end() + len(words.rstrip())
    return (Edit(end, end, '</p>', CODE),)


def _closes_summary(page: Page, at: int) -> bool:
    """Whether a tag stands where a label ends: BI007 says what is wrong there."""
    line = page.text[max(page.text.rfind('\n', 0, at) + 1, at - 200):at]
    return '<summary' in line and '</summary' not in line
