"""How much is wrong with a take, to compare it with another of the same window."""
from __future__ import annotations

from collections.abc import Sequence

from ..take import Take
from .doubt import Doubt, Span, without

# For a second in doubt. A loop, a credit and words over silence are nonsense; a hole has at least nothing wrong in it;
# a model that is unsure is mostly right all the same.
WEIGHTS = {'loop': 1.0, 'credit': 1.0, 'no-speech': 1.0, 'pace': 0.8, 'unheard': 0.8, 'unsure': 0.2}
# Words over speech that another take has no words for: more than all doubts together, so that 谢谢大家 that was said
# never gives way to silence, nor a loop over ten minutes of talk to an empty page.
LOST = 3.0
SHORTEST = 0.5      # seconds: a doubt about 好的 is one, however short it is
_NEAR, _NOTHING = 0.3, 0.4      # seconds by which time stamps miss; and speech that is but the surroundings of some


def weight(doubts: Sequence[Doubt], take: Take, first: Take, speech: Sequence[Span]) -> float:
    """Weighted seconds of a take in doubt, and of what the first take had words for and this one has not."""
    heavy = sum(WEIGHTS[doubt.check] * max(SHORTEST, doubt.finish - doubt.begin) for doubt in doubts)
    return heavy + LOST * sum(finish - begin for begin, finish in lost(take, first, speech))


def lost(take: Take, first: Take, speech: Sequence[Span]) -> list[Span]:
    """Where somebody speaks, the first take has words, and this one has none."""
    worded = without(speech, without(speech, [(said.begin, said.finish) for said in first.said]))
    covered = [(said.begin - _NEAR, said.finish + _NEAR) for said in take.said]
    return [(begin, finish) for begin, finish in without(worded, covered) if finish - begin > _NOTHING]
