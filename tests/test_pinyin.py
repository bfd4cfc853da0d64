"""The table of readings: what it holds, how its characters are read, and that it stays small."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao.pinyin
from qinggao.pinyin import readings, sound
from qinggao.rulebook.shipped import shipped

FILE = Path(qinggao.pinyin.__file__).with_name('pinyin.txt')


@pytest.mark.parametrize(('word', 'syllables'), [
    ('止盈', 'zhi ying'), ('均线', 'jun xian'), ('绿女', 'lv nv'), ('战略', 'zhan lve'), ('的', 'de'), ('了', 'le'),
    ('着', 'zhe'), ('大', 'da'), ('降息', 'jiang xi'), ('毛利率', 'mao li lv'), ('期货', 'qi huo'),
])
def test_the_usual_reading(word: str, syllables: str) -> None:
    assert ' '.join(sound(word)) == syllables


@pytest.mark.parametrize(('char', 'syllable'), [('行', 'hang'), ('长', 'chang'), ('重', 'chong'), ('调', 'diao'), ('降', 'xiang')])
def test_another_reading(char: str, syllable: str) -> None:
    assert syllable in {readings().usual[char], *readings().others[char]}


@pytest.mark.parametrize('word', ['GPU', '龘', '降息A', '', '國'], ids=['Latin', 'too rare', 'half', 'nothing', 'Traditional'])
def test_no_sound(word: str) -> None:
    assert sound(word) == ()


def test_particles_stand_alone_and_bound_characters_do_not() -> None:
    alone = readings().alone
    assert alone['的'] == alone['是'] == 35 and alone['人'] == 15 and '济' not in alone


def test_it_is_small_and_holds_what_is_said() -> None:
    assert FILE.stat().st_size < 60_000 and len(readings().usual) == 8000


def test_every_shipped_name_has_a_sound() -> None:
    names = [name for rule in shipped().room('homophones') for name in rule.words('names') if not name[0].isascii()]
    assert names and all(sound(name.replace('·', '')) for name in names)
