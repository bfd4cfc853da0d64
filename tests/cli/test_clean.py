"""qinggao clean, as people use it: folders, names, formats, edited outputs, exit codes, streams."""
from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from .run import SAMPLES, Shell


def test_a_folder_becomes_its_mirror(shell: Shell) -> None:
    shell.put('raw/a.txt')
    shell.put('raw/sub/b.txt')
    shell.put('raw/c.mp3', b'\0')
    assert shell('clean', 'raw', '-o', 'fair', '--to', 'md,txt') == 0
    assert shell.tree('fair') == ['a.md', 'a.txt', 'sub/b.md', 'sub/b.txt']
    assert '今天讲这个问题' in (shell.folder / 'fair/a.txt').read_text('utf-8')
    assert shell.out == ''
    assert 'left alone: 1 file of other kinds (1 .mp3)' in shell.err
    assert 'script/t2s' in shell.err


def test_inputs_are_never_written_to(shell: Shell) -> None:
    page = shell.put('raw/a.md', '这個\n')
    assert shell('clean', 'raw', '-o', 'raw') == 3
    assert page.read_text('utf-8') == '这個\n'
    assert 'its output would be itself' in shell.err


@pytest.mark.parametrize('name', ['-dash.txt', '--dash.txt', 'two words.txt', '嗯.txt', '🎙.txt', 'a:3.txt', "it's.txt", '{x}.txt',
                                  'a.b.txt', ' .txt'])
def test_any_name_works(shell: Shell, name: str) -> None:
    shell.put(name)
    assert shell('clean', name, '-o', 'fair', '--to', 'txt') == 0
    assert shell.tree('fair') == [name]
    assert shell('why', f'fair/{name}:1') == 0
    assert "'個' → '个'" in shell.out


def test_two_inputs_of_one_stem_are_told_apart(shell: Shell) -> None:
    shell.put('raw/talk.txt')
    shell.put('raw/talk.srt', '1\n00:00:00,000 --> 00:00:01,000\n大家好\n')
    assert shell('clean', 'raw', '-o', 'fair') == 0
    assert shell.tree('fair') == ['talk.srt.md', 'talk.txt.md']
    assert shell('why', 'fair/talk.txt.md') == 0


def test_two_inputs_of_one_name_are_refused(shell: Shell) -> None:
    shell.put('a/talk.txt')
    shell.put('b/talk.txt')
    shell.put('b/other.txt')
    assert shell('clean', 'a', 'b', '-o', 'fair') == 3
    assert shell.tree('fair') == ['other.md']
    assert shell.err.count('would write the same output as') == 2


def test_the_output_folder_inside_the_input_is_not_cleaned_again(shell: Shell) -> None:
    shell.put('a.txt')
    for _ in range(2):
        assert shell('clean', '.', '-o', 'fair', '--to', 'txt') == 0
    assert shell.tree('fair') == ['a.txt']


def test_what_a_person_edited_is_kept(shell: Shell) -> None:
    shell.put('a.txt')
    shell('clean', 'a.txt', '-o', 'fair')
    page = shell.folder / 'fair/a.md'
    page.write_text('mine', 'utf-8')
    assert shell('clean', 'a.txt', '-o', 'fair') == 0
    assert page.read_text('utf-8') == 'mine'
    assert 'fair/a.md: edited since it was written, so kept' in shell.err
    assert shell('clean', 'a.txt', '-o', 'fair', '--force') == 0
    assert page.read_text('utf-8') != 'mine'


def test_an_output_of_ours_follows_its_input(shell: Shell) -> None:
    shell.put('a.txt', '大家好\n')
    shell('clean', 'a.txt', '-o', 'fair', '--to', 'txt')
    shell.put('a.txt', '再见\n')
    assert shell('clean', 'a.txt', '-o', 'fair', '--to', 'txt') == 0
    assert '再见' in (shell.folder / 'fair/a.txt').read_text('utf-8')


def test_a_page_no_ledger_knows_is_kept(shell: Shell) -> None:
    shell.put('a.txt')
    page = shell.put('fair/a.md', 'a page of mine\n')
    assert shell('clean', 'a.txt', '-o', 'fair') == 0
    assert page.read_text('utf-8') == 'a page of mine\n'
    assert 'fair/a.md: not written by qinggao, so kept' in shell.err


@pytest.mark.parametrize('option', ['--dry-run', '--diff'])
def test_nothing_is_written(shell: Shell, option: str) -> None:
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair', option) == 0
    assert not (shell.folder / 'fair').exists()


def test_a_diff_shows_the_words(shell: Shell) -> None:
    shell.put('a.txt')
    shell('clean', 'a.txt', '--diff')
    assert '-今天讲这個问题' in shell.out
    assert '+今天讲这个问题' in shell.out


def test_json_tells_all(shell: Shell) -> None:
    shell.put('a.txt')
    shell.put('b.txt', b'\xff\xfe\xff')
    assert shell('clean', 'a.txt', 'b.txt', '-o', 'fair', '--json') == 3
    files = {file['path']: file for file in json.loads(shell.out)['files']}
    assert files['a.txt']['changes']['script/t2s'] == 1
    assert files['a.txt']['written'] == ['fair/a.md']
    assert 'b.txt' in files['b.txt']['error']


def test_quiet_says_only_errors(shell: Shell) -> None:
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair', '-q') == 0
    assert shell.err == shell.out == ''


def test_standard_input_to_standard_output(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    srt = '1\n00:00:01,000 --> 00:00:02,500\n这個題目\n'
    monkeypatch.setattr(sys, 'stdin', io.TextIOWrapper(io.BytesIO(srt.encode())))
    assert shell('clean', '-', '--stdin-name', 'a.srt', '--to', 'vtt') == 0
    assert shell.out == 'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n这个题目\n'
    assert shell.err == ''


@pytest.mark.parametrize('form', ['md', 'txt'])
def test_a_closed_stream_is_one_line(shell: Shell, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    with monkeypatch.context() as closed:
        closed.setattr(sys, 'stdin', None)
        assert shell('clean', '-', '--to', form) == 2
        assert 'standard input is closed' in shell.err
        closed.setattr(sys, 'stdin', io.TextIOWrapper(io.BytesIO('好'.encode())))
        closed.setattr(sys, 'stdout', None)
        assert shell('clean', '-', '--to', form) == 2
        assert shell.err.count('\n') == 1
        assert 'standard output is closed' in shell.err


def test_files_need_no_standard_streams(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.put('a.txt')
    with monkeypatch.context() as closed:
        for name in ('stdin', 'stdout', 'stderr'):
            closed.setattr(sys, name, None)
        assert shell('clean', 'a.txt', '-o', 'fair') == 0
    assert shell.tree('fair') == ['a.md']


def test_front_matter_is_set_or_comes_from_a_sidecar(shell: Shell) -> None:
    shell.put('a.txt')
    shell.put('a.yaml', 'title: 一个题目\ntags: [ai, chips]\n')
    assert shell('clean', 'a.txt', '-o', 'fair', '--set', 'speaker=林静: 主播') == 0
    page = (shell.folder / 'fair/a.md').read_text('utf-8')
    assert "title: 一个题目\n" in page
    assert "tags:\n  - ai\n  - chips\n" in page
    assert "speaker: '林静: 主播'\n" in page
    assert "summary: ''\n" in page


@pytest.mark.parametrize('given', ['[ai, chips]', 'ai,chips', '["ai"，"chips"]'])
def test_a_list_is_set_by_its_items(shell: Shell, given: str) -> None:
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair', '--set', f'tags={given}') == 0
    assert 'tags:\n  - ai\n  - chips\n' in (shell.folder / 'fair/a.md').read_text('utf-8')


def test_a_text_without_times_gives_no_subtitles(shell: Shell) -> None:
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair', '--to', 'md,srt') == 0
    assert 'without times, so without srt: a.txt' in shell.err
    assert shell('clean', 'a.txt', '-o', 'fair', '--to', 'srt') == 3
    assert 'no times are known' in shell.err


@pytest.mark.parametrize(('argv', 'said'), [
    (['clean', 'a.txt'], 'no output folder'),
    (['clean', 'a.txt', '-o', 'x', '--to', 'mdd'], "did you mean 'md'?"),
    (['clean', 'a.txt', '-o', 'x', '--only', 'filers'], "did you mean 'fillers'?"),
    (['clean', '-', '--to', 'md,srt'], 'one format'),
    (['clean', '-', 'a.txt', '--to', 'md'], 'stands alone'),
    (['clean', '-', '-o', 'x', '--to', 'md'], 'leave out -o'),
    (['clean', 'a.txt', '-o', 'x', '--set', 'title'], 'KEY=VALUE'),
    (['clean', 'a.txt', '-o', 'a.txt'], 'not a folder'),
    (['clean', 'a.txt', '-o', 'x', '--rules', 'none.yaml'], 'cannot be read'),
    (['clean', 'a.txt', '-o', 'x', '--encoding', 'nonsense'], "'nonsense' is no encoding of text"),
    (['clean', 'a.txt', '-o', 'x', '--encoding', 'base64'], "'base64' is no encoding of text"),
    (['clean', 'a.txt', '-o', 'x', '--encoding', 'unicode_escape'], 'for example gb18030'),
    (['why', 'none.md'], 'no such file'),
    (['why', '.'], '.: a folder; name one file in it'),
    (['rules', 'explain', 'mishearings/zhiyin'], "did you mean 'mishearings/zhiying'?"),
    (['rules', 'explain'], 'which rule?'),
], ids=lambda value: ' '.join(value) if isinstance(value, list) else '')
def test_wrong_usage_is_2_and_says_the_cure(shell: Shell, argv: list[str], said: str) -> None:
    shell.put('a.txt')
    assert shell(*argv) == 2
    assert said in shell.err
    assert shell.err.count('\n') == 1


def test_help_of_every_command_has_an_example(shell: Shell) -> None:
    for command in ('clean', 'why', 'rules'):
        assert shell(command, '--help') == 0
        assert 'example' in shell.out
        assert f'qinggao {command}' in shell.out


def test_why_tells_rule_source_and_time(shell: Shell) -> None:
    shell.put('a.srt', '1\n00:00:01,000 --> 00:00:02,500\n这個題目\n\n2\n00:00:03,000 --> 00:00:04,000\n好的\n')
    shell('clean', 'a.srt', '-o', 'fair', '--to', 'srt', '--only', 'script')
    assert shell('why', 'fair/a.srt:3') == 0
    assert 'said 00:00:01.000 to 00:00:02.500' in shell.out
    assert "'個題' → '个题'" in shell.out
    assert 'script/t2s' in shell.out
    assert shell('why', 'fair/a.srt:7') == 0
    assert 'nothing was changed here' in shell.out
    assert shell('why', 'a.srt') == 3
    assert shell('why', 'fair/a.srt:99') == 2


def test_an_interrupt_says_how_to_go_on(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt
    monkeypatch.setattr('qinggao.cli.clean.clean_file', interrupt)
    shell.put('a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair') == 130
    assert 'the same command goes on' in shell.err


def test_all_samples_are_cleaned_the_same_twice(shell: Shell) -> None:
    for out in ('one', 'two'):
        assert shell('clean', SAMPLES / 'raw', '-o', out, '--to', 'md,txt', '-q') == 0
    one = {name: Path('one', name).read_bytes() for name in shell.tree('one')}
    assert one == {name: Path('two', name).read_bytes() for name in shell.tree('two')}
    assert len(one) == 38
