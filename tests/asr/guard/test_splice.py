"""A stretch that was heard alone takes the place of what stood there."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qinggao.asr.engine import Aligned
from qinggao.asr.guard import Doubt, Span
from qinggao.asr.guard.splice import shifted, spliced, stretches
from qinggao.asr.take import Said, Take

from .takes import take

TAKE = take(('渡口', 0, 3), ('灯塔灯塔灯塔', 3, 9), ('走吧', 9, 10))
TIMES = st.floats(0, 30)


def texts(one: Take) -> list[tuple[str, float, float]]:
    return [(said.text, said.begin, said.finish) for said in one.said]


def test_a_doubt_is_listened_to_with_all_of_its_segment() -> None:
    assert stretches(TAKE, [Doubt('loop', 5, 9)], 30) == [(3, 9)]


def test_doubts_about_neighbours_are_one_stretch() -> None:
    assert stretches(TAKE, [Doubt('pace', 9, 10), Doubt('loop', 5, 9), Doubt('unheard', 12, 14)], 30) == [(3, 10), (12, 14)]


def test_words_without_time_of_their_own_were_said_in_the_hole_beside_them() -> None:
    one = take(('渡口', 0, 1), ('灯塔下面没有人', 5.3, 5.4), ('走吧', 6, 7))
    assert stretches(one, [Doubt('unheard', 1.3, 5)], 30) == [(1.3, 5.4)]


def test_nearly_all_of_a_window_is_no_stretch() -> None:
    assert stretches(TAKE, [Doubt('unheard', 1, 10)], 10) == []


def test_a_model_that_is_unsure_does_not_say_where() -> None:
    assert stretches(TAKE, [Doubt('unsure', 0, 30)], 30) == []


def test_the_words_of_a_stretch_are_replaced() -> None:
    assert texts(spliced(TAKE, (3, 9), take(('下面没有人', 3.2, 8.4)))) == [('渡口', 0, 3), ('下面没有人', 3.2, 8.4), ('走吧', 9, 10)]


def test_words_that_belong_beside_it_stay_out() -> None:
    heard = take(('口', 2.8, 3), ('下面', 3, 5), ('走', 9, 9.2))
    assert texts(spliced(TAKE, (3, 9), heard)) == [('渡口', 0, 3), ('下面', 3, 5), ('走吧', 9, 10)]


def test_a_stretch_in_which_nothing_is_heard_is_empty() -> None:
    assert texts(spliced(TAKE, (3, 9), take())) == [('渡口', 0, 3), ('走吧', 9, 10)]


def test_words_move_with_their_segment() -> None:
    one = Take((Said('渡口', 1, 2, (Aligned('渡', 1, 1.5, .9), Aligned('口', 1.5, 2, .9))),))
    assert [word.begin for word in shifted(one, 10).said[0].words] == [11, 11.5]


@given(st.lists(st.tuples(TIMES, TIMES), max_size=6), st.lists(st.tuples(TIMES, TIMES), max_size=6), st.tuples(TIMES, TIMES))
def test_segments_stay_in_order_and_what_is_new_runs_into_none(
        own: list[Span], new: list[Span], stretch: Span) -> None:
    begin, finish = sorted(stretch)
    before = take(*(('渡', min(one), max(one)) for one in own if max(one) <= begin or min(one) >= finish))
    after = spliced(before, (begin, finish), take(*(('口', min(one), max(one)) for one in new)))
    assert list(after.said) == sorted(after.said, key=lambda said: (said.begin, said.finish))
    stayed = [said for said in after.said if said.text == '渡']     # one without length on the edge is in the stretch
    assert all(said in stayed for said in before.said if said.begin < said.finish)
    for said in after.said:
        assert said.begin <= said.finish
        assert said.text == '渡' or not any(one.begin < said.finish and said.begin < one.finish for one in stayed)
