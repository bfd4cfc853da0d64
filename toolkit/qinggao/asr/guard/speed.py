"""How much is said, in syllables as one hears them."""
from __future__ import annotations

from ...patterns import HAN, lazy

# What nobody keeps up: newsreaders say 4 to 6 syllables of Chinese a second, auctioneers and rap 8 to 10. Latin letters
# count a third: 12 is 36 letters a second, seven English words.
FASTEST = 12.0
_SYLLABLE = lazy(f'[{HAN}〇々\u3040-\u30ff\uac00-\ud7af0-9]')
_LETTER = lazy(r'[^\W\d_]')


def syllables(text: str) -> float:
    """Han, kana, hangul and digits are one each, letters a third; marks and spaces none.

    >>> syllables('我们用2个GPU。')
    6.0
    """
    whole = len(_SYLLABLE.findall(text))
    return whole + len(_LETTER.findall(_SYLLABLE.sub('', text))) / 3
