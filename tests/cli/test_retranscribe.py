"""qinggao retranscribe: an old transcript and its recording, from end to end."""
from __future__ import annotations

import json
import statistics
from pathlib import Path

import numpy as np
import qinggao
from qinggao import ledger

from ..asr.spoken import MODEL, silence, speak, write_audio
from .run import Shell

# What was said, and what an older recogniser made of it: without times, and not without mistakes.
SAID = ['大家好欢迎收听', '今天这个产品很重要', '我们公司上个月发布会议记录', '数据中心非常快', '但是服务器太慢了', '用户反馈没有问题',
        '人工智能需要讨论', '谢谢大家']
OLD = ['大家好欢迎收听', '今天这个产品很重要', '我们公司上个月发不会议记录', '数据中心非常快', '但是服物器太慢了', '用户反馈没有问题',
       '人工只能需要讨论', '谢谢大家']


def recorded(shell: Shell, name: str, lines: list[str]) -> None:
    path = shell.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    write_audio(path, np.concatenate([part for line in lines for part in (silence(.6), speak(line))]))


def retranscribe(shell: Shell, *argv: str) -> int:
    return shell('retranscribe', 'raw', '--audio', 'audio', '-o', 'out', '--model', MODEL, '--language', 'zh', '--threads', '1',
                 *argv)


def test_an_old_transcript_gets_times_and_the_surer_words(shell: Shell) -> None:
    recorded(shell, 'audio/talk.flac', SAID)
    old = '\n'.join(OLD) + '\n'
    shell.put('raw/talk.txt', old)
    assert retranscribe(shell, '--to', 'json,srt,txt') == 0
    assert shell.tree('out') == ['disagreements.jsonl', 'disagreements.md', 'talk.json', 'talk.srt', 'talk.txt']
    assert (shell.folder / 'raw/talk.txt').read_text('utf-8') == old

    segments = json.loads((shell.folder / 'out/talk.json').read_text('utf-8'))['segments']
    times = [time for one in segments for time in (one['start'], one['end'])]
    assert len(segments) == len(OLD) and times == sorted(times)
    at, late = 0., []
    for line, one in zip(SAID, segments):
        late.append(abs(one['start'] - at - .6))
        at += .6 + len(speak(line)) / 16_000
    assert statistics.median(late) < .1 and max(late) < .8, late      # where its first word was misheard it begins late
    assert (shell.folder / 'out/talk.srt').read_text('utf-8').count('-->') >= len(OLD)

    rows = [json.loads(line) for line in (shell.folder / 'out/disagreements.jsonl').read_text('utf-8').splitlines()]
    assert len(rows) >= 3 and all(row['file'] == 'raw/talk.txt' for row in rows)
    assert 'raw/talk.txt' in (shell.folder / 'out/disagreements.md').read_text('utf-8')
    assert f'{len(rows)} disagreements (' in shell.err and 'out/disagreements.md' in shell.err

    entry = ledger.load(ledger.place(shell.folder / 'out', Path('talk')))
    assert entry is not None
    t = entry.transcript
    assert t.source == '\n'.join(OLD)
    assert qinggao.undo(t.text, t.changes) == t.source and qinggao.redo(t.source, t.changes) == t.text
    assert t.text != t.source                       # something was heard more surely
    assert shell('why', 'out/talk.txt') == 0 and 'said' in shell.out


def test_it_is_cleaned_and_published_in_one_go(shell: Shell) -> None:
    recorded(shell, 'audio/a/talk.mp3', SAID)
    shell.put('raw/a/talk.txt', '\n'.join(OLD) + '\n')
    assert retranscribe(shell, '--clean', '--to', 'md,srt') == 0
    assert {'a/talk.md', 'a/talk.srt'} <= set(shell.tree('out'))
    assert shell('why', 'out/a/talk.srt') == 0


def test_where_the_two_agree_it_says_so(shell: Shell) -> None:
    recorded(shell, 'audio/talk.wav', SAID[:2])
    shell.put('raw/talk.txt', '\n'.join(SAID[:2]) + '\n')
    assert retranscribe(shell, '--to', 'srt') == 0
    assert 'the old transcripts and the recordings agree' in shell.err


def test_each_pair_is_its_own_outcome(shell: Shell) -> None:
    recorded(shell, 'audio/good.flac', SAID[:3])
    recorded(shell, 'audio/other.flac', SAID[5:])
    recorded(shell, 'audio/alone.flac', SAID[:1])
    write_audio(shell.folder / 'audio/silent.flac', silence(4))
    shell.put('audio/broken.flac', b'fLaC')
    shell.put('raw/good.txt', '\n'.join(OLD[:3]))
    shell.put('raw/other.txt', '这里说的是种菜浇水和施肥，还有怎样搭棚子')
    shell.put('raw/silent.txt', '\n'.join(OLD[:2]))
    shell.put('raw/broken.txt', '\n'.join(OLD[:2]))
    shell.put('raw/lonely.txt', '春天来了')
    shell.put('raw/empty.txt', '\n')
    (shell.folder / 'audio/empty.flac').write_bytes((shell.folder / 'audio/good.flac').read_bytes())
    assert retranscribe(shell, '--to', 'txt') == 3
    errors = [line for line in shell.err.splitlines() if line.startswith('qinggao: ')]
    told = {name: next((line for line in errors if name in line), '') for name in
            ('good', 'other.txt', 'silent.txt', 'broken', 'lonely.txt', 'empty.txt')}
    assert not told['good']
    assert 'of its words were heard on its recording; check that it is the right one; or --force' in told['other.txt']
    assert 'no words were heard on its recording' in told['silent.txt']
    assert 'broken' in told['broken']
    assert 'no recording of that name' in told['lonely.txt']
    assert 'empty: there are no words in it' in told['empty.txt']
    assert [name for name in shell.tree('out') if name.endswith('.txt')] == ['good.txt']
    assert 'recordings without a transcript: audio/alone.flac' in shell.err


def test_a_recording_of_two_transcripts_is_heard_once(shell: Shell) -> None:
    recorded(shell, 'audio/talk.flac', SAID[:3])
    shell.put('raw/talk.txt', '\n'.join(OLD[:3]))
    shell.put('raw/b/talk.txt', '\n'.join(SAID[:3]))
    assert retranscribe(shell, '--to', 'txt') == 0
    assert {'talk.txt', 'b/talk.txt'} <= set(shell.tree('out'))


def test_what_a_person_edited_since_is_kept(shell: Shell) -> None:
    recorded(shell, 'audio/talk.flac', SAID[:3])
    shell.put('raw/talk.txt', '\n'.join(OLD[:3]))
    assert retranscribe(shell, '--to', 'txt') == 0
    shell.put('out/talk.txt', '改过\n')
    assert retranscribe(shell, '--to', 'txt') == 0
    assert 'so kept' in shell.err and (shell.folder / 'out/talk.txt').read_text('utf-8') == '改过\n'
