"""What stays in doubt is said on the segments it concerns."""
from __future__ import annotations

from qinggao.asr.guard import Doubt
from qinggao.asr.guard.mark import marked

from .takes import take

TAKE = take(('渡口', 0, 2), ('灯塔', 2, 4), ('走吧', 6, 7))


def test_a_segment_bears_the_names_of_its_checks_in_their_order() -> None:
    said = marked(TAKE, [Doubt('loop', 2.5, 4), Doubt('pace', 2, 4), Doubt('unsure', 0, 7)]).said
    assert [one.doubt for one in said] == ['unsure', 'loop pace unsure', 'unsure']


def test_two_doubts_of_one_check_are_one_name() -> None:
    assert marked(TAKE, [Doubt('loop', 0, .5), Doubt('loop', 1, 2)]).said[0].doubt == 'loop'


def test_what_nobody_heard_is_no_doubt_about_words() -> None:
    one = marked(TAKE, [Doubt('unheard', 4.3, 5.7)])
    assert (one.unheard, [said.doubt for said in one.said]) == (((4.3, 5.7),), ['', '', ''])


def test_a_segment_without_length_can_be_marked() -> None:
    assert marked(take(('渡口', 3, 3)), [Doubt('pace', 3, 3)]).said[0].doubt == 'pace'
