"""Words of Latin letters in a text: which there are, whether two are spelt alike, whether one is written as a name."""
from __future__ import annotations

from ...patterns import lazy
from .phonetic import key

FEWEST = 4      # letters of a word that is looked at
_STRETCH, _LONGEST = 1 << 20, 40     # characters
_WORD = lazy(f'[A-Za-z]{{{FEWEST},}}')


def words_of(text: str) -> set[str]:
    """All words of Latin letters, and pieces of some: a long text is read in stretches, which overlap by a word."""
    words = set[str]()
    for at in range(0, len(text), _STRETCH):
        part = text[at:at + _STRETCH + _LONGEST]
        if part.count(' ') > len(part) / 12:    # speech in English says the same words again and again
            part = ' '.join({*part.split()})
        words.update(_WORD.findall(part))
    return words


def is_alike(one: str, other: str) -> bool:
    """Whether two words have one key, are at most two letters apart and of nearly one length, the case aside."""
    from rapidfuzz.distance import Levenshtein
    return (abs(len(one) - len(other)) < 2 and key(one) == key(other)
            and Levenshtein.distance(one.lower(), other.lower(), score_cutoff=2) <= 2)


def is_written_as_name(text: str, start: int, end: int) -> bool:
    """Whether it begins with a capital, or stands among Han: 我用 cloud 写代码."""
    beside = (text[max(0, start - 2):start].rstrip()[-1:], text[end:end + 2].lstrip()[:1])
    return text[start].isupper() or all(not char or not char.isascii() for char in beside)
