"""First words that say the topic turns, and first words that go on with it."""
from __future__ import annotations

import pytest
from qinggao.layout.headings.openers import opener

TURNS = ['接下来我们讲石拱桥', '第二个话题是渡轮', '第三条新闻，渡轮停航', '好，那渡轮呢', '下一个问题', '关于石拱桥', '最后我们来聊渡轮', '嗯，好了，']
GOES_ON = ['但是石匠不同意', '所以渡轮停了', '比如石拱桥', '他站在桥下', '而且茶叶很贵']
NEITHER = ['石匠站在桥下', '第三，茶叶很贵', '渡轮的班次']


@pytest.mark.parametrize('text', TURNS)
def test_the_topic_turns(text: str) -> None:
    found = opener(text, 0, len(text))
    assert found.gain > 0 and found.words and found.words in ' '.join(text.split())


@pytest.mark.parametrize('text', GOES_ON)
def test_the_topic_goes_on(text: str) -> None:
    assert opener(text, 0, len(text)).gain < 0


@pytest.mark.parametrize('text', NEITHER)
def test_nothing_is_said_of_it(text: str) -> None:
    assert opener(text, 0, len(text)) == ('', 0.0)


def test_only_the_first_words_count() -> None:
    text = '石匠站在桥下' * 6 + '接下来我们讲渡轮'
    assert opener(text, 0, len(text)).gain == 0
