"""Old transcripts and their recordings: in the order of the pairs, each recording heard once, every difference listed."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from qinggao import Settings
from qinggao.asr.settings import Hearing
from qinggao.asr.store import Store
from qinggao.jobs.outcome import Task
from qinggao.jobs.pairing import Pair
from qinggao.jobs.plan import plan
from qinggao.jobs.retranscribe import Retranscribed, retranscribed, write_list
from qinggao.jobs.transcribe import Ask
from qinggao.rulebook.shipped import shipped

from ..asr.ears import recogniser
from ..asr.spoken import silence, speak, write_audio

LINES = '大家好欢迎收听', '今天这个产品很重要', '数据中心非常快'


def work(folder: Path, transcripts: dict[str, str], recordings: dict[str, str],
         told: list[float] | None = None) -> list[Retranscribed]:
    """What comes of transcripts, by name, and of the recordings that they are of."""
    for name, words in transcripts.items():
        (folder / name).write_text(words, 'utf-8')
    for name in set(recordings.values()):
        if not (folder / name).exists():
            write_audio(folder / name, np.concatenate([part for line in LINES for part in (silence(.5), speak(line))]))
    hearing = Hearing.of(language='zh', word_times=True)
    out = folder / 'out'
    store = Store(out / 'heard.sqlite', recogniser().key(hearing))
    jobs = plan([str(folder / name) for name in transcripts], out).jobs
    pairs = [Pair(job, folder / recordings[job.path.name]) for job in jobs]
    times: list[float] = told if told is not None else []
    try:
        ask = Ask(recogniser(), hearing, Task(out, Settings(to=('txt', 'srt')), shipped(), {}), store, False,
                  lambda seconds, now: times.append(seconds))
        return list(retranscribed(pairs, ask, (), False))
    finally:
        store.close()


def test_a_recording_that_several_are_of_is_heard_once(tmp_path: Path) -> None:
    words = '\n'.join(LINES)
    told: list[float] = []
    done = work(tmp_path, {'b.txt': words, 'a.txt': words, 'c.txt': words}, {'b.txt': '1.wav', 'a.txt': '2.wav', 'c.txt': '1.wav'},
                told)
    assert sorted(Path(one.heard.outcome.path).name for one in done) == ['a.txt', 'b.txt', 'c.txt']
    assert all(len(one.heard.outcome.written) == 2 for one in done)
    length = sum(.5 + len(speak(line)) / 16_000 for line in LINES)
    assert abs(sum(told) - 2 * length) < .1


def test_a_bad_recording_costs_its_transcripts_alone(tmp_path: Path) -> None:
    (tmp_path / 'bad.wav').write_bytes(b'RIFF')
    words = '\n'.join(LINES)
    bad, good = work(tmp_path, {'a.txt': words, 'b.txt': words}, {'a.txt': 'bad.wav', 'b.txt': 'good.wav'})
    assert bad.heard.outcome.error and not bad.disagreements
    assert good.heard.outcome.written and not good.heard.outcome.error


def test_differences_are_listed_for_programs_and_for_people(tmp_path: Path) -> None:
    done = work(tmp_path, {'a.txt': '\n'.join(LINES).replace('很重要', '狠重要'), 'b.txt': '\n'.join(LINES)},
                {'a.txt': '1.wav', 'b.txt': '1.wav'})
    lines, page = write_list(tmp_path / 'out', done)
    rows = [json.loads(line) for line in lines.read_text('utf-8').splitlines()]
    assert rows and {Path(row['file']).name for row in rows} == {'a.txt'}
    assert any('狠' in json.dumps(row, ensure_ascii=False) for row in rows)
    assert 'a.txt' in page.read_text('utf-8') and 'b.txt' in page.read_text('utf-8')


def test_a_list_of_nothing_is_written_too(tmp_path: Path) -> None:
    lines, page = write_list(tmp_path / 'out', [])
    assert lines.read_text('utf-8') == page.read_text('utf-8') == ''
