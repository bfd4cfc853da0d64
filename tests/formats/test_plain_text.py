"""txt of a raw transcript: a line a segment, as the recogniser left it, and read again the same."""
from __future__ import annotations

from pathlib import Path

import qinggao
from qinggao import Transcript, Turn


def raw(text: str, *turns: Turn) -> Transcript:
    return Transcript.plain(text)._replace(turns=turns, meta={'raw': True})


def test_a_raw_transcript_keeps_its_lines_and_a_page_does_not(tmp_path: Path) -> None:
    text = '雾散了以后\n灯塔还亮着\n没有人去关'
    qinggao.write(raw(text), tmp_path / 'raw.txt')
    qinggao.write(Transcript.plain(text), tmp_path / 'page.txt')
    assert (tmp_path / 'raw.txt').read_text('utf-8') == text + '\n'
    assert (tmp_path / 'page.txt').read_text('utf-8') == '雾散了以后灯塔还亮着没有人去关\n'


def test_lines_that_would_be_read_as_structure_come_back_as_words(tmp_path: Path) -> None:
    text = '[林静]: 是什么意思\n1\n00:00:01,000 --> 00:00:02,000\n>> 这里\n主持人：你好'
    qinggao.write(raw(text), tmp_path / 'raw.txt')
    again = qinggao.read(tmp_path / 'raw.txt')
    assert (again.text, again.turns, again.cues) == (text, (), ())


def test_a_speaker_is_named_where_he_begins(tmp_path: Path) -> None:
    qinggao.write(raw('潮水退了\n船还在\n走吧', Turn(0, '林静'), Turn(9, '老魏')), tmp_path / 'raw.txt')
    assert (tmp_path / 'raw.txt').read_text('utf-8') == '[林静]: 潮水退了\n船还在\n[老魏]: 走吧\n'
