"""Whom and what a talk names: what is found, and what only looks like a name."""
from __future__ import annotations

import pytest
from qinggao.rulebook.lexicon import Entity, entities
from qinggao.site.mentions import fields, mentions

NAMED = [
    ('黄仁勋说英伟达卖得很好，老黄很高兴', {'people': ['黄仁勋'], 'companies_orgs': ['英伟达']}),
    ('NVIDIA 和 OpenAI 都来了', {'companies_orgs': ['英伟达', 'OpenAI']}),
    ('我读了《黑天鹅》和《江边的早晨》', {'media_books': ['《黑天鹅》', '《江边的早晨》']}),
    ('we asked charlie munger and he laughed', {'people': ['芒格']}),
    ('微软用了 ChatGPT，微软很快', {'companies_orgs': ['微软'], 'products_models': ['ChatGPT']}),
    ('先是腾讯，\n后是华为', {'companies_orgs': ['腾讯', '华为']}),
    ('杰夫·贝佐斯和史蒂夫乔布斯', {'people': ['贝索斯', '乔布斯']}),
    ('苹果和微软都涨了', {'companies_orgs': ['苹果', '微软']}),
    ('Zero to One by Peter Thiel', {'media_books': ['《从0到1》']}),
    ('抖音是字节的', {'companies_orgs': ['字节跳动']}),
]
QUIET = [
    '阿里山的日出很好看',           # not 阿里, the company
    '他去阿里地区支教',
    '钢材叫 Metal，不叫那个',       # not Meta
    '这是一次黑天鹅事件',           # not the book
    '产品从0到1最难',               # not the book
    'the apple fell from the tree',
    '苹果树下坐着一个人',
    '晚上喝了一碗豆包粥，豆包很甜',
    '小孩爱看奥特曼打怪兽',
    '一个字节有八位',               # bytes are no company
    '最高领袖阿里·哈梅内伊和马云',  # a part of another name
    '梅耶·马斯克是他母亲',
    '科林·鲍威尔谈到降息',
    '部长伊利亚尼讲话',
    '老黄家的狗',
    '苹果和橘子都好吃',
    '这是两个苹果，machine 学不会，Machine 也学不会',    # no Mac
    'going from zero to one is hard',
    'a black swan is a bird and the intelligent investor waits',
    'The Amazon is a river',
    'Kimi Räikkönen won the race',
    'a Meta-analysis of ten studies',
    '库克群岛的海',
]


@pytest.mark.parametrize(('text', 'found'), NAMED, ids=[text for text, _ in NAMED])
def test_a_talk_names(text: str, found: dict[str, list[str]]) -> None:
    assert fields(mentions([text], entities())) == found


@pytest.mark.parametrize('text', QUIET)
def test_a_talk_names_nobody(text: str) -> None:
    assert fields(mentions([text], entities())) == {}


def test_both_languages_count_for_one_name() -> None:
    found = mentions(['巴菲特说得对', 'Warren Buffett is right, said Berkshire Hathaway'], entities())
    assert [(one.name, one.times) for one in found] == [('巴菲特', 2), ('伯克希尔', 1)]


def test_the_first_that_is_mentioned_comes_first() -> None:
    assert fields(mentions(['高盛看好台积电，台积电涨了'], entities())) == {'companies_orgs': ['高盛', '台积电']}


def test_of_two_names_that_overlap_the_longer_one_is_meant() -> None:
    known = (Entity('a', '伯克希尔', 'Berkshire', 'company'), Entity('b', '伯克希尔大学', 'Berkshire College', 'company'))
    assert [one.name for one in mentions(['他在伯克希尔大学教书'], known)] == ['伯克希尔大学']
