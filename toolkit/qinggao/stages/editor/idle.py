"""What may be cut at most."""
from __future__ import annotations

from ...patterns import HAN, lazy

MOST = 40       # characters, spaces among them
SOON = 60       # characters in which a Latin word has to come again
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
    return not latin or latin <= {word.lower() for word in _LATIN.findall(text[end:end + SOON])}


def is_space(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is nothing but spaces, with Han on both sides."""
    return (start < end and not text[start:end].strip(' ') and bool(_HAN.match(text, start - 1))
            and bool(_HAN.match(text, end)))
