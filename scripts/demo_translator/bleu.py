"""BLEU over words and marks, as papers have it: four-grams, one reference, brevity penalty, no smoothing."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import exp, log

_WORDS = re.compile(r"[\w']+|[^\w\s]")


def bleu(found: Sequence[str], wanted: Sequence[str]) -> float:
    """0 to 100.

    >>> round(bleu(['the boat is very old.'], ['the boat is very old.']), 1), bleu(['no'], ['the boat is old.'])
    (100.0, 0.0)
    """
    hits, tries, lengths = Counter[int](), Counter[int](), [0, 0]
    for ours, theirs in zip(found, wanted):
        one, other = _WORDS.findall(ours), _WORDS.findall(theirs)
        lengths[0] += len(one)
        lengths[1] += len(other)
        for size in range(1, 5):
            grams, known = _grams(one, size), _grams(other, size)
            hits[size] += (grams & known).total()
            tries[size] += grams.total()
    if not all(hits[size] for size in range(1, 5)):
        return 0.
    brevity = min(0., 1 - lengths[1] / lengths[0])
    return 100 * exp(brevity + sum(log(hits[size] / tries[size]) for size in range(1, 5)) / 4)


def _grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at:at + size]) for at in range(len(words) - size + 1))
