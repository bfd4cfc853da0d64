"""What goes: runs of units that the editor finds idle, line by line."""
from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...edits import Edit
from ...settings import Level
from ...view import View
from .. import fillers, stutters
from .idle import is_idle
from .runs import Run, runs
from .words import IDLE, LINKS, MEANT, PAIRS, SOUNDS

if TYPE_CHECKING:
    from ...editor.reading import Reading


class Gone(NamedTuple):
    """The edits, and the units that go for sure: those that a rule will cut, too."""

    edits: list[Edit]
    units: frozenset[int]


def of_rules(view: View) -> list[tuple[int, int]]:
    """What the rules of fillers and stutters will cut by themselves; they say better why."""
    only, skip = view.settings.only, view.settings.skip
    return sorted((edit.start, edit.end) for stage in (fillers, stutters)
                  if stage.NAME not in skip and (not only or stage.NAME in only)
                  for edit in stage.edits(view) if edit.sure or view.settings.unsure)


def cuts(view: View, reading: Reading, ruled: Sequence[tuple[int, int]]) -> Gone:
    """The runs that are sure enough at the view's level; those that nearly are as unsure edits. None when light."""
    edits, known = list[Edit](), _inside(reading, ruled)
    gone = known.copy()
    for run, sure in _wanted(view, reading, known):
        units = range(run.start, run.end)
        spans = [] if known.issuperset(units) else [*_by_line(view, reading, run.start, run.end)]
        if spans and all(_may_go(view, first, last) for first, last in spans):
            edits += (Edit(first, last, '', f'editor/{run.kind}', sure) for first, last in spans)
            gone.update(units if sure or view.settings.unsure else ())
    return Gone(edits, frozenset(gone))


def _wanted(view: View, reading: Reading, known: set[int]) -> Iterator[tuple[Run, bool]]:
    """The runs that reach their gate, and those that fall a little short of it: whether they are sure."""
    from ...editor.gates import ADVISED, LEAST, LINK, STRONG
    if view.level is Level.light:
        return
    strong = view.level is Level.strong
    ease = STRONG if strong else 1.
    keys = reading.stretch.units.keys
    likely = [0. if key in MEANT and i not in known else one
              for i, (key, one) in enumerate(zip(keys, reading.goes.tolist()))]
    for run in runs(keys, reading.words.tolist(), likely, LEAST * ease):
        gate = ease * (LINK if not strong and ''.join(keys[run.start:run.end]) in LINKS else _gate(run, reading))
        if run.likely >= ADVISED * gate:
            yield run, run.likely >= gate


def _gate(run: Run, reading: Reading) -> float:
    """How sure the editor has to be of a run."""
    from ...editor.gates import GATES, LOOSE, SINGLE
    said = reading.stretch.units.keys[run.start:run.end]
    if len(said) == 1:
        return GATES[run.kind] if said[0] in SOUNDS else SINGLE
    if _is_filler(said) or _is_begun_again(run, reading):
        return GATES[run.kind]
    return LOOSE if run.kind != 'restart' else math.inf     # 选民身份和公民身份


def _is_filler(said: Sequence[str]) -> bool:
    """Whether nothing but fillers is said, or two words of which one is a sound: 呢他, 啊就. 不对 is none."""
    if len(said) == 2 and (''.join(said) in PAIRS or not SOUNDS.isdisjoint(said)):
        return True
    return IDLE.issuperset(said) and (len(said) > 2 or '不' not in said)


def _is_begun_again(run: Run, reading: Reading) -> bool:
    """Whether what follows a run begins as it does, and no clause ends between them.

    By reading the cuts of held-out talks: of such two in three were right at .25 to .5, nine in ten from there on; of
    others half were right at .5 and more.
    """
    from ...editor.gates import GOES_ON
    keys = reading.stretch.units.keys
    return keys[run.end:run.end + 1] == [keys[run.start]] and bool(reading.marks[run.end - 1, 0] >= GOES_ON)


def _inside(reading: Reading, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The units that stand in spans of the text, which are in order."""
    starts, ends = reading.stretch.units.starts, reading.stretch.units.ends
    near = spans[bisect_left(spans, (starts[0], 0)):bisect_left(spans, (ends[-1], 0))] if starts else ()
    return {i for start, end in near for i in range(bisect_left(starts, start), bisect_right(ends, end))}


def _by_line(view: View, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The run's spans, one a line; a line of which nothing stays goes with its break."""
    text, (_, starts, ends) = view.text, reading.stretch.units
    first = start
    for i in range(start, end):
        if i + 1 < end and text.find('\n', ends[i], starts[i + 1]) < 0:
            continue
        before = ends[first - 1] if first else 0
        after = starts[i + 1] if i + 1 < len(starts) else len(text)
        yield _with_room(text, before, starts[first], ends[i], after)
        first = i + 1


def _with_room(text: str, before: int, start: int, end: int, after: int) -> tuple[int, int]:
    """The span with its line break where its line holds nothing else, or with the spaces behind it. Other units end at
    ``before`` and begin at ``after``."""
    opens, closes = text.rfind('\n', before, start) + 1, text.find('\n', end, after)
    alone = (opens or not before) and not text[opens:start].strip()
    if alone and closes >= 0 and not text[end:closes].strip():
        return opens, closes + 1
    spaces = len(text[end:after]) - len(text[end:after].lstrip(' '))
    return (start, end + spaces) if alone or text[start - 1] == ' ' else (start, end)


def _may_go(view: View, start: int, end: int) -> bool:
    """Nothing but words and spaces goes, no known mis-hearing comes of it, and nobody's whole turn goes."""
    return (is_idle(view.text, start, end) and view.joins_safely(start, end)
            and not view.changes_turn(start, end) and not view.is_protected(start, end))
