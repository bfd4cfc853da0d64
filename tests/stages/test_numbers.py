"""Spoken numbers in digits: closed forms only."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.stages import numbers

from .table import cleaned

CHANGES = [
    ('a year', '桥是二零二四年修的', '桥是2024年修的'),
    ('a year with 〇', '二〇〇八年的洪水', '2008年的洪水'),
    ('a year with a circle for zero', '二○一九年', '2019年'),
    ('a decade', '一九八零年代的渡船', '1980年代的渡船'),
    ('from year to year', '二零一八到二零二零年没有船', '2018到2020年没有船'),
    ('ten percent', '水位降了百分之十', '水位降了10%'),
    ('a decimal percentage', '涨了百分之三点五', '涨了3.5%'),
    ('more than a hundred percent', '是去年的百分之一百二十', '是去年的120%'),
    ('less than one percent', '不到百分之零点五', '不到0.5%'),
    ('one hundred and one percent', '百分之一百零一', '101%'),
    ('thousands', '百分之一千零五十，百分之九千九百九十九', '1050%，9999%'),
    ('a share that comes from somewhere', '百分之十来自上游', '10%来自上游'),
    ('from percentage to percentage', '百分之五到百分之八', '5%到8%'),
    ('Traditional 兩 and 點', '百分之兩百，百分之三點五', '200%，3.5%'),
]

STAYS = [
    ('a hundred percent as an idiom', '我百分之百同意'),
    ('an open number', '百分之几，百分之十几，百分之七八十，百分之五点多'),
    ('a range in one breath', '百分之十到二十'),
    ('hundred and a bit, said short', '百分之一百二'),
    ('ten and some', '百分之十来个人，百分之二十多'),
    ('a measure of a moment', '等一下，看一看，一一说明'),
    ('a month', '十月份，三月五号'),
    ('an idiom with numerals', '三十而立，五十步笑百步'),
    ('the title of a book', '他在读一九八四'),
    ('four grades', '一二三四年级的孩子'),
    ('some years', '过了三四年，二三十年'),
    ('years counted, not named', '两千零二十四年'),
    ('digits that are there already', '2024年涨了10%'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'numbers', numbers=True) == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'numbers', numbers=True) == text


def test_it_is_off_unless_asked_for() -> None:
    from qinggao.settings import Settings
    assert not numbers.is_on(Settings()) and numbers.is_on(Settings(numbers=True))


@given(st.integers(1, 9999))
def test_every_percentage_up_to_9999_can_be_read(number: int) -> None:
    if number != 100:  # 百分之百
        assert cleaned(f'约百分之{_spoken(number)}的水', 'numbers', numbers=True) == f'约{number}%的水'


@given(st.integers(1000, 2199).filter(lambda year: year != 1234))
def test_every_year_can_be_read(year: int) -> None:
    said = ''.join('零一二三四五六七八九'[int(digit)] for digit in str(year))
    assert cleaned(f'{said}年', 'numbers', numbers=True) == f'{year}年'


@given(st.lists(st.sampled_from(['百分之', *'零〇一二两三九十百千点到年来自多几，的']), max_size=12).map(''.join))
def test_it_settles_and_touches_nothing_but_numerals(text: str) -> None:
    result = cleaned(text, 'numbers', numbers=True)
    assert [ch for ch in result if ch in '，的几多'] == [ch for ch in text if ch in '，的几多']


def _spoken(number: int) -> str:
    """As it is read out: 1050 is 一千零五十."""
    said, gap = '', False
    for unit, place in (('千', 1000), ('百', 100), ('十', 10), ('', 1)):
        digit = number // place % 10
        if digit:
            said += ('零' if gap and said else '') + '零一二三四五六七八九'[digit] + unit
        gap = not digit
    return said.removeprefix('一') if said.startswith('一十') else said
