"""Where differences begin and end."""
from __future__ import annotations

from random import Random

import pytest
from qinggao.asr.merge.align import differences, share
from qinggao.asr.merge.bounds import bounded
from qinggao.asr.merge.fold import folded

EDGES = [
    ('a whole word', 'the cat sat', 'the carat sat', [('cat', 'carat')]),
    ('a whole number', '一共25人', '一共26人', [('25', '26')]),
    ('a number in words', '一共二十五人', '一共25人', [('二十五', '25')]),
    ('a fraction', '涨了3.5倍', '涨了3.7倍', [('3.5', '3.7')]),
    ('at a break, not beside it', '春天到。春天走', '春天到春天好春天走', [('', '春天好')]),
    ('letters that agree by chance are no island', '春天来了我看', '秋风吹的好冷了你听', [('春天来了我看', '秋风吹的好冷了你听')]),
    ('two small ones stay two', '春来了花开', '夏来了花谢', [('春', '夏'), ('开', '谢')]),
]


@pytest.mark.parametrize(('old', 'new', 'readings'), [case[1:] for case in EDGES], ids=[case[0] for case in EDGES])
def test_a_difference_holds_whole_readings(old: str, new: str, readings: list[tuple[str, str]]) -> None:
    raw, heard = folded(old), folded(new)
    found = bounded(differences(raw.letters, heard.letters), raw, heard)
    said = [(old[slice(*raw.span(one.start, one.end))] if one.start < one.end else '',
             new[slice(*heard.span(one.first, one.last))] if one.first < one.last else '') for one in found]
    assert said == readings


def test_letters_that_agree_one_by_one_say_nothing_in_a_long_text() -> None:
    one = ''.join(chr(0x4e00 + i) for i in range(200))
    other = ''.join(chr(0x4e00 + i if i % 2 else 0x6e00 + i) for i in range(200))
    assert share(differences(one, other), 200, 200) < .05
    assert share(differences(one, one), 200, 200) == 1
    assert share([], 0, 0) == 0


def test_a_text_of_three_hours_is_aligned() -> None:
    chance = Random(6)
    old = ''.join(chr(0x4e00 + chance.randrange(3000)) for _ in range(100_000))
    new = old[:30_000] + old[34_000:60_000] + chr(0x4e00 + 3001) * 500 + old[60_000:]
    found = differences(old, new)
    assert len(found) == 2
    assert sum(one.size for one in found) == 4500
