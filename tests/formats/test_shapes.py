"""What readers make of every shape a raw transcript comes in."""
from __future__ import annotations

import pytest
from qinggao import Transcript, clean
from qinggao.library import laid_out, page_text, parsed
from qinggao.settings import Settings


def facts(t: Transcript) -> tuple[str, list[tuple[int, str]], list[tuple[int, int]]]:
    """The words, where turns begin, the times of the cues."""
    return t.source, [(turn.start, turn.speaker) for turn in t.turns], [(cue.begin, cue.finish) for cue in t.cues]


WORDS = '\n\n'.join('\n '.join(line.split()) for line in ('Hello everyone my name is', 'Nell and I run a place', 'for bread') * 3)
TXT = {
    'a segment a line': ('大家好\n再见\n', ('大家好\n再见', [], [])),
    'paragraphs': ('大家好。\n\n再见。', ('大家好。\n\n再见。', [], [])),
    'speakers in brackets': ('[Speaker 1]: 你好\n[Speaker 1]: 请坐\n[Speaker 2]: 好',
                             ('你好\n请坐\n好', [(0, 'Speaker 1'), (6, 'Speaker 2')], [])),
    'speakers before a colon': ('主持人：你好\n林静：好\n主持人：请坐\n林静：谢谢',
                                ('你好\n好\n请坐\n谢谢', [(0, '主持人'), (3, '林静'), (5, '主持人'), (8, '林静')], [])),
    'all lines begin with one of two': ('主持人：你好\n林静：好\n主持人：请坐', ('你好\n好\n请坐', [(0, '主持人'), (3, '林静'), (5, '主持人')], [])),
    'one colon is no speaker': ('他说：你好\n我们走吧\n天黑了', ('他说：你好\n我们走吧\n天黑了', [], [])),
    'changes of speaker': ('>> Hello. >> Hi.\nFine.', ('Hello.\nHi.\nFine.', [(0, ''), (7, '')], [])),
    'an arrow in Chinese words': ('他写了 >> 两个箭头', ('他写了 >> 两个箭头', [], [])),
    'changes of speaker in mid-line': ('>> 你好。 >> 你好，今天讲什么？\n一个小镇上的故事 >> 真的吗 >> 真的',
                                       ('你好。\n你好，今天讲什么？\n一个小镇上的故事\n真的吗\n真的',
                                        [(0, ''), (4, ''), (23, ''), (27, '')], [])),
    'in captions without marks': ('so what >> yeah sure\n>> right', ('so what\nyeah sure\nright', [(8, ''), (18, '')], [])),
    'a sign at the end of its line': ('你好。 >>\n你好', ('你好。\n你好', [(4, '')], [])),
    'arrows that are words': ('so x >> 2\n写 `位 >> 移` 或 a >> b\n>>> 1',
                              ('so x >> 2\n写 `位 >> 移` 或 a >> b\n1', [(30, '')], [])),
    'one word a line': (WORDS, ('\n'.join(['Hello everyone my name is', 'Nell and I run a place', 'for bread'] * 3), [], [])),
    'an SRT left in': ('1\n00:00:01,000 --> 00:00:02,000\n你好\n', ('你好', [], [(1000, 2000)])),
    'a WebVTT left in': ('WEBVTT - 讲座\n\n00:01.000 --> 00:02.000\n<v 林静>你好\n', ('你好', [(0, '林静')], [(1000, 2000)])),
    'WEBVTT as a word': ('WEBVTT\n是一种格式', ('WEBVTT\n是一种格式', [], [])),
    "Whisper's own lines": ('[00:01.000 --> 00:02.500]  你好\n[00:02.500 --> 00:04.000]  再见\n',
                            ('你好\n再见', [], [(1000, 2500), (2500, 4000)])),
    'a blank line after each segment': ('今天说一件事\n\n' * 20, ('\n'.join(['今天说一件事'] * 20), [], [])),
}


@pytest.mark.parametrize(('text', 'wanted'), TXT.values(), ids=TXT)
def test_txt(text: str, wanted: tuple[str, list[tuple[int, str]], list[tuple[int, int]]]) -> None:
    assert facts(parsed(text, 'txt')) == wanted


ROLLING = """WEBVTT
Kind: captions

00:00:00.000 --> 00:00:01.990 align:start position:0%
 \nhello<00:00:00.500><c> big</c><00:00:01.000><c> world</c>

00:00:01.990 --> 00:00:02.000 align:start position:0%
hello big world
 \n
00:00:02.000 --> 00:00:03.000 align:start position:0%
hello big world
bye<00:00:02.500><c> now</c>
"""

def in_cues(*said: str, voices: bool = False) -> str:
    """Cues of a second each, as WebVTT or as SubRip."""
    cues = [f'{"" if voices else f"{n}{chr(10)}"}00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{words}\n'
            for n, words in enumerate(said, 1)]
    return '\n'.join(['WEBVTT\n'] * voices + cues).replace(',', '.' if voices else ',')


TALK = ('主持人：欢迎来到节目', '张老师：谢谢主持人', '主持人：今天讲什么', '张老师：讲茶，\n比如说：岩茶', '好喝')
TURNS = [(0, '主持人'), (7, '张老师'), (13, '主持人'), (19, '张老师')]

SUBTITLES = {
    'names before a Chinese colon': ('srt', in_cues(*TALK), (
        '欢迎来到节目\n谢谢主持人\n今天讲什么\n讲茶，比如说：岩茶\n好喝', TURNS, [(n, n + 1000) for n in range(1000, 6000, 1000)])),
    'of two, in a short file': ('srt', in_cues(*TALK[:3]), (
        '欢迎来到节目\n谢谢主持人\n今天讲什么', TURNS[:3], [(n, n + 1000) for n in range(1000, 4000, 1000)])),
    'and no voices': ('vtt', in_cues(*TALK, voices=True), (
        '欢迎来到节目\n谢谢主持人\n今天讲什么\n讲茶，比如说：岩茶\n好喝', TURNS, [(n, n + 1000) for n in range(1000, 6000, 1000)])),
    'two names in one cue': ('srt', in_cues('- 甲：你好\n- 乙：好', '甲：坐', '乙：谢谢'), (
        '你好\n好\n坐\n谢谢', [(0, '甲'), (3, '乙'), (5, '甲'), (7, '乙')], [(1000, 2000), (2000, 3000), (3000, 4000)])),
    'a name only where he begins': ('srt', in_cues('张老师: 大家好', '今天讲茶', '林静: 好', '- 请', '坐'), (
        '大家好\n今天讲茶\n好\n请\n坐', [(0, '张老师'), (9, '林静'), (11, '')], [(n, n + 1000) for n in range(1000, 6000, 1000)])),
    'changes of speaker in mid-line': ('srt', in_cues('>> 你好。 >> 你好', '那么 >>\n走 >> x >> 1', '张老师: 好。 >> 请'), (
        '你好。\n你好\n那么\n走\nx >> 1\n好。 >> 请', [(0, ''), (4, ''), (10, ''), (12, ''), (19, '张老师')],
        [(1000, 2000), (2000, 3000), (3000, 4000)])),
    'and of entities': ('vtt', in_cues('你好。 &gt;&gt; 你好', voices=True), ('你好。\n你好', [(4, '')], [(1000, 2000)])),
    'and word by word': ('vtt', 'WEBVTT\n\n00:01.000 --> 00:03.000\nhi<00:01.500><c> there</c><00:02.000><c> &gt;&gt;</c><00:02.500><c> yes</c>\n', (
        'hi there\nyes', [(9, '')], [(1000, 1500), (1500, 2000), (2500, 3000)])),
    'a word stamped beyond its cue': ('vtt', 'WEBVTT\n\n00:01.000 --> 00:03.000\nhi<00:00.500><c> there</c><00:09.000><c> you</c>\n', (
        'hi there you', [], [(1000, 1000), (1000, 3000), (3000, 3000)])),
    'a name in a cue of its own': ('srt', in_cues('甲：', '你好', '乙：好', '甲：坐', '乙：谢谢'), (
        '你好\n好\n坐\n谢谢', [(0, '甲'), (3, '乙'), (5, '甲'), (7, '乙')], [(n, n + 1000) for n in range(2000, 6000, 1000)])),
    'one colon is no speaker': ('srt', in_cues('原因：很多', '我们走吧', '结论：没有'), (
        '原因：很多\n我们走吧\n结论：没有', [], [(1000, 2000), (2000, 3000), (3000, 4000)])),
    'nor is what somebody says': ('vtt', in_cues('他说：走', '她说：不', '他说：走', '她说：不', voices=True), (
        '他说：走\n她说：不\n他说：走\n她说：不', [], [(n, n + 1000) for n in range(1000, 5000, 1000)])),
    'nor words beside voices': ('vtt', in_cues('<v 林静>甲：走', '乙：不', '甲：走', '乙：不', voices=True), (
        '甲：走\n乙：不\n甲：走\n乙：不', [(0, '林静')], [(n, n + 1000) for n in range(1000, 5000, 1000)])),
    'wrapped lines are one': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n今天我们\n说一件事\n',
                              ('今天我们说一件事', [], [(1000, 2000)])),
    'two speakers in a cue': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n- 你好\n- 好\n',
                              ('你好\n好', [(0, ''), (3, '')], [(1000, 2000)])),
    'a speaker in a cue of his own': ('vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n- 你好\n\n00:02.000 --> 00:03.000\n好\n',
                                      ('你好\n好', [(0, '')], [(1000, 2000), (2000, 3000)])),
    'another speaker as captions say it': ('vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nso\n&gt;&gt; Hello there\nmy friend\n',
                                           ('so\nHello there my friend', [(3, '')], [(1000, 2000)])),
    'dashes without a space may be minus signs': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n-3 度\n-5 度\n',
                                                  ('-3 度\n-5 度', [], [(1000, 2000)])),
    'a dash behind a name is a word': ('srt', '1\n00:00:01,000 --> 00:00:02,000\nAnna: so\n- no\n',
                                       ('so - no', [(0, 'Anna')], [(1000, 2000)])),
    'formatting is no word': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n<i>你好</i>{\\an8}\n', ('你好', [], [(1000, 2000)])),
    'a blank line inside a cue': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n你好\n\n再见\n\n2\n00:00:03,000 --> 00:00:04,000\n完\n',
                                  ('你好再见\n完', [], [(1000, 2000), (3000, 4000)])),
    'short times': ('srt', '1\n00:00:20.5 --> 00:00:22\n你好\n\n2\n0:22 --> 0:23,25\n完\n', (
        '你好\n完', [], [(20500, 22000), (22000, 23250)])),
    'times as words': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n00:00:05,000 --> 00:00:06,000\n\n2\n00:00:03,000 --> 00:00:04,000\n从 3 --> 4\n', (
        '00:00:05,000 --> 00:00:06,000\n从 3 --> 4', [], [(1000, 2000), (3000, 4000)])),
    'an empty cue': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:03,000 --> 00:00:04,000\n完\n', ('完', [], [(3000, 4000)])),
    'a number as words': ('srt', '1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:03,000 --> 00:00:04,000\n完\n',
                          ('42\n完', [], [(1000, 2000), (3000, 4000)])),
    'cues out of order': ('srt', '2\n00:00:03,000 --> 00:00:04,000\n完\n\n1\n00:00:01,000 --> 00:00:02,000\n你好\n',
                          ('你好\n完', [], [(1000, 2000), (3000, 4000)])),
    'voices and entities': ('vtt', 'WEBVTT\n\nNOTE 不是台词\n\n1\n00:01.000 --> 00:02.000 line:85%\n<v 林静>R&amp;D</v>\n',
                            ('R&D', [(0, '林静')], [(1000, 2000)])),
    'rolling captions word by word': ('vtt', ROLLING, (
        'hello big world\nbye now', [],
        [(0, 500), (500, 1000), (1000, 1990), (2000, 2500), (2500, 3000)])),
}


@pytest.mark.parametrize(('name', 'text', 'wanted'), SUBTITLES.values(), ids=SUBTITLES)
def test_subtitles(name: str, text: str, wanted: tuple[str, list[tuple[int, str]], list[tuple[int, int]]]) -> None:
    assert facts(parsed(text, name)) == wanted


PAGES = {
    'a finished page': '---\ntitle: 稿\n# a comment\n---\n\n### 标题\n\n一段话，*着重* 和 `码`，见 <https://a.b/c_d>。\n\n- 一\n- 二\n',
    'front matter without a field': '---\n---\n\n一段话。\n',
    'a page of nothing else': '---\n---\n',
    'front matter of a blank line': '---\n\n---\n一段话。\n',
    'front matter that ends in blank lines': '---\ntitle: 稿\n\n\n---\n一段话。\n',
    'a rule, not front matter': '---\n\n一段话。\n\n---\n\n又一段。\n',
    'a rule and a heading': '---\n\n# 标题\n',
    'front matter behind a blank line': '---\n\ntitle: 稿\n---\n一段话。\n',
    'escapes as written': '一 \\* 二 \\! 三 &nbsp; 四 &lt; 五 snake_case\n',
    'tables, details, templates': '| a | b |\n|---|---|\n| 1 | 2 |\n\n<details>\n<summary>x</summary>\n\n嗯嗯\n\n</details>\n\n{{ x }}\n',
    'speakers': '**林静**: 你好。\n\n**主持人**: 好。\n',
    'a fence that is never closed': '```\n嗯嗯\n',
}


@pytest.mark.parametrize('text', PAGES.values(), ids=PAGES)
def test_a_page_goes_out_as_it_came(text: str) -> None:
    assert page_text(laid_out(parsed(text, 'md'), 'md', Settings())) == text


def test_raw_speech_on_a_page_is_laid_out() -> None:
    text = '---\ntitle: 稿\n---\n大家好\n今天说一件事\n这件事很小\n说完就走\n'
    page = page_text(laid_out(parsed(text, 'md'), 'md', Settings()))
    assert page == '---\ntitle: 稿\n---\n大家好今天说一件事这件事很小说完就走\n'


def test_a_field_set_by_hand_is_all_that_empty_front_matter_gets() -> None:
    page = parsed('---\n---\n一段话。\n', 'md')
    page = page._replace(meta={**page.meta, 'set': {'title': '稿'}})
    assert page_text(laid_out(page, 'md', Settings())) == '---\ntitle: 稿\n---\n一段话。\n'


def test_a_page_that_begins_with_a_rule_has_no_front_matter() -> None:
    page = parsed('---\n\n一段话。\n\n---\n', 'md')
    assert page.meta['front_matter'] is None
    assert '一段话。' in page.source


DASHED = {
    'another speaker in a cue of his own': '1\n00:00:01,000 --> 00:00:02,000\n- 你好\n\n2\n00:00:02,000 --> 00:00:03,000\n- 好\n\n',
    'two in one cue, and its times': '1\n00:00:01,000 --> 00:00:02,000\n- 你去哪儿？\n- 江边\n\n',
    'one who goes on, then another': '1\n00:00:01,000 --> 00:00:02,000\n去江边\n- 好\n\n',
    'minus signs': '1\n00:00:01,000 --> 00:00:02,000\n-3 度\n-5 度\n\n',
    'words that only look so': '1\n00:00:01,000 --> 00:00:02,000\n\u2060- 你好\n\n',
    'words behind a dash that look so': '1\n00:00:01,000 --> 00:00:02,000\n- - 你好\n\n',
    'a named one who goes on': '1\n00:00:01,000 --> 00:00:02,000\nAnna: Hi\n\n2\n00:00:02,000 --> 00:00:03,000\nAnna: Hello\n\n',
    'one nobody names behind a named one': '1\n00:00:01,000 --> 00:00:02,000\nAnna: Hi\n\n2\n00:00:02,000 --> 00:00:03,000\n- Hello\n\n',
}


@pytest.mark.parametrize('text', DASHED.values(), ids=DASHED)
def test_a_speaker_nobody_names_is_written_as_read(text: str) -> None:
    assert page_text(laid_out(parsed(text, 'srt'), 'srt', Settings())) == text
    page = page_text(laid_out(parsed(text, 'srt'), 'vtt', Settings()))
    assert page_text(laid_out(parsed(page, 'vtt'), 'srt', Settings())) == text


def test_a_dash_stands_before_the_first_words_that_are_left() -> None:
    page = clean(parsed(in_cues('林静: 我们走吧。', '- [Music]', '好的，我来了。'), 'srt'))
    assert page_text(laid_out(page, 'srt', Settings())).split('\n')[6:7] == ['- 好的，我来了']


def test_changes_of_speaker_in_captions_become_dashes() -> None:
    captions = """WEBVTT

00:00:00.000 --> 00:00:02.000
did<00:00:00.500><c> you</c>

00:00:02.000 --> 00:00:04.000
&gt;&gt; yeah<00:00:03.000><c> sure</c>
"""
    page = page_text(laid_out(parsed(captions, 'vtt'), 'srt', Settings()))
    assert page.split('\n')[2:7:4] == ['did you', '- yeah sure']


def test_lists_tables_and_code_of_a_page_keep_their_lines_in_txt() -> None:
    page = '# 一\n\n- 甲\n- 乙\n\n| 表 | 头 |\n|---|---|\n| 1 | 2 |\n\n```py\nx = 1\ny = 2\nz = 3\n```\n'
    assert page_text(laid_out(clean(parsed(page, 'md')), 'txt', Settings())) == page
