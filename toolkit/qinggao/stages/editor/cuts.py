"""What goes: runs of units that the editor finds idle, line by line."""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...edits import Edit
from ...settings import Level
from ...view import View
from .. import fillers, stutters
from .runs import runs

if TYPE_CHECKING:
    from ...editor.reading import Reading


class Gone(NamedTuple):
    """The edits, and the units that go for sure: those that a rule will cut, too."""

    edits: list[Edit]
    units: frozenset[int]


def of_rules(view: View) -> list[tuple[int, int]]:
    """What the rules of fillers and stutters cut by themselves; they say better why."""
    return sorted((edit.start, edit.end) for stage in (fillers, stutters) if stage.NAME not in view.settings.skip
                  for edit in stage.edits(view) if edit.sure or view.settings.unsure)


def cuts(view: View, reading: Reading, ruled: list[tuple[int, int]]) -> Gone:
    """The runs that are sure enough at the view's level; those that nearly are as unsure edits. None when light."""
    edits, gone = list[Edit](), _inside(reading, ruled)
    known = gone.copy()
    if view.level is Level.light:
        return Gone(edits, frozenset(gone))
    from ...editor.gates import ADVISED, GATES, STRONG
    ease = STRONG if view.level is Level.strong else 1.
    likely = reading.goes >= ADVISED * ease * min(GATES.values())
    for start, end, kind in runs(reading.stretch.units.keys, (reading.places // 24).tolist(), likely.tolist()):
        chance, gate = float(reading.goes[start:end].mean()), GATES[kind] * ease
        sure = chance >= gate
        if known.issuperset(range(start, end)) or chance < ADVISED * gate:
            continue
        spans = [*_by_line(view, reading, start, end)]
        if not all(_may_go(view, first, last) for first, last in spans):
            continue
        edits += (Edit(first, last, '', f'editor/{kind}', sure) for first, last in spans)
        if sure or view.settings.unsure:
            gone.update(range(start, end))
    return Gone(edits, frozenset(gone))


def _inside(reading: Reading, spans: list[tuple[int, int]]) -> set[int]:
    """The units that stand in spans of the text."""
    starts, ends = reading.stretch.units.starts, reading.stretch.units.ends
    return {i for start, end in spans for i in range(bisect_left(starts, start), bisect_right(ends, end))}


def _by_line(view: View, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The run's spans, one a line; a line of which nothing stays goes with its break."""
    text, (_, starts, ends) = view.text, reading.stretch.units
    first = start
    for i in range(start, end):
        if i + 1 < end and text.find('\n', ends[i], starts[i + 1]) < 0:
            continue
        yield _with_room(text, starts[first], ends[i])
        first = i + 1


def _with_room(text: str, start: int, end: int) -> tuple[int, int]:
    opens, closes = text.rfind('\n', 0, start) + 1, text.find('\n', end)
    if closes >= 0 and not text[opens:start].strip() and not text[end:closes].strip():
        return opens, closes + 1
    after = end + len(text[end:]) - len(text[end:].lstrip(' ')) if text[end:end + 1] == ' ' else end
    return (start, after) if start == opens or text[start - 1] == ' ' else (start, end)


def _may_go(view: View, start: int, end: int) -> bool:
    """Nothing but words and spaces goes, no known mis-hearing comes of it, and nobody's whole turn goes."""
    old = view.text[start:end]
    return (all(char.isalnum() or char in ' \n' for char in old) and view.joins_safely(start, end)
            and not view.changes_turn(start, end) and not view.is_protected(start, end))
