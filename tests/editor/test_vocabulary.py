"""Numbers for units."""
from __future__ import annotations

import numpy as np
from qinggao.editor.features import FOREIGN
from qinggao.editor.vocabulary import Vocabulary

KNOWN = Vocabulary(['的', 'gpt', '<n4>'])


def test_known_units_have_numbers_of_their_own() -> None:
    assert KNOWN.ids(['gpt', '的', '<n4>']) == [4, 3, 5]


def test_unknown_units_are_told_apart_by_their_script() -> None:
    assert KNOWN.ids(['齾', 'qwert', '<n9>']) == [Vocabulary.UNKNOWN, Vocabulary.LATIN, Vocabulary.UNKNOWN]


def test_only_known_han_stand_where_words_are_cut() -> None:
    assert KNOWN.chars(np.array([3, 4, 5, 1, 0])) == ['的'] + [FOREIGN] * 4
