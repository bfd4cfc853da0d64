"""Recordings on their way: in their order, each with its language, a bad one as its error, not too many at a time."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from qinggao import FileError, QinggaoError
from qinggao.asr.engine import RATE
from qinggao.asr.listener import Listener
from qinggao.asr.recordings import Recording, _starts, in_turn, prepared
from qinggao.asr.settings import Hearing
from qinggao.asr.speech import LONGEST

from .ears import engine, written
from .spoken import noise, silence, speak, talk, write_audio


def listener(**hearing: object) -> Listener:
    return Listener(engine(), Hearing.of(**hearing))


def test_the_language_is_found(tmp_path: Path) -> None:
    path = write_audio(tmp_path / 'a.wav', talk(24, seconds=10)[0])
    one = prepared(path, listener())
    assert one.language == 'zh' and .5 < one.language_probability <= 1
    assert prepared(path, listener(language='en'))[2:] == ('en', 1.0)


@pytest.mark.parametrize('sound', [silence(2), noise(2)], ids=['silence', 'noise'])
def test_where_nobody_speaks_there_is_no_language(tmp_path: Path, sound: np.ndarray) -> None:
    one = prepared(write_audio(tmp_path / 'a.wav', sound), listener())
    assert (one.spans, one.language, one.language_probability, one.duration) == ((), '', 0., 2000)


def test_without_the_voice_finder_all_of_it_is_heard(tmp_path: Path) -> None:
    path = write_audio(tmp_path / 'a.wav', noise(70, .1))
    spans = prepared(path, listener(vad=False, language='zh')).spans
    assert (spans[0][0], spans[-1][1]) == (0, 70 * RATE) and len(spans) == 3


def test_files_come_in_their_order_and_a_bad_one_is_its_error(tmp_path: Path) -> None:
    paths = written(tmp_path, (speak('大家好') for _ in range(9)), '.wav')
    paths[3].write_bytes(b'no sound')
    paths.insert(6, tmp_path / 'gone.wav')
    found = list(in_turn(paths, listener(language='zh')))
    assert [path for path, _ in found] == paths
    assert [path.name for path, one in found if isinstance(one, QinggaoError)] == ['03.wav', 'gone.wav']
    assert all(isinstance(one, Recording) or (isinstance(one, FileError) and one.path == str(path)) for path, one in found)


def test_who_stops_asking_does_not_wait_for_all_files(tmp_path: Path) -> None:
    paths = written(tmp_path, (speak('大家好') for _ in range(4)), '.wav') * 50
    asked = []

    def names() -> Iterator[Path]:
        for path in paths:
            asked.append(path)
            yield path

    coming = in_turn(names(), listener(language='zh'))
    next(coming)
    coming.close()
    assert len(asked) <= 8


def test_of_long_files_few_are_made_ready_ahead(tmp_path: Path) -> None:
    """A folder that begins with a jingle: what comes behind it are talks of hours."""
    paths = [write_audio(tmp_path / 'jingle.wav', speak('大家好')),
             *(write_audio(tmp_path / f'{number}.wav', silence(15 * 60)) for number in range(3))] + [tmp_path / 'x.wav'] * 9
    asked = []

    def names() -> Iterator[Path]:
        for path in paths:
            asked.append(path.name)
            yield path

    coming = in_turn(names(), listener(language='zh', vad=False))
    next(coming)
    assert asked == ['jingle.wav', '0.wav', '1.wav']        # twenty minutes beside the one that is asked for
    next(coming)
    assert asked == ['jingle.wav', '0.wav', '1.wav', '2.wav']
    coming.close()


SECOND, MINUTE = RATE, 60 * RATE


@pytest.mark.parametrize(('spans', 'starts'), [
    ([], []),
    ([(0, SECOND)], [0]),
    ([(0, SECOND), (2 * SECOND, 3 * SECOND)], [0]),
    ([(0, SECOND), (LONGEST, LONGEST + SECOND)], [0, LONGEST]),
    ([(n * MINUTE, n * MINUTE + SECOND) for n in range(9)], [0, MINUTE, 2 * MINUTE]),
])
def test_the_language_is_asked_for_in_the_first_windows_with_speech(spans: list[tuple[int, int]], starts: list[int]) -> None:
    assert list(_starts(spans)) == starts
