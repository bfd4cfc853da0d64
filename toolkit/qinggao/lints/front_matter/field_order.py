"""Fields that are not in the order of the site profile.

Pages are read and compared by people too: where every page has the same order, what is missing or odd is seen at once.
The fields are moved as whole lines, the comment above a field with it.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .notes import asked
from .spelling import edited, stand_alone

CODE = 'FM007'
NAME = 'field-order'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = "---\ntitle: 港口的早晨\ndate: '2026-05-08'\nlayout: post.njk\n---\n"
RIGHT = "---\ndate: '2026-05-08'\nlayout: post.njk\ntitle: 港口的早晨\n---\n"


class _Lines(NamedTuple):
    """The lines of a field, and its place in the order; of what stands before the first, -1."""

    rank: int
    text: str


def findings(page: Page) -> Iterator[Finding]:
    highest = ''
    ranks = {name: rank for rank, name in enumerate(page.profile.fields)}
    for field, rule in asked(page):
        if highest and ranks[rule.name] < ranks[highest]:
            message = f'`{rule.name}` stands behind `{highest}`: put the fields in the order of the profile'
            yield Finding(field.key.start, field.key.end, message, _moved(page, ranks))
            return
        highest = rule.name


def _moved(page: Page, ranks: dict[str, int]) -> tuple[Edit, ...]:
    """One edit, from the first line that moves to the last."""
    head = page.head
    if head is None or not stand_alone(page) or len(head.by_name) < len(head.fields):
        return ()
    if page.text.count('qinggao:', 0, head.end) > page.text.count('qinggao: off-next-line', 0, head.end):
        return ()   # a comment that hushes a stretch would hush another
    blocks = list(_blocks(page, ranks))
    order = sorted(blocks, key=lambda block: block.rank)    # stable
    start, end = head.start, head.end
    while blocks and blocks[0] is order[0]:
        start += len(blocks.pop(0).text)
        del order[0]
    while blocks and blocks[-1] is order[-1]:
        end -= len(blocks.pop().text)
        del order[-1]
    edits = (Edit(start, end, ''.join(block.text for block in order), CODE),)
    return edits if _same_fields(page, edits) else ()


def _blocks(page: Page, ranks: dict[str, int]) -> Iterator[_Lines]:
    """The lines of front matter by field: comments right above one go with it, unknown fields with the one before."""
    head = page.head
    if head is None:
        return
    begin, rank, last = head.start, -1, head.start
    for field in head.fields:
        if field.name in ranks:
            at = _above(page.text, last, field.start)
            if at > begin:
                yield _Lines(rank, page.text[begin:at])
            begin, rank = at, ranks[field.name]
        last = field.end
    yield _Lines(rank, page.text[begin:head.end])


def _above(text: str, last: int, start: int) -> int:
    """Where the comments begin that stand right above ``start``, behind ``last``."""
    while start > last and text.startswith('#', text.rfind('\n', 0, start - 1) + 1):
        start = text.rfind('\n', 0, start - 1) + 1
    return max(start, last)


def _same_fields(page: Page, edits: tuple[Edit, ...]) -> bool:
    """Whether every field would say what it says now."""
    from ...site.head import Head
    then = Head.of(edited(page, edits))
    return then is not None and page.head is not None and not then.error and \
        {field.name: [item.value for item in field.values] for field in then.fields} == \
        {field.name: [item.value for item in field.values] for field in page.head.fields}
