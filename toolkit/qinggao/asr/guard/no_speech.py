"""Words where nobody speaks."""
from __future__ import annotations

from collections.abc import Iterator

from .doubt import Span, Window
from .speed import FASTEST, syllables

NEAR = 0.3          # seconds by which time stamps miss: whisper's are often a tenth or two early
COVERED = 0.2       # the share of a segment under which there is speech


def found(window: Window) -> Iterator[Span]:
    """The seconds of segments with hardly any speech under them, and not enough for their words.

    Not by the share alone: a recogniser that lets 好的 begin with the silence before it has heard well.
    """
    for said in window.take.said:
        speech = window.speech_under(said.begin - NEAR, said.finish + NEAR)
        enough = min(COVERED * (said.finish - said.begin), syllables(said.text) / FASTEST)
        if speech <= 0 or speech < enough:
            yield said.begin, said.finish
