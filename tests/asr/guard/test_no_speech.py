"""Words, and nobody who says them."""
from __future__ import annotations

import pytest
from qinggao.asr.guard import Span

from .takes import spans, take

SPEECH = [(5., 8.), (12., 13.)]
SAID = [
    ('inside', '灯塔下面没有人了', 5.2, 7.8),
    ('a stamp a little early', '灯塔', 4.6, 5.1),
    ('a stamp a little late', '灯塔', 8.1, 8.2),
    ('begins with the silence before', '好的', 8.6, 13.),
    ('from one to the other', '灯塔下面没有人了', 5.5, 12.5),
]
NOT_SAID = [
    ('before', '灯塔下面没有人了', 0., 4.),
    ('between', '请订阅', 9., 11.),
    ('behind all', '谢谢', 28., 30.),
    ('far too long for the end of some speech', '渡船每天早上六点从北岸出发到南岸去接人', 7.7, 11.6),
    ('no length, no speech', '嗯', 10., 10.),
]


@pytest.mark.parametrize(('text', 'begin', 'finish'), [pytest.param(*one, id=name) for name, *one in SAID])
def test_there_is_speech_under_it(text: str, begin: float, finish: float) -> None:
    assert spans('no-speech', take((text, begin, finish)), SPEECH) == []


@pytest.mark.parametrize(('text', 'begin', 'finish'), [pytest.param(*one, id=name) for name, *one in NOT_SAID])
def test_there_is_none(text: str, begin: float, finish: float) -> None:
    assert spans('no-speech', take((text, begin, finish)), SPEECH) == [(begin, finish)]


@pytest.mark.parametrize('speech', [[], [(29., 30.)]])
def test_where_nobody_speaks_all_is_in_doubt(speech: list[Span]) -> None:
    assert spans('no-speech', take(('灯塔', 0, 1), ('渡口', 2, 3)), speech) == [(0, 1), (2, 3)]
