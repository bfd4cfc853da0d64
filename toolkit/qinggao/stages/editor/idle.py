"""What may be cut at most."""
from __future__ import annotations

from ...patterns import HAN, lazy

MOST = 40       # characters, spaces among them
SOON = 60       # characters in which a Latin word has to come again
NUMERALS = frozenset('〇零一二三四五六七八九十百千万亿两廿')
_OTHERS = lazy(rf"[^{HAN}A-Za-z'’ \n]")
_HAN = lazy(f'[{HAN}]')
_LATIN = lazy("[A-Za-z]+(?:['’][A-Za-z]+)*")


def is_idle(text: str, start: int, end: int) -> bool:
    """Whether the words of ``text[start:end]`` are few and Han, or Latin that soon comes again: no mark, no digit, no
    name goes with them."""
    words = text[start:end]
    if not 0 < len(words) <= MOST or _OTHERS.search(words):
        return False
    latin = {word.lower() for word in _LATIN.findall(words)}
    return not latin or latin <= {found[0].lower() for found in _LATIN.finditer(text, end, end + SOON)
                                  if found.end() < end + SOON}


def is_gap(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is nothing but spaces that may go: with Han on both sides, neither two numerals
    (二十 三个) nor the same one (人 人都)."""
    if not (0 < start < end < len(text)) or text[start:end].strip(' '):
        return False
    left, right = text[start - 1], text[end]
    return bool(_HAN.match(left) and _HAN.match(right)) and left != right and not {left, right} <= NUMERALS
