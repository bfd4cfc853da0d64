"""The marks that git leaves where two versions of a file could not be merged.

Both versions stand in the file. Choose one, and remove the other with the marks.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...gate.finding import Finding
from ...gate.page import PAGE, Page
from ...patterns import lazy
from ..bilingual.folds import is_in_code

CODE = 'MD005'
NAME = 'conflict'
SEVERITY = 'error'
MENDS = 'never'
WRONG = '<<<<<<< HEAD\n河水很凉。\n=======\n河水不凉。\n>>>>>>> draft\n'
RIGHT = '河水很凉。\n'

_MARK = lazy(r'^(?:<{7}(?= )|\|{7}(?= |$)|={7}$|>{7}(?= )).*', 8)


def findings(page: Page) -> Iterator[Finding]:
    start = None
    parted = False
    for found in _MARK.finditer(page.text):
        mark = found[0][0]
        if mark == '<':
            start, parted = found, False
        elif mark == '=':
            parted = start is not None
        elif mark == '>' and start and parted:
            if page.kind != PAGE or not is_in_code(page, start.start()):
                yield Finding(start.start(), found.end(), 'two versions that git could not merge: choose one, and '
                              'remove the marks')
            start = None
