"""What was heard becomes a transcript: a line a segment, a cue a segment or a word."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.heard import Heard, Segment, Word, transcript_of


def heard(*segments: Segment, **fields: object) -> Heard:
    return Heard(segments, 'zh', .9, 9000)._replace(**fields)  # type: ignore[arg-type]


def word(text: str, begin: int = 0, finish: int = 100) -> Word:
    return Word(text, begin, finish, .5)


CUES = [
    ('no words', '大家好', [], ['大家好']),
    ('a cue a character', '大家好', ['大', '家', '好'], ['大', '家', '好']),
    ('Latin words with their spaces', 'say hello now', [' say', ' hello', ' now'], ['say', 'hello', 'now']),
    ('both', '用 Python 写', ['用', ' Python', ' 写'], ['用', 'Python', '写']),
    ('marks', '好，行', ['好', '，', '行'], ['好', '，', '行']),
    ('an empty word', '大家好', ['大', '', '家好'], ['大家好']),
    ('words that lack one', '大家好', ['大', '好'], ['大家好']),
    ('words that stop before the end', '大家好', ['大', '家'], ['大家好']),
    ('words of something else', '大家好', ['没', '有'], ['大家好']),
    ('the same twice', '好好', ['好', '好'], ['好', '好']),
]


@pytest.mark.parametrize(('text', 'words', 'cues'), [case[1:] for case in CUES], ids=[case[0] for case in CUES])
def test_cues(text: str, words: list[str], cues: list[str]) -> None:
    t = transcript_of(heard(Segment(text, 0, 900, .9, tuple(map(word, words)))), {})
    assert [t.source[cue.start:cue.end] for cue in t.cues] == cues


def test_a_cue_says_when_how_sure_and_what_is_doubtful() -> None:
    t = transcript_of(heard(Segment('好', 10, 900, .9, doubt='loop'), Segment('行', 950, 990, .8, (word('行', 960, 980),))), {})
    assert [tuple(cue) for cue in t.cues] == [(0, 1, 10, 900, .9, 'loop'), (2, 3, 950, 990, .5, '')]


def test_what_has_no_words_is_no_line_and_line_breaks_in_words_are_none() -> None:
    t = transcript_of(heard(Segment(' 大\n家 ', 0, 1, .9), Segment('  ', 1, 2, .9), Segment('好', 2, 3, .9)), {'model': 'tiny'})
    assert t.source == '大 家\n好'
    assert t.meta['model'] == 'tiny' and t.meta['language'] == 'zh' and t.meta['duration'] == 9000
    assert transcript_of(heard(gaps=((5, 9),)), {}).meta['gaps'] == ((5, 9),)


@given(st.lists(st.tuples(st.text('好 aA，\n', max_size=8), st.lists(st.text('好 aA，', max_size=3), max_size=5)), max_size=6))
def test_every_cue_is_words_of_its_line(lines: list[tuple[str, list[str]]]) -> None:
    segments = [Segment(text, n * 100, n * 100 + 90, .5, tuple(word(one) for one in words))
                for n, (text, words) in enumerate(lines)]
    t = transcript_of(heard(*segments), {})
    assert all(t.source[cue.start:cue.end].strip() and '\n' not in t.source[cue.start:cue.end] for cue in t.cues)
    places = [place for cue in t.cues for place in (cue.start, cue.end)]
    assert places == sorted(places)
    assert t.source.split('\n') == ([' '.join(text.split()) for text, _ in lines if text.strip()] or [''])
