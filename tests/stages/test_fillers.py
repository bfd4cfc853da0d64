"""What the stage fillers deletes, at which level, and what it must leave alone."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import fillers
from qinggao.transcript import Transcript, Turn
from qinggao.view import View

from tests.stages.table import cleaned

CHANGES = [
    ('a sound inside a line', 'light', '我嗯想先说说天气', '我想先说说天气'),
    ('a sound on a line of its own takes its newline along', 'light', '门开了\n嗯\n风很大', '门开了\n风很大'),
    ('a sound as the first line', 'light', '呃\n门开了', '门开了'),
    ('a sound as the last line', 'light', '门开了\n嗯', '门开了'),
    ('a sound as a paragraph', 'light', '门开了\n\n嗯\n\n风很大', '门开了\n\n风很大'),
    ('a sound before a comma', 'light', '嗯，我觉得冷', '我觉得冷'),
    ('a sound between commas leaves one', 'light', '我，嗯，觉得冷', '我，觉得冷'),
    ('a sound as a sentence', 'light', '嗯。大家好', '大家好'),
    ('a sound before a full stop takes the comma', 'light', '门开了，呃。风很大。', '门开了。风很大。'),
    ('a sound in a list item', 'light', '- 嗯，这是第一条', '- 这是第一条'),
    ('several sounds in a row', 'light', '嗯嗯呃我们开始', '我们开始'),
    ('a sound between spaces', 'light', '我们 嗯 开始', '我们 开始'),
    ('啊 at the start of a line', 'light', '啊我们先看菜单', '我们先看菜单'),
    ('啊 after a noun at the end of a line', 'light', '昨天下午去修车啊\n师傅不在', '昨天下午去修车\n师傅不在'),
    ('um and uh', 'light', 'I um wanted uh to ask', 'I wanted to ask'),
    ('um between commas', 'light', 'So, um, we left', 'So we left'),
    ('um beside Han', 'light', '但是今天我们 um 去看海', '但是今天我们去看海'),
    ('um with a capital', 'light', 'Um, we left', 'we left'),
    ('啊 inside a line', 'standard', '这条路啊早就修好了', '这条路早就修好了'),
    ('a tag at the end of a line', 'standard', '水管容易冻对吧\n所以要包起来', '水管容易冻\n所以要包起来'),
    ('a tag on a line of its own', 'standard', '水管容易冻\n是吧\n所以要包起来', '水管容易冻\n所以要包起来'),
    ('a tag behind a sound', 'standard', '水管容易冻嗯对吧\n所以要包起来', '水管容易冻\n所以要包起来'),
    ('对 as a line in a monologue', 'standard', '面要醒一个小时\n对\n然后再擀开', '面要醒一个小时\n然后再擀开'),
    ('对 before a clause', 'standard', '面要醒一个小时\n对所以要早点和面', '面要醒一个小时\n所以要早点和面'),
    ('好 as a line', 'standard', '灯都关了\n好\n大家往右边走', '灯都关了\n大家往右边走'),
    ('OK before a clause', 'standard', '箱子装满了\nOK我们出发', '箱子装满了\n我们出发'),
    ('呢 after a topic', 'standard', '这座桥呢去年才通车', '这座桥去年才通车'),
    ('呢 at the end of a line', 'standard', '到了晚上呢\n风就停了', '到了晚上\n风就停了'),
    ('那个 before a sound', 'standard', '我们去的那个呃镇子很小', '我们去的镇子很小'),
    ('对 before another clause', 'standard', '面要醒一个小时\n对\n你们可以先和馅', '面要醒一个小时\n你们可以先和馅'),
    ('好 after a clause that is over', 'standard', '灯都已经关了\n好\n门也锁上', '灯都已经关了\n门也锁上'),
    ('OK as a line', 'standard', '今天先讲怎么浇水\nOK\n水要晒过', '今天先讲怎么浇水\n水要晒过'),
    ('好吧 as a line', 'standard', '今天先讲怎么浇水\n好吧\n水要晒过', '今天先讲怎么浇水\n水要晒过'),
    ('啊 after two characters', 'light', '结果啊\n雨停了', '结果\n雨停了'),
    ('啊 after 是 at the end of a clause', 'light', '我想说的是啊\n雨停了', '我想说的是\n雨停了'),
    ('呢 after a topic of three characters', 'standard', '管理层呢\n还在开会', '管理层\n还在开会'),
    ('呢 after a denial on the line before', 'standard', '车没有开到我们这一站来\n司机他们呢\n去吃饭了', '车没有开到我们这一站来\n司机他们\n去吃饭了'),
    ('哎 at the end of a line', 'standard', '我一抬头哎\n雨停了', '我一抬头\n雨停了'),
    ('呢 after a connective', 'standard', '所以呢\n我们去看海', '所以\n我们去看海'),
    ('这个 as a line', 'strong', '先讲讲怎么浇水\n这个\n早晚各一次', '先讲讲怎么浇水\n早晚各一次'),
    ('you know between commas', 'standard', 'It was late, you know, and dark.', 'It was late and dark.'),
    ('like between commas', 'standard', 'He was, like, ten minutes late.', 'He was ten minutes late.'),
    ('然后 as a line', 'strong', '先把土松一松\n然后\n撒一点种子', '先把土松一松\n撒一点种子'),
    ('two connectives', 'strong', '然后所以我们改坐火车', '所以我们改坐火车'),
    ('对 between full stops', 'strong', '水开了。对。然后下面条。', '水开了。然后下面条。'),
    ('这个 after a possessive', 'strong', '城市里的这个绿化不错', '城市里的绿化不错'),
    ('a Traditional tag', 'standard', '水管容易凍對吧\n所以要包起來', '水管容易凍\n所以要包起來'),
]

STAYS = [
    ('a sound that is quoted', '他只回了一个“嗯”就走了'),
    ('a sound after a colon', '他说：嗯，我知道了'),
    ('a sound as an answer', '你吃过饭了吗\n嗯\n吃的是面'),
    ('a word that holds a sound', '她嗯哼一声'),
    ('an exclamation', '这汤多么鲜啊'),
    ('啊 before an exclamation mark', '救命啊！'),
    ('是啊 as an answer', '是啊\n我也这么看'),
    ('天啊', '天啊\n下雪了'),
    ('啊 twice in a description', '木马转啊转停不下来'),
    ('a question with 呢', '他们为什么不早说呢'),
    ('what goes on, with 呢', '孩子还在睡觉呢\n小声点'),
    ('a choice with 呢', '坐船呢\n还是坐车'),
    ('woollen cloth', '这件毛呢大衣很暖'),
    ('a tag that asks', '钥匙在你那儿，对吧？'),
    ('a denial that ends like a tag', '这样算不对吧\n我再算一遍'),
    ('a suggestion', '我们走吧\n天黑了'),
    ('对 as an answer', '你是坐船来的吗？\n对\n坐了两天'),
    ('对 as a preposition', '对我来说早起最难'),
    ('对 before a noun', '对其实施罚款'),
    ('对 in edited prose', '水开了。对，我看见了。'),
    ('好 as an adjective', '这张照片拍得好\n挂起来'),
    ('好 in edited prose', '好，我们开始上课。'),
    ('a demonstrative', '那个人是谁'),
    ('a demonstrative as an object', '我想买这个\n多少钱'),
    ('a demonstrative before a noun', '这个问题我想过'),
    ('connectives at standard', '然后我们去看海\n就是风有点大'),
    ('one word a line', '他\n对\n我\n这个\n人\n好\n'),
    ('like as a verb', 'I like tea, bread and cheese.'),
    ('you know as a clause', 'Do you know, by any chance, where he lives?'),
    ('a word that begins like a sound', 'the umbrella is in the hall'),
    ('a page without fillers', '清晨下过一场小雨。\n\n石板路还是湿的，卖花的人已经来了。'),
    ('OK as a predicate between spaces', '这样就 OK 了\n走吧'),
    ('an empty text', ''),
]

STAYS_STRONG = [
    ('a name of capitals', 'the 1992 ERM crisis'),
    ('another name of capitals', 'HM Treasury said no'),
    ('capitals beside Han', '他在UM学院读书'),
    ('a unit', '5 um wide, 12 um long, a 100 ah battery'),
    ('uh huh', 'uh huh'),
    ('uh oh', 'Uh oh, it broke'),
    ('a name that begins a sentence', 'Umm Kulthum sang for hours'),
    ('capitals between commas', 'the ward, ER, and the garden'),
    ('like in a list of verbs', 'The people you know, like, and trust'),
    ('like in a longer list', 'the people you know, like, trust, and admire'),
    ('OK as a predicate over lines', 'is this\nOK\nwith you'),
    ('对 before a clause as its object', '对因为疫情失业的人给补助'),
    ('对 before a degree', '对那么小的孩子不能这样'),
    ('对 before a denial', '对没错过这趟车的人来说'),
    ('对 before a pronoun', '对你看法不同的人'),
    ('对 before a question', '对这是谁的责任有争议'),
    ('对 before 我们', '对我们就业有影响'),
    ('对 before a possessive', '对其实际情况要了解'),
    ('对 before an age', '对不过三岁的孩子也这样'),
    ('对 before what follows', '对比如下'),
    ('对 as a line of a sentence', '学会\n对\n自己负责'),
    ('对 as a line after a modal', '必须\n对\n客户负责'),
    ('对 as a line after a longer one', '我们每个人都要学会\n对\n自己负责'),
    ('对 as a line before its object', '这件事情的发展过程\n对\n我们影响很大'),
    ('好 as a line of a sentence', '这件衣服\n好\n便宜'),
    ('好 as a predicate on a line', '我觉得这家店的服务态度\n好\n价格也便宜'),
    ('这个 as a subject on a line', '你看\n这个\n就是证据'),
    ('这个 as a choice on a line', '选\n这个\n还是那个'),
    ('这个 as an object on a line', '请给我\n这个\n谢谢'),
    ('这个 after 就是', '我今天想要的就是\n这个\n谢谢你们'),
    ('呢 that asks for a thing', '票呢\n我放在桌上了'),
    ('呢 that asks for money', '钱呢\n在桌上'),
    ('呢 that asks about me', '那我呢\n我也要去'),
    ('呢 that asks for someone', '你妈妈呢\n她在家'),
    ('呢 that asks, before a comma', '票呢，我放在桌上了'),
    ('checked cloth', '格子呢面料'),
    ('啊 in a list', '苹果啊梨啊香蕉啊都有'),
    ('啊 in a list with commas', '苹果啊，梨啊，香蕉啊，都有'),
    ('啊 in a list of this and that', '他要这个啊那个啊，都没有'),
    ('啊 in a list of this and that with commas', '他买了这个啊，那个啊，都买了'),
    ('啊 in a list of lines', '桌子啊\n椅子啊\n柜子啊\n都搬走'),
    ('啊 after an echo', '三十啊\n太贵了'),
    ('啊 after a word alone', '谁啊\n进来坐'),
    ('啊 after a cry', '小心啊\n路上有冰'),
    ('a question with 呢 over a line break', '这到底是怎么\n会变成这样呢\n没人知道'),
    ('a denial with 呢', '车还没到站呢\n先坐一会'),
    ('哎 after a verb of saying', '她就喊哎\n你的伞'),
    ('对 before what was then', '对当时的人来说这很贵'),
    ('对 before whether', '对就是否改期有分歧'),
    ('a cry that is named', '他大喊一声啊\n就跳下去了'),
    ('好啊 in edited prose', '好啊，那我们走吧。'),
    ('对啊 in edited prose', '对啊，我怎么没想到？'),
    ('对啊 as a line', '外面挺贵的\n对啊\n我也没买'),
    ('好诶', '好诶\n放假了'),
    ('a name with 啊', '啊Q正传是鲁迅写的'),
    ('a unit between units', '从 nm 到 um 到 mm'),
    ('a unit of charge', '电池容量以 Ah 为单位'),
    ('a song', '歌名叫 Hmm'),
    ('a word that is said', '他回了我一个 hmm'),
    ('呢 that asks where someone is', '王老师呢\n今天没来上课'),
    ('what goes on with 着', '外面下着雨呢\n等一会再走'),
    ('woollen cloth at the end of a line', '这件用的是羊毛呢\n穿着很暖和'),
    ('对 before a field of study', '对但丁的研究很多'),
    ('对 before a skill', '对听说能力的要求很高'),
    ('对 before those who like', '对就是喜欢水的人来说这里很好'),
    ('对 before what happened then', '对当时发生的事情我一无所知'),
    ('那个呢 asks for that one', '那个呢\n我还没看完'),
    ('真的啊 doubts', '他要走\n真的啊\n我不信'),
    ('a tag that is answered', '手术做过了是吧\n没有做'),
    ('a tag that is answered, and the answer', '头疼是吧\n嗯\n发烧是吧\n没有'),
    ('an answer to a choice', '选对还是选错\n对\n恭喜你'),
    ('an answer to someone', '你就是那个报警的人\n对\n是我报的'),
    ('marks of a test', '答案是错\n对\n错'),
    ('a verb that ends in 对', '这次我们得沉着应对吧\n别慌'),
    ('a unit behind a Chinese number', '厚度一百um左右'),
    ('a model', '用hmm做分词'),
    ('two sounds as words', '英语里面um和uh都是填充词'),
    ('a word in English', "don't say um"),
    ('an adverb', '他啊地叫了一声'),
    ('a sound for half a day', '他呃了半天'),
    ('那X呢 asks', '那第二题呢\n选B'),
    ('a dog', '我家的二哈\n又拆了沙发'),
    ('the sound 嗯, twice', '他嗯了两声'),
    ('the sound 嗯, a while', '他嗯了一下'),
    ('the sound 呃', '她呃了一声'),
    ('总是', '总是吧\n'),
    ('saying 是吧', '我就说是吧\n'),
    ('a noun that ends in 对', '这是我的派对吧\n你们都来'),
    ('the word 啊', '啊字读轻声'),
    ('the word 嗯', '那个嗯字'),
    ('a 嗯 that is counted', '他回了一句嗯'),
]


@pytest.mark.parametrize(('level', 'said', 'meant'), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_it_deletes(level: str, said: str, meant: str) -> None:
    assert cleaned(said, 'fillers', level=level) == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'fillers') == text


@pytest.mark.parametrize('level', ['standard', 'strong'])
@pytest.mark.parametrize('text', [row[1] for row in STAYS_STRONG], ids=[row[0] for row in STAYS_STRONG])
def test_it_leaves_alone_even_at_the_strong_level(text: str, level: str) -> None:
    assert cleaned(text, 'fillers', level=level) == text


def test_another_speakers_answer_stays() -> None:
    text = '这条路通到海边\n对\n我走过'
    said = Transcript.plain(text)._replace(turns=(Turn(0, '甲'), Turn(8, '乙')))
    assert run(said, Settings.of(only=('fillers',)), shipped()).text == text


@pytest.mark.parametrize('asked', ['发烧对吧', '证据呢', '你去年离婚了是吧'])
def test_a_question_at_a_turns_end_stays(asked: str) -> None:
    said = Transcript.plain(f'{asked}\n没有')._replace(turns=(Turn(0, '甲'), Turn(len(asked) + 1, '乙')))
    assert run(said, Settings.of(only=('fillers',)), shipped()).text == f'{asked}\n没有'


def test_a_loop_that_speakers_make_by_turns_is_talk() -> None:
    lines = ['是的嗯', '是的'] * 4
    said = Transcript.plain('\n'.join(lines))
    starts = [sum(map(len, lines[:i])) + i for i in range(len(lines))]
    by_turns = said._replace(turns=tuple(Turn(at, '甲乙'[i % 2]) for i, at in enumerate(starts)))
    assert run(by_turns, Settings.of(only=('fillers',)), shipped()).text.count('是的') == len(lines)


def test_several_sounds_of_one_kind_go_as_one_edit() -> None:
    view = View(Transcript.plain('票嗯嗯呢\n在桌上'), Settings.of(), shipped())
    assert [edit[:2] for edit in fillers.edits(view)] == [(1, 3)]


def test_a_level_deletes_what_the_lower_ones_do() -> None:
    said = '嗯我们走\n对吧\n然后\n天亮了'
    assert [cleaned(said, 'fillers', level=level) for level in ('light', 'standard', 'strong')] == [
        '我们走\n对吧\n然后\n天亮了', '我们走\n然后\n天亮了', '我们走\n天亮了']


def test_the_licence_is_to_delete_fillers_only() -> None:
    view = View(Transcript.plain('嗯，门开了\n呃\n风'), Settings.of(), shipped())
    edit = fillers.edits(view)
    assert all(fillers.allows(one, view) for one in edit)
    first = next(iter(fillers.edits(view)))
    assert not fillers.allows(first._replace(new='哦'), view)
    assert not fillers.allows(first._replace(end=first.end + 1), view)


def test_endless_repetition_is_survived() -> None:
    for unit in ('嗯', '啊', '对吧', '嗯，', '好 ', '我我', '呢', ' '):
        cleaned(unit * 20_000, 'fillers', level='strong')


FRAGMENTS = st.sampled_from([
    '嗯', '呃', '啊', '对吧', '是吧', '好吧', '对', '好', '呢', '这个', '那个', '然后', '就是说', '哦',
    'um', 'uh', 'you know', 'OK',
    '我', '我们', '门开了', '风很大', '为什么', '所以', '还在', '的', '吗',
    ',', ' ', '，', '。', '？', '、', '！', '\n', '\n\n', '“', '”', '：',
])
TEXTS = st.lists(FRAGMENTS, max_size=14).map(''.join)
LEVELS = st.sampled_from(['light', 'standard', 'strong'])


@given(TEXTS, LEVELS)
def test_what_it_deletes_is_within_its_licence_and_settled(text: str, level: str) -> None:
    settings = Settings.of(only=('fillers',), level=level)
    once = run(Transcript.plain(text), settings, shipped())     # raises outside the licence
    assert run(Transcript.plain(once.text), settings, shipped()).text == once.text
    for change in once.changes:
        assert not change.new


@given(st.text(st.sampled_from('山水云石路桥灯窗，。\n ')), LEVELS)
def test_text_without_fillers_keeps_every_byte(text: str, level: str) -> None:
    assert cleaned(text, 'fillers', level=level) == text


PIECES = st.sampled_from(['嗯', '对吧', '呢', '啊', '这个', '门开了', '我们', '风很大', '所以'])
LINES = st.lists(PIECES, min_size=1, max_size=4)


@given(LINES.map(''.join), st.sampled_from('，。'))
def test_a_mark_put_at_the_end_asks_for_nothing_more(line: str, mark: str) -> None:
    settled = cleaned(f'{line}\n窗外下雨', 'fillers')
    assert cleaned(settled.replace('\n', mark), 'fillers') == settled.replace('\n', mark)
