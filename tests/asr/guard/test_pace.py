"""How much can be said in how much time."""
from __future__ import annotations

import pytest
from qinggao.asr.guard.speed import syllables

from .takes import names, take

SENTENCE = '渡船每天早上六点从北岸出发到南岸去接人'      # 19 syllables
ENGLISH = 'The ferry leaves the northern bank at six in the morning, every day but Sunday.'

POSSIBLE = [
    ('ordinary', SENTENCE, 0, 4),
    ('quick', SENTENCE, 0, 2),
    ('very quick for a moment', '我跟你说', 0, .2),
    ('a stamp that misses', '好的', 3.1, 3.1),
    ('slow', '灯塔，下面，没有人', 0, 5),
    ('drawn out', '嗯', 0, 4),
    ('quick English', ENGLISH, 0, 2.5),
    ('nothing but marks', '……', 0, 3),
]
IMPOSSIBLE = [
    ('a sentence at a stroke', SENTENCE, 3, 3.1),
    ('twice as quick as anybody', SENTENCE * 3, 0, 3),
    ('English at a stroke', ENGLISH, 0, .3),
    ('two words for half a window', '好的', 0, 15),
    ('a clause for all of it', '灯塔下面没有人了', 0, 28),
]


@pytest.mark.parametrize(('text', 'begin', 'finish'), [pytest.param(*one, id=name) for name, *one in POSSIBLE])
def test_somebody_may_speak_so(text: str, begin: float, finish: float) -> None:
    assert names(take((text, begin, finish))) == set()


@pytest.mark.parametrize(('text', 'begin', 'finish'), [pytest.param(*one, id=name) for name, *one in IMPOSSIBLE])
def test_nobody_speaks_so(text: str, begin: float, finish: float) -> None:
    assert 'pace' in names(take((text, begin, finish)))


def test_few_words_in_a_segment_full_of_pauses_are_enough() -> None:
    assert names(take(('好的', 0, 15)), [(0., 1.2), (14., 15.)]) == set()


@pytest.mark.parametrize(('text', 'count'), [('', 0), ('大家好！', 3), ('第35期', 4), ('GPU', 1), ('用GPU跑', 3)])
def test_syllables(text: str, count: float) -> None:
    assert syllables(text) == count
