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
from ..script import simplified
from .idle import is_gap, is_idle
from .stretches import spans

if TYPE_CHECKING:
    from ...editor.reading import Reading

NAME = 'editor'
RULES = {
    'comma': 'a clause ends here and the sentence goes on', 'list': 'one of several things that are named',
    'stop': 'a sentence ends here', 'question': 'the sentence asks', 'exclamation': 'the sentence calls out',
    'colon': 'what is announced follows',
    'joined': 'no clause ends at this space',
    'filler': 'idle where it stands', 'repeat': 'it is said again at once',
    'restart': 'begun, broken off and begun again in other words',
}
SIGNS = {'，': 'editor/comma', '、': 'editor/list', '。': 'editor/stop', '？': 'editor/question',
         '！': 'editor/exclamation', '：': 'editor/colon'}
TOGETHER = 'editor/joined'
FAINT = .01     # a paragraph's end less likely than this is none

def is_on(settings: Settings) -> bool:
    return settings.editor != 'off'


def allows(edit: Edit, view: View) -> bool:
    """One mark for nothing or for spaces; spaces between Han go; or a few words do, Latin ones that soon come again,
    a line break with its whole line."""
    start, end, new, rule, _ = edit
    old = view.text[start:end]
    if new:
        return SIGNS.get(new) == rule and not old.strip(' ')
    if rule == TOGETHER:
        return is_gap(view.text, start, end)
    opens = start == 0 or view.text[start - 1] == '\n'
    return is_idle(view.text, start, end) and ('\n' not in old or (opens and old.find('\n') == len(old) - 1))


def edits(view: View) -> Iterator[Edit]:
    """What the editor would do, in order of the text, stretch by stretch."""
    found = spans(view) if view.settings.editor != 'off' else []    # --only editor --editor off
    if not found or not can_run(view.settings):
        return
    from .cuts import cuts, of_rules
    from .marks import marks
    ruled, ends = of_rules(view), list[Closing]()
    for reading in _readings(view, found):
        gone = cuts(view, reading, ruled)
        yield from sorted([*gone.edits, *marks(view, reading, gone)])
        ends += _ends(view, reading)
    view.kept[NAME] = tuple(ends)


def closings(view: View) -> tuple[Closing, ...]:
    """Where paragraphs may end, by source offsets, as the editor said when it was asked for edits."""
    return cast('tuple[Closing, ...]', view.kept.get(NAME, ()))


def _readings(view: View, found: list[tuple[int, int]]) -> Iterator[Reading]:
    from ...editor.gates import STYLE
    from ...editor.model import shipped
    from ...editor.reading import read
    from ...editor.stretches import stretch
    text, model = simplified(view.text), shipped()
    for start, end in found:
        part = stretch(text, start, end)
        if part.units.keys:     # Han that Python does not know as letters are no units
            yield read(part, model, STYLE)


def _ends(view: View, reading: Reading) -> Iterator[Closing]:
    to_source, ends = view.transcript.offsets.to_source, reading.stretch.units.ends
    for i in (reading.ends > FAINT).nonzero()[0].tolist():
        yield Closing(to_source.last(ends[i]), round(float(reading.ends[i]), 4))


def can_run(settings: Settings) -> bool:
    """Whether the editor runs here; where it is `on` and does not, a `UsageError` says why, else a warning, once."""
    try:
        from ...editor.model import hindrance
        why = hindrance()
    except ImportError as error:
        why = f'numpy cannot be imported ({error})'
    if why and settings.editor == 'on':
        raise UsageError(f'the editor cannot run: {why}', cure='' if 'editor off' in why else 'say --editor off')
    if why:
        _warn(why)
    return not why


@lru_cache(1)
def _warn(why: str) -> None:
    warnings.warn(f'rules alone clean this, without the trained editor: {why}', RuntimeWarning, stacklevel=2)
