"""Where somebody speaks: found by the voice finder, cut into windows at the quietest place."""
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.engine import RATE
from qinggao.asr.speech import LONGEST, cut, spoken

from .spoken import any_phrases, noise, silence, speak, talk


@pytest.mark.parametrize('sound', [silence(0), silence(.01), silence(3), noise(3, .001), noise(20, .05)],
                         ids=['nothing', 'a moment', 'silence', 'hiss', 'noise'])
def test_nobody_speaks(sound: np.ndarray) -> None:
    assert spoken(sound) == []


def test_what_is_said_is_inside_the_spans() -> None:
    sound, said = talk(3, count=6, gaps=(1.5, 3.))
    spans = spoken(sound)
    for one in said:
        assert any(start <= one.begin * 16 + RATE // 10 and one.end * 16 - RATE // 10 <= end for start, end in spans), one
    assert sum(end - start for start, end in spans) < len(sound)


def test_spans_are_in_order_and_inside_the_sound() -> None:
    sound, _ = talk(4, seconds=40, gaps=(.1, .6))
    for part in sound, sound[RATE // 3:], sound[:-RATE // 3]:       # also where it begins and ends amid a word
        spans = spoken(part)
        times = [time for span in spans for time in span]
        assert times == sorted(times) and times[0] >= 0 and times[-1] <= len(part)
        assert all(0 < end - start <= LONGEST for start, end in spans)


def test_who_never_pauses_is_cut_all_the_same() -> None:
    sound = np.concatenate([speak(any_phrases(seed, 4)) for seed in range(25)])
    spans = spoken(sound)
    assert len(spans) > 1
    assert all(end - start <= LONGEST for start, end in spans)
    assert sum(end - start for start, end in spans) > .95 * len(sound)


def test_a_long_stretch_is_cut_where_it_is_quietest() -> None:
    sound = noise(50, .1)
    sound[27 * RATE:27 * RATE + RATE // 5] = 0
    (_, at), (start, end) = cut(sound, 0, len(sound))
    assert at == start and 27 * RATE <= at <= 27 * RATE + RATE // 5 and end == len(sound)


@given(st.integers(0, 3 * LONGEST), st.integers(0, 3 * LONGEST))
def test_cutting_loses_and_doubles_nothing(one: int, other: int) -> None:
    start, end = sorted((one, other))
    spans = cut(np.zeros(3 * LONGEST, np.float32), start, end)
    assert all(0 < after - before <= LONGEST for before, after in spans)
    assert [before for before, _ in spans][1:] == [after for _, after in spans][:-1]
    assert (not spans) if start == end else (spans[0][0], spans[-1][1]) == (start, end)


def test_in_a_long_recording_nothing_is_lost_where_it_is_looked_through_in_parts() -> None:
    sound, said = talk(5, seconds=20)
    long = np.tile(sound, 1230 * RATE // len(sound))        # its twentieth minute lies amid a talk
    spans = spoken(long)
    times = [time for span in spans for time in span]
    assert times == sorted(times) and times[-1] <= len(long)
    for round_ in range(len(long) // len(sound)):
        for one in said:
            middle = round_ * len(sound) + (one.begin + one.end) * 8
            assert any(start <= middle <= end for start, end in spans), (round_, one)
