"""The ledger tells the truth, or says that it cannot."""
from __future__ import annotations

import json
from pathlib import Path

from qinggao import clean
from qinggao.ledger import load, place

from .cli.run import Shell

SRT = '1\n00:00:01,000 --> 00:00:02,500\n嗯這個題目\n\n2\n00:00:03,000 --> 00:00:04,000\n今天讲完\n'


def test_changes_come_back_from_the_stages_edits(shell: Shell) -> None:
    shell.put('a.txt', '嗯這個題目\n我们看看\n')
    shell('clean', 'a.txt', '-o', 'fair')
    entry = load(place(shell.folder / 'fair', Path('a')))
    assert entry is not None
    assert entry.transcript.changes == clean('嗯這個題目\n我们看看').changes


def test_deleted_words_keep_their_time(shell: Shell) -> None:
    shell.put('a.srt', SRT)
    shell('clean', 'a.srt', '-o', 'fair', '--to', 'md')
    shell('why', 'fair/a.md')
    assert "'嗯' → ''" in shell.out
    assert 'said at 00:00:01.000' in shell.out


def test_a_page_of_an_earlier_state_says_so(shell: Shell) -> None:
    shell.put('a.srt', SRT)
    shell('clean', 'a.srt', '-o', 'fair', '--to', 'srt,md')
    shell.put('a.srt', SRT.replace('今天', '昨天'))
    shell('clean', 'a.srt', '-o', 'fair', '--to', 'md')
    assert shell('why', 'fair/a.srt:3') == 3
    assert 'earlier state' in shell.err
    assert shell('why', 'fair/a.md') == 0


def test_an_output_of_another_input_is_not_overwritten(shell: Shell) -> None:
    shell.put('x/talk.txt', '甲在这里说\n')
    shell.put('y/talk.txt', '乙在这里说\n')
    shell('clean', 'x', '-o', 'fair', '--to', 'txt')
    assert shell('clean', 'y', '-o', 'fair', '--to', 'txt') == 3
    assert 'its output belongs to ../x/talk.txt' in shell.err
    assert '甲' in (shell.folder / 'fair/talk.txt').read_text('utf-8')


def test_it_holds_from_another_folder_too(shell: Shell) -> None:
    path = shell.put('x/talk.txt')
    shell('clean', 'x', '-o', 'fair', '--to', 'txt')
    assert shell('clean', path, '-o', shell.folder / 'fair', '--to', 'txt') == 0


def test_a_broken_ledger_is_one_clear_line(shell: Shell) -> None:
    shell.put('a.txt')
    shell('clean', 'a.txt', '-o', 'fair')
    where = shell.folder / 'fair/.qinggao/ledger/a.json'
    for text in ('{', '[]', '{"version": 1}', json.dumps({'version': 99})):
        where.write_text(text, 'utf-8')
        assert shell('why', 'fair/a.md') == 3, text
        assert shell.err.count('\n') == 1
        assert shell('clean', 'a.txt', '-o', 'fair') == 3, text
    assert shell('clean', 'a.txt', '-o', 'fair', '--force') == 0


def test_one_defect_costs_one_file(shell: Shell) -> None:
    from qinggao.stages import mishearings
    allows = mishearings.allows
    mishearings.allows = lambda edit, view: False
    try:
        shell.put('raw/a.txt', '先指营再说\n仓位放在股票上\n')
        shell.put('raw/b.txt', '大家都看见了\n')
        assert shell('clean', 'raw', '-o', 'fair', '--to', 'txt', '-q') == 3
    finally:
        mishearings.allows = allows
    assert 'please report it' in shell.err
    assert shell.tree('fair') == ['b.txt']
