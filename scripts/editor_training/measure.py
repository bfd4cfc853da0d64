"""Held-out transcripts cleaned as a user would, beside the pages that were made from them.

Everything is taken by aligning units. A page that rephrases tells little: only windows near enough to the transcript
count, and for what is cut only editors who cut most of what is plainly idle.
"""
from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from qinggao.editor.units import Units, units
from qinggao.layout.paragraphs import paragraphs
from qinggao.library import clean
from qinggao.settings import EditorUse
from rapidfuzz.distance import Levenshtein

from .batches import Talk
from .lessons import MASKED, between
from .readings import fit
from .texts import raw_text

THOROUGH = 3
_ENDS = (3, 4, 5)


class Counts(NamedTuple):
    """What was right, what we had, what the page had."""

    right: int = 0
    ours: int = 0
    theirs: int = 0

    def __add__(self, other: object) -> Counts:
        assert isinstance(other, Counts)
        return Counts(*(a + b for a, b in zip(self, other)))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.ours + self.theirs)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.ours)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.theirs)


class Score(NamedTuple):
    typed: Counts = Counts()
    ends: Counts = Counts()
    cuts: Counts = Counts()
    harm: tuple[int, int] = (0, 0)      # units cut that thorough editors kept, of so many kept
    missed: tuple[int, int] = (0, 0)    # probes of Pk that were wrong, of so many

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(self.typed + other.typed, self.ends + other.ends, self.cuts + other.cuts,
                     (self.harm[0] + other.harm[0], self.harm[1] + other.harm[1]),
                     (self.missed[0] + other.missed[0], self.missed[1] + other.missed[1]))

    def figures(self) -> dict[str, float]:
        return {'typed': self.typed.f1, 'sentence end': self.ends.f1, 'filler precision': self.cuts.precision,
                'filler recall': self.cuts.recall, 'filler f1': self.cuts.f1,
                'harm per 1,000': 1000 * self.harm[0] / max(1, self.harm[1]),
                'pk': self.missed[0] / max(1, self.missed[1])}


def measured(talk: Talk, raw: Path, editor: EditorUse) -> Score:
    """One transcript, cleaned, against the lesson that its page gave."""
    heard = raw_text(raw.read_text(encoding='utf-8', errors='ignore'))
    cleaned = clean(heard, editor=editor)
    text = '\n\n'.join(cleaned.text[one.start:one.end] for one in paragraphs(cleaned))
    ours, lesson = units(text), talk.lesson
    at = _places(lesson.keys, ours.keys)
    usable = fit(talk)
    marks = _marks(text, ours, at)
    known = usable & (lesson.marks != MASKED) & (marks[0] >= 0)
    typed = _counts(marks[0][known], lesson.marks[known].astype(int), lambda x: x > 0, same=True)
    ends = _counts(marks[0][known], lesson.marks[known].astype(int), lambda x: np.isin(x, _ENDS), same=False)
    cuts, harm = Counts(), (0, 0)
    if talk.style[0] >= THOROUGH:
        told = usable & (lesson.cut != MASKED)
        gone, idle = (at < 0)[told], (lesson.cut == 1)[told]
        cuts = Counts(int((gone & idle).sum()), int(gone.sum()), int(idle.sum()))
        harm = int((gone & ~idle).sum()), int((~idle).sum())
    return Score(typed, ends, cuts, harm, _pk(marks[1], lesson.ends, usable))


def _counts(ours: Any, theirs: Any, is_one: Any, same: bool) -> Counts:
    mine, yours = is_one(ours), is_one(theirs)
    right = (mine & yours & (ours == theirs)) if same else mine & yours
    return Counts(int(right.sum()), int(mine.sum()), int(yours.sum()))


def _places(said: list[str], ours: list[str]) -> Any:
    """Where each unit of the transcript stands in what we made of it; -1 where it went."""
    at = np.full(len(said), -1, np.int64)
    for tag, start, end, first, last in Levenshtein.opcodes(said, ours):
        if tag == 'equal' or (tag == 'replace' and end - start == last - first):    # type: ignore[operator]
            at[start:end] = np.arange(first, last)
    return at


def _marks(text: str, ours: Units, at: Any) -> tuple[Any, Any]:
    """By units of the transcript: the mark that we set behind it (-1: it went), and whether a paragraph ends."""
    marks, ends = np.full(len(at), -1, np.int64), np.zeros(len(at), bool)
    for i, place in enumerate(at.tolist()):
        if place >= 0:
            stop = ours.starts[place + 1] if place + 1 < len(ours.starts) else len(text)
            gap = text[ours.ends[place]:stop]
            marks[i], ends[i] = between(gap)[0], bool(re.search(r'\n\s*\n', gap))
    return marks, ends


def _pk(ours: Any, labels: Any, usable: Any) -> tuple[int, int]:
    """Pk over what the page tells: pairs of units half a paragraph apart, in one paragraph or in two."""
    known = usable & (labels != MASKED)
    mine, theirs = ours[known].astype(int).cumsum(), (labels[known] == 1).astype(int).cumsum()
    if not len(theirs) or theirs[-1] < 2:
        return 0, 0
    apart = max(2, round(len(theirs) / (theirs[-1] + 1) / 2))
    wrong = (mine[apart:] == mine[:-apart]) != (theirs[apart:] == theirs[:-apart])
    return int(wrong.sum()), len(wrong)
