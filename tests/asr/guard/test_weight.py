"""Which of two takes of a window is the better."""
from __future__ import annotations

import pytest
from qinggao.asr.guard import CHECKS, Span, doubts
from qinggao.asr.guard.weight import WEIGHTS, Scale
from qinggao.asr.take import Take

from .takes import take

TALK: list[Span] = [(0., 20.)]
LOOP = take(('渡口' * 20, 0, 20))
SENTENCE = '渡船每天早上六点从北岸出发到南岸去接人'
SILENT = take(logprob=-.1)

# First take, the better one, the worse one, where somebody speaks.
CASES = [
    ('words instead of a loop', LOOP, take((SENTENCE, 0, 8), (SENTENCE[::-1], 8, 20)), LOOP, TALK),
    ('half of the words instead of a loop', LOOP, take((SENTENCE, 0, 13)), LOOP, TALK),
    ('a loop rather than an empty page', LOOP, LOOP, SILENT, TALK),
    ('silence instead of a credit where nobody speaks', take(('谢谢大家', 22, 24)), SILENT, take(('谢谢大家', 22, 24)), []),
    ('thanks that were said, however doubtful', take(('谢谢大家', 2, 4), logprob=-.9),
     take(('谢谢大家', 2, 4), logprob=-.9), SILENT, [(2., 4.)]),
    ('all of it', take(('渡船每天早上六点', 0, 4)), take(('渡船每天早上六点', 0, 4), ('从北岸出发', 4, 20)),
     take(('渡船每天早上六点', 0, 4)), TALK),
    ('unsure words rather than nonsense', LOOP, take((SENTENCE + SENTENCE[::-1], 0, 20), logprob=-1.5), LOOP, TALK),
]


@pytest.mark.parametrize(('first', 'better', 'worse', 'speech'), [pytest.param(*one, id=name) for name, *one in CASES])
def test_the_better_one_weighs_less(first: Take, better: Take, worse: Take, speech: list[Span]) -> None:
    scale = Scale.of(first, doubts(first, speech, 30., 'zh'), speech)

    def heavy(one: Take) -> float:
        return scale.weight(one, doubts(one, speech, 30., 'zh'))

    assert heavy(better) < heavy(worse)


def test_every_check_has_a_weight() -> None:
    assert set(WEIGHTS) == set(CHECKS)


def test_nothing_is_lost_where_words_stand_elsewhere_by_tenths() -> None:
    scale = Scale.of(take(('渡口', 0., 4.)), [], TALK)
    assert scale.weight(take(('渡口', .2, 3.8)), []) == 0


def test_silence_behind_the_words_of_the_first_take_is_no_loss() -> None:
    scale = Scale.of(take(('渡口', 0., 4.), ('走吧', 25, 28)), [], TALK)
    assert scale.weight(take(('渡口', 0., 4.)), []) == 0
