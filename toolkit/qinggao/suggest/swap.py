"""What was written for what."""
from __future__ import annotations

from typing import NamedTuple

# A neighbour that says nothing of what it stands beside.
IDLE = frozenset('的了着过是在有和就都也还又再很更最太这那哪我你他她它们个一不'
                 '没把被给让对从到向与及而但或来去要会能可得吗呢吧啊呀嘛之为以')


class Swap(NamedTuple):
    """What the first text has for what the second has; Latin letters of the first in lower case, of the second as they
    are written."""

    wrong: str
    right: str
