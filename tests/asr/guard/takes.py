"""Takes for the tables of these tests."""
from __future__ import annotations

from collections.abc import Sequence

from qinggao.asr.guard import Span, doubts
from qinggao.asr.take import Said, Take


def take(*said: tuple[str, float, float], logprob: float = -.2, no_speech: float = 0.) -> Take:
    """A take of texts from one second to another."""
    return Take(tuple(Said(*one) for one in said), logprob, no_speech)


def names(one: Take, speech: Sequence[Span] = ((0., 30.),), length: float = 30.) -> set[str]:
    """The checks that doubt it, where somebody speaks all the time unless it is said otherwise; but for holes."""
    return {doubt.check for doubt in doubts(one, speech, length, 'zh')} - {'unheard'}


def spans(check: str, one: Take, speech: Sequence[Span] = ((0., 30.),), length: float = 30.) -> list[Span]:
    """The seconds that a check doubts, to hundredths."""
    return [(round(begin, 2), round(finish, 2)) for name, begin, finish in doubts(one, speech, length, 'zh')
            if name == check]
