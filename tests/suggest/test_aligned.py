"""Two texts side by side."""
from __future__ import annotations

import random

import pytest
from qinggao.suggest.aligned import WHOLE, Aligned, aligned

READINGS = {
    'as it stands': ('今天讲绿茶', '今天讲绿茶', '绿茶', {'绿茶'}),
    'a word for a word': ('今天讲绿茶和酒', '今天讲红茶和酒', '绿茶', {'红茶'}),
    'with a filler left out before it': ('今天那个编辑成本高', '今天边际成本高', '编辑', {'边际', ''}),
    'with a word put in behind it': ('今天编辑高', '今天边际成本高', '编辑', {'边际', '成本', '边际成本'}),
    'where the page left it out': ('今天我们其实讲茶', '今天讲茶', '其实', {''}),
    'marks and breaks between them': ('今天\n讲绿茶', '今天讲：红茶。', '绿茶', {'红茶'}),
}


@pytest.mark.parametrize(('first', 'second', 'said', 'readings'), READINGS.values(), ids=READINGS)
def test_what_stands_for_a_stretch(first: str, second: str, said: str, readings: set[str]) -> None:
    two = aligned(first, second)
    start = two.first.letters.index(said)
    assert set(two.over(start, start + len(said))) == readings


def test_case_width_and_script_are_no_difference() -> None:
    assert aligned('用ＧＰＴ寫軟體', '用 gpt 写软体').found == ()


def long_talk(letters: int) -> str:
    """A talk in which hardly any phrase comes twice."""
    words = random.Random(7)
    return ''.join(chr(0x4e00 + words.randrange(3000)) for _ in range(letters))


def test_a_long_talk_is_cut_where_both_agree_and_comes_out_the_same() -> None:
    said = long_talk(3 * WHOLE)
    marred = list(said)
    for at in range(100, len(said), 997):
        marred[at] = '茶'
    two = aligned(said, ''.join(marred))
    assert sum(one.size for one in two.found) == sum(a != b for a, b in zip(said, marred))
    assert patched(two) == two.second.letters


def test_a_long_talk_with_another_one_has_no_likeness() -> None:
    two = aligned(long_talk(2 * WHOLE), long_talk(2 * WHOLE)[::-1])
    assert two.likeness < .1
    assert patched(two) == two.second.letters


def patched(two: Aligned) -> str:
    """The first text with all differences made."""
    out, at = list[str](), 0
    for one in two.found:
        out += two.first.letters[at:one.start], two.second.letters[one.first:one.last]
        at = one.end
    return ''.join((*out, two.first.letters[at:]))
