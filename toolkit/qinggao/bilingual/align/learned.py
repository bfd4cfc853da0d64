"""Words that a talk itself shows to be translations: they keep meeting in what a first pass has paired.

Where a word of each side is among the other's best, the two become one key, which both sides have.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from .anchors import Meetings
from .track import Track

BEST = 2            # translations that a word may have
LEAST = 6.          # of Dunning's ratio: 1 pair in 70 has as much by chance, but not a pair of each other's best


def learned(pairs: Meetings, first: Track, second: Track) -> tuple[Track, Track]:
    """Both sides with keys for the words that ``pairs`` of words show to go together."""
    counts = Counter(word for pair in pairs for word in pair[0]), Counter(word for pair in pairs for word in pair[1])
    both = Counter((one, two) for ours, theirs in pairs for one in ours for two in theirs)
    worth = dict[tuple[str, str], float]()
    for (one, two), count in both.items():
        if count > 1:
            ratio = _ratio(count, counts[0][one], counts[1][two], len(pairs))
            if ratio > LEAST:
                worth[one, two] = ratio
    tables = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for one, two in _mutual(worth):
        tables[0][one].append(f'{one}~{two}')
        tables[1][two].append(f'{one}~{two}')
    return _with_keys(first, tables[0]), _with_keys(second, tables[1])


def _ratio(both: int, one: int, two: int, number: int) -> float:
    """Dunning's likelihood ratio of two words that ``both`` of ``number`` pairs have; 0 where they avoid each other."""
    if both * number <= one * two:
        return 0.
    alone = two - both
    rest = number - one
    return 2 * (_likely(both, one, both / one) + _likely(alone, rest, alone / max(1, rest))
                - _likely(both, one, two / number) - _likely(alone, rest, two / number))


def _likely(hits: int, number: int, rate: float) -> float:
    return (hits * log(rate) if hits else 0.) + ((number - hits) * log(1 - rate) if number > hits else 0.)


def _mutual(worth: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
    """The pairs that are among the best of both their words."""
    rows = defaultdict[str, list[tuple[float, str]]](list), defaultdict[str, list[tuple[float, str]]](list)
    for (one, two), ratio in worth.items():
        rows[0][one].append((-ratio, two))
        rows[1][two].append((-ratio, one))
    best = [{word: {other for _, other in sorted(found)[:BEST]} for word, found in table.items()} for table in rows]
    return sorted((one, two) for one, two in worth if two in best[0][one] and one in best[1][two])


def _with_keys(track: Track, table: Mapping[str, Sequence[str]]) -> Track:
    keys = (keys.union(*(table[word] for word in words if word in table))
            for keys, words in zip(track.keys, track.words))
    return track._replace(keys=tuple(keys))
