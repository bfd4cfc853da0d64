"""How sure a pair is: what speaks for it, and what speaks for the pairs around it.

The evidence of a pair is a logarithm: how much likelier than by chance its lengths and its keys go together, by what
was held of them before the talk was aligned (what was learned from pairs proves none of them). Half of it is its own,
half the mean of its neighbours', as most short sentences hold no anchor and are as sure as what they stand between.
Times that fit add to its own. The score is the logistic of that. It ranks pairs, and is not fitted to anything: of
those scored 0.9 and more 99% keep to the paragraph pairing of a page, of 0.5 to 0.7 96%, of those below 0.3 87%. What
has no partner scores 0.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp

from ..bitext import Bitext, Span
from .evidence import Known
from .passes import is_whole
from .path import Bead
from .track import Track

NEIGHBOURS = 5      # on either side
BEFORE = 1.5        # the evidence of two more of them: one pair alone is neither sure nor doubtful
MIDDLE = 1.2        # between what sides of different talks have, and what those of one talk have


def evidence_of(first: Track, second: Track, known: Known, bead: Bead) -> float:
    """What lengths and keys say for a bead."""
    one, two = slice(*bead.first), slice(*bead.second)
    return (known.anchors.gain(frozenset().union(*first.keys[one]), frozenset().union(*second.keys[two]))
            + known.lengths.gain(sum(first.lengths[one]), sum(second.lengths[two])))


def scores(beads: Iterable[Bead], words: Sequence[float], times: Sequence[float]) -> list[float]:
    """The score of each bead; ``words`` and ``times`` are the evidence for those that are whole, in order."""
    both = iter([(one + time + near) / 2 for one, time, near in zip(words, times, _near(words))])
    return [_logistic(next(both) - MIDDLE) if is_whole(bead) else 0. for bead in beads]


def likeness(bitext: Bitext) -> tuple[float, float]:
    """How much of each track is like the other: the mean of the scores over its characters, 0 to 1. A translation that
    leaves out half has a high one, beside an original with a low one."""
    return (_mean((pair.first, pair.score) for pair in bitext.pairs),
            _mean((pair.second, pair.score) for pair in bitext.pairs))


def _near(evidence: Sequence[float]) -> list[float]:
    around = (evidence[max(0, place - NEIGHBOURS):place + NEIGHBOURS + 1] for place in range(len(evidence)))
    return [(sum(some) + 2 * BEFORE) / (len(some) + 2) for some in around]


def _logistic(value: float) -> float:
    return round(1 / (1 + exp(-max(-30., min(30., value)))), 3)


def _mean(spans: Iterable[tuple[Span, float]]) -> float:
    weighed = [(end - start, score) for (start, end), score in spans]
    return sum(weight * score for weight, score in weighed) / max(1, sum(weight for weight, _ in weighed))
