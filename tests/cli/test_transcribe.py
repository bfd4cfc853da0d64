"""qinggao transcribe: a folder of recordings, whatever is in it, killed, interrupted, gone on with, published."""
from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ..asr.ears import said, written
from ..asr.spoken import MODEL, Said, cer, noise, silence, speak, talk, write_audio
from .run import Shell


def transcribe(shell: Shell, *argv: str | Path) -> int:
    return shell('transcribe', *argv, '-o', 'out', '--model', MODEL, '--threads', '1')


def heard(shell: Shell, name: str) -> str:
    """The text of an output in JSON."""
    segments = json.loads((shell.folder / 'out' / name).read_text('utf-8'))['segments']
    return ''.join(segment['text'] for segment in segments)


@pytest.fixture(scope='module')
def talks() -> list[tuple[np.ndarray, list[Said]]]:
    return [talk(seed, count=2) for seed in (41, 42)]


def test_a_folder_becomes_transcripts(shell: Shell, talks: list[tuple[np.ndarray, list[Said]]]) -> None:
    for name, (sound, _) in zip(('a.flac', 'b/c.mp4'), talks):
        (shell.folder / 'in' / name).parent.mkdir(parents=True, exist_ok=True)
        write_audio(shell.folder / 'in' / name, sound)
    shell.put('in/notes.pdf')
    assert transcribe(shell, 'in', '--to', 'json,srt') == 0
    assert shell.tree('out') == ['a.json', 'a.srt', 'b/c.json', 'b/c.srt']
    for name, (_, words) in zip(('a.json', 'b/c.json'), talks):
        assert cer(said(words), heard(shell, name)) <= .1
    assert '2 inputs, outputs in out: 4 written' in shell.err
    assert 'left alone: 1 file of other kinds (1 .pdf)' in shell.err
    assert '-->' in (shell.folder / 'out/a.srt').read_text('utf-8')
    assert transcribe(shell, 'in', '--to', 'json,srt') == 0
    assert '4 as before' in shell.err


def test_each_bad_file_is_its_own_outcome_and_the_good_are_written_whole(shell: Shell) -> None:
    sound, words = talk(43, count=2)
    sounds = {'good': sound, 'silent': silence(4), 'noise': noise(4, .02),
              'second': np.concatenate([speak('好的呀'), silence(1)])[:16_000]}
    (shell.folder / 'in').mkdir()
    for name, samples in sounds.items():
        write_audio(shell.folder / 'in' / f'{name}.wav', samples)
    shell.put('in/cut.wav', (shell.folder / 'in/good.wav').read_bytes()[:20_000])
    shell.put('in/words.mp3', '这不是录音')
    shell.put('in/empty.flac', b'')
    assert transcribe(shell, 'in', '--json') == 3
    assert 'Traceback' not in shell.err
    files = {Path(one['path']).name: one for one in json.loads(shell.out)['files']}
    assert list(files) == ['cut.wav', 'empty.flac', 'good.wav', 'noise.wav', 'second.wav', 'silent.wav', 'words.mp3']
    assert [name for name, one in sorted(files.items()) if one['error']] == ['cut.wav', 'empty.flac', 'words.mp3']
    assert files['silent.wav']['silent'] and files['noise.wav']['silent'] and not files['good.wav']['silent']
    assert {'good.json'} <= set(shell.tree('out')) <= {'good.json', 'second.json'}
    assert cer(said(words), heard(shell, 'good.json')) <= .1
    assert transcribe(shell, 'in') == 3
    assert 'no words heard, so nothing written: in/noise.wav, in/silent.wav' in shell.err
    assert shell.err.count('qinggao: in/') == 3
    assert 'in/cut.wav: cut short' in shell.err


def test_a_file_that_is_no_recording_may_be_named_and_is_an_error(shell: Shell) -> None:
    shell.put('talk.txt', '春天来了')
    assert transcribe(shell, 'talk.txt', 'gone.mp3') == 3
    assert 'talk.txt: no recording' in shell.err and 'gone.mp3: no such file' in shell.err


def test_strict_is_content_with_what_is_well(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak(['大家好', '没有问题']))
    assert transcribe(shell, 'a.flac', '--strict') == 0
    write_audio(shell.folder / 'b.flac', silence(3))
    assert transcribe(shell, '.', '--strict') == 3
    assert transcribe(shell, '.') == 0


def test_strict_is_not_content_with_words_in_doubt(shell: Shell) -> None:
    """Somebody says it twelve times: nobody can tell whether that is a loop of the speaker's or of the recogniser's."""
    write_audio(shell.folder / 'a.flac', speak('大家好' * 12))
    code = transcribe(shell, 'a.flac', '--strict', '--json')
    doubts = json.loads(shell.out)['files'][0]['doubts']
    assert doubts and code == 3
    assert transcribe(shell, 'a.flac') == 0 and 'in doubt: ' in shell.err


def test_what_was_heard_can_be_cleaned_and_published_in_one_go(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', np.concatenate(
        [speak(['大家好', '今天', '这个产品', '没有问题']), silence(1), speak(['嗯', '数据中心', '非常快'])]))
    assert transcribe(shell, 'a.flac', '--clean', '--to', 'md,srt', '--set', 'title=机房') == 0
    assert shell.tree('out') == ['a.md', 'a.srt']
    page = (shell.folder / 'out/a.md').read_text('utf-8')
    assert page.startswith('---\n') and 'title: 机房' in page and '数据中心' in page and '嗯' not in page
    assert 'fillers/' in shell.err
    for name in 'out/a.md', 'out/a.srt':
        assert shell('why', name) == 0
        assert "'嗯" in shell.out and 'fillers/' in shell.out and 'said at 00:00:0' in shell.out


def test_hot_words_decide_between_words_that_sound_alike(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak('今天指营，很重要'))
    shell.put('words.txt', '止盈\n')
    assert transcribe(shell, 'a.flac') == 0
    assert '指营' in heard(shell, 'a.json')
    assert transcribe(shell, 'a.flac', '--hotwords', 'words.txt') == 0
    assert '止盈' in heard(shell, 'a.json')


def test_a_translation_is_english(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak(['大家好', '新版本', '很重要']))
    assert transcribe(shell, 'a.flac', '--task', 'translate') == 0
    assert heard(shell, 'a.json').split() == ['hello', 'everyone', 'the', 'new', 'version', 'very', 'important']


def test_words_have_times_where_they_are_asked_for(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', talk(44, count=2)[0])
    assert transcribe(shell, 'a.flac', '--word-times') == 0
    for one in json.loads((shell.folder / 'out/a.json').read_text('utf-8'))['segments']:
        times = [one['start'], *(time for word in one['words'] for time in (word['start'], word['end'])), one['end']]
        assert times == sorted(times)
        assert len(one['words']) > 1


def test_an_output_that_was_edited_is_kept_unless_forced(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak('大家好'))
    assert transcribe(shell, 'a.flac', '--to', 'txt') == 0
    shell.put('out/a.txt', '各位好\n')
    assert transcribe(shell, 'a.flac', '--to', 'txt') == 0
    assert (shell.folder / 'out/a.txt').read_text('utf-8') == '各位好\n' and 'so kept' in shell.err
    assert transcribe(shell, 'a.flac', '--to', 'txt', '--force') == 0
    assert (shell.folder / 'out/a.txt').read_text('utf-8') == '大家好\n'


def test_what_was_heard_is_not_heard_again_unless_forced_or_in_another_way(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak('大家好'))
    assert transcribe(shell, 'a.flac') == 0
    base = sqlite3.connect(shell.folder / 'out/.qinggao/heard.sqlite')
    base.execute("update parts set part = replace(part, '大家好', '记得的')")
    base.commit()
    base.close()
    assert transcribe(shell, 'a.flac', '--resume', '--batch-size', '3') == 0
    assert heard(shell, 'a.json') == '记得的'
    assert transcribe(shell, 'a.flac', '--beam', '4') == 0
    assert heard(shell, 'a.json') == '大家好'
    assert transcribe(shell, 'a.flac') == 0
    assert heard(shell, 'a.json') == '记得的'
    assert transcribe(shell, 'a.flac', '--force') == 0
    assert heard(shell, 'a.json') == '大家好'


@pytest.mark.parametrize('options', [
    ['--no-vad'], ['--pack'], ['--no-padding'], ['--prompt', ''], ['--prompt', '说茶'], ['--compute-type', 'float32'],
    ['--language', 'zh'], ['--device', 'cpu'], ['--hotwords', 'glossary'],
], ids=' '.join)
def test_each_way_of_hearing_hears(options: list[str], shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', np.concatenate([silence(.5), speak(['大家好', '没有问题']), silence(.5)]))
    assert transcribe(shell, 'a.flac', *options) == 0
    assert heard(shell, 'a.json')


def test_quiet_is_quiet_and_json_is_json(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak('大家好'))
    assert transcribe(shell, 'a.flac', '--quiet') == 0
    assert shell.out == shell.err == ''
    assert transcribe(shell, 'a.flac', '--json') == 0
    assert json.loads(shell.out)['files'][0]['same'] == ['out/a.json'] and shell.err == ''


@pytest.mark.skipif(os.name == 'nt', reason='no terminal of this kind')
def test_on_a_terminal_it_says_how_far_it_is(tmp_path: Path) -> None:
    import pty
    write_audio(tmp_path / 'a.flac', speak(['大家好', '没有问题']))
    ours, theirs = pty.openpty()
    done = subprocess.run(command(tmp_path / 'a.flac', tmp_path / 'out'), stderr=theirs, stdin=subprocess.DEVNULL)
    os.close(theirs)
    told = b''
    while True:
        try:
            part = os.read(ours, 1 << 16)
        except OSError:     # Linux says so where the other end is closed
            break
        if not part:
            break
        told += part
    os.close(ours)
    assert done.returncode == 0
    assert ' heard · ' in told.decode() and '× real time' in told.decode()


def test_force_does_not_stop_at_a_file_that_is_not_there(shell: Shell) -> None:
    (shell.folder / 'in').mkdir()
    write_audio(shell.folder / 'in/b.flac', speak('大家好'))
    (shell.folder / 'in/a.flac').symlink_to('nowhere.flac')
    assert transcribe(shell, 'in', '--force') == 3
    assert 'a.flac: cannot be read' in shell.err and shell.tree('out') == ['b.json']


def test_a_store_that_is_spoilt_is_an_error_with_a_cure(shell: Shell) -> None:
    write_audio(shell.folder / 'a.flac', speak('大家好'))
    shell.put('out/.qinggao/heard.sqlite', b'not a database at all ' * 200)
    assert transcribe(shell, 'a.flac') == 3
    assert 'heard.sqlite: cannot be used: file is not a database; delete it; all is heard again' in shell.err


def test_without_a_model_the_demo_hears_and_says_so(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants
    monkeypatch.setattr(constants, 'HF_HUB_CACHE', str(shell.folder / 'cache'))
    write_audio(shell.folder / 'a.flac', speak('大家好'))
    assert shell('transcribe', 'a.flac', '-o', 'out') == 0
    assert 'no --model named' in shell.err and '--model large-v3-turbo' in shell.err


@pytest.fixture(scope='module')
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few minutes in three recordings: enough to be stopped in."""
    folder = tmp_path_factory.mktemp('archive') / 'in'
    written(folder, (talk(50 + n, seconds=length)[0] for n, length in enumerate((20, 150, 20))))
    return folder


def command(archive: Path, out: Path) -> list[str]:
    return [sys.executable, '-m', 'qinggao', 'transcribe', str(archive), '-o', str(out), '--model', str(MODEL),
            '--threads', '1', '--batch-size', '1', '--beam', '5', '--language', 'zh', '--word-times']


@pytest.fixture(scope='module')
def undisturbed(archive: Path) -> dict[str, bytes]:
    out = archive.parent / 'undisturbed'
    subprocess.run(command(archive, out), check=True, capture_output=True)
    return outputs(out)


def outputs(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.glob('*.json'))}


def kept(out: Path) -> list[tuple[str, int]]:
    """The parts that were heard: recording and where they begin."""
    place = out / '.qinggao' / 'heard.sqlite'
    if not place.exists():
        return []
    base = sqlite3.connect(place, timeout=60)
    try:
        return base.execute('select sha256, begins, rowid from parts order by 1, 2').fetchall()
    except sqlite3.OperationalError:
        return []       # its tables are not there yet
    finally:
        base.close()


def stopped(archive: Path, out: Path, stop: Callable[[subprocess.Popen[str]], None]) -> tuple[int, str, list[tuple[str, int]]]:
    """Stop the command when three parts are heard: its exit code, what it said, the parts."""
    process = subprocess.Popen(command(archive, out), stderr=subprocess.PIPE, text=True, encoding='utf-8')
    end = time.monotonic() + 120
    while len(kept(out)) < 3 and time.monotonic() < end and process.poll() is None:
        time.sleep(.02)
    stop(process)
    said_of_it = process.communicate(timeout=120)[1]
    return process.returncode, said_of_it, kept(out)


@pytest.mark.skipif(not hasattr(signal, 'SIGKILL'), reason='no kill -9 here')
def test_after_kill_9_the_same_command_goes_on(archive: Path, undisturbed: dict[str, bytes]) -> None:
    out = archive.parent / 'killed'
    code, _, before = stopped(archive, out, lambda process: process.send_signal(signal.SIGKILL))
    assert code == -signal.SIGKILL and len(before) >= 3
    done = subprocess.run(command(archive, out), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert outputs(out) == undisturbed
    assert set(before) <= set(kept(out))        # the same rows: none was heard again, and written again
    assert len(kept(out)) > len(before)


@pytest.mark.skipif(os.name == 'nt', reason='another way to interrupt')
def test_ctrl_c_keeps_what_is_in_work_and_says_how_to_go_on(archive: Path, undisturbed: dict[str, bytes]) -> None:
    out = archive.parent / 'interrupted'
    code, told, before = stopped(archive, out, lambda process: process.send_signal(signal.SIGINT))
    assert code == 130
    assert 'interrupted' in told and 'the same command goes on' in told and 'Traceback' not in told
    assert len(before) > 3                      # what was in work was kept, too
    assert set(outputs(out)) < set(undisturbed)
    assert subprocess.run(command(archive, out), capture_output=True).returncode == 0
    assert outputs(out) == undisturbed
    assert set(before) <= set(kept(out))


def test_two_processes_may_hear_into_one_folder(archive: Path, undisturbed: dict[str, bytes]) -> None:
    out = archive.parent / 'shared'
    processes = [subprocess.Popen(command(archive, out), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for process in processes:
        assert 'Traceback' not in process.communicate(timeout=300)[1]
        assert process.returncode == 0
    assert outputs(out) == undisturbed


def test_a_second_run_hears_nothing_again(archive: Path, undisturbed: dict[str, bytes]) -> None:
    out = archive.parent / 'undisturbed'
    rows = kept(out)
    subprocess.run(command(archive, out), check=True, capture_output=True)
    assert kept(out) == rows and outputs(out) == undisturbed
