"""What two sides share, weighed: a key that few units have says much, one that many have little."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

Keys = Sequence[frozenset[str]]
Meetings = Sequence[tuple[frozenset[str], frozenset[str]]]

KEPT = .7           # how often a translation keeps a key, before a talk tells its own
SURE = 4            # meetings that weigh as much as that
MOST = 5.           # no one key says more
COMMON = .5         # a key that more of the units have says nothing
OTHERS = 12         # units of other talks, without the key: 2024 in a talk of one sentence is not in every sentence


class Anchors(NamedTuple):
    """Logarithms of how much likelier than by chance. ``met``: that both sides of a bead have a key; ``missed``: that
    only the first has it, or only the second."""

    met: Mapping[str, float]
    missed: tuple[Mapping[str, float], Mapping[str, float]]

    def worth(self, key: str) -> float:
        """What it is worth that a key was met and not missed."""
        return self.met[key] - self.missed[0][key] - self.missed[1][key]

    def cost(self, keys: Iterable[str], side: int) -> float:
        """What it costs that none of these keys of one side is in the other."""
        missed = self.missed[side]
        return sum(missed[key] for key in sorted(keys) if key in missed)

    def gain(self, first: frozenset[str], second: frozenset[str]) -> float:
        """What the keys of two stretches say for their being one."""
        return (sum(self.worth(key) for key in sorted(first & second) if key in self.met)
                + self.cost(first, 0) + self.cost(second, 1))


def anchors(first: Keys, second: Keys, pairs: Meetings = ()) -> Anchors:
    """Weigh the keys that both sides have by how many units have them, and by how often they met in ``pairs``."""
    counts = [Counter(key for keys in side for key in keys) for side in (first, second)]
    said = [Counter(key for pair in pairs for key in pair[side]) for side in (0, 1)]
    both = Counter(key for one, two in pairs for key in one & two)
    met, missed = dict[str, float](), (dict[str, float](), dict[str, float]())
    for key in sorted(counts[0].keys() & counts[1].keys()):
        shares = [count[key] / (len(side) + OTHERS) for count, side in zip(counts, (first, second))]
        if max(shares) > COMMON:
            continue
        for side in (0, 1):
            kept = _kept(both[key], said[side][key], KEPT * min(1, shares[1 - side] / shares[side]))
            chance = shares[1 - side]
            missed[side][key] = max(-MOST, log((1 - min(.95, max(chance, kept))) / (1 - chance)))
        kept = _kept(both[key], max(one[key] for one in said), KEPT)
        met[key] = min(MOST, max(0., log(kept / max(shares)) if kept else 0.))
    return Anchors(met, missed)


def places_of(side: Keys, known: Mapping[str, object]) -> dict[str, list[int]]:
    """The units of a side that have each known key."""
    places = defaultdict[str, list[int]](list)
    for place, keys in enumerate(side):
        for key in keys:
            if key in known:
                places[key].append(place)
    return places


def _kept(both: int, said: int, before: float) -> float:
    return (both + SURE * before) / (said + SURE)
