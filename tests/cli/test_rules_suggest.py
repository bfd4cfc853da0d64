"""qinggao rules suggest, as a shell calls it."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from ..suggest.talks import pairs
from .run import Shell

TOLD = (('这件事在村里引起了轩染大波大家都在问', '这件事在村里引起了轩然大波大家都在问'),
        ('消息一出来又是轩染大波谁也没想到', '消息一出来又是轩然大波谁也没想到'))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    pairs(tmp_path, *TOLD)
    return Shell(capsys, tmp_path)


def test_proposals_go_to_standard_output_and_the_summary_does_not(shell: Shell) -> None:
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page') == 0
    assert 'wrong: [轩染大波]' in shell.out
    assert '1 rule proposed, 1 of them sure, from 2 pairs' in shell.err


def test_what_is_written_passes_rules_test(shell: Shell) -> None:
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page', '-o', 'out/proposals.yaml') == 0
    assert shell.out == ''
    assert shell('rules', 'test', 'out/proposals.yaml') == 0
    assert shell('rules', 'test', '--rules', 'out/proposals.yaml') == 0


def test_accepted_rules_are_proposed_no_more(shell: Shell) -> None:
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page', '-o', 'mine.yaml') == 0
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page', '--rules', 'mine.yaml') == 0
    assert 'wrong:' not in shell.out
    assert 'are rules already' in shell.err


def test_a_file_that_is_there_is_written_over_with_force_only(shell: Shell) -> None:
    shell.put('mine.yaml', '# mine\n')
    command = ('rules', 'suggest', '--from', 'raw', '--against', 'page', '-o', 'mine.yaml')
    assert shell(*command) == 2
    assert (shell.folder / 'mine.yaml').read_text('utf-8') == '# mine\n'
    assert shell(*command, '--force') == 0
    assert '轩染大波' in (shell.folder / 'mine.yaml').read_text('utf-8')


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_done(shell: Shell) -> None:
    shell.put('raw/talk2.txt', b'\xff\xfe\xff')
    shell.put('page/talk2.md', '今天讲茶。\n')
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page') == 3
    assert 'raw/talk2.txt' in shell.err
    assert '轩染大波' in shell.out


def test_a_folder_that_is_missing_is_no_file_we_can_read(shell: Shell) -> None:
    assert shell('rules', 'suggest', '--from', 'nowhere', '--against', 'page') == 3
    assert 'nowhere: no such folder' in shell.err


def test_a_pair_that_is_no_pair_is_said_so(shell: Shell) -> None:
    shell.put('raw/talk2.txt', '今天只说两句话\n' * 20)
    shell.put('page/talk2.md', '这是一篇概述，讲沿海村庄近年的旅游业。\n')
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page') == 0
    assert 'left out, too little of the two agrees: raw/talk2.txt (0%)' in shell.err


def test_as_json(shell: Shell) -> None:
    assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page', '--json') == 0
    data = json.loads(shell.out)
    assert shell.err == ''
    assert data['pairs'] == 2
    assert [rule['wrong'] for rule in data['rules']] == [['轩染大波']]
    assert data['rules'][0]['counts'] == {'files': 2, 'hits': 2, 'left': 0, 'rivals': 0, 'reverse': 0}


def test_two_runs_write_the_same(shell: Shell) -> None:
    for jobs in ('1', '2'):
        assert shell('rules', 'suggest', '--from', 'raw', '--against', 'page', '-o', f'{jobs}.yaml', '--jobs', jobs) == 0
    assert (shell.folder / '1.yaml').read_bytes() == (shell.folder / '2.yaml').read_bytes()


@pytest.mark.parametrize(('argv', 'what'), [
    (('suggest',), 'suggest compares two folders'),
    (('suggest', '--from', 'raw'), 'suggest compares two folders'),
    (('suggest', '--from', 'raw', '--against', 'raw'), 'one folder twice'),
    (('suggest', '--from', 'raw', '--against', 'empty'), 'no file of raw has a partner'),
    (('suggest', 'zhiying', '--from', 'raw', '--against', 'page'), 'suggest takes no'),
    (('suggest', '--from', 'raw', '--against', 'page', '--jobs', '-1'), '--jobs -1'),
    (('suggest', '--from', 'raw', '--against', 'page', '-o', 'raw'), 'a folder'),
    (('list', '--from', 'raw'), '--from is for suggest'),
    (('test', '--json'), '--json is for suggest'),
])
def test_wrong_usage(shell: Shell, argv: tuple[str, ...], what: str) -> None:
    (shell.folder / 'empty').mkdir()
    assert shell('rules', *argv) == 2
    assert what in shell.err
