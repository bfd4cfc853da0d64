"""Some turns are labelled in bold, others plainly.

A reader takes the plain name for a part of what is said, and so does everything that reads the page by speaker. Make
all labels bold: `**Name**: text`. Only where the same name has bold labels in the same language on the page, and a
whole sentence stands behind it, is that certain; a list of who takes part (`主持人：林静`) is none. A name that has one
bold label, or that front matter gives, is mended only if you ask for it.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .labels import OFTEN, Label, bold_instead, bold_labels, cast, named, plain_labels, says_a_sentence

CODE = 'SP002'
NAME = 'mixed-styles'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '**林静**: 早。\n\n**老周**: 早。\n\n**林静**: 开船吗？\n\n老周：开，上来吧。\n\n**老周**: 走。\n'
RIGHT = '**林静**: 早。\n\n**老周**: 早。\n\n**林静**: 开船吗？\n\n**老周**: 开，上来吧。\n\n**老周**: 走。\n'

_MANY = 3


def findings(page: Page) -> Iterator[Finding]:
    bold = bold_labels(page)
    if not bold:
        return
    often = Counter((label.name, label.block.original) for label in bold)
    others = Counter[tuple[str, bool]]()
    for label in plain_labels(page):
        key = label.name, label.block.original
        if often[key] >= OFTEN and cast(page).is_speaker(label):
            yield _to_bold(page, label)
        elif says_a_sentence(page, label) and (label.name in cast(page).house if often[key] else named(page, label)):
            yield bold_instead(page, label, CODE)
        elif not often[key]:
            others[key] += 1
    yield from _two_ways(page, Counter(label.block.original for label in bold), others)


def _to_bold(page: Page, label: Label) -> Finding:
    return Finding(label.start, label.start + len(label.written),
                   f'{label.name} has bold labels elsewhere: make this one bold too',
                   (Edit(label.start, label.stop, f'**{label.name}**: ', CODE,
                         says_a_sentence(page, label)),))


def _two_ways(page: Page, bold: Counter[bool], others: Counter[tuple[str, bool]]) -> Iterator[Finding]:
    """Names that come back, never in bold, on a page of bold turns: whether they speak nobody can be sure."""
    for label in plain_labels(page):
        count = others.pop((label.name, label.block.original), 0)
        if count >= _MANY and bold[label.block.original] >= _MANY:
            yield Finding(label.start, label.start + len(label.written),
                          f'other turns have bold labels, those of {label.name} ({count}) have none: make them alike')
