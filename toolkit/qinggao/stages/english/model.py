"""The weights: what each feature speaks for. Read once a process, only where there is a text to be marked.

`model.json.gz` is made by scripts/train_english.py and holds whole numbers, hundredths of a logit, against no mark.
"""
from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from ...errors import UsageError

UNIT = 1 / 100


class Model(NamedTuple):
    """``gaps``: feature → its weight for a comma and for a stop; ``asks``: for a question; ``lexicon``: a word's
    kind; ``spelt``: small letters → how the word is always written; ``names``: those of several
    words."""

    gaps: dict[str, tuple[int, int]]
    asks: dict[str, int]
    lexicon: dict[str, str]
    spelt: dict[str, str]
    names: tuple[str, ...]

    def chances(self, features: Iterable[str]) -> tuple[float, float]:
        """How likely a comma is, and a stop."""
        comma = stop = 0
        get = self.gaps.get
        for feature in features:
            weight = get(feature)
            if weight:
                comma += weight[0]
                stop += weight[1]
        for_comma, for_stop = exp(min(comma * UNIT, 50)), exp(min(stop * UNIT, 50))
        total = 1 + for_comma + for_stop
        return for_comma / total, for_stop / total

    def asking(self, features: Iterable[str]) -> float:
        """How likely a sentence is a question."""
        total = sum(self.asks.get(feature, 0) for feature in features) * UNIT
        return 1 / (1 + exp(-max(total, -50)))


@lru_cache(1)
def shipped() -> Model:
    """The one that comes with this stage."""
    return read(Path(__file__).with_name('model.json.gz').read_bytes())


def read(packed: bytes) -> Model:
    """A model from the bytes of its file. Raises `UsageError` where they are not one."""
    import gzip
    import json
    import zlib
    try:
        data = json.loads(gzip.decompress(packed))
        gaps = {feature: (comma, stop) for feature, comma, stop in _threes(data['gaps'])}
        lexicon = {word: kind for kind, words in data['lexicon'].items() for word in words.split()}
        spelt = {word.lower(): word for word in data['spelt'].split()}
        return Model(gaps, dict(data['asks']), lexicon, spelt, tuple(data['names']))
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f'the model of the stage english cannot be read: {error}', cure='install qinggao anew, '
                         'or run it with --skip english') from error


def _threes(flat: list[object]) -> Iterable[tuple[str, int, int]]:
    """Feature, comma, stop, feature, comma, stop … : a third smaller than lists in a list."""
    several = iter(flat)
    yield from zip(several, several, several)
