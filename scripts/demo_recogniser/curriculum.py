"""What is learned in each step: its windows, its lessons, and how fast."""
from __future__ import annotations

import math
import random

from .batches import Batch, packed
from .phrases import HOMOPHONES
from .pieces import STAMP, Pieces
from .prompts import prompt
from .segments import Window
from .stages import FILLED, FILLED_WHOLE, FLAT, PACES, STAGES, TASKS, WARM, Stage
from .targets import Lesson, Task, lesson
from .windows import WHOLE, Library, window


class Curriculum:
    """Batches for any step, the same ones for the same seed."""

    def __init__(self, pieces: Pieces, library: Library, seed: int, effort: float = 1.) -> None:
        self.pieces, self.library, self.seed = pieces, library, seed
        self.stages = tuple(stage._replace(steps=max(1, round(stage.steps * effort))) for stage in STAGES)
        self.characters = {c: n + 1 for n, c in enumerate(sorted({c for clip in library.clips
                                                                  for phrase in clip.phrases for c in phrase}))}

    @property
    def steps(self) -> int:
        return sum(stage.steps for stage in self.stages)

    def stage(self, step: int) -> Stage:
        for stage in self.stages:
            if step < stage.steps:
                return stage
            step -= stage.steps
        return self.stages[-1]

    def pace(self, step: int) -> float:
        """Learning rate of a step: warm-up, flat, then half a cosine down to a fiftieth; once a round."""
        turn = self.stage(step).round
        before = sum(stage.steps for stage in self.stages if stage.round < turn)
        steps = sum(stage.steps for stage in self.stages if stage.round == turn)
        late = max(0., (step - before) / steps - FLAT[turn]) / (1 - FLAT[turn])
        return PACES[turn] * min(1., (step - before + 1) / WARM) * max(.02, .5 + .5 * math.cos(math.pi * late))

    def batch(self, step: int) -> Batch:
        """The windows and lessons of a step."""
        draw = random.Random(self.seed * 1_000_003 + step)
        stage = self.stage(step)
        whole = draw.random() < stage.whole
        frames, count = (WHOLE, max(2, stage.batch // 2)) if whole else (draw.choice(stage.frames), stage.batch)
        filled = FILLED_WHOLE if whole else FILLED
        windows = [window(draw, self.library, frames, draw.random() < filled) for _ in range(count)]
        wide = WHOLE if whole else max(w.features.shape[1] for w in windows) // 2 * 2 + 2
        shifts = [draw.randint(0, (WHOLE - wide) // 2) if draw.random() < .3 else 0 for _ in windows]
        lessons = [(n, made) for n, w in enumerate(windows) for made in self._lessons(draw, stage, w, shifts[n])]
        return packed(windows, shifts, lessons, wide, self.characters, self.pieces.end)

    def _lessons(self, draw: random.Random, stage: Stage, seen: Window, shift: int) -> list[Lesson]:
        """Two of a window: its text with times, and another task or another prompt."""
        other = draw.choices([task for task, _ in TASKS], [share for _, share in TASKS])[0]
        found = []
        for task in (Task(), other):
            before = []
            # Where a homophone is said, what stands in the prompt is what is to be learned.
            if draw.random() < stage.prompted * (1. if task.stamped else .7):
                said = forms_of(seen) if draw.random() < stage.to_the_point else []
                before = prompt(draw, self.pieces, self.library, stage.past, task.stamped, said)
            found.append(lesson(draw, self.pieces, seen, task, before, shift * STAMP, stage.weights))
        return [one for one in found if one]


def forms_of(seen: Window) -> list[str]:
    """The right forms of the homophones that are said in a window."""
    return [form for wrong, form in HOMOPHONES.items() if any(wrong in said.text for said in seen.said)]
