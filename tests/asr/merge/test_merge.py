"""Which reading holds, what is written, and what never is."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from qinggao import FileError, clean, ledger, redo, undo
from qinggao.asr.merge import as_jsonl, as_markdown, merge
from qinggao.rulebook.shipped import shipped
from qinggao.stages import reason

from .talk import Said, heard, merged, raw

SURE, LIKELY, UNSURE = .95, .7, .3

CHANGES: list[tuple[str, str, tuple[Said, ...], str]] = [
    ('a word heard surely', '我们坐船去北岛', (('我们坐船去南岛', SURE),), '我们坐船去南岛'),
    ('marks between the letters stay', '水很冷，风也大。', (('水很烫锋也大', SURE),), '水很烫，锋也大。'),
    ('more letters than stood there', '他买了三个苹果就回家', (('他买了三个黄香梨就回家', SURE),), '他买了三个黄香梨就回家'),
    ('in the script of the old text', '我們坐船去北島', (('我们坐车去北岛', SURE),), '我們坐車去北島'),
    ('in Simplified where that was written', '我们坐船去北岛', (('我們坐車去北島', SURE),), '我们坐车去北岛'),
    ('a known mishearing, however unsure', '这个位置先指营再说', (('这个位置先止盈再说', UNSURE),), '这个位置先止盈再说'),
    ('a missing sentence gets a line', '春天来了\n花都开了', (('春天来了', SURE), ('我们上山去看', SURE), ('花都开了', SURE)),
     '春天来了\n我们上山去看\n花都开了'),
    ('a missing sentence behind a mark', '春天来了。花都开了。', (('春天来了我们上山去看，花都开了', SURE),),
     '春天来了。我们上山去看，花都开了。'),
    ('a missing sentence at the end', '春天来了', (('春天来了', SURE), ('我们上山去看', SURE)), '春天来了我们上山去看'),
    ('a missing sentence at the beginning', '春天来了\n花都开了', (('我们上山去看', SURE), ('春天来了', SURE), ('花都开了', SURE)),
     '我们上山去看\n春天来了\n花都开了'),
    ('a stock credit that was not heard', '春天来了\n花都开了\n请不吝点赞订阅转发打赏支持明镜与点点栏目', (('春天来了', SURE), ('花都开了', SURE)),
     '春天来了\n花都开了'),
    ('a whole Latin word', 'we sail to the north island today', (('We sail to the south island today', SURE),),
     'we sail to the south island today'),
]

STAYS: list[tuple[str, str, tuple[Said, ...], str]] = [
    ('a word that is not sure', '我们坐船去北岛', (('我们坐船去南岛', LIKELY),), 'raw-unsure'),
    ('what is doubtful', '我们坐船去北岛', (('我们坐船去南岛', SURE, 'loop'),), 'raw'),
    ('a filler that an editor cut', '我们坐船去北岛', (('嗯我们坐船去北岛', SURE),), 'idle'),
    ('a filler that was not heard', '嗯，我们坐船去北岛', (('我们坐船去北岛', SURE),), 'idle'),
    ('a word said twice', '我们坐船去北岛', (('我们我们坐船去北岛', SURE),), 'idle'),
    ('what only looks different', '她说的都是真的', (('他说的都是真的', SURE),), 'raw'),
    ('a mishearing that was heard again', '这个位置先止盈再说', (('这个位置先指营再说', SURE),), 'raw'),
    ('words nobody heard', '春天来了花都开了我们上山', (('春天来了我们上山', SURE),), 'raw-unsure'),
    ('a few words that are missing', '我们坐船去北岛', (('我们坐船就去北岛', SURE),), 'raw-unsure'),
    ('a credit that was heard', '春天来了\n花都开了', (('春天来了', SURE), ('花都开了', SURE), ('请不吝点赞订阅转发打赏支持明镜与点点栏目', SURE)), 'raw'),
    ('more letters over a line end', '我们坐船去北\n岛看日出，风很大', (('我们坐船去南边的山看日出风很大', SURE),), 'raw-unsure'),
    ('an address', '请看www.example.com这一页，里面有地图', (('请看www.examples.com这一页里面有地图', SURE),), 'raw-unsure'),
    ('one reading far longer', '他们的船走了', (('他们的朋友昨天晚上和大家走了', SURE),), 'raw-unsure'),
]

SAME = [
    ('script, width and case', '《軟體》用ＡＩ，很好', '软体用ai很好'),
    ('figures and words', '一共二十五个人，二零二四年', '一共25个人2024年'),
    ('spaces and lines', 'Open AI\n发布了，新模型', 'OpenAI发布了新模型'),
]


@pytest.mark.parametrize(('old', 'said', 'new'), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_the_surer_reading_is_written(old: str, said: tuple[Said, ...], new: str) -> None:
    found = merged(old, *said)
    assert found.transcript.text == new
    assert [one.verdict for one in found.disagreements] == ['heard'] * len(found.disagreements)
    assert undo(found.transcript.text, found.transcript.changes) == raw(old).source
    assert redo(raw(old).source, found.transcript.changes) == new
    assert all(reason(rule) for change in found.transcript.changes for rule in change.rules)


@pytest.mark.parametrize(('old', 'said', 'verdict'), [case[1:] for case in STAYS], ids=[case[0] for case in STAYS])
def test_the_old_reading_stays_and_is_listed(old: str, said: tuple[Said, ...], verdict: str) -> None:
    found = merged(old, *said)
    assert found.transcript.text == raw(old).source
    assert [one.verdict for one in found.disagreements] == [verdict]


@pytest.mark.parametrize(('old', 'said'), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_one_reading_written_in_two_ways_is_no_disagreement(old: str, said: str) -> None:
    found = merged(old, (said, SURE))
    assert found.transcript.text == old
    assert not found.disagreements


def test_it_is_cleaned_and_kept_as_any_other_transcript(tmp_path: Path) -> None:
    found = merged('嗯這個位置先指营再说\n我们坐船去北岛', ('这个位置先止盈再说', LIKELY), ('我们坐船去南岛', SURE)).transcript
    cleaned = clean(found)
    assert cleaned.text.startswith('这个位置先止盈再说')
    ledger.save(tmp_path / 'talk.json', ledger.Entry('talk.txt', cleaned, {}))
    entry = ledger.load(tmp_path / 'talk.json')
    assert entry is not None
    assert (entry.transcript.text, entry.transcript.passes[0]) == (cleaned.text, found.passes[0])
    assert found.passes[0].stage == 'heard'
    assert {rule for change in cleaned.changes for rule in change.rules} >= {'heard/rule', 'heard/surer', 'fillers/en'}


def test_a_name_decides_either_way() -> None:
    names = ['林静', 'AI']
    wins = merged('主持人是林敬，欢迎她', ('主持人是林静欢迎她', LIKELY), names=names)
    assert wins.transcript.text == '主持人是林静，欢迎她'
    stays = merged('主持人是林静，欢迎她', ('主持人是林敬欢迎她', SURE), names=names)
    assert stays.transcript.text == '主持人是林静，欢迎她'
    assert stays.disagreements[0].reason == '林静 is a name or a term'
    unsure = merged('主持人是林敬，欢迎她', ('主持人是林静欢迎她', UNSURE), names=names)
    assert unsure.disagreements[0].verdict == 'raw-unsure'
    inside = merged('he laid it down over there', ('he said it down over there', LIKELY), names=names)
    assert inside.disagreements[0].verdict == 'raw-unsure'


def test_words_over_silence_go_only_where_nobody_can_have_written_them_in() -> None:
    timed = ('1\n00:00:00,000 --> 00:00:01,000\n春天来了\n\n2\n00:00:04,000 --> 00:00:05,000\n多谢各位\n\n'
             '3\n00:00:20,000 --> 00:00:21,000\n花都开了\n')
    said: tuple[Said, ...] = (('春天来了', SURE), 18000, ('花都开了', SURE))
    assert merged(timed, *said, form='srt').transcript.text == '春天来了\n花都开了'
    found = merged('春天来了\n多谢各位\n花都开了', *said)
    assert found.transcript.text == '春天来了\n多谢各位\n花都开了'
    assert found.transcript.passes[0].advised[0].rule == 'heard/silence'


def test_speech_without_words_is_no_silence() -> None:
    timed = ('1\n00:00:00,000 --> 00:00:01,000\n春天来了\n\n2\n00:00:04,000 --> 00:00:05,000\n多谢各位\n\n'
             '3\n00:00:20,000 --> 00:00:21,000\n花都开了\n')
    said: tuple[Said, ...] = (('春天来了', SURE), 18000, ('花都开了', SURE))
    for gaps in [(3000, 6000)], None:
        found = merge(raw(timed, 'srt'), heard(*said, gaps=gaps), rulebook=shipped())
        assert found.transcript.text == '春天来了\n多谢各位\n花都开了'


def test_edited_prose_is_never_changed() -> None:
    page = '---\ntitle: 岛\n---\n\n# 岛\n\n我们坐船去**北岛**，那里的水很冷，风也很大，大家都穿着外套。\n'
    found = merged(page, ('我们坐船去南岛那里的水很冷风也很大大家都穿着外套', SURE), form='md')
    assert found.transcript.text == raw(page, 'md').text
    assert [(one.raw, one.heard, one.verdict) for one in found.disagreements] == [
        ('岛', '', 'raw-unsure'), ('北', '南', 'raw-unsure')]
    assert found.transcript.passes[0].advised[0].new == '南'
    assert found.transcript.cues


def test_a_retelling_is_never_changed() -> None:
    old = '我们坐船去北岛看日出，后来下雨了，只好回来'
    found = merged(old, ('我们坐船去南岛看日出其实本来想多待两天可是天气说变就变没办法', SURE), force=True)
    assert found.share < .6
    assert found.transcript.text == old


def test_a_new_speaker_is_not_guessed() -> None:
    old = '[甲]: 春天来了\n[乙]: 花都开了'
    found = merged(old, ('春天来了', SURE), ('我们上山去看', SURE), ('花都开了', SURE))
    assert found.transcript.text == '春天来了\n花都开了'
    assert found.disagreements[0].reason.endswith('who says it is not known')


def test_another_talk_is_an_error_unless_forced() -> None:
    old, said = '我们坐船去北岛看日出' * 8, ('经济增长放缓之后利率会怎么变', SURE)
    with pytest.raises(FileError, match=r'0% of its words were heard.*--force'):
        merged(old, said)
    assert merged(old, said, force=True).transcript.text == old
    with pytest.raises(FileError, match='no words were heard'):
        merged(old)


def test_a_recording_without_words_leaves_all_as_it_was() -> None:
    old = '1\n00:00:01,000 --> 00:00:02,000\n春天来了\n'
    found = merged(old, form='srt', force=True)
    assert found.transcript == raw(old, 'srt')
    assert [one.verdict for one in found.disagreements] == ['raw-unsure']


def test_lines_of_json_have_all_and_the_page_counts_them() -> None:
    found = merged('春天*来*了<b>\n花都开了，他说的', ('嗯春天来过', SURE), ('花都开了他说得', LIKELY)).disagreements
    lines = [json.loads(line) for line in as_jsonl(found)]
    assert [line['number'] for line in lines] == [1, 2, 3]
    assert list(lines[0])[:5] == ['number', 'begin', 'finish', 'raw', 'heard']
    page = ''.join(as_markdown(found, 'A_B [x](y)'))
    assert page.startswith('# A_B \\[x\\](y)\n')
    assert '- Only fillers and repeats: 1\n' in page
    assert '`00:00:00` ' in page
    assert '\\*来\\*' in page
    assert '<b>' not in page.replace('&lt;b>', '')
    assert ''.join(as_markdown([], '岛')) == '# 岛\n\nThe old text and the recording agree.\n'
