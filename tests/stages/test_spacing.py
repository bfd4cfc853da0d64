"""Spaces between Han and Latin, and none where none belong."""
from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from qinggao.edits import Revision
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.transcript import Transcript

from .table import cleaned

CHANGES = [
    ('a Latin word among Han', '用Rust写编译器', '用 Rust 写编译器'),
    ('a number among Han', '第3季有12集', '第 3 季有 12 集'),
    ('a date', '2024年3月5日', '2024 年 3 月 5 日'),
    ('one letter between two Han', '选A吗', '选 A 吗'),
    ('a word that ends in digits', 'COVID-19在码头', 'COVID-19 在码头'),
    ('a price', '付了¥100元', '付了¥100 元'),
    ('two spaces between Han and Latin', '用  Rust', '用 Rust'),
    ('a space between Han where marks stand around', '潮水，退 得很快。', '潮水，退得很快。'),
    ('a space beside a Chinese mark', '退潮了 ， 快走 。 好', '退潮了，快走。好'),
    ('a space beside brackets', '渡口 （ 北岸 ） 和 《 潮 》', '渡口（北岸）和《潮》'),
    ('a space between a full-width mark and a Latin word', '我说， Rust ，很快', '我说，Rust，很快'),
    ('a space between quotes and Han', '他说 “快走” 就走了', '他说“快走”就走了'),
    ('a run of spaces', 'the  tide   is out', 'the tide is out'),
    ('spaces at the edges of lines', '  tide \n out  \n', 'tide\nout\n'),
    ('spaces at the edges of the text', '  潮  ', '潮'),
    ('a line of spaces', '潮\n   \n汐', '潮\n\n汐'),
    ('before and behind an address', '看https://example.org/a?b=1再说', '看 https://example.org/a?b=1 再说'),
    ('behind an e-mail address', '写给dock@example.org吧', '写给 dock@example.org 吧'),
]

STAYS = [
    ('spaces that are right', '用 Rust 写 12 行'),
    ('English', 'Ten boats left at 9:30, and “none” came back — so far.'),
    ('signs between Han and digits', '涨了 10%的，37°C，C++的，$5，=3'),
    ('spaces inside numbers', '3 : 2, 1 000, 5. 2 %'),
    ('Han inside an address', 'https://example.org/潮汐2024表'),
    ('a handle', '关注 @渡口Ferry号 吧'),
    ('a tag', '#渡口2024 潮汐'),
    ('code', '写 `船2  号A` 就行'),
    ('a file name', '打开渡口2024图v3.pdf'),
    ('a pause that has no mark', '他走了 门还开着'),
    ('a pause in a question', '那天他走了 门还开着吗？'),
    ('kana and Hangul', 'カナ3つ 한글A'),
    ('a tab', '潮\t汐'),
    ('a dash between words', 'tide — out'),
    ('nothing', ''),
]

PAGES = [
    ('indents and hard breaks stay', '- 潮\n    - 汐\n第一行  \n第二行', '- 潮\n    - 汐\n第一行  \n第二行'),
    ('one space at a line end goes', '潮 \n汐', '潮\n汐'),
    ('spaces behind a list marker stay', '-   潮  A\n1.  汐', '-   潮 A\n1.  汐'),
    ('tables stay as they were aligned', '| tide   | 潮   |\n|  a  |  b  |', '| tide   | 潮   |\n|  a  |  b  |'),
    ('a heading of two parts stays', '## 第一章 潮汐', '## 第一章 潮汐'),
    ('words still get their space', '### 用Rust', '### 用 Rust'),
]

MIXED = st.text('潮汐aB3 \n，。“@#`./%-カ', max_size=16)


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'spacing') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'spacing') == text


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_on_a_page(said: str, meant: str) -> None:
    page = Transcript(Revision(said), meta={'format': 'md'})
    assert run(page, Settings(only=('spacing',)), shipped()).text == meant


@pytest.mark.parametrize(('said', 'meant'), [
    ('用 Rust 写', '用Rust写'),
    ('第3季', '第3季'),
    ('看 https://example.org/a 再说 #tag 潮', '看 https://example.org/a 再说 #tag 潮'),
], ids=['spaces go', 'none is put', 'an address and a tag keep theirs'])
def test_without_spaces(said: str, meant: str) -> None:
    assert cleaned(said, 'spacing', spaces=False) == meant


def test_a_pause_is_reported() -> None:
    done = run(Transcript.plain('他走了 门还开着'), Settings(only=('spacing',)), shipped())
    assert [edit.rule for edit in done.passes[0].advised] == ['spacing/between-han']


@given(MIXED, st.booleans())
@example('潮 汐。', True)
@example('#潮 汐a', False)
def test_it_settles_and_moves_spaces_only(text: str, spaces: bool) -> None:
    assert cleaned(text, 'spacing', spaces=spaces).replace(' ', '') == text.replace(' ', '')


@given(MIXED)
def test_a_page_settles_too(text: str) -> None:
    page = Transcript(Revision(text), meta={'format': 'md'})
    once = run(page, Settings(only=('spacing',)), shipped()).text
    again = run(Transcript(Revision(once), meta={'format': 'md'}), Settings(only=('spacing',)), shipped()).text
    assert again == once and once.replace(' ', '') == text.replace(' ', '')
