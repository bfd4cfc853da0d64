"""What two sentences must both hold before one's translation stands for the other's."""
from __future__ import annotations

import pytest
from qinggao.bilingual.memory.agreement import held

AGREE = [
    ('zh-Hans', '我们今天聊一聊这个公司的历史', '我们今天聊一聊这家公司的历史'),
    ('zh-Hans', '这个价格是３００块。', '这个价钱是300块！'),
    ('zh-Hans', '我觉得OpenAI不会这样做', '我认为openai不会这样做'),
    ('en', "We don't know the answer yet.", 'we do not know the answer yet'),
    ('en', 'We dont know that answer yet.', "We don’t know the answer yet."),
    ('en', 'This is the story of a company', 'This is a story of the company'),
    ('en', 'He bought 1,500 shares of Tesla.', 'So he bought the 1,500 shares of Tesla'),
]
DIFFER = [
    ('zh-Hans', '这支股票涨了', '这支股票跌了'),
    ('zh-Hans', '大家都支持这个提案', '大家都反对这个提案'),
    ('zh-Hans', '这次试验成功了', '这次试验失败了'),
    ('zh-Hans', '这个办法可行', '这个办法不可行'),
    ('zh-Hans', '我没去过那里', '我去过那里'),
    ('zh-Hans', '我没去', '我不去'),
    ('zh-Hans', '去年赚了300块', '去年赚了400块'),
    ('zh-Hans', '去年赚了三百块', '去年赚了四百块'),
    ('zh-Hans', '谷歌发布了GPT', '谷歌发布了API'),
    ('zh-Hans', '我同意这个看法', '他同意这个看法'),
    ('zh-Hans', '你们去过那里。', '你们去过那里吗？'),
    ('zh-Hant', '這個沒有問題', '這個有問題'),
    ('en', 'It will work.', 'It will not work.'),
    ('en', 'They support the plan.', 'They oppose the plan.'),
    ('en', 'It does work.', "It doesn't work."),
    ('en', 'It can work.', 'It cannot work.'),
    ('en', 'It has always worked', 'It has never worked'),
    ('en', 'We made 30 of them', 'We made 13 of them'),
    ('en', 'We made thirty of them', 'We made thirteen of them'),
    ('en', 'Prices went up again', 'Prices went down again'),
    ('en', 'Then Google bought it', 'Then Apple bought it'),
    ('en', 'I think so', 'We think so'),
    ('en', 'That is true.', 'That is true?'),
]


@pytest.mark.parametrize('language, one, other', AGREE)
def test_these_may_stand_for_each_other(language: str, one: str, other: str) -> None:
    assert held(one, language) == held(other, language)


@pytest.mark.parametrize('language, one, other', DIFFER)
def test_these_may_not(language: str, one: str, other: str) -> None:
    assert held(one, language) != held(other, language)


def test_a_word_that_only_ends_like_a_denial_is_none() -> None:
    for word in ('want', 'different', 'cant get', 'restaurant', 'nothing else'):
        assert ('not' in held(word, 'en').split()) == (word == 'cant get')
