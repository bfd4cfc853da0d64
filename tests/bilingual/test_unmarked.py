"""What a page says aloud: no markup, no heading, no code, no gloss."""
from __future__ import annotations

import pytest
from qinggao.bilingual.unmarked import unmarked
from qinggao.formats import markdown
from qinggao.transcript import Transcript

SAID = [
    ('我们用**止损**（stop loss: 及时卖出）保护自己。', '我们用止损保护自己。'),
    ('**黄仁勋**说，*很好*。', '黄仁勋说，很好。'),
    ('见[船票](https://example.org/a)一页。', '见船票一页。'),
    ('先运行 `make demo` 再说。', '先运行 make demo 再说。'),
    ('地址是 <https://example.org>。', '地址是 https://example.org。'),
    ('### 停航\n\n船停了。', '船停了。'),
    ('- 一是桥通了\n- 二是票贵了', '一是桥通了\n二是票贵了'),
    ('1. 先看雾\n2. 再开船', '先看雾\n再开船'),
    ('> 引用的话。', '引用的话。'),
    ('前面。\n\n---\n\n后面。', '前面。\n\n\n\n后面。'),
    ('```text\n嗯嗯\n```\n\n后面。', '后面。'),
    ('<!-- 注 -->\n\n后面。', '后面。'),
    ('一行<br>两行', '一行两行'),
]
KEPT = ['一共 3 * 4 条船，号码是 #7。', '他说（stop: 停）就停。', '价格 < 成本，snake_case 是名字。', '2019. 那一年很冷。']


@pytest.mark.parametrize(('page', 'said'), SAID, ids=[page for page, _ in SAID])
def test_only_what_is_said_stays(page: str, said: str) -> None:
    read = markdown.read(page)
    assert read.words.edit(unmarked(read)).text.strip() == said


@pytest.mark.parametrize('words', KEPT)
def test_words_that_look_like_markup_stay(words: str) -> None:
    page = markdown.read(markdown.body_of(Transcript.plain(words)))
    assert page.words.edit(unmarked(page)).text == words


def test_a_transcript_that_is_no_page_has_no_markup() -> None:
    assert unmarked(Transcript.plain('**大**（big: 大）')) == []
