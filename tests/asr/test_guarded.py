"""The guard over a real recogniser: what goes wrong is heard again, what stays wrong is marked."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qinggao.asr.engine import RATE, Engine, OutOfMemory
from qinggao.asr.guard import Span
from qinggao.asr.guarded import Guarded
from qinggao.asr.listener import Listener
from qinggao.asr.settings import Hearing
from qinggao.asr.speech import spoken
from qinggao.asr.take import Take

from .forced import Begun, Forced
from .spoken import MODEL, Said, Sound, cer, noise, silence, speak, talk

CREDIT = '字幕由Amara.org社区提供'
LOOP = '没有问题' * 12
CLEAR = Hearing(language='zh')


@pytest.fixture(scope='module')
def engine() -> Engine:
    return Engine(MODEL, 'cpu', [0], 'int8', 2, 1)


def speech(sound: Sound) -> list[Span]:
    return [(begin / RATE, end / RATE) for begin, end in spoken(sound)]


def heard(ears: Guarded, sound: Sound, where: Sequence[Span] | None = None) -> Take:
    return ears.takes([sound], [speech(sound) if where is None else where], 'zh')[0]


def expected(said: Sequence[Said]) -> str:
    return ''.join(one.text for one in said)


def doubts(take: Take) -> set[str]:
    return {name for said in take.said for name in said.doubt.split()}


def short_talk(seed: int = 3) -> tuple[Sound, list[Said]]:
    return talk(seed, count=4, phrases=3)


@pytest.mark.parametrize('begun', [
    pytest.param([(LOOP, 0., 9.)], id='a loop'),
    pytest.param([('嗯' * 60, .2, 9.)], id='a loop of one syllable'),
    pytest.param([(CREDIT, .2, 4.)], id='a credit'),
    pytest.param([('请不吝点赞 订阅 转发 打赏支持明镜与点点栏目', .2, 6.)], id='a longer credit'),
    pytest.param([('渡船每天早上六点从北岸出发到南岸去接人' * 2, .2, 1.)], id='more than can be said'),
])
def test_nonsense_gives_way_to_what_was_said(engine: Engine, begun: Begun) -> None:
    sound, said = short_talk()
    before = cer(expected(said), Forced(engine, begun).takes([sound], 'zh')[0].text)
    ears = Guarded(Forced(engine, begun))
    take = heard(ears, sound)
    assert cer(expected(said), take.text) < before / 2
    assert begun[0][0] not in take.text
    assert doubts(take) == set()
    assert ears.counts['mended'] == ears.counts['suspect'] == 1


def test_a_sentence_that_comes_back_for_those_behind_it_gives_way_to_them(engine: Engine) -> None:
    sound, said = short_talk()
    begun = [(said[0].text, one.begin / 1000, one.end / 1000) for one in said]
    before = cer(expected(said), Forced(engine, begun).takes([sound], 'zh')[0].text)
    take = heard(Guarded(Forced(engine, begun)), sound)
    assert cer(expected(said), take.text) < before / 2
    assert doubts(take) == set()


def test_where_listening_does_not_help_the_dice_do(engine: Engine) -> None:
    sound, said = short_talk()
    ears = Guarded(Forced(engine, [(LOOP, 0., 9.)], stubborn=True))
    take = heard(ears, sound)
    assert cer(expected(said), take.text) < .3
    assert doubts(take) == set()
    assert ears.counts['heard again'] >= 3


def test_a_sentence_that_was_left_out_is_heard_alone(engine: Engine) -> None:
    sound, said = talk(4, count=3, phrases=4, gaps=(.6, .8))
    first, last = said[0], said[2]
    begun = [(first.text, first.begin / 1000, first.end / 1000), (last.text, last.begin / 1000, last.end / 1000)]
    assert cer(expected(said), Forced(engine, begun).takes([sound], 'zh')[0].text) > .2
    take = heard(Guarded(Forced(engine, begun)), sound)
    assert cer(expected(said), take.text) < .1
    assert take.unheard == ()
    middle = [one for one in take.said if said[1].begin / 1000 - .3 <= one.begin <= said[1].end / 1000]
    assert cer(said[1].text, ''.join(one.text for one in middle)) < .25


@pytest.mark.parametrize('vad', [True, False])
def test_a_credit_over_silence_goes_and_is_counted(engine: Engine, vad: bool) -> None:
    sound = np.concatenate([silence(4.), speak('人工智能没有问题'), silence(.5)])
    ears = Guarded(Forced(engine, [(CREDIT, 0., 3.)], Hearing(language='zh', vad=vad)))
    assert heard(ears, sound, speech(sound) if vad else [(0., len(sound) / RATE)]).text == '人工智能没有问题'
    assert ears.counts['dropped'] == 1


@pytest.mark.parametrize('sound', [pytest.param(silence(6.), id='silence'), pytest.param(noise(6.), id='noise')])
def test_words_where_nobody_speaks_give_way_to_nothing(engine: Engine, sound: Sound) -> None:
    ears = Guarded(Forced(engine, [('谢谢观看', 0., 2.)]))
    take = heard(ears, sound, [])
    assert (take.text, take.unheard) == ('', ())
    assert ears.counts == {'suspect': 1, 'heard again': 1, 'mended': 1, 'dropped': 1}


def test_thanks_that_were_said_stay(engine: Engine) -> None:
    sound = np.concatenate([talk(7, count=2, phrases=2)[0], speak('谢谢大家'), silence(.4)])
    take = heard(Guarded(Listener(engine, CLEAR)), sound)
    assert take.text.endswith('谢谢大家')
    assert doubts(take) == set()


def test_what_is_truly_said_over_and_over_stays_and_is_marked(engine: Engine) -> None:
    sentence = '人工智能没有问题'
    sound = np.concatenate([part for _ in range(4) for part in (silence(.7), speak(sentence))])
    ears = Guarded(Listener(engine, CLEAR))
    take = heard(ears, sound)
    assert [said.text for said in take.said[:3]] == [sentence] * 3
    assert [said.doubt for said in take.said[:3]] == ['', 'loop', 'loop']
    assert ears.counts['still in doubt'] == 1


def test_speech_of_which_nothing_is_heard_is_told(engine: Engine) -> None:
    take = heard(Guarded(Listener(engine, CLEAR)), silence(8.), [(2., 6.)])
    assert (take.said, take.unheard) == ((), ((2., 6.),))


def test_a_clear_talk_is_heard_once(engine: Engine) -> None:
    ears = Guarded(Listener(engine, CLEAR))
    for seed in range(10):
        sound, _ = talk(100 + seed, seconds=12.)
        heard(ears, sound)
    assert ears.counts['suspect'] <= 1


def test_words_have_their_times_where_they_were_put_in(engine: Engine) -> None:
    sound, _ = short_talk()
    ears = Guarded(Forced(engine, [(LOOP, 0., 5.)], Hearing(language='zh', word_times=True)))
    take = heard(ears, sound)
    for one in take.said:
        assert ''.join(word.text for word in one.words) == one.text
        assert all(one.begin <= word.begin <= word.finish <= one.finish for word in one.words)
    assert all(one.finish <= other.begin + 1e-6 for one, other in zip(take.said, take.said[1:]))


class Full(Listener):
    """A device that holds the first batch, and not one window more."""

    def heard(self, encoded: Any, seconds: Sequence[float], language: str, **how: Any) -> list[Take]:
        if not how:
            return [Take(()) for _ in seconds]
        raise OutOfMemory('no room')


def test_want_of_memory_is_the_callers_to_mend(engine: Engine) -> None:
    with pytest.raises(OutOfMemory):
        heard(Guarded(Full(engine, CLEAR)), silence(5.), [(0., 5.)])


def hard(engine: Engine, threads: int) -> list[Take]:
    """Windows that only dice can mend, and some that nothing can."""
    ears = Guarded(Forced(engine, [(LOOP, 0., 9.)], stubborn=True))
    sounds = [short_talk(seed)[0] for seed in range(2)]
    sounds += [sound + noise(len(sound) / RATE, .05)[:len(sound)] for sound in sounds]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda sound: heard(ears, sound), sounds))


def test_threads_do_not_change_what_is_heard(engine: Engine) -> None:
    assert hard(engine, 4) == hard(engine, 1)


def test_a_fresh_process_hears_the_same(engine: Engine) -> None:
    ask = ('from tests.asr import test_guarded as t\n'
           f't.MODEL = t.Path({str(MODEL)!r})\n'
           'print(repr(t.hard(t.Engine(t.MODEL, "cpu", [0], "int8", 2, 1), 3)))')
    run = subprocess.run([sys.executable, '-c', ask], capture_output=True, text=True, check=True,
                         cwd=Path(__file__).parents[2])
    assert run.stdout.strip() == repr(hard(engine, 1))
