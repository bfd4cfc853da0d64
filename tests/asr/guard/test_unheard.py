"""Speech, and no words over it."""
from __future__ import annotations

import pytest
from qinggao.asr.guard import Span
from qinggao.asr.take import Take

from .takes import spans, take

HEARD = [
    ('all of it', take(('渡口', 0, 5), ('灯塔', 5, 10)), [(0., 10.)]),
    ('but for the edges', take(('渡口', .5, 9.3)), [(0., 10.)]),
    ('but for a breath', take(('渡口', 0, 5), ('灯塔', 6.2, 10)), [(0., 10.)]),
    ('a cough', take(), [(3., 4.1)]),
    ('silence', take(), []),
]
LOST = [
    ('all of it', take(), [(2., 9.)], [(2, 9)]),
    ('the end', take(('渡口', 0, 5)), [(0., 10.)], [(5.3, 10)]),
    ('the beginning', take(('渡口', 5, 10)), [(0., 10.)], [(0, 4.7)]),
    ('the middle', take(('渡口', 0, 3), ('灯塔', 7, 10)), [(0., 10.)], [(3.3, 6.7)]),
    ('three short spans in a row', take(('渡口', 0, 3)), [(0., 3.), (3.4, 4.4), (4.6, 5.6), (5.9, 6.9)], [(3.3, 6.9)]),
    ('two files in one window', take(), [(0., 3.), (3.5, 6.)], [(0, 3), (3.5, 6)]),
    ('two places', take(('渡口', 4, 6)), [(0., 10.)], [(0, 3.7), (6.3, 10)]),
]


@pytest.mark.parametrize(('one', 'speech'), [pytest.param(*one, id=name) for name, *one in HEARD])
def test_it_was_heard(one: Take, speech: list[Span]) -> None:
    assert spans('unheard', one, speech) == []


@pytest.mark.parametrize(('one', 'speech', 'holes'), [pytest.param(*one, id=name) for name, *one in LOST])
def test_it_was_lost(one: Take, speech: list[Span], holes: list[Span]) -> None:
    assert spans('unheard', one, speech) == holes
