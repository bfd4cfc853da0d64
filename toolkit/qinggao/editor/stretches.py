"""The stretches of a text that the editor reads: lines of Chinese speech that stand together and lack marks."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .features import LINE, NO_BREAK, SPACE, UNKNOWN
from .units import Units, units

SELDOM = 40         # so many units a break: nobody broke the lines where the voice rests


class Stretch(NamedTuple):
    """Units of a text, in order, and what stands behind each; offsets count code points of the text."""

    units: Units
    breaks: list[int]
    text: str           # the whole text that the offsets point into


def stretch(text: str, start: int, end: int) -> Stretch:
    """``text[start:end]``, Simplified, as the editor reads it."""
    found = units(text, start, end)
    return Stretch(found, breaks(text, found), text)


def breaks(text: str, found: Units) -> list[int]:
    """What stands behind each unit. A text that is one long line was broken by nobody; where only spaces part it,
    they are its line ends."""
    kinds = [*_between(text, found), NO_BREAK]
    total = len(kinds)
    lines, spaces = kinds.count(LINE), kinds.count(SPACE)
    if lines * SELDOM >= total:
        return kinds
    if spaces * SELDOM >= total:
        return [LINE if kind == SPACE else kind for kind in kinds]
    return [UNKNOWN] * total


def _between(text: str, found: Units) -> Iterator[int]:
    for i in range(len(found.keys) - 1):
        left, right = found.ends[i], found.starts[i + 1]
        if left == right:
            yield NO_BREAK
        elif text.find('\n', left, right) >= 0:
            yield LINE
        elif ' ' in text[left:right] and not (found.keys[i].isascii() or found.keys[i + 1].isascii()):
            yield SPACE
        else:
            yield NO_BREAK
