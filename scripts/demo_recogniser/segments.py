"""Segments of a window: what was said in one breath, and when."""
from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BREATH = .26                 # seconds: a shorter pause, as a comma's of .16 to .25, is inside a segment


class Said(NamedTuple):
    """One segment of a window: what was said, and when, in seconds."""

    phrases: tuple[str, ...]     # whole ones, for the English; none where a phrase is cut
    text: str
    begin: float
    finish: float
    times: tuple[tuple[float, float], ...]
    cut: bool = False            # it goes on behind the end of the window; this is as much of it as could be heard
    left: bool = False           # and is left to the next window: only its begin is written


class Window(NamedTuple):
    """Features (bins, frames), and what was said."""

    features: NDArray[np.float32]
    said: tuple[Said, ...]


def joined(said: list[Said], one: Said) -> list[Said]:
    """Segments with one more, which continues the last if there was hardly a breath between them."""
    if not said or one.begin - said[-1].finish >= BREATH:
        return [*said, one]
    last = said[-1]
    space = ' ' if (last.text[-1] + one.text[0]).isascii() else ''
    times = (*last.times, *[(one.begin, one.begin + .04)] * len(space), *one.times)
    phrases = (*last.phrases, *one.phrases) if last.phrases and one.phrases else ()
    return [*said[:-1], Said(phrases, last.text + space + one.text, last.begin, one.finish, times, one.cut)]
