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
_LEAST = 3      # so many characters show something


class Scripts(NamedTuple):
    """Where the page's own words hold characters that only Traditional has, and how many only Simplified has."""

    traditional: tuple[int, ...]    # offsets in `chinese_words`
    simplified: int

    @property
    def is_traditional(self) -> bool:
        """Whether Traditional is more than strays."""
        return len(self.traditional) >= _LEAST and len(self.traditional) * _SHARE >= self.simplified


def scripts(page: Page) -> Scripts:
    """Ask by ``page.once(scripts)``. A page without a single Traditional character is not counted any further."""
    text = page.once(chinese_words).text
    if len(text) < _SMALL and _members(TRADITIONAL).isdisjoint(text):
        return Scripts((), 0)
    traditional = tuple(found.start() for found in _TRADITIONAL.finditer(text))
    return Scripts(traditional, len(_SIMPLIFIED.findall(text)) if traditional else 0)


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
