"""What is only advised is told by its place in the file that was read, as its reader counts lines and columns."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
import qinggao
from qinggao.advice import Places, advice
from qinggao.files import read_text
from qinggao.formats import READERS
from qinggao.library import parsed

from .cli.run import SAMPLES, Shell

THANKS = '谢谢观看'
PLACES = [
    ('lines', 'txt', f'潮水退了\n{THANKS}\n', (2, 1)),
    ('behind a label that holds the same words', 'txt', f'[{THANKS}]: 潮水退了\n[{THANKS}]: {THANKS}\n', (2, 9)),
    ('behind names before a colon', 'txt', f'林静：好\n老魏：好\n林静：好\n老魏：{THANKS}', (4, 4)),
    ('where the speaker changes inside a line', 'txt', '>> So long. >> Fine.\n>> Thanks for watching', (2, 4)),
    ('behind blank lines that part nothing', 'txt', '今天说一件事\n\n' * 20 + THANKS, (41, 1)),
    ('one word a line', 'txt', 'the\ntide\nis\n\nout\nby\nnow\n\n' * 7 + 'thanks\nfor\nwatching\n', (57, 1)),
    ("behind Whisper's times", 'txt', f'[00:01.000 --> 00:02.500]  潮水\n[00:02.500 --> 00:04.000]  {THANKS}\n', (2, 28)),
    ('in a cue', 'srt', f'1\n00:00:01,000 --> 00:00:02,000\n潮水\n\n2\n00:00:03,000 --> 00:00:04,000\n{THANKS}\n', (7, 1)),
    ('in a cue of a speaker, behind a tag', 'srt', f'1\n00:00:01,000 --> 00:00:02,000\n林静: <i>{THANKS}</i>\n', (3, 8)),
    ('wrapped', 'srt', '1\n00:00:01,000 --> 00:00:02,000\nThanks\nfor watching\n', (3, 1)),
    ('cues out of order', 'srt', f'2\n00:00:03,000 --> 00:00:04,000\n{THANKS}\n\n1\n00:00:01,000 --> 00:00:02,000\n潮水\n', (3, 1)),
    ('a voice', 'vtt', f'WEBVTT\n\n00:01.000 --> 00:02.000\n<v 林静>{THANKS}</v>\n', (4, 7)),
    ('word by word', 'vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n \nthanks<00:01.200><c> for</c><00:01.500><c> watching</c>\n', (5, 1)),
    ('a page', 'md', f'---\ntitle: 稿\n---\n\n潮水退了。\n\n{THANKS}\n', (7, 1)),
    ('a page with a speaker', 'md', f'潮水 \\* 退了。\n\n**林静**: {THANKS}\n', (3, 9)),
]


@pytest.mark.parametrize(('name', 'page', 'place'), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_the_place(name: str, page: str, place: tuple[int, int]) -> None:
    found = [one for one in advice(qinggao.clean(parsed(page, name)), page) if one.rule == 'boilerplate/thanks']
    assert [(one.line, one.column) for one in found] == [place]


def test_the_same_words_twice_on_a_line_have_two_places() -> None:
    page = '>> OK\n>> Thanks for watching >> Thanks for watching\n>> Good.\n'
    assert [(one.line, one.column) for one in advice(qinggao.clean(parsed(page, 'txt')), page)] == [(2, 4), (2, 27)]


@pytest.mark.parametrize('path', sorted(path for path in (SAMPLES / 'raw').rglob('*') if path.suffix in READERS),
                         ids=lambda path: path.name)
def test_every_character_is_found_in_its_file(path: Path) -> None:
    page = read_text(path)
    lines, t = page.split('\n'), qinggao.read(path)
    places = Places(t, page)
    for at in range(0, len(t.source), 3):
        line, column = places.of(at)
        assert t.source[at].isspace() or lines[line - 1][column - 1:].startswith(t.source[at]), (at, line, column)


def test_earlier_edits_do_not_move_the_place() -> None:
    page = '嗯嗯\ufeff這個軟件\n嗯先指营再说，我们走\n謝謝觀看\n'
    (found,) = advice(qinggao.clean(parsed(page, 'txt')), page)
    assert (found.line, found.column, found.old, found.new) == (3, 1, '謝謝觀看', '')


def test_the_report_names_the_place_and_json_all_of_them(shell: Shell) -> None:
    for number in range(9):
        shell.put(f'raw/{number}.txt', f'潮水退了\n{THANKS}\n')
    assert shell('clean', 'raw', '-o', 'fair') == 0
    assert '9 more advised, not made (--unsure makes them):\n' in shell.err
    assert "  raw/0.txt:2:1: boilerplate/thanks: '谢谢观看' -> ''\n" in shell.err
    assert 'and 3 others (--json names all): boilerplate/thanks 3\n' in shell.err
    assert shell('clean', 'raw', '-o', 'fair', '--json') == 0
    files = json.loads(shell.out)['files']
    assert [file['advised'] for file in files] == [
        [{'line': 2, 'column': 1, 'old': THANKS, 'new': '', 'rule': 'boilerplate/thanks'}]] * 9


def test_the_first_of_each_rule_is_named_before_the_second_of_one(shell: Shell) -> None:
    shell.put('a.txt', f'{"潮水 退了 。" * 9}\n{THANKS}\n')
    shell('clean', 'a.txt', '-o', 'fair')
    assert 'a.txt:2:1: boilerplate/thanks' in shell.err


def test_what_is_made_is_not_advised(shell: Shell) -> None:
    shell.put('a.txt', f'潮水退了\n{THANKS}\n')
    assert shell('clean', 'a.txt', '-o', 'fair', '--unsure') == 0
    assert 'advised' not in shell.err
    assert 'boilerplate/thanks' in shell.err
