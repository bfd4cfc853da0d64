"""A label with nothing behind it.

The speaker's name stands on the page and what was said does not: it was lost, or the label is one too many. Put the
words back, or take the label away.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.blocks import Block
from ...gate.finding import Finding
from ...gate.page import Page
from .labels import Label, bold_labels

CODE = 'SP005'
NAME = 'empty-turn'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '**林静**: 船几点开？\n\n**老周**:\n\n**林静**: 那还早。\n'
RIGHT = '**林静**: 船几点开？\n\n**老周**: 涨潮的时候。\n\n**林静**: 那还早。\n'


def findings(page: Page) -> Iterator[Finding]:
    labels = bold_labels(page)
    if not any(label.is_empty for label in labels):
        return
    starts = {label.start for label in labels}
    behind = dict(zip(page.blocks, page.blocks[1:]))
    for label in labels:
        if label.is_empty and not _has_words(label, behind.get(label.block), starts):
            yield Finding(label.start, label.start + len(label.written),
                          f'nothing is said behind {label.name}: put the words back, or remove the label')


def _has_words(label: Label, after: Block | None, starts: set[int]) -> bool:
    """Whether the words stand on the next line, or in the next block."""
    if label.end + 1 < label.block.end:
        return label.end + 1 not in starts
    return bool(after and after.kind not in ('heading', 'tag') and after.start not in starts
                and after.original == label.block.original)
