"""Whisper's own translation as a second track: heard in the recording, laid beside the talk by time."""
from __future__ import annotations

from pathlib import Path

import pytest
import qinggao
from qinggao.asr.models import demo_model
from qinggao.asr.recogniser import Recogniser
from qinggao.bilingual.bitext import faults
from qinggao.bilingual.sources.heard import Heard
from qinggao.errors import FileError
from qinggao.transcript import Transcript

AUDIO = Path(__file__).parents[3] / 'samples' / 'audio'


@pytest.fixture(scope='module')
def recogniser() -> Recogniser:
    return Recogniser(demo_model() or '')


@pytest.fixture(scope='module')
def talk(recogniser: Recogniser) -> Transcript:
    return qinggao.clean(recogniser.transcribe(AUDIO / 'meeting.opus', language='zh'))


def test_english_stands_beside_what_was_said_then(recogniser: Recogniser, talk: Transcript) -> None:
    both = Heard(recogniser, AUDIO).beside(talk, Path('meeting.srt'))
    assert both.languages == ('zh-Hans', 'en') and not list(faults(both))
    said = {both.first.text[slice(*pair.first)]: both.second.text[slice(*pair.second)] for pair in both.pairs}
    assert 'thank you all' in next(english for chinese, english in said.items() if '谢谢大家' in chinese)
    assert {pair.origin for pair in both.pairs} == {recogniser.name}


def test_a_talk_without_a_recording_is_an_error_that_says_so(recogniser: Recogniser, talk: Transcript) -> None:
    with pytest.raises(FileError, match='no recording of that name'):
        Heard(recogniser, AUDIO).beside(talk, Path('nowhere.srt'))
