"""What the model itself does not believe."""
from __future__ import annotations

import pytest

from .takes import spans, take

WORDS = '灯塔下面没有人了', 0, 2


@pytest.mark.parametrize(('logprob', 'no_speech'), [(-.2, 0.), (-.9, 0.), (-.2, .95), (-1., .1)])
def test_it_believes_them(logprob: float, no_speech: float) -> None:
    assert spans('unsure', take(WORDS, logprob=logprob, no_speech=no_speech)) == []


@pytest.mark.parametrize(('logprob', 'no_speech'), [(-1.1, 0.), (-.7, .8), (-3., .99)])
def test_it_does_not(logprob: float, no_speech: float) -> None:
    assert spans('unsure', take(WORDS, logprob=logprob, no_speech=no_speech), length=7.) == [(0, 7)]


def test_of_silence_it_may_be_as_unsure_as_it_likes() -> None:
    assert spans('unsure', take(logprob=-4., no_speech=.9)) == []
