"""Write the particle that was said where another sounds the same: 慢慢的把门关上 → 慢慢地把门关上, 跑的很快 → 跑得很快.

Recognisers write 的 for 地 and 得 as they like. Each pattern was held against what editors made of a thousand talks
(scripts/measure_confusables.py), and the places they left were read, for they leave half of what is wrong. What is
right in less than 95 of 100, or was met fewer than ten times in talks held out, is reported, not done. 在 and 再, 吗
and 嘛, 做 and 作 came out of it without a pattern: recognisers hardly err there. Nor did 他 and 她, 你 and 您: a talk
alone does not tell them. 著 is for `script`.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...han_classes import TRADITIONAL
from ...patterns import lazy
from ...settings import Settings
from ...view import View
from . import adverbial, company, complement

NAME = 'confusables'
PATTERNS = (*adverbial.PATTERNS, *complement.PATTERNS, *company.PATTERNS)
RULES = {pattern.name: pattern.why for pattern in PATTERNS}

_LICENCE = {f'{NAME}/{pattern.name}': (pattern.wrong, pattern.right) for pattern in PATTERNS}
_BESIDE = 100   # characters in which Traditional shows itself, and no title is longer
_SHOWS = lazy(f'[{TRADITIONAL}]')


def is_on(settings: Settings) -> bool:
    return True


def allows(edit: Edit, view: View) -> bool:
    """One character becomes the one that its pattern is about."""
    return _LICENCE.get(edit.rule) == (view.text[edit.start:edit.end], edit.new)


def edits(view: View) -> Iterator[Edit]:
    """One edit a hit, pattern by pattern. Seams are no hindrance: 慢慢的，嗯，把 was said in one breath."""
    for pattern in PATTERNS:
        rule = f'{NAME}/{pattern.name}'
        for at in pattern.hits(view.text):
            if not _is_other(view.text, at):
                yield Edit(at, at + 1, pattern.right, rule, pattern.sure)


def _is_other(text: str, at: int) -> bool:
    """Whether a place is no plain Simplified speech: a title, or a text in Traditional."""
    near = max(0, at - _BESIDE)
    return text.rfind('《', near, at) > max(text.rfind('》', near, at), text.rfind('\n', near, at)) \
        or bool(_SHOWS.search(text, near, at + _BESIDE))
