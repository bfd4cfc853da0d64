"""In which script a page is written: what its characters show."""
from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...gate.own_words import chinese_words
from ...gate.page import Page
from ...han_classes import SIMPLIFIED, TRADITIONAL
from ...patterns import lazy

_TRADITIONAL, _SIMPLIFIED = lazy(f'[{TRADITIONAL}]'), lazy(f'[{SIMPLIFIED}]')
_SMALL = 4_000  # characters: of a shorter text the set is asked, since compiling the class takes 3 ms
_SHARE = 5      # with one character in so many of the other script a page is written in both
_CLEAR, _FAR = 2, 10    # so many times as much in lines makes it a page in one, and so many characters without a look
_LEAST = 3      # so many characters show something


class Scripts(NamedTuple):
    """Where the page's own words hold characters that only Traditional has, and how many only Simplified has."""

    traditional: tuple[int, ...]    # offsets in `chinese_words`
    simplified: int
    is_traditional: bool            # by a clear majority: a sentence on a short page makes none

    @property
    def is_mixed(self) -> bool:
        """Whether Traditional is more than strays on a page that is not in Traditional."""
        return not self.is_traditional and len(self.traditional) >= max(_LEAST, self.simplified / _SHARE)


def scripts(page: Page) -> Scripts:
    """Ask by ``page.once(scripts)``. A page without a single Traditional character is not counted any further."""
    text = page.once(chinese_words).text
    if len(text) < _SMALL and is_simplified(page, text):
        return Scripts((), 0, False)
    traditional = traditional_in(text)
    simplified = len(_SIMPLIFIED.findall(text)) if traditional else 0
    return Scripts(traditional, simplified, _has_majority(text, len(traditional), simplified))


def _has_majority(text: str, traditional: int, simplified: int) -> bool:
    """Whether most of a text is in Traditional. Where both scripts have a part of it, whole lines are weighed."""
    if traditional < _LEAST or traditional <= simplified:
        return False
    if traditional >= _FAR * simplified:
        return True
    size = {True: 0, False: 0}
    for line in text.split('\n'):
        more = len(_TRADITIONAL.findall(line)) - len(_SIMPLIFIED.findall(line))
        if more:
            size[more > 0] += len(line)
    return size[True] >= _CLEAR * size[False]


def is_simplified(page: Page, text: str) -> bool:
    """Whether a text of the page holds no character that only Traditional has."""
    if len(page.once(chinese_words).text) < _SMALL:
        return _members(TRADITIONAL).isdisjoint(text)
    return not _TRADITIONAL.search(text)


def traditional_in(text: str) -> tuple[int, ...]:
    """Where such characters stand."""
    return tuple(found.start() for found in _TRADITIONAL.finditer(text))


@lru_cache(1)
def _members(inside: str) -> set[str]:
    """The characters of a class: those named, and those between two with - between them."""
    parts = inside.split('-')
    members = set(inside)
    for left, right in zip(parts, parts[1:]):
        members.update(map(chr, range(ord(left[-1]), ord(right[0]))))
    return members


def wants_simplified(page: Page) -> bool:
    """Whether the page should be Simplified: by the settings, and by the `lang` of its front matter."""
    if page.settings.script != 'hans':
        return False
    return page.head is None or not page.head.says('lang').lower().startswith(('zh-hant', 'zh-tw', 'zh-hk', 'zh-mo'))
