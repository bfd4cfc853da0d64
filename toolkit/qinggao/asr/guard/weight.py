"""How much is wrong with a take, to compare it with others of the same window."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..take import Take
from .doubt import Doubt, Span, without

# For a second in doubt. Loops, credits and words over silence are nonsense. Of a segment with too few words some are
# missing, in a hole all. A model that is unsure is mostly right all the same.
WEIGHTS = {'loop': 1.0, 'credit': 1.0, 'no-speech': 1.0, 'pace': 0.7, 'unheard': 0.9, 'unsure': 0.2}
SHORTEST = 0.5      # seconds: a doubt about 好的 is one, however short it is
# For a second of speech with words in the first take and none in this one: more than all doubts together, so that
# 谢谢大家 that somebody said never gives way to silence. Copies in a loop are not worth that, but a little: a crowd
# that shouts 加油 for a minute stays, marked, where the only other take is empty.
LOST, LOST_COPIES = 3.0, 0.3
_NEAR, _NOTHING = 0.3, 0.4      # seconds by which time stamps miss; and speech that is but the surroundings of some


class Scale(NamedTuple):
    """Where somebody speaks and the first take has words, and where it has copies of words; seconds of the window."""

    words: Sequence[Span]
    copies: Sequence[Span]

    @classmethod
    def of(cls, first: Take, doubts: Sequence[Doubt], speech: Sequence[Span]) -> Scale:
        spoken = without(speech, without(speech, [(said.begin, said.finish) for said in first.said]))
        loops = [(doubt.begin, doubt.finish) for doubt in doubts if doubt.check == 'loop']
        words = without(spoken, loops)
        return cls(words, without(spoken, words))

    def weight(self, take: Take, doubts: Sequence[Doubt]) -> float:
        """Weighted seconds of a take in doubt, and of what it has lost of the first one."""
        heavy = sum(WEIGHTS[doubt.check] * max(SHORTEST, doubt.finish - doubt.begin) for doubt in doubts)
        return heavy + LOST * _lacking(take, self.words) + LOST_COPIES * _lacking(take, self.copies)


def _lacking(take: Take, spans: Sequence[Span]) -> float:
    """Seconds of some spans without words."""
    covered = [(said.begin - _NEAR, said.finish + _NEAR) for said in take.said]
    left = [(begin, finish) for begin, finish in without(spans, covered)]
    # A span that is left whole was said, however short: 不用. Of a longer one the edge may be breath.
    return sum(finish - begin for begin, finish in left if finish - begin > _NOTHING or (begin, finish) in spans)
