"""The speech that other tests listen to is what it says it is."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from .spoken import RATE, SETTINGS, any_phrases, cer, silence, speak, talk, vocabulary, write_audio


def test_the_same_words_are_said_the_same_way() -> None:
    assert np.array_equal(speak(('大家好', '没有问题')), speak('大家好没有问题'))


def test_a_voice_changes_the_sound_and_a_rate_its_length() -> None:
    assert not np.array_equal(speak('大家好', '+f2')[:4000], speak('大家好')[:4000])
    assert len(speak('大家好', rate=195)) < len(speak('大家好', rate=150))


def test_a_talk_tells_where_its_utterances_are() -> None:
    sound, said = talk(3, count=4)
    loud = np.abs(sound) > .01
    assert len(said) == 4
    for one in said:
        assert loud[one.begin * 16:one.begin * 16 + 800].any() and loud[one.end * 16 - 800:one.end * 16].any()
    for one, after in zip(said, said[1:]):
        assert after.begin - one.end >= 499 and not loud[one.end * 16 + 16:after.begin * 16 - 16].any()


def test_a_talk_can_be_asked_for_by_length() -> None:
    sound, _ = talk(1, seconds=12)
    assert 12 * RATE <= len(sound) < 22 * RATE


def test_marks_and_spaces_are_no_mistakes() -> None:
    assert cer('大家好，Docker。', '大家好 Docker') == 0
    assert cer('大家好', '') == 1


def test_phrases_have_no_marks_and_are_spoken_for() -> None:
    assert 60 <= len(vocabulary()) <= 100
    assert all(phrase.isalnum() and english for phrase, english in vocabulary().items())
    assert len(any_phrases(1, 7)) == 7


@pytest.mark.parametrize('suffix', SETTINGS)
def test_a_file_of_each_kind_sounds_as_what_was_written(suffix: str, tmp_path: Path) -> None:
    from faster_whisper.audio import decode_audio
    sound = np.concatenate([silence(.3), speak('我们开始吧')])
    found = decode_audio(str(write_audio(tmp_path / f'talk{suffix}', sound)))
    assert abs(len(found) - len(sound)) < .2 * RATE
    first = np.flatnonzero(np.abs(found) > .02)[0]
    assert abs(first - .3 * RATE) < .1 * RATE
