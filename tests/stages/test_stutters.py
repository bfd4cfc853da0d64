"""What the stage stutters deletes and what said twice it must leave alone."""
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.edits import Edit
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import stutters
from qinggao.transcript import Transcript, Turn
from qinggao.view import View

from tests.stages.table import cleaned

CHANGES = [
    ('a pronoun at the start of a line', '我我先把门关上', '我先把门关上'),
    ('a pronoun three times', '我我我先把门关上', '我先把门关上'),
    ('a pronoun after a connective', '所以他他没有赶上车', '所以他没有赶上车'),
    ('a pronoun before a comma', '我，我没有带伞', '我没有带伞'),
    ('a pronoun over a line break', '我\n我没有带伞', '我没有带伞'),
    ('a plural pronoun', '但是我们我们没有带伞', '但是我们没有带伞'),
    ('a demonstrative', '我想买这个这个大箱子', '我想买这个大箱子'),
    ('a demonstrative over a line break', '我想买这个\n这个大箱子', '我想买\n这个大箱子'),
    ('a demonstrative on a line of its own', '天黑了\n这个\n这个路不好走', '天黑了\n这个路不好走'),
    ('half a demonstrative', '这这张桌子是旧的', '这张桌子是旧的'),
    ('an adverb', '门就就这么开了', '门就这么开了'),
    ('a connective', '因为因为下雨我们没去', '因为下雨我们没去'),
    ('a connective four times', '然后然后然后然后天亮了', '然后天亮了'),
    ('a connective with commas', '然后，然后天亮了', '然后天亮了'),
    ('a verb of thinking', '我觉得我觉得颜色太深', '我觉得颜色太深'),
    ('a verb of thinking over a line break', '我觉得\n我觉得颜色太深', '我觉得颜色太深'),
    ('a restart of four characters', '我们可以我们可以先看房', '我们可以先看房'),
    ('a restart of six characters', '如果明天下雨如果明天下雨就改期', '如果明天下雨就改期'),
    ('a restart behind a connective', '所以我以为，我以为他走了', '所以我以为他走了'),
    ('a restart that begins with a possessive', '他的车子他的车子停在桥下', '他的车子停在桥下'),
    ('a restart before 的', '我们可以我们可以的', '我们可以的'),
    ('a short line that is begun again', '木头做的\n木头做的桥最怕火', '木头做的桥最怕火'),
    ('a line begun again inside a paragraph', '天黑了\n木头桥\n木头桥最怕火', '天黑了\n木头桥最怕火'),
    ('half a word before the word', '但但是路不好走', '但是路不好走'),
    ('an English pronoun', 'I I left the door open', 'I left the door open'),
    ('an English article over a line break', 'we took the\nthe late train', 'we took\nthe late train'),
    ('an English connective with a comma', 'and, and then it rained', 'and then it rained'),
    ('English words in either case', 'The the train was late', 'the train was late'),
    ('an English phrase', 'I think I think it rained', 'I think it rained'),
    ('an English restart', 'I was going to I was going to call you', 'I was going to call you'),
    ('a long line, all of it', '天黑以后我们沿着河走回去\n天黑以后我们沿着河走回去\n桥上没有人', '天黑以后我们沿着河走回去\n桥上没有人'),
    ('a long line that ends with 了', '那天夜里河上的桥被冲走了\n那天夜里河上的桥被冲走了', '那天夜里河上的桥被冲走了'),
    ('a long English line', 'we walked along the river\nwe walked along the river\n', 'we walked along the river\n'),
    ('a phrase cut short by a line break', '我们去看北方的\n北方的石头', '我们去看\n北方的石头'),
    ('a phrase cut short before its noun', '河上有一个\n河上有一个渡口', '河上有一个渡口'),
    ('two stutters in a line', '我我想这个这个颜色太深', '我想这个颜色太深'),
]

STAYS = [
    ('an emphatic double', '这里有很多很多鸟'),
    ('an adverb of degree twice', '非常非常感谢大家'),
    ('慢慢', '水慢慢地凉了'),
    ('看看', '你看看窗外'),
    ('thanks twice', '谢谢谢谢\n请坐'),
    ('a verb that means a little', '我们研究研究再说'),
    ('talking it over', '大家讨论讨论吧'),
    ('every day', '他天天去游泳'),
    ('one by one', '客人一个一个进来'),
    ('step by step', '一步一步来'),
    ('yes three times', '对对对\n就是那里'),
    ('yes in the other word', '是是是\n我这就去'),
    ('properly', '你好好休息'),
    ('often', '他常常迟到'),
    ('merely', '仅仅三天'),
    ('just now', '他刚刚出门'),
    ('mother', '妈妈在厨房'),
    ('laughter', '哈哈哈真有趣'),
    ('a name', '莉莉和冰冰是邻居'),
    ('an achievement', '他的成就就是这座桥'),
    ('a capital', '这里的首都都是新建的'),
    ('a trade', '我是学医的\n学医的头发少'),
    ('every round', '他把把都输'),
    ('a quoted stutter', '他老说“那个那个”'),
    ('a goal', '这是我们的目的的一部分'),
    ('now in', '他现在在船上'),
    ('in order to understand', '为了了解这条河'),
    ('a verb and its object before a clause', '他告诉我们我们要早起'),
    ('an object before the same subject', '她告诉我我可以进去'),
    ('a double negative', '我不是不想去'),
    ('an A-not-A question', '你是不是是不是看错了'),
    ('all that have', '所有有票的人先进'),
    ('that and those', '那那些旧书怎么办'),
    ('an institute', '研究所所在的街'),
    ('one full hand after another', '抓了一把把糖'),
    ('a chain of clauses', '屋里只剩这张桌子，这张桌子还是借的'),
    ('an answer said twice', '我知道我知道你很忙'),
    ('an echo as a question', '都跑了\n都跑了吗'),
    ('a repeated slogan', '我们要早起\n我们要早起\n'),
    ('had had', 'they had had enough'),
    ('that that', 'he said that that bridge was old'),
    ('very very', 'it was very very cold'),
    ('no no', 'no no, come in'),
    ('is is', 'what it is is a bridge'),
    ('a word inside another', 'the theatre opens at ten'),
    ('an English chain', 'the more I read the more I forget'),
    ('a preposition and its noun', '看通过通过率来判断'),
    ('to need those who are needed', '需要需要的人才来'),
    ('what he said', '他说他说的不算数'),
    ('what they said', '他们说他们说的不算数'),
    ('a doorkeeper', '他把把门人叫来'),
    ('an emphatic clause', '我看见了我看见了那颗星'),
    ('a cry', '那是狼那是狼大家快跑'),
    ('what a clause ends with and the next begins with', '这还不是最难的\n最难的是冬天'),
    ('slowly, for emphasis', '他走得慢慢的\n慢慢的一天过去了'),
    ('a noun that the next line takes up', '河上有一座石桥\n石桥是去年修的'),
    ('what is denied and then spoken of', '他不吃辣的\n吃辣的会上火'),
    ('what is wanted and then spoken of', '我想要红色的\n红色的最耐看'),
    ('a goal', '这就是他的目的\n他的目的达到了'),
    ('a love that is wider, beside English', '我爱你\n我爱你们所有人\n我在用 GPT'),
    ('a tag that asks', '你来了没\n没来我先走了'),
    ('an object and a subject', '你喜欢这个\n这个便宜'),
    ('operators', 'an AND and an OR'),
    ('a short question asked again', '桥修好了吗\n桥修好了吗\n'),
    ('an empty text', ''),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_deletes_the_first_copies(said: str, meant: str) -> None:
    assert cleaned(said, 'stutters') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'stutters', level='strong') == text


def test_at_the_light_level_it_deletes_nothing() -> None:
    assert cleaned('我我先走', 'stutters', level='light') == '我我先走'


def test_what_a_sound_parted_is_a_stutter_once_the_sound_has_gone() -> None:
    assert cleaned('我嗯我先走', 'fillers', 'stutters') == '我先走'


def test_another_speaker_does_not_stutter() -> None:
    text = '我\n我先走'
    said = Transcript.plain(text)._replace(turns=(Turn(0, '甲'), Turn(2, '乙')))
    assert run(said, Settings.of(only=('stutters',)), shipped()).text == text


def test_another_speaker_may_say_the_same_line() -> None:
    text = '天黑以后我们沿着河走回去\n天黑以后我们沿着河走回去'
    said = Transcript.plain(text)._replace(turns=(Turn(0, '甲'), Turn(13, '乙')))
    assert run(said, Settings.of(only=('stutters',)), shipped()).text == text


def test_the_licence_is_to_delete_what_is_said_again() -> None:
    view = View(Transcript.plain('我我先走'), Settings.of(), shipped())
    assert stutters.allows(Edit(0, 1, '', 'fillers/twice-pronoun'), view)
    assert not stutters.allows(Edit(0, 2, '', 'fillers/twice-pronoun'), view)
    assert not stutters.allows(Edit(0, 1, '你', 'fillers/twice-pronoun'), view)


def test_every_edit_is_explained_by_a_rule() -> None:
    view = View(Transcript.plain('我我这个这个\n我们可以我们可以走\nI I left'), Settings.of(), shipped())
    rules = {edit.rule for edit in stutters.edits(view)}
    assert rules == {'fillers/twice-pronoun', 'fillers/twice', 'fillers/restart', 'fillers/twice-en'}
    assert all(view.rules.get(rule) for rule in rules)


def test_endless_repetition_is_survived() -> None:
    for unit in ('我', '我，', '这个', '我们可以', '那', 'I ', 'the more ', ' ', '就是我们'):
        run(Transcript.plain(unit * 10_000 + '些'), Settings.of(only=('stutters',)), shipped())


FRAGMENTS = st.sampled_from([
    '我', '你', '我们', '他', '这', '这个', '那', '那些', '就', '就是', '成就', '告诉', '因为', '所以',
    '觉得', '可以', '走', '桥', '很多', 'I', 'the', 'think', 'and', ' ', '，', '。', '\n', '\n\n', '吗',
])


@given(st.lists(FRAGMENTS, max_size=16).map(''.join))
def test_what_it_deletes_is_within_its_licence_and_settled(text: str) -> None:
    settings = Settings.of(only=('stutters',))
    once = run(Transcript.plain(text), settings, shipped())     # raises outside the licence
    assert run(Transcript.plain(once.text), settings, shipped()).text == once.text


@given(st.text(st.sampled_from('山水云石路桥灯窗，。\n '), max_size=40))
def test_text_without_function_words_keeps_every_byte(text: str) -> None:
    again = any(two.startswith(one) for one, two in pairwise(text.split('\n')) if one)
    assert again or cleaned(text, 'stutters') == text
