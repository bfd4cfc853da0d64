"""Cut out the stretches in doubt, and put in what was heard of them alone."""
from __future__ import annotations

from collections.abc import Sequence

from ..take import Said, Take
from .doubt import Doubt, Span, joined, touches
from .speed import FASTEST, syllables

_EDGE = 0.3     # seconds by which words may reach beyond the stretch they were heard in
_BESIDE = 0.6   # seconds between a hole and a segment that may have been said in it
_WHOLE = 0.8    # a stretch that is more than this share of the window is the window: nothing is won by cutting it out


def stretches(take: Take, doubts: Sequence[Doubt], length: float) -> list[Span]:
    """Where in a window so many seconds long to listen again: the doubts, with all of the segments they touch."""
    spans = []
    for _, begin, finish in (doubt for doubt in doubts if doubt.check != 'unsure'):
        touched = [said for said in take.said if touches(said, begin, finish) or _is_squeezed(said, begin, finish)]
        spans.append((min([begin, *(said.begin for said in touched)]),
                      max([finish, *(said.finish for said in touched)])))
    return [span for span in joined(sorted(spans), 0.0) if span[1] - span[0] < _WHOLE * length]


def spliced(take: Take, stretch: Span, heard: Take) -> Take:
    """A take with what was heard of a stretch in place of what stood there, both on one clock.

    Words that belong beside the stretch stay out: it was heard with a little of its surroundings.
    """
    kept = [said for said in take.said if not touches(said, *stretch)]
    low = max([stretch[0] - _EDGE, 0.0, *(said.finish for said in kept if said.finish <= stretch[0])])
    high = min([stretch[1] + _EDGE, *(said.begin for said in kept if said.begin >= stretch[1])])
    new = [_within(said, low, high) for said in heard.said
           if stretch[0] <= (said.begin + said.finish) / 2 <= stretch[1]]
    own, other = (sum(len(said.text) for said in part) for part in (kept, new))
    return take._replace(said=tuple(sorted((*kept, *new), key=_time)),
                         logprob=(take.logprob * own + heard.logprob * other) / max(1, own + other))


def shifted(take: Take, seconds: float) -> Take:
    """The same later on the clock."""
    return take._replace(said=tuple(_shifted(said, seconds) for said in take.said))


def _is_squeezed(said: Said, begin: float, finish: float) -> bool:
    """Whether words beside a hole have no time of their own: they were said in it, and would come twice."""
    beside = touches(said, begin - _BESIDE, finish + _BESIDE)
    return beside and syllables(said.text) > FASTEST * (said.finish - said.begin)


def _shifted(said: Said, seconds: float) -> Said:
    words = tuple(word._replace(begin=word.begin + seconds, finish=word.finish + seconds) for word in said.words)
    return said._replace(begin=said.begin + seconds, finish=said.finish + seconds, words=words)


def _within(said: Said, low: float, high: float) -> Said:
    def inside(time: float) -> float:
        return min(max(time, low), high)
    words = tuple(word._replace(begin=inside(word.begin), finish=inside(word.finish)) for word in said.words)
    return said._replace(begin=inside(said.begin), finish=inside(said.finish), words=words)


def _time(said: Said) -> Span:
    return said.begin, said.finish
