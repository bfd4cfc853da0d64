"""What nobody said: loops, credits, [Music], bleeps. And what only looks like them."""
from __future__ import annotations

import time

import pytest
import qinggao
from hypothesis import given, settings
from hypothesis import strategies as st
from qinggao import loops
from qinggao.edits import Edit, Revision
from qinggao.pipeline import run
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.stages import boilerplate
from qinggao.transcript import Cue, Transcript, Turn
from qinggao.view import View

from .table import cleaned

SENTENCE = 'I told them the ferry would not wait for anyone. '
CREDIT = '请不吝点赞 订阅 转发 打赏支持明镜与点点栏目'
PIECES = ['渡', '口', '灯塔', 'no', ' ', '\n', '，', '[音乐]', '(Music)', '♪', f'\n{CREDIT}\n', '哈', '[ __ ]']

LOOPS = [
    ('one syllable', '嗯嗯嗯嗯嗯嗯嗯嗯嗯涨潮了', '嗯涨潮了'),
    ('one syllable with marks', '对，对，对，对，对，对。走吧', '对。走吧'),
    ('a word', '是的是的是的是的是的走吧', '是的走吧'),
    ('a word a line', '快走\n快走\n快走\n快走\n快走\n船开了', '快走\n船开了'),
    ('four characters five times', '船要开了船要开了船要开了船要开了船要开了', '船要开了'),
    ('a sentence of ten characters three times', '渡口的灯今天晚上不亮，' * 3 + '别等', '渡口的灯今天晚上不亮，别等'),
    ('a line three times', '灯塔下面\n没有人了\n没有人了\n没有人了\n走吧', '灯塔下面\n没有人了\n走吧'),
    ('a line at the start and to the end', '没有人了\n没有人了\n没有人了', '没有人了'),
    ('a line three times with blank lines between', '没有人了\n\n没有人了\n\n没有人了\n\n走吧', '没有人了\n\n走吧'),
    ('two lines by turns', '潮水来了\n潮水走了\n' * 3 + '好', '潮水来了\n潮水走了\n好'),
    ('two syllables beside Latin', '用Go用Go用Go用Go用Go写', '用Go写'),
    ('an English sentence', SENTENCE * 4 + 'So we ran.', SENTENCE + 'So we ran.'),
    ('an English word, not its beginning', 'no no no no no no nothing', 'no nothing'),
    ('an English word, not an end before it', 'casino no no no no no no.', 'casino no.'),
    ('a long unit', ('渡船每天早上六点从北岸出发到南岸去接人' * 3) + '。', '渡船每天早上六点从北岸出发到南岸去接人。'),
    ('a loop made of loops', ('对' * 8 + '走吧') * 6, '对走吧'),
    ('thanks', '谢谢谢谢谢谢', '谢谢'),
    ('a word of two equal characters', '爷爷爷爷爷爷快来', '爷爷快来'),
    ('a word of two equal characters, half of it once more', '妈妈妈妈妈妈妈', '妈妈'),
    ('a name of two equal characters', '宝宝宝宝宝宝', '宝宝'),
    ('half a unit at the end stays', '灯塔下面没有灯塔下面没有灯塔下面没有灯塔下面没有灯塔下', '灯塔下面没有灯塔下'),
]

CREDITS = [
    ('a line', f'潮水退了\n{CREDIT}\n明天再来', '潮水退了\n明天再来'),
    ('a line in Traditional', '潮水退了\n請不吝點贊訂閱轉發打賞支持明鏡與點點欄目\n', '潮水退了\n'),
    ('a paragraph leaves one blank line', f'潮水退了\n\n{CREDIT}\n\n明天再来', '潮水退了\n\n明天再来'),
    ('the last line', '潮水退了\n字幕由Amara.org社区提供', '潮水退了'),
    ('the last paragraph', '潮水退了\n\n字幕由Amara.org社区提供\n', '潮水退了\n'),
    ('all there is', CREDIT, ''),
    ('the end of a text on one line', f'潮水退了。 {CREDIT}', '潮水退了。'),
    ('the end of a text without a break', f'潮水退了我们下次再见{CREDIT}', '潮水退了我们下次再见'),
    ('the start of a text', f'{CREDIT}。 潮水退了', '潮水退了'),
    ('over several lines', '潮水退了\n请不吝点赞\n订阅\n转发\n打赏支持明镜与点点栏目', '潮水退了'),
    ('in English, in any case', 'The tide is out.\nsubtitles by the amara.org community\n', 'The tide is out.\n'),
    ('with a name', '潮水退了\n中文字幕志愿者 江一渡\n明天再来', '潮水退了\n明天再来'),
]

MARKS = [
    ('alone on a line', '潮水退了\n[音乐]\n明天再来', '潮水退了\n明天再来'),
    ('alone in a paragraph', '潮水退了\n\n[Music]\n\n明天再来', '潮水退了\n\n明天再来'),
    ('two on a line', '[Music] [Applause]\nThe tide is out.', 'The tide is out.'),
    ('two lines to the end', '潮水退了\n[掌声]\n[音乐]', '潮水退了'),
    ('between words', 'The tide [Music] is out.', 'The tide is out.'),
    ('between Han', '潮水[音樂]退了', '潮水退了'),
    ('at a line end', 'The tide is out [applause]\nGood.', 'The tide is out\nGood.'),
    ('in round brackets behind a sentence', '潮水退了。（掌声）谢谢', '潮水退了。谢谢'),
    ('in round brackets at a line', '(Music)\nThe tide is out.', 'The tide is out.'),
    ('notes around a song', '♪ row the boat ♪', 'row the boat'),
    ('notes in brackets', '[♪♪♪]\nThe tide is out.', 'The tide is out.'),
    ('a loop around a mark', '嗯嗯嗯[音乐]嗯嗯嗯', '嗯'),
    ('a bleep in English', 'What the [ __ ] was that?', 'What the … was that?'),
    ('a bleep beside Han', '这个[__]锚又卡住了', '这个……锚又卡住了'),
]

STAYS = [
    ('laughter', '他哈哈哈哈哈哈哈哈地笑，呵呵呵呵呵呵呵'),
    ('a rhetorical triple', '加油加油加油，不不不，走走走走'),
    ('a short line twice, and thrice', '没有人了\n没有人了\n好\n举手\n举手\n举手\n好'),
    ('a cheer', '中国加油中国加油中国加油中国加油'),
    ('noises', '咔咔咔咔咔咔地响，哗哗哗哗哗哗地流，突突突突突突地开，哇哇哇哇哇哇地哭，咕咕咕咕咕咕地叫'),
    ('digits', '000000000 一一一一一一一 10 10 10 10 10 10 10'),
    ('rules and leaders', '--------\n========\n…………\n＝＝＝＝＝＝＝＝'),
    ('a lengthened word', 'hmmmmmmmmm, sooooooo good'),
    ('syllables inside words', 'banananananananana'),
    ('a table row', '| 是 | 是 | 是 | 是 | 是 | 是 | 是 |'),
    ('tags of HTML', '<br><br><br><br><br><br><br>'),
    ('a list', '- 无\n- 无\n- 无\n- 无\n- 无\n- 无\n'),
    ('an English triple', 'Location, location, location. Very, very, very, very cold.'),
    ('a credit that is spoken of', '我们的字幕由Amara.org社区提供一部分'),
    ('a line that only begins like an opening', '字幕志愿者里有一位退休的船长'),
    ('what hosts do say', '潮水退了\n谢谢观看\n谢谢大家\nThanks for watching!'),
    ('a gloss in round brackets', '选修艺术（音乐）和体育，the arts (music) and sports'),
    ('a link', '[Music](https://example.org) and [Music][1]'),
    ('other brackets', '[note] (AI) [ ] 【音乐】 [x]'),
    ('a mark that parts two words', 'so[Music]now'),
    ('a laugh, at the standard level', '我把盐当成糖[笑声]全倒了'),
]


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in LOOPS], ids=[row[0] for row in LOOPS])
def test_one_copy_of_a_loop_stays(said: str, meant: str) -> None:
    assert cleaned(said, 'boilerplate') == meant


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in CREDITS], ids=[row[0] for row in CREDITS])
def test_credits_go(said: str, meant: str) -> None:
    assert cleaned(said, 'boilerplate') == meant


@pytest.mark.parametrize(('said', 'meant'), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_marks_go(said: str, meant: str) -> None:
    assert cleaned(said, 'boilerplate') == meant


@pytest.mark.parametrize('text', [row[1] for row in STAYS], ids=[row[0] for row in STAYS])
def test_it_leaves_alone(text: str) -> None:
    assert cleaned(text, 'boilerplate') == text


@pytest.mark.parametrize(('level', 'meant'), [
    ('light', '潮水[音乐]退了[笑声]嗯'), ('standard', '潮水退了[笑声]嗯'), ('strong', '潮水退了嗯')])
def test_the_level_decides_on_marks(level: str, meant: str) -> None:
    assert cleaned('潮水[音乐]退了[笑声]嗯嗯嗯嗯嗯嗯嗯', 'boilerplate', level=level) == meant


LICENCE = [
    ('two copies of what stands before', '船船船', (1, 3), 'loop', True),
    ('with the marks between them', '对，对，对。', (1, 5), 'loop', True),
    ('one copy is no loop', '船船', (1, 2), 'loop', False),
    ('not the first copy', '嗯船船船', (1, 4), 'loop', False),
    ('nothing beside the copies', '船船船好', (1, 4), 'loop', False),
    ('no laughter', '哈哈哈哈哈哈哈', (1, 7), 'loop', False),
    ('a credit with its line and marks', f'潮水\n{CREDIT}。\n', (2, 5 + len(CREDIT)), 'credit-mingjing', True),
    ('no word beside a credit', f'潮水\n{CREDIT}', (1, 3 + len(CREDIT)), 'credit-mingjing', False),
    ("not another rule's credit", f'潮水\n{CREDIT}', (2, 3 + len(CREDIT)), 'credit-amara', False),
    ('two credits in a row', f'谢谢观看。{CREDIT}', (0, 5 + len(CREDIT)), 'thanks', True),
    ('an opening and a name', '潮水\n字幕志愿者 江一渡', (2, 12), 'credit-volunteers', True),
    ('an opening and a sentence', '字幕志愿者里有一位退休的船长他每天打两个小时', (0, 22), 'credit-volunteers', False),
    ('an opening, not the line after it', '字幕志愿者 江一渡\n潮水', (0, 11), 'credit-volunteers', False),
    ('marks and the dash beside them', '- [音乐] [掌声]\n', (0, 12), 'applause', True),
    ("not another rule's mark", '[音乐]', (0, 4), 'applause', False),
    ('no word beside a mark', '潮[音乐]', (0, 5), 'music', False),
    ('no other bracket beside a mark', '[x][音乐]', (0, 7), 'music', False),
    ('a mark of a higher level', '[笑声]', (0, 4), 'laughter', False),
    ('a loop by the rule of a mark', '船船船', (1, 3), 'music', False),
    ('no rule at all', '船船船', (1, 3), 'none', False),
]


@pytest.mark.parametrize(('text', 'span', 'rule', 'may'), [row[1:] for row in LICENCE], ids=[row[0] for row in LICENCE])
def test_the_licence(text: str, span: tuple[int, int], rule: str, may: bool) -> None:
    view = View(Transcript.plain(text), Settings(), shipped())
    assert boilerplate.allows(Edit(*span, '', f'boilerplate/{rule}'), view) is may
    assert not boilerplate.allows(Edit(*span, '船', f'boilerplate/{rule}'), view)


def test_what_may_be_meant_is_reported() -> None:
    done = run(Transcript.plain('潮水退了\n谢谢观看'), Settings(only=('boilerplate',)), shipped())
    assert [edit.rule for edit in done.passes[0].advised] == ['boilerplate/thanks']


def test_two_speakers_who_agree_are_no_loop() -> None:
    text = '对\n' * 8
    turns = tuple(Turn(at, 'AB'[at // 2 % 2]) for at in range(0, len(text), 2))
    assert run(Transcript.plain(text)._replace(turns=turns), Settings(only=('boilerplate',)), shipped()).text == text


@given(st.text('渡口灯塔船', min_size=1, max_size=40), st.integers(3, 9))
def test_every_period_is_found(unit: str, copies: int) -> None:
    """Four different characters in front make the unit as long as it looks."""
    unit = '甲乙丙丁' + unit
    copies += len(unit) < 10
    for text, mark in ((unit * copies, ''), ((unit + '，') * copies, '，'), ((unit + '\n') * copies, '\n')):
        assert len(cleaned(f'雾来了。{text}雾散了。', 'boilerplate')) <= 8 + len(unit) + len(mark)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.integers(1, 8), st.text('渡口 \n', max_size=4))
def test_it_settles_and_makes_no_blank_line(parts: list[str], times: int, tail: str) -> None:
    text = ''.join(parts) * times + tail
    result = cleaned(text, 'boilerplate')
    assert '\n\n' in text or '\n \n' in text or '\n\n' not in result


@pytest.mark.parametrize('text', [
    '嗯' * 400_000, '-' * 400_000, '渡口' * 200_000, '没有人了\n' * 80_000, '渡口的灯不亮了，船' * 40_000,
    '渡a' * 3 + ' ' * 400_000, '\n' * 400_000, '[音乐]' * 80_000, ('渡口灯塔' * 3 + '船') * 30_000,
], ids=['one syllable', 'a rule', 'a word', 'lines', 'clauses', 'spaces', 'line ends', 'marks', 'near loops'])
def test_long_loops_take_no_longer(text: str) -> None:
    begun = time.perf_counter()
    list(loops.surplus(text, frozenset()))
    assert time.perf_counter() - begun < 2


def test_of_a_loop_of_lines_a_line_stays_with_its_own_time() -> None:
    """The line before ends in the same letter: a copy that began there would tear the line in two."""
    lines = ['潮水来了', *['没有人了'] * 6, '船走']
    text = '\n'.join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    cues = tuple(Cue(start, start + len(line), n * 1000, n * 1000 + 900) for n, (start, line) in enumerate(zip(starts, lines)))
    t = qinggao.clean(Transcript(Revision(text), cues), only=['boilerplate'])
    at = t.text.index('没有')
    assert (t.text, t.time_of(at, at + 4)) == ('潮水来了\n没有人了\n船走', (1000, 1900))


def test_a_loop_over_clear_speech_is_only_advised() -> None:
    """A recording was heard, and the guard that has its sound had no doubt: a refrain, a drill."""
    text = '\n'.join(['没有人了'] * 6)
    heard = tuple(Cue(n * 5, n * 5 + 4, n * 1000, n * 1000 + 900, .9) for n in range(6))
    for cues, stays in ((heard, True), (tuple(cue._replace(doubt='loop') for cue in heard), False)):
        t = qinggao.clean(Transcript(Revision(text), cues, meta={'format': 'audio'}), only=['boilerplate'])
        assert (t.text == text) is stays
        assert bool(t.passes[0].advised) is stays
