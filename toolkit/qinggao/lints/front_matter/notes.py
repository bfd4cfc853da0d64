"""Whether front matter is that of a note of the site: what a profile asks is asked of its notes only.

A page of Hugo, Hexo or Jekyll has front matter too, with dates, lists and keys of its own, and nothing is wrong there.
"""
from __future__ import annotations

from typing import TYPE_CHECKING

from ...gate.page import Page
from ...patterns import lazy

if TYPE_CHECKING:
    from ...site.fields import Field
    from ...site.profile import FieldRule

_SUMMARY = lazy(r'<summary[^<>\n]*>([^<\n]*)')
_SHARE = 3      # title, date, tags, draft and author are everybody's: a note has one in so many of the profile's fields


def is_note(page: Page) -> bool:
    """Whether a page is one of the notes that the profile speaks of: a third of the fields are there, or its layout is
    one of theirs, or it holds a folded original. Where the settings name a profile, all pages with front matter are.
    """
    return page.once(_is_note)


def asked(page: Page) -> tuple[tuple[Field, FieldRule], ...]:
    """The fields of a note that the profile knows, each with what it asks; none of another page."""
    return page.fields if page.fields and is_note(page) else ()


def holds_original(page: Page) -> bool:
    """Whether the page holds a folded original: the label is the site's own."""
    if '<summary' not in page.text:
        return False
    labels = {page.profile.summary, *page.profile.labels, page.profile.translation}
    return any(found[1].strip() in labels and not page.is_code(found.start())
               for found in _SUMMARY.finditer(page.text))


def _is_note(page: Page) -> bool:
    if page.head:
        rules = page.profile.fields
        layout = rules.get('layout')
        if page.gate.checks.profile or len(page.fields) * _SHARE >= sum(rule.needed for rule in rules.values()) \
                or (layout and page.head.says('layout') in layout.values):
            return True
    return holds_original(page)
