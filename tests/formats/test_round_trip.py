"""What is written reads back as the same words, and subtitles as the same cues: no text forges structure."""
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao import Cue, Revision, Transcript, Turn
from qinggao.formats import FORMATS, WRITERS
from qinggao.library import laid_out, page_text, parsed
from qinggao.settings import Settings

HOSTILE = ('-->', '{', '}', '<script>', '<i>', '</v>', '<v 林静>', '{{', '{%', '---', '&amp;', '&lt;', '#', '* ', '1. ', '> ',
           '[x](y)', '`', '``', '\\', '\\*', '_', '__', '~~', '| a |', '1', '42', '00:00:01,000 --> 00:00:02,000',
           'WEBVTT', 'NOTE', '[Speaker 1]: ', '>> ', ' >>', '。>>', '- ', '-  ', '- 好', '\u2060- ', '林静: ', '主持人：', '林静：', '**', '{\\an8}', '\u2060', '=', '+ ', 'http://a.b/c_d_e')
PLAIN = ('今天', '很好', '，', '。', '我们说', 'GPT', ' ', '嗯', '？', 'a', 'talk', '3.5', '！')

words = st.lists(st.sampled_from(HOSTILE + PLAIN), min_size=1, max_size=8).map(''.join)
names = st.sampled_from(['', '林静', '主持人', 'Anna', 'Speaker 1', 'Mary Ann'])
SETTINGS = Settings(subtitle_marks='keep')


@st.composite
def timed(draw: st.DrawFn, start: int, part: str, time: int) -> list[Cue]:
    """One cue for a segment, or some, as where it was timed word by word."""
    ends = sorted({*draw(st.lists(st.integers(1, len(part)), max_size=3)), len(part)})
    cues = []
    for first, end in zip([0, *ends], ends):
        cues.append(Cue(start + first, start + end, time, time + draw(st.integers(100, 9000))))
        time = cues[-1].finish
    return cues


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Segments of hostile words with times and speakers, and here and there a blank line."""
    source, time = '', 0
    cues: list[Cue] = []
    turns: list[Turn] = []
    for part in draw(st.lists(words, min_size=1, max_size=5)):
        speaker = draw(names)
        if not turns or turns[-1].speaker != speaker or (not speaker and draw(st.booleans())):
            turns.append(Turn(len(source), speaker))
        time += draw(st.integers(0, 900))
        cues += draw(timed(len(source), part, time))
        time = cues[-1].finish
        source += part + draw(st.sampled_from(['\n', '\n\n']))
    return Transcript(Revision(source), tuple(cues), tuple(turns))


def said(transcript: Transcript) -> str:
    """The words alone: how lines are broken and joined is layout."""
    return re.sub(r'\s+', '', transcript.text)


def written(transcript: Transcript, name: str) -> str:
    return page_text(laid_out(transcript, name, SETTINGS))


@pytest.mark.parametrize('name', WRITERS)
@given(transcripts())
def test_the_same_words(name: str, transcript: Transcript) -> None:
    page = written(transcript, name)
    again = parsed(page, name)
    assert said(again) == said(transcript), page


@pytest.mark.parametrize('name', ['srt', 'vtt'])
@given(transcripts())
def test_the_same_cues_and_times(name: str, transcript: Transcript) -> None:
    once = parsed(written(transcript, name), name)
    twice = parsed(written(once, name), name)
    assert [cue[2:4] for cue in twice.cues] == [cue[2:4] for cue in once.cues]
    assert twice.text == once.text
    assert [(turn.start, turn.speaker) for turn in twice.turns] == [(turn.start, turn.speaker) for turn in once.turns]
    assert written(twice, name) == written(once, name)


@pytest.mark.parametrize('name', ['srt', 'vtt'])
@given(st.lists(st.sampled_from(['很好', '今天说', 'GPT', '嗯', '！', '-->', '<b>']), min_size=1, max_size=3).map(''.join),
       st.integers(0, 10**7), st.integers(0, 9000))
def test_a_cue_that_fits_keeps_its_times(name: str, text: str, begin: int, length: int) -> None:
    transcript = Transcript(Revision(text), (Cue(0, len(text), begin, begin + length),))
    again = parsed(written(transcript, name), name)
    assert [cue[2:4] for cue in again.cues] == [(begin, begin + length)]
    assert again.text == text


@pytest.mark.parametrize('name', FORMATS)
@given(st.text(max_size=60))
def test_any_text_in_reads_or_says_what_is_wrong(name: str, text: str) -> None:
    from qinggao import FileError
    try:
        parsed(text, name, 'x')
    except FileError as error:
        assert str(error).startswith('x:')
