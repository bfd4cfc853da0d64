"""Rules that propose themselves: what several editors mended, and no more."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao.errors import QinggaoError
from qinggao.rulebook import Rulebook
from qinggao.rulebook.shipped import shipped
from qinggao.rulebook.source import rules_of
from qinggao.rulebook.specs import failures
from qinggao.strict_yaml import load
from qinggao.suggest import Suggestions, suggest

from .talks import pairs

PROPOSED = {
    'a name that several talks have wrong': (
        [('他在克里门托港口修了三条木船', '他在克里蒙托港口修了三条木船'),
         ('去年克里门托下了一个月的雨', '去年克里蒙托下了一个月的雨'),
         ('我也去过克里蒙托一次', '我也去过克里蒙托一次')], '克里门托', '克里蒙托'),
    'a Latin name, whatever its case': (
        [('后来船长说 zephirine 写信来要搬家', '后来船长说 Zephyrine 写信来要搬家'),
         ('船长的女儿 Zephirine 每天画灯塔', '船长的女儿 Zephyrine 每天画灯塔'),
         *[('别的日子里没有什么可说的', '别的日子里没有什么可说的')] * 6], 'zephirine', 'Zephyrine'),
    'an idiom misheard': (
        [('这件事在村里引起了轩染大波大家都在问', '这件事在村里引起了轩然大波大家都在问'),
         ('消息一出来又是轩染大波谁也没想到', '消息一出来又是轩然大波谁也没想到')], '轩染大波', '轩然大波'),
}
NOT_PROPOSED = {
    'two words that editors swap both ways': [
        ('他在说一次那个故事给我们听', '他再说一次那个故事给我们听'), ('你们在说一次给他听好不好', '你们再说一次给他听好不好'),
        ('他们再说一次会议的时间改了', '他们在说一次会议的时间改了'), ('大家再说一次旅行的计划', '大家在说一次旅行的计划')],
    'a good word that is right elsewhere, with nothing near to tell': [
        ('她在来的路上买了一袋橘子', '她再来的路上买了一袋橘子'), ('他在来的路上丢了一把雨伞', '他再来的路上丢了一把雨伞'),
        ('我在来的路上看见一条狗', '我在来的路上看见一条狗'), ('谁在来的路上迷过路没有', '谁在来的路上迷过路没有')],
    'a rephrasing': [
        ('我们马上出发去看灯塔吧', '我们立刻出发去看灯塔吧'), ('雨停了就马上回家去吧', '雨停了就立刻回家去吧'),
        ('他马上就要开船走了', '他立刻就要开船走了')],
    'a filler shortened': [
        ('他就是一个很会讲故事的老人', '他是一个很会讲故事的老人'), ('这就是我们那天走过的桥', '这是我们那天走过的桥')],
    'a pronoun, which only the talk decides': [
        ('那条船他的帆是红色的很好认', '那条船它的帆是红色的很好认'), ('灯塔修好了他的灯又亮起来', '灯塔修好了它的灯又亮起来')],
    'the particles of a verb': [
        ('他高兴的跳起来跑到门口去了', '他高兴地跳起来跑到门口去了'), ('孩子们高兴的跳起来唱着歌', '孩子们高兴地跳起来唱着歌')],
    'the quirk of one editor in one talk': [
        ('他在克里门托港口修船|去年克里门托下了雨|我想去克里门托看一看',
         '他在克里蒙托港口修船|去年克里蒙托下了雨|我想去克里蒙托看一看')],
    'a mishearing that is mended in a different way each time': [
        ('克里门托的码头上有一座钟', '克里蒙托的码头上有一座钟'), ('我去过克里门托两次都下雨', '我去过克里蒙托两次都下雨'),
        ('听说克里门托的鱼汤很有名', '听说克里孟托的鱼汤很有名'), ('从克里门托出发要走三天', '从克里梦托出发要走三天')],
    'what a rule mends already': [('到了这个位置先指营再说别的', '到了这个位置先止盈再说别的')] * 3,
    'how one person is called': [
        ('昨天老贾说他要去修那条船', '昨天老甲说他要去修那条船'), ('我们问老贾什么时候能修好', '我们问老甲什么时候能修好'),
        ('只有老贾知道那条船在哪里', '只有老甲知道那条船在哪里')],
    'a phrase that is as good': [
        ('这一次行动像外科手术室一样准', '这一次行动像外科手术式一样准'), ('他们要的是外科手术室的打击', '他们要的是外科手术式的打击')],
    'what is written together or apart': [
        ('他们都叫 blue harbour 老地方', '他们都叫 blueharbour 老地方'), ('我去过 blue harbour 两次', '我去过 blueharbour 两次')],
}


@pytest.mark.parametrize(('told', 'wrong', 'right'), PROPOSED.values(), ids=PROPOSED)
def test_proposed(tmp_path: Path, told: list[tuple[str, str]], wrong: str, right: str) -> None:
    found = suggest(*pairs(tmp_path, *told), jobs=1)
    assert [(wrong in rule.wrong, rule.right) for rule in found.rules] == [(True, right)]
    assert is_fit(found)


@pytest.mark.parametrize('told', NOT_PROPOSED.values(), ids=NOT_PROPOSED)
def test_not_proposed(tmp_path: Path, told: list[tuple[str, str]]) -> None:
    assert suggest(*pairs(tmp_path, *told), jobs=1).rules == ()


def is_fit(found: Suggestions) -> bool:
    """Whether the proposals load as a rules file, beside the shipped rules, and each example holds."""
    rules = rules_of(load(found.yaml), 'mishearings', 'proposals.yaml')
    return bool(rules) and not list(failures(rules, Rulebook([*shipped(), *rules])))


def test_a_rule_carries_its_counts_and_an_example_of_either_kind(tmp_path: Path) -> None:
    told, _, _ = PROPOSED['a name that several talks have wrong']
    rule, = suggest(*pairs(tmp_path, *told), jobs=1).rules
    assert (rule.counts.files, rule.counts.hits, rule.counts.left, rule.counts.reverse) == (2, 2, 0, 0)
    assert 'mended 2 times in 2 talks' in rule.why
    assert any(said != meant for said, meant in rule.specs)
    assert any(said == meant for said, meant in rule.specs)
    assert all(len(said) <= 30 for said, _ in rule.specs)


def test_a_good_word_is_wrong_only_near_what_tells_it(tmp_path: Path) -> None:
    wrong = [(f'股票的市盈率要看编辑{number}再算利润', f'股票的市盈率要看边际{number}再算利润') for number in '甲乙丙丁戊己']
    good = [(f'出版社的编辑{number}在改稿子', f'出版社的编辑{number}在改稿子') for number in '甲乙丙丁戊己']
    rule, = suggest(*pairs(tmp_path, *wrong, *good), jobs=1).rules
    assert rule.wrong == ('编辑',)
    assert set(rule.near) & {'股票', '利润', '市盈率'}
    assert not set(rule.near) & {'出版社', '稿子'}
    assert not rule.sure


def test_a_short_form_stays_quiet_where_common_words_make_it(tmp_path: Path) -> None:
    wrong = [(f'码头的吊车上装着缆胜{number}根绳索', f'码头的吊车上装着缆绳{number}根绳索') for number in '三四五']
    found = suggest(*pairs(tmp_path, *wrong), jobs=1)
    assert all(len(word) > 2 or rule.near for rule in found.rules for word in rule.wrong)


def test_a_summary_is_left_out_and_named(tmp_path: Path) -> None:
    raw, page = pairs(tmp_path, *PROPOSED['an idiom misheard'][0])
    (page / 'talk0.md').write_text('这篇文章介绍了沿海村庄近年来的旅游业与渔业经济之间的关系。\n', encoding='utf-8')
    found = suggest(raw, page, jobs=1)
    assert [path for path, _ in found.unlike] == [str(raw / 'talk0.txt')]
    assert (found.pairs, found.rules) == (1, ())


def test_files_without_a_partner_are_named(tmp_path: Path) -> None:
    raw, page = pairs(tmp_path, *PROPOSED['an idiom misheard'][0])
    (raw / 'alone.txt').write_text('今天只有我一个人在说话\n', encoding='utf-8')
    assert suggest(raw, page, jobs=1).alone == (str(raw / 'alone.txt'),)


def test_two_hearings_are_compared_as_a_page_is(tmp_path: Path) -> None:
    told, wrong, right = PROPOSED['a name that several talks have wrong']
    raw, page = pairs(tmp_path, *told)
    second = tmp_path / 'second'
    second.mkdir()
    for number in range(len(told)):
        heard = (raw / f'talk{number}.txt').read_text('utf-8').replace(wrong, right)
        (second / f'talk{number}.txt').write_text(heard, encoding='utf-8')
    assert suggest(raw, second, jobs=1).yaml == suggest(raw, page, jobs=1).yaml


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    told, _, _ = PROPOSED['an idiom misheard']
    raw, page = pairs(tmp_path, *told * 25)
    assert suggest(raw, page, jobs=2) == suggest(raw, page, jobs=1)


def test_a_broken_file_is_an_error_and_the_others_go_on(tmp_path: Path) -> None:
    raw, page = pairs(tmp_path, *PROPOSED['an idiom misheard'][0] * 2)
    (raw / 'talk3.txt').write_bytes(b'\xff\xfe\xff')
    (page / 'talk2.md').write_text('---\ntitle: 海边\n', encoding='utf-8')
    found = suggest(raw, page, jobs=1)
    assert {error.path for error in found.errors} == {str(raw / 'talk3.txt'), str(page / 'talk2.md')}
    assert [rule.right for rule in found.rules] == ['轩然大波']


@pytest.mark.parametrize(('first', 'second', 'what'), [
    ('none', 'page', 'no such folder'), ('raw', 'none', 'no such folder'), ('raw', 'raw', 'one folder twice'),
    ('raw/talk0.txt', 'page', 'not a folder'), ('raw', 'other', 'no file of'),
])
def test_folders_that_cannot_be_compared(tmp_path: Path, first: str, second: str, what: str) -> None:
    pairs(tmp_path, *PROPOSED['an idiom misheard'][0])
    (tmp_path / 'other').mkdir()
    with pytest.raises(QinggaoError, match=what):
        suggest(tmp_path / first, tmp_path / second, jobs=1)
