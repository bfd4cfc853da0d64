"""In which order it learns: short windows, longer ones, whole ones of 30 s, and then what it finds hardest."""
from __future__ import annotations

from typing import NamedTuple

from .targets import USUAL, Task, Weights


class Stage(NamedTuple):
    """So many steps with windows of these frames. Stages of one round share one curve of the learning rate."""

    name: str
    steps: int
    frames: tuple[int, ...]
    batch: int                  # windows
    prompted: float             # share of lessons with a prompt
    past: int                   # segments of the past in it, at most
    whole: float = 0.           # share of batches of padded windows of 30 s, which are what Whisper is used with
    naming: float = 1.          # the weight of what the encoder is asked to name in each frame
    to_the_point: float = 0.    # share of prompts whose right forms are those of words in the window
    weights: Weights = USUAL
    round: int = 0


MENDING = Weights(begin=2., end=2., form=8.)
# Long prompts from the first step on keep it from learning anything: they come when it hears.
STAGES = (
    Stage('short', 700, (200, 300, 400, 600), batch=20, prompted=.25, past=2),
    Stage('middle', 450, (900, 1200, 1500), batch=10, prompted=.35, past=4),
    Stage('whole', 750, (600, 900, 1200, 1500), batch=10, prompted=.45, past=12, whole=.6, naming=.5),
    # What is left then: segments passed over, words said again taken for the first, homophones deaf to the prompt.
    Stage('fine', 800, (600, 900, 1200, 1500), 10, .5, 12, .6, naming=.5, to_the_point=.6, weights=MENDING, round=1),
    Stage('again', 700, (400, 900, 1200, 1500), 10, .5, 12, .6, naming=.5, to_the_point=.5, weights=MENDING, round=2),
    Stage('long', 450, (600, 1200, 1500), 16, .5, 12, .65, naming=.5, to_the_point=.6, weights=MENDING, round=3),
    Stage('steady', 700, (900, 1500), 12, .5, 12, .85, naming=.4, to_the_point=.5, weights=MENDING, round=4))
FILLED, FILLED_WHOLE = .15, .5          # share of windows, short and whole, in which speech goes on to the end
PACES = 2e-3, 1.4e-3, 1.2e-3, 1.2e-3, 1.2e-3
WARM, FLAT = 100, (.4, .1, .2, .2, .15)      # steps until it is; the share of a round after which it slows down
TASKS = ((Task(), .35), (Task(stamped=False), .35), (Task(translated=True), .15),
         (Task(stamped=False, translated=True), .1), (Task(english_asked=True), .05))
