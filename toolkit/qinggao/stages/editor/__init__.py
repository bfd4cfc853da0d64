"""Ask the trained editor: marks, idle words and false starts that no rule is sure of, where paragraphs end.

It reads stretches of Chinese speech that lack marks. It runs once, never in rounds: what it said of a text it did
not say of the text that came of it. What is done is gated by confidence; what is less sure is advised.
"""
from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from ...edits import Edit
from ...errors import UsageError
from ...settings import Settings
from ...transcript import Closing
from ...view import View
from ..punctuation.lines import FULL
from ..script import simplified

if TYPE_CHECKING:
    from ...editor.reading import Reading

NAME = 'editor'
RULES = {
    'comma': 'a clause ends here and the sentence goes on', 'list': 'one of several things that are named',
    'stop': 'a sentence ends here', 'question': 'the sentence asks', 'exclamation': 'the sentence calls out',
    'colon': 'what is announced follows',
    'filler': 'idle where it stands', 'repeat': 'it is said again at once',
    'restart': 'begun, broken off and begun again in other words',
}
SIGNS = {'，': 'editor/comma', '、': 'editor/list', '。': 'editor/stop', '？': 'editor/question',
         '！': 'editor/exclamation', '：': 'editor/colon'}

FAINT = .01     # a paragraph's end less likely than this is none

def is_on(settings: Settings) -> bool:
    return settings.editor != 'off'


def allows(edit: Edit, view: View) -> bool:
    """One mark for nothing or for spaces; or words go, no mark with them, a line break only with its whole line."""
    start, end, new, _, _ = edit
    old = view.text[start:end]
    if new:
        return new in SIGNS and (start == end or not old.strip(' '))
    opens = start == 0 or view.text[start - 1] == '\n'
    return not any(mark in old for mark in FULL) and ('\n' not in old or (opens and old.endswith('\n')))


def edits(view: View) -> Iterator[Edit]:
    """What the editor would do, in order of the text."""
    readings = _readings(view)
    if not readings:
        return
    from .cuts import cuts, of_rules
    from .marks import marks
    ruled = of_rules(view)
    for reading in readings:
        gone = cuts(view, reading, ruled)
        yield from sorted([*gone.edits, *marks(view, reading, gone)])


def closings(view: View) -> tuple[Closing, ...]:
    """Where paragraphs may end, by source offsets."""
    found, to_source = [], view.transcript.offsets.to_source
    for reading in _readings(view):
        ends = reading.stretch.units.ends
        for i in (reading.ends > FAINT).nonzero()[0].tolist():
            found.append(Closing(to_source.last(ends[i]), round(float(reading.ends[i]), 4)))
    return tuple(found)


def _readings(view: View) -> list[Reading]:
    """The stretches of the text that are the editor's, read once for a view."""
    if NAME not in view.kept:
        from .stretches import spans
        view.kept[NAME] = _read(view, spans(view))
    return cast('list[Reading]', view.kept[NAME])


def _read(view: View, spans: list[tuple[int, int]]) -> list[Reading]:
    """Raises `UsageError` where the editor is `on` and cannot run; without it rules do what they can."""
    if not spans or not can_run(view.settings):
        return []
    from ...editor.gates import STYLE
    from ...editor.model import shipped
    from ...editor.reading import read
    from ...editor.stretches import stretch
    text, model = simplified(view.text), shipped()
    return [read(stretch(text, start, end), model, STYLE) for start, end in spans]


def can_run(settings: Settings) -> bool:
    """Whether the editor runs here; where it is `on` and does not, a `UsageError` says why, else a warning, once."""
    from ...editor.model import hindrance
    why = hindrance()
    if why and settings.editor == 'on':
        raise UsageError(f'the editor cannot run: {why}', cure='mend that, or say --editor off')
    if why:
        _warn(why)
    return not why


@lru_cache(1)
def _warn(why: str) -> None:
    warnings.warn(f'rules alone clean this, without the trained editor: {why}', RuntimeWarning, stacklevel=2)
