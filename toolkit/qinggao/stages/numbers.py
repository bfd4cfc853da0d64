"""Write closed forms of spoken numbers in digits: 二零二四年 → 2024年, 百分之三点五 → 3.5%.

Only years said digit by digit and percentages: elsewhere 一 is a word as often as a number (一下, 十月份).
"""
from __future__ import annotations

from collections.abc import Iterator

from ..edits import Edit
from ..patterns import lazy
from ..settings import Settings
from ..view import View

NAME = 'numbers'
RULES = {
    'year': 'a year said digit by digit',
    'percent': 'a percentage said in words',
}

_DIGITS = {'零': 0, '〇': 0, '○': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7,
           '八': 8, '九': 9}
_UNITS = {'十': 10, '百': 100, '千': 1000}
_ANY = ''.join(_DIGITS)
_ONE = '[一二三四五六七八九]'

# Years from 1000 to 2199. 一二三四年级 are four grades and 一二三四年 a count: running digits are no year.
_YEAR = f'(?:一[{_ANY}]|二[零〇○一])[零〇○一二三四五六七八九]{{2}}'
_YEARS = lazy(f'(?<![{_ANY}十百千万亿萬億点點第])(?!一二三四){_YEAR}(?=年(?!级|級)|[到至]{_YEAR}年(?!级|級))')

_TENS = f'{_ONE}?十{_ONE}?'
_HUNDREDS = f'[一二两兩三四五六七八九]百(?:[零〇]{_ONE}|{_ONE}十{_ONE}?)?'
_THOUSANDS = f'[一二两兩三四五六七八九]千(?:[零〇](?:{_ONE}十{_ONE}?|{_ONE})|{_HUNDREDS})?'
_NUMERAL = f'(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_ONE}|[零〇])(?:[点點][零〇一二三四五六七八九]+)?'
# Left alone: 百分之十几, 百分之二三十, 百分之五点多, 百分之一百二 (120), 百分之十来个 (but 百分之十来自…),
# 百分之十到二十, which would come out half in digits. 百分之一百分之二 is 1% and 2%.
_PERCENT = lazy(f'百分之({_NUMERAL})(?![{_ANY}十千万亿萬億點点几幾多余餘]|百(?!分之)|分之|[来來](?!自)'
                      f'|[到至][{_ANY}十])')


def is_on(settings: Settings) -> bool:
    return settings.numbers


def allows(edit: Edit, view: View) -> bool:
    """Numerals become digits, '.' and '%'."""
    old = view.text[edit.start:edit.end]
    percent = _PERCENT.fullmatch(old)
    return edit.new == (_decimal(percent[1]) + '%' if percent else _spelt(old) if set(old) <= set(_DIGITS) else None)


def edits(view: View) -> Iterator[Edit]:
    """One edit a year or percentage. What was said before and after a cut is no number."""
    text = view.text
    for year in _YEARS.finditer(text):
        if not view.crosses_seam(year.start(), year.end() + 1):
            yield Edit(year.start(), year.end(), _spelt(year.group()), f'{NAME}/year')
    for percent in _PERCENT.finditer(text):
        if not view.crosses_seam(percent.start(), percent.end()):
            yield Edit(percent.start(), percent.end(), _decimal(percent.group(1)) + '%', f'{NAME}/percent')


def _spelt(digits: str) -> str:
    return ''.join(str(_DIGITS[digit]) for digit in digits)


def _decimal(numeral: str) -> str:
    whole, point, fraction = numeral.replace('點', '点').partition('点')
    return str(_value(whole)) + ('.' + _spelt(fraction) if point else '')


def _value(numeral: str) -> int:
    """The whole number that a numeral up to 9999 says: 一百二十 is 120, 十五 is 15."""
    total, digit = 0, 0
    for ch in numeral:
        if ch in _UNITS:
            total += (digit or 1) * _UNITS[ch]
            digit = 0
        else:
            digit = _DIGITS[ch]
    return total + digit
