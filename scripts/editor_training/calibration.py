"""How often the editor is right, by how sure it says it is: of what it would do, in tenths of its confidence."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .lessons import MASKED
from .readings import Told

TENTHS = np.linspace(0, 1, 11)


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
    """Each unit by how likely it goes: whether a thorough editor cut it."""
    sure, right = [], []
    for one in readings:
        if one.talk.style[0] >= thorough:
            told = one.fit & (one.talk.lesson.cut != MASKED)
            sure.append(one.goes[told])
            right.append(one.talk.lesson.cut[told] == 1)
    return _tenths(np.concatenate(sure), np.concatenate(right))


def _tenths(sure: object, right: object) -> list[Tenth]:
    confidence, hits = np.asarray(sure), np.asarray(right)
    place = np.minimum((confidence * 10).astype(int), 9)
    found = [hits[place == i] for i in range(10)]
    return [Tenth(float(low), len(one), float(one.mean()) if len(one) else 0.) for low, one in zip(TENTHS, found)]
