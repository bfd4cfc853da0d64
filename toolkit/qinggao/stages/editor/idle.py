"""What may be cut at most."""
from __future__ import annotations

from ...patterns import HAN, lazy

MOST = 40       # characters, spaces among them
_OTHERS = lazy(rf'[^{HAN} \n]')


def is_idle(words: str) -> bool:
    """Whether words are few, and nothing but Han: no mark, no letter, no digit goes with them."""
    return 0 < len(words) <= MOST and not _OTHERS.search(words)
