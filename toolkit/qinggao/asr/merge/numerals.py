"""Numbers in figures and in words: 二十五 and 25 are one reading."""
from __future__ import annotations

_DIGITS = {**dict(zip('零〇○一二两兩三四五六七八九', (0, 0, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9))),
           **{str(digit): digit for digit in range(10)}}
_UNITS = {'十': 10, '百': 100, '千': 1000}
_GROUPS = {'万': 10 ** 4, '萬': 10 ** 4, '亿': 10 ** 8, '億': 10 ** 8}
NUMERALS = frozenset('零〇○一二两兩三四五六七八九') | _UNITS.keys() | _GROUPS.keys()
_LONGEST = 20   # signs: what is longer is a table or a code, and no number that somebody says


def value(text: str) -> int | None:
    """The whole number that a text says; None for any other text, for fractions and for 两百五, which is no 205.

    >>> [value(text) for text in ('二十五', '25', '1,200', '二零二四', '三千万', '两百五', '大概三')]
    [25, 25, 1200, 2024, 30000000, None, None]
    """
    text = text.replace(',', '')
    if not text or len(text) > _LONGEST or not all(char in NUMERALS or char in _DIGITS for char in text):
        return None
    if all(char in _DIGITS for char in text):
        return int(''.join(str(_DIGITS[char]) for char in text))
    if len(text) > 1 and text[-1] in _DIGITS and text[-2] in ('百', '千', *_GROUPS):
        return None
    return _said(text)


def _said(text: str) -> int:
    total = group = 0
    digits = ''
    for char in text:
        if char in _DIGITS:
            digits += str(_DIGITS[char])
        elif char in _UNITS:
            group += int(digits or 1) * _UNITS[char]
            digits = ''
        else:
            total = (total + group + int(digits or 0)) * _GROUPS[char]
            group, digits = 0, ''
    return total + group + int(digits or 0)
