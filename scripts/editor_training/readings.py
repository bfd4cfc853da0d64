"""What the finished model says of held-out transcripts, beside what their editors did."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from qinggao.editor.features import UNKNOWN
from qinggao.editor.model import Model
from qinggao.editor.reading import read
from qinggao.editor.stretches import Stretch
from qinggao.editor.units import Units

from .batches import ADDED, EQUAL, UNITS, Talk
from .lessons import MASKED


class Told(NamedTuple):
    """A talk, the model's probabilities for its units, and which units stand in windows that teach."""

    talk: Talk
    marks: Any      # float32 (units, kinds)
    goes: Any       # (units,)
    ends: Any
    words: Any
    fit: Any        # bool (units,)


def told(talks: list[Talk], model: Model, style: Any) -> Iterator[Told]:
    """The model's word on talks; with ``style`` None that of each talk's own editor is asked for."""
    for talk in talks:
        one, total = talk.lesson, len(talk.lesson.keys)
        breaks = [UNKNOWN] * total if one.breaks is None else one.breaks.tolist()
        stretch = Stretch(Units(one.keys, [0] * total, [0] * total), breaks, '')
        reading = read(stretch, model, np.array(talk.style, np.int64) if style is None else style)
        yield Told(talk, reading.marks, reading.goes, reading.ends, reading.words, fit(talk))


def fit(talk: Talk) -> Any:
    """Windows in which the page is near enough to the transcript to judge by it."""
    one, total = talk.lesson, len(talk.lesson.keys)
    fit = np.zeros(total, bool)
    for start in range(0, total, UNITS):
        part = slice(start, start + UNITS)
        size = len(one.good[part])
        fit[part] = (one.good[part].mean() >= EQUAL and one.added[part].sum() <= ADDED * size
                     and (one.marks[part] != MASKED).mean() > .6)
    return fit
