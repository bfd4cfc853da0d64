"""Batches: sentences the model has not seen, of like length, short ones first."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import numpy as np

from .compose import Composer
from .pieces import Pieces

Pair = tuple[str, str]
SHARE = 40                      # one sentence in so many is never learned
POOL = 40                       # batches sorted by length at a time
WORDS = ('np', 'who', 'before', 'today', 'ahead', 'gauge', 'some', 'place', 'do', 'did', 'name', 'firm', 'scene',
         'greeting', 'state', 'amount', 'percent', 'n4', 'held', 'year', 'month')


class Batch(NamedTuple):
    """Numbers of pieces, padded: ``(sentences, longest)``."""

    source: np.ndarray
    target: np.ndarray


def is_held_out(chinese: str) -> bool:
    """Whether a sentence is kept for trying, whatever the seed. Without spaces and final mark, so that no near twin of
    it is learned."""
    plain = chinese.replace(' ', '').rstrip('。？！')
    return hashlib.sha256(plain.encode()).digest()[0] % SHARE == 0


def lessons(seed: int, short: float, invents: bool = True) -> Iterator[Pair]:
    """Pairs to learn, without end; so large a share of them single phrases. Without inventions: no names or characters
    that are there to be in no vocabulary."""
    composer = Composer(Random(seed), invents)
    while True:
        category = composer.draw.choice(WORDS) if composer.draw.random() < short else 'sentence'
        pair = composer.sentence(category)
        if not is_held_out(pair[0]):
            yield pair


def held_out(seed: int, count: int) -> list[Pair]:
    """Sentences that are never learned, each once."""
    composer = Composer(Random(seed))
    found: dict[str, str] = {}
    while len(found) < count:
        chinese, english = composer.sentence()
        if is_held_out(chinese):
            found[chinese] = english
    return list(found.items())


def batches(pieces: Pieces, seed: int, short: float, size: int) -> Iterator[Batch]:
    """Batches of so many pieces on the English side, from pools sorted by length."""
    pairs, draw = lessons(seed, short), Random(seed)
    while True:
        pool = sorted((pieces.ids(next(pairs)) for _ in range(POOL * size // 16)), key=_length)
        ready = list(_cut(pool, size, pieces.pad))
        draw.shuffle(ready)
        yield from ready


def _cut(pool: list[tuple[list[int], list[int]]], size: int, pad: int) -> Iterator[Batch]:
    at = 0
    while at < len(pool):
        count = max(8, size // _length(pool[min(at + 8, len(pool) - 1)])[0])
        chosen = pool[at:at + count]
        yield Batch(*(_padded([pair[side] for pair in chosen], pad) for side in (0, 1)))
        at += count


def _length(pair: tuple[list[int], list[int]]) -> tuple[int, int]:
    return len(pair[1]), len(pair[0])


def _padded(rows: list[list[int]], pad: int) -> np.ndarray:
    found = np.full((len(rows), max(map(len, rows))), pad, np.int64)
    for row, ids in zip(found, rows):
        row[:len(ids)] = ids
    return found
