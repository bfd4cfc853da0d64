"""On what the recogniser runs, and how much at a time."""
from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import UsageError

DEVICES = ('auto', 'cpu', 'cuda')
_BATCH = {'cpu': 4, 'cuda': 16}     # on the CPU more only take memory: 2, 4 and 8 took the same time
_WORKERS = 8            # on the CPU; with more cores each has several
_WINDOW = 360_000_000   # bytes that a window takes in the encoder of the largest models: 20 heads × 1,500² × 4, twice


class Device(NamedTuple):
    """``lanes``: batches in work at the same time; ``workers`` and ``threads`` are CTranslate2's, on one device."""

    name: str
    indexes: tuple[int, ...]
    compute_type: str
    workers: int
    threads: int
    lanes: int
    batch_size: int


def choose(name: str = 'auto', indexes: Sequence[int] = (), compute_type: str = 'auto', threads: int = 0) -> Device:
    """The device for a name; raises `UsageError` for what this machine has not.

    auto: the GPU in half precision where there is one, else the CPU in int8. Not int8 on a GPU: some cards refuse it.
    On the CPU a batch has one core, and as many batches run as there are cores: a decoder's matrices are too small to
    share. On GPUs one batch a device, and one more that gets ready meanwhile.
    """
    import ctranslate2
    if name not in DEVICES:
        raise UsageError(f'unknown device {name!r}', cure='known: ' + ', '.join(DEVICES))
    count = ctranslate2.get_cuda_device_count() if name != 'cpu' else 0
    if name == 'cuda' and not count:
        raise UsageError('no GPU that CUDA can use', cure='say --device cpu, or look whether nvidia-smi shows one')
    name = 'cuda' if count else 'cpu'
    if name == 'cpu' and indexes:
        raise UsageError('the CPU has no --device-index', cure='leave it out')
    indexes = tuple(dict.fromkeys(indexes)) or (0,)
    if name == 'cuda' and not all(0 <= index < count for index in indexes):
        raise UsageError(f'no GPU {max(indexes)}', cure=f'there are {count}: 0 to {count - 1}')
    able = ctranslate2.get_supported_compute_types(name, indexes[0])
    if compute_type == 'auto':
        compute_type = next(one for one in ('float16', 'float32') if one in able) if name == 'cuda' else 'int8'
    elif compute_type not in able:
        raise UsageError(f'{name} cannot compute in {compute_type!r}', cure='known here: ' + ', '.join(sorted(able)))
    if name == 'cuda':
        return Device(name, indexes, compute_type, 1, 0, len(indexes) + 1, _BATCH[name])
    cores = threads or _cores()
    workers = min(cores, _WORKERS)
    room = _memory() // 2 // workers // _WINDOW
    return Device(name, indexes, compute_type, workers, cores // workers, workers, max(1, min(_BATCH[name], room)))


def gpu_is_idle(asked: str, chosen: Device) -> bool:
    """Whether a card is there and was not taken, as its driver does not fit."""
    return asked == 'auto' and chosen.name == 'cpu' and os.path.exists('/dev/nvidia0')


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count() or 1


def _memory() -> int:
    """Bytes of this machine; where it does not tell, 8 GB."""
    try:
        return os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES')
    except (AttributeError, ValueError, OSError):
        return 8_000_000_000
