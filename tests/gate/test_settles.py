"""Mending comes to rest, loses no word, and can be put back: on pages made of everything that goes wrong."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.edits import redo, undo
from qinggao.gate.examine import examine
from qinggao.gate.mend import mended
from qinggao.gate.page import Page
from qinggao.gate.settings import Checks, Gate

GATE = Gate(Checks(severity='info'))
HEADS = ['', '---\ntitle: 渡口\ndate: 2026-01-02\ndraft: \'true\'\n---\n', '----\ntags: [港口, tide]\npeople: \'[]\'\n---\n',
         '---\ntags:\n  - "tide"\n- b\n---\n', '---\nstatus: evergren\nstatus: evergreen\ntitle: “渡口”\n---\n',
         '---\ntitle: a: b\nsummary: 好\\"\n---\n', '---\n', '\ufeff---\nareas: x\ncompanies:\n  - 港务局\n---\n']
PIECES = [
    '<details>', '</details>', '</detais>', '<summary>Original English</summary>',
    '<summary>View/Hide Original English</p>', '<summary>View/Hide Original Original English</summary>',
    '<p class="english-text">The tide was out.<br>We waited.</p>', '<p class="english-text">', '</p>', '<summary>',
    '**渡口（Ferry）**说', '**“快走”**后', '** 潮水 **', '**100%**的', '**', '`**`', '他说"快走"了', '河水,很凉', '？？', '。，', '，。',
    '...', '\u200b', '\u00a0', '\u3000', '\u202e', '\x07', '１２', '<!-- chunk 1/2 -->', '[BODY_START]', '[music]',
    '（掌声）', '>> 你好', '[ __ ]', '嗯嗯嗯嗯嗯嗯嗯', '**老魏:** 你好', '**老魏**：涨潮了', '老魏: 退潮了', '**老魏**: ',
    '### 渡口', '###渡口', '```', '- 船票', '> 引用', '這個碼頭', '渡船早上六点开，晚上九点停', '他走了 门还开着',
    'The ferry leaves at six in the morning.', '    缩进', '**渡口**(Ferry：渡船靠岸的地方)', '谢谢观看', '字幕由Amara.org社区提供', '{{', '<b>',
    '<!-- qinggao: off TX -->', '<!-- qinggao: on TX -->', '<!-- qinggao: off-next-line -->', '---', '| 表 | 格 |', 'a', '\r',
    '**', '“', '”', '（', '）', '<br>', '- ', '1. ', '#', '\t', '1', '：', '老魏', '"', ',', '。',
]
BODIES = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(['', '\n', '\n\n', '\n\n\n', ' '])), max_size=14)
PAGES = st.builds(lambda head, body: head + ''.join(piece + gap for piece, gap in body), st.sampled_from(HEADS), BODIES)


@given(PAGES)
def test_a_mended_page_has_nothing_left_to_mend_and_can_be_put_back(page: str) -> None:
    after = mended('notes/a.md', page, GATE)
    assert not [code for code, finding in examine(Page('notes/a.md', after.words.text, GATE)) if finding.is_sure]
    assert undo(after.words.text, after.words.changes) == page
    assert redo(page, after.words.changes) == after.words.text


@given(PAGES)
def test_unsure_mends_come_to_rest_too(page: str) -> None:
    after = mended('notes/a.md', page, GATE, unsure=True)
    assert not [code for code, finding in after.left if finding.edits]


@given(st.text(st.sampled_from('河水很凉，。 \n*“”（）aB1:：-#>|`<'), max_size=60))
def test_marks_move_but_no_letter_is_lost(page: str) -> None:
    after = mended('notes/a.md', page, GATE)
    assert letters(after.words.text) == letters(page)


@pytest.mark.parametrize('suffix', ['txt', 'srt', 'vtt'])
@given(page=PAGES)
def test_transcripts_come_to_rest_too(suffix: str, page: str) -> None:
    after = mended(f'a.{suffix}', page, GATE)
    assert not [code for code, finding in examine(Page(f'a.{suffix}', after.words.text, GATE)) if finding.is_sure]


def letters(text: str) -> str:
    return ''.join(filter(str.isalnum, text))
