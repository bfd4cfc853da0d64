"""The model itself does not believe it: low log probability, or it says that nobody speaks and writes words.

Unlike the other checks this one knows nothing of where in the window: all of it is in doubt.
"""
from __future__ import annotations

from collections.abc import Iterator

from .doubt import Span, Window

LOWEST = -1.0       # mean log probability of the tokens, Whisper's own limit; good Chinese has -0.1 to -0.5
# Not by what the model says of silence alone: large-v3 says 0.9 of speech over music, which it hears well.
NOBODY, DOUBTFUL = 0.6, -0.5


def found(window: Window) -> Iterator[Span]:
    """The whole window, or nothing."""
    take = window.take
    if take.said and (take.logprob < LOWEST or (take.no_speech > NOBODY and take.logprob < DOUBTFUL)):
        yield 0.0, window.length
