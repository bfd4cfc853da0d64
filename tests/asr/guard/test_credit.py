"""Stock credits: those that nobody says, and those that a host may."""
from __future__ import annotations

import pytest

from .takes import names, spans, take

CERTAIN = [
    ('amara', '字幕由Amara.org社区提供'),
    ('marks and spaces do not count', '字幕由 Amara.org 社区提供。'),
    ('mingjing', '请不吝点赞 订阅 转发 打赏支持明镜与点点栏目'),
    ('traditional', '請不吝點贊訂閱轉發打賞支持明鏡與點點欄目'),
    ('a name behind it', '中文字幕志愿者 江一渡'),
    ('two in a row', '优优独播剧场——YoYo Television Series Exclusive 字幕由Amara.org社区提供'),
    ('at the end of true words', '我们下次再见字幕由Amara.org社区提供'),
]
SAID = [
    ('thanks', '谢谢大家'),
    ('thanks for watching', '感谢大家的收看'),
    ('a request', '请订阅我的频道'),
]


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in CERTAIN])
def test_nobody_says_it(text: str) -> None:
    assert names(take((text, 0, 8))) == {'credit'}


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in SAID])
def test_a_host_says_it_and_the_model_is_sure(text: str) -> None:
    assert names(take((text, 20, 22))) == set()


@pytest.mark.parametrize('text', [pytest.param(text, id=name) for name, text in SAID])
@pytest.mark.parametrize(('speech', 'logprob', 'no_speech'), [
    pytest.param([(0., 20.4)], -.2, 0., id='hardly any speech under it'),
    pytest.param([(0., 30.)], -.9, 0., id='a model that is not sure'),
    pytest.param([(0., 30.)], -.2, .9, id='a model that hears nobody'),
])
def test_a_host_may_say_it_but_did_not(text: str, speech: list[tuple[float, float]], logprob: float,
                                       no_speech: float) -> None:
    assert 'credit' in names(take((text, 20, 22), logprob=logprob, no_speech=no_speech), speech)


@pytest.mark.parametrize('text', ['我们这套字幕由Amara.org社区提供一部分', '他说谢谢大家能来', '谢谢大家，下面进入提问'])
def test_a_sentence_about_it_is_none(text: str) -> None:
    assert names(take((text, 0, 5), logprob=-.9)) == set()


def test_only_its_own_segment_is_in_doubt() -> None:
    assert spans('credit', take(('潮水退了', 0, 2), ('字幕由Amara.org社区提供', 2, 5), ('走吧', 5, 6))) == [(2, 5)]
