"""The words of a page in its own language as one text: what most lints of text and of leftovers look through."""
from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from .page import PAGE, Page

_WORDS = frozenset(('text', 'heading', 'list', 'quote', 'table'))
_GAP = '\n\n'
_ENOUGH = 20_000    # characters of a page that tell its language
_JAPANESE = 12


class OwnWords(NamedTuple):
    """Stretches of a page, a blank line between two; a transcript is one stretch.

    Code, lines that begin with a tag, and what is folded away are left out. What a line holds beside its words
    (`code`, addresses, tags) is still there: ask `page.is_open`.
    """

    text: str
    starts: list[int]       # where each stretch begins in ``text``
    places: list[int]       # and in the page

    def at(self, offset: int) -> int:
        """Where in the page ``text[offset]`` stands."""
        i = max(0, bisect_right(self.starts, offset) - 1)
        return offset - self.starts[i] + self.places[i] if self.starts else offset

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands, which must not reach over a gap."""
        first = self.at(start)
        return first, first + end - start

    def lines(self, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Each line of ``text`` in which a sign stands; it reaches over no line end."""
        done = 0
        for found in sign.finditer(self.text):
            if found.start() >= done:
                start = self.text.rfind('\n', 0, found.start()) + 1
                done = self.text.find('\n', found.end())
                done = done if done >= 0 else len(self.text)
                yield start, done


NOTHING = OwnWords('', [], [])


def own_words(page: Page) -> OwnWords:
    """Ask by ``page.once(own_words)``."""
    if page.kind != PAGE:
        return OwnWords(page.text, [0], [0])
    starts, places, parts, size = list[int](), list[int](), list[str](), 0
    for start, end in _stretches(page):
        starts.append(size)
        places.append(start)
        parts.append(page.text[start:end])
        size += end - start + len(_GAP)
    return OwnWords(_GAP.join(parts), starts, places)


def chinese_words(page: Page) -> OwnWords:
    """The same where most of them are Chinese; none on a page in another language, whatever it quotes."""
    own = page.once(own_words)
    if page.kind != PAGE:
        return own
    text = own.text[:_ENOUGH]
    wide = (len(text.encode('utf-8', 'surrogatepass')) - len(text)) // 2    # Han have three bytes each
    if 3 * wide <= len(text) - wide:
        return NOTHING
    # Japanese writes Han too, and one of these between every few of them.
    return NOTHING if _JAPANESE * sum(map(text.count, 'のはをにがで')) > wide else own


def _stretches(page: Page) -> Iterator[tuple[int, int]]:
    """The spans of neighbouring blocks of words."""
    start = end = -1
    for block in page.blocks:
        if block.original or block.kind not in _WORDS:
            if start >= 0:
                yield start, end
            start = -1
            continue
        if start < 0:
            start = block.start
        end = block.end
    if start >= 0:
        yield start, end
