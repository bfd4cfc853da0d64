"""Proposals are words of the talk, of the length that the site asks for."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.site.proposal import proposal

TALK = ('大家好，我是老魏，欢迎收看。今天想跟大家聊聊推理芯片的价格。训练一个大模型很贵，可是推理每天都在花钱。'
        '推理芯片的价格取决于内存和带宽。很多公司把推理芯片放在自己的机房里。如果电费涨了，价格也会跟着涨。'
        '最后要看的是推理芯片每年卖出多少。谢谢大家。')


@pytest.mark.parametrize(('text', 'title'), [
    (TALK, '推理芯片的价格'),
    ('大家好。这期节目我们来讲讲港口的早晨吧。船都在雾里。', '港口的早晨'),
    ('Hello everyone. Today I want to talk about the price of fog. It is high.', 'The price of fog'),
    ('嗯。好。', ''),
])
def test_a_title_is_what_the_talk_says_of_itself(text: str, title: str) -> None:
    assert proposal(text).title == title


def test_a_summary_is_made_of_whole_sentences_in_their_order() -> None:
    summary = proposal(TALK, 40, 90).summary
    parts = [part + '。' for part in summary.split('。') if part]
    assert 40 <= len(summary) <= 90
    places = [TALK.index(part) for part in parts]
    assert places == sorted(places) and '欢迎' not in summary


@given(st.text(alphabet='推理芯片价格很贵我们的今天聊聊abc THE.。，\n', max_size=300))
def test_whatever_a_text_says_nothing_is_invented(text: str) -> None:
    found = proposal(text)
    letters = set(text.casefold())
    assert {char for char in found.title.casefold() + found.summary.casefold() if char != ' '} <= letters
    assert len(found.summary) <= 220
