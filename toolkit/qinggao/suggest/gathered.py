"""Read and align all pairs, by several processes where there are many: what the proposals are made from."""
from __future__ import annotations

import os
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..asr.merge.fold import Folded
from ..errors import FileError
from ..jobs.plan import shown
from .aligned import Aligned, aligned
from .grown import swaps
from .sides import Sides, words_of
from .swap import Swap

LIKE = .6           # how much of the shorter text must agree: less is a summary, or another talk
WORTH_A_CORE = 20   # pairs: fewer are aligned sooner than another process has started
CHUNKS = 8          # pieces of work a core


class Reading(NamedTuple):
    """How files are read."""

    encoding: str = ''
    max_megabytes: int = 64


class Talk(NamedTuple):
    """One pair: its texts side by side and the swaps in them; or why it was left out."""

    sides: Sides
    two: Aligned | None = None
    swaps: frozenset[Swap] = frozenset()
    error: FileError | None = None

    @property
    def is_alike(self) -> bool:
        return self.two is not None and self.two.likeness >= LIKE


def talks(pairs: Sequence[Sides], how: Reading, jobs: int = 0) -> Iterator[Talk]:
    """Each pair, in order. ``jobs``: processes, 0 for one a core. A file that cannot be read is its talk's error."""
    cores = min(jobs or _cores(), -(-len(pairs) // WORTH_A_CORE))
    if cores < 2:
        yield from (talk_of(sides, how) for sides in pairs)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    size = -(-len(pairs) // (cores * CHUNKS))
    parts = [pairs[at:at + size] for at in range(0, len(pairs), size)]
    try:
        with ProcessPoolExecutor(cores) as pool:
            for part in pool.map(_talks_of, parts, [how] * len(parts)):
                yield from part
    except BrokenProcessPool:
        raise FileError('one of the processes was killed, perhaps for want of memory', cure='try --jobs 1') from None


def _talks_of(pairs: Sequence[Sides], how: Reading) -> list[Talk]:
    return [talk_of(sides, how) for sides in pairs]


def talk_of(sides: Sides, how: Reading) -> Talk:
    """One pair read and aligned. Of a summary or another talk only its likeness is kept."""
    try:
        first, second = words_of(sides, *how)
    except FileError as error:
        return Talk(sides, error=error if isinstance(error.path, str) and error.path else
                    FileError(error.what, path=shown(sides.first), cure=error.cure))
    two = aligned(first, second)
    if two.likeness < LIKE:
        nothing = Folded('', '', ())
        return Talk(sides, Aligned(nothing, nothing, (), two.likeness))
    return Talk(sides, _light(two), frozenset(swaps(two)))


def _light(two: Aligned) -> Aligned:
    """Without what nobody asks for any more: all talks are held at once."""
    first = two.first._replace(at=array('I', two.first.at))
    return two._replace(first=first, second=Folded('', two.second.letters, ()))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:      # not on every system
        return os.cpu_count() or 1
