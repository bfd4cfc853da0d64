"""Listening: the prompt, the words, their times."""
from __future__ import annotations

import numpy as np
import pytest
from qinggao import UsageError
from qinggao.asr.engine import PROMPT_LIMIT, RATE
from qinggao.asr.listener import MARKED, Listener
from qinggao.asr.settings import Hearing

from .ears import engine
from .spoken import silence, speak, talk


def listener(**hearing: object) -> Listener:
    return Listener(engine(), Hearing.of(**hearing))


def prompted(language: str = 'zh', task: str = 'transcribe', **hearing: object) -> str:
    """The prompt, as text."""
    tokenizer = engine().tokenizer(language, task)
    tokens = listener(task=task, **hearing).prompt(language)
    return str(tokenizer.decode([token for token in tokens if token < tokenizer.eot])).strip()


def test_chinese_is_shown_some_marks() -> None:
    assert prompted() == MARKED['zh']
    assert prompted('en') == '' and prompted(task='translate') == ''


def test_a_prompt_of_ones_own_takes_its_place_and_an_empty_one_is_none() -> None:
    assert prompted(prompt='说中文') == '说中文'
    assert prompted(prompt='') == '' and prompted(prompt='  ') == ''
    assert listener(prompt='').prompt('zh') == list(engine().tokenizer('zh', 'transcribe').sot_sequence)


def test_hot_words_stand_before_the_prompt_as_many_as_there_is_room_for() -> None:
    assert prompted(hotwords=['止盈', 'Docker'], prompt='好') == '止盈 Docker 好'
    many = [f'Docker{number}' for number in range(999)]
    held = prompted(hotwords=many, prompt='').split()
    assert held == many[:len(held)] and 10 < len(held) < 999
    assert len(listener(hotwords=many, prompt='').prompt('zh')) <= PROMPT_LIMIT + 5
    # With a prompt there is room for fewer: both together leave half of what the model has to the text.
    assert len(listener(hotwords=many, prompt='大家好' * 30).prompt('zh')) <= PROMPT_LIMIT + 5
    assert prompted(hotwords=many).endswith(MARKED['zh'])


def test_a_prompt_that_is_too_long_is_refused() -> None:
    with pytest.raises(UsageError, match=f'more than {PROMPT_LIMIT}'):
        listener(prompt='大家好' * 200).prompt('zh')


def test_words_make_up_their_segments_and_lie_in_them() -> None:
    sounds = [talk(seed, seconds=12)[0] for seed in (31, 32)]
    takes = listener(word_times=True).takes(sounds, 'zh')
    for take, sound in zip(takes, sounds):
        assert take.said
        for one in take.said:
            assert ''.join(word.text for word in one.words) == one.text
            times = [one.begin, *(time for word in one.words for time in (word.begin, word.finish)), one.finish]
            assert times == sorted(times) and times[0] >= 0 and times[-1] <= len(sound) / RATE
            assert all(0 <= word.probability <= 1.001 for word in one.words)


def test_words_with_times_are_the_words_without() -> None:
    sound = talk(33, seconds=15)[0]
    with_times, without = (listener(word_times=word_times).takes([sound], 'zh')[0] for word_times in (True, False))
    assert [one._replace(words=()) for one in with_times.said] == list(without.said)


def test_a_window_is_heard_in_a_batch_as_it_is_alone() -> None:
    sounds = [talk(seed, seconds=5 + seed % 20)[0][:30 * RATE] for seed in (34, 35, 36)]
    ear = listener(word_times=True)
    assert ear.takes(sounds, 'zh') == [ear.takes([sound], 'zh')[0] for sound in sounds]


@pytest.mark.parametrize('seconds', [.01, .1, 1, 30])
def test_nothing_is_said_in_silence(seconds: float) -> None:
    take, = listener(word_times=True, vad=False).takes([silence(seconds)], 'zh')
    assert take.text == ''


def test_windows_that_are_not_padded_are_heard_too() -> None:
    sound = speak('操作系统不能使用')
    take, = listener(pad=False, prompt='').takes([sound], 'zh')
    assert take.said and take.said[-1].finish <= len(sound) / RATE + .01


def test_words_at_the_end_of_silence_are_heard_without_the_voice_finder() -> None:
    sound = np.concatenate([silence(6), speak('操作系统不能使用')])
    take, = listener(vad=False, prompt='').takes([sound], 'zh')
    assert '操作系统' in take.text and take.said[0].begin == pytest.approx(6, abs=.35)
