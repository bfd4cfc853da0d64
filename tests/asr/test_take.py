"""What stands between time stamps."""
from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.take import Said, Take, stretches

FIRST = 1000    # the token that stands for the first time stamp; the next is 20 ms later

CASES = [
    ('nothing', [], 3., []),
    ('stamps alone', [1000, 1050, 1050], 3., []),
    ('words between two', [1000, 7, 8, 1050], 3., [(0., 1., [7, 8])]),
    ('the end of one is the beginning of the next', [1000, 7, 1050, 8, 1100], 3., [(0., 1., [7]), (1., 2., [8])]),
    ('a pause', [1000, 7, 1050, 1100, 8, 1150], 3., [(0., 1., [7]), (2., 3., [8])]),
    ('words behind the last reach to the end', [1000, 7, 1050, 1050, 8], 3., [(0., 1., [7]), (1., 3., [8])]),
    ('words before the first begin at the beginning', [7, 8, 1050], 3., [(0., 1., [7, 8])]),
    ('no stamps at all', [7, 8], 3., [(0., 3., [7, 8])]),
    ('a stamp that goes back stands still', [1100, 7, 1150, 1050, 8, 1200], 9., [(2., 3., [7]), (3., 4., [8])]),
    ('a stamp beyond the end is the end', [1000, 7, 2500], 3., [(0., 3., [7])]),
    ('words behind a stamp beyond the end', [2500, 7], 3., [(3., 3., [7])]),
]


@pytest.mark.parametrize(('tokens', 'length', 'found'), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_stretches(tokens: list[int], length: float, found: list[tuple[float, float, list[int]]]) -> None:
    assert list(stretches(tokens, FIRST, length)) == found


@given(st.lists(st.one_of(st.integers(0, FIRST - 1), st.integers(FIRST, FIRST + 1500)), max_size=60), st.floats(.02, 30))
def test_no_word_is_lost_and_no_time_goes_back(tokens: list[int], length: float) -> None:
    found = list(stretches(tokens, FIRST, length))
    assert [token for _, _, own in found for token in own] == [token for token in tokens if token < FIRST]
    times = [time for begin, finish, _ in found for time in (begin, finish)]
    assert times == sorted(times) and all(0 <= time <= length for time in times)


def test_a_take_has_all_its_words_and_a_probability() -> None:
    take = Take((Said('大家好', 0, 1), Said('没有问题', 1, 2)), logprob=math.log(.5))
    assert take.text == '大家好没有问题'
    assert take.probability == pytest.approx(.5)
    assert Take((), logprob=.1).probability == 1
