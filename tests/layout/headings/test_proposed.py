"""Headings stand where the topic turns, and say nothing that was not said."""
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qinggao.layout.headings import Heading
from qinggao.layout.headings.proposed import headings
from qinggao.layout.joining import joined

from .talks import BRIDGE, FERRY, TEA, THREE, talk


def found(text: str) -> list[Heading]:
    return headings(text, spans(text))


def spans(text: str) -> list[tuple[int, int]]:
    """The paragraphs, a blank line between two."""
    ends, at = [], 0
    for paragraph in text.split('\n\n'):
        ends.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return ends


def test_a_heading_stands_where_the_topic_turns() -> None:
    assert [THREE[one.at:one.at + 5] for one in found(THREE)] == ['接下来我们', '渡轮的班次']


def test_its_title_is_what_the_section_is_about() -> None:
    bridge, ferry = found(THREE)
    assert THREE[bridge.start:bridge.end] == '石拱桥的修建'
    assert '渡轮' in THREE[ferry.start:ferry.end]


def test_it_says_why() -> None:
    bridge, ferry = found(THREE)
    assert bridge.here < bridge.around and ferry.here < ferry.around
    assert (bridge.opener, ferry.opener) == ('接下来我们讲', '')


NONE = {
    'a talk of one topic': talk(TEA * 4),
    'a short talk, whatever it says': talk(TEA, BRIDGE)[:700],
    'one paragraph': ''.join(TEA * 9),
    'nothing': '',
    'an English talk: its titles would be cut anywhere': talk(
        ['The tea is picked before dawn and the leaves are fried by hand in iron pans. ' * 4] * 6,
        ['Now the bridge is built of stone, and the masons set each block without mortar. ' * 4] * 6),
}


@pytest.mark.parametrize('text', NONE.values(), ids=NONE)
def test_no_heading_in(text: str) -> None:
    assert found(text) == []


def test_no_title_comes_twice() -> None:
    text = talk(TEA, BRIDGE, TEA, BRIDGE, FERRY, BRIDGE)
    titles = [joined(text[one.start:one.end]) for one in found(text)]
    assert len(titles) == len(set(titles)) > 2


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([*TEA, *BRIDGE, *FERRY, '好，', '我们再来看 GPT-5 的价格\n变化。', '嗯。', '# 1 * <b>']), max_size=40))
def test_each_stands_before_a_paragraph_and_its_title_is_said_behind_it(paragraphs: list[str]) -> None:
    text = '\n\n'.join(paragraphs)
    starts = [start for start, _ in spans(text)]
    one = found(text)
    assert [heading.at for heading in one] == sorted({heading.at for heading in one})
    for heading, end in zip(one, [*(later.at for later in one[1:]), len(text)]):
        assert heading.at in starts[1:]
        assert heading.at <= heading.start < heading.end <= end
        assert text[heading.start:heading.end].strip() == text[heading.start:heading.end]
    assert found(text) == one
