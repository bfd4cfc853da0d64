"""Where Latin letters that sound like a filler are a unit, a name or a word that is spoken of: 5 um, Umm Kulthum."""
from __future__ import annotations

from ...patterns import lazy
from .span import char_before, skip, skip_back

_NAMES = frozenset(     # behind these a sound is a word, or a unit
    '个個叫读讀写寫声聲句字词詞用练練学學念称稱一二三四五六七八九十百千万萬两兩零半几幾')
_UNITS, _WORD_OF = lazy(r'(?<![A-Za-z])(?:[nmcμ]m|mAh|kWh)(?![A-Za-z])|单位|單位'), 12
_SPOKEN_OF = lazy(r' ?[级級是等和与與比做模]')    # um 级, um 和 uh
_SAID = lazy(r'\b(?:words?|says?|said|saying) \Z')


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a Latin word is a unit behind its number, or has a capital that begins no sentence: 5 um, Umm Kulthum."""
    before = char_before(text, skip_back(text, start))
    if text[start:end].lower().startswith('ok'):
        return (before.isascii() and before.isalnum()) or 'a' <= text[end:end + 8].lstrip()[:1] <= 'z'
    near = max(0, start - _WORD_OF)
    if before in _NAMES or _UNITS.search(text, near, start) or _SAID.search(text, near, start) \
            or _SPOKEN_OF.match(text, end):
        return True     # 单位有 nm 和 um, 他回了一个 hmm
    named = text[start].isupper() and text[start:start + 2] != 'I '
    right = skip(text, end)
    onward = text[right:right + 2].istitle() and text[right + 1:right + 2].islower()
    return before.isdecimal() or (named and (onward or before.isalnum()))
