"""The other script of Chinese as a second track."""
from __future__ import annotations

import pytest
from qinggao import undo
from qinggao.bilingual.bitext import Bitext, faults
from qinggao.bilingual.translate.variants import variant
from qinggao.bilingual.units import units
from qinggao.edits import Edit, Revision
from qinggao.errors import UsageError
from qinggao.formats import subrip
from qinggao.library import clean, parsed
from qinggao.rulebook.shipped import shipped
from qinggao.settings import Settings
from qinggao.transcript import Transcript

TALK = '皇后走在后面。她看着那部著名的书。我们用 OpenAI 的 GPT 写代码。This one stays English. 头发发白了。'


def track(first: Transcript | str, target: str = 'zh-Hant') -> Bitext:
    transcript = Transcript.plain(first) if isinstance(first, str) else first
    found = variant(transcript, target, Settings(), shipped())
    assert not list(faults(found))
    assert found.first == transcript and found.second.source == transcript.source
    return found


def pairs(bitext: Bitext) -> list[tuple[str, str]]:
    return [(bitext.first.text[slice(*pair.first)], bitext.second.text[slice(*pair.second)]) for pair in bitext.pairs]


def test_each_sentence_stands_beside_itself_in_the_other_script() -> None:
    found = track(TALK)
    assert pairs(found) == [
        ('皇后走在后面。', '皇后走在後面。'), ('她看着那部著名的书。', '她看著那部著名的書。'),
        ('我们用 OpenAI 的 GPT 写代码。', '我們用 OpenAI 的 GPT 寫代碼。'), ('This one stays English.', 'This one stays English.'),
        ('头发发白了。', '頭髮發白了。')]
    assert found.languages == ('zh-Hans', 'zh-Hant')
    assert {(pair.score, pair.doubts, pair.origin) for pair in found.pairs} == {(1.0, (), 'script/s2tw')}
    assert all(pair.is_whole for pair in found.pairs)


def test_traditional_becomes_simplified_and_its_particle_with_it() -> None:
    found = track('皇后走在後面。她看著那部著名的書。', 'zh-CN')
    assert pairs(found) == [('皇后走在後面。', '皇后走在后面。'), ('她看著那部著名的書。', '她看着那部著名的书。')]
    assert found.languages == ('zh-Hant', 'zh-Hans') and found.pairs[0].origin == 'script/t2s'


def test_every_changed_character_says_why_and_can_be_put_back() -> None:
    found = track(TALK)
    second = found.second
    assert {rule for change in second.changes for rule in change.rules} == {'script/s2tw'}
    assert undo(second.text, second.changes) == TALK
    assert second.passes[-1].stage == 'script'


def test_the_pairs_are_right_behind_words_that_were_cut() -> None:
    first = Transcript(Revision('嗯嗯我们说。呃那个开始吧。')).words.edit([Edit(0, 2, '', 'x/y'), Edit(6, 9, '', 'x/y')])
    assert pairs(track(Transcript(first))) == [('我们说。', '我們說。'), ('开始吧。', '開始吧。')]


def test_times_and_speakers_are_those_of_the_first() -> None:
    first = clean(parsed('1\n00:00:01,000 --> 00:00:02,000\n嗯，甲说：开始了\n\n2\n00:00:03,000 --> 00:00:04,500\n我们说完后就走\n',
                         subrip.NAME))
    found = track(first)
    assert '我們說完後就走' in found.second.text
    assert (found.second.cues, found.second.turns) == (first.cues, first.turns)
    for pair in found.pairs:
        assert first.time_of(*pair.first) == found.second.time_of(*pair.second)
    at = first.text.index('我们')
    assert found.second.time_of(at, at + 7) == (3000, 4500)


def test_what_is_protected_on_a_page_stays() -> None:
    page = parsed('---\ntitle: 页\n---\n### 开头\n\n我们看 `变量` 与 https://example.org/简体 这里。\n\n**术语**（term: 说明）。\n', 'md')
    found = track(page)
    assert '我們看 `变量` 與 https://example.org/简体 這裡。' in found.second.text
    assert '### 開頭' in found.second.text and '**術語**' in found.second.text


@pytest.mark.parametrize('text', ['', TALK, '一行没有标点\n又一行\n\n另一段。', '里程 5 公里，面条 3 碗……真的？', '𠮷野家说：“好。”走了。'])
def test_both_texts_have_the_same_sentences(text: str) -> None:
    found = track(text)
    assert [pair.first for pair in found.pairs] == list(units(found.first)) == list(units(found.second))
    assert [pair.second for pair in found.pairs] == [pair.first for pair in found.pairs]


def test_settings_of_the_run_before_choose_no_other_stage() -> None:
    found = variant(Transcript.plain('嗯我们说，'), 'zh-Hant', Settings(skip=('script',), unsure=True, script='keep'), shipped())
    assert found.second.text == '嗯我們說，'


@pytest.mark.parametrize(('text', 'target'), [
    (TALK, 'en'), (TALK, 'zh-Hans'), ('我們說話。', 'zh-TW'), ('All of it is English.', 'zh-Hant'), (TALK, 'fr')])
def test_what_is_no_other_script_is_a_wrong_setting(text: str, target: str) -> None:
    with pytest.raises(UsageError):
        variant(Transcript.plain(text), target, Settings(), shipped())
