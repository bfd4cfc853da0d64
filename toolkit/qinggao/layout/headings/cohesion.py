"""How much of what stands before a paragraph is still said behind its beginning: words in common, as TextTiling has it.

Both sides fade: what was said 250 characters away counts half. That finds more of the places where editors set a
heading than windows of any one size did.
"""
from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

HALF = 250.0      # the weight of text over which a word comes to count half
REACH = 1200.0    # farther off nothing is looked at, so that the cost of a talk grows with its length alone
AROUND = 4        # paragraph beginnings on either side that one is held against


class Cohesion(NamedTuple):
    """Words in common across the beginning of a paragraph, from 0 to 1: ``here``, and on the average of those
    ``around`` it, itself included."""

    here: float
    around: float


def cohesion(passages: Sequence[Counter[str]], weights: Sequence[float]) -> list[Cohesion]:
    """For the beginning of each passage, its words and weights given; the first has nothing before it."""
    rare = rarity(passages)
    here = [_across(passages, weights, i, rare) for i in range(len(passages))]
    return [Cohesion(one, _mean(here[max(1, i - AROUND):i + AROUND + 1])) for i, one in enumerate(here)]


def rarity(passages: Iterable[Iterable[str]]) -> dict[str, float]:
    """How much each word tells, by how few of the passages of this talk have it."""
    found, size = Counter[str](), 0
    for passage in passages:
        found.update(set(passage))
        size += 1
    return {word: math.log((size + 1) / (count + 0.5)) for word, count in found.items()}


def _across(passages: Sequence[Counter[str]], weights: Sequence[float], at: int, rare: Mapping[str, float]) -> float:
    """The cosine of what is said before a passage and from its beginning on."""
    before = _faded(passages, weights, range(at - 1, -1, -1), rare)
    behind = _faded(passages, weights, range(at, len(passages)), rare)
    both = sum(value * behind[word] for word, value in before.items() if word in behind)
    return both / math.sqrt(_square(before) * _square(behind)) if both else 0.0


def _faded(passages: Sequence[Counter[str]], weights: Sequence[float], order: Iterable[int],
           rare: Mapping[str, float]) -> dict[str, float]:
    said: dict[str, float] = {}
    far = 0.0
    for i in order:
        if far > REACH:
            break
        share = 0.5 ** (far / HALF)
        for word, count in passages[i].items():
            said[word] = said.get(word, 0.0) + share * count
        far += max(weights[i], 1.0)     # a row of signs weighs nothing: a page of them must not be walked from each
    return {word: math.log1p(value) * rare[word] for word, value in said.items()}


def _square(side: Mapping[str, float]) -> float:
    return sum(value * value for value in side.values())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
