"""Where the odd characters of a file stand, by kind: one look for the lints that each name some of them."""
from __future__ import annotations

from ...gate.page import PAGE, Page
from ...odd_characters import ODD, parts


def odd_characters(page: Page) -> dict[str, list[tuple[int, int]]]:
    """The spans of each kind, in order. Ask by ``page.once(odd_characters)``."""
    found: dict[str, list[tuple[int, int]]] = {}
    for run in ODD.finditer(page.text):
        for kind, start, end in parts(page.text, *run.span()):
            spans = found.setdefault(kind, [])
            if spans and spans[-1][1] == start:
                start, _ = spans.pop()      # joiners come one by one
            spans.append((start, end))
    return found


def is_code(page: Page, at: int) -> bool:
    """Whether code stands there, in which nothing is mended; a transcript has none."""
    return page.kind == PAGE and page.is_code(at)


def named(char: str) -> str:
    """A character that nobody sees, for a message: `U+200B zero width space`."""
    from unicodedata import name
    return f'U+{ord(char):04X} {name(char, "control character").lower()}'
