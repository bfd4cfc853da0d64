"""A rule that is proposed, and what speaks for it."""
from __future__ import annotations

import math
from typing import NamedTuple


class Counts(NamedTuple):
    """In the first texts: where the second has the right form, has it too, has another; and the other way round."""

    files: int
    hits: int
    left: int
    rivals: int
    reverse: int


class Proposal(NamedTuple):
    """What would stand in a rules file; ``specs`` are what is said and what it must become."""

    id: str
    wrong: tuple[str, ...]
    right: str
    unless: tuple[str, ...]
    near: tuple[str, ...]
    sure: bool
    why: str
    specs: tuple[tuple[str, str], ...]
    counts: Counts
    score: float


def score(counts: Counts, sound: float) -> float:
    """From 0 up: how surely places like these are wrong, in how many talks, and how like the two sound."""
    seen = counts.hits + counts.left + counts.rivals + counts.reverse
    return _surely(counts.hits, seen) * math.log2(1 + counts.files) * (1 - sound / 2)


def _surely(right: int, seen: int) -> float:
    """The lower end of Wilson's interval for a share, at 90 %."""
    z, share = 1.645, right / seen
    middle = share + z * z / (2 * seen)
    spread = z * math.sqrt(share * (1 - share) / seen + z * z / (4 * seen * seen))
    return (middle - spread) / (1 + z * z / seen)
