"""Subtitles of both languages: by their times, whatever the clocks."""
from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.bilingual.align import align, clock_of
from qinggao.bilingual.bitext import faults
from qinggao.edits import Edit, Revision
from qinggao.transcript import Cue, Transcript

from .talk import CHINESE, ENGLISH, timed, words

STARTS = [2., 6.1, 10.4, 15., 17.8, 24.3, 29., 36.2, 41.5, 46., 50.7, 55.2, 61.]


def late(seconds: float) -> list[float]:
    return [start + seconds for start in STARTS]


@pytest.mark.parametrize('seconds', [0, .25, 3.2, 90, -1.5])
def test_the_offset_of_the_clocks_is_found_and_told(seconds: float) -> None:
    bitext = align(timed(CHINESE, late(seconds)), timed(ENGLISH, STARTS))
    assert words(bitext) == list(zip(CHINESE, ENGLISH))
    assert abs(bitext.offset - 1000 * seconds) < 50
    assert {pair.origin for pair in bitext.pairs} == {'time'}


def test_a_film_of_25_frames_for_24_is_told_from_an_offset() -> None:
    draw = Random(5)
    starts = [0.]
    for _ in range(len(CHINESE) * 8 - 1):
        starts.append(starts[-1] + draw.uniform(2, 7))
    bitext = align(timed(CHINESE * 8, starts), timed(ENGLISH * 8, starts, rate=23.976 / 25))
    clock = clock_of(bitext)
    assert abs(clock.rate - 25 / 23.976) < .0015 and abs(clock.offset) < 500
    assert words(bitext) == list(zip(CHINESE * 8, ENGLISH * 8))


def test_what_is_said_when_the_other_is_silent_is_alone() -> None:
    bitext = align(timed(CHINESE, STARTS), timed([*ENGLISH[:5], '', *ENGLISH[6:]], STARTS))
    assert words(bitext) == [*zip(CHINESE[:5], ENGLISH[:5]), (CHINESE[5], ''), *zip(CHINESE[6:], ENGLISH[6:])]
    assert bitext.pairs[5].doubts == ('alone',)


def test_sentences_over_several_captions_are_paired_whole() -> None:
    first = timed([half for zh in CHINESE for half in (zh[:4], zh[4:])], [at for s in STARTS for at in (s, s + 1.5)])
    bitext = align(first, timed(ENGLISH, STARTS))
    assert [one.replace('\n', '') for one, _ in words(bitext)] == CHINESE


def test_captions_without_marks_are_paired_by_their_times() -> None:
    bare = [zh.rstrip('。？') for zh in CHINESE]
    assert words(align(timed(bare, STARTS), timed(ENGLISH, STARTS))) == list(zip(bare, ENGLISH))


def test_times_of_cleaned_words_are_those_of_their_captions() -> None:
    raw = timed(['嗯' + zh for zh in CHINESE], STARTS)
    edits = [Edit(cue.start, cue.start + 1, '', 'fillers/en') for cue in raw.cues]
    bitext = align(raw._replace(words=raw.words.edit(edits)), timed(ENGLISH, STARTS))
    assert words(bitext) == list(zip(CHINESE, ENGLISH))


def test_steady_captions_are_told_apart_by_their_words() -> None:
    """Every offset of whole steps has all starts agree."""
    steady = [4. * number for number in range(13)]
    bitext = align(timed(CHINESE[2:], steady[:11]), timed(ENGLISH, steady))
    assert abs(bitext.offset + 8000) < 50
    assert words(bitext)[2:] == list(zip(CHINESE[2:], ENGLISH[2:]))


def test_named_the_other_way_round_it_is_mirrored() -> None:
    first, second = timed(CHINESE, late(3.2)), timed(ENGLISH, STARTS)
    assert align(second, first) == align(first, second).swapped()


def test_times_that_tell_nothing_leave_it_to_the_words() -> None:
    bitext = align(timed(CHINESE, [5.] * len(CHINESE)), timed(ENGLISH, [5.] * len(ENGLISH)))
    assert words(bitext) == list(zip(CHINESE, ENGLISH)) and 'time' not in {pair.origin for pair in bitext.pairs}


CAPTIONS = st.lists(st.tuples(st.sampled_from([*CHINESE, *ENGLISH, '好', 'x']), st.integers(0, 5_000_000),
                              st.integers(0, 9000)), max_size=12)


def captions(rows: list[tuple[str, int, int]]) -> Transcript:
    at, cues = 0, []
    for text, begin, length in rows:
        cues.append(Cue(at, at + len(text), begin, begin + length))
        at += len(text) + 1
    return Transcript(Revision('\n'.join(text for text, _, _ in rows)), tuple(cues))


@given(CAPTIONS, CAPTIONS)
def test_whatever_the_times_no_word_is_lost(first: list[tuple[str, int, int]],
                                            second: list[tuple[str, int, int]]) -> None:
    """Also times out of order, and cues that overlap or last no time."""
    assert not list(faults(align(captions(first), captions(second), force=True)))
