"""的 for 地 and 得: where the particle is beyond doubt, and the sentences that only look alike."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.edits import Edit
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import confusables
from qinggao.transcript import Transcript
from qinggao.view import View

from .table import cleaned

CHANGES = [
    ('an adverb before 把', '她慢慢的把船推下水', '她慢慢地把船推下水'),
    ('an adverb before 被', '河岸不断的被水冲走', '河岸不断地被水冲走'),
    ('an adverb before 在', '船工不停的在甲板上走', '船工不停地在甲板上走'),
    ('an adverb before going', '他们一次次的去找渡口', '他们一次次地去找渡口'),
    ('an adverb of four characters', '村民不约而同的提到那条河', '村民不约而同地提到那条河'),
    ('an adverb before becoming', '渡口渐渐的变成了码头', '渡口渐渐地变成了码头'),
    ('how something was told', '船长很坦诚的告诉大家没有油了', '船长很坦诚地告诉大家没有油了'),
    ('how something was seen', '从山上可以清楚的看到对岸', '从山上可以清楚地看到对岸'),
    ('how something was done, with 了', '这座桥彻底的改变了两岸的生活', '这座桥彻底地改变了两岸的生活'),
    ('how something is to be done for once', '请简单的介绍一下这条船', '请简单地介绍一下这条船'),
    ('how something is done, before 给', '她认真的给每条船编号', '她认真地给每条船编号'),
    ('simply put', '简单的说，就是船太少', '简单地说，就是船太少'),
    ('put more exactly, with a break behind', '更准确的说\n是码头太小', '更准确地说\n是码头太小'),
    ('how fast it ran', '那条狗跑的太快了', '那条狗跑得太快了'),
    ('how well it was made', '今年的码头做的不错', '今年的码头做得不错'),
    ('how it showed', '新船表现的非常稳', '新船表现得非常稳'),
    ('how clearly it was said', '船长说的很清楚，今天不开船', '船长说得很清楚，今天不开船'),
]

STAYS = [
    ('a feeling of gain', '大家有了强烈的获得感'),
    ('face to face', '我们要有简单的面对面交流'),
    ('one who faces it', '他是勇敢的面对者'),
    ('a clause of grammar', '这里要一个简单的从句'),
    ('a leave', '他意外的离开让大家难过'),
    ('a kind word', '善意的告知是必要的'),
    ('effort without end', '他靠不断的努力学会了游泳'),
    ('learning without end, and the next clause', '通过不断的学习我会开船了'),
    ('a simple question', '这是一个简单的问题'),
    ('a simple case becomes a hard one', '他把简单的变成复杂的'),
    ('simple ones go in front', '把简单的放在前面'),
    ('a thing that is simple', '过河最简单的把船租下来就行'),
    ('a man is in earnest', '船长是认真的把钥匙收好吧'),
    ('one who is not clear about it', '你不清楚的告诉我'),
    ('a film of a rare kind', '这是一部非常罕见的将镜头对准船工的电影'),
    ('a better grasp', '我们要有更好的把握'),
    ('slow general', '勇敢的将军走了'),
    ('an upward current', '快速的向上气流托住了帆'),
    ('by day really', '那里白天真的看到过星星'),
    ('a slow song', '慢慢的，船靠岸了'),
    ('a title', '他在唱《慢慢的把船摇》'),
    ('who sells few', '码头上卖的不多'),
    ('better than what they do', '这条船比他们做的更好'),
    ('not as bad as one thinks', '风浪没有你想的那么厉害'),
    ('not as bad as he says', '水不像船长说的那么深'),
    ('what you have to do is simple', '你要做的非常简单，上船就行'),
    ('growth that falls short', '要解决发展的不充分'),
    ('what somebody eats', '她吃的很好'),
    ('a novel', '这本小说的很好看'),
    ('what looks good', '好看的不贵'),
    ('the big ones are many', '河里的鱼大的多'),
    ('the good ones are many', '好的多，坏的少'),
    ('the small ones are more than the big ones', '网里小的比大的多'),
    ('the dear ones are more than the cheap ones', '贵的比便宜的多'),
    ('those who want cheap ones', '要便宜的多，要贵的少'),
    ('a taxi is faster', '过桥还是打的更快'),
    ('all that was bad', '他想忘掉一切的不好。'),
    ('a voltage that is not steady', '这是因为电压的不稳'),
    ('a life that is not happy', '她写的是生活的不开心'),
    ('an inquiry that falls short', '错在调查的不充分'),
    ('simple ones for the children', '她挑简单的给孩子讲'),
    ('better things for the children', '大人总留更好的给孩子'),
    ('what is good, and the next clause', '这个渡口很好的给大家看看'),
    ('an endless search for the centre', '不断的去中心化'),
    ('books in a mess', '你看的乱七八糟的书'),
    ('it really is bad', '这条船真的不行了'),
    ('mine is no good', '我的不行，用你的'),
    ('a place', '地里的草长高了'),
    ('right already', '她慢慢地把船推下水，做得很好'),
    ('other words', '他的船在对岸，她的也在'),
    ('a classical phrase', '路漫漫其修远兮'),
    ('English', 'He slowly pushed the boat, 的 is a particle'),
    ('Traditional', '她慢慢的把船推開，說的很清楚'),
]

UNSURE = [
    ('what becomes of a thing', '别把渡河想的太简单', '别把渡河想得太简单'),
    ('a set phrase', '那一年船厂赚的盆满钵满', '那一年船厂赚得盆满钵满'),
    ('a feeling at its utmost', '听到汽笛，孩子们高兴的不得了', '听到汽笛，孩子们高兴得不得了'),
    ('more by far', '过桥比坐船要贵的多', '过桥比坐船要贵得多'),
    ('more by far, said twice', '今年的水比去年大的多的多', '今年的水比去年大得多得多'),
    ('what was said, or how', '他讲的很好。', '他讲得很好。'),
    ('a company', '这家公司连年亏损，他的股价却涨了', '这家公司连年亏损，它的股价却涨了'),
    ('as', '我做为一个船工很高兴', '我作为一个船工很高兴'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'confusables') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'confusables') == text


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_does_not_even_report(text: str) -> None:
    assert run(Transcript.plain(text), Settings.of(only=('confusables',)), shipped()).passes == ()


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in UNSURE], ids=[row[0] for row in UNSURE])
def test_it_only_reports(said: str, meant: str) -> None:
    assert cleaned(said, 'confusables') == said
    assert cleaned(said, 'confusables', unsure=True) == meant


@pytest.mark.parametrize('script', ['keep', 'hant'])
def test_traditional_text_stays_as_it_is(script: str) -> None:
    text = '她慢慢的把船推開，說的很清楚'
    assert cleaned(text, 'script', 'confusables', script=script) == text


def test_traditional_text_is_mended_once_it_is_simplified() -> None:
    assert cleaned('她慢慢的把船推開', 'script', 'confusables') == '她慢慢地把船推开'


def test_a_filler_in_the_middle_is_no_hindrance_once_it_has_gone() -> None:
    assert cleaned('她慢慢的嗯把船推下水', 'fillers', 'confusables') == '她慢慢地把船推下水'


def test_every_pattern_is_shown_by_an_example_and_has_a_reason() -> None:
    shown = {edit.rule for _, said, _ in (*CHANGES, *UNSURE) for edit in _asked(said)}
    assert shown == {f'confusables/{name}' for name in confusables.RULES}
    assert all(confusables.RULES.values())


def test_it_may_write_the_one_character_of_its_pattern_alone() -> None:
    view = _view('慢慢的把')
    assert confusables.allows(Edit(2, 3, '地', 'confusables/de-adverb'), view)
    assert not confusables.allows(Edit(2, 3, '得', 'confusables/de-adverb'), view)
    assert not confusables.allows(Edit(2, 4, '地', 'confusables/de-adverb'), view)
    assert not confusables.allows(Edit(0, 1, '地', 'confusables/de-adverb'), view)


PIECES = ['慢慢', '清楚', '简单', '跑', '说', '做', '比', '把', '贵', '的', '的', '地', '得', '多', '很', '快', '好', '看到', '不得了',
          '高兴', '他', '股价', '为一个', '，', '\n', '《', '》']


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(''.join))
def test_it_settles_and_touches_nothing_but_its_characters(text: str) -> None:
    for unsure in (False, True):
        result = cleaned(text, 'confusables', unsure=unsure)
        assert len(result) == len(text)
        assert re.sub('[的地得他它做作]', '·', result) == re.sub('[的地得他它做作]', '·', text)


def _asked(text: str) -> list[Edit]:
    return list(confusables.edits(_view(text)))


def _view(text: str) -> View:
    return View(Transcript.plain(text), Settings(), shipped())
