"""An old transcript gets times: of the words that were heard, and between them of those that were not."""
from __future__ import annotations

from pathlib import Path

import pytest
from qinggao import read, write
from qinggao.asr.merge import merge
from qinggao.rulebook.shipped import shipped
from qinggao.transcript import Transcript

from .talk import PACE, Said, heard, merged, raw


def times(found: Transcript, words: str) -> tuple[int, int] | None:
    """When words of the text were said."""
    at = found.text.index(words)
    return found.time_of(at, at + len(words))


@pytest.mark.parametrize('words', [False, True], ids=['a cue a segment', 'a cue a word'])
def test_words_have_the_times_they_were_heard_at(words: bool) -> None:
    said = heard(('春天来了花都开了', .9), ('我们上山去看', .9), words=words)
    found = merge(raw('春天来了，\n花都开了。\n\n我们上山去看！'), said, rulebook=shipped()).transcript
    for part, begin, finish in ('春天', 0, 400), ('我们上山去看', 1900, 3100), ('花都开了', 800, 1600):
        here = times(found, part)
        assert here is not None
        assert abs(here[0] - begin) < PACE and abs(here[1] - finish) < PACE     # marks take a share of their cue


def test_probability_and_doubt_come_along() -> None:
    found = merged('春天来了\n花都开了', ('春天来了', .9), ('花都开了', .4, 'pace')).transcript
    assert [(cue.probability, cue.doubt) for cue in found.cues] == [(.9, ''), (.4, 'pace')]


def test_missing_words_have_their_own_times() -> None:
    said: tuple[Said, ...] = (('春天来了', .95), ('我们上山去看', .95), ('花都开了', .95))
    for old in '春天来了\n花都开了', '春天来了。花都开了', '春天来了花都开了':
        found = merged(old, *said).transcript
        begin, finish = times(found, '我们上山去看') or (0, 0)
        assert 600 <= begin <= 1100 and finish == 2300
        assert times(found, '花都开了') == (2600, 3400)


def test_words_that_were_not_heard_lie_between_their_neighbours() -> None:
    found = merged('第一部分\n春天来了花都开了\n大家都很高兴\n我们上山去看风景', 5000, ('春天来了花都开了', .9), 10000,
                   ('我们上山去看风景', .9)).transcript
    assert times(found, '第一部分') == (3800, 5000)
    assert times(found, '大家都很高兴') == (6600, 8400)


def test_words_that_were_not_heard_keep_the_distance_they_came_with() -> None:
    old = ('1\n00:01:00,000 --> 00:01:01,600\n春天来了花都开了\n\n2\n00:01:05,000 --> 00:01:06,000\n大家都很高兴\n\n'
           '3\n00:01:14,000 --> 00:01:16,000\n我们上山去看风景\n')
    found = merge(raw(old, 'srt'), heard(5000, ('春天来了花都开了', .9), 10000, ('我们上山去看风景', .9), gaps=None),
                  rulebook=shipped()).transcript
    assert times(found, '春天来了花都开了') == (5000, 6600)
    assert times(found, '大家都很高兴') == (10000, 11000)


def test_nothing_ends_after_the_recording() -> None:
    found = merged('春天来了花都开了\n谢谢各位朋友收听今天的节目', ('春天来了花都开了', .9)).transcript
    assert found.cues[-1].finish <= 1900


def test_subtitles_of_it_can_be_written(tmp_path: Path) -> None:
    found = merged('[林静]: 春天来了，花都开了。\n[小周]: 我们上山去看风景', ('春天来了花都开了', .95), ('大家都很高兴', .95),
                   ('我们上山去看风景', .95)).transcript
    write(found, tmp_path / 'talk.srt')
    again = read(tmp_path / 'talk.srt')
    assert [(cue.begin, cue.finish) for cue in again.cues] == [(0, 1600), (3400, 5000)]
    assert [turn.speaker for turn in again.turns] == ['林静', '小周']


def test_words_that_were_heard_otherwise_have_no_probability() -> None:
    """That of the other words would make the very places look sure that are not."""
    found = merge(raw('我们上山去看风景'), heard(('我们上山去看分明', .5), words=True), rulebook=shipped()).transcript
    sure = {found.source[cue.start:cue.end]: cue.probability for cue in found.cues}
    assert (sure['看'], sure['风'], sure['景']) == (.5, None, None)
