"""Numbers in words: 三亿五千万, 二零二四, 两百五, three hundred million, twenty-five."""
from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..patterns import lazy

_DIGITS = {char: value for value, chars in enumerate(('零〇', '一', '二两兩', '三', '四', '五', '六', '七', '八', '九'))
           for char in chars}
_UNITS = {'十': 10, '百': 100, '千': 1000}
_GROUPS = {'万': 10 ** 4, '萬': 10 ** 4, '亿': 10 ** 8, '億': 10 ** 8}
_ALL = ''.join((*_DIGITS, *_UNITS, *_GROUPS))
CHINESE = f'[{_ALL}]+(?:点[{"".join(_DIGITS)}]+[万萬亿億]*)?'
_SEVERAL = lazy('[一二两三四五六七八九]{2}[十百千万亿]')     # 七八十 people are 70 or 80
_LONGEST = 24   # signs, or English words: what is longer is no number that somebody says

_SMALL = ('zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
          'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen')
_TENS = ('twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety')
_ORDINALS = {'first': 1, 'second': 2, 'third': 3, 'fourth': 4, 'fifth': 5, 'sixth': 6, 'seventh': 7, 'eighth': 8,
             'ninth': 9, 'tenth': 10, 'eleventh': 11, 'twelfth': 12}
_SAID = {**{word: value for value, word in enumerate(_SMALL)}, **_ORDINALS,
         **{word: 10 * value for value, word in enumerate(_TENS, 2)}}
_SCALES = {'hundred': 100, 'thousand': 10 ** 3, 'million': 10 ** 6, 'billion': 10 ** 9, 'trillion': 10 ** 12}
_SHORT = {'k': 10 ** 3, 'm': 10 ** 6, 'mn': 10 ** 6, 'b': 10 ** 9, 'bn': 10 ** 9, 't': 10 ** 12, 'tn': 10 ** 12}
_WORD = f'(?:{"|".join(sorted((*_SAID, *_SCALES), key=len, reverse=True))})'
ENGLISH = rf'\b(?:(?:half )?a )?{_WORD}(?:(?:[ -]| and ){_WORD})*\b'


def scale_value(words: str) -> int:
    """What a number is taken times: 10,000 for 万, 10⁷ for 千万, 10⁶ for million or m; 1 for nothing."""
    lower = words.lower()
    if lower in _SCALES or lower in _SHORT:
        return _SCALES.get(lower) or _SHORT[lower]
    out = 1
    for char in words:
        out *= _UNITS.get(char) or _GROUPS[char]
    return out


def chinese_value(words: str) -> tuple[Fraction | None, bool]:
    """The value of a numeral, and whether it is one for sure: 千万 may be *by all means*, 一二三 a countdown.

    >>> [str(chinese_value(words)[0]) for words in ('三亿五千万', '二零二四', '两百五', '十二', '三点五', '七八十')]
    ['350000000', '2024', '250', '12', '7/2', 'None']
    """
    if len(words) > _LONGEST:
        return None, False
    words, _, behind = words.partition('点')
    if _SEVERAL.search(words) and not _is_digits(words):
        return None, False          # `several` has their values
    if behind:
        digits = ''.join(str(_DIGITS[char]) for char in behind if char in _DIGITS)
        scale = scale_value(''.join(char for char in behind if char in _GROUPS))
        return (_whole(words) + Fraction(int(digits), 10 ** len(digits))) * scale, scale > 1
    if _is_digits(words):
        return Fraction(_whole(words)), len(words) >= 4 or '零' in words[1:] or '〇' in words
    return Fraction(_whole(words)), words[0] in (*_DIGITS, '十') and len(words) > 1    # 万一, 千万


def several(words: str) -> Iterator[Fraction]:
    """What 四五百 may be: 400, 500."""
    words = words[:_LONGEST]
    for found in _SEVERAL.finditer(words):
        yield from (Fraction(_whole(digit + words[found.end() - 1:])) for digit in found[0][:2])


def _is_digits(words: str) -> bool:
    return all(char in _DIGITS for char in words)


def _whole(words: str) -> int:
    if _is_digits(words):
        return int(''.join(str(_DIGITS[char]) for char in words) or '0')
    total = group = 0
    digits, unit, last = '', 1, 1
    for char in words:
        if char in _DIGITS:
            unit, digits = (1, '') if char in '零〇' else (unit, digits + str(_DIGITS[char]))
        elif char in _UNITS:
            unit = _UNITS[char]
            group, digits = group + int(digits or 1) * unit, ''
        else:
            unit = _GROUPS[char]
            part = group + int(digits or 0)
            total = (total + part or 1) * unit if unit > last else total + part * unit     # 三万亿, 三亿五千万
            group, digits, last = 0, '', unit
    # 两百五 is 250, 三万五 35,000; 一百零五 is 105.
    return total + group + int(digits or 0) * (unit // 10 if len(digits) == 1 and unit >= 100 else 1)


def english_value(words: str) -> Iterator[tuple[Fraction, int, bool]]:
    """The value of number words with its last scale, marked True where it is one for sure; then those of their parts:
    *two hundred* has a 2."""
    said = words.lower().replace('-', ' ').split()
    if len(said) > _LONGEST:
        return
    if said[0] == 'half':
        yield Fraction(_SCALES[said[2]], 2) if said[2] in _SCALES else Fraction(1, 2), 1, False
        return
    sure = said[0] not in _SCALES       # millions, 300 million: no number of its own
    said = [word for word in said if word not in ('and', 'a')]
    total = group = 0
    scale = 1
    for word in said:
        if word in _SAID:
            group += _SAID[word]
        elif word == 'hundred':
            group = (group or 1) * 100
        else:
            scale = _SCALES[word]
            total, group = total + (group or 1) * scale, 0
    # one two three is no 6, and twenty nineteen no 39.
    sure = sure and not any(_follows(one, two) for one, two in zip(said, said[1:]))
    yield Fraction(total + group), scale, sure
    if len(said) > 1:
        yield from ((Fraction(_SAID[word]), scale, False) for word in said if word in _SAID)
        if not sure and len(said) == 2 and set(said) <= _SAID.keys():
            yield Fraction(_SAID[said[0]] * 100 + _SAID[said[1]]), 1, False


def _follows(one: str, two: str) -> bool:
    """Whether no number says these two one after the other."""
    return one in _SAID and two in _SAID and not (_SAID[one] in range(20, 100, 10) and 0 < _SAID[two] < 10)
