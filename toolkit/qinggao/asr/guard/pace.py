"""More words than anybody can say in the time, or far too few for somebody who speaks all through."""
from __future__ import annotations

from collections.abc import Iterator

from .doubt import Span, Window
from .speed import FASTEST, syllables

SLACK = 0.6         # seconds by which both time stamps of a segment together may miss: 好的 often has 0.1
SLOWEST = 1.2       # syllables a second; slow speakers say 2, but a drawn-out 嗯—— may fill three seconds
LONG = 5.0          # seconds of speech under a segment from which on few words are a doubt


def found(window: Window) -> Iterator[Span]:
    """The seconds of segments with too many or too few words."""
    for said in window.take.said:
        count = syllables(said.text)
        speech = window.speech_under(said.begin, said.finish)
        if count > FASTEST * (said.finish - said.begin + SLACK) or (speech >= LONG and count < SLOWEST * speech):
            yield said.begin, said.finish
