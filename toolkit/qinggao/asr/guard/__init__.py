"""What makes a window suspect: each check a module, with its limits and the reason for them beside it.

A new check: a module with ``found(window) -> Iterator[Span]``, a line in CHECKS, a table of cases in tests/asr/guard.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..take import Take
from . import credit, loop, no_speech, pace, unheard, unsure
from .doubt import Doubt, Span, Window, joined

__all__ = ['CHECKS', 'Doubt', 'Span', 'doubts']

# In the order in which their names stand in a mark: what is surest to be nonsense first, what concerns the whole last.
CHECKS: dict[str, Callable[[Window], Iterator[Span]]] = {
    'loop': loop.found,
    'credit': credit.found,
    'no-speech': no_speech.found,
    'pace': pace.found,
    'unheard': unheard.found,
    'unsure': unsure.found,
}


def doubts(take: Take, speech: Sequence[Span], length: float, language: str) -> list[Doubt]:
    """All that is doubtful about a take of a window so many seconds long; check by check, each in order of time.

    ``speech``: where somebody speaks, in seconds of the window. ``language``, as Whisper names it, has no say yet: the
    limits hold for Chinese, and loosely for all others.
    """
    window = Window(take, sorted(speech), length)
    return [Doubt(name, *span) for name, found in CHECKS.items() for span in joined(sorted(found(window)), 0.0)]
