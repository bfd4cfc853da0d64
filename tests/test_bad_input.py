"""Bad input costs itself only: one clear line with file, place and cure; the others are done; nothing half-written."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from qinggao import FileError, QinggaoError
from qinggao.files import decoded, read_text, write_text
from qinggao.strict_yaml import load

from .cli.run import Shell

BOMB = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'

BAD = {
    'an empty file': ('a.txt', b'', 'empty', ''),
    'white space alone': ('a.txt', b' \n\n', 'empty', ''),
    'binary': ('a.txt', b'\x7fELF\0\0\xff\xfe\x80', 'binary', ''),
    'a NUL byte in text': ('a.txt', '你好\n嗯\0'.encode(), 'NUL', ':2:'),
    'GB18030': ('a.txt', '大家好\n今天天气'.encode('gb18030'), 'byte 0 is 0xb4', '--encoding NAME (perhaps gb18030)'),
    'one broken byte': ('a.txt', '大家好\n'.encode() + b'\xff', 'byte 10 is 0xff', ':2:'),
    'UTF-16 cut short': ('a.txt', b'\xff\xfe\x00', 'UTF-16', ''),
    'an srt without cues': ('a.srt', '大家好\n'.encode(), 'no cue found', ''),
    'a cue that ends before it begins': ('a.srt', b'1\n00:00:05,000 --> 00:00:02,000\nx\n', 'ends before', ':2:'),
    'a vtt without its first line': ('a.vtt', b'00:01.000 --> 00:02.000\nx\n', 'no WEBVTT', ''),
    'a time of 5,000 digits': ('a.srt', b'1\n' + b'9' * 5000 + b':00:01,000 --> 00:00:02,000\nx\n', 'not a line of times', ':2:'),
    'a line of times that is none': ('a.srt', b'1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:02;5 --> 00:00:03\ny\n', 'not a line of times', ':6:'),
    'one without a number before it': ('a.srt', b'1\n00:00:01,000 --> 00:00:02,000\nx\n\n00:00:02,5000 --> 00:00:03\ny\n', 'not a line of times', ':5:'),
    'one in a vtt': ('a.vtt', b'WEBVTT\n\n2\n00:02;5 --> 00:03.000\ny\n', 'not a line of times', ':4:'),
    'front matter never closed': ('a.md', b'---\ntitle: x\n', 'not closed', ':1:'),
    'broken front matter': ('a.md', b'---\ntitle: [x\n---\nx\n', 'broken YAML', ':3:'),
    'front matter with a key twice': ('a.md', b'---\na: 1\nb: 2\na: 3\n---\nx\n', "'a' twice", ':4:'),
    'front matter that is an alias bomb': ('a.md', f'---\n{BOMB}---\nx\n'.encode(), 'aliases', ':2:'),
    'front matter that is a list': ('a.md', b'---\n- x\n---\nx\n', 'no list of', ''),
}


@pytest.mark.parametrize(('name', 'data', 'said', 'place'), BAD.values(), ids=BAD)
def test_one_bad_file_costs_itself_only(shell: Shell, name: str, data: bytes, said: str, place: str) -> None:
    shell.put(f'raw/{name}', data)
    shell.put('raw/good.txt')
    assert shell('clean', 'raw', '-o', 'fair', '-q') == 3
    assert shell.err.count('\n') == 1, shell.err
    assert f'raw/{name}' in shell.err
    assert said in shell.err
    assert place in shell.err
    assert shell.tree('fair') == ['good.md']


def test_a_broken_sidecar_names_itself(shell: Shell) -> None:
    shell.put('a.txt')
    shell.put('a.yaml', 'title: "x\n')
    assert shell('clean', 'a.txt', '-o', 'fair') == 3
    assert 'a.yaml:2' in shell.err


def test_a_file_too_large_is_not_read(shell: Shell) -> None:
    with open(shell.put('a.txt'), 'r+b') as file:
        file.truncate(200_000_000)
    assert shell('clean', 'a.txt', '-o', 'fair', '-q') == 3
    assert 'a.txt: 200 MB, more than 64; split it' in shell.err


def test_a_missing_file(shell: Shell) -> None:
    shell.put('good.txt')
    assert shell('clean', 'none.txt', 'good.txt', '-o', 'fair', '-q') == 3
    assert 'none.txt: no such file' in shell.err
    assert shell.tree('fair') == ['good.md']


def test_a_link_to_nowhere(shell: Shell) -> None:
    (shell.folder / 'a.txt').symlink_to('nowhere')
    assert shell('clean', '.', '-o', 'fair', '-q') == 3
    assert 'cannot be read: no such file' in shell.err


@pytest.mark.skipif(os.geteuid() == 0, reason='root reads everything')
def test_a_file_without_rights(shell: Shell) -> None:
    shell.put('a.txt').chmod(0)
    assert shell('clean', 'a.txt', '-o', 'fair') == 3
    assert 'permission denied' in shell.err


def test_an_output_that_is_a_folder(shell: Shell) -> None:
    shell.put('a.txt')
    (shell.folder / 'fair/a.md').mkdir(parents=True)
    assert shell('clean', 'a.txt', '-o', 'fair', '-q') == 3
    assert 'a folder of that name is in the way' in shell.err


def test_an_output_folder_that_leads_outside(shell: Shell) -> None:
    shell.put('raw/sub/a.txt')
    (shell.folder / 'fair').mkdir()
    (shell.folder / 'elsewhere').mkdir()
    (shell.folder / 'fair/sub').symlink_to('../elsewhere')
    assert shell('clean', 'raw', '-o', 'fair', '-q') == 3
    assert 'outside fair' in shell.err
    assert list((shell.folder / 'elsewhere').iterdir()) == []


def test_a_ledger_that_leads_outside(shell: Shell) -> None:
    shell.put('a.txt')
    (shell.folder / 'elsewhere').mkdir()
    (shell.folder / 'fair').mkdir()
    (shell.folder / 'fair/.qinggao').symlink_to(shell.folder / 'elsewhere')
    assert shell('clean', 'a.txt', '-o', 'fair') == 3
    assert 'a.txt: its ledger would lie outside fair; remove the link fair/.qinggao' in shell.err
    assert shell.tree('elsewhere') == shell.tree('fair') == []


def test_links_that_lead_away_are_named(shell: Shell) -> None:
    shell.put('talks/a.txt')
    shell.put('other/b.txt')
    (shell.folder / 'talks/b.txt').symlink_to(shell.folder / 'other/b.txt')
    (shell.folder / 'talks/c.txt').symlink_to(shell.folder / 'talks/a.txt')
    (shell.folder / 'talks/more').symlink_to(shell.folder / 'other')
    assert shell('clean', 'talks', '-o', 'fair') == 0
    assert 'left alone, as links that lead away: talks/more, talks/b.txt\n' in shell.err
    assert shell.tree('fair') == ['a.md', 'c.md']


def test_a_file_where_a_folder_must_be(shell: Shell) -> None:
    shell.put('raw/sub/a.txt')
    shell.put('raw/z.txt')
    shell.put('fair/sub', 'a file of mine')
    assert shell('clean', 'raw', '-o', 'fair', '-q') == 3
    assert 'fair/sub/a.md: cannot be written' in shell.err
    assert (shell.folder / 'fair/z.md').exists()
    assert (shell.folder / 'fair/sub').read_text('utf-8') == 'a file of mine'


def test_a_pipe_is_not_waited_for(shell: Shell) -> None:
    os.mkfifo(shell.folder / 'a.txt')
    assert shell('clean', 'a.txt', '-o', 'fair', '-q') == 3
    assert 'a.txt: not a regular file' in shell.err


def test_a_name_too_long(shell: Shell) -> None:
    shell.put('good.txt')
    name = 'x' * 251 + '.txt'
    shell.put(name)
    assert shell('clean', name, 'y' * 300, 'good.txt', '-o', 'fair', '-q') == 3
    assert shell.err.count('\n') == 2
    assert shell.tree('fair') == ['good.md']


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / 'a.md'
    path.write_text('before', 'utf-8')

    def full(_: int) -> None:
        raise OSError(28, 'No space left on device')
    monkeypatch.setattr('os.fsync', full)
    with pytest.raises(FileError, match='no space left'):
        write_text(path, 'after')
    assert [(file.name, file.read_text('utf-8')) for file in tmp_path.iterdir()] == [('a.md', 'before')]


@pytest.mark.parametrize(('data', 'text'), [
    ('稿'.encode(), '稿'), (b'\xef\xbb\xbf\xe7\xa8\xbf', '稿'), ('稿'.encode('utf-16'), '稿'),
    (b'\xfe\xff' + '稿'.encode('utf-16-be'), '稿'), (b'a\r\nb\rc', 'a\nb\nc'),
], ids=['UTF-8', 'UTF-8 with a mark', 'UTF-16 LE', 'UTF-16 BE', 'line ends'])
def test_what_decodes(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_a_named_encoding(tmp_path: Path) -> None:
    path = tmp_path / 'a.txt'
    path.write_bytes('稿'.encode('gb18030'))
    assert read_text(path, 'gb18030') == '稿'
    with pytest.raises(FileError, match='unknown encoding'):
        read_text(path, 'gbbk')


@pytest.mark.parametrize('text', ['a: 1\na: 2', 'a: &x 1', 'a: *x', 'a: !!python/object:os.system x', '[' * 30 + ']' * 30,
                                  '? [a]\n: b', '--- a\n--- b', 'a: [', '\x07', 'a: {b: [c, d}]'],
                         ids=['a key twice', 'an anchor', 'an alias', 'a tag', 'deep nesting', 'a key that is a list',
                              'two documents', 'unclosed', 'a control character', 'crossed brackets'])
def test_yaml_that_is_no_plain_data(text: str) -> None:
    with pytest.raises(QinggaoError, match=r'^x.yaml:\d+'):
        load(text, 'x.yaml')
