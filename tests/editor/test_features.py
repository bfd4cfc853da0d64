"""What the editor is told beside the units."""
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qinggao.editor.features import FOREIGN, PLACES, placed, repeats, words

REPEATS = [
    ('nothing is said again', 'abcd', '0000'),
    ('a unit at once', 'aab', '150'),
    ('a pair', 'abab', '2244'),
    ('three units', 'abcabc', '333444'),
    ('a pair farther off', 'abxyab', '220044'),
    ('a single unit farther off is no repeat', 'axya', '0000'),
    ('too far off', 'ab' + 'cdefghijklmnop' + 'ab', '0' * 18),
]


@pytest.mark.parametrize(('said', 'kinds'), [row[1:] for row in REPEATS], ids=[row[0] for row in REPEATS])
def test_repeats_are(said: str, kinds: str) -> None:
    assert ''.join(map(str, repeats(np.array([ord(one) for one in said])))) == kinds


def test_units_stand_in_words() -> None:
    assert words([*'我们去图书馆', FOREIGN, '看', '书']).tolist()[:7] == [1, 3, 0, 1, 2, 3, 0]


@given(st.lists(st.sampled_from(list('我们的灯塔' + FOREIGN)), max_size=40), st.integers(0, 3))
def test_all_is_folded_into_one_number_and_out_of_it_again(chars: list[str], kind: int) -> None:
    ids = np.array([ord(one) for one in chars], np.int64)
    breaks = np.full(len(ids), kind)
    folded = placed(breaks, ids, chars)
    assert (folded < PLACES).all()
    assert (folded % 4 == breaks).all()
    assert (folded // 4 % 6 == repeats(ids)).all()
    assert (folded // 24 == words(chars)).all()
