"""Words as they are compared: bare of case, width, script, marks and spaces; 二 is 2."""
from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...stages.script import simplified

_DIGITS = dict(zip('零〇○一二两兩三四五六七八九', '00012223456789'))
_MASK = '\0'


class Folded(NamedTuple):
    """A text and its letters: ``letters[i]`` is what ``said[at[i]]`` is compared as."""

    said: str
    letters: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``letters[start:end]`` stands in the text; of no letters: the marks and spaces between its neighbours.

        >>> folded('茶，酒').span(1, 2), folded('茶，酒').span(1, 1)
        ((2, 3), (1, 2))
        """
        if start < end:
            return self.at[start], self.at[end - 1] + 1
        return self.at[start - 1] + 1 if start else 0, self.at[start] if start < len(self.at) else len(self.said)


def folded(text: str, hidden: Sequence[tuple[int, int]] = ()) -> Folded:
    """A text by its letters and digits; those of hidden spans are none.

    >>> folded('《軟體》 ＡI，二零').letters
    '软体ai20'
    """
    letters = text
    for start, end in reversed(hidden):
        letters = letters[:start] + _MASK * (end - start) + letters[end:]
    letters = letters.translate({ord(char): _letter(char) for char in set(letters)})
    return Folded(text, letters.replace(_MASK, ''), array('l', (i for i, ch in enumerate(letters) if ch != _MASK)))


@lru_cache(1 << 14)
def _letter(char: str) -> str:
    """What one character is compared as, whatever stands beside it: 乾 is 干 in both texts or in neither."""
    plain = unicodedata.normalize('NFKC', char)
    plain = plain if len(plain) == 1 else char
    if not plain.isalnum():
        return _MASK
    plain = simplified(plain)
    plain = '着' if plain == '著' else plain
    lower = plain.lower()
    return _DIGITS.get(plain, lower if len(lower) == 1 else plain)
