"""How an editor edits, so that the model learns from all and can be asked for one: a number for each habit.

Thorough editors cut nearly all of what is plainly idle, lazy ones leave it; some write long sentences, some short
ones, and so with paragraphs. Unknown is 0: a part of the lessons hide the style.
"""
from __future__ import annotations

from typing import Any

import numpy as np
from qinggao.editor.features import LINE

from .lessons import Lesson

CUTTING = (.35, .65, .85)       # shares of plain fillers that are cut, between four kinds of editors: 1–4
SENTENCE = (28., 38., 50.)      # units a sentence: 1–4
PARAGRAPH = (90., 140., 210.)   # units a paragraph: 1–4
KINDS = 5
HABITS = 3      # cutting, sentences, paragraphs
_SOUNDS = frozenset('嗯呃唔')
_AGAIN = frozenset(['这个', '那个', '就是', '我们', '然后', '一个', '所以'])
FEWEST = 5      # plain fillers that tell


def style_of(raw: Lesson) -> tuple[int, int, int]:
    """The habits of the editor of one pair, from the lesson of its transcript."""
    cut, kept = plain_fillers(raw)
    shares = int(np.searchsorted(CUTTING, cut / (cut + kept))) + 1 if cut + kept >= FEWEST else 0
    told = raw.marks[raw.marks != 255]
    stops, ends = np.isin(told, (3, 4, 5)).sum(), (raw.ends == 1).sum()
    return (shares, int(np.searchsorted(SENTENCE, len(told) / stops)) + 1 if stops >= FEWEST else 0,
            int(np.searchsorted(PARAGRAPH, (raw.ends != 255).sum() / ends)) + 1 if ends >= FEWEST else 0)


def plain_fillers(lesson: Lesson) -> tuple[int, int]:
    """How many units that are idle without doubt were cut, and how many were left."""
    keys, labels = lesson.keys, [int(one) for one in lesson.cut]
    breaks: Any = lesson.breaks if lesson.breaks is not None else np.zeros(len(keys), np.uint8)
    cut = kept = 0
    for i in range(len(keys)):
        if labels[i] == 255 or not _is_plain(keys, breaks, i):
            continue
        cut, kept = cut + labels[i], kept + 1 - labels[i]
    return cut, kept


def _is_plain(keys: list[str], breaks: Any, i: int) -> bool:
    if keys[i] in _SOUNDS or (keys[i] == '啊' and breaks[i] == LINE):
        return True
    pair = ''.join(keys[i:i + 2])
    return pair in _AGAIN and pair == ''.join(keys[i + 2:i + 4])
