"""Sounds as keys: which syllables and which English words are told apart."""
from __future__ import annotations

import pytest
from qinggao.stages.homophones.phonetic import hull, key
from qinggao.stages.homophones.sounds import blurred, is_same, keys

ALIKE = [
    ('Wisenthal', 'Weisenthal'), ('Cloud', 'Claude'), ('Pollantir', 'Palantir'), ('Zuckerburg', 'Zuckerberg'),
    ('Carpathy', 'Karpathy'), ('Antropic', 'Anthropic'), ('Jenson', 'Jensen'), ('Hwang', 'Huang'), ('Allaway', 'Alloway'),
    ('Sutzkever', 'Sutskever'), ('Jemini', 'Gemini'), ('Knight', 'Nite'), ('Philip', 'Filip'), ('Jackson', 'Jakson'),
    ('Maggie', 'Magie'),
]
UNLIKE = [('Nutella', 'Nadella'), ('Clod', 'Crowd'), ('Google', 'Goggles'), ('Musk', 'Mask it'), ('Meta', 'Mesa'), ('Apple', 'Able'),
          ('Accent', 'Ascent')]


@pytest.mark.parametrize(('one', 'other'), ALIKE)
def test_one_sound_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(('one', 'other'), UNLIKE)
def test_other_sounds_have_others(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(('one', 'other'), ALIKE[:11])
def test_names_are_not_lost_before_their_key_is_made(one: str, other: str) -> None:
    assert hull(one) == hull(other)


@pytest.mark.parametrize(('one', 'other'), [
    ('zhang', 'zan'), ('chi', 'ci'), ('shi', 'si'), ('ning', 'lin'), ('neng', 'len'), ('nv', 'lv'), ('nian', 'liang'),
])
def test_syllables_that_run_together(one: str, other: str) -> None:
    assert blurred(one) == blurred(other)


@pytest.mark.parametrize(('one', 'other'), [('hu', 'fu'), ('ri', 'li'), ('zhi', 'chi'), ('dong', 'don'), ('ji', 'zhi'), ('n', 'l')])
def test_syllables_that_are_told_apart(one: str, other: str) -> None:
    assert blurred(one) != blurred(other)


def test_a_key_reads_a_name_in_each_of_its_ways() -> None:
    assert {*keys('重仓')} & {*keys('虫仓')} and {*keys('重仓')} & {*keys('中仓')}
    assert len({*keys('美联储')}) == 1


@pytest.mark.parametrize(('heard', 'name', 'same'), [
    ('指营', '止盈', True), ('因为', '英伟', False), ('指营', '指引', False), ('朝', '潮', True), ('止', '止盈', False),
])
def test_one_sound_but_for_tones(heard: str, name: str, same: bool) -> None:
    assert is_same(heard, name) is same
