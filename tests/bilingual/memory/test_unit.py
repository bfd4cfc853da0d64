"""What a unit is known by, and what a change of it is."""
from __future__ import annotations

import pytest
from hypothesis import given as of
from qinggao.bilingual.memory.unit import Unit, is_fit, key, mark, tidy

from .given import human, unit, units


@pytest.mark.parametrize('one, other', [
    ('今天下雨。', ' 今天下雨。\n'),
    ('It rains  today.', 'It rains\ntoday.'),
    ('它\u3000是', '它 是'),
    ('café', 'cafe\u0301'),
])
def test_white_space_and_composition_make_no_other_sentence(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize('one, other', [
    ('今天下雨。', '今天下雨'),
    ('今天下雨。', '今天下雨.'),
    ('it rains', 'It rains'),
    ('大家好', '大 家好'),
    ('３天', '3天'),
    ('這個', '这个'),
])
def test_all_else_does(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize('text', ['', ' \n\u3000', 'a\0b', 'a\ud800'])
def test_what_no_file_holds_is_not_kept(text: str) -> None:
    assert not is_fit(text)
    for one in unit(source=text), unit(target=text):
        with pytest.raises(ValueError, match='no words'):
            tidy(one)


def test_what_a_person_said_is_not_doubted() -> None:
    assert tidy(human(doubts=('length',))).doubts == ()
    assert tidy(unit(doubts=('numbers', 'unheard of', 'length'))).doubts == ('length', 'numbers')


def test_names_are_one_line_that_can_be_printed() -> None:
    assert tidy(unit(origin='a\nb\x1b', context='\udcff.md'))[3:] == ('a\\nb\\x1b', (), None, False, '\\udcff.md')


@of(units)
def test_to_tidy_is_settled_and_no_change(one: Unit) -> None:
    assert tidy(tidy(one)) == tidy(one)
    assert mark(tidy(one)) == mark(one)
