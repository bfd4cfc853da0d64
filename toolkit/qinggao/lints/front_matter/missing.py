"""A note without front matter.

The site reads author, date and title from the block between two lines of `---` at the very top. Where it is missing,
or something stands before it, the page has no title and no layout, and the fields are published as text. Put the block
at the top, or let `qinggao clean --to md` write one. Blank lines before it are deleted.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .notes import holds_original

CODE = 'FM001'
NAME = 'missing'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '河水很凉。\n\n<details>\n<summary>Original English</summary>\n\nThe river was cold.\n\n</details>\n'
RIGHT = "---\ntitle: 河水\ndate: '2026-05-08'\n---\n" + WRONG

_LATE = lazy(r'\s*(?:```[\w-]*[ \t]*\n\s*)?-{3}[ \t]*\n["\']?[\w.-]+["\']?:(?:\s|$)')
_KEY = lazy(r'["\']?([\w-]+)["\']?:(?:[ \t\n]|$)')


def findings(page: Page) -> Iterator[Finding]:
    if page.head is not None or not page.text:
        return
    end = page.text.find('\n')
    edits: tuple[Edit, ...] = ()
    if _LATE.match(page.text):
        edits = _without_blank_lines(page)
        message = 'something stands before the front matter, so that it is none: let --- be the first line'
    elif _is_open_list(page):
        message = 'front matter without its fences: put a line --- before the fields and one behind them'
    elif holds_original(page):
        message = 'a note without front matter: put its fields between two lines of --- at the top'
    else:
        return
    yield Finding(0, end if end > 0 else len(page.text), message, edits)


def _without_blank_lines(page: Page) -> tuple[Edit, ...]:
    """The edit that lets the front matter begin the page, where that is all that is wrong."""
    from ...site.head import Head
    text = page.text.lstrip(' \t\n')
    head = Head.of(text)
    if head is None or head.error or not {'title', 'date', 'layout'} & head.by_name.keys() \
            or sum(name in page.profile.fields for name in head.by_name) < 2:
        return ()
    return (Edit(0, len(page.text) - len(text), '', CODE),)


def _is_open_list(page: Page) -> bool:
    """Whether the first lines are fields: a title, a date or a layout, and one more that the profile knows."""
    lines = page.text[:4000].lstrip().split('\n')[:12]
    names = {key[1] for line in lines if (key := _KEY.match(line))}
    return bool(_KEY.match(lines[0]) and names & {'title', 'date', 'layout'}
                and sum(name in page.profile.fields for name in names) > 1)
