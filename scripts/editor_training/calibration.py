"""How often the editor is right, by how sure it says it is: of the edits it would make, in tenths of its confidence."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from qinggao.stages.editor.runs import runs

from .lessons import MASKED
from .readings import Told

TENTHS = np.linspace(0, 1, 11)
LEAST = .05         # of a unit of a run that is looked at


class Tenth(NamedTuple):
    """Confidence from ``low`` on; so many edits, of which editors made so large a share too."""

    low: float
    edits: int
    right: float


def of_marks(readings: Sequence[Told]) -> list[Tenth]:
    """Each mark that is likelier than none and all others: whether the page has the same."""
    sure, right = [], []
    for one in readings:
        best = one.marks.argmax(1)
        told = (best > 0) & one.fit & (one.talk.lesson.marks != MASKED)
        sure.append(one.marks.max(1)[told])
        right.append(best[told] == one.talk.lesson.marks[told])
    return _tenths(np.concatenate(sure), np.concatenate(right))


def of_cuts(readings: Sequence[Told], thorough: int) -> list[Tenth]:
    """Each run that would go: whether a thorough editor cut half of it or more."""
    sure, right = [0.], [False]
    for one in readings:
        labels = one.talk.lesson.cut
        if one.talk.style[0] < thorough:
            continue
        for start, end, _, likely in runs(one.talk.lesson.keys, one.words.tolist(), one.goes.tolist(), LEAST):
            told = labels[start:end][labels[start:end] != MASKED]
            if len(told) and one.fit[start]:
                sure.append(likely)
                right.append(bool(told.mean() >= .5))
    return _tenths(np.array(sure[1:]), np.array(right[1:], bool))


def _tenths(sure: object, right: object) -> list[Tenth]:
    confidence, hits = np.asarray(sure), np.asarray(right)
    place = np.minimum((confidence * 10).astype(int), 9)
    found = [hits[place == i] for i in range(10)]
    return [Tenth(float(low), len(one), float(one.mean()) if len(one) else 0.) for low, one in zip(TENTHS, found)]
