"""A speaker's label in another style than the house's.

Labels in two styles look careless, and what reads the page by speaker knows one of them: `**Name**: ` with an ASCII
colon and a space behind the bold. Write it so everywhere. A bold word that opens a paragraph and names nobody
(`**注意：**`) is left alone: a name counts as a speaker's where front matter gives it, where it stands in the house's
style elsewhere, or where the page is a talk in which it comes back. One that speaks a single time in such a talk is
mended with `--unsure` only, and so is one whose folded original begins with a bold label, and a talk in which no label
is bold: that is one finding, at its first label. In a text without bold labels a plain one of a name that front matter
gives is named too. All this is asked of notes, and of a page that holds a label in the house's style.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ..front_matter.notes import is_note
from .labels import (
    Label,
    bold_instead,
    bold_labels,
    cast,
    may_name,
    named,
    paragraphs,
    plain_labels,
    says_a_sentence,
)

CODE = 'SP001'
NAME = 'label-style'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '**林静**: 船几点开？\n\n**老周：** 涨潮的时候。\n\n**林静：** 那还早。\n\n**老周：** 不早了。\n'
RIGHT = '**林静**: 船几点开？\n\n**老周**: 涨潮的时候。\n\n**林静**: 那还早。\n\n**老周**: 不早了。\n'

_OFTEN = 3  # turns of a name whose labels are plain


def findings(page: Page) -> Iterator[Finding]:
    others = [label for label in bold_labels(page) if not label.is_house]
    if not is_note(page) and len(others) == len(bold_labels(page)):
        return      # another site's interview, in the style of its own house
    shapes = {_shape(label) for label in others if cast(page).is_speaker(label)}
    for label in others:
        sure = cast(page).is_speaker(label)
        if sure or (_shape(label) in shapes and cast(page).may_speak(label)) or label.start in page.once(_translated):
            yield Finding(label.start, label.start + len(label.written),
                          f'this label is written {label.written!r}: write {label.house.strip()!r} and a space',
                          (_in_house_style(label, sure),))
    for side in (False, True):
        yield from _plain_talk(page, side)


def _plain_talk(page: Page, original: bool) -> Iterator[Finding]:
    """A talk of at least two in which nobody has a bold label."""
    if any(label.block.original == original for label in bold_labels(page)):
        return
    labels = [label for label in plain_labels(page) if label.block.original == original]
    counts = Counter(label.name for label in labels)
    turns = [label for label in labels if counts[label.name] >= _OFTEN]
    if len({label.name for label in turns}) >= 2 and 2 * len(turns) >= paragraphs(page, original):
        first = turns[0]
        yield Finding(first.start, first.start + len(first.written),
                      f'no label of this talk is bold ({len(turns)} turns): write {first.house.strip()!r} and a space',
                      tuple(_in_house_style(label, sure=False) for label in turns))
        return
    if is_note(page):
        yield from (bold_instead(page, label, CODE) for label in labels
                    if named(page, label) and says_a_sentence(page, label))


def _translated(page: Page) -> frozenset[int]:
    """Where a bold label stands over a folded original that begins with one too: both say who speaks."""
    firsts = {label.block.start for label in bold_labels(page) if label.block.original}
    own = {label.block.start: label.start for label in bold_labels(page)
           if not label.block.original and label.start == label.block.start and may_name(label)}
    found = set[int]()
    above = -1
    for block in page.blocks if firsts and own else ():
        if not block.original:
            above = own.get(block.start, -1)
        elif block.kind != 'tag':
            if above >= 0 and block.start in firsts:
                found.add(above)
            above = -1
    return frozenset(found)


def _in_house_style(label: Label, sure: bool) -> Edit:
    return Edit(label.start, label.stop, label.house, CODE, sure)


def _shape(label: Label) -> str:
    return label.written.replace(label.name, '', 1)
