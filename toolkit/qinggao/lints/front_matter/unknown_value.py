"""A value that is none of those a field may have.

Pages are collected by these values: one with a value of its own is in no collection. Choose one of the profile's
values, or add it there.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from .values import texts

CODE = 'FM015'
NAME = 'unknown-value'
SEVERITY = 'warning'
MENDS = 'sometimes'
WRONG = '---\ntitle: 港口的早晨\nstatus: evengreen\nlayout: post.njk\n---\n'
RIGHT = '---\ntitle: 港口的早晨\nstatus: evergreen\nlayout: post.njk\n---\n'

_SHORT, _LONG = 5, 9        # letters: below, every word is near another; from here on, two slips are still one word


def findings(page: Page) -> Iterator[Finding]:
    for _, rule, value in texts(page, 'choice'):
        if value.value in rule.values:
            continue
        right, sure = _nearest(value.value, rule.values)
        new = value.style + right + value.style if value.style in ('', "'", '"') else right
        edits = (Edit(value.start, value.end, new, CODE, sure),) if right else ()
        cure = f'did you mean {right}?' if right else 'one of ' + ', '.join(rule.values)
        yield Finding(value.start, value.end, f'`{rule.name}` cannot be {value.value}: {cure}', edits)


def _nearest(value: str, known: tuple[str, ...]) -> tuple[str, bool]:
    """The one value that was meant, if there is one, and whether nothing else can have been."""
    plain = _plain(value)
    same = [word for word in known if _plain(word) == plain]
    if len(same) == 1:
        return same[0], True
    if len(value) > 64:
        return '', False
    near = sorted((distance(plain, word), word) for word in known)
    if not near or near[0][0] > 3 or near[0][0] * 3 > len(plain) or (len(near) > 1 and near[0][0] == near[1][0]):
        return '', False
    steps, word = near[0]
    allowed = 2 if len(word) >= _LONG else 1
    # What has a dot names a file, and two files may have names that are near.
    others = sum(other <= allowed for other, _ in near)
    return word, steps <= allowed and others == 1 and len(word) >= _SHORT and '.' not in word


def _plain(value: str) -> str:
    return '-'.join(value.lower().replace('_', ' ').replace('-', ' ').split())


def distance(first: str, second: str) -> int:
    """How many letters were put in, left out, mistaken or swapped with the next."""
    before, row = list[int](), list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            steps = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and other == first[i - 2]:
                steps = min(steps, older[j - 2] + 1)
            row.append(steps)
    return row[-1]
