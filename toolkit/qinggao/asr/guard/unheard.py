"""Somebody speaks, and there are no words: text was lost."""
from __future__ import annotations

from collections.abc import Iterator

from .doubt import Span, Window, joined, without

NEAR = 0.3          # seconds by which time stamps miss
# The voice finder leaves 0.4 s around what it hears and joins what a short pause parts; breath, a cough and a laugh it
# takes for a voice. So 1.2 s without words hold at least two syllables that somebody said; 1 s may hold none.
LEAST = 1.2
# Seconds between two spans of speech that are one: three short ones in a row are no less lost. Less than the half
# second that parts two files in a window: a hole has one file to belong to.
GAP = 0.45


def found(window: Window) -> Iterator[Span]:
    """The seconds of speech with no segment over them."""
    covered = [(said.begin - NEAR, said.finish + NEAR) for said in window.take.said]
    for begin, finish in without(joined(window.speech, GAP), covered):
        if finish - begin >= LEAST:
            yield begin, finish
