"""The words of front matter that readers see, for the lints of text: found there, never mended.

A title and a summary are their author's; what a lint of text would mend in the body it only names here.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.own_words import chinese_words
from ...gate.page import Page

_SEEN = ('title', 'summary', 'insight')


def head_words(page: Page) -> tuple[tuple[str, int, str], ...]:
    """Name, place and words of each field that readers see; none of a page in another language. Ask by ``once``."""
    head = page.head
    if head is None or not page.once(chinese_words).text:
        return ()
    found = []
    for name in _SEEN:
        field = head.by_name.get(name)
        if field is not None and field.shape == 'scalar' and not field.text.isascii():
            value = field.values[0]
            at = page.text.find(value.value, value.start, value.end)    # not where it has escapes or several lines
            if at >= 0:
                found.append((name, at, value.value))
    return tuple(found)


def found_in_head(page: Page, pattern: re.Pattern[str], cure: str) -> Iterator[Finding]:
    """A finding for each match of a pattern. ``cure`` says what to write instead, after what stands there."""
    for name, at, words in page.once(head_words):
        for match in pattern.finditer(words):
            yield Finding(at + match.start(), at + match.end(), f'{match[0]} in the {name}: {cure}')
