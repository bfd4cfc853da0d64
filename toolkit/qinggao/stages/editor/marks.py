"""Marks behind the units that stay, and no space where none is."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from ...edits import Edit
from ...patterns import lazy
from ...view import View
from ..punctuation.clauses import LONG_PAUSE
from ..punctuation.lines import NO_MARK_AFTER
from . import SIGNS, TOGETHER
from .idle import is_gap
from .words import MEANT

if TYPE_CHECKING:
    from ...editor.reading import Reading
    from .cuts import Gone

ENGLISH = 5     # words in Latin letters in a row are a passage in another language, which has marks of its own
RESTED = 0.5    # what a long pause adds to the logarithm of a sentence's end; pairs with times to learn it from are few

_SPACES = lazy(r'\s*')
_CLOSING = '”’』」）》)】'
_ENDS = '。？！'


def marks(view: View, reading: Reading, gone: Gone) -> Iterator[Edit]:
    """One edit a place at most; a sentence ends where the stretch does, and where somebody else speaks."""
    from ...editor.gates import LEANINGS
    names, gaps = tuple(LEANINGS), _gaps(view, reading, gone)
    ending = [names.index(mark) for mark in _ENDS]
    weights = _weights(view, reading, gaps, ending)
    best, ends = weights.argmax(1).tolist(), weights[:, ending].argmax(1).tolist()
    stays = [i for i in range(len(best)) if i not in gone.units]
    cut_to = {edit.start: edit.end for edit in gone.edits if edit.sure or view.settings.unsure}
    keys, foreign = reading.stretch.units.keys, _foreign(reading)
    for i, after in zip(stays, [*stays[1:], -1]):
        mark = names[best[i]]
        if i in foreign or (keys[i] in MEANT and not reading.stretch.breaks[i]):
            mark = ''   # … ended his life; 客人说嗯的时候
        if _closes(view, reading, i) if after < 0 else _is_anothers(view, reading, i, after):
            mark = mark if mark in _ENDS and mark else _ENDS[ends[i]]
        if mark and (edit := _placed(view.text, reading, i, mark, cut_to, i + 1 in gone.units)):
            yield edit
        elif not mark and i in gaps:
            yield Edit(*gaps[i], '', TOGETHER)


def _weights(view: View, reading: Reading, gaps: Iterable[int], ending: list[int]) -> Any:
    """How much speaks for each mark behind each unit: float (units, marks)."""
    from ...editor.gates import JOINED, LEANINGS
    weights = np.log(np.maximum(reading.marks, 1e-6)) + np.array([*LEANINGS.values()])
    for i in _rests(view, reading):
        weights[i, ending] += RESTED
    for i in gaps:
        if reading.marks[i, 0] < JOINED:
            weights[i, 0] = -np.inf     # somebody put a space there
    return weights


def _gaps(view: View, reading: Reading, gone: Gone) -> dict[int, tuple[int, int]]:
    """The spaces, by the unit before them, that may go between two units that stay."""
    from ...editor.features import SPACE
    _, starts, ends = reading.stretch.units
    places = ((i, (ends[i], starts[i + 1])) for i, kind in enumerate(reading.stretch.breaks[:-1]) if kind == SPACE)
    return {i: gap for i, gap in places if not {i, i + 1} & gone.units and _may_close(view, *gap)}


def _may_close(view: View, start: int, end: int) -> bool:
    """Not between 谢谢谢谢 and 谢谢谢谢, which were a loop without it, nor where a mis-hearing would come of it."""
    text = view.text
    return (is_gap(text, start, end) and text[max(0, start - 2):start] != text[end:end + 2]
            and view.joins_safely(start, end) and not view.is_protected(start, end))


def _foreign(reading: Reading) -> frozenset[int]:
    """The units of passages in another language, but for the last one of each. Names are none, however many: 、 parts
    Google、Apple、Meta."""
    (keys, starts, _), text = reading.stretch.units, reading.stretch.text
    found, start = set[int](), 0
    for i in range(len(keys) + 1):
        if i == len(keys) or not keys[i].isascii():
            small = sum(text[at].islower() for at in starts[start:i])
            if small >= ENGLISH and 2 * small > i - start:
                found.update(range(start, i - 1))
            start = i + 1
    return frozenset(found)


def _rests(view: View, reading: Reading) -> Iterator[int]:
    """The units behind which the voice rests so long that a sentence may end, where times are known."""
    if not view.transcript.cues:
        return
    for i, at in enumerate(reading.stretch.units.starts[1:]):
        if reading.stretch.breaks[i] and view.pause_before(at) >= LONG_PAUSE:
            yield i


def _closes(view: View, reading: Reading, last: int) -> bool:
    """Whether behind the last unit that stays in a stretch the text ends, or a blank line stands."""
    behind = _SPACES.match(view.text, max(reading.stretch.units.ends[last], reading.stretch.units.ends[-1]))
    return behind is not None and (behind.end() == len(view.text) or behind[0].count('\n') > 1)


def _is_anothers(view: View, reading: Reading, left: int, right: int) -> bool:
    units = reading.stretch.units
    return bool(view.transcript.turns) and view.changes_turn(units.ends[left], units.starts[right] + 1)


def _placed(text: str, reading: Reading, i: int, mark: str, cut_to: dict[int, int], keeps: bool) -> Edit | None:
    """The mark behind unit i and what closes there, for the spaces behind it; None where something else stands.

    ``keeps``: the spaces stay, as an edge for the rule that will cut what stands behind them. Where a cut begins right
    behind the unit, the mark stands behind the cut: two edits cannot begin at one place.
    """
    starts, ends = reading.stretch.units.starts, reading.stretch.units.ends
    at = ends[i]
    while text[at:at + 1] and text[at] in _CLOSING:
        at += 1
    while at in cut_to:
        at = cut_to[at]
    stop = starts[i + 1] if i + 1 < len(starts) else len(text)
    stop = max(at, min(stop, (text.find('\n', at, stop) + 1 or stop + 1) - 1))
    between = text[at:stop]
    if between.strip(' ') or (text[at - 1] in NO_MARK_AFTER and text[at - 1] not in _CLOSING):
        return None
    return Edit(at, stop if between and stop < len(text) and not keeps else at, mark, SIGNS[mark])
