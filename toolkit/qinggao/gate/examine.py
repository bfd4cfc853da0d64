"""Hold all lints that are on against one page."""
from __future__ import annotations

from collections.abc import Iterator

from ..lints import LINTS, lint
from .finding import Finding
from .page import Page

UNREADABLE = ('TR001', 'TR002')     # of a file that is no text in UTF-8 nothing else is known


def examine(page: Page, without: tuple[str, ...] = ()) -> list[tuple[str, Finding]]:
    """Code and finding, in the order of the page; suppressed ones are gone. ``without``: codes that do not count here.

    A suppression that suppressed nothing is a finding itself.
    """
    found = sorted(_found(page, without), key=lambda one: (one[1].start, one[1].end, one[0]))
    if 'qinggao:' not in page.text:
        return found
    from .suppressions import unsuppressed
    return unsuppressed(page, found, without)


def _found(page: Page, without: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
    unreadable = _is_unreadable(page.text)
    for code in page.gate.codes(page.kind):
        if (unreadable and code not in UNREADABLE) or (without and code.startswith(without)):
            continue
        if _may_find(page, code):
            for finding in lint(code).findings(page):
                yield code, finding


def _may_find(page: Page, code: str) -> bool:
    """Whether the text holds a sign of what the lint is about."""
    entry = LINTS[code]
    if not entry.signs:
        return True
    if entry.in_head:
        top = page.top
        return any(sign in top for sign in entry.signs)
    return page.holds(entry.signs)


def _is_unreadable(text: str) -> bool:
    """Whether the bytes of a file were no UTF-8 (each that was none is half a surrogate pair here), or no text."""
    if '\0' in text:
        return True
    try:
        text.encode('utf-8')
    except UnicodeEncodeError:
        return True
    return False
