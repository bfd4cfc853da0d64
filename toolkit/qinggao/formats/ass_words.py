"""Words in an event of ASS, which has no escapes that all players know."""
from __future__ import annotations

import re

from ..patterns import lazy
from .cues import GUARD

_FULL = {'{': '｛', '}': '｝'}
_HALF = {wide: narrow for narrow, wide in _FULL.items()}
# A brace opens a tag in all players, whatever stands before it, so a full-width one stands for it; an odd number of
# guards says that it does. A guard behind `\` parts it from the letter of `\N`, `\n` and `\h`.
_BRACE = lazy(f'([{{}}｛｝])({GUARD}*)')
_WIDE_BRACE = lazy(f'([｛｝])({GUARD}+)')
_SLASH = lazy(rf'\\(?={GUARD}*(?:[Nnh]|$))')
_GUARDED_SLASH = lazy(rf'\\{GUARD}(?={GUARD}*(?:[Nnh]|$))')


def escaped(words: str) -> str:
    """Words of one line that form no tag, no line break and no field; `plain` gives them back."""
    words = _BRACE.sub(_wide, words)
    return _SLASH.sub(lambda found: found[0] + GUARD, words)


def plain(text: str) -> str:
    """What `escaped` was given."""
    return _WIDE_BRACE.sub(_narrow, _GUARDED_SLASH.sub(r'\\', text))


def _wide(found: re.Match[str]) -> str:
    return _FULL.get(found[1], found[1]) + GUARD * (2 * len(found[2]) + (found[1] in _FULL))


def _narrow(found: re.Match[str]) -> str:
    odd = len(found[2]) % 2
    return (_HALF[found[1]] if odd else found[1]) + GUARD * (len(found[2]) // 2)
