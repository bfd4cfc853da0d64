"""The glosses of a page: `**术语**（English: 释义）`, in whichever brackets."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...gate.page import Page
from ...patterns import lazy

_OPENING = lazy(r'\*\*(?P<gap>[ \t]?)(?:（(?P<wide>(?:[^（）()\n]|[（(][^（）()\n]{0,80}[）)]){1,400})）'
                r'|\((?P<narrow>(?:[^（）()\n]|\([^()\n]{0,80}\)){1,400})\))')
_LONGEST = 60   # characters of a term


class Gloss(NamedTuple):
    """``text[start:stop]`` is the bold term with its marks, ``text[stop:end]`` the gloss with its brackets.

    Whether both are words of the page and no `code`, `Page.is_open` tells.
    """

    start: int
    stop: int
    end: int
    term: str
    inside: str
    is_wide: bool       # in full-width brackets


def glosses(page: Page, openings: tuple[str, ...]) -> Iterator[Gloss]:
    """Those in the page's own language that begin with one of these: the end of the bold, a bracket."""
    text = page.text
    places = sorted({at for opening in openings for at in _places(text, opening, page.body)})
    for at in places:
        start = text.rfind('**', max(page.body, at - _LONGEST - 2), at)
        found = _OPENING.match(text, at) if 0 <= start < at - 2 and '\n' not in text[start:at] else None
        block = page.block_at(start) if found else None
        if found and block and not block.original and block.kind != 'code':
            yield Gloss(start, at + 2, found.end(), text[start + 2:at], found['wide'] or found['narrow'],
                        found['wide'] is not None)


def _places(text: str, opening: str, at: int) -> Iterator[int]:
    at = text.find(opening, at)
    while at >= 0:
        yield at
        at = text.find(opening, at + len(opening))
