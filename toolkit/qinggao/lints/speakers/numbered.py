"""A speaker who is only a number.

`Speaker 1` and `说话人 2` are what a recogniser writes where it knows no names; a finished note names people. Find
out who speaks and write the name, or at least the part: 主持人, Guest. It is said once a page and label, at its first
place.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy

CODE = 'SP003'
NAME = 'numbered'
SEVERITY = 'warning'
MENDS = 'never'
WRONG = '**Speaker 1**: 船几点开？\n\n**Speaker 2**: 涨潮的时候。\n'
RIGHT = '**林静**: 船几点开？\n\n**老周**: 涨潮的时候。\n'

_LABEL = lazy(r'(?P<open>\*\*|\[|\*\*\[|)(?P<label>(?:Speaker|SPEAKER)(?P<number>[ _]?\d{1,3}|[ _][A-Z])?'
              r'|(?:说话人|发言人|說話人|發言人)(?P<count>[ ]?\d{1,3}|[ ]?[A-Z])?)\]?(?:\*\*)?[ ]?[:：]')
_OFTEN = 2  # a label without a number counts where it comes back: `**Speaker**: Lin Jing` may be a line about a talk


def findings(page: Page) -> Iterator[Finding]:
    labels = list(_labels(page))
    counts = Counter(found['label'] for found in labels)
    for label, found in {found['label']: found for found in reversed(labels)}.items():
        if found['number'] or found['count'] or counts[label] >= _OFTEN:
            yield Finding(*found.span(), f'{label!r} names nobody ({_times(counts[label])}): write who speaks')


def _labels(page: Page) -> Iterator[re.Match[str]]:
    """The labels of this kind at the beginning of a line."""
    for block in page.blocks:
        at = block.start if block.kind == 'text' else -1
        while 0 <= at < block.end:
            found = _LABEL.match(page.text, at, block.end)
            if found and (found['number'] or found['count'] or found['open']):
                yield found
            at = page.text.find('\n', at, block.end) + 1 or -1


def _times(count: int) -> str:
    return 'once' if count == 1 else f'{count} times'
