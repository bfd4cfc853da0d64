"""What of a clause can be a title, and what cannot."""
from __future__ import annotations

import pytest
from qinggao.layout.headings.clauses import clauses
from qinggao.layout.headings.phrases import phrases

CAN = {
    'a noun phrase behind an opener': ('接下来我们来看看石拱桥的修建', '石拱桥的修建'),
    'one behind 所以': ('所以说龙井茶的价钱很要紧', '龙井茶的价钱'),
    'a question': ('那么石拱桥为什么不会塌呢？', '石拱桥为什么不会塌'),
    'a headline that was read out': ('标题是渡轮公司取消夜间班次', '渡轮公司取消夜间班次'),
    'words that a line end parts': ('我们来讲龙井\n茶叶的采摘', '龙井茶叶的采摘'),
    'two things': ('首先我们讲茶叶和石灰缸', '茶叶和石灰缸'),
    'Latin words': ('然后我们看 OpenAI 的语言模型', 'OpenAI 的语言模型'),
    'what was pointed at, without that': ('这个石拱桥的修建', '石拱桥的修建'),
    'what an adjective only praises': ('这是著名的石拱桥技术', '石拱桥技术'),
}
CANNOT = {
    'it points at what was said before': '它的热门股票价格',
    'it is about who speaks': '我觉得我们的看法',
    'nothing but openers': '好那么接下来我们再来看一下',
    'the noun goes on behind it': '广泛的茶叶限制了收成',
    'the noun goes on before it': '最有价值的书本',
    'one that a word of one Han turns round': '反政府活动',
    'names alone': '曹雪芹',
    'too short': '渡轮',
    'a statement that nobody announced': '船长等潮水了',
    'a stretch without marks that is too long': '茶叶' * 60,
}


def titles(text: str) -> list[str]:
    return [phrase.title for clause in clauses(text, 0, len(text)) for phrase in phrases(clause)]


@pytest.mark.parametrize(('text', 'title'), CAN.values(), ids=CAN)
def test_a_title_can_be(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize('text', CANNOT.values(), ids=CANNOT)
def test_no_title_comes_of(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize('text', [text for text, _ in CAN.values()], ids=CAN)
def test_the_place_of_a_title_holds_its_words(text: str) -> None:
    for clause in clauses(text, 0, len(text)):
        for phrase in phrases(clause):
            assert text[phrase.start:phrase.end].replace('\n', '') == phrase.title


ENDS = ('的', '了', '吗', '呢', '和', '到')


def test_none_ends_loosely() -> None:
    said = '我们来讲石拱桥的，渡轮公司的班次了，石匠为什么站在桥下吗？茶叶和石块和，标题是船长说到'
    assert [title for title in titles(said) if title.endswith(ENDS)] == []
