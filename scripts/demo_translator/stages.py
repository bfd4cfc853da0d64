"""In which order it learns, how much of what, and how fast."""
from __future__ import annotations

from typing import NamedTuple


class Stage(NamedTuple):
    steps: int
    short: float                # share of single phrases
    size: int                   # pieces in a batch, on the English side


# Phrases first: what is whose translation is learned in a minute, and sentences go on from there.
STAGES = (Stage(250, .8, 500), Stage(4200, .12, 1000))
# Muon for the matrices inside: with AdamW for all, the same loss takes more than twice the steps.
PACES = {'muon': .02, 'adam': 3e-3}
WARM = 100                      # steps
READY = 8                       # batches composed ahead, while the network is at work


def pace(step: int, steps: int) -> float:
    """The share of the learning rate: up while it is warming, then down in a straight line."""
    return min(step / WARM, 1 - step / steps * .98)
