"""Headings on the command line: proposed when asked for, explained by why, kept from then on."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from qinggao import ledger
from qinggao.edits import redo, undo

from ..layout.headings.talks import BRIDGE, FERRY, TEA, THREE
from .run import Shell


def heads(shell: Shell, name: str = 'fair/talk.md') -> dict[int, str]:
    """The headings of a page, by their lines."""
    lines = (shell.folder / name).read_text('utf-8').split('\n')
    return {number: line for number, line in enumerate(lines, 1) if line.startswith('### ')}


@pytest.fixture
def talk(shell: Shell) -> Shell:
    """A folder in which a talk was cleaned, with headings."""
    shell.put('talk.txt', THREE)
    assert shell('clean', 'talk.txt', '-o', 'fair', '--headings', 'propose') == 0
    return shell


def test_they_are_off_until_asked_for(shell: Shell) -> None:
    shell.put('talk.txt', THREE)
    shell('clean', 'talk.txt', '-o', 'fair')
    assert heads(shell) == {}
    shell('clean', 'talk.txt', '-o', 'fair', '--headings', 'propose')
    assert len(heads(shell)) == 2
    shell('clean', 'talk.txt', '-o', 'fair', '--headings', 'off')
    assert heads(shell) == {}


def test_a_settings_file_may_ask_for_them(shell: Shell) -> None:
    shell.put('qinggao.toml', 'headings = "propose"\n')
    shell.put('talk.txt', THREE)
    shell('clean', 'talk.txt', '-o', 'fair')
    assert len(heads(shell)) == 2
    assert shell('publish', 'talk.txt', '-o', 'site') == 0
    assert list(heads(shell, 'site/talk.md').values()) == list(heads(shell).values())


def test_another_word_is_wrong_usage(shell: Shell) -> None:
    assert shell('clean', 'talk.txt', '-o', 'fair', '--headings', 'always') == 2
    shell.put('qinggao.toml', 'headings = "proposed"\n')
    assert shell('clean', 'talk.txt', '-o', 'fair') == 2
    assert "did you mean 'propose'?" in shell.err


def test_why_says_that_it_was_proposed_from_which_words_and_why(talk: Shell) -> None:
    first, second = heads(talk)
    assert talk('why', f'fair/talk.md:{first}') == 0
    assert 'a heading that was proposed: words in common across this place 0.' in talk.out
    assert "the paragraph opens with '接下来我们讲'" in talk.out
    assert "its words are '石拱桥的修建'  (segment " in talk.out
    assert talk('why', f'fair/talk.md:{second}') == 0
    assert 'opens with' not in talk.out
    assert talk('why', f'fair/talk.md:{first + 1}') == 0
    assert 'nothing that was said stands here' in talk.out


def test_why_of_a_whole_page_lists_them_and_says_when_their_words_were_said(shell: Shell) -> None:
    cues = [f'{n}\n00:{n:02}:00,000 --> 00:{n:02}:30,000\n{words}\n' for n, words in enumerate([*TEA, *BRIDGE, *FERRY])]
    shell.put('talk.srt', '\n'.join(cues))
    shell('clean', 'talk.srt', '-o', 'fair', '--headings', 'propose')
    assert shell('why', 'fair/talk.md') == 0
    assert shell.out.count('a heading that was proposed') == len(heads(shell)) > 0
    assert shell.out.count(', said at 00:') == len(heads(shell))


def test_the_ledger_holds_them_and_the_text_knows_nothing_of_them(talk: Shell) -> None:
    where = ledger.place(talk.folder / 'fair', Path('talk'))
    entry = ledger.load(where)
    assert entry is not None
    output = entry.outputs['talk.md']
    assert [number for number, _ in output.headings] == list(heads(talk))
    assert len(output.spans) == len((talk.folder / 'fair/talk.md').read_text('utf-8').split('\n')) - 1
    t = entry.transcript
    for number, heading in output.headings:
        assert heads(talk)[number] == '### ' + t.text[heading.start:heading.end]
        assert output.spans[number - 1] == (-1, -1) and output.spans[number + 1][0] == heading.at
    assert (undo(t.text, t.changes), redo(t.source, t.changes)) == (t.source, t.text)
    assert '###' not in t.text


def test_a_ledger_without_headings_is_as_it_was(shell: Shell) -> None:
    shell.put('talk.txt', THREE)
    shell('clean', 'talk.txt', '-o', 'fair')
    known = json.loads(ledger.place(shell.folder / 'fair', Path('talk')).read_text('utf-8'))
    assert len(known['outputs']['talk.md']) == 2


def test_a_second_run_changes_nothing_and_a_page_with_headings_keeps_them(talk: Shell) -> None:
    page = (talk.folder / 'fair/talk.md').read_text('utf-8')
    assert talk('clean', 'talk.txt', '-o', 'fair', '--headings', 'propose') == 0
    assert '1 as before' in talk.err
    assert talk('clean', 'fair/talk.md', '-o', 'again', '--headings', 'propose') == 0
    assert (talk.folder / 'again/talk.md').read_text('utf-8') == page


def test_check_has_nothing_against_them(talk: Shell) -> None:
    talk('check', 'fair/talk.md')
    lines = [int(line.split(':')[1]) for line in talk.out.splitlines() if line.startswith('fair/talk.md:')]
    assert lines and not set(lines) & set(heads(talk))


def test_what_a_person_changed_stays(talk: Shell) -> None:
    path = talk.folder / 'fair/talk.md'
    path.write_text(path.read_text('utf-8').replace('### 石拱桥的修建', '### 桥'), 'utf-8')
    talk('clean', 'talk.txt', '-o', 'fair', '--headings', 'propose')
    assert 'so kept' in talk.err and '### 桥' in heads(talk).values()
