"""A date that is none, or is not written YYYY-MM-DD.

A site sorts its pages by this text, and stops at a day that no calendar has. Write year, month and day in four, two and
two digits.
"""
from __future__ import annotations

from collections.abc import Iterator

from ...edits import Edit
from ...gate.finding import Finding
from ...gate.page import Page
from ...patterns import lazy
from .values import texts

CODE = 'FM014'
NAME = 'no-date'
SEVERITY = 'error'
MENDS = 'sometimes'
WRONG = '---\ntitle: 港口的早晨\ndate: 2026年5月8日\nlayout: post.njk\n---\n'
RIGHT = "---\ntitle: 港口的早晨\ndate: '2026-05-08'\nlayout: post.njk\n---\n"

_ISO = lazy(r'[0-9]{4}-[0-9]{2}-[0-9]{2}')
# Year first: then the month is next everywhere. A time behind it may belong to another day elsewhere.
_DATE = lazy(r'([0-9]{4}) ?[-/.年 ] ?([0-9]{1,2}) ?[-/.月 ] ?([0-9]{1,2}) ?[日号]?(?P<time>[T ][0-9]{1,2}:[0-9]{2}.*)?')
_PACKED = lazy(r'([0-9]{4})([0-9]{2})([0-9]{2})(?P<time>)')


def findings(page: Page) -> Iterator[Finding]:
    for _, _, value in texts(page, 'date'):
        text = value.value.strip()
        if _ISO.fullmatch(value.value) and _is_day(value.value):
            continue
        edits: tuple[Edit, ...] = ()
        message = f'{text} is no date as sites sort them: write YYYY-MM-DD'
        if found := _DATE.fullmatch(text) or _PACKED.fullmatch(text):
            iso = f'{found[1]}-{found[2]:0>2}-{found[3]:0>2}'
            if _is_day(iso):
                edits = (Edit(value.start, value.end, f"'{iso}'", CODE, not found['time']),)
            else:
                message = f'no calendar has the day {text}: correct it'
        yield Finding(value.start, value.end, message, edits)


def _is_day(iso: str) -> bool:
    year, month, day = map(int, iso.split('-'))
    if year < 1000 or not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (29 if leap and month == 2 else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1])
