"""Regular expressions that cost nothing until they are used, and the Han that many of them ask for."""
from __future__ import annotations

import re
from typing import Any, cast

# The inside of a character class. (4dc0–4dff, between the two blocks, are hexagrams: one range compiles faster.)
HAN = '\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af'


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used: a class with the 28,000 Han takes a millisecond."""
    return cast('re.Pattern[str]', _Lazy(pattern, flags))


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, found)   # from now on without this detour
        return found
