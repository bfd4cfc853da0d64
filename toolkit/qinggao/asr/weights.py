"""Which model it was: a name to read, and a fingerprint that no other model has."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from .models import NAMES

_PLACES, _BLOCK = 256, 4096     # so many blocks of so many bytes of the weights are looked at: all of them take seconds


def name_of(folder: Path) -> str:
    """The name of a model by its folder; in the cache of Hugging Face the folder's own is that of a commit.

    >>> name_of(Path('models--Systran--faster-whisper-tiny/snapshots/0123abcd')), name_of(Path('own/tea-whisper'))
    ('tiny', 'tea-whisper')
    """
    folder = folder.absolute()
    owner, *rest = folder.parent.parent.name.removeprefix('models--').split('--')
    if folder.parent.name != 'snapshots' or not rest:
        return folder.name
    repository = f'{owner}/{"--".join(rest)}'
    return next((name for name, known in NAMES.items() if known.repository == repository), repository)


def fingerprint(folder: Path) -> str:
    """Hex digits for the weights and the words of a model. Name and size do not tell it: two that were tuned from one
    may have both in common."""
    found = hashlib.sha256()
    for name in ('config.json', 'tokenizer.json'):
        found.update((folder / name).read_bytes())
    for part in sampled(folder / 'model.bin'):
        found.update(part)
    return found.hexdigest()[:32]


def sampled(weights: Path) -> Iterator[bytes]:
    """The size of a file of weights and blocks from all over it: gigabytes are not read to tell two apart."""
    size = weights.stat().st_size
    yield str(size).encode()
    with open(weights, 'rb') as file:
        for place in range(_PLACES):
            file.seek(size * place // _PLACES)
            yield file.read(_BLOCK)
