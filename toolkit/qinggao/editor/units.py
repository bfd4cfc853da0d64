"""What the editor reads: a Chinese character, a Latin word or a number is one unit; marks and spaces are none."""
from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import lazy

_UNIT = lazy(r"[A-Za-z]+(?:['’][A-Za-z]+)?|[0-9]+(?:[.,:][0-9]+)*%?|[^\W_]")
_NOT_DIGITS = lazy('[^0-9]+')
MOST_DIGITS = 5


class Units(NamedTuple):
    """``text[starts[i]:ends[i]]`` is unit i; its key is what the vocabulary knows it by."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


def units(text: str, start: int = 0, end: int | None = None) -> Units:
    """The units of ``text[start:end]``, Simplified; offsets count code points of ``text``.

    >>> units('2024年,用GPT的').keys
    ['<n4>', '年', '用', 'gpt', '的']
    """
    found = list(_UNIT.finditer(text, start, len(text) if end is None else end))
    return Units([key(one) for one in found], [one.start() for one in found], [one.end() for one in found])


def key(found: re.Match[str]) -> str:
    """A number by how many digits it has, all else in lower case."""
    unit = found[0]
    if len(unit) == 1 and not unit.isascii():
        return unit
    if unit[0].isdigit() and unit.isascii():
        digits = len(_NOT_DIGITS.sub('', unit))
        return f'<n{min(MOST_DIGITS, digits)}>' + ('%' if unit.endswith('%') else '')
    return unit.lower()
