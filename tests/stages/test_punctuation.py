"""Punctuation: where marks go and, above all, where nothing changes."""
from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from qinggao.edits import Edit
from qinggao.errors import UsageError
from qinggao.pipeline import run
from qinggao.rulebook.rule import Rule
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import punctuation
from qinggao.stages.punctuation.clauses import Clauses
from qinggao.transcript import Cue, Transcript, Turn
from qinggao.view import View

from .table import cleaned

CHANGES = [
    ('a connective opens the next line',
     '这台机器我修了三天\n但是它还是不转', '这台机器我修了三天，\n但是它还是不转。'),
    ('所以 begins a sentence once some clauses were said',
     '去年我们村修了路\n路灯也装上了\n晚上走路方便多了\n所以大家都愿意出来散步',
     '去年我们村修了路，\n路灯也装上了，\n晚上走路方便多了。\n所以大家都愿意出来散步。'),
    ('吗 asks', '你昨天去过那家银行吗\n我没有去', '你昨天去过那家银行吗？\n我没有去。'),
    ('呢 asks where a question word stands before it',
     '我们为什么要把窗户关上呢\n因为外面的风太大了', '我们为什么要把窗户关上呢？\n因为外面的风太大了。'),
    ('呢 without a question word is a topic', '我妈妈呢\n她一辈子都住在海边', '我妈妈呢，\n她一辈子都住在海边。'),
    ('a last line that asks', '锅里的水都烧干了\n你到底在想什么呢', '锅里的水都烧干了。\n你到底在想什么呢？'),
    ('an adverbial ends no sentence',
     '我第一次进厂的时候\n我们主任就站在门口等着', '我第一次进厂的时候，\n我们主任就站在门口等着。'),
    ('a condition waits for its main clause',
     '如果明天下雨\n我们就改到室内去拍', '如果明天下雨，\n我们就改到室内去拍。'),
    ('what is announced runs on', '这家店的老板是一个\n从北方来的年轻人', '这家店的老板是一个\n从北方来的年轻人。'),
    ('a line that begins with 和 runs on', '他带了两个苹果\n和一把旧雨伞', '他带了两个苹果\n和一把旧雨伞。'),
    ('a space between Han is a breath', '我们先把面和好 然后放在一边醒二十分钟\n再来切菜',
     '我们先把面和好，然后放在一边醒二十分钟，\n再来切菜。'),
    ('an empty line where filler stood', '今天的菜很新鲜\n\n但是价格有点贵', '今天的菜很新鲜，\n\n但是价格有点贵。'),
    ('spaces at a line end stay behind the mark',
     '今天的菜很新鲜 \n但是价格有点贵', '今天的菜很新鲜， \n但是价格有点贵。'),
    ('connectives in a line that nobody broke',
     '我小时候住在山里每天要走一个钟头才到学校但是那时候一点都不觉得累因为路上有很多同学可以一起走',
     '我小时候住在山里每天要走一个钟头才到学校，但是那时候一点都不觉得累，因为路上有很多同学可以一起走。'),
    ('吗 in a line that nobody broke',
     '你们还记得前年那场下了整整一个星期的大雪吗那几天整个镇子的电都停了大家只能围着炉子说话',
     '你们还记得前年那场下了整整一个星期的大雪吗？那几天整个镇子的电都停了大家只能围着炉子说话。'),
    ('lines without marks among a few that have them',
     '我在这条街住了二十年\n隔壁的面馆换了三个老板，现在这个最年轻\n他做的汤特别好喝\n所以我常常去',
     '我在这条街住了二十年，\n隔壁的面馆换了三个老板，现在这个最年轻，\n他做的汤特别好喝。\n所以我常常去。'),
    ('a Chinese line before a line of English words', '我最喜欢的一句话是这样说的吗\nthe early bird catches the worm',
     '我最喜欢的一句话是这样说的吗？\nthe early bird catches the worm'),
    ('doubled question marks', '你说这件事情怪不怪？？我觉得很怪。', '你说这件事情怪不怪？我觉得很怪。'),
    ('doubled stops', '他走了。。大家也散了。', '他走了。大家也散了。'),
    ('stops with spaces between', '他走了。 。 。大家也散了。', '他走了。大家也散了。'),
    ('a comma before a stop', '他走了，。大家也散了。', '他走了。大家也散了。'),
    ('a stop before a comma where the sentence goes on',
     '吃完晚饭以后。，我们去河边走了一圈。', '吃完晚饭以后，我们去河边走了一圈。'),
    ('a stop before a comma where a new one begins',
     '她把钥匙交给了邻居，自己坐上了火车，一个人去了南方。，首先她要找一间房子。',
     '她把钥匙交给了邻居，自己坐上了火车，一个人去了南方。首先她要找一间房子。'),
    ('a question mark before a comma', '谁来开门？，我来。', '谁来开门？我来。'),
    ('three exclamation marks', '太好了！！！我们赢了。', '太好了！我们赢了。'),
    ('doubled list marks', '桌上有苹果、、梨、、、橘子。', '桌上有苹果、梨、橘子。'),
    ('an ASCII comma beside a full-width one', '我们先看天气,，再决定去不去。', '我们先看天气，再决定去不去。'),
    ('a mark that opens a line', '，大家早上好，我们开始吧。', '大家早上好，我们开始吧。'),
    ('ASCII marks between Han', '天冷了,你多穿点!冷不冷?', '天冷了，你多穿点！冷不冷？'),
    ('an ASCII mark and a space between Han', '天冷了, 你多穿点。', '天冷了，你多穿点。'),
    ('an ASCII mark between a Latin word and Han', '这个要用Python,不要用别的。', '这个要用Python，不要用别的。'),
    ('an ASCII stop at the end of a clause', '天冷了. 你多穿点.', '天冷了。你多穿点。'),
    ('an ASCII colon between Han', '医生只说了一句话:多喝水。', '医生只说了一句话：多喝水。'),
    ('dots between Han', '我想想...好像是周三。', '我想想……好像是周三。'),
]

STAYS = [
    ('an English transcript', 'so today we are going to talk\nabout how bread is made\nand why it rises'),
    ('an English transcript with marks', 'Wait... what?? I paid 3.50, not 1,000; see a:b.'),
    ('English with curly quotes', '“Fine”, she said – “really”; then she left.'),
    ('punctuated prose', '外面下着雨，街上没有人。他把伞收起来，走进了那家小店，要了一碗面。'),
    ('punctuated prose broken into short lines',
     '外面下着雨，街上\n没有人。他把伞收\n起来，走进了那家\n小店，要了一碗面。'),
    ('punctuated prose with a long clause',
     '外面下着雨，他把那把用了十几年一直舍不得扔掉的旧雨伞收起来但是没有进店。他走了。'),
    ('a title', '我的第一台相机'),
    ('decimals, thousands and times', '气温是3.14度，一共1,000人，10:30开始，比分3:2，见第1.2节。'),
    ('numbers that a recogniser took apart', '今年增长了5. 2 %，去年是4. 8 %。'),
    ('a URL', '请看 https://example.com/a,b?x=1;y=2 这一页，谢谢。'),
    ('a query behind Han in a URL', '打开 example.com/搜索?q=1 看看，谢谢。'),
    ('an abbreviation', '他在U.S.工作过三年，后来去了别的地方。'),
    ('a dotted name', '他说的是安娜.李，不是别人。'),
    ('a gloss with an ASCII colon', '这叫**闭包**（Closure: 带着环境的函数），很常用。'),
    ('a gloss the other way round', '这叫Closure（闭包: 带着环境的函数），很常用。'),
    ('a speaker label', '主持人: 大家好，欢迎来到今天的节目。\n来宾: 谢谢邀请，很高兴来到这里。'),
    ('dashes, an ellipsis and quotes', '他说：“等等……我想想——好像是周三。”'),
    ('a question mark with an exclamation mark', '你说什么？！他走了？！'),
    ('an exclamation mark with a question mark', '你说什么！？他走了！？'),
    ('spaces in punctuated text', '他今年三十岁 ，住在南方 ，养了两只猫。'),
    ('words parted by spaces', '我 们 去 看 海'),
    ('nothing', ''),
    ('only blank lines', '\n\n \n'),
    ('only marks of a list', '- \n* \n'),
]


@pytest.mark.parametrize(('said', 'meant'), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_changes(said: str, meant: str) -> None:
    assert cleaned(said, 'marks', 'punctuation') == meant


@pytest.mark.parametrize('text', [case[1] for case in STAYS], ids=[case[0] for case in STAYS])
def test_stays(text: str) -> None:
    assert cleaned(text, 'marks', 'punctuation') == text


def _run(transcript: Transcript) -> Transcript:
    return run(transcript, Settings.of(only=('punctuation',)), shipped())


def _timed(gap: int) -> Transcript:
    """Two lines, so many milliseconds apart."""
    return Transcript.plain('他把车停在路边\n打开了后面的门')._replace(
        cues=(Cue(0, 7, 0, 1500), Cue(8, 15, 1500 + gap, 3000 + gap)))


def test_a_long_pause_ends_a_sentence() -> None:
    assert [_run(_timed(gap)).text[7] for gap in (0, 2000)] == ['，', '。']


@pytest.mark.parametrize(('said', 'meant'), [
    ('头一年什么都收不到\n对吧很多人就放弃了', '头一年什么都收不到，\n很多人就放弃了。'),
    ('头一年什么都收不到\n很多人就放弃了', '头一年什么都收不到\n很多人就放弃了。'),
], ids=['a tag was there', 'nothing was'])
def test_a_clause_ends_where_a_tag_was_cut(said: str, meant: str) -> None:
    assert cleaned(said, 'fillers', 'punctuation') == meant


def test_a_change_of_speaker_ends_a_sentence() -> None:
    said = Transcript.plain('我先说一个\n我来说吧')._replace(turns=(Turn(0, '甲'), Turn(6, '乙')))
    assert _run(said).text == '我先说一个。\n我来说吧。'


def test_every_edit_is_signed() -> None:
    said = Transcript.plain('天冷了,,你多穿点\n但是别穿那件旧的 那件太薄了\n好吗')
    rules = {edit.rule for edit in _run(said).passes[0].done}
    assert rules == {f'punctuation/{name}' for name in ('full-width', 'comma', 'pause', 'stop', 'question')}


@pytest.mark.parametrize('edit', [Edit(0, 1, '', 'x'), Edit(1, 1, '吧', 'x'), Edit(2, 3, '', 'x'),
                                  Edit(3, 3, '1', 'x')])
def test_the_licence_covers_no_letter_digit_or_line_break(edit: Edit) -> None:
    view = View(Transcript.plain('好的\n走'), Settings(), shipped())
    assert not punctuation.allows(edit, view)


@pytest.mark.parametrize('values', [{'kind': 'mark-afer', 'words': ('了',)}, {'kind': 'stop-after', 'words': ('了',)},
                                    {'kind': 'stop-after', 'words': ('了',), 'weight': 'much'}])
def test_a_rule_that_cannot_be_weighed_is_refused(values: dict[str, str | tuple[str, ...]]) -> None:
    with pytest.raises(UsageError):
        Clauses([Rule('punctuation', 'mine', dict(values), 'mine.yaml', 3)])


WORDS = ['我们', '他说', '今天', '这个', '问题', '的', '了', '吗', '呢', '吧', '是', '在', '和', '一个', '因为', '但是',
          '所以', '如果', '然后', '的时候', '的话', '什么', '为什么', '知道', '不过', '而是', '对', '好', '去', '北京',
          '三点', '很好']
PIECES = [*WORDS, 'GPT', 'open the door and go', '3.5', '%', ' ', ' ', '\n', '\n', '\n', '\n\n', ',', '.', '?', '!',
          ':', ';', '，', '。', '？', '！', '、', '：', '；', '……', '...', '“', '”', '（', '）', '*', '-', '[', ']']
speech = st.lists(st.sampled_from(PIECES), max_size=120).map(''.join)


@given(speech | st.text(max_size=60))
def test_only_marks_and_spaces_change_and_a_second_run_asks_for_nothing(text: str) -> None:
    once = _run(Transcript.plain(text)).text
    assert [ch for ch in once if ch.isalnum() or ch == '\n'] == [ch for ch in text if ch.isalnum() or ch == '\n']
    assert _run(Transcript.plain(once)).text == once


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(''.join), min_size=30, max_size=60))
def test_a_restored_text_is_left_alone_when_its_lines_are_joined(lines: list[str]) -> None:
    once = _run(Transcript.plain('\n'.join(lines))).text.replace('\n', '')
    assume(all(len(stretch) < punctuation.BARE for stretch in re.split('[，。？]', once)))  # nobody speaks like that
    assert _run(Transcript.plain(once)).text == once
