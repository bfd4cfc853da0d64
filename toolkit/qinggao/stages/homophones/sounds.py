"""Syllables that are told apart, and those that recognisers and half the country run together."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...patterns import lazy
from ...pinyin import readings

FIRST = 0xe000      # private characters: one for each class of syllables that run together
_HISSED, _NASAL = lazy('^([zcs])h'), lazy('(?<=[aei])ng$')     # zh z, ch c, sh s; ang an, eng en, ing in


@lru_cache(512)
def blurred(syllable: str) -> str:
    """The syllable as one hears it who knows neither n from l nor zh from z nor ing from in.

    >>> blurred('niang'), blurred('zheng'), blurred('dong')
    ('lian', 'zen', 'dong')
    """
    front = re.sub('^n(?=.)', 'l', _HISSED.sub(r'\1', syllable))
    return _NASAL.sub('n', front)


@lru_cache(1)
def _signs() -> dict[str, str]:
    """Syllable → the private character of its class."""
    syllables = {*readings().usual.values(), *(one for others in readings().others.values() for one in others)}
    numbers = {one: FIRST + i for i, one in enumerate(sorted(set(map(blurred, syllables))))}
    return {syllable: chr(numbers[blurred(syllable)]) for syllable in syllables}


@lru_cache(1)
def classes() -> dict[int, str]:
    """For `str.translate`: each character becomes the private one of its usual reading, blurred."""
    signs = _signs()
    return {ord(char): signs[syllable] for char, syllable in readings().usual.items()}


def keys(name: str) -> Iterator[str]:
    """How a name stands in a text that is translated: by its usual readings, then with one character read otherwise.

    The text's characters are read in one way each, so the name's have to be in all of theirs: 重 in a name is
    zhong to the recogniser, and may be chong.
    """
    signs, (usual, others, _) = _signs(), readings()
    if any(char not in usual for char in name):
        return
    whole = ''.join(signs[usual[char]] for char in name)
    yield whole
    for i, char in enumerate(name):
        for other in others.get(char, ()):
            yield whole[:i] + signs[other] + whole[i + 1:]


def is_same(heard: str, name: str) -> bool:
    """Whether they are one sound but for tones, 指营 and 止盈; 因为 and 英伟 only nearly are."""
    usual, others, _ = readings()
    return len(heard) == len(name) and all(
        a == b or usual[b] in (usual[a], *others.get(a, ())) for a, b in zip(heard, name))
