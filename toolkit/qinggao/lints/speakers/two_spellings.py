"""One speaker whose name is spelled in two ways.

Jonathan Ross and Jonathon Ross are two people to everything that reads the page by speaker, and one is misspelled.
Look up which is right and write it everywhere. It is said at the rarer spelling, once a page.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .labels import Label, bold_labels, cast

CODE = 'SP004'
NAME = 'two-spellings'
SEVERITY = 'warning'
MENDS = 'unsure'
_OTHERS = '---\nspeaker: Martha Quinn\n---\n\n' + '**Martha Quinn**: The tide is low.\n\n' * 5
WRONG = _OTHERS + '**Martha Quin**: We wait.\n'
RIGHT = _OTHERS + '**Martha Quinn**: We wait.\n'

_NO_LETTER = lazy(r'[\W_]+')
_NUMBER = lazy(r'(?:\d+|(?<![A-Za-z])[A-Za-z])\]?$')     # 嘉宾1 and 嘉宾2, Guest A and Guest B are two people
_RARER = 3      # a slip is rarer than what was meant; Sara and Sarah who say as much as each other are two people


def findings(page: Page) -> Iterator[Finding]:
    labels = bold_labels(page)
    counts = Counter(label.name for label in labels)
    if len(counts) < 2:
        return
    first: dict[str, Label] = {}
    for label in labels:
        first.setdefault(label.name, label)
    names = sorted(counts, key=lambda name: (-counts[name], first[name].start))[:60]   # no page has more speakers
    for i, rarer in enumerate(names):
        meant = next((name for name in names[:i] if _are_one(name, rarer, counts)), None)
        if meant:
            yield _finding(page, first[rarer], meant, counts, [one for one in labels if one.name == rarer])


def _finding(page: Page, label: Label, meant: str, counts: Counter[str], labels: list[Label]) -> Finding:
    is_known = counts[meant] >= 5 * counts[label.name] and meant in cast(page).named | cast(page).people
    edits = [Edit(at, at + len(label.name), meant, CODE, sure=False)
             for one in labels for at in [page.text.index(label.name, one.start)]] if is_known else []
    start = page.text.index(label.name, label.start)
    return Finding(start, start + len(label.name),
                   f'{label.name!r} here, {meant!r} elsewhere: if they are one, spell them alike', tuple(edits))


def _are_one(a: str, b: str, counts: Counter[str]) -> bool:
    """Whether two names are most likely one: they differ by case, spaces or dots, or by a letter or two."""
    bare, other = (_NO_LETTER.sub('', name).lower() for name in (a, b))
    if bare == other:
        return True
    if counts[a] < _RARER * counts[b] or bare[:1] != other[:1] or bare.isascii() != other.isascii():
        return False
    if _NUMBER.search(a) or _NUMBER.search(b):
        return False
    if not bare.isascii():      # 李明 and 李伟 are two people, 李律师 and 李李律师 one
        return _is_doubled(bare, other) or (min(len(bare), len(other)) >= 6 and _differ_by(bare, other) == 1)
    shorter = min(len(bare), len(other))
    return shorter >= 5 and _differ_by(bare, other) <= (2 if shorter >= 10 else 1)


def _is_doubled(a: str, b: str) -> bool:
    """Whether one is the other with a character said twice."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    return any(long[i] == long[i + 1] and long[:i] + long[i + 1:] == short for i in range(len(long) - 1))


def _differ_by(a: str, b: str) -> int:
    """How many letters must be put in, taken out, or written otherwise to make one of the other; 9 for many."""
    if abs(len(a) - len(b)) > 2:
        return 9
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]
