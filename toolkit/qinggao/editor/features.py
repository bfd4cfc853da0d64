"""What the editor is told of each unit beside the unit itself: breaks, repeats, words, whose style to follow.

All arrays are int64, one entry a unit. The training script reads the same functions: what a model was taught with is
what it is asked with.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.int64]

FORM = '1'          # changes with the meaning of anything here: a model taught otherwise is refused

NO_BREAK, LINE, SPACE, UNKNOWN = range(4)   # what stands behind a unit; UNKNOWN where nobody broke the lines
REPEATS = 6         # kinds of repeats below
REACH = 12          # a repeat begins again within so many units
WORDS = 4           # single, first, inner, last unit of a word
PLACES = 4 * REPEATS * WORDS
FOREIGN = '※'       # stands for a unit that is no Han, where words are cut: a word of its own


def repeats(ids: Array) -> Array:
    """Which units are said again: 0 not; 1 at once; 2 with its neighbour, within REACH; 3 with two neighbours;
    4 its neighbours and itself were said before; 5 just before."""
    total = len(ids)
    kind = np.zeros(total, np.int64)
    same = np.zeros(total, bool)
    same[:-1] = ids[:-1] == ids[1:]
    back, two, three = (np.zeros(total, bool) for _ in range(3))
    for apart in range(1, min(REACH + 1, total)):
        equal = ids[:-apart] == ids[apart:]
        pair = equal[:-1] & equal[1:]
        size = len(pair)
        two[:size] |= pair
        two[1:size + 1] |= pair
        back[apart:apart + size] |= pair
        back[apart + 1:apart + 1 + size] |= pair
        triple = pair[:-1] & pair[1:]
        for shift in range(3):
            three[shift:shift + len(triple)] |= triple
    kind[back] = 4
    kind[1:][same[:-1]] = 5
    kind[two] = 2
    kind[same] = 1
    kind[three] = 3
    return kind


def words(chars: Sequence[str]) -> Array:
    """Where a unit stands in its word: 0 alone, 1 first, 2 inside, 3 last; units that are no Han come as FOREIGN."""
    import rjieba
    place = np.zeros(len(chars), np.int64)
    at = 0
    for word in rjieba.cut(''.join(chars), False):
        size = len(word)
        if size > 1:
            place[at], place[at + size - 1] = 1, 3
            place[at + 1:at + size - 1] = 2
        at += size
    return place


def placed(breaks: Array, ids: Array, chars: Sequence[str]) -> Array:
    """Break, repeat and word of each unit as one number: what the model's second input holds."""
    folded: Any = breaks + 4 * repeats(ids) + 4 * REPEATS * words(chars)
    return np.asarray(folded, np.int64)


def words_in(places: Array) -> Array:
    """Where each unit stands in its word, as `placed` folded it."""
    return places // (4 * REPEATS)
