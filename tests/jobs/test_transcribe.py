"""What is written of a recording, and what is told of it."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qinggao import FileError, Settings
from qinggao.asr.heard import Heard, Segment
from qinggao.asr.settings import Hearing
from qinggao.asr.store import Store
from qinggao.jobs.outcome import Task
from qinggao.jobs.plan import plan
from qinggao.jobs.transcribe import Ask, Doubtful, Transcribed, deaf, doubts_of, transcribed
from qinggao.rulebook.shipped import shipped

from ..asr.ears import recogniser
from ..asr.spoken import cer, silence, speak, write_audio


def work(folder: Path, *names: str, cleans: bool = False, to: tuple[str, ...] = ('json',),
         fields: dict[str, object] | None = None) -> list[Transcribed]:
    """What comes of recordings of a folder."""
    out = folder / 'out'
    task = Task(out, Settings(to=to), shipped(), fields or {})
    store = Store(out / 'heard.sqlite', recogniser().key(Hearing()))
    try:
        jobs = plan([str(folder / name) for name in names], out, ('.wav',)).jobs
        return list(transcribed(jobs, Ask(recogniser(), Hearing.of(language='zh'), task, store, cleans)))
    finally:
        store.close()


def test_a_recording_is_written_in_each_format(tmp_path: Path) -> None:
    write_audio(tmp_path / 'a.wav', speak(['大家好', '没有问题']))
    done, = work(tmp_path, 'a.wav', to=('json', 'srt', 'txt'), fields={'title': '机房'})
    assert done.outcome.error is None and len(done.outcome.written) == 3 and not done.silent
    assert cer('大家好没有问题', (tmp_path / 'out/a.txt').read_text('utf-8')) <= .2


def test_it_is_cleaned_only_where_that_is_asked_for(tmp_path: Path) -> None:
    write_audio(tmp_path / 'a.wav', np.concatenate([speak('嗯'), silence(.1), speak(['数据中心', '非常快'])]))
    raw, = work(tmp_path, 'a.wav', to=('txt',))
    assert not raw.outcome.edits
    assert '嗯' in (tmp_path / 'out/a.txt').read_text('utf-8')
    clean, = work(tmp_path, 'a.wav', to=('md',), cleans=True)
    assert any(rule.startswith('fillers/') for rule in clean.outcome.edits)
    assert '嗯' not in (tmp_path / 'out/a.md').read_text('utf-8')


def test_two_names_of_one_recording_are_two_outcomes(tmp_path: Path) -> None:
    write_audio(tmp_path / 'a.wav', speak('大家好'))
    (tmp_path / 'b.wav').write_bytes((tmp_path / 'a.wav').read_bytes())
    done = work(tmp_path, 'a.wav', 'b.wav')
    assert sorted(Path(one.outcome.written[0]).name for one in done) == ['a.json', 'b.json']


def test_silence_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    write_audio(tmp_path / 'a.wav', silence(2))
    done, = work(tmp_path, 'a.wav')
    assert done.silent and not done.outcome.error and not done.outcome.written
    assert not (tmp_path / 'out/a.json').exists()


def test_a_file_that_cannot_be_heard_is_an_error_with_its_name(tmp_path: Path) -> None:
    (tmp_path / 'a.wav').write_bytes(b'RIFF')
    write_audio(tmp_path / 'b.wav', speak('大家好'))
    bad, good = sorted(work(tmp_path, 'a.wav', 'b.wav'), key=lambda one: one.outcome.path)
    assert isinstance(bad.outcome.error, FileError) and bad.outcome.error.path.endswith('a.wav')
    assert good.outcome.written


def test_a_folder_in_the_way_costs_its_own_file(tmp_path: Path) -> None:
    for name in 'a.wav', 'b.wav':
        write_audio(tmp_path / name, speak('大家好'))
    (tmp_path / 'out/a.json').mkdir(parents=True)
    bad, good = sorted(work(tmp_path, 'a.wav', 'b.wav'), key=lambda one: one.outcome.path)
    assert 'a folder of that name is in the way' in str(bad.outcome.error)
    assert good.outcome.written


def test_doubts_are_told_in_the_order_of_time() -> None:
    heard = Heard((Segment('好', 900, 1000, .9), Segment('好好好', 2000, 3000, .5, doubt='loop pace')), 'zh', 1., 9000,
                  ((1200, 1900), (4000, 8000)))
    assert doubts_of(heard) == (Doubtful(1200, 1900, 'unheard', ''), Doubtful(2000, 3000, 'loop pace', '好好好'),
                                Doubtful(4000, 8000, 'unheard', ''))


def test_speech_without_any_words_is_an_error() -> None:
    error = deaf(Heard((), 'zh', 1., 9000, ((0, 2000), (3000, 8000))), 'tiny', 'a.wav')
    assert str(error) == 'a.wav: 7 s of speech in it, and tiny heard no words; try another --model, or --language'


@pytest.mark.parametrize('cleans', [False, True])
def test_a_second_run_writes_nothing(tmp_path: Path, cleans: bool) -> None:
    write_audio(tmp_path / 'a.wav', speak(['大家好', '没有问题']))
    work(tmp_path, 'a.wav', cleans=cleans)
    again, = work(tmp_path, 'a.wav', cleans=cleans)
    assert again.outcome.same and not again.outcome.written
