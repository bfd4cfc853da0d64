"""Numbers of both languages: what is one value, what is certain, what is lost."""
from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.numbers import astray, possible, values

ZH, EN = 'zh-Hans', 'en'


def said(text: str, language: str) -> list[float]:
    return sorted(map(float, values(text, language).elements()))


@pytest.mark.parametrize(('text', 'numbers'), [
    ('营收三亿', [3e8]), ('3亿', [3e8]), ('3.5亿', [3.5e8]), ('三点五亿', [3.5e8]), ('3亿5000万', [3.5e8]),
    ('三亿五千万', [3.5e8]), ('1.2万亿美元', [1.2e12]), ('一万二千亿', [1.2e12]), ('两千万人', [2e7]), ('100多万', [1e6]),
    ('3千5百', [3500]), ('2万5000', [25000]), ('两百五', [250]), ('三万五', [35000]), ('一百零五', [105]),
    ('二零二四年', [2024]), ('二〇〇八', [2008]), ('百分之五十', [50]), ('百分之五', [5]), ('３０００点', [3000]),
    ('1,234.5元', [1234.5]), ('第二十五章', [25]), ('标普500', [500]), ('涨了25%，跌了3%', [3, 25]), ('25和25', [25, 25]),
])
def test_chinese_numbers_have_values(text: str, numbers: list[float]) -> None:
    assert said(text, ZH) == numbers


@pytest.mark.parametrize(('text', 'numbers'), [
    ('300 million', [3e8]), ('three hundred million', [3e8]), ('350 million dollars', [3.5e8]), ('$3.5B', [3.5e9]),
    ('$5m', [5e6]), ('5 bn', [5e9]), ('a hundred', [100]), ('a million people', [1e6]), ('half a million', []),
    ('two hundred and fifty', [250]), ('twenty-five percent', [25]), ('1.2 trillion', [1.2e12]), ('1,000,000', [1e6]),
    ('fifteen hundred', [1500]), ('in 2024', [2024]), ('the 21st century', [21]), ('300-million', [3e8]),
])
def test_english_numbers_have_values(text: str, numbers: list[float]) -> None:
    assert said(text, EN) == numbers


@pytest.mark.parametrize('text', [
    '万一', '千万不要', '一下', '两个', '十分好', '百万富翁', '十几个', '二十几岁', '七八十人', '三五个', 'GPT-4', 'GPT4', '5G', '3D打印', '4K电视',
    '8:30', '90年代', '三分之一', '十二个月', '1个', '一二三', '一起', '半年',
])
def test_what_may_be_no_number_is_not_certain(text: str) -> None:
    assert said(text, ZH) == []


@pytest.mark.parametrize('text', [
    'one of them', 'a second thought', 'millions of people', '1990s', 'GPT-4', '5m away', '30k', 'Q3', 'one two three',
    'twenty twenty-four', '8:30', 'first of all', 'May',
])
def test_what_may_be_no_number_in_english_is_not_certain(text: str) -> None:
    assert said(text, EN) == []


@pytest.mark.parametrize(('chinese', 'english'), [
    ('3月5日', 'March 5'), ('二十五个人', '25 people'), ('两倍', 'double'), ('他有3个', 'He has three'),
    ('3到5亿', '300 to 500 million'), ('300万到500万', '3 to 5 million'), ('三成', '30%'), ('三分之一', '1/3'),
    ('下午3点', '15:00'), ('24年', '2024'), ('90年代', 'the 1990s'), ('打八折', '20% off'), ('二零一九年', 'twenty nineteen'),
    ('标普500', 'S&P 500'), ('第三季度', 'Q3'), ('100多万', 'over a million'), ('百分之百', '100%'), ('半年', 'six months'),
    ('10亿美元', '$1 billion'), ('5亿', 'half a billion'), ('四五百份', '500 copies'), ('八点半', '8:30'), ('两周', 'a fortnight'),
    ('一打鸡蛋', '12 eggs'), ('GPT-4很好', 'GPT-4 is good'), ('十二月', 'December'), ('我第一次来', 'my first time here'),
    ('千分之三', '0.3%'), ('中午12点', 'at noon'),
])
def test_a_good_translation_loses_none(chinese: str, english: str) -> None:
    assert astray(chinese, english, (ZH, EN)) == []
    assert astray(english, chinese, (EN, ZH)) == []


@pytest.mark.parametrize(('chinese', 'english', 'gone'), [
    ('营收3亿', 'revenue of 300 thousand', [300_000_000, 300_000]), ('涨了25%', 'it rose', [25]), ('他涨了', 'up 40 percent', [40]),
    ('三百二十人', 'three hundred people', [320, 300]), ('1万亿', 'a billion', [10 ** 12, 10 ** 9]),
])
def test_a_bad_one_does(chinese: str, english: str, gone: list[int]) -> None:
    assert astray(chinese, english, (ZH, EN)) == [Fraction(value) for value in gone]


@given(st.text(alphabet='0123456789,.%零一二三两十百千万亿点分之几成倍 $kmabillionthndrefvwy-', max_size=40))
def test_any_text_has_numbers_that_are_possible(text: str) -> None:
    for language in (ZH, EN):
        assert values(text, language).keys() <= possible(text, language)
        assert astray(text, text, (language, language)) == []


def test_a_row_of_digits_is_no_trouble() -> None:
    assert astray('9' * 9000, '1' * 9000, (ZH, EN))
    assert said('亿' * 500, ZH) == []


@pytest.mark.parametrize(('text', 'language'), [
    ('三点' + '一' * 5000, ZH), ('一二十' + '三' * 5000, ZH), ('一二十' + '三' * 5000 + '万', ZH),
    ('one ' + 'hundred ' * 5000, EN), ('one million ' * 5000, EN),
])
def test_a_numeral_without_end_is_none(text: str, language: str) -> None:
    assert said(text, language) == []
    assert max(possible(text, language), default=Fraction(0)) < 10 ** 26
