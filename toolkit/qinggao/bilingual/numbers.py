"""The numbers that a text says, in either language: 3亿, 三亿, 300 million, three hundred million are one value.

Two grades. *Certain*: whoever translates it well says that number. *Possible*: what may be read as a number at all: the
一 of 一下, the 4 of GPT-4, the May of a date. Lost is what is certain here and not even possible there.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..patterns import lazy
from .languages import is_chinese
from .numerals import CHINESE, ENGLISH, chinese_value, english_value, scale_value, several

_SCALE = '[十百千]?[万萬亿億]{1,3}|[百千]|(?:hundred|thousand|million|billion|trillion)\\b|(?:bn|mn|tn)\\b'
_ARABIC = lazy(rf'(?P<glued>[a-z][-–]?)?(?P<money>[$€£¥])?(?P<number>\d{{1,30}}(?:,\d{{3}}){{0,9}}(?:\.\d{{1,30}})?)'
               rf'(?:[多余餘来來几幾]?[ -]?(?P<scale>{_SCALE})|(?P<short>[kmbt]\b)|(?:st|nd|rd|th)\b)?', re.I)
_CHINESE = lazy(f'(?P<share>[百千]分之)?(?P<words>{CHINESE})(?P<after>分之|[几幾]|年代|成|折|倍)?')
_ENGLISH = lazy(ENGLISH, re.I)
# 3到5亿, 3 to 5 million: the first has the scale of the second.
_RANGE = lazy(rf'\s*(?:[-–—~～到至或、]|to\b|or\b|and\b)\s*\d{{1,30}}(?:\.\d{{1,30}})?[ -]?(?:{_SCALE}|[kmbt]\b)', re.I)
_PLAIN = lazy(r'[\s]*年代|s\b|:\d|：\d')     # 90年代 is the 1990s, 8:30 is 八点半
_WIDE = {ord('０') + digit: ord('0') + digit for digit in range(10)} | {ord('，'): '，', ord('．'): '.', ord('％'): '%'}
_SURE_FROM = 2      # 一 and one stand for no number as often as for one
_WORDS_FROM = 13    # in words, smaller ones are idioms, ordinals and pronouns: 三心二意, second
# Words that may say a number, and which.
_HINTS = {'半': (Fraction(1, 2), 50, 30), '倍': (2, 100), '双': (2,), '雙': (2,), '对': (2,), '廿': (20,), '打': (12,),
          'half': (Fraction(1, 2), 50, 30), 'both': (2,), 'twice': (2,), 'double': (2, 100), 'pair': (2,),
          'couple': (2,), 'dozen': (12,), 'triple': (3,), 'quarter': (Fraction(1, 4), 25, 15), 'fortnight': (14, 2),
          'decade': (10,), 'century': (100,), 'noon': (12,), 'midnight': (12, 24)}
_MONTHS = ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec')
_MONTHS_SAID = ('一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二')
_CHINESE_MONTH = lazy(r'(?<![\d.])(1[0-2]|0?[1-9])\s?月'
                      r'|(?<![一二三四五六七八九十几两])(十[一二]?|[一二三四五六七八九])月')
# May and March are words too.
_NAMED_MONTH = lazy(r'\b(January|February|April|June|July|August|September|October|November|December)\b')
_MONTH = lazy(rf'\b(?P<month>{"|".join(_MONTHS)})[a-z]*', re.I)


class Number(NamedTuple):
    """A number in a text; ``scale``: 10^4 of 3万, 1 where none was said."""

    value: Fraction
    scale: int
    sure: bool


def values(text: str, language: str) -> Counter[Fraction]:
    """The certain numbers of a text, each as often as it is said; percent signs are no part of one.

    >>> sorted(map(int, values('营收3.5亿，增长百分之二十，万一GPT-4一下', 'zh-Hans')))
    [20, 350000000]
    >>> sorted(map(int, values('revenue of 350 million, up twenty-five percent in one year', 'en')))
    [25, 350000000]
    """
    return Counter(number.value for number in _numbers(text.translate(_WIDE), language) if number.sure)


def possible(text: str, language: str) -> frozenset[Fraction]:
    """All values that somebody may mean with this text: far more than are said in it."""
    text = text.translate(_WIDE)
    found = list(_numbers(text, language))
    bare, scales = {number.value / number.scale for number in found}, {number.scale for number in found}
    plain = bare | {number.value for number in found}
    out = {value * scale for value in bare for scale in scales} | plain
    out |= {value + year for value in plain if value < 100 for year in (1900, 2000)}
    out |= {value % 100 for value in plain if 1900 <= value < 2100}
    out |= {value - 12 for value in plain if 12 < value < 24}
    lower = text.lower()
    out |= {Fraction(value) for word, meant in _HINTS.items() if word in lower for value in meant}
    out |= {Fraction(_MONTHS.index(month['month'].lower()) + 1) for month in _MONTH.finditer(text)}
    return frozenset(out)


def astray(source: str, target: str, way: tuple[str, str]) -> list[Fraction]:
    """The numbers of a sentence that its translation lost, then those that come from nowhere.

    >>> astray('营收3.5亿', 'revenue of 35 million', ('zh-Hans', 'en'))
    [Fraction(350000000, 1), Fraction(35000000, 1)]
    """
    here, there = values(source, way[0]), values(target, way[1])
    lost = sorted(here.keys() - possible(target, way[1])) if here else []
    return lost + (sorted(there.keys() - possible(source, way[0])) if there else []) + _wrong_months(source, target)


def _wrong_months(source: str, target: str) -> list[Fraction]:
    """The months that the Chinese of the two says, where the English names months and none of these: 1月 and November.
    *Last month* for 1月 is not wrong, and a month that both name excuses the others."""
    said = {int(found[1]) if found[1] else _MONTHS_SAID.index(found[2]) + 1
            for text in (source, target) for found in _CHINESE_MONTH.finditer(text.translate(_WIDE))}
    named = {_MONTHS.index(found[1][:3].lower()) + 1 for text in (source, target)
             for found in _NAMED_MONTH.finditer(text)}
    return [Fraction(month) for month in sorted(said)] if said and named and not said & named else []


def _numbers(text: str, language: str) -> Iterator[Number]:
    yield from _arabic(text)
    if is_chinese(language):
        yield from _chinese(text)
    else:
        for found in _ENGLISH.finditer(text):
            yield from (Number(value, scale, sure and value >= _WORDS_FROM)
                        for value, scale, sure in english_value(found[0]))


def _arabic(text: str) -> Iterator[Number]:
    before: tuple[int, Number] | None = None
    for found in _ARABIC.finditer(text):
        scale = scale_value(found['scale'] or found['short'] or '')
        value = Fraction(found['number'].replace(',', '')) * scale
        sure = value >= _SURE_FROM and _is_sure(found, scale)
        number = Number(value, scale, sure)
        if before and before[0] == found.start() and before[1].scale > max(scale, 100):    # 3亿5000万, 2万5000
            number = Number(before[1].value + value, before[1].scale, before[1].sure)
        elif before:
            yield before[1]
        before = found.end(), number
    if before:
        yield before[1]


def _is_sure(found: re.Match[str], scale: int) -> bool:
    """Not the digits of GPT-4, 5G, 3D, 8:30, a film in 4K, the 90年代, nor the 3 of *3 to 5 million*."""
    text, start, end = found.string, found.start(), found.end()
    after = text[end:end + 1]
    if found['glued'] or (found['short'] and not found['money']) or (after.isascii() and after.isalpha()) \
            or _PLAIN.match(text, end):
        return False
    return scale > 1 or not (_RANGE.match(text, end) or text[max(0, start - 1)] in ':：')


def _chinese(text: str) -> Iterator[Number]:
    for found in _CHINESE.finditer(text):
        value, sure = chinese_value(found['words'])
        if value is None:
            yield from (Number(one, 1, False) for one in several(found['words']))
            continue
        after = found['after'] or ''
        if found['share'] == '千分之':      # 千分之三 is 0.3%
            yield Number(value / 10, 1, False)
        yield Number(value, 1, found['share'] == '百分之' or (sure and value >= _WORDS_FROM and not after))
        if after in ('成', '折'):
            yield from (Number(Fraction(other), 1, False) for other in (value * 10, 100 - value * 10))
        elif after == '倍':
            yield from (Number(value + more, 1, False) for more in (-1, 1))
