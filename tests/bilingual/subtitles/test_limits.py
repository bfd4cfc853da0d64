"""The report counts cues over each limit, language by language, and names the worst."""
from __future__ import annotations

from qinggao.bilingual.subtitles import JointCue, Limits, limits
from qinggao.bilingual.subtitles.numbers import CHILDREN
from qinggao.layout import SubtitleLine

LANGUAGES = ('zh-Hans', 'en')


def cue(begin: int, finish: int, first: str = '今天很好', second: str = 'It is fine today') -> JointCue:
    return JointCue(begin, finish, '', *(tuple(SubtitleLine(words, 0, 1) for words in text.split('/') if words) for text in (first, second)))


def counts(found: Limits) -> dict[str, int]:
    return {f'{over.what} {over.language}'.strip(): over.cues for over in found.broken}


def test_what_keeps_all_numbers_is_over_none() -> None:
    found = limits([cue(0, 2000), cue(2083, 4000)], LANGUAGES)
    assert (found.cues, counts(found)) == (2, {})
    assert len(found.over) == 9


def test_each_limit_counts_its_cues() -> None:
    found = limits([cue(0, 7001), cue(7010, 7500), cue(9000, 12_000, '一' * 17), cue(13_000, 16_000, second='a/b/c'), cue(17_000, 20_000, second='x' * 61)], LANGUAGES)
    assert counts(found) == {'longest': 1, 'shortest': 1, 'gap': 1, 'line length zh-Hans': 1, 'lines en': 1, 'line length en': 1,
                             'characters a second en': 2}


def test_a_half_width_character_is_half_of_one_in_chinese_lines_only() -> None:
    assert counts(limits([cue(0, 6000, first='x' * 32)], LANGUAGES)) == {}
    assert counts(limits([cue(0, 6000, second='x' * 43)], LANGUAGES)) == {'line length en': 1}


def test_the_worst_come_first_with_their_times() -> None:
    found = limits([cue(n * 9000, n * 9000 + 1000, '一' * (10 + n), 'ok') for n in range(5)], LANGUAGES)
    (over,) = found.broken
    assert (over.what, over.cues) == ('characters a second', 5)
    assert [(one.begin, one.value, one.limit) for one in over.worst] == [(36_000, 14, 9), (27_000, 13, 9), (18_000, 12, 9)]


def test_children_read_slower() -> None:
    cues = [cue(0, 1000, '今天天气真很好')]
    assert counts(limits(cues, LANGUAGES)) == {}
    assert counts(limits([cue(0, 1000, '今天天气真的很好')], LANGUAGES, CHILDREN)) == {'characters a second zh-Hans': 1}
    assert counts(limits([cue(0, 1000, '今天天气真的很好')], LANGUAGES)) == {}
