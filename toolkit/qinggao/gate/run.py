"""Check many files: what is known from before is looked up, the rest is shared out among the cores."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..errors import FileError
from .check import NONE, Accepted, Checked, Task, check_file, judged

FEW = 16                    # so many files are checked sooner than a cache is opened
WORTH_A_CORE = 1_500_000    # bytes: less is checked sooner than another process has started
CHUNKS = 8                  # pieces of work a core: the last ones are short

Job = tuple[str, Accepted]


class Run(NamedTuple):
    """How many files are checked."""

    task: Task
    jobs: int = 0               # processes; 0: one a core
    cached: bool = True
    baseline: str = ''          # a baseline file, if any
    with_mends: bool = False    # whether a report shows what mends would write


def check_all(paths: Sequence[str], run: Run) -> list[Checked]:
    """What came of each file, in the order of the paths."""
    jobs = _jobs(paths, run.baseline)
    may_know = run.cached and len(paths) >= FEW and not (run.task.fix or run.task.diff)
    done = _with_cache(jobs, run) if may_know else list(_checked(jobs, run))
    return [judged(one, run.task, accepted) for one, (_, accepted) in zip(done, jobs)]


def _jobs(paths: Sequence[str], place: str) -> list[Job]:
    """Each path with what the baseline accepts in it."""
    if not place:
        return [(path, NONE) for path in paths]
    from . import baseline
    entries = baseline.read(place)
    return [(path, baseline.accepted(entries, baseline.key(path, place))) for path in paths]


def _with_cache(jobs: list[Job], run: Run) -> list[Checked]:
    from .cache import Cache
    cache = Cache(run.task.gate, run.task.unsure)
    keys = cache.keys([path for path, _ in jobs])
    known = {path: Checked(path, found) for path, found in cache.known(keys, run.with_mends).items()}
    fresh = list(_checked([job for job in jobs if job[0] not in known], run))
    # What was saved while it was checked is not what its key says.
    cache.keep((keys[one.path], one.found) for one in fresh if not one.error and cache.key(one.path) == keys[one.path])
    known.update((one.path, one) for one in fresh)
    return [known[path] for path, _ in jobs]


def _checked(jobs: list[Job], run: Run) -> Iterator[Checked]:
    """What came of each job, in order; by several processes where there is work for them."""
    cores = _processes(jobs, run)
    if cores < 2:
        yield from (check_file(path, run.task, accepted) for path, accepted in jobs)
        return
    from concurrent.futures import ProcessPoolExecutor
    size = -(-len(jobs) // (cores * CHUNKS))
    parts = [jobs[at:at + size] for at in range(0, len(jobs), size)]
    from concurrent.futures.process import BrokenProcessPool
    try:
        with ProcessPoolExecutor(cores) as pool:
            for part in pool.map(_check_part, parts, [run.task] * len(parts)):
                yield from part
    except BrokenProcessPool:
        raise FileError('one of the processes was killed, perhaps for want of memory',
                        cure='try --jobs 1; the same command goes on') from None


def _check_part(jobs: list[Job], task: Task) -> list[Checked]:
    return [check_file(path, task, accepted) for path, accepted in jobs]


def _processes(jobs: list[Job], run: Run) -> int:
    """How many processes the work is worth."""
    cores = run.jobs or _cores()
    if cores < 2 or len(jobs) < 2:
        return 1
    size = 0
    for path, _ in jobs:
        try:
            size += os.stat(path).st_size
        except OSError:
            continue
        if size >= cores * WORTH_A_CORE:
            return min(cores, len(jobs))
    return max(1, min(size // WORTH_A_CORE, len(jobs)))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:      # not on every system
        return os.cpu_count() or 1
