"""How Chinese characters are read, without tones: a table that scripts/make_pinyin.py made.

It holds Simplified characters: what is Traditional alone has no sound here.
"""
from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Readings(NamedTuple):
    """Character → syllable, and of those that are read in several ways the rarer ones."""

    usual: dict[str, str]
    others: dict[str, tuple[str, ...]]
    alone: dict[str, int]   # character → in how many of a hundred uses, at least, it is a word by itself; 0 is left out


@lru_cache(1)
def readings() -> Readings:
    """The table, read once."""
    usual, others, alone = dict[str, str](), dict[str, tuple[str, ...]](), dict[str, int]()
    for line in Path(__file__).with_name('pinyin.txt').read_text('utf-8').splitlines():
        syllable, *chars = line.split(' ')
        if syllable[0] == '%':
            alone.update(dict.fromkeys(chars[0], int(syllable[1:])))
            continue
        usual.update(dict.fromkeys(chars[0], syllable))
        for char in ''.join(chars[1:]):
            others[char] = (*others.get(char, ()), syllable)
    return Readings(usual, others, alone)


def sound(word: str) -> tuple[str, ...]:
    """The syllables of a word, each character read as it mostly is; none where one has no reading.

    >>> sound('止盈'), sound('GPU')
    (('zhi', 'ying'), ())
    """
    usual = readings().usual
    return tuple(usual[char] for char in word) if all(char in usual for char in word) else ()
